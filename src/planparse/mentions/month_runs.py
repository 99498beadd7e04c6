"""The year that goes on in a run of deadlines: 2032年2月底前…; 3月底前…; 5月上旬…."""

from __future__ import annotations

__all__ = ["MonthRun"]

# Characters from one to the next: two or three items of a list.
_REACH = 300
# A year turns between these: 12月底前…,2月底前….
_LATE = 11
_EARLY = 3


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

    def turns(self, year: int, month: int, start: int, text: str) -> bool:
        """Whether a month named at `start` is of the year behind `year`, which governs: in one sentence its deadline
        follows on one of that year's end (2030年12月28日前…,1月9日前…)."""
        if self.year == year:
            follows = self.month >= _LATE and month <= _EARLY
        else:
            follows = self.year == year + 1 and self.month <= month
        stretch = text[self.end : start] if follows and start - self.end <= _REACH else "\n"
        return "。" not in stretch and "\n" not in stretch
