"""Tables whose cells stand on lines of their own, as they come out of copied web pages and Word tables.

Between the cells there may be bars (`barred_tables`), or each cell ends with one (`ended_cells`). Without them a blank
or merged cell leaves no line behind, and a cell of two paragraphs leaves two: what recurs down the rows tells where a
row begins and which of its cells it has. A row that cannot be told is left out, and the text is read there as it
stands; the pieces of the table above and below it each have the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.reading.barred_tables import barred_table, has_bar_behind
from planparse.reading.ended_cells import EndedCells, ended_pieces
from planparse.reading.listed_heads import headed, listed_heads
from planparse.reading.listed_lines import LineRun
from planparse.reading.listed_rows import Placer
from planparse.reading.listed_stretches import row_stretches
from planparse.reading.source import Cell, Note, Table
from planparse.reading.text_tables import BARS, MAX_CELL, caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.reading.listed_heads import Head
    from planparse.reading.listed_rows import Placed
    from planparse.reading.listed_stretches import Stretch

__all__ = ["Listed", "listed_tables"]

# A table is given up when so many more rows cannot be told than are whole.
_PATIENCE = 6


class Listed(NamedTuple):
    """The tables found, in pieces, and notes on the rows that could not be told."""

    tables: tuple[Table, ...]
    notes: tuple[Note, ...]


def listed_tables(text: str, starts: Sequence[int]) -> Listed:
    """The tables of a plain text whose cells are lines, in order; `starts`: its `listed_starts`."""
    tables: list[Table] = []
    notes: list[Note] = []
    done = 0
    for start in starts:
        if start < done:
            continue
        found = _found(text, start)
        if found.tables:
            while notes and (notes[-1].end or 0) > start:
                notes.pop()  # without its first cell the head that was noted has made a table
            tables += found.tables
            done = found.tables[-1].end
        elif notes and (notes[-1].end or 0) > start:
            continue  # a part of a head that is noted
        notes += found.notes
    return Listed(tuple(tables), tuple(notes))


def _found(text: str, start: int) -> Listed:
    if has_bar_behind(text, start):
        barred = barred_table(text, start)
        return Listed((barred,) if barred else (), ())
    lines = LineRun(text, start)
    above = caption(text, start)
    is_ended = (first := lines.at(0)) is not None and first.words[-1] in BARS
    if is_ended:
        lines = EndedCells(text, start)
    heads = listed_heads(lines, measured="单位" in (above or ""))
    read = [(head, *(ended_pieces if is_ended else _pieces)(head, lines)) for head in heads]
    read = [(head, pieces, unclear) for head, pieces, unclear in read if any(pieces)]
    if not read:
        cells = heads[0].cells if heads else headed(lines)
        spans = [(cells[0].start, cells[-1].end)] if cells else []
        return Listed((), tuple(_unclear("no row below this head can be told", *span) for span in spans))
    head, pieces, unclear = max(read, key=lambda found: sum(row.is_whole for rows in found[1] for row in rows))
    tables = [_table(head, rows, above, is_first=not at) for at, rows in enumerate(pieces) if rows or not at]
    notes = [_unclear("a row's cells cannot be told apart", *span) for span in unclear if span[0] < tables[-1].end]
    return Listed(tuple(tables), tuple(notes))


def _unclear(why: str, start: int, end: int) -> Note:
    return Note("unclear-row", f"{why}; it is read as running text", "info", start, end)


def _pieces(head: Head, lines: LineRun) -> tuple[list[list[Placed]], list[tuple[int, int]]]:
    """The rows of a table, gathered where nothing parts them, and the places of the rows that cannot be told."""
    placer = Placer(head.kinds)
    stretches: list[Stretch] = []
    placed: list[list[Placed]] = []
    whole = failed = 0
    for stretch in row_stretches(head, lines, placer):
        rows = placer.rows(stretch.lines)
        if not stretches and head.kinds[-1] == "value" and rows and len(rows[0].columns[0]) > 1:
            return [], []  # what stands above the first name may be a cell of the head that is not known
        failed += not rows
        if any(line.end - line.start > MAX_CELL for line in stretch.lines):
            break
        for row in rows:
            if row.is_whole:
                placer.learn(row)
                whole += 1
        stretches.append(stretch)
        placed.append(rows)
        if failed > whole + _PATIENCE or (not whole and len(stretches) > _PATIENCE):
            break
    if not whole or (failed > whole and len(stretches) < 2 * _PATIENCE):
        return [], []
    pieces: list[list[Placed]] = [[]]
    unclear = []
    for stretch, rows in zip(stretches, placed, strict=True):
        rows = rows or placer.rows(stretch.lines)  # with what the rows below have told
        if stretch.is_parted or not rows:
            pieces.append([])
        if not rows:
            unclear.append((stretch.lines[0].start, stretch.lines[-1].end))
        pieces[-1] += rows
    return pieces, unclear


def _table(head: Head, rows: Sequence[Placed], above: str | None, *, is_first: bool) -> Table:
    """A piece of a table; its head stands where it stands in the text, which is above all but the first piece."""
    cells = [Cell(line.start, line.end, 0, column) for column, line in enumerate(head.cells)]
    start, end = cells[0].start, cells[-1].end
    if not is_first:
        start = min(line.start for cell in rows[0].columns for line in cell)
    for number, row in enumerate(rows, 1):
        for column, lines in enumerate(row.columns):
            if lines:
                cells.append(Cell(lines[0].start, lines[-1].end, number, column))
                end = max(end, lines[-1].end)
    return Table(start, end, tuple(cells), above)
