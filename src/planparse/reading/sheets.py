"""What stands on a sheet of cells: paragraphs (rows of one cell) and tables, parted by blank rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.assembly import GridCell, cell_address

if TYPE_CHECKING:
    from planparse.reading.assembly import Assembly

__all__ = ["SheetCell", "add_sheet"]

# A name that nobody gave the sheet says nothing of its table.
DEFAULT_NAME = lazy_plain_pattern(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)

Merged = dict[tuple[int, int], tuple[int, int]]


class SheetCell(NamedTuple):
    """A cell that says something: its place on the sheet from 0, and its words."""

    row: int
    column: int
    text: str


def add_sheet(assembly: Assembly, cells: list[SheetCell], merged: Merged, name: str = "") -> None:
    """Adds a sheet's tables and paragraphs. `merged` gives the last row and column of a cell that covers several."""
    start = assembly.length
    # A sheet's name is the caption of the table that it opens with.
    caption = None if DEFAULT_NAME.fullmatch(name) else name or None
    for region in _regions(sorted(cells), merged):
        rows = [list(row) for _, row in groupby(region, key=lambda cell: cell.row)]
        several = [number for number, row in enumerate(rows) if len(row) > 1]
        if len(several) < 2:
            _add_paragraphs(assembly, rows)
            continue
        first, last = several[0], several[-1]
        _add_paragraphs(assembly, rows[:first])
        table = [cell for row in rows[first : last + 1] for cell in row]
        assembly.table(_grid(table, merged), caption=caption if assembly.length == start else None)
        _add_paragraphs(assembly, rows[last + 1 :])


def _regions(cells: list[SheetCell], merged: Merged) -> list[list[SheetCell]]:
    """The cells between blank rows; a cell merged down over a row makes it no blank one."""
    regions: list[list[SheetCell]] = []
    reach = -2
    for cell in cells:
        if cell.row > reach + 1:
            regions.append([])
        regions[-1].append(cell)
        reach = max(reach, merged.get((cell.row, cell.column), (cell.row, 0))[0])
    return regions


def _add_paragraphs(assembly: Assembly, rows: list[list[SheetCell]]) -> None:
    for row in rows:
        for cell in row:
            for line in cell.text.split("\n"):
                assembly.paragraph(line, cell=cell_address(cell.row, cell.column))


def _grid(cells: list[SheetCell], merged: Merged) -> list[GridCell]:
    """The cells numbered without the rows and columns that say nothing, and clipped to those that do."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    row_number = {row: number for number, row in enumerate(rows)}
    grid = []
    for cell in cells:
        last_row, last_column = merged.get((cell.row, cell.column), (cell.row, cell.column))
        height = bisect_right(rows, last_row) - row_number[cell.row]
        column = bisect_left(columns, cell.column)
        width = bisect_right(columns, last_column) - column
        address = cell_address(cell.row, cell.column)
        grid.append(GridCell(cell.text, row_number[cell.row], column, max(height, 1), max(width, 1), address=address))
    return grid
