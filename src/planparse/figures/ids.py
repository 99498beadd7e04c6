"""The names of a plan's items: `p1.s1`, `p1.t1`, …"""

from __future__ import annotations

__all__ = ["Ids"]


class Ids:
    """Counts the items of a plan, and goes on counting where the plan is read in pieces."""

    def __init__(self, plan: str) -> None:
        self.plan = plan
        self._counts: dict[str, int] = {}
        self._sections = 0

    def new(self, letter: str) -> str:
        """The next id of a kind: `x` time, `t` target, `b` baseline, `q` parameter."""
        self._counts[letter] = number = self._counts.get(letter, 0) + 1
        return f"{self.plan}.{letter}{number}"

    def section(self, index: int) -> str:
        """The id of the section at `index` of the piece that is being read."""
        return f"{self.plan}.s{self._sections + index + 1}"

    def pass_sections(self, count: int) -> None:
        """Goes on to the next piece, behind one of `count` sections."""
        self._sections += count
