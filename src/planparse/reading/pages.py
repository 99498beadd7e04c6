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
    """Whether a table is the rest of the one on the page before: as wide as that, its columns perhaps divided anew."""
    return (
        following.page == table.page + 1
        and abs(table.columns[0] - following.columns[0]) < SAME_COLUMN
        and abs(table.columns[-1] - following.columns[-1]) < SAME_COLUMN
    )


def _appended(table: PageTable, following: PageTable) -> PageTable:
    columns = _united(table.columns, following.columns)
    cells, more = _onto(table, columns), _onto(following, columns)
    repeats = _row(cells, 0) == _row(more, 0)
    dropped = 1 if repeats and all(cell.rows == 1 for cell in more if cell.row == 0) else 0
    rows = max(cell.row + cell.rows for cell in cells)
    for cell in more:
        if cell.row < dropped:
            continue
        above = next((n for n, other in enumerate(cells) if _is_continued(other, cell, rows, dropped)), None)
        if above is not None:
            cells[above] = cells[above]._replace(rows=cells[above].rows + cell.rows)
        else:
            cells.append(cell._replace(row=cell.row + rows - dropped))
    return replace(table, columns=columns, cells=tuple(cells), page=following.page)


def _is_continued(above: GridCell, cell: GridCell, rows: int, dropped: int) -> bool:
    """Whether an empty cell at the top of a page is the rest of a merged one at the bottom of the page before."""
    return (
        cell.row == dropped
        and not cell.text
        and bool(above.text)
        and above.row + above.rows == rows
        and (above.column, above.columns) == (cell.column, cell.columns)
        and (above.rows > 1 or cell.rows > 1)
    )


def _united(columns: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, ...]:
    united = list(columns)
    united += [place for place in others if all(abs(place - known) >= SAME_COLUMN for known in columns)]
    return tuple(sorted(united))


def _onto(table: PageTable, columns: tuple[float, ...]) -> list[GridCell]:
    """The cells of a table, numbered by the columns of a finer division."""

    def nearest(place: float) -> int:
        return min(range(len(columns)), key=lambda number: abs(columns[number] - place))

    numbers = [nearest(place) for place in table.columns]
    return [
        cell._replace(
            column=numbers[cell.column],
            columns=max(1, numbers[cell.column + cell.columns] - numbers[cell.column]),
        )
        for cell in table.cells
    ]


def _row(cells: list[GridCell], row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in cells if cell.row == row]
