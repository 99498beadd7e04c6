"""Bulletins: letters one behind the other, each with what it sends out, or with its own text alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.letters import OF_LETTERS, announced_title, joined, notice_end, sent_out
from planparse.outline.opening import has_amount
from planparse.outline.shapes import organ_of, shape_as
from planparse.outline.succession import is_outlined
from planparse.outline.titled import PARAGRAPH, Start
from planparse.patterns import lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.outline.page import Page

__all__ = ["part_by_letters"]

_LONGEST_TITLE = 4  # lines
_LONGEST_ADDRESSEES = 240
_TO_MARK = 2  # from the mark of an attachment to what is attached
_KINDS = ("通知", "函", "批复", "决定", "通告", "公告", "请示", ")")
_IN_BRACKETS = lazy_plain_pattern(r"\([^()]{0,40}\)")
_BETWEEN = lazy_plain_pattern("[、,;和及 \t]+")
# What addressees end in (各县(市、区)人民政府, 市直各部门), and the words of a sentence that says what they have to do.
_ADDRESSED = frozenset("府局委办室部厅处站所心位门构司业团体校院会镇乡道区县市州旗村居社科组行员场队厂矿省盟央")
_SETS_OUT = ("要", "以下", "如下", "下列", "按", "由", "的")
_ALL = ("各", "有关", "全体")


class _Letter(Record):
    """The head of a letter: its first line, the first of its title, and the one behind the title."""

    __slots__ = ("behind", "first", "title")

    def __init__(self, first: int, title: int, behind: int) -> None:
        self.first = first
        self.title = title
        self.behind = behind


def part_by_letters(page: Page, starts: list[Start], notice: int | None) -> list[Start]:
    """The plans of a bulletin: what stands above a letter's head ends there, and what it sends out is dated by it.

    Only the whole head of a letter, its title and below it whom it addresses or that it sends something, parts a
    bulletin, and only behind the text of a plan: the title alone may be a source's or an enclosure's. A letter that
    sends nothing out is a plan where it states amounts or has an outline; an appointment is none.
    """
    letters = _behind_plan(page, _letters(page), starts, notice)
    if not letters:
        return starts
    edges = [0, *[letter.first for letter in letters], len(page.lines)]
    lines = [start.line for start in starts]
    groups = [starts[bisect_left(lines, a) : bisect_left(lines, b)] for a, b in pairwise(edges)]
    first = groups[0]
    if not first and notice is not None:
        first = [_itself(page, _Letter(notice, notice, notice_end(page, notice) or notice + 1))]
    parted = _until(edges[1], first, notice)
    for letter, own, stop in zip(letters, groups[1:], edges[2:], strict=True):
        parted += _until(stop, own or _of_letter(page, letter, stop), letter.title)
    return parted


def _until(stop: int, starts: list[Start], letter: int | None) -> list[Start]:
    """The plans of one letter, which end at the next one's head."""
    if not starts:
        return []
    starts = [*starts[:-1], starts[-1].replaced(stop=stop)]
    is_sent = len(starts) == 1 and letter is not None and letter < starts[0].line
    return [starts[0].replaced(letter=letter)] if is_sent else starts


def _of_letter(page: Page, letter: _Letter, stop: int) -> list[Start]:
    """The plan that a letter sends out under a title that is no plan's by itself, or the letter, where it is one."""
    if title := announced_title(page, sent_out(joined(page, letter.title, letter.behind)), letter.behind):
        first, behind, words = title
        if behind <= stop:
            return [Start(first, first, None, words, tuple(range(first, behind)))]
    return [_itself(page, letter)] if _states(page, letter.behind, stop) else []


def _itself(page: Page, letter: _Letter) -> Start:
    first, title, behind = letter.first, letter.title, letter.behind
    above = title - 1 if title > first and page.part(title - 1) == "department" else None
    department = None if above is None else page.lines.words(above)
    return Start(first, first, department, joined(page, title, behind), tuple(range(first, behind)))


