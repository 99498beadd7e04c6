"""The labels of contacts (责任人:, 联系电话:) as they stand in a line: where each is, and what it announces."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planparse.cache import Answers
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.contacts import ContactRule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    import regex

    from planparse.rules import RuleSet

__all__ = ["TELEPHONE", "Label", "find_labels", "opening_label"]

# A label and a note in brackets before its colon are never longer, nor does a sentence end in them:
# 联系人及联系方式(白天):
_REACH = 28
_OPENERS = "([【"
TELEPHONE = r"\(?(?:0[1-9]\d{1,2}[-—)]|1[3-9]\d{9}|[2-8]\d{6,7}(?![\d.]))"
"""A pattern of how a telephone number begins, told from other numbers by its form alone."""
# Behind a colon, or at once a number (联系电话0555-2345678), or a name with its number (联系人严如意,2345678). Each by
# the character that stands in front, on its own: `re` skips ahead to one, and not nearly so fast to one of several.
_WITH_NUMBER = rf"(?=[一-龥]{{2,3}}[,、 ;(]{{1,2}}(?:(?:联系|办公|咨询)?(?:电话|方式)|手机)?:?{TELEPHONE})"
_VALUES = {
    ":": lazy_plain_pattern(":"),
    "话": lazy_plain_pattern(rf"话(?<=[系询公督报务络班]电话)(?={TELEPHONE})"),
    "码": lazy_plain_pattern(rf"码(?<=[机话]号码)(?={TELEPHONE})"),
    "机": lazy_plain_pattern(rf"机(?<=手机)(?={TELEPHONE})"),
    "线": lazy_plain_pattern(rf"线(?<=热线)(?={TELEPHONE})"),
    "式": lazy_plain_pattern(rf"式(?<=方式)(?={TELEPHONE})"),
    "人": lazy_plain_pattern(rf"人(?<=[系络任责办]人){_WITH_NUMBER}"),
    "员": lazy_plain_pattern(rf"员(?<=[系络任责办]员){_WITH_NUMBER}"),
}


class Label(Record):
    """A label: `start:end` its words, `value` where what it announces begins."""

    __slots__ = ("end", "rule", "start", "value")

    def __init__(self, start: int, end: int, value: int, rule: ContactRule) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.rule = rule


class _Grammar(Record):
    """The labels before a colon, with a blank or digit behind them, and with a name; and what is asked for the first
    character of those, and for the last of the first."""

    __slots__ = ("answers", "bare", "before_colon", "closes", "labels", "opens", "tight")

    def __init__(
        self,
        before_colon: re.Pattern[str],
        bare: re.Pattern[str],
        tight: re.Pattern[str],
        opens: regex.Pattern[str],
        closes: regex.Pattern[str],
        labels: tuple[ContactRule, ...],
        answers: Answers,
    ) -> None:
        self.before_colon = before_colon
        self.bare = bare
        self.tight = tight
        self.opens = opens
        self.closes = closes
        self.labels = labels
        self.answers = answers


@cache
def _grammar(rules: RuleSet) -> _Grammar:
    labels = [rule for rule in rules.of(ContactRule) if rule.part == "label"]
    labels.sort(key=lambda rule: len(rule.roles), reverse=True)
    parts = "|".join(f"(?P<l{index}>{'|'.join(rule.words)})" for index, rule in enumerate(labels))
    before_colon = rf"(?:{parts})(?:\([^()\n]{{1,12}}\))?[ \t】\]]*+$"
    bare = rf"(?:{parts})(?:\([^()\n]{{1,12}}\))?(?:[ \t]++|(?=\(?\d))"
    tight = rf"(?:{parts})(?=(?![及和与的名])[\p{{Han}}、]{{2,20}}+$)"
    return _Grammar(
        *(lazy_quick_pattern(before_colon), lazy_quick_pattern(bare), lazy_quick_pattern(tight)),
        *(lazy_pattern(bare), lazy_pattern(f"(?r){before_colon}"), tuple(labels)),
        Answers("ends of labels", bare, before_colon),
    )


def find_labels(text: str, start: int, end: int, rules: RuleSet) -> Iterator[Label]:
    """The labels that a colon, or at once a number or a name with its number follows between two offsets, in order.

    Colons and numbers are rare, so they are looked for first and the words before each are read.
    """
    grammar = _grammar(rules)
    pattern, labels = grammar.before_colon, grammar.labels
    values = [value.end() for char, its in _VALUES.items() if char in text for value in its.finditer(text, start, end)]
    behind = start
    for at in sorted(values):
        stop = at - (text[at - 1] == ":")
        if _may_close(text[stop - 1 : stop], rules):
            first = max(behind, at - _REACH)
            for end_above in "\n。;":
                first = text.rfind(end_above, first, stop) + 1 or first
            for place in range(first, stop):
                if _may_open(text[place], rules) and (match := pattern.match(text, place, stop)):
                    yield _label(match, labels, at)
                    break
        behind = at


def opening_label(text: str, start: int, end: int, rules: RuleSet, *, tight: bool = False) -> Label | None:
    """The label that opens a line, with a colon or, as printed forms have it, with a blank or a digit behind it.

    `tight` lets a name follow at once (责任人田野), as it does once the blank between is cleaned away.
    """
    first = text[start : start + 1]
    if first and first in _OPENERS:
        start += 1
        first = text[start : start + 1]
    if not _may_open(first, rules):
        return None
    grammar = _grammar(rules)
    colon = text.find(":", start, min(end, start + _REACH))
    if colon >= 0 and (match := grammar.before_colon.match(text, start, colon)):
        return _label(match, grammar.labels, colon + 1)
    if match := grammar.bare.match(text, start, end):
        return _label(match, grammar.labels, match.end())
    if tight and (match := grammar.tight.match(text, start, end)):
        return _label(match, grammar.labels, match.end())
    return None


@lru_cache(maxsize=4096)
def _may_open(first: str, rules: RuleSet) -> bool:
    """Whether any label can begin with a character."""
    grammar = _grammar(rules)
    can: bool = grammar.answers.of(f"{first}…", lambda: grammar.opens.match(first, partial=True) is not None)
    return can


@lru_cache(maxsize=4096)
def _may_close(last: str, rules: RuleSet) -> bool:
    """Whether any label before a colon can end with a character: most colons stand behind other words."""
    grammar = _grammar(rules)
    can: bool = grammar.answers.of(f"…{last}", lambda: grammar.closes.fullmatch(last, partial=True) is not None)
    return can


def _label(match: re.Match[str], labels: tuple[ContactRule, ...], value: int) -> Label:
    # The group that closed last is the rule's own, `lN`.
    name = str(match.lastgroup)
    return Label(*match.span(name), value, labels[int(name[1:])])
