"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

import re
from functools import cache
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.openings import OTHER, Openings, names_digits
from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern
from planparse.rules.families.set_phrases import SetPhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.rules import RuleSet

__all__ = ["SetPhrases", "named_stretches", "set_phrases"]

_TITLE = lazy_pattern(r"《[^《》\n]{1,80}》")
# A short quotation that holds a count names something: “七项制度”, “千村示范”工程.
_QUOTE = lazy_pattern(r"[“\"]([^“”\"\n。;:]{1,20})[”\"]")
_REACH = 12
# A number, or the rest of one; and one of each form: what can begin in none of them can begin in no other.
_NUMBER = "[0-9][0-9.]*+"
_FORMS = (*("0" * length for length in range(1, 10)), "0.", "0.0.", "0.0.0", "000.00")
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
        self._fronts = self._behind.firsts().difference(digits)
        self._places = lazy_plain_pattern(f"({_NUMBER})|{_class(self._words.firsts() | self._fronts)}")
        self._pairs: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._numbers = Openings([[p for p in patterns if not names_digits(p)] for patterns in ahead])
        self._going_on: dict[str, bool] = {}  # whether a phrase can begin in a number in front of a character
        self._named_numbers = Openings([[p for p in patterns if names_digits(p)] for patterns in ahead])
        self._named_digits = frozenset(digit for digit in digits if self._named_numbers.of(digit))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a set phrase overlaps `[start, end)`."""
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        pairs = self._pairs
        if low and text[low - 1] in self._fronts:
            _, behind = pairs.get(pair := text[low - 1 : low + 1]) or self._opened_by(pair)
            if behind and self._matches(text, low, start, high, behind):
                return True
        for place in self._places.finditer(text, low, high):
            at = place.start()
            if at >= end:
                break
            if place.lastindex:
                for offset, rules in self._opened_in(place[1], text[place.end() : min(place.end() + 2, high)]):
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

    def _opened_in(self, number: str, behind: str) -> list[tuple[int, tuple[int, ...]]]:
        """The places in a number at which a phrase may begin, and of which rules; `behind` are the next characters."""
        opened: list[tuple[int, tuple[int, ...]]] = []
        if not behind or self._goes_on(behind[0]):
            opened = self._numbers.within(number + behind, len(number))
        if not self._named_digits.isdisjoint(number):
            opened = opened + self._opened_by_name(number + behind[:1], len(number))
        return opened

    def _goes_on(self, char: str) -> bool:
        """Whether a phrase can begin in some number that a character follows."""
        known = self._going_on.get(char)
        if known is None:
            known = self._going_on[char] = any(self._numbers.within(form + char, len(form)) for form in _FORMS)
        return known

    def _opened_by_name(self, words: str, length: int) -> list[tuple[int, tuple[int, ...]]]:
        """The places in a number, the first `length` of some words, at which a phrase may begin that names it, and of
        which rules."""
        places = [at for at in range(length) if words[at] in self._named_digits]
        return [(at, self._named_numbers.of(words[at : at + 3])) for at in places]

    def _matches(self, text: str, at: int, start: int, high: int, rules: Iterable[int]) -> bool:
        """Whether one of the rules has a phrase at `at` that goes beyond `start`; none is sought beyond `high`."""
        for rule in rules:
            match = self.patterns[rule][1].match(text, at, high)
            if match and match.end() > start:
                return True
        return False


def _class(characters: Iterable[str]) -> str:
    return rf"[\d{re.escape(''.join(sorted(characters)))}]" if OTHER not in characters else r"[\s\S]"


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
