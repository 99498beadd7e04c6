"""The section tree of one plan: levels, parents and spans of its headings, its closing block and its attachments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from planparse.outline.closing import closing_block, explains
from planparse.outline.headings import Heading
from planparse.outline.kinds import kinds_of
from planparse.outline.model import GLOSSARY, SectionOutline
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.outline.closing import Signature
    from planparse.outline.page import Page
    from planparse.rules import RuleSet

__all__ = ["sections_of"]

# Divisions above 一、, in order; each that a plan uses pushes 一、 and what is under it down by one.
_GREAT = ("heading/division", "heading/chapter", "heading/section", "heading/formal", "heading/article")
_LONGEST_TITLE = 60
CLOSING = "heading/closing-block"
ATTACHMENT = "kind/attachment"


class _Mark(Record):
    """A place at which a section begins, before spans and parents are known."""

    __slots__ = ("heading", "implicit_end", "level")

    def __init__(self, heading: Heading, level: int, implicit_end: int | None = None) -> None:
        self.heading = heading
        self.level = level
        self.implicit_end = implicit_end


def sections_of(
    page: Page, first: int, stop: int, end: int, annexes: Sequence[int], signed: Signature | None
) -> tuple[SectionOutline, ...]:
    """The sections of the plan that fills the lines `first:stop`, in reading order; `end` is the plan's last offset.

    `annexes` are the lines at which its attachments begin, `signed` is what closes its own text.
    """
    body = annexes[0] if annexes else stop
    close = signed.line if signed else body
    aside = {index + 1 for index in annexes if _titles_annex(page, index)} | set(annexes)
    heading_at = page.headings.get
    headings = [
        heading for index in range(first, stop) if (heading := heading_at(index)) is not None and index not in aside
    ]
    lines = [heading.line for heading in headings] if annexes else []
    marks = _levels(headings[: bisect_left(lines, body)] if annexes else headings, page)
    block = closing_block(page, first, close)
    if block:
        marks = [mark for mark in marks if not block[0] <= mark.heading.line < block[1]]
        marks.append(_Mark(_closing(page, block[0]), 1, page.lines.ends[block[1] - 1]))
    for index, annex in enumerate(annexes):
        behind = annexes[index + 1] if index + 1 < len(annexes) else stop
        marks.append(_Mark(_annex(page, annex), 1))
        inner = _levels(headings[bisect_right(lines, annex) : bisect_left(lines, behind)], page)
        marks += [mark.replaced(level=mark.level + 1) for mark in inner]
    limit = page.lines.starts[signed.line] if signed else None
    return _tree(marks, page.rules, end, limit)


def _titles_annex(page: Page, index: int) -> bool:
    """Whether the line below 附件2 is the attachment's title: an unnumbered one, where the mark's line has none."""
    shape, below = page.shapes[index], page.headings.get(index + 1)
    return not (shape and shape.value) and (below is None or below.number is None)


def _closing(page: Page, index: int) -> Heading:
    lines = page.lines
    return Heading(index, lines.starts[index], lines.ends[index], lines.words(index), ("responsibility",), CLOSING)


def _annex(page: Page, index: int) -> Heading:
    lines, shape = page.lines, page.shapes[index]
    title = shape.value if shape and shape.value else lines.words(index)
    if _titles_annex(page, index) and lines.size(index + 1) <= _LONGEST_TITLE:
        title = lines.words(index + 1)
    rule = GLOSSARY if explains(page, index) or explains(page, index + 1) else ATTACHMENT
    return Heading(index, lines.starts[index], lines.ends[index], title, ("attachment",), rule)


def _levels(headings: Sequence[Heading], page: Page) -> list[_Mark]:
    """The level of each heading: by its number's style; an unnumbered one by its place.

    Where a scan has lost a number (一、…, 工作目标, 三、…), the one unnumbered heading in the gap has it.
    """
    used = {heading.rule for heading in headings}
    great = [style for style in _GREAT if style in used]
    first_level = any(h.number and (h.rule in _GREAT or h.number.level == 1) for h in headings)
    style_at = page.lines.styles.get
    styles = sorted({style for h in headings if (style := style_at(h.line)) is not None}) if page.lines.styles else []
    marks: list[_Mark] = []
    numbered = 0  # the level of the numbered heading that an unnumbered one stands under
    for heading in headings:
        number = heading.number
        if number is None:
            style = style_at(heading.line)
            level = styles.index(style) + 1 if style is not None else numbered + 1 if first_level else 1
        elif great and heading.rule in great:
            level = numbered = great.index(heading.rule) + 1
        else:
            level = numbered = number.level + len(great)
        marks.append(_Mark(heading, level))
    if first_level and len(headings) > 2:
        _fill_gaps(marks)
    return marks


def _fill_gaps(marks: list[_Mark]) -> None:
    """Gives the only unnumbered heading between the first and the third of three numbers the second's level."""
    before, unnumbered = None, []
    for index, mark in enumerate(marks):
        number = mark.heading.number
        if number is None:
            unnumbered.append(index)
        elif number.level == 1:
            follows = (number.style, number.value - 2)
            if before and len(unnumbered) == 1 and (before.style, before.value) == follows:
                marks[unnumbered[0]] = marks[unnumbered[0]].replaced(level=mark.level)
            before, unnumbered = number, []


def _tree(marks: Sequence[_Mark], rules: RuleSet, end: int, limit: int | None) -> tuple[SectionOutline, ...]:
    """Sections with parents and spans. What begins before the signature (`limit`) ends there at the latest."""
    levels = [mark.level for mark in marks]
    parents: list[int | None] = []
    depths: list[int] = []
    ends = [end] * len(marks)
    above = None  # the mark in front, then the ones above it
    for index, level in enumerate(levels):
        while above is not None and levels[above] >= level:
            ends[above] = marks[index].heading.start
            above = parents[above]
        parents.append(above)
        depths.append(1 if above is None else depths[above] + 1)
        above = index
    sections = []
    for mark, parent, depth, behind in zip(marks, parents, depths, ends, strict=True):
        heading = mark.heading
        start, stop, kinds, number = heading.start, heading.end, heading.kinds, heading.number
        if limit is not None and start < limit < behind:
            behind = limit
        if number and depth != number.level:
            kinds = kinds_of(heading.title, depth, rules, numbered=True)
        close = mark.implicit_end or (behind if behind > stop else stop)
        is_implicit = mark.implicit_end is not None
        named = (heading.title, mark.level, kinds, parent, is_implicit, heading.run_in, heading.rule)
        sections.append(SectionOutline(start, close, start, stop, *named))
    return tuple(sections)
