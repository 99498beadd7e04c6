"""Tables whose cells stand on lines of their own, with lines of a bar alone between them.

Their head begins with 序号, and each row with its number. A row is taken only where it is certain: where it has as many
bars as the head. The first row that has not ends the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_heads import FEWEST, MOST
from planparse.reading.listed_lines import LineRun
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import BARS, HEAD_CELL, MAX_CELL, caption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.reading.listed_lines import Line

__all__ = ["barred_table"]

_SERIAL = lazy_plain_pattern(r"\d{1,3}")
# A date or a rhythm stands in a column of 完成时限, and a sentence does not: what a shifted cell would show.
_TIMED_HEAD = lazy_plain_pattern(r".*(?:时限|时间|期限|进度)")
_TIME = lazy_plain_pattern(r"[^。；]*(?:[年月日天季周底每]|长期|持续|即时|\d[./-]\d)[^。；]*")
# What stands below a table and is none of its cells: a heading, a note, a paragraph.
_BELOW = lazy_plain_pattern(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附件|注[：:]|备注[：:]|.*。")
# The most lines of a cell, and of a row's last.
_LONGEST, _TALLEST = 40, 4


def barred_table(text: str, start: int) -> Table | None:
    """The table whose head begins at an offset, with a bar behind its first cell; else None."""
    lines = _all(LineRun(text, start))
    head, line = _head(lines)
    if not FEWEST <= len(head) <= MOST:
        return None
    rows = [head, *_rows(line, lines, head)]
    if len(rows) < 2:
        return None
    cells = tuple(
        Cell(cell[0].start, cell[-1].end, number, column)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    )
    return Table(start, cells[-1].end, cells, caption(text, start))


def _all(lines: LineRun) -> Iterator[Line]:
    number = 0
    while line := lines.at(number):
        yield line
        number += 1


def _head(lines: Iterator[Line]) -> tuple[list[list[Line]], Line | None]:
    """The cells of the head, and the line behind it that opens the first row."""
    cells = [[next(lines)]]
    may_follow = False  # a cell follows behind a bar only
    for line in lines:
        if line.words in BARS:
            may_follow = True
        elif _SERIAL.fullmatch(line.words) and not may_follow:
            return cells, line
        elif not may_follow or len(cells) == MOST or not HEAD_CELL.fullmatch(line.words):
            break
        else:
            cells.append([line])
            may_follow = False
    return [], None


def _rows(line: Line | None, lines: Iterator[Line], head: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """The rows below the head, as long as each is certain."""
    timed = [column for column, cell in enumerate(head) if _TIMED_HEAD.match(cell[0].words)]
    last = 0
    while line is not None and _opens_row(line, last):
        last = int(line.words)
        row, line = _barred(line, lines, len(head))
        if len(row) != len(head) or not all(_is_time(row[column]) for column in timed):
            return
        if any(len(cell) == 1 and cell[0].words == str(last + 1) for cell in row):
            return  # the next row's number stands in this one: a cell has left no line
        if any(cell and cell[-1].end - cell[0].start > MAX_CELL for cell in row):
            return
        # Without a next row the last may have lost a cell, and taken what stands below the table for it.
        if line is not None and not _opens_row(line, last) and row[-1] and _BELOW.match(row[-1][0].words):
            return
        yield row


def _opens_row(line: Line, last: int) -> bool:
    return _SERIAL.fullmatch(line.words) is not None and int(line.words) > last


def _is_time(cell: list[Line]) -> bool:
    return not cell or _TIME.fullmatch("".join(line.words for line in cell)) is not None


def _barred(first: Line, lines: Iterator[Line], columns: int) -> tuple[list[list[Line]], Line | None]:
    """A row of cells with bars between them, and the line behind it.

    A cell has any number of lines; the last as many as stand before the number of the next row, or one.
    """
    row: list[list[Line]] = [[first]]
    for line in lines:
        if line.words in BARS:
            if len(row) == columns:
                return [], None
            row.append([])
        elif len(row) < columns or not row[-1]:
            if len(row[-1]) == _LONGEST:
                return [], None
            row[-1].append(line)
        elif _opens_row(line, int(first.words)) or len(row[-1]) == _TALLEST:
            return row, line
        else:
            row[-1].append(line)
    row[-1] = row[-1][:1]
    return row, None
