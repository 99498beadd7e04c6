"""Where the cells of a row stand that has lost some: behind a merged cell in front, or before what was cut off.

Tables that were copied as text have no merged cells: below a group's first row its other rows begin one column later,
and have as many cells less (or blanks at their end). What the rows above hold in each column tells which it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Columns", "kind_of"]

# What a cell holds: the first of these kinds that it is as a whole.
_KIND = lazy_plain_pattern(
    r"""
    (?P<blank> [-—–/\s]* )
    | (?P<serial> \d{1,3} )
    | (?P<telephone> \D{0,12} (?:\d{3,4}[-—])? \d{7,11} (?!\d) .{0,20} )
    | (?P<number> [≥≤＞＜><约]? [\d.,，]+ [%％]? )
    | (?P<unit> \D{1,40} (?:[局委办厅部院站科处会联镇乡村]|街道|中心|集团|公司|政府|部门|单位) 等? )
    | (?P<time> [^。；]{0,12} (?:\d[年月]|年[底末内中]|季度|全年|长期|持续) [^。；]{0,10} )
    | (?P<numbered> (?:\d{1,3}[.、．]|[（(]\d{1,3}[）)]|[①-⑳]) .* )
    | (?P<brief> [一-龥]{2,4} )
    | (?P<counted> .*\d.* )
    """,
    re.VERBOSE | re.DOTALL,
)
_LEAST_WIDTH, _MOST_LOST = 3, 2
# How well a kind fits a column of another: what may stand for each other, and what never does.
_LOOSE = frozenset({"brief", "words", "counted", "numbered", "time", "unit"})


class Columns:
    """What the rows of a table hold so far, column by column."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._kinds: list[set[str]] = [set() for _ in range(width)]

    def learn(self, kinds: Sequence[str]) -> None:
        """Takes up the kinds of a row that has all its cells."""
        for of_column, kind in zip(self._kinds, kinds, strict=True):
            of_column.add(kind)

    def first(self, kinds: Sequence[str]) -> int | None:
        """The column in which a row of these kinds begins; None where they fit none of the places clearly.

        A row of full width begins in the first column unless blanks at its end leave room and its words fit better
        behind a merged cell.
        """
        width = self.width
        found = [*kinds]
        while found and found[-1] == "blank":
            found.pop()
        lost = width - len(found)
        if not found or width < _LEAST_WIDTH or not any(self._kinds):
            return 0 if len(kinds) == width else None
        if not 0 < lost <= _MOST_LOST:
            return 0 if len(kinds) == width else None
        here, behind = self._fit(found, 0), self._fit(found, lost)
        if behind > here + 1 and behind > 0:
            return lost
        if len(kinds) == width or (here > behind + 1 and here > 0):
            return 0
        return None

    def _fit(self, kinds: Sequence[str], first: int) -> int:
        """How well the kinds of some cells fit the columns from `first` on."""
        return sum(
            max((_likeness(kind, seen) for seen in of_column), default=0)
            for kind, of_column in zip(kinds, self._kinds[first:], strict=False)
        )


def kind_of(words: str) -> str:
    """What a cell holds, by its words alone."""
    match = _KIND.fullmatch(words)
    return str(match.lastgroup) if match else "words"


def _likeness(kind: str, other: str) -> int:
    if kind == other:
        return 1 if kind in ("brief", "words", "blank") else 2
    if "blank" in (kind, other) or {kind, other} <= {"brief", "words"}:
        return 0
    return -1 if kind in _LOOSE and other in _LOOSE else -2
