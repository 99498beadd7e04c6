"""Tables in plain text and in markdown: neighbouring lines cut into equally many cells by tabs or bars."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.short_rows import Columns
from planparse.reading.source import Cell, Table
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BARS", "HEAD_CELL", "MAX_CELL", "RULE", "TextRow", "bar_cells", "caption", "text_tables"]

# `|---|:--:|`: the line between head and body of a table in markdown.
RULE = lazy_plain_pattern(r"\s*+\|?\s*+:?-{2,}+:?\s*+(?:\|\s*+:?-{2,}+:?\s*+)*+\|?\s*+")
BARS = "|｜│"
_BAR = lazy_plain_pattern(rf"[{BARS}]")
_SIGN = lazy_plain_pattern(rf"[\t{BARS}]")
# Most texts have one kind of them, to which `re` skips ahead.
_SIGNS = {sign: lazy_plain_pattern(re.escape(sign)) for sign in ("\t", *BARS)}
MAX_CELL = 400
# A cell of units may have a line for each of them: 市水务局, 市财政局.
_UNIT = lazy_plain_pattern(
    r"[^\d。；：:，,]{1,15}(?:[局委办厅部院]|委员会|管委会|中心|集团|公司|政府|街道|部门|单位)、?"
)
_LONGEST_GAP = 80
# A cell of a head is a name: no sentence, no figure, no `责任人：…` of a closing block.
HEAD_CELL = lazy_plain_pattern(r"(?![\d.%]+$)(?:其中[：:])?[^。；！？：:]{1,30}")


class TextRow(Record):
    """A line of a table: where it stands, the start and end of the words of each cell, and the column of the first."""

    __slots__ = ("cells", "end", "first", "start")

    def __init__(self, start: int, end: int, cells: tuple[tuple[int, int], ...], first: int = 0) -> None:
        self.start = start
        self.end = end
        self.cells = cells
        self.first = first


def text_tables(text: str) -> tuple[Table, ...]:
    """The tables of a plain text, only where they clearly are some: a head and at least one row of the same width."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not signs:
        return ()
    tables: list[Table] = []
    for rows in _runs(text, _SIGNS[signs[0]] if len(signs) == 1 else _SIGN):
        if len(rows) < 2 or not _is_head(text, rows[0]):
            continue
        cells = tuple(
            Cell(start, end, number, column)
            for number, row in enumerate(rows)
            for column, (start, end) in enumerate(row.cells, row.first)
        )
        tables.append(Table(rows[0].start, rows[-1].end, cells, caption(text, rows[0].start)))
    return tuple(tables)


def bar_cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The cells of a line between bars (a bar behind a backslash is none), as offsets of their words."""
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    edges = [bar for bar in bars if bar == start or text[bar - 1] != "\\"]
    bounds = [start - 1, *edges, end]
    cells = [_stripped(text, left + 1, right) for left, right in pairwise(bounds)]
    # Bars at the ends of the line frame it.
    if edges and not text[start : edges[0]].strip():
        cells = cells[1:]
    if edges and cells and not text[edges[-1] + 1 : end].strip():
        cells = cells[:-1]
    return tuple(cells)


def _runs(text: str, sign_of_cells: re.Pattern[str]) -> Iterator[list[TextRow]]:
    """Neighbouring lines with the same number of cells, at least two; below a head also rows that have lost some."""
    run: list[TextRow] = []
    columns = Columns(0)
    start = 0
    while sign := sign_of_cells.search(text, start):
        first = text.rfind("\n", start, sign.start()) + 1 or start
        end = text.find("\n", sign.start())
        end = len(text) if end < 0 else end
        cells = _line_cells(text, first, end)
        if run and first > start:
            goes_on = cells and len(cells) == len(run[0].cells) and _with_units(text, run[-1], start, first)
            if goes_on:
                run[-1] = goes_on
            else:
                yield run
                run = []
        start = first
        is_rule = bool(cells) and text.find("--", start, end) >= 0 and RULE.fullmatch(text, start, end) is not None
        if not (is_rule and run):
            row = _row(text, TextRow(start, end, cells), run, columns) if run and cells else None
            if run and row is None:
                yield run
                run = []
            if row is not None:
                run.append(row)
            elif cells is not None:
                run, columns = [TextRow(start, end, cells)], Columns(len(cells))
        start = end + 1
    if run:
        yield run


def _with_units(text: str, row: TextRow, start: int, end: int) -> TextRow | None:
    """The row whose last cell holds a unit, with those on the lines between it and the next row; None where others
    stand there."""
    if end - start > _LONGEST_GAP or not row.cells:
        return None
    last, _ = row.cells[-1]
    if not all(_UNIT.fullmatch(line.strip()) for line in (text[last : row.end], *text[start : end - 1].split("\n"))):
        return None
    _, stop = _stripped(text, start, end)
    return row.replaced(end=stop, cells=(*row.cells[:-1], (last, stop)))


def _row(text: str, row: TextRow, run: list[TextRow], columns: Columns) -> TextRow | None:
    """The row as the next one of a table, at its place; None where it does not go on with the table."""
    width = len(run[0].cells)
    words = [text[start:end] for start, end in row.cells]
    if len(words) > width or (len(words) < width and (len(run) < 2 or not _is_head(text, run[0]))):
        return None
    first = columns.first(words)
    if first is None:
        return None
    if first == 0 and len(words) == width:
        columns.learn(words)
    return row.replaced(first=first, cells=row.cells[: width - first])


def _line_cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...] | None:
    """The cells of a line with tabs or bars, or None for a line of running text."""
    if end - start > 40 * MAX_CELL:
        return None
    if text.find("\t", start, end) >= 0:
        bounds = [start - 1, *[sign.start() for sign in _SIGN.finditer(text, start, end) if sign[0] == "\t"], end]
        cells = tuple(_stripped(text, left + 1, right) for left, right in pairwise(bounds))
    else:
        cells = bar_cells(text, start, end)
    sizes = [right - left for left, right in cells]
    return cells if len(cells) >= 2 and 0 < max(sizes) <= MAX_CELL else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_head(text: str, row: TextRow) -> bool:
    words = [text[start:end] for start, end in row.cells]
    named = [word for word in words if HEAD_CELL.fullmatch(word)]
    return len(named) >= 2 and len(named) >= 0.75 * len(words)


def caption(text: str, start: int) -> str | None:
    """The short line right above a table (a blank line, or a bar alone, may stand between)."""
    above = text[max(0, start - 200) : start].rstrip(f"{BARS} \t\n\u3000").rpartition("\n")[2].strip()
    return above if 0 < len(above) <= 60 and above[-1] not in "。；;，" else None
