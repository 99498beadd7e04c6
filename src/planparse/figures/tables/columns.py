"""Columns of values: which hold targets and which baselines, and by when a column's targets are due."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from planparse.figures.tables.heads import VALUES
from planparse.mentions.model import TimeMention
from planparse.patterns import lazy_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from planparse.figures.tables.grid import Grid, GridCell
    from planparse.figures.tables.heads import Column, Head
    from planparse.outline.model import Outline, PlanOutline

__all__ = ["TimeTable", "ValueColumn", "value_columns"]

# 2025, 2025.6, 2025/06: years and months as tables write them; with the day the times' own rules read them.
_NUMERIC = lazy_pattern(r"(?<![\d.])(?P<year>20\d\d)(?:[./-](?P<month>1[0-2]|0?[1-9]))?(?![\d.]|[./-]\d)(?!年)")


class ValueColumn(Record):
    """A column of values with its role and the time that it states for them."""

    __slots__ = ("column", "due", "role")

    def __init__(self, column: Column, role: str, due: TimeMention | None) -> None:
        self.column = column
        self.role = role
        self.due = due


class TimeTable(Record):
    """The times of the text in order, asked by cell."""

    __slots__ = ("starts", "times")

    def __init__(self, times: Sequence[TimeMention], starts: Sequence[int]) -> None:
        self.times = times
        self.starts = starts

    def within(self, cell: GridCell) -> list[TimeMention]:
        """The times that a cell states; a bare 2025 or 2025.6 in it is one where it names no other."""
        found = self.between(cell.start, cell.end)
        return found or [_numeric(match, cell.start) for match in _NUMERIC.finditer(cell.words)]

    def between(self, start: int, end: int) -> list[TimeMention]:
        """The times that begin between two offsets."""
        return list(self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


def _numeric(match: regex.Match[str], offset: int) -> TimeMention:
    year, month = match["year"], match["month"]
    start, end = offset + match.start(), offset + match.end()
    if month is None:
        return TimeMention(start, end, "period", f"{year}-01-01", f"{year}-12-31", rule="table/year")
    days = 31 if int(month) in (1, 3, 5, 7, 8, 10, 12) else 30 if int(month) != 2 else 28 + _leap(int(year))
    first = f"{year}-{int(month):02}"
    return TimeMention(start, end, "period", f"{first}-01", f"{first}-{days}", rule="table/due")


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def value_columns(
    grid: Grid, head: Head, times: TimeTable, plan: PlanOutline, outline: Outline, caption: TimeMention | None = None
) -> tuple[list[ValueColumn], list[TimeMention]]:
    """The value columns with role and due, and the times of their heads that are no mentions of the text yet.

    `caption` is the time that the line above the table states: past years there make the whole table look back.
    """
    stated: dict[int, TimeMention | None] = {}
    new: list[TimeMention] = []
    for column in head.columns:
        found = [time for cell in column.cells for time in times.within(cell) if time.last]
        stated[column.number] = found[-1] if found else None
        new += [time for time in found if time not in new and time.rule.startswith("table/")]
    base = _base_year(head, stated, times, plan, outline)
    looks_back = (caption is not None and _year(caption) <= base) or _was_reached(grid, head, plan)
    years = [column for column in head.columns if column.meaning in ("year", "target") and stated[column.number]]
    ahead = [time for column in years if (time := stated[column.number]) and _year(time) > base]
    columns = []
    for column in head.columns:
        if column.meaning not in VALUES:
            continue
        due = stated[column.number]
        past = due is not None and _year(due) <= base
        if column.meaning in ("baseline", "actual", "progress") or past or (looks_back and due is None):
            columns.append(ValueColumn(column, "baseline", None))
            continue
        if column.meaning in ("total", "rate") and due is None and ahead:
            due = _whole(ahead, plan, rate=column.meaning == "rate")
        columns.append(ValueColumn(column, "target", due))
    return columns, new


def _was_reached(grid: Grid, head: Head, plan: PlanOutline) -> bool:
    """Whether a column of what was reached makes the targets beside it ones of the past.

    It does in a plan of several years, which begins with a look back at the years before, and among indicators; in a
    year's plan and beside tasks it says how far the work has come.
    """
    if (plan.year and not plan.period) or (head.of("task") and not plan.period):
        return False
    return any(grid.at(row, column.number) for column in head.of("actual") for row in range(head.body, grid.rows))


def _whole(ahead: list[TimeMention], plan: PlanOutline, *, rate: bool) -> TimeMention:
    """From the first of the years to come to the last; a rate, or a single year's column, from the plan's first."""
    last = max(ahead, key=lambda time: time.last or "")
    first = min(filter(None, (time.first for time in ahead)), default=None)
    if plan.period and (rate or len(ahead) == 1):
        first = f"{plan.period[0]}-01-01"
    return last.replaced(kind="period", first=first)


def _base_year(
    head: Head, stated: dict[int, TimeMention | None], times: TimeTable, plan: PlanOutline, outline: Outline
) -> int:
    """The last year whose values are levels of the past.

    It goes before the plan's own years: of its title, else of its date, else of the five years it mostly speaks of.
    """
    if plan.period:
        return plan.period[0] - 1
    if plan.year:
        return plan.year - 1
    date = plan.date or outline.date
    named = [t for c in head.columns if c.meaning == "baseline" and (t := stated[c.number]) is not None]
    if named:
        return max(_year(time) for time in named)
    if date:
        return int(date[:4]) - 1
    if spans := Counter(time.first for time in times.between(plan.start, plan.end) if _is_five_years(time)):
        return int(str(spans.most_common(1)[0][0])[:4]) - 1
    years = sorted({_year(time) for c in head.columns if c.meaning == "year" and (time := stated[c.number])})
    # 2020年, 2025年: a gap of years parts what is from what is to be.
    return years[0] if len(years) > 1 and years[1] - years[0] > 1 else 0


def _is_five_years(time: TimeMention) -> bool:
    first, last = time.first or "", time.last or ""
    return first.endswith("1-01-01") and last.endswith("5-12-31") and int(last[:4]) - int(first[:4]) == 4


def _year(time: TimeMention) -> int:
    return int((time.last or "0")[:4])
