"""A paged document put together: furniture out, paragraphs joined, tables where they stand, also over page ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planparse.reading.furniture import without_furniture
from planparse.reading.lines import page_lines
from planparse.reading.paragraphs import paragraphs
from planparse.reading.rulings import page_tables

if TYPE_CHECKING:
    from planparse.reading.assembly import Assembly, GridCell
    from planparse.reading.lines import Glyph, Line
    from planparse.reading.rulings import PageTable, Ruling

__all__ = ["Pages"]

# Column lines of a table that goes on on the next page may differ by this many points.
SAME_COLUMN = 8.0


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and the number of lines of the document that stand before it."""

    table: PageTable
    lines_before: int


class Pages:
    """Takes the glyphs of one page after the other; keeps only their lines and tables."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._tables: list[PageTable] = []
        self._heights: dict[int, float] = {}

    def add(self, page: int, height: float, glyphs: list[Glyph], rulings: list[Ruling]) -> None:
        """Adds a page: its number from 1 and its height in points."""
        self._heights[page] = height
        tables, outside = page_tables(glyphs, rulings, page) if rulings else ([], glyphs)
        self._tables += tables
        if outside:
            self._lines += page_lines(outside, page)

    def assemble(self, assembly: Assembly) -> None:
        """Writes paragraphs and tables in reading order."""
        lines = without_furniture(self._lines, self._heights)
        tables = _continued([PlacedTable(table, _lines_before(table, lines)) for table in self._tables])
        position = 0
        for paragraph in paragraphs(lines):
            while tables and tables[0].lines_before <= position:
                assembly.table(list(tables.pop(0).table.cells))
            assembly.wrapped_paragraph(paragraph)
            position += len(paragraph)
        for placed in tables:
            assembly.table(list(placed.table.cells))


def _lines_before(table: PageTable, lines: list[Line]) -> int:
    for number, line in enumerate(lines):
        if line.page > table.page or (line.page == table.page and line.box[1] > table.box[1]):
            return number
    return len(lines)


def _continued(tables: list[PlacedTable]) -> list[PlacedTable]:
    """Tables that go on on the next page, with nothing between, as one; a repeated header row counts once."""
    whole: list[PlacedTable] = []
    for placed in tables:
        last = whole[-1] if whole else None
        if last and last.lines_before == placed.lines_before and _goes_on(last.table, placed.table):
            whole[-1] = replace(last, table=_appended(last.table, placed.table))
        else:
            whole.append(placed)
    return whole


def _goes_on(table: PageTable, following: PageTable) -> bool:
    return (
        following.page == table.page + 1
        and len(following.columns) == len(table.columns)
        and all(abs(a - b) < SAME_COLUMN for a, b in zip(table.columns, following.columns, strict=True))
    )


def _appended(table: PageTable, following: PageTable) -> PageTable:
    repeats = _row(table.cells, 0) == _row(following.cells, 0)
    dropped = 1 if repeats and all(cell.rows == 1 for cell in following.cells if cell.row == 0) else 0
    rows = max(cell.row + cell.rows for cell in table.cells) - dropped
    more = tuple(replace(cell, row=cell.row + rows) for cell in following.cells if cell.row >= dropped)
    return replace(table, cells=table.cells + more, page=following.page)


def _row(cells: tuple[GridCell, ...], row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in cells if cell.row == row]
