"""The plan's date does not fit the year in its title.

A plan for 2022 dated 2023, or a plan for 2021—2023 dated 2015: one of the two was taken over from another plan. A plan
may be made up to two years before its first year.

Fix: correct the title or the date.

Fails:

    2022年森林防火工作方案
    …
    2023年3月1日

Passes:

    2022年森林防火工作方案
    …
    2022年3月1日
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject
from planparse.checks.periods import title_years

if TYPE_CHECKING:
    from collections.abc import Iterator

AHEAD = 2


def find(subject: Subject) -> Iterator[Hit]:
    """A plan's date after its title's last year, or long before the first."""
    years = title_years(subject)
    day = subject.plan.date
    if years and day and not years[0] - AHEAD <= int(day[:4]) <= years[1]:
        named = f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
        yield Hit(*_place(subject, day), {"date": day, "years": named})


def _place(subject: Subject, day: str) -> tuple[int, int]:
    """Where the date stands: the last time that names it, else the plan's first line."""
    for time in reversed(subject.plan.times):
        if time.start == day:
            return time.span.start, time.span.end
    return subject.title_span


CHECK = Check(
    code="PP403",
    name="year-mismatch",
    severity="warning",
    message=Saying("落款日期{date}与标题中的年份（{years}）不符", "dated {date}, but the title names {years}"),
    fix=Saying("核对标题和落款日期", "correct the title or the date"),
    find=find,
)
