"""Mentions: what each stretch of clean text says on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.mentions.model import Mentions

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.outline.model import Outline
    from planparse.rules import RuleSet

__all__ = ["Mentions", "find_mentions"]


def find_mentions(text: CleanText, outline: Outline, rules: RuleSet) -> Mentions:
    """Times first, since their numerals count nothing; then quantities, contacts and assignments."""
    from planparse.mentions.assignments import find_assignments
    from planparse.mentions.contacts import find_contacts
    from planparse.mentions.quantities import find_quantities
    from planparse.mentions.times import find_times

    times = find_times(text, outline, rules)
    quantities = find_quantities(text, [(time.start, time.end) for time in times], rules)
    contacts = tuple(tuple(find_contacts(text, plan, rules)) for plan in outline.plans)
    assignments = find_assignments(text, outline, rules)
    return Mentions(tuple(quantities), tuple(times), contacts, tuple(assignments))
