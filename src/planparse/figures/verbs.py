"""The verbs of plans, compiled: which words open a task, join a value, change a level, or end a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.patterns import alternatives, lazy_pattern
from planparse.rules.families.actions import ActionRule

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["Verbs", "verbs"]

Pattern = regex.Pattern[str]
# 投资完成率, 改造资金, 收储能力: the verb is part of a noun.
_IN_NOUN = r"(?![率额值量面]|资金|能力|规模|总投资|标准|制村|比例)"
_VERBS = ("light", "filler", "content", "level", "to", "by", "times")


@dataclass(frozen=True, slots=True)
class Verbs:
    """Word patterns by kind; each prefers the longest of its words, and none begins inside a word of `not_in`."""

    opening: Pattern
    """A light verb or filler, to be matched at the start."""
    content: Pattern
    """A content verb, to be matched at the start."""
    verb: Pattern
    """A verb of any kind but level, to be matched at the start."""
    word: Pattern
    """Any of these words, to be searched."""
    ending: Pattern
    """A light or content verb at the end."""
    joining: Pattern
    """A level verb or a changing verb at the end."""
    change: Pattern
    """A changing verb at the end; group 1 is the verb."""
    closing: Pattern
    """A word that ends the name of the thing counted, to be searched."""
    elsewhere: Pattern
    """A word with which no name begins, to be matched at the start."""
    change_of: dict[str, str]
    rule_of: dict[str, dict[str, str]]
    """Kind → word → rule."""

    def rule(self, word: str, *kinds: str) -> str:
        """The rule behind a word, of the first of `kinds` that has it (all verbs where none is named)."""
        return next(self.rule_of[kind][word] for kind in kinds or _VERBS if word in self.rule_of.get(kind, {}))


@cache
def verbs(rules: RuleSet) -> Verbs:
    """The verbs of a set of rules."""
    by_kind: dict[str, list[str]] = {}
    not_in: dict[str, set[str]] = {}
    rule_of: dict[str, dict[str, str]] = {}
    change_of: dict[str, str] = {}
    for rule in rules.of(ActionRule):
        by_kind.setdefault(rule.kind, []).extend(rule.words)
        not_in.setdefault(rule.kind, set()).update(rule.not_in)
        for word in rule.words:
            rule_of.setdefault(rule.kind, {}).setdefault(word, rule.id)
            if rule.kind in ("to", "by", "times"):
                change_of[word] = rule.kind

    def pattern(*kinds: str, form: str = "{}", kept: str | None = None) -> Pattern:
        words = alternatives({word for kind in kinds for word in by_kind.get(kind, ())})
        guard = alternatives(not_in.get(kept, set())) if kept else "(?!)"
        return lazy_pattern(form.format(rf"(?!{guard})(?:{words})"))

    return Verbs(
        # 利用率, 完成额: the verb is part of the indicator's name.
        opening=pattern("light", "filler", form="{}(?![率额值])", kept="filler"),
        content=pattern("content", kept="filler"),
        verb=pattern("light", "content", "to", "by", "times", form="(?>{})" + _IN_NOUN, kept="filler"),
        word=pattern(*_VERBS),
        ending=pattern("light", "content", form="{}$"),
        joining=pattern("level", "to", "by", form="{}$"),
        change=pattern("to", "by", "times", form="({})(?:了|约|近)?$"),
        closing=pattern("closing", kept="closing"),
        elsewhere=pattern("elsewhere", kept="elsewhere"),
        change_of=change_of,
        rule_of=rule_of,
    )
