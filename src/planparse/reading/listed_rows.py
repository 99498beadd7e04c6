"""Rows of tables whose cells stand on lines of their own: which lines are a row, and in which column each stands.

A blank or merged cell leaves no line behind, and a cell of two paragraphs leaves two. The kinds of the lines and of the
columns tell which it was: of all ways to set the lines into the columns in order the best counts, if it is the only
one. What the columns begin with in the rows that are whole decides between units of two columns (县…, 市…).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.reading.listed_lines import Line

__all__ = ["Placed", "Placer"]

# What it costs to have a line of a kind in a column of a kind; what is not listed cannot be.
_COSTS: dict[str, dict[str, int]] = {
    "serial": {"serial": 0, "numbered": 0},
    "group": {"words": 0, "blank": 1},
    "name": {"words": 0, "owner": 0, "time": 1, "unit": 3},
    "unit": {"unit": 0, "blank": 0, "words": 2},
    "value": {"value": 0, "serial": 0, "blank": 0, "words": 2, "time": 3},
    "goal": {"words": 0, "value": 0, "serial": 0, "blank": 0, "owner": 6, "time": 2},
    "nature": {"nature": 0, "blank": 1},
    "owner": {"owner": 0, "words": 1, "blank": 1},
    "time": {"time": 0, "blank": 1, "words": 3, "value": 3},
    "phone": {"phone": 0, "blank": 1},
    "person": {"words": 0, "owner": 1, "blank": 1},
    "note": {
        "words": 0,
        "owner": 1,
        "value": 2,
        "time": 1,
        "blank": 0,
        "nature": 2,
        "unit": 2,
        "serial": 2,
        "phone": 2,
    },
    "words": {
        **dict.fromkeys(("words", "owner", "value", "time", "blank", "unit", "serial", "phone"), 0),
        "nature": 2,
    },
}
_EMPTY = {
    "group": 0,
    "name": 3,
    "unit": 3,
    "value": 4,
    "goal": 3,
    "owner": 4,
    "time": 4,
    "note": 1,
    "person": 4,
    "phone": 4,
}
_EMPTY_ELSE, _EMPTY_MERGED = 5, 1
_FURTHER = {"owner": 2, "name": 4, "goal": 3, "words": 4, "note": 3, "person": 2, "phone": 2}
_STRANGER = 2
_TALLEST = 4
# What a row may cost that is whole (a merged cell, a unit whose name does not end as units do), and any row.
_MOST_OF_WHOLE = 2
_DEAREST = 7
_NEVER = 1000
_AMOUNTS = ("value", "serial", "blank")


class Placed(NamedTuple):
    """The lines of a row by column; `cost` is how far they are from one line of the right kind in each column."""

    columns: tuple[tuple[Line, ...], ...]
    cost: int
    is_whole: bool


class Placer:
    """Sets the lines of rows into the columns of one table."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self._kinds = tuple(kinds)
        named = [at for at, kind in enumerate(kinds) if kind == "name"]
        self._key = named[-1] if named else next((at for at, kind in enumerate(kinds) if kind == "words"), -1)
        self._openings: list[set[str]] = [set() for _ in kinds]
        self._learned = 0

    def learn(self, row: Placed) -> None:
        """Takes up how the cells of a row begin that is placed for certain."""
        self._learned += 1
        for openings, lines in zip(self._openings, row.columns, strict=True):
            openings.update(line.words[0] for line in lines[:1])

    def rows(self, lines: Sequence[Line]) -> list[Placed]:
        """The row that some lines are, or the rows whose cells each have as many lines; none where neither is sure."""
        row = self.placed(lines)
        return [row] if row else self._several(lines) or self._parted(lines)

    def _parted(self, lines: Sequence[Line]) -> list[Placed]:
        """A row of several tasks that each have a time: 1, 新建公园。, 县住建局, 5月底前, 扩建书屋。, 12月底前.

        What merged cells have to say, the number and mostly the unit, stands in the first task's row alone.
        """
        kinds = self._kinds
        if kinds[0] != "serial" or kinds[-1] != "time" or set(kinds[1:-1]) - {kinds[self._key], "owner"}:
            return []
        ends = [at + 1 for at, line in enumerate(lines) if line.kind == "time"]
        parts = [lines[start:end] for start, end in pairwise([0, *ends])]
        if len(parts) < 2 or ends[-1] != len(lines):
            return []
        first = self.placed(parts[0])
        further = [self._further(part) for part in parts[1:]]
        if first is None or not (first.is_whole or all(first.columns)) or not all(further):
            return []
        return [first, *filter(None, further)]

    def _further(self, lines: Sequence[Line]) -> Placed | None:
        """A further task of a row: its name, perhaps a unit of its own, and its time."""
        name, owners, time = lines[:1], lines[1:-1], lines[-1:]
        columns = [at for at, kind in enumerate(self._kinds) if kind == "owner"]
        if len(lines) < 2 or name[0].kind != "words" or any(line.kind != "owner" for line in owners):
            return None
        if len(owners) > _TALLEST or (owners and len(columns) != 1):
            return None
        cells = {self._key: name, len(self._kinds) - 1: time, **dict.fromkeys(columns, owners)}
        return Placed(tuple(tuple(cells.get(at, ())) for at in range(len(self._kinds))), 0, is_whole=False)

    def one_each(self, lines: Sequence[Line]) -> Placed | None:
        """The row whose cells are the lines one by one; None where a line cannot be in its column."""
        cost = sum(self._cost(column, [line]) for column, line in enumerate(lines))
        return Placed(tuple((line,) for line in lines), cost, is_whole=True) if cost < _NEVER else None

    def _several(self, lines: Sequence[Line]) -> list[Placed]:
        """Rows of one indicator and its parts: first the names, then the numbers of each column in turn.

        合格率(%), 其中:小学, 98, 97, 99, 98, 约束性: what is in front of as many names as there are numbers in a column
        is the name of the whole.
        """
        across = self._kinds.count("value")
        if self._kinds != ("name", *["value"] * across, *["nature"] * (self._kinds[-1] == "nature")):
            return []
        tail = [lines[-1]] if self._kinds[-1] == "nature" else []
        body = lines[: len(lines) - len(tail)]
        first = next((at for at, line in enumerate(body) if line.kind in _AMOUNTS), len(body))
        names, values = body[:first], body[first:]
        down, rest = divmod(len(values), across)
        is_clear = all(line.kind in _AMOUNTS for line in values) and all(len(line.words) <= 40 for line in names)
        if rest or not 2 <= down <= len(names) <= down + 1 or not is_clear:
            return []
        whole = [Placed((tuple(names[:1]), *[()] * (len(self._kinds) - 1)), 0, is_whole=False)]
        parts = [
            Placed(
                ((name,), *[(values[column * down + at],) for column in range(across)], *[(x,) for x in tail]),
                0,
                is_whole=False,
            )
            for at, name in enumerate(names[-down:])
        ]
        return [*whole, *parts] if len(names) > down else parts

    def placed(self, lines: Sequence[Line]) -> Placed | None:
        """The lines in their columns; None where there is no way to set them, or more than one as good."""
        columns = len(self._kinds)
        # For so many columns and lines: the least cost, in how many ways, and how many lines the last column has.
        best: list[list[tuple[int, int, int]]] = [[(_NEVER, 0, 0)] * (len(lines) + 1) for _ in range(columns + 1)]
        best[0][0] = (0, 1, 0)
        for column in range(columns):
            for end in range(len(lines) + 1):
                best[column + 1][end] = self._best(best[column], column, lines, end)
        cost, ways, _ = best[columns][len(lines)]
        if cost > _DEAREST or ways != 1:
            return None
        cells: list[tuple[Line, ...]] = []
        end = len(lines)
        for column in range(columns, 0, -1):
            count = best[column][end][2]
            cells.append(tuple(lines[end - count : end]))
            end -= count
        whole = all(len(cell) == 1 or self._may_miss(columns - 1 - at) for at, cell in enumerate(cells))
        return Placed(tuple(reversed(cells)), cost, whole and cost <= _MOST_OF_WHOLE)

    def _best(
        self, before: list[tuple[int, int, int]], column: int, lines: Sequence[Line], end: int
    ) -> tuple[int, int, int]:
        least, ways, count = _NEVER, 0, 0
        for taken in range(min(_TALLEST, end) + 1):
            cost, in_ways, _ = before[end - taken]
            if not in_ways:
                continue
            cost += self._cost(column, lines[end - taken : end])
            if cost < least:
                least, ways, count = cost, in_ways, taken
            elif cost == least and cost < _NEVER:
                ways += in_ways
        return least, ways, count

    def _may_miss(self, column: int) -> bool:
        """Whether a blank in a column is but a merged cell above it."""
        kind = self._kinds[column]
        return kind in ("group", "note") or (kind == "name" and column != self._key)

    def _cost(self, column: int, lines: Sequence[Line]) -> int:
        kind = self._kinds[column]
        if not lines:
            if self._may_miss(column):
                return _EMPTY.get(kind, 0) if kind in ("group", "note") else _EMPTY_MERGED
            return _EMPTY.get(kind, _EMPTY_ELSE) if column != self._key else _NEVER
        costs = _COSTS[kind]
        cost = sum(costs.get(line.kind, _NEVER) for line in lines)
        if len(lines) > 1:
            cost += _FURTHER.get(kind, _NEVER) * (len(lines) - 1)
        if kind == "owner" and self._learned > 1:
            cost += sum(_STRANGER for line in lines if line.words[0] not in self._openings[column])
        return cost
