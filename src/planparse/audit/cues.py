"""The words that tie figures to each other, found in one scan; which words do what, `rules/relations.yaml` says."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record
from planparse.rules.examples import Reading
from planparse.rules.families.relations import RelationRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.rules import RuleSet

__all__ = ["Cue", "Cues", "find_cues", "readings"]

# A numeral may begin with an l that OCR made of 1.
_NUMERAL = r"\s*+[0-9０-９一二三四五六七八九十百千两lI]"
# What must stand around a cue word for it to do what its rule says, e.g. 共建设 20座, 占总投资的 34%.
_FRAMES = {
    "among": "{words}",
    "total": r"{words}(?=(?:为|达|[^\d\s,，、。；;：:()（）]{{0,4}}?)" + _NUMERAL + ")",
    "rest": r"{words}(?=的?" + _NUMERAL + ")",
    "complete": "{words}",
    "share": r"{words}(?=[^\d,，、。；;：:()（）]{{0,10}}?\s*+[0-9lI.]++\s*+[%％])",
    "rise": r"{words}(?=(?:了|约|到|至)?" + _NUMERAL + ")",
    "fall": r"{words}(?=(?:了|约|到|至)?" + _NUMERAL + ")",
    "denial": "{words}",
    "other-base": "{words}",
    "alike": r"(?<=[0-9万亿千百余多])\s*+{words}",
}
# Cues of one group never compete with those of another: 其余 and 占 may stand in the same place as 不.
_GROUPS = (("among", "total", "rest", "complete", "share", "rise", "fall"), ("denial",), ("other-base",), ("alike",))
_LEADING, _DENIAL, _OTHER_BASE, _ = range(len(_GROUPS))


class Cue(Record):
    """A cue word at `start:end` of the clean text, what it does, and the rule that says so."""

    __slots__ = ("end", "kind", "rule", "start")

    def __init__(self, start: int, end: int, kind: str, rule: str) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.rule = rule


class Cues:
    """The cues of a text in reading order."""

    def __init__(self, found: list[Cue]) -> None:
        self._by_kind: dict[str, list[Cue]] = {}
        for cue in found:
            self._by_kind.setdefault(cue.kind, []).append(cue)
        self._starts = {kind: [cue.start for cue in cues] for kind, cues in self._by_kind.items()}

    def starts(self, kind: str) -> list[int]:
        """Where the cues of `kind` begin, in order."""
        return self._starts.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Cue]:
        """The cues of `kind` that begin in `[start, end)`."""
        starts = self._starts.get(kind)
        return self._by_kind[kind][bisect_left(starts, start) : bisect_left(starts, end)] if starts else []


def find_cues(text: str, rules: RuleSet) -> Cues:
    """All cues of the clean `text` except the denials, which `denies` looks for where they matter."""
    return Cues(list(_led_by_words(text, rules)))


def denies(words: str, rules: RuleSet) -> bool:
    """Whether a clause speaks of what is lacking (无, 不, 未)."""
    pattern = _pattern(_DENIAL, rules)
    return pattern is not None and pattern.search(words) is not None


def other_base(words: str, rules: RuleSet) -> bool:
    """Whether the words before a rate say that it is counted from elsewhere or year by year (年均, 比上年)."""
    pattern = _pattern(_OTHER_BASE, rules)
    return pattern is not None and pattern.search(words) is not None


@cache
def alike_units(rules: RuleSet) -> dict[str, str]:
    """Counting word → the first of those that count the same things."""
    return {word: rule.words[0] for rule in rules.of(RelationRule) if rule.cue == "alike" for word in rule.words}


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """Every cue in an example text, for the test of the rules' examples."""
    found = list(_led_by_words(text, rules))
    for group in range(_DENIAL, len(_GROUPS)):
        pattern = _pattern(group, rules)
        found += [_cue(match, rules) for match in pattern.finditer(text)] if pattern else []
    return [Reading(cue.rule, cue.start, cue.end, {"cue": cue.kind}) for cue in found]


def _led_by_words(text: str, rules: RuleSet) -> Iterator[Cue]:
    """The cues of the first group."""
    pattern, told = _leading(rules)
    for match in pattern.finditer(text):
        start, end = match.span()
        rule = told[(match.lastindex or 0) - 1]
        yield Cue(start, end, rule.cue, rule.id)


def _cue(match: regex.Match[str], rules: RuleSet) -> Cue:
    rule = _members(rules)[int(str(match.lastgroup)[1:])]
    start, end = match.span()
    return Cue(start, end, rule.cue, rule.id)


@cache
def _leading(rules: RuleSet) -> tuple[re.Pattern[str], tuple[RelationRule, ...]]:
    """The cues of the first group, and the rule of each of the pattern's groups, which are empty and stand last.

    They are gathered by the first character of their words, so that most places are given up at one glance.
    """
    behind: dict[str, list[str]] = {}
    told: list[RelationRule] = []
    leading = [rule for rule in _members(rules) if rule.cue in _GROUPS[_LEADING]]
    for first in dict.fromkeys(word[0] for rule in leading for word in rule.words):
        for rule in leading:
            rest = tuple(word[1:] for word in rule.words if word[0] == first)
            if rest:
                behind.setdefault(first, []).append(f"{_framed(rule, _any_of(rest), first)}()")
                told.append(rule)
    parts = (f"{re.escape(first)}(?:{'|'.join(framed)})" for first, framed in behind.items())
    return lazy_plain_pattern("|".join(parts) or "(?!)"), tuple(told)


@cache
def _members(rules: RuleSet) -> tuple[RelationRule, ...]:
    return rules.of(RelationRule)


@cache
def _pattern(group: int, rules: RuleSet) -> regex.Pattern[str] | None:
    """The cues of a group; None where there are none.

    Each rule is a named group `rN`, N its place in the family.
    """
    parts = []
    for place, rule in enumerate(_members(rules)):
        if rule.cue in _GROUPS[group]:
            parts.append(f"(?P<r{place}>{_framed(rule, _any_of(rule.words))})")
    return lazy_pattern("|".join(parts)) if parts else None


def _framed(rule: RelationRule, words: str, first: str = "") -> str:
    """The words of a rule and what must stand around them; where `first` stands in front, it is a part of them."""
    before = "".join(f"(?<!{re.escape(word + first)})" for word in rule.not_after)
    after = f"(?!{_any_of(rule.not_before)})" if rule.not_before else ""
    return _FRAMES[rule.cue].format(words=f"{before}{words}{after}")


def _any_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
