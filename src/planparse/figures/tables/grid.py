"""A table as a grid of clean cells: which cell covers which row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_quick_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.reading.source import Table

__all__ = ["TOTAL", "Grid", "GridCell", "grid_of"]

# The name of a row or column that adds up others.
TOTAL = lazy_quick_pattern(r"(?:合|总|小|共)计|全(?:省|市|县|区|镇|乡)(?:合计|总计)?|总数")

# No plan's table is wider; a hostile colspan shall not fill the memory.
_WIDEST = 100


class GridCell(Record):
    """A cell that says something: clean offsets and words, and the rows and columns that it covers."""

    __slots__ = ("column", "columns", "end", "row", "rows", "start", "words")

    def __init__(self, start: int, end: int, words: str, row: int, column: int, rows: int, columns: int) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns


class Grid(Record):
    """The cells of a table by row and column; a merged cell stands at each place that it covers.

    `merges` tells whether any cell is merged: where the format knows no merged cells (text, csv), a blank may be one.
    """

    __slots__ = ("caption", "columns", "end", "merges", "places", "rows", "start")

    def __init__(
        self,
        start: int,
        end: int,
        rows: int,
        columns: int,
        caption: str,
        merges: bool,
        places: dict[tuple[int, int], GridCell],
    ) -> None:
        self.start = start
        self.end = end
        self.rows = rows
        self.columns = columns
        self.caption = caption
        self.merges = merges
        self.places = places

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell that covers a place; None where it is blank."""
        return self.places.get((row, column))

    def row(self, row: int) -> list[GridCell]:
        """The cells of a row from left to right, each once."""
        return list(dict.fromkeys(cell for column in range(self.columns) if (cell := self.at(row, column))))

    def is_total(self, row: int) -> bool:
        """Whether a row adds up others: a blank in it goes on with none of them."""
        cells = self.row(row)
        return bool(cells) and TOTAL.fullmatch(cells[0].words) is not None

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Clean offsets of the rows `first` to `last`: of what begins in them."""
        cells = [cell for row in range(first, last + 1) for cell in self.row(row) if cell.row >= first]
        return min((cell.start for cell in cells), default=self.start), max((c.end for c in cells), default=self.start)


def grid_of(table: Table, text: CleanText) -> Grid:
    """The grid of a table of the source, in offsets of its clean text."""
    rows = 1 + max((cell.row for cell in table.cells), default=-1)
    columns = min(_WIDEST, max((cell.column + cell.columns for cell in table.cells), default=0))
    places: dict[tuple[int, int], GridCell] = {}
    merges = False
    for cell in table.cells:
        merges = merges or cell.rows > 1 or cell.columns > 1
        start, end = text.offset_of(cell.start), text.offset_of(cell.end)
        while start < end and text.text[start].isspace():
            start += 1
        while start < end and text.text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        placed = GridCell(start, end, text.text[start:end], cell.row, cell.column, cell.rows, cell.columns)
        for row in range(cell.row, min(cell.row + cell.rows, rows)):
            for column in range(cell.column, min(cell.column + cell.columns, columns)):
                places.setdefault((row, column), placed)
    start, end = text.offset_of(table.start), text.offset_of(table.end)
    return Grid(start, end, rows, columns, table.caption or "", merges, places)
