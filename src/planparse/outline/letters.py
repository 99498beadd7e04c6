"""Covering letters: where one begins, what it sends out, and the title of that below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.cleaning.titles import LISTED_DATE
from planparse.outline.opening import has_amount
from planparse.outline.page import FRAGMENT
from planparse.outline.shapes import shape_as
from planparse.outline.succession import is_outlined
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = [
    "LETTER_REACH",
    "OF_LETTERS",
    "announced_title",
    "below_letter",
    "has_plan_above",
    "joined",
    "letter_title",
    "notice_end",
    "sent_out",
    "untitled_letter",
]

_LONGEST_LETTER = 60
_LONGEST_HEAD = 60  # lines among which a covering letter begins
# 关于印发《…》的通知, or without the title's marks.
_SENT_OUT = lazy_plain_pattern(
    r"(?:印发|转发|下发|发布)[^《]{0,6}《(.{4,80})》(?:的|$)|(?:印发|转发|下发)([^《》]{4,80}?)的?(?:通知|函)"
)
# 青河县水利局转发省农业 / 农村厅关于…的通知: broken before 关于.
_PASSES_ON = lazy_plain_pattern(r"转发(?:国|中共|自治|[省市州县区])")
# 现将《…》印发给你们: all that is left of a letter whose title is lost, as on pages saved from the web.
_SENT_TO_YOU = lazy_plain_pattern(r"《([^《》]{6,80})》[^。《》]{0,30}(?:印发|下发|转发)给?你们")
LETTER_REACH = 12
"""Among so many lines of a document a letter without a title says what it sends out, or lists it."""
# What a letter sends out under its signature, and is no plan by its name alone: …责任分解, …任务分工表, …责任清单.
_DIVISION_OF_WORK = lazy_plain_pattern(
    r"[^。;:!?|>\t,]{4,60}?(?:分解(?:落实)?|分工|(?:责任|任务|目标|工作|项目)清单)(?:方案|一览)?表?(?:\([^()]{1,16}\))?"
)
# What may stand between that signature and the title: (此件公开发布), 附件1.
_MARK = lazy_plain_pattern(r"\([^()]{2,12}\)|附[件表][ ]?[一二三四五六七八九十\d]{0,2}:?")
_BLANKS = lazy_plain_pattern(r"\s")
# 关于开展检查的通知 05-01, …的函 [2031-05-01]: an entry in a list of news.
_LISTED = lazy_plain_pattern(rf"(?:通知|函|批复|决定|公告|通告)[ \t\[(]{{0,9}}{LISTED_DATE}")
_LISTED_ENDS = frozenset("0123456789日])")
OF_LETTERS = ("关于", "印发", "转发")
"""Words one of which the title of every covering letter has."""


def letter_title(page: Page) -> tuple[int | None, int]:
    """The line of the covering letter's title and the line behind it; None and 0 where there is none."""
    head = min(_LONGEST_HEAD, len(page.lines))
    if not has_any(_words(page, head), OF_LETTERS):
        return None, 0
    for index in range(head):
        words = page.lines.words(index)
        is_sent = "关于" in words or "印发" in words or ("转发" in words and _PASSES_ON.search(words))
        if is_sent and (end := notice_end(page, index)):
            # 青河县人民政府 / 关于印发…的通知: the issuer on a line of its own belongs to the title.
            index -= words.startswith(OF_LETTERS) and page.part(index - 1) == "department"
            return (None, 0) if has_plan_above(page, index, end) else (index, end)
    return None, 0


def has_plan_above(page: Page, index: int, end: int) -> bool:
    """Whether a plan's text stands above what has the shape of a letter's title (the lines `index:end`).

    Then it sends nothing out: 附件, a link to the next page, a piece of a sentence. Headings are a plan's where
    sentences stand among them, else a table of contents has them; so are amounts, where no outline follows, as it does
    where a page leads in a paper by what is in it.
    """
    if not index:
        return False
    stating = any(has_amount(page.lines.words(above)) for above in range(index))
    headed = any(line < index and (found.number or found.kinds != ("other",)) for line, found in page.headings.items())
    if headed or is_outlined(page, 0, index):
        return stating or any(page.lines.words(above)[-1] == "。" for above in range(index))
    return stating and not is_outlined(page, end, len(page.lines))


def _words(page: Page, stop: int) -> str:
    """The text of the lines in front of a line."""
    return page.lines.text[: page.lines.ends[stop - 1]] if stop else ""


def notice_end(page: Page, index: int) -> int | None:
    """The line behind a covering letter's title that begins at `index`, over up to four lines."""
    if (heading := page.headings.get(index)) and heading.number:
        return None
    words = ""
    for stop in range(index, min(index + 4, len(page.lines))):
        own = page.lines.words(stop)
        if (not FRAGMENT.fullmatch(own) and "关于" not in own) or (own[-1] in _LISTED_ENDS and _LISTED.search(own)):
            return None
        words += own
        if shape_as("notice", words, page.rules):
            return stop + 1
    return None


def joined(page: Page, first: int, stop: int) -> str:
    """The words of several lines as one."""
    return "".join([page.lines.words(index) for index in range(first, stop)])


def sent_out(notice: str) -> str:
    """What a covering letter's title says it sends out; empty where it names nothing."""
    named = _SENT_OUT.search(notice)
    return _BLANKS.sub("", named[1] or named[2]) if named else ""


def untitled_letter(page: Page) -> tuple[int, str] | None:
    """The line of a letter without a title that sends a paper out, and the paper's title."""
    reach = min(LETTER_REACH, len(page.lines))
    for index in range(reach if "你们" in _words(page, reach) else 0):
        if named := _SENT_TO_YOU.search(page.lines.words(index)):
            return None if has_plan_above(page, index, index + 1) else (index, _BLANKS.sub("", named[1]))
    return None


def announced_title(page: Page, wanted: str, after: int) -> tuple[int, int, str] | None:
    """The title, over up to three lines, of the paper that a covering letter names as sent out.

    The last such lines before any numbered heading: a list of what is annexed, and a cover, have the title too.
    """
    found = None
    last = len(page.lines) - 1
    for index in range(after, min(last, after + _LONGEST_LETTER) if wanted else after):
        heading = page.headings.get(index)
        if found and heading and heading.number:
            break
        words = ""
        for stop in range(index, min(index + 3, last)):
            words += _BLANKS.sub("", page.lines.words(stop))
            if words.strip("《》") == wanted:
                found = index, stop + 1, wanted
            if not wanted.startswith(words):
                break
    return found


def below_letter(page: Page, after: int) -> tuple[int, int, str] | None:
    """The title, over up to two lines, of a division of work right below the date that signs the covering letter.

    A letter with numbered headings says itself what is to be done; what stands below it is an attachment.
    """
    for index in range(after, min(len(page.lines) - 2, after + _LONGEST_LETTER)):
        heading = page.headings.get(index)
        if heading and heading.number:
            return None
        if index > after and page.part(index) == "date":
            words, first = "", index + 1
            while first + 1 < len(page.lines) and _MARK.fullmatch(page.lines.words(first)):
                first += 1
            for stop in range(first, min(first + 2, len(page.lines) - 1)):
                words += page.lines.words(stop)
                if page.lines.numbers[stop] is None and _DIVISION_OF_WORK.fullmatch(words):
                    return index + 1, stop + 1, words
            return None
    return None
