"""Tables of years and indicators whose rows have lost their first cells to lines of their own, bars behind all cells.

`主要指标 |`, `粮食产量 | 绿地率 |`, `2032年目标值 |`, `6万吨 | 45% |`: a line with one bar that names a row, then the
other cells of the row. The head may have lost the cell in its corner for good.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import BARS, HEAD_CELL, MAX_CELL, bar_cells, caption
from planparse.records import Record

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

__all__ = ["named_rows"]

_B = r"[ \t\u3000]{0,4}"
_YEARS = lazy_plain_pattern(rf"2{_B}0{_B}\d{_B}\d{_B}年?")
_CORNER = lazy_plain_pattern(rf"(?:主{_B}要)?{_B}指{_B}标")
# The name of a row, the end of the line above and the bar behind it. Blanks may spread it: 属 性 |.
_NAME = lazy_plain_pattern(
    rf"\n{_B}[{BARS}]?{_B}(?P<name>(?:主{_B}要)?{_B}指{_B}标|属{_B}性|单{_B}位|2{_B}0{_B}\d{_B}\d{_B}年?(?:{_B}[一-龥]){{0,5}})"
    rf"{_B}[{BARS}]"
)


class _Row(Record):
    """A named row: where it begins and ends, its name, and the cells behind it."""

    __slots__ = ("cells", "end", "is_parted", "name", "start")

    def __init__(
        self, start: int, end: int, name: tuple[int, int], cells: tuple[tuple[int, int], ...], is_parted: bool
    ) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.cells = cells
        self.is_parted = is_parted


def named_rows(text: str) -> Iterator[Table]:
    """The tables of a plain text whose rows begin with a name on a line of its own, in order."""
    if not any(bar in text for bar in BARS) or not _YEARS.search(text):
        return
    done = 0
    for _, run in groupby(_runs(text), key=lambda found: found[0]):
        rows = [row for _, row in run]
        corner: tuple[int, int] | None = rows[0].name
        if not _CORNER.match(text, rows[0].name[0]):
            head = _head(text, rows[0], done)
            if head is None:
                continue
            rows.insert(0, head)
            corner = None
        elif not any(row.is_parted for row in rows):
            continue  # each name stands before its cells: a table like others
        done = rows[-1].end
        if len(rows) > 1 and any(_YEARS.match(text, row.name[0]) for row in rows[1:]):
            yield _table(text, rows, corner)


def _runs(text: str) -> Iterator[tuple[int, _Row]]:
    """The named rows with the number of their table: those that follow each other and have as many cells."""
    number = 0
    last: _Row | None = None
    for name in _NAME.finditer(text):
        if last and name.start() < last.end:
            continue
        row = _row(text, name)
        if row is None:
            continue
        is_next = last and row.start == last.end + 1 and len(row.cells) == len(last.cells)
        number += not is_next or _CORNER.match(text, row.name[0]) is not None
        last = row
        yield number, row


def _row(text: str, name: re.Match[str]) -> _Row | None:
    start = end = _line_end(text, name.end())
    first = name.end()
    if is_parted := not text[first:end].strip():
        first = start + 1
        end = _line_end(text, first)
    cells = _cells(text, first, end)
    return _Row(name.start() + 1, end, name.span("name"), cells, is_parted) if cells else None


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The cells of a line from an offset on; none where it is too long for a row, or has no bar."""
    if start >= end or end - start > 40 * MAX_CELL or not any(bar in text[start:end] for bar in BARS):
        return ()
    return bar_cells(text, start, end)


def _head(text: str, row: _Row, done: int) -> _Row | None:
    """The line above a row as the head that has lost its corner: as many names as the row has cells behind its own."""
    start = text.rfind("\n", done, max(done, row.start - 1)) + 1 or done
    cells = _cells(text, start, row.start - 1)
    if len(cells) != len(row.cells) or not all(HEAD_CELL.fullmatch(text[first:end]) for first, end in cells):
        return None
    return _Row(start, row.start - 1, (start, start), cells, is_parted=True)


def _table(text: str, rows: list[_Row], corner: tuple[int, int] | None) -> Table:
    cells = []
    for number, row in enumerate(rows):
        if number or corner:
            cells.append(Cell(*row.name, number, 0))
        cells += [Cell(start, end, number, column) for column, (start, end) in enumerate(row.cells, 1)]
    return Table(rows[0].start, rows[-1].end, tuple(cells), caption(text, rows[0].start))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
