"""From the words of a dated expression to its ISO dates."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planparse.mentions import calendar
from planparse.mentions.numerals import parse_numeral
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planparse.mentions.calendar import Stretch
    from planparse.rules.families.times import TimeRule

__all__ = ["Dates", "dates_of", "integer"]

_HALVES = {"上": 1, "前": 1, "下": 2, "后": 2}
_THIRDS = {"上": 1, "中": 2, "下": 3}
# 二O一六年, 二0一六年: what is written for 〇 where the keyboard has none.
_ZEROS = str.maketrans("Oo0○", "〇〇〇〇")
_CALENDAR_UNITS = ("month", "day", "tenday", "quarter", "half")


class Dates(Record):
    """What a dated expression comes to: its kind, and ISO dates as far as it has them."""

    __slots__ = ("alt_end", "first", "impossible", "kind", "last")

    def __init__(
        self,
        kind: str,
        first: str | None = None,
        last: str | None = None,
        alt_end: str | None = None,
        impossible: bool = False,
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.alt_end = alt_end
        self.impossible = impossible


# No plan reaches further than from one such year to another: 2031-20年 is no range.
_MOST_YEARS = 40
# From one of the last months of a year to one of the first a range goes on into the next: a winter's.
_AUTUMN = 10
_SPRING = 4
# The first year of the Republic (民国元年) is 1912.
_BEFORE_REPUBLIC = 1911


def integer(word: str | None) -> int | None:
    """The whole number that a placeholder's word is worth; None for no word or no whole number."""
    if word is None:
        return None
    if word in ("首", "元"):
        return 1
    if "民国" in word:
        since = integer(word.rpartition("民国")[2].replace("元", "一"))
        return None if since is None else _BEFORE_REPUBLIC + since
    if word.isascii():
        return int(word) if word.isdecimal() else None
    value = parse_numeral(word.translate(_ZEROS) if len(word) == 4 else word)
    return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else None


def dates_of(
    rule: TimeRule, words: Mapping[str, str], year: int | None, *, lead: bool, bound: str | None
) -> Dates | None:
    """The dates of an expression matched by `rule` in a year (None: unknown), with 到 in front or a bound behind it.

    None where the words are no time after all: a month 13 without a year is a number.
    """
    moved = (rule.offset2 or 0) - rule.offset
    return _dates(rule.form, rule.school, moved, tuple(words.items()), year, lead, bound)


@lru_cache(maxsize=4096)  # a plan names the same few years and months over and over
def _dates(
    form: str,
    school: bool,
    moved: int,
    said: tuple[tuple[str, str], ...],
    year: int | None,
    lead: bool,
    bound: str | None,
) -> Dates | None:
    words = dict(said)
    due = bound in ("end", "before", "within") or (lead and bound != "since")  # 扩大到2031年以来 is open
    kind = "deadline" if due and form == "calendar" else ""
    kind = kind or ("date" if "day" in words and form == "calendar" else "period")
    if year is None and "year2" not in words and not _timeless(words):
        month, day = integer(words.get("month")), integer(words.get("day"))
        absurd = (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31)
        return None if absurd else Dates(kind)
    if bound == "vague" and "day" not in words:  # 3月12日左右 names its day
        return Dates(kind)
    if "slip" in words:
        return Dates(kind, impossible=True)
    stretch = _range(words, year, moved) if form == "range" else _stretch(words, year, school=school)
    if stretch is None:
        return Dates(kind, impossible=True) if "year" in words and "short" not in words else None
    return _bounded(kind, stretch, bound, fine="day" in words)


def _timeless(words: Mapping[str, str]) -> bool:
    return "plan" in words or "plan_small" in words or "decade" in words


def _bounded(kind: str, stretch: Stretch, bound: str | None, *, fine: bool) -> Dates:
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    if bound == "since":
        return Dates(kind, first=first)
    if bound == "before" and not fine:
        return Dates(kind, last=last, alt_end=(stretch.first - timedelta(days=1)).isoformat())
    return Dates(kind, last=last) if kind == "deadline" else Dates(kind, first=first, last=last)


def _stretch(words: Mapping[str, str], year: int | None, *, school: bool) -> Stretch | None:
    """The stretch that the near end's words name in a year."""
    number = {name: integer(word) for name, word in words.items()}
    if (ordinal := number.get("plan") or number.get("plan_small")) is not None:
        return calendar.plan_period(ordinal)
    if (decade := number.get("decade")) is not None:
        return calendar.years(1900 + decade, 1909 + decade)
    if year is None:
        return None
    if school:
        return calendar.school_year(year)
    return _within_year(words, year)


def _within_year(words: Mapping[str, str], year: int, which: str = "") -> Stretch | None:
    """The half, quarter, month, 旬 or day named by the words of one end (`which` "" or "2"), else the year itself."""
    number = {name: integer(words.get(name + which)) for name in ("quarter", "upto", "months", "month", "day")}
    month, day = number["month"], number["day"]
    if half := words.get("half" + which):
        return calendar.half_year(year, _HALVES[half])
    if (quarter := number["quarter"]) is not None:
        return calendar.quarters(year, quarter, quarter)
    if (upto := number["upto"]) is not None:
        return calendar.quarters(year, 1, upto)
    if (months := number["months"]) is not None:
        end = calendar.month(year, months)
        return calendar.year(year).to(end) if end else None
    if month is None:
        return calendar.year(year)
    if day is not None:
        return calendar.day(year, month, day)
    if part := words.get("tenday" + which):
        return calendar.ten_days(year, month, _THIRDS[part])
    return calendar.month(year, month)


def _turns(words: Mapping[str, str]) -> bool:
    """Whether a range goes on into the next year without saying so: 2030年12月28日—1月9日."""
    month, month2 = integer(words.get("month")), integer(words.get("month2"))
    return "year" in words and (month or 0) >= _AUTUMN and (month2 or _AUTUMN) <= _SPRING


def _range(words: Mapping[str, str], year: int | None, moved: int) -> Stretch | None:
    """From the near end to the far end, which takes from the near one what it leaves out, `moved` years on."""
    far_year = integer(words.get("year2"))
    if (short := integer(words.get("short"))) is not None:
        # 2031-32年度: the first year with these last figures.
        near_year = far_year or year or 0
        years = (short - near_year) % 100
        if not 0 < years <= _MOST_YEARS:
            return None
        far_year = near_year + years
    if far_year is not None and "year" not in words:
        # 11月-2031年3月: the near end is the last such month before the far one.
        turns = (integer(words.get("month")) or 0) > (integer(words.get("month2")) or 0)
        year = far_year - 1 if turns else far_year
    if year is None:
        return None
    far_words = dict(words)
    if not any(f"{unit}2" in words for unit in _CALENDAR_UNITS):
        far_words = {name: word for name, word in words.items() if name == "year2"}
    elif ("day2" in words or "tenday2" in words) and "month2" not in words:
        far_words["month2"] = words["month"]
    if far_year is None:
        far_year = year + moved + (1 if "next" in words or _turns(words) else 0)
    near, far = _within_year(words, year), _within_year(far_words, far_year, "2")
    return near.to(far) if near and far else None
