"""From clean text to outline: lines, headings, the plans' beginnings, each plan's own words, its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.bulletin import part_by_letters
from planparse.outline.chapters import number_chapters
from planparse.outline.closing import Signature, attachments, listed_attachments, signature
from planparse.outline.dates import (
    DATE_ENDS,
    DateLine,
    is_papers_name,
    names_year_of_funds,
    read_date_line,
    read_month_line,
    title_years,
)
from planparse.outline.front import (
    date_of_issue,
    document_number,
    document_title,
    letter_signature,
    said,
    unspaced,
)
from planparse.outline.headings import find_headings
from planparse.outline.letters import joined, notice_end
from planparse.outline.lines import split_lines
from planparse.outline.model import Outline, PlanOutline
from planparse.outline.opening import amounts_in_front
from planparse.outline.page import Page
from planparse.outline.sections import sections_of
from planparse.outline.shapes import shape_as
from planparse.outline.starts import Start, find_starts

if TYPE_CHECKING:
    from planparse.cleaning.text import CleanText
    from planparse.reading.source import SourceText
    from planparse.rules import RuleSet

__all__ = ["find_outline"]

# A date under the title, in brackets or beside the issuer, stands this many lines behind it at most.
_UNDER_TITLE = 3
# 发布时间: / 2031-05-01: when a page was posted.
_POSTED = ("发表时间:", "发布时间:", "更新时间:", "发布日期:", "更新日期:", "上传时间:")


def find_outline(text: CleanText, source: SourceText, rules: RuleSet) -> Outline:
    """The plans of a document with their sections, and what its front matter says.

    Offsets are into `text.text`. A text without any title is one plan; one of blanks or `>` alone has none.
    """
    lines = split_lines(text, source, rules)
    number_chapters(lines, rules)
    if not lines:
        return Outline(())
    headings = {heading.line: heading for heading in find_headings(lines, rules)}
    page = Page(lines, headings, rules)
    for index in listed_attachments(page):
        headings.pop(index, None)
    starts, notice = find_starts(page)
    starts = part_by_letters(page, starts, notice)
    for index in (index for start in starts for index in start.taken):
        headings.pop(index, None)
    letter = letter_signature(page, starts, notice)
    title = document_title(page, starts, notice)
    said_issuer, issued = said(page, "issuer"), date_of_issue(page)
    issuer = (letter.issuer if letter else None) or said_issuer
    if issuer is None and notice is not None and starts[0].line > notice:
        issuer = _named_in(title, rules)  # pages on the web lose who signed
    front = Signature(0, issuer, (letter.date if letter else None) or issued, letter.month if letter else None)
    plans = []
    for number, start in enumerate(starts):
        stop = start.stop or (starts[number + 1].lead if number + 1 < len(starts) else len(lines))
        end = lines.starts[stop] if stop < len(lines) else len(text.text)
        own = front if len(starts) == 1 else _own_letter(page, start)
        plans.append(_plan(page, start, stop, end, own, title))
    head = plans[0] if len(plans) == 1 else None
    issuer = (letter.issuer if letter else None) or said(page, "masthead") or said_issuer
    issuer = issuer or (head.department if head else None)
    date = (letter.date if letter else None) or issued or (head.date if head else None)
    month = (letter.month if letter else None) or (head.month if head else None)
    doc_number = document_number(page, starts, notice)
    left_out = amounts_in_front(page, starts[0].lead)
    return Outline(tuple(plans), title, issuer, doc_number, date, None if date else month, left_out)


def _own_letter(page: Page, start: Start) -> Signature | None:
    """Who signed the letter by which a plan of a bulletin is sent out, and when; its title names them as well."""
    signed = letter_signature(page, [start], start.letter)
    if start.letter is None or (signed and signed.issuer):
        return signed
    title = joined(page, start.letter, notice_end(page, start.letter) or start.letter + 1)
    return (signed or Signature(0, None, None)).replaced(issuer=_named_in(title, page.rules))


def _plan(
    page: Page, start: Start, stop: int, end: int, front: Signature | None, document_title: str | None
) -> PlanOutline:
    body = max(start.taken, default=start.line - 1) + 1
    annexes = attachments(page, body, stop)
    signed = signature(page, body, annexes[0] if annexes else stop)
    issuer, date, month = (signed.issuer, signed.date, signed.month) if signed else (None, None, None)
    if under := _dated_under_title(page, body, stop):
        dated, above = under
        date, month, issuer = date or dated.iso, month or dated.month, issuer or dated.issuer or above
    department = start.department or (front.issuer if front else None) or issuer or _named_in(start.title, page.rules)
    if signed is None and front:
        date, month = date or front.date, month or front.month
    year, period = title_years(start.title or document_title or _papers_name(page, start.line, stop))
    return PlanOutline(
        start=page.lines.starts[start.line],
        end=end,
        department=unspaced(department),
        title=start.title,
        date=date,
        sections=sections_of(page, body, stop, end, annexes, signed),
        year=year,
        period=period,
        month=None if date else month,
        of_funds=names_year_of_funds(start.title),
    )


def _dated_under_title(page: Page, body: int, stop: int) -> tuple[DateLine, str | None] | None:
    """The date within a plan's first lines, a month alone right below its title; and the organ that stands above."""
    text, ends = page.lines.text, page.lines.ends
    if page.part(body) == "attachment":
        listed = listed_attachments(page)
        body = next((index for index in range(body, stop) if index not in listed), stop)
    for index in range(body, min(body + _UNDER_TITLE, stop)):
        if index in page.headings or text[ends[index] - 1] == "。":
            break  # what stands further down is told
        if text[ends[index] - 1] not in DATE_ENDS:
            continue
        if index and page.lines.words(index - 1).endswith(_POSTED):
            continue
        words = page.lines.words(index)
        above = page.lines.words(index - 1) if index - 1 >= body and page.part(index - 1) == "department" else None
        dated = read_date_line(words) or (read_month_line(words) if index == body or above else None)
        if dated is not None:
            return dated, above
    return None


def _papers_name(page: Page, first: int, stop: int) -> str | None:
    """The name of a paper (…2031年政府工作报告) within the first lines of a plan without a title."""
    for index in range(first, min(first + _UNDER_TITLE, stop)):
        if is_papers_name(page.lines.words(index)):
            return page.lines.words(index)
    return None


def _named_in(title: str | None, rules: RuleSet) -> str | None:
    """The department that a title begins with: 青河县水利局2022年工作要点, 青河县水利局关于…的实施方案."""
    if not title:
        return None
    for mark in ("关于", "20", "“", "落实", "推进", "贯彻"):
        name, found, _ = title.partition(mark)
        if found and shape_as("department", name, rules):
            return name
    return None
