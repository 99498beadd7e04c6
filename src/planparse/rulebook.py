"""Which room reads which family of rules, and whether every rule does what its examples say."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from planparse.rules.examples import Failure, Reading, check_examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planparse.rules import RuleSet

__all__ = ["Failure", "check_rules", "reader_of"]

_READERS = {
    "headings": ("planparse.outline.readings", "headings_readings"),
    "plans": ("planparse.outline.readings", "plans_readings"),
    "units": ("planparse.mentions.quantity_readings", "readings"),
    "quantities": ("planparse.mentions.quantity_readings", "readings"),
    "comparators": ("planparse.mentions.quantity_readings", "readings"),
    "set-phrases": ("planparse.mentions.quantity_readings", "readings"),
    "times": ("planparse.mentions.times", "readings"),
    "contacts": ("planparse.mentions.contacts", "readings"),
    "assignments": ("planparse.mentions.assignments", "readings"),
    "roles": ("planparse.figures.readings", "readings"),
    "actions": ("planparse.figures.readings", "readings"),
    "tables": ("planparse.figures.tables.readings", "readings"),
    "relations": ("planparse.audit.cues", "readings"),
}


def reader_of(family: str) -> Callable[[str, RuleSet], Iterable[Reading]]:
    """The function that reads an example text with the rules of a family, as the pipeline itself would."""
    module, name = _READERS[family]
    reader: Callable[[str, RuleSet], Iterable[Reading]] = getattr(import_module(module), name)
    return reader


def check_rules(rules: RuleSet) -> tuple[int, list[Failure]]:
    """Runs every example and counterexample of every rule; returns how many were run, and those that do not hold."""
    return check_examples(rules, {family: reader_of(family) for family, members in rules.families.items() if members})
