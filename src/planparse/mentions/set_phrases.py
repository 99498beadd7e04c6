"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

import re
from functools import cache
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.openings import NUMBERS, OTHER, GoesOn, Openings, names_digits
from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern
from planparse.rules.families.set_phrases import SetPhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.rules import RuleSet

__all__ = ["SetPhrases", "named_stretches", "set_phrases"]

_TITLE = lazy_plain_pattern(r"《[^《》\n]{1,80}》")
# A short quotation that holds a count names something: “七项制度”, “千村示范”工程.
_QUOTE = lazy_plain_pattern(r"[“\"]([^“”\"\n。;:]{1,20})[”\"]")
_REACH = 12
# Behind the first digit of a number: the group tells that it is one.
_REST_OF_NUMBER = "(?:(?<=[0-9])([0-9.]*+))?+"
# (?<=[…]) or (?<=以下|如下) in front of all else: what the pattern matches stands behind one of the last characters.
_BEHIND_ONE = lazy_pattern(r"\(\?<=(?:\[([^\[\]\\^\d.-]++)\]|([一-龥]++(?:\|[一-龥]++)*+))\)(?!.*\|)")
# So many pairs of characters are remembered, at most.
_REMEMBERED = 50_000


class SetPhrases:
    """The patterns of all set phrases, in file order.

    Few places open a phrase, and the patterns are dear: they are asked only where the next two characters open one, in
    a number only where what follows it does, and behind the characters that some patterns want in front.
    """

    def __init__(self, rules: tuple[SetPhraseRule, ...]) -> None:
        written = [([alternatives(rule.words)] if rule.words else []) + list(rule.patterns) for rule in rules]
        self.patterns = [
            (rule.id, lazy_pattern("|".join(patterns))) for rule, patterns in zip(rules, written, strict=True)
        ]
        ahead = [[p for p in patterns if not _BEHIND_ONE.match(p)] for patterns in written]
        self._words = Openings(ahead)
        # With the character that they want in front as their first.
        self._behind = Openings([[one for p in patterns if (one := _with_front(p))] for patterns in written])
        self._fronts = self._behind.going_on().difference(digits)
        self._places = lazy_plain_pattern(_class(self._words.going_on() | self._fronts | {*digits}) + _REST_OF_NUMBER)
        self._pairs: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._numbers = Openings([[p for p in patterns if not names_digits(p)] for patterns in ahead])
        self._goes_on = GoesOn(self._numbers, NUMBERS)
        self._naming_numbers = Openings([[p for p in patterns if names_digits(p)] for patterns in ahead])
        self._named = lazy_plain_pattern(_digits(self._naming_numbers))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a set phrase overlaps `[start, end)`."""
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        pairs, goes_on = self._pairs, self._goes_on
        if low and text[low - 1] in self._fronts:
            _, behind = pairs.get(pair := text[low - 1 : low + 1]) or self._opened_by(pair)
            if behind and self._matches(text, low, start, high, behind):
                return True
        for place in self._named.finditer(text, low, end):
            at = place.start()
            if self._matches(text, at, start, high, self._naming_numbers.of(text[at : at + 3])):
                return True
        for place in self._places.finditer(text, low, high):
            at = place.start()
            if at >= end:
                break
            if place.lastindex:
                stop = place.end()
                if stop == high or goes_on[text[stop]]:
                    for offset, rules in self._numbers.within(text[at : min(stop + 2, high)], stop - at):
                        if at + offset < end and self._matches(text, at + offset, start, high, rules):
                            return True
                continue
            pair = text[at : at + 2]
            ahead, behind = pairs.get(pair) or self._opened_by(pair)
            if ahead and self._matches(text, at, start, high, ahead):
                return True
            if behind and at + 1 < end and self._matches(text, at + 1, start, high, behind):
                return True
        return False

    def _opened_by(self, pair: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The rules of which a phrase may begin with two characters, or with one where the text ends, and those of
        which one may begin behind the first of them."""
        if len(self._pairs) > _REMEMBERED:
            self._pairs.clear()
        self._pairs[pair] = opened = self._words.of(pair), self._behind.of(pair)
        return opened

    def _matches(self, text: str, at: int, start: int, high: int, rules: Iterable[int]) -> bool:
        """Whether one of the rules has a phrase at `at` that goes beyond `start`; none is sought beyond `high`."""
        for rule in rules:
            match = self.patterns[rule][1].match(text, at, high)
            if match and match.end() > start:
                return True
        return False


def _class(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]" if OTHER not in characters else r"[\s\S]"


def _digits(naming: Openings) -> str:
    """The digits with which one of some patterns begins, and the characters with which it goes on."""
    on = {digit: naming.going_on(digit) for digit in digits if naming.of(digit)}
    return "|".join(rf"{digit}(?={_class(characters)}|$)" for digit, characters in on.items()) or "(?!)"


def _with_front(pattern: str) -> str | None:
    """A pattern with the last character of what it wants in front as its first; None of others."""
    match = _BEHIND_ONE.match(pattern)
    if match is None:
        return None
    in_front = match[1] or "".join(word[-1] for word in match[2].split("|"))
    return f"[{in_front}]{pattern[match.end() :]}"


@cache
def set_phrases(rules: RuleSet) -> SetPhrases:
    """The set phrases of a set of rules."""
    return SetPhrases(rules.of(SetPhraseRule))


def named_stretches(text: str) -> list[tuple[int, int]]:
    """Spans of titles in 《》 and of short quotations, in order."""
    spans = [match.span() for match in _TITLE.finditer(text)]
    spans += [match.span() for match in _QUOTE.finditer(text)]
    return sorted(spans)
