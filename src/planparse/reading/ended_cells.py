"""Tables whose cells stand on lines of their own, each ended by a bar: `指标 |`, `2030年 |`, `粮食产量(万吨) |`, `5 |`.

A bar may open each, too (`| 指标 |`).

Each cell has its bar, a blank one too, so that a row has as many cells as the head: what they are need only fit the
columns. A row that does not fit is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.reading.listed_lines import Line, LineRun
from planparse.reading.listed_rows import Placer
from planparse.reading.listed_stretches import GROUP
from planparse.reading.text_tables import BARS, MAX_CELL

if TYPE_CHECKING:
    from planparse.reading.listed_heads import Head
    from planparse.reading.listed_rows import Placed

__all__ = ["EndedCells", "ended_pieces"]

# The most lines of a cell, and the most blanks between two.
_TALLEST, _BLANKS = 3, 80
# So many rows in a row that do not fit tell that the table has ended, or is another.
_PATIENCE = 3


class EndedCells(LineRun):
    """The cells from an offset on that are ended by bars, by their number; the first line that is none ends them."""

    def _cut(self) -> None:
        text, start = self._text, self._next
        self._next = len(text)  # unless a cell is found
        start += len(ahead := text[start : start + _BLANKS]) - len(ahead.lstrip())
        end = start
        for _ in range(_TALLEST):
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            raw = text[start:stop].rstrip()
            if raw[-1:] in BARS and raw:
                words = raw[:-1].strip().lstrip(BARS).lstrip()
                if len(words) <= MAX_CELL and not any(bar in words for bar in BARS):
                    first = start + raw.index(words)
                    self._lines.append(Line(first, first + len(words), words))
                    self._next = stop + 1
                return
            if stop == len(text):
                return
            end = stop + 1


def ended_pieces(head: Head, lines: LineRun) -> tuple[list[list[Placed]], list[tuple[int, int]]]:
    """The rows of a table, gathered where nothing parts them, and the places of the rows that do not fit its head."""
    placer = Placer(head.kinds)
    width = len(head.kinds)
    pieces: list[list[Placed]] = [[]]
    unclear: list[tuple[int, int]] = []
    at, failed = head.body, 0
    while (line := lines.at(at)) and failed < _PATIENCE:
        if GROUP.fullmatch(line.words):
            pieces.append([])
            at += 1
            continue
        row = [cell for number in range(at, at + width) if (cell := lines.at(number))]
        placed = placer.one_each(row) if len(row) == width else None
        at += width
        if placed:
            pieces[-1].append(placed)
            failed = 0
        else:
            pieces.append([])
            unclear.append((row[0].start, row[-1].end))
            failed += 1
    return (pieces, unclear) if any(pieces) else ([], [])
