"""Where the head of a table may stand that was flattened: its cells on lines of their own, or parted by single blanks.

Most texts have none, so this is asked before what reads such tables is even imported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.text_tables import BARS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["has_natures", "listed_starts", "spaced_heads"]

_L = r"[ \t\u3000]*"
# With what the head of a table of lines begins, alone on its line, and the end of the line above it; most lines begin
# with none of its first characters.
_LISTED = lazy_plain_pattern(
    rf"\n(?=[ \t\u3000{BARS}序编主考指类重工目任事项乡地县领科])"
    rf"{_L}+(?:[{BARS}]{_L}+)?(?=[序编主考指类重工目任事项乡地县领科])"
    rf"(?:序{_L}号|编{_L}号|(?:主要|考核)?指{_L}标(?:名称)?|类{_L}别|考核项目|(?:重点|主要|工作|目标)?(?:任务|事项|项目)(?:名称)?"
    rf"|乡{_L}镇|地{_L}区|县[市区]?|(?:重点)?领{_L}域|科{_L}目(?:名称)?){_L}(?:[{BARS}]{_L})?$",
    re.MULTILINE,
)
# Columns may be padded to the width of a page.
_B = r"[ \u3000]{1,40}"
_CELL = r"[一-龥\d（）()〔〕“”\"、/%％.-]{2,20}"
_GROUP = r"[一-龥]{0,4}(?:类别|类型|分类|领域|板块|方面)"
_GROUP_BEFORE = lazy_plain_pattern(rf"(?<![^ \u3000\n]){_GROUP}{_B}$")
# Where the head of numbers, or the first word of one of names, ends: most texts have none. From the blank on, which is
# sooner found.
_NUMBER = lazy_plain_pattern(r"[序编]号[ \u3000]")
_NAME_END = "(?<=[标目称别型类域块面区镇街].)"
_NAME = lazy_plain_pattern(rf"[ \u3000]{_NAME_END}")
# Most texts have one kind of blank, to which `re` skips ahead.
_NAME_BEFORE = {blank: lazy_plain_pattern(f"{blank}{_NAME_END}") for blank in (" ", "\u3000")}
_NUMBERED = lazy_plain_pattern(rf"[序编]号(?:{_B}{_CELL}){{2,10}}[ \u3000]*$", re.MULTILINE)
_MEASURED = lazy_plain_pattern(
    rf"(?:(?:{_GROUP}{_B})?(?:指标|项目)(?:名称)?|县市?区|区县|乡镇|镇街|地区)(?:{_B}{_CELL}){{1,9}}[ \u3000]*$",
    re.MULTILINE,
)
_LONGEST_GROUP = 48
_NATURE = lazy_plain_pattern(r"(?:约束性|预期性)(?=\s)(?<=\s...)")


def has_natures(text: str) -> bool:
    """Whether 约束性 or 预期性 stands alone between blanks or line ends, as in the cell of a table."""
    return ("约束性" in text or "预期性" in text) and _NATURE.search(text) is not None


def listed_starts(text: str) -> list[int]:
    """The offsets of the lines that may be the first cell of a head whose cells are lines, in order."""
    return [head.start() for head in _LISTED.finditer(f"\n{text}")]  # the offset there is that of the line in the text


def spaced_heads(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The spans that may be heads with blanks between their cells, in order: those of names, and those of numbers."""
    blanks = [blank for blank in _NAME_BEFORE if blank in text]
    if not blanks:
        return [], []
    names = _NAME_BEFORE[blanks[0]] if len(blanks) == 1 else _NAME
    return list(_of_names(text, names)), list(_of_numbers(text))


def _of_names(text: str, names: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while name := names.search(text, at):
        line, end = text.rfind("\n", at, name.start()) + 1 or at, text.find("\n", name.end())
        at = end + 1 if end >= 0 else len(text)
        if head := _MEASURED.match(text, name.end() - len(text[line : name.end()].lstrip())):
            yield head.span()


def _of_numbers(text: str) -> Iterator[tuple[int, int]]:
    if "序号" not in text and "编号" not in text:
        return
    at = 0
    while number := _NUMBER.search(text, at):
        at = number.end()
        reach = max(0, number.start() - _LONGEST_GROUP)
        first = text.rfind("\n", reach, number.start()) + 1 or reach
        if number.start() > first and text[number.start() - 1] not in " \u3000":
            continue
        if head := _NUMBERED.match(text, number.start()):
            grouped = _GROUP_BEFORE.search(text, first, number.start())
            yield grouped.start() if grouped else head.start(), head.end()
