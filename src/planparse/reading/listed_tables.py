"""Tables whose cells stand on lines of their own, as they come out of copied web pages and Word tables.

Their head begins with 序号, and each row with its number; between the cells there may be lines of a bar alone. A blank
cell leaves no line behind, and a cell of two paragraphs leaves two. So a row is taken only where it is certain: where
it has as many lines as the head has columns, or as many bars. The first row that has not ends the table.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import BARS, HEAD_CELL, MAX_CELL, caption

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["listed_tables"]

_HEAD = lazy_plain_pattern(r"^[ \t\u3000]*(?:序号|编号)[ \t\u3000]*$", re.MULTILINE)
_SERIAL = lazy_plain_pattern(r"\d{1,3}")
# A date or a rhythm stands in a column of 完成时限, and a sentence does not: what a shifted cell would show.
_TIMED_HEAD = lazy_plain_pattern(r".*(?:时限|时间|期限|进度)")
_TIME = lazy_plain_pattern(r"[^。；]*(?:[年月日天季周底每]|长期|持续|即时|\d[./-]\d)[^。；]*")
# What stands below a table and is none of its cells: a heading, a note, a paragraph.
_BELOW = lazy_plain_pattern(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附件|注[：:]|备注[：:]|.*。")
_FEWEST, _MOST = 3, 12
# The most lines of a cell, and of a row's last.
_LONGEST, _TALLEST = 40, 4


class _Line(NamedTuple):
    start: int
    end: int
    words: str


def listed_tables(text: str) -> Iterator[Table]:
    """The tables of a plain text whose cells are lines, in order."""
    if "序号" not in text and "编号" not in text:
        return
    done = 0
    for head in _HEAD.finditer(text):
        if head.start() >= done and (table := _table(text, head.start())):
            yield table
            done = table.end


def _table(text: str, start: int) -> Table | None:
    lines = _lines(text, start)
    first = [*islice(lines, 2)]
    has_bars = first[-1].words in BARS
    head, line = _head(chain(first, lines), has_bars=has_bars)
    if not _FEWEST <= len(head) <= _MOST:
        return None
    rows = [head, *_rows(line, lines, head, has_bars=has_bars)]
    if len(rows) < 2:
        return None
    cells = tuple(
        Cell(cell[0].start, cell[-1].end, number, column)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    )
    return Table(start, cells[-1].end, cells, caption(text, start))


def _lines(text: str, start: int) -> Iterator[_Line]:
    """The lines from an offset on that are not blank, without the blanks around them."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text[start:end]
        words = raw.strip()
        if words:
            begin = start + len(raw) - len(raw.lstrip())
            yield _Line(begin, begin + len(words), words)
        start = end + 1


def _head(lines: Iterator[_Line], *, has_bars: bool) -> tuple[list[list[_Line]], _Line | None]:
    """The cells of the head, and the line behind it that opens the first row."""
    cells = [[next(lines)]]
    may_follow = not has_bars  # with bars a cell follows behind one only
    for line in lines:
        if has_bars and line.words in BARS:
            may_follow = True
        elif _SERIAL.fullmatch(line.words) and not (has_bars and may_follow):
            return cells, line
        elif not may_follow or len(cells) == _MOST or not HEAD_CELL.fullmatch(line.words):
            break
        else:
            cells.append([line])
            may_follow = not has_bars
    return [], None


def _rows(
    line: _Line | None, lines: Iterator[_Line], head: list[list[_Line]], *, has_bars: bool
) -> Iterator[list[list[_Line]]]:
    """The rows below the head, as long as each is certain."""
    timed = [column for column, cell in enumerate(head) if _TIMED_HEAD.match(cell[0].words)]
    read = _barred if has_bars else _counted
    last = 0
    while line is not None and _opens_row(line, last):
        last = int(line.words)
        row, line = read(line, lines, len(head))
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


def _opens_row(line: _Line, last: int) -> bool:
    return _SERIAL.fullmatch(line.words) is not None and int(line.words) > last


def _is_time(cell: list[_Line]) -> bool:
    return not cell or _TIME.fullmatch("".join(line.words for line in cell)) is not None


def _counted(first: _Line, lines: Iterator[_Line], columns: int) -> tuple[list[list[_Line]], _Line | None]:
    """A row of so many lines, and the line behind it."""
    row = [[first]]
    for line in lines:
        if len(row) == columns:
            return row, line
        row.append([line])
    return row, None


def _barred(first: _Line, lines: Iterator[_Line], columns: int) -> tuple[list[list[_Line]], _Line | None]:
    """A row of cells with bars between them, and the line behind it.

    A cell has any number of lines; the last as many as stand before the number of the next row, or one.
    """
    row: list[list[_Line]] = [[first]]
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
