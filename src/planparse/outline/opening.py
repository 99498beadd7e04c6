"""The plan at a document's top that no known title opens, in front of a line that has the shape of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.page import FRAGMENT
from planparse.outline.shapes import organ_of
from planparse.outline.succession import has_name, is_outlined
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = ["amounts_in_front", "has_amount", "named_paper", "opening_title", "opens_untitled", "text_of_plan"]

_AMOUNT = lazy_plain_pattern(
    r"\d[\d.,]{0,12}[百千万亿余多]{0,3}(?:[元亩户座所处家名条项台株头只吨%‰]|个(?!月)|公[里顷斤]|平方米|立方米|人(?!民))"
)
_DIGITS = frozenset("0123456789")
# What pages count of themselves.
_OF_THE_PAGE = ("阅读", "浏览", "下载", "点击", "收藏", "会员", "积分", "订阅", "咨询", "电话", "索引号", "投稿", "¥")
# A covering letter, the words with which a page leads in a paper, a table of contents.
_LEADING_IN = (
    *("现将", "现印发", "给你们", "特此通知", "全文如下", "全文公布", "贯彻执行", "遵照执行", "目录", "目 录"),
    *("小编", "范文", "内容预览", "摘要", "本报讯", "记者"),
)
_SENDING = ("现将", "印发", "给你们", "通知")
# What a title ends in that is no plan's by its last words alone.
_ENDS = (
    *("目标", "指标", "任务", "责任书", "责任状", "清单", "报告", "安排", "分工"),
    *("台账", "思路", "汇报", "制度", "表"),
    *("指南", "概况", "基本信息"),
)
# Papers that are called so, and those that a place or a year must stand in front of, else they are a heading's words
# (工程概况).
_PAPERS = ("政府工作报告", "指南")
_PAPERS_OF_SOMEBODY = ("概况", "基本信息")
_SHORTEST_NAME = 6


def has_amount(words: str) -> bool:
    """Whether a line states an amount as plans do; not how often a page was read."""
    return not _DIGITS.isdisjoint(words) and _AMOUNT.search(words) is not None and not has_any(words, _OF_THE_PAGE)


def amounts_in_front(page: Page, stop: int) -> tuple[int, int] | None:
    """The stretch from the first line to the last in front of `stop` that state amounts, None where none does."""
    lines = page.lines
    stating = [index for index in range(stop) if has_amount(lines.words(index))]
    return (lines.starts[stating[0]], lines.ends[stating[-1]]) if stating else None


def opens_untitled(page: Page, stop: int) -> bool:
    """Whether the lines in front of `stop` are a plan's: they state amounts, and are no letter and lead nothing in."""
    lines = page.lines
    if has_any(lines.text[: lines.ends[stop - 1]], _LEADING_IN):
        return False
    return any(has_amount(lines.words(index)) for index in range(stop))


def text_of_plan(page: Page, stop: int) -> int | None:
    """The line in front of `stop` at which a plan begins among what leads it in: 为…,制定本方案, and headings below.

    小编为您整理… stands above it on pages; a covering letter says besides that it sends the plan out.
    """
    for index in page.enacting:
        if index >= stop or has_any(page.lines.words(index), _SENDING):
            return None
        if is_outlined(page, index + 1, stop):
            return index
    return None


def opening_title(page: Page) -> str | None:
    """The document's first line where it can be a title: it names a year, a place or an organ, or ends like one."""
    words = page.lines.words(0)
    heading = page.headings.get(0)
    if not FRAGMENT.fullmatch(words) or (heading and heading.number) or page.part(0) in ("date", "attachment"):
        return None
    return words if words.endswith(_ENDS) or has_name(words) or organ_of(words, page.rules) else None


def named_paper(page: Page) -> str | None:
    """The document's first line where it surely is the title of a paper that is no plan: 补贴申请指南, 青河县概况."""
    words = page.lines.words(0)
    is_paper = words.endswith(_PAPERS) and len(words) >= _SHORTEST_NAME
    if len(page.lines) == 1 or not (is_paper or (words.endswith(_PAPERS_OF_SOMEBODY) and has_name(words))):
        return None
    return opening_title(page)
