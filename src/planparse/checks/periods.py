"""The years that a plan is made for, as its title names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from planparse.checks.model import Subject

__all__ = ["looks_further", "plan_period", "title_years"]

_RANGE = regex.compile(r"((?:19|20)[0-9]{2})年?\s*[-—–－~～至]{1,2}\s*((?:19|20)[0-9]{2})\s*年?")
_YEAR = regex.compile(r"((?:19|20)[0-9]{2})\s*年")
_FIVE_YEARS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}


def plan_period(subject: Subject) -> tuple[int, int] | None:
    """First and last year of a plan whose title names several years (2021—2023年, “十四五”), else None."""
    title = subject.plan.title or subject.document.metadata.title or ""
    match = _RANGE.search(title)
    if match:
        return int(match[1]), int(match[2])
    return next((years for name, years in _FIVE_YEARS.items() if name in title), None)


def title_years(subject: Subject) -> tuple[int, int] | None:
    """Like `plan_period`, and the one year of a yearly plan's title."""
    period = plan_period(subject)
    if period:
        return period
    match = _YEAR.search(subject.plan.title or subject.document.metadata.title or "")
    return (int(match[1]), int(match[1])) if match else None


def looks_further(subject: Subject, year: str) -> bool:
    """Whether a heading of the plan names a year beyond its period: `year`, or the five years that end with it."""
    names = [name for name, years in _FIVE_YEARS.items() if str(years[1]) == year]
    return any(word in section.title for section in subject.plan.sections for word in (year, *names))
