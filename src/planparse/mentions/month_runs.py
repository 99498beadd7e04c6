"""The year that goes on in a run of deadlines: 2032年2月底前…; 3月底前…; 5月上旬…."""

from __future__ import annotations

__all__ = ["MonthRun"]

# Characters from one to the next: two or three items of a list.
_REACH = 300


class MonthRun:
    """The last deadline of a plan that named its month. A later month soon behind it is of the same year; of an earlier
    one nothing tells whether it is of the next year or told of what was. A last resort, where no year governs."""

    def __init__(self) -> None:
        self.year = self.month = self.end = 0

    def named(self, year: int, month: int, end: int) -> None:
        """Notes a deadline that ends at `end`."""
        self.year, self.month, self.end = year, month, end

    def at(self, month: int, start: int) -> int | None:
        """The year of a month named at `start`, or None."""
        return self.year if self.year and self.month <= month and start - self.end <= _REACH else None
