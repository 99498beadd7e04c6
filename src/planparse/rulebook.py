"""Which room reads which family of rules, and whether every rule does what its examples say."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planparse.rules import RuleSet
    from planparse.rules.examples import Example, Reading
    from planparse.rules.schema import Rule

__all__ = ["Failure", "check_examples", "check_rules", "reader_of"]

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


class Failure(NamedTuple):
    """An example that does not hold."""

    rule: str
    text: str
    reason: str


def reader_of(family: str) -> Callable[[str, RuleSet], Iterable[Reading]]:
    """The function that reads an example text with the rules of a family, as the pipeline itself would."""
    module, name = _READERS[family]
    reader: Callable[[str, RuleSet], Iterable[Reading]] = getattr(import_module(module), name)
    return reader


def check_rules(rules: RuleSet) -> tuple[int, list[Failure]]:
    """Runs every example and counterexample of every rule; returns how many were run, and those that do not hold."""
    return check_examples(rules, {family: reader_of(family) for family, members in rules.families.items() if members})


def check_examples(
    rules: RuleSet, readers: Mapping[str, Callable[[str, RuleSet], Iterable[Reading]]]
) -> tuple[int, list[Failure]]:
    """Runs every example of every rule through its family's reader; returns how many were run, and the failures."""
    run, failures = 0, []
    for family, members in rules.families.items():
        for rule in members:
            reader = readers[family]
            for example in rule.examples:
                run += 1
                failures += _check(rule, example, list(reader(example.plain, rules)))
            for example in rule.counterexamples:
                run += 1
                failures += _check_silent(rule, example, list(reader(example.plain, rules)))
    return run, failures


def _check(rule: Rule, example: Example, readings: list[Reading]) -> list[Failure]:
    own = [reading for reading in readings if reading.rule == rule.id]
    heard = "; ".join(f"{r.rule} {example.plain[r.start : r.end]!r}" for r in readings) or "nothing"
    if not own:
        return [Failure(rule.id, example.text, f"the rule does not match; heard: {heard}")]
    for mark in example.marks:
        if not any((r.start, r.end) == mark for r in own):
            return [Failure(rule.id, example.text, f"{example.plain[slice(*mark)]!r} is not claimed; heard: {heard}")]
    chosen = [r for r in own if (r.start, r.end) in example.marks] if example.marks else own
    for key, want in example.values.items():
        if not any(r.values.get(key) == want for r in chosen):
            got = ", ".join(repr(r.values.get(key)) for r in chosen)
            return [Failure(rule.id, example.text, f"{key} is {got}, not {want!r}")]
    return []


def _check_silent(rule: Rule, example: Example, readings: list[Reading]) -> list[Failure]:
    for reading in readings:
        marked = example.marks or [(0, len(example.plain))]
        if reading.rule == rule.id and any(reading.start < end and start < reading.end for start, end in marked):
            said = example.plain[reading.start : reading.end]
            return [Failure(rule.id, example.text, f"the rule must be silent here but claims {said!r}")]
    return []
