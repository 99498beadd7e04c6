"""The verbs of plans, compiled: which words open a task, join a value, or change a level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.rules.families.actions import ActionRule

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["Verbs", "verbs"]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Word patterns by kind; each matches the longest of its words.

    `opening` is a light verb or filler at the start, `content` a content verb at the start, `ending` a light or content verb at the end, `joining` a level verb or a
    changing verb at the end, `any_word` any of the words, `rule_of` the rule behind each.
    """

    opening: regex.Pattern[str]
    content: regex.Pattern[str]
    any_verb: regex.Pattern[str]
    any_word: regex.Pattern[str]
    ending: regex.Pattern[str]
    joining: regex.Pattern[str]
    change: regex.Pattern[str]
    change_of: dict[str, str]
    rule_of: dict[str, str]


@cache
def verbs(rules: RuleSet) -> Verbs:
    """The verbs of a set of rules."""
    by_kind: dict[str, list[str]] = {}
    rule_of: dict[str, str] = {}
    not_in: set[str] = set()
    change_of: dict[str, str] = {}
    for rule in rules.of(ActionRule):
        by_kind.setdefault(rule.kind, []).extend(rule.words)
        not_in.update(rule.not_in)
        for word in rule.words:
            rule_of.setdefault(word, rule.id)
            if rule.kind in ("to", "by", "times"):
                change_of[word] = rule.kind

    def pattern(*kinds: str, form: str) -> regex.Pattern[str]:
        words = sorted({word for kind in kinds for word in by_kind.get(kind, [])}, key=lambda w: (-len(w), w))
        return regex.compile(form.format("|".join(map(regex.escape, words)) or "(?!)"))

    kept = "|".join(map(regex.escape, sorted(not_in))) or "(?!)"
    return Verbs(
        opening=pattern("light", "filler", form=rf"(?!{kept})(?:{{}})(?![率额值])"),
        content=pattern("content", form=rf"(?!{kept})(?:{{}})"),
        any_verb=pattern("light", "content", "to", "by", "times", form="(?:{})"),
        any_word=pattern("light", "filler", "content", "level", "to", "by", "times", form="(?:{})"),
        ending=pattern("light", "content", form="(?:{})$"),
        joining=pattern("level", "to", "by", form="(?:{})$"),
        change=pattern("to", "by", "times", form="({})(?:了|约|近)?$"),
        change_of=change_of,
        rule_of=rule_of,
    )
