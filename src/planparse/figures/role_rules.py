"""The rules of roles made ready: their patterns, and what tells at a glance which of them cannot decide."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.figures.cues import Cues, cues_of
from planparse.figures.first_characters import FirstCharacters
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.rules.families.roles import RoleRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.rules import RuleSet

__all__ = ["ReadyRule", "RoleRules", "role_rules"]

Pattern = regex.Pattern[str] | re.Pattern[str]
# So many kinds of quantities are remembered, at most.
_REMEMBERED = 4096


class ReadyRule:
    """A rule, and its patterns with the stretch that each is asked of.

    The quickest questions stand first: what stands behind is mostly told by its first words. What must not stand in the
    sentence in front is asked last, as nearly no rule comes so far.
    """

    __slots__ = ("chapter", "heading", "questions", "rule", "title", "unless")

    def __init__(self, rule: RoleRule, cues: dict[str, frozenset[str] | None]) -> None:
        def ready(pattern: str | None) -> Pattern | None:
            if not pattern:
                return None
            # What `re` reads as `regex` does it finds in half the time.
            return lazy_plain_pattern(pattern) if pattern in cues else lazy_pattern(pattern)

        self.rule = rule
        asked = (rule.compared, rule.after, rule.before, rule.sentence, rule.paragraph)
        self.questions = tuple([(stretch, found) for stretch, one in enumerate(asked) if (found := ready(one))])
        self.heading = ready(rule.heading)
        self.chapter = ready(rule.chapter)
        self.title = ready(rule.title)
        self.unless = ready(rule.unless)


class RoleRules:
    """The rules of a set, the last first, and what leaves which of them open.

    A set of rules is an integer with a bit for each; that of the first asked is the highest, which is found at once.
    """

    def __init__(self, rules: RuleSet) -> None:
        of_roles = rules.of(RoleRule)[::-1]
        cues = cues_of(pattern for rule in of_roles for pattern in rule.expressions())
        self.ready = [ReadyRule(rule, cues) for rule in of_roles]
        self.deciding = [
            (1 << at, (one.rule.role, one.rule.id), one.questions, one.unless) for at, one in enumerate(self.ready)
        ]
        """Of each rule its bit, what it decides, its questions, and what must not stand in front."""
        self.before = Cues(cues, [rule.before for rule in of_roles])
        self.behind = FirstCharacters([rule.after for rule in of_roles])
        self.sentence = Cues(cues, [rule.after for rule in of_roles], [rule.sentence for rule in of_roles])
        """Of the words behind the quantity, and of those of the sentence in front."""
        self.title = Cues(cues, [rule.title for rule in of_roles])
        self.heading = Cues(cues, [rule.heading for rule in of_roles])
        self.paragraph = Cues(cues, [rule.paragraph for rule in of_roles])
        """Of the sentences of the paragraph in front."""
        self.of_headings = _those(rule.heading or rule.chapter for rule in of_roles)
        """The rules that ask for a heading, be it the outermost."""
        self.of_plans = _those(rule.title or rule.past for rule in of_roles)
        """The rules that ask for a plan's title, or for the past."""
        self.of_past = _those(rule.past for rule in of_roles)
        self.aimed = _those(rule.aimed is True for rule in of_roles)
        """The rules that ask for a time to come by which the sentence sets out what it tells."""
        self.unaimed = _those(rule.aimed is False for rule in of_roles)
        """The rules that ask that there be none."""
        self._units = unit_table(rules).by_word
        self._of_dimension = _Limited(rule.units for rule in of_roles)
        self._of_unit = _Limited(rule.unit_names for rule in of_roles)
        self._of_op = _Limited(rule.op for rule in of_roles)
        self._of_rate = _Limited(rule.per for rule in of_roles)
        self._of_section = _Limited(rule.sections for rule in of_roles)
        self._over: dict[tuple[str, str, tuple[str, ...]], int] = {}

    def over(self, unit: str, op: str, per: tuple[str, ...]) -> int:
        """The rules that can decide over quantities of some unit, comparison and rate."""
        found = self._over.get((unit, op, per))
        if found is None:
            known = self._units.get(unit)
            dimension = known.dimension if known else "counter"
            found = self._of_dimension[dimension] & self._of_unit[unit] & self._of_op[op] & self._of_rate.any_of(per)
            if len(self._over) > _REMEMBERED:
                self._over.clear()
            self._over[unit, op, per] = found
        return found

    def under(self, kinds: tuple[str, ...]) -> int:
        """The rules that can decide in sections of some kinds."""
        return self._of_section.any_of(kinds)


class _Limited(dict[str, int]):
    """For a value the rules that are limited to it, and those that are limited to none."""

    def __init__(self, limits: Iterable[tuple[str, ...]]) -> None:
        super().__init__()
        self._free = 0
        for at, values in enumerate(limits):
            self._free |= (not values) << at
            for value in values:
                self[value] = self.get(value, 0) | 1 << at
        for value in self:
            self[value] |= self._free

    def __missing__(self, value: str) -> int:
        return self._free

    def any_of(self, values: tuple[str, ...]) -> int:
        """For some values the rules that are limited to any of them, and those that are limited to none."""
        found = self._free
        for value in values:
            found |= self[value]
        return found


def _those(asked: Iterable[object]) -> int:
    return sum([1 << at for at, asks in enumerate(asked) if asks])


@cache
def role_rules(rules: RuleSet) -> RoleRules:
    """The rules of roles of a set, made ready once."""
    return RoleRules(rules)
