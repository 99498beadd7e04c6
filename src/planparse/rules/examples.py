"""Runs the examples and counterexamples of rules: every rule must do what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planparse.rules.load import RuleSet
    from planparse.rules.schema import Example, Rule

__all__ = ["Failure", "Reading", "check_examples"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a room read from an example: by which rule, from which characters, with which values."""

    rule: str
    start: int
    end: int
    values: dict[str, Any] = field(default_factory=dict)


class Failure(NamedTuple):
    """An example that does not hold."""

    rule: str
    text: str
    reason: str


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
