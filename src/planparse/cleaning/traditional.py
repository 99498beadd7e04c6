"""Traditional characters to simplified ones, one to one; 畫 alone by the word it stands in.

The table is data: `traditional.txt`, written from OpenCC's by `tests/cleaning/traditional_source.py`. A line holds a
simplified character and then the traditional ones that become it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    import re

__all__ = ["is_traditional", "simplify_shared", "traditional_table"]

# In use on both sides: only a text that is otherwise traditional means the simplified character by them, and even
# there not in these words.
_SHARED = {
    "著": ("着", "名_ 原_ 专_ 土_ 显_ 卓_ 昭_ 论_ 译_ 巨_ 编_ 合_ 遗_ _名 _作 _述 _称 _者 _录 _书"),
    "乾": ("干", "_坤 _隆 _陵 _县 _安县"),
    "於": ("于", "_潜 _氏"),
    "徵": ("征", "魏_ 角_羽"),
    "夥": ("伙", ""),
    "拚": ("拼", ""),
    "摺": ("折", ""),
    "瞭": ("了", "_望"),
}
# A text is traditional when at least this share of its first characters is written as no simplified text writes them.
_TRADITIONAL_SHARE = 0.02
_SAMPLE = 20_000
# One by one: `re` skips ahead to a character, and not nearly so fast to one of several.
_EACH_SHARED = {char: lazy_plain_pattern(char) for char in _SHARED}
# 計畫 is 计划, and 畫 alone 画: converted one by one, as many a page is, it reads 计画. Not 设计画面, 企画像.
_PLANNED = lazy_plain_pattern(r"画(?<=[计规企策筹谋]画)(?!面(?![积临对向])|[像稿廊册卷笔家])")


@cache
def traditional_table() -> dict[str, str]:
    """Traditional character → simplified character, without those that simplified writing uses too."""
    lines = Path(__file__).with_name("traditional.txt").read_text("utf-8").splitlines()
    return {old: line[0] for line in lines for old in line[1:] if old not in _SHARED}


def simplify_shared(folded: str, source: str) -> str:
    """`folded` with 划 for the 画 of 计画, and, if `source` is a traditional text, the shared characters simplified."""
    if "画" in folded:
        folded = _PLANNED.sub("划", folded)
    simplified = folded
    for char, its in _EACH_SHARED.items():
        if char in simplified:
            simplified = its.sub(_simple_unless_kept, simplified)
    return simplified if simplified == folded or is_traditional(source) else folded


def _simple_unless_kept(match: re.Match[str]) -> str:
    return match[0] if _is_kept(match) else _SHARED[match[0]][0]


def _is_kept(match: re.Match[str]) -> bool:
    """Whether a shared character stands in one of the words that keep it."""
    text, start, end = match.string, *match.span()
    for before, after in _words_that_keep(match[0]):
        if text.startswith(after, end) and text.endswith(before, 0, start):
            return True
    return False


@cache
def _words_that_keep(char: str) -> tuple[tuple[str, str], ...]:
    """What stands before and behind a shared character in each of those words."""
    return tuple((word[: word.index("_")], word[word.index("_") + 1 :]) for word in _SHARED[char][1].split())


def is_traditional(source: str) -> bool:
    """Whether a text is written in traditional characters, by its beginning."""
    sample = source[:_SAMPLE]
    least = max(1, ceil(_TRADITIONAL_SHARE * len(sample)))
    found = filter(traditional_table().__contains__, sample)
    return next(islice(found, least - 1, None), None) is not None
