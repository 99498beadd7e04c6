"""Stretches of the calendar: first and last day of a year, a quarter, a five-year plan (ISO 8601, inclusive)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from planparse.records import Record

__all__ = ["Stretch", "day", "half_year", "month", "plan_period", "quarters", "ten_days", "year", "years"]


class Stretch(Record):
    """Days from `first` to `last`, both included."""

    __slots__ = ("first", "last")

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last

    def to(self, other: Stretch) -> Stretch | None:
        """From the beginning of this one to the end of the other; None where that runs backwards."""
        return Stretch(self.first, other.last) if self.first <= other.last else None


def years(first: int, last: int) -> Stretch:
    """Whole years, the last included."""
    return Stretch(date(first, 1, 1), date(last, 12, 31))


def year(number: int) -> Stretch:
    """2021 → 2021-01-01 … 2021-12-31."""
    return years(number, number)


def school_year(number: int) -> Stretch:
    """The 学年 that begins in a year: 1 September to 31 August."""
    return Stretch(date(number, 9, 1), date(number + 1, 8, 31))


def half_year(number: int, half: int) -> Stretch:
    """`half` 1 (上半年) or 2 (下半年)."""
    return (
        Stretch(date(number, 1, 1), date(number, 6, 30))
        if half == 1
        else Stretch(date(number, 7, 1), date(number, 12, 31))
    )


def quarters(number: int, first: int, last: int) -> Stretch | None:
    """Quarters 1…4, the last included: 前三季度 is quarters(year, 1, 3)."""
    if not 1 <= first <= last <= 4:
        return None
    begins, ends = month(number, 3 * first - 2), month(number, 3 * last)
    return begins.to(ends) if begins and ends else None


def month(number: int, which: int) -> Stretch | None:
    """A month, None where there is no such one."""
    if not 1 <= which <= 12:
        return None
    return Stretch(date(number, which, 1), date(number, which, monthrange(number, which)[1]))


def ten_days(number: int, which: int, part: int) -> Stretch | None:
    """上旬 (`part` 1: 1st–10th), 中旬 (11th–20th), 下旬 (21st to the end of the month)."""
    whole = month(number, which)
    if whole is None:
        return None
    first = whole.first.replace(day=10 * part - 9)
    return Stretch(first, whole.last if part == 3 else first.replace(day=10 * part))


def day(number: int, which: int, of_month: int) -> Stretch | None:
    """A day, None where the calendar has no such one (2月30日)."""
    try:
        it = date(number, which, of_month)
    except ValueError:
        return None
    return Stretch(it, it)


def plan_period(ordinal: int) -> Stretch | None:
    """A five-year plan by its number: the 14th (“十四五”) is 2021–2025. Known from the 6th (1981) on."""
    if not 6 <= ordinal <= 20:
        return None
    first = 1981 + 5 * (ordinal - 6)
    return years(first, first + 4)