def _behind_plan(page: Page, letters: list[_Letter], starts: list[Start], notice: int | None) -> list[_Letter]:
    """Those of the letters that stand behind a plan, and are not passed on by the one above them (转发…)."""
    lines = [start.line for start in starts]
    title = None if notice is None else joined(page, notice, notice_end(page, notice) or notice + 1)
    since = notice  # the head of the letter above
    found: list[_Letter] = []
    for letter in letters:
        at = bisect_left(lines, letter.first)
        begins = lines[at - 1] if at and lines[at - 1] >= (since or 0) else None
        own = joined(page, letter.title, letter.behind)
        # A page has its letter's title above what leads it in, too.
        is_apart = title is None or not (own.endswith(title) or title.endswith(own))
        first = since if begins is None else begins
        if first is None or first >= letter.first:
            is_apart = False
        elif is_apart and not _states(page, first, letter.first):
            passes_on = title is not None and "转发" in title
            is_apart = not passes_on and (bool(found) if begins is None else _has_paragraph(page, first, letter.first))
        if is_apart:
            found.append(letter)
        title, since = own, letter.title
    return found


def _has_paragraph(page: Page, first: int, stop: int) -> bool:
    lines = page.lines
    return any(lines.size(index) >= PARAGRAPH and lines.words(index)[-1] == "。" for index in range(first, stop))


def _states(page: Page, first: int, stop: int) -> bool:
    return is_outlined(page, first, stop) or any(has_amount(page.lines.words(index)) for index in range(first, stop))


def _letters(page: Page) -> list[_Letter]:
    """The whole heads of letters in order: a title, perhaps its number, and the line that addresses it or sends it."""
    lines, found = page.lines, []
    text = lines.text
    for at in sorted([*_places(text, ":\n", 0), *_places(text, "\n现将", 1)]):
        index = bisect_right(lines.starts, at) - 1
        behind = index - 1 if page.part(index - 1) == "number" else index
        if behind > 0 and lines.words(behind - 1).endswith(_KINDS) and (_sends(page, index) or _addresses(page, index)):
            title = _title_above(page, behind)
            if title is not None and not _is_attached(page, first := _head(page, title)):
                found.append(_Letter(first, title, behind))
    return found


def _places(text: str, words: str, behind: int) -> Iterator[int]:
    """The offsets so many characters behind the beginnings of some words in a text."""
    at = text.find(words)
    while at >= 0:
        yield at + behind
        at = text.find(words, at + 1)


def _sends(page: Page, index: int) -> bool:
    """Whether a line says that a letter sends something out: 现将方案印发给你们, as where the addressees are lost."""
    words = page.lines.words(index)
    return words.startswith("现将") and "发给你们" in words


def _title_above(page: Page, behind: int) -> int | None:
    """The first line of the letter's title that ends above a line."""
    for index in range(behind - 1, max(-1, behind - 1 - _LONGEST_TITLE), -1):
        if has_any(page.lines.words(index), OF_LETTERS) and notice_end(page, index) == behind:
            return index
    return None


def _is_attached(page: Page, first: int) -> bool:
    """Whether 附件2 stands alone above a letter: then it is a form; what 附件:… names is enclosed by the plan above."""
    shapes = page.shapes[max(0, first - _TO_MARK) : first]
    return any(shape is not None and shape.part == "attachment" and not shape.value for shape in shapes)


def _head(page: Page, title: int) -> int:
    """The first line of a letter's head: above its title number, masthead, and whose it is, if not said in it."""
    first = title
    if page.part(first - 1) == "department" and not organ_of(page.lines.words(title), page.rules):
        first -= 1
    while page.part(first - 1) in ("masthead", "number"):
        first -= 1
    return first


def _addresses(page: Page, index: int) -> bool:
    """Whether a line is nothing but those whom a letter addresses: 各县(市、区)人民政府,市直有关部门:."""
    if page.lines.size(index) > _LONGEST_ADDRESSEES:
        return False
    words = _IN_BRACKETS.sub("", page.lines.words(index)[:-1])
    if not words or words[-1] not in _ADDRESSED or has_any(words, _SETS_OUT):
        return False
    addressees = _BETWEEN.split(words)
    if any(addressee and addressee[-1] not in _ADDRESSED for addressee in addressees):
        return False
    return has_any(words, _ALL) or shape_as("department", addressees[0], page.rules) is not None
