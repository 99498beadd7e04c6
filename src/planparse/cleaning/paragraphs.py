"""Line by line: page furniture and markup out of the stream, and the lines of a paragraph joined."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.characters import REMOVED, SOFT
from planparse.cleaning.contents import contents_lines
from planparse.cleaning.furniture import page_furniture
from planparse.cleaning.lines import masked, physical_lines
from planparse.cleaning.markup import mask_bold
from planparse.cleaning.wrapping import continues, learn_layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.cleaning.lines import Line
    from planparse.reading.source import SourceText

__all__ = ["mask_lines"]


def mask_lines(text: str, source: SourceText) -> str:
    """The text with all that is no paragraph filled: page furniture, tables of contents, markup, soft line ends.

    `source` (of the same length) tells widths and pages, and whether line ends can be soft at all.
    """
    text = mask_bold(text) if source.wrapped else text
    lines = physical_lines(text, source)
    if not lines:
        return text
    in_tables = _lines_in_tables(lines, source)
    dropped = (page_furniture(lines, certain_only=not source.wrapped) | contents_lines(lines)) - in_tables
    text = masked(text, _outside(lines, dropped, text), REMOVED)
    if not source.wrapped:
        return text
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    fixed = {lines[index].start for index in in_tables}
    return masked(text, _soft_ends(text, kept, fixed), SOFT)


def _outside(lines: Sequence[Line], dropped: set[int], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of dropped lines, and of the markup in front of the others."""
    for index, line in enumerate(lines):
        if index in dropped:
            yield text.rfind("\n", 0, line.start) + 1, line.end
        elif line.marked:
            yield line.start - line.marked, line.start


def _soft_ends(text: str, lines: Sequence[Line], fixed: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the lines of one paragraph. Lines that begin at an offset of `fixed` stay alone."""
    gaps = [0, *(text.count("\n", before.end, after.start) - 1 for before, after in pairwise(lines))]
    layout = learn_layout(lines, gaps)
    begins = True
    for before, after, gap in zip(lines, lines[1:], gaps[1:], strict=False):
        is_free = before.start not in fixed and after.start not in fixed
        goes_on = is_free and continues(before, after, gap, layout, begins=begins)
        if goes_on:
            yield before.end, after.start
        begins = not goes_on


def _lines_in_tables(lines: Sequence[Line], source: SourceText) -> set[int]:
    starts = [table.start for table in source.tables]
    found = set()
    for index, line in enumerate(lines if starts else ()):
        table = bisect_right(starts, line.start) - 1
        if table >= 0 and line.start < source.tables[table].end:
            found.add(index)
    return found
