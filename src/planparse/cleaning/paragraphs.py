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
from planparse.cleaning.wrapping import continues, learn_layout, may_continue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.cleaning.lines import Lines
    from planparse.reading.source import SourceText

__all__ = ["between_cells", "mask_lines"]


def between_cells(source: SourceText) -> list[tuple[int, int]]:
    """The blanks that alone part two cells of a table in a line: a tab says so without doubt."""
    if not (source.wrapped and source.tables):
        return []
    text = source.text
    gaps = {
        (one.end, other.start)
        for table in source.tables
        for one, other in pairwise(table.cells)
        if one.row == other.row and one.end < other.start and text[one.end : other.start].isspace()
    }
    return sorted(gap for gap in gaps if "\n" not in text[slice(*gap)])


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
    text = masked(text, _outside(lines, dropped), REMOVED)
    if not source.wrapped:
        return text
    fixed = {lines.starts[index] for index in in_tables}
    lines = lines.without(dropped, text)
    return masked(text, _soft_ends(lines, fixed), SOFT)


def _outside(lines: Lines, dropped: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of dropped lines, and of the markup in front of the others."""
    for index in sorted(dropped.union(lines.marked)):
        start = lines.starts[index]
        if index in dropped:
            above = lines.ends[index - 1] if index else 0
            yield max(above, *(lines.text.rfind(end, above, start) + 1 for end in "\n\f")), lines.ends[index]
        else:
            yield start - lines.marked[index], start


def _soft_ends(lines: Lines, fixed: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the lines of one paragraph. Lines that begin at an offset of `fixed` stay alone."""
    text, starts, ends = lines.text, lines.starts, lines.ends
    count = text.count
    gaps = [
        0 if start - end == 1 and text[end] == "\n" else count("\n", end, start) - 1
        for end, start in zip(ends, starts[1:], strict=False)
    ]
    layout = learn_layout(lines, gaps)
    after, ended, joined = None, -1, -1
    for index in may_continue(lines, gaps, layout):
        if fixed and (starts[index] in fixed or starts[index + 1] in fixed):
            continue
        before = after if after and ended == index else lines[index]
        ended = index + 1
        after, gap = lines[ended], gaps[index]
        # What a dropped line left behind parts its neighbours: a page's mark and head.
        over_page = gap > 0 and REMOVED in text[before.end : after.start]
        if continues(before, after, gap, layout, begins=joined != index, over_page=over_page):
            joined = ended
            yield before.end, after.start


def _lines_in_tables(lines: Lines, source: SourceText) -> set[int]:
    starts = [table.start for table in source.tables]
    found = set()
    for index, start in enumerate(lines.starts if starts else ()):
        table = bisect_right(starts, start) - 1
        if table >= 0 and start < source.tables[table].end:
            found.add(index)
    return found
