"""Lines that say what a plan is made for (为做好防汛工作,制定本方案), and the titles that run on into them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.shapes import shape_as
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline.lines import Lines
    from planparse.rules import RuleSet

__all__ = ["enacting_lines", "run_in_title"]

# 特制定本方案, 现制订如下计划: so far from the beginning of its paragraph at most.
_ENACTS = lazy_plain_pattern(r"制[定订](?:本|此|如下|以下)")
_REACH = 600
_HEAD = 240  # the title in front and the words among which a page names it again
_KIND = "(?:方案|计划|规划|预案|要点|意见)"
_WORDS = r"[^。;:!?|>\t,《》]"
_NUMERAL = r"[\d一二三四五六七八九十]{1,2}"
# What a page has above its text, and runs on into the title: 打印 收藏, [关闭], 第1页共4页.
_OF_PAGE = r"(?:(?:打印|收藏|关闭|分享|下载|返回|首页|字[号体]|文档|正文|本[文页]|[第共]\d{1,3}页|[\[\]【】 ]){1,12}+)?"
# 防汛工作方案2篇, 防汛工作方案(通用3篇): the title of a collection, with that of its first plan behind it or without.
_COLLECTION = rf"(?:\([^()]{{0,8}}{_NUMERAL}篇\)|{_NUMERAL}篇)"
_MARK = rf"(?:{_COLLECTION}|篇?[ ]?{_NUMERAL}|\({_NUMERAL}\))?"
# With these words a plan says why it is made; 为主, 为期 and 为目标 go on with a sentence.
_NO_REASON = r"[主的期准]|目标|核心|重点|抓手|依据|契机|\d"
_REASONS = rf"(?:为(?!{_NO_REASON})|根据|按照|依据|遵照|结合|围绕|深入|认真|贯彻|全面贯彻|近年来)"
_AGAIN = r"(?=.{2,160}?(?:带来|整理|分享|收集|准备)[^。]{0,12}?(?P=title))"
_TITLE_IN_FRONT = lazy_plain_pattern(
    rf"{_OF_PAGE}(?:{_WORDS}{{2,36}}?{_KIND}{_COLLECTION} ?)?"
    rf"(?P<title>{_WORDS}{{2,40}}?{_KIND}(?:\([^()篇]{{2,12}}\))?) ?{_MARK} ?(?:{_REASONS}|{_AGAIN})"
)
# A sentence about a plan, no title.
_OF_SENTENCES = ("制定", "制订", "编制", "印发", "根据", "按照", "结合", "下发", "出台", "本方案", "的要求")
_SENTENCE_STARTS = tuple("本该此各我其请要现特将对")


def enacting_lines(lines: Lines) -> list[int]:
    """The lines that make a plan near their beginning, in order: …,特制定本方案."""
    found: list[int] = []
    for enacts in _ENACTS.finditer(lines.text):
        index = bisect_right(lines.starts, enacts.start()) - 1
        if index >= 0 and found[-1:] != [index] and enacts.start() - lines.starts[index] <= _REACH:
            found.append(index)
    return found


def run_in_title(words: str, rules: RuleSet) -> str | None:
    """The title that a line which makes a plan begins with: 防汛工作方案 为做好防汛工作,制定本方案."""
    match = _TITLE_IN_FRONT.match(words, 0, _HEAD)
    title = match["title"] if match else None
    if title is None or title.startswith(_SENTENCE_STARTS) or has_any(title, _OF_SENTENCES):
        return None
    return title if shape_as("title", title, rules) else None
