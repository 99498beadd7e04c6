"""Mentions: what each stretch of clean text says on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.mentions.model import Mentions

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.outline.model import Outline
    from planparse.rules import RuleSet

__all__ = ["Mentions", "find_mentions"]


def find_mentions(text: CleanText, outline: Outline, rules: RuleSet, page_date: str | None = None) -> Mentions:
    """What the one plan of `outline` says, a stretch of the document (`Outline.stretches`).

    `page_date` is the date of the page, where the plans before this one on it have shown it (`Mentions.page_date`).
    Times first, since their numerals count nothing; then quantities, contacts and assignments.
    """
    from planparse.mentions.assignments import find_assignments
    from planparse.mentions.contacts import find_contacts
    from planparse.mentions.quantities import find_quantities
    from planparse.mentions.time_context import GoverningYears
    from planparse.mentions.times import find_times

    (plan,) = outline.plans
    years = GoverningYears(text.text, outline, page_date)
    times = find_times(text, years, rules)
    return Mentions(
        quantities=tuple(find_quantities(text, [(time.start, time.end) for time in times], rules)),
        times=tuple(times),
        contacts=tuple(find_contacts(text, plan, rules)),
        assignments=tuple(find_assignments(text, outline, rules)),
        page_date=years.page_date,
    )
