"""What the front matter of a document says: its title, who issued it and when, its 发文字号."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.closing import signature
from planparse.outline.dates import read_date_line
from planparse.outline.page import HEAD
from planparse.outline.shapes import shape_as

if TYPE_CHECKING:
    from planparse.outline.closing import Signature
    from planparse.outline.page import Page
    from planparse.outline.starts import Start

__all__ = ["date_of_issue", "document_number", "document_title", "letter_signature", "said", "unspaced"]

_LONGEST_LETTER_TITLE = 4


def letter_signature(page: Page, starts: list[Start], notice: int | None) -> Signature | None:
    """The signature of the covering letter, which stands right above the first plan."""
    if notice is None or not starts:
        return None
    for stop in range(starts[0].lead, notice, -1):
        if page.part(stop - 1) == "date":
            return signature(page, notice + 1, stop)
    return signature(page, notice + 1, starts[0].lead)


def document_title(page: Page, starts: list[Start], notice: int | None) -> str | None:
    """The title of the covering letter, or of the only plan, or the one that stands above a collection.

    So is that of a plan at the top where the others are its attachments.
    """
    if letter := _letter_title(page, notice):
        return letter[0]
    if len(starts) == 1:
        return starts[0].title
    for index in range(starts[0].lead if starts else 0):
        if found := page.title_at(index):
            return found[1]
    if starts and not starts[0].lead and all(page.part(start.lead) == "attachment" for start in starts[1:]):
        return starts[0].title
    return None


def _letter_title(page: Page, notice: int | None) -> tuple[str, int] | None:
    """The covering letter's title, which begins at the line `notice`, and the line behind it."""
    if notice is None:
        return None
    words = ""
    for index in range(notice, min(notice + _LONGEST_LETTER_TITLE, len(page.lines))):
        words += page.lines.words(index)
        if shape_as("notice", words, page.rules):
            return words, index + 1
    return None


def document_number(page: Page, starts: list[Start], notice: int | None) -> str | None:
    """The 发文字号. In brackets it is one right above or below the title: further down it is another paper's."""
    if number := said(page, "number"):
        return number
    first = starts[0].lead if starts else 0
    behind = max(starts[0].taken, default=first) + 1 if starts else 0
    if letter := _letter_title(page, notice):
        first, behind = notice or 0, letter[1]
        if again := _letter_title(page, behind):  # pages on the web have it twice
            behind = again[1]
    for index in (first - 1, behind):
        words = page.lines.words(index) if 0 <= index < len(page.lines) else ""
        if words[:1] == "(" and (shape := shape_as("number", words[1:-1], page.rules)):
            return unspaced(shape.value)
    return None


def said(page: Page, part: str) -> str | None:
    """What the first line of a shape at the head of the document names, or a field among others on one line."""
    if part in page.known and part in (head := page.parts[:HEAD]) and (shape := page.shapes[head.index(part)]):
        return unspaced(shape.value)
    return _field(page, part) if part in ("issuer", "issued", "number") else None


def _field(page: Page, part: str) -> str | None:
    """What a field without a colon names: a day, a number, or what surely is an organ."""
    for label, value in page.fields:
        shape = shape_as(part, f"{unspaced(label)}:{value}", page.rules)
        if shape and (part != "issuer" or shape_as("department", value, page.rules)):
            return unspaced(shape.value)
    return None


def date_of_issue(page: Page) -> str | None:
    """The ISO date that the head of the page gives as that of issue."""
    words = said(page, "issued")
    dated = read_date_line(words) if words else None
    return dated.iso if dated else None


def unspaced(words: str | None) -> str | None:
    """Words without the blanks in them."""
    return "".join(words.split()) if words else None
