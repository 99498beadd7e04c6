"""Tables whose cells stand on lines of their own, with bars between them: alone on a line, or where a cell's line
begins or ends (`| 市水务局`).

Their head begins with 序号, and each row with its number. A bar may close each row, too. A row is taken only where it
is certain: where it has as many bars as the head, or where its cells show which one is merged with the one above. The
first row of another kind ends the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_heads import FEWEST, MOST
from planparse.reading.listed_lines import Line, LineRun
from planparse.reading.short_rows import Columns
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import BARS, HEAD_CELL, MAX_CELL, caption

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["barred_table", "has_bar_behind"]

_SERIAL = lazy_plain_pattern(r"\d{1,3}")
# A date, a rhythm or a state (常态工作, 按时间节点推进, 已完成) stands in a column of 完成时限, and a sentence, a unit
# or a task does not: what a shifted cell would show.
_TIMED_HEAD = lazy_plain_pattern(r".*(?:时限|时间|期限|进度)")
_TIME = lazy_plain_pattern(
    r"[^。；]*(?:[年月日天季周底每]|长期|持续|即时|\d[./-]\d)[^。；]*"
    r"|[已未][^\d。；，,]{0,6}|[^\d。；，,]{0,4}(?:常态|经常|节点|适时|立即|立行|随时|按时|按期|及时|限时|实时|全程|同步|不定期|按计划|按进度)"
    r"[^\d。；，,]{0,8}"
)
# What stands below a table and is none of its cells: a heading, a note; and a paragraph, if no bar closes the last row.
_HEADING = r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附件|注[：:]|备注[：:]"
_BELOW_CLOSED = lazy_plain_pattern(_HEADING)
_BELOW = lazy_plain_pattern(rf"{_HEADING}|.*。")
# The most lines of a cell, and of a row's last.
_LONGEST, _TALLEST = 40, 4


def barred_table(text: str, start: int) -> Table | None:
    """The table whose head begins at an offset, with a bar behind its first cell; else None."""
    lines = _all(LineRun(text, start))
    head, line, is_closed = _head(lines)
    if not FEWEST <= len(head) <= MOST:
        return None
    rows = [head, *_rows(line, lines, head, is_closed=is_closed)]
    if len(rows) < 2:
        return None
    cells = tuple(
        Cell(cell[0].start, cell[-1].end, number, column)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    )
    return Table(start, cells[-1].end, cells, caption(text, start))


def has_bar_behind(text: str, start: int) -> bool:
    """Whether a bar stands behind the line that begins at an offset: alone on the next, or where that begins."""
    second = LineRun(text, start).at(1)
    return second is not None and second.words[0] in BARS and not any(bar in second.words[1:] for bar in BARS)


def _all(lines: LineRun) -> Iterator[Line]:
    """The lines, the bars with which some begin or end parted from them, up to one that has a bar within."""
    number = 0
    while line := lines.at(number):
        start, end, words = line
        if words in BARS:
            yield line
        else:
            inner = words.strip(BARS)
            if any(bar in inner for bar in BARS):
                return
            if words[0] in BARS:
                yield Line(start, start + 1, words[0])
            first = start + words.index(inner) + len(inner) - len(inner.lstrip())
            inner = inner.strip()
            yield Line(first, first + len(inner), inner)
            if words[-1] in BARS:
                yield Line(end - 1, end, words[-1])
        number += 1


def _head(lines: Iterator[Line]) -> tuple[list[list[Line]], Line | None, bool]:
    """The cells of the head, the line behind it that opens the first row, and whether a bar closes each row."""
    cells: list[list[Line]] = []
    may_follow = True  # a cell follows behind a bar only
    for line in lines:
        if line.words in BARS:
            may_follow = True
        elif cells and _SERIAL.fullmatch(line.words):
            return cells, line, may_follow
        elif not may_follow or len(cells) == MOST or not HEAD_CELL.fullmatch(line.words):
            break
        else:
            cells.append([line])
            may_follow = False
    return [], None, False


def _rows(
    line: Line | None, lines: Iterator[Line], head: list[list[Line]], *, is_closed: bool
) -> Iterator[list[list[Line]]]:
    """The rows below the head, as long as each is certain."""
    timed = [column for column, cell in enumerate(head) if _TIMED_HEAD.match(cell[0].words)]
    columns = Columns(len(head) - 1)
    last = 0
    while line is not None and _opens_row(line, last):
        last = int(line.words)
        row, line = (_closed if is_closed else _barred)(line, lines, len(head))
        if is_closed and row:
            row = _placed(row, columns)
        if len(row) != len(head) or not all(_is_time(row[column]) for column in timed):
            return
        if any(len(cell) == 1 and cell[0].words == str(last + 1) for cell in row):
            return  # the next row's number stands in this one: a cell has left no line
        if any(cell and cell[-1].end - cell[0].start > MAX_CELL for cell in row):
            return
        # Without a next row the last may have lost a cell, and taken what stands below the table for it.
        is_last = line is not None and not _opens_row(line, last)
        if is_last and not is_closed and row[-1] and _BELOW.match(row[-1][0].words):
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


def _closed(first: Line, lines: Iterator[Line], columns: int) -> tuple[list[list[Line]], Line | None]:
    """A row of cells with a bar behind each, and the line behind it.

    It has fewer cells where one is merged with the one above: behind one of its bars the next row begins, or what
    stands below the table.
    """
    row: list[list[Line]] = [[first]]
    following = str(int(first.words) + 1)
    for line in lines:
        if line.words in BARS:
            if len(row) == columns:
                return row, next((line for line in lines if line.words not in BARS), None)
            row.append([])
        elif not row[-1] and (line.words == following or _BELOW_CLOSED.match(line.words)):
            return row[:-1], line
        elif len(row[-1]) == _LONGEST:
            break
        else:
            row[-1].append(line)
    return ([], None) if row[-1] else (row[:-1], None)


def _placed(row: list[list[Line]], columns: Columns) -> list[list[Line]]:
    """A row with its cells in their columns, behind its number; none where that cannot be told."""
    words = ["\n".join(line.words for line in cell) for cell in row[1:]]
    first = columns.first(words)
    if first is None:
        return []
    if len(words) == columns.width:
        columns.learn(words)
        return row
    behind = columns.width - first - len(words)
    return [row[0], *([] for _ in range(first)), *row[1:], *([] for _ in range(behind))]
