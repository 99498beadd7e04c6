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

__all__ = ["Columns"]

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
        self._rows: list[Sequence[str]] = []  # whose kinds nobody has asked for yet: most tables have no short row
        self._knows_any = False

    def learn(self, words: Sequence[str]) -> None:
        """Takes up a row that has all its cells."""
        self._rows.append(words)
        self._knows_any = True

    def first(self, words: Sequence[str]) -> int | None:
        """The column in which a row's first cell stands; None where its cells fit none of the places clearly.

        A row of full width begins in the first column unless blanks at its end leave room and its words fit better
        behind a merged cell.
        """
        width, filled = self.width, len(words)
        while filled and _kind(words[filled - 1]) == "blank":
            filled -= 1
        lost = width - filled
        if not filled or width < _LEAST_WIDTH or not self._knows_any or not 0 < lost <= _MOST_LOST:
            return 0 if len(words) == width else None
        for row in self._rows:
            for kinds, word in zip(self._kinds, row, strict=True):
                kinds.add(_kind(word))
        self._rows.clear()
        found = [_kind(word) for word in words[:filled]]
        here, behind = self._fit(found, 0), self._fit(found, lost)
        if behind > here + 1 and behind > 0:
            return lost
        if len(words) == width or (here > behind + 1 and here > 0):
            return 0
        return None

    def _fit(self, kinds: Sequence[str], first: int) -> int:
        """How well the kinds of some cells fit the columns from `first` on."""
        return sum(
            max((_likeness(kind, seen) for seen in of_column), default=0)
            for kind, of_column in zip(kinds, self._kinds[first:], strict=False)
        )


def _kind(words: str) -> str:
    match = _KIND.fullmatch(words)
    return str(match.lastgroup) if match else "words"


def _likeness(kind: str, other: str) -> int:
    if kind == other:
        return 1 if kind in ("brief", "words", "blank") else 2
    if "blank" in (kind, other) or {kind, other} <= {"brief", "words"}:
        return 0
    return -1 if kind in _LOOSE and other in _LOOSE else -2
