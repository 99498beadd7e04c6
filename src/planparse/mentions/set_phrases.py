"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

from functools import cache
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.openings import Openings, folded, names_digits
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
# A number, the rest of one, and what follows it.
_NUMBER = lazy_plain_pattern(r"(?s:([0-9][0-9.]*).{0,2})")
# (?<=[…]) in front of all else: what the pattern matches stands behind one of these characters.
_BEHIND_ONE = lazy_pattern(r"\(\?<=\[([^\[\]\\^-]++)\]\)(?!.*\|)")


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
        behind = [[p for p in patterns if _BEHIND_ONE.match(p)] for patterns in written]
        ahead = [[p for p in patterns if not _BEHIND_ONE.match(p)] for patterns in written]
        self._words = Openings(ahead)
        self._closed: set[str] = set()  # openings of one or two characters that begin none of these
        self._numbers = Openings([[p for p in patterns if not names_digits(p)] for patterns in ahead])
        self._named_numbers = Openings([[p for p in patterns if names_digits(p)] for patterns in ahead])
        self._named_digits = frozenset(digit for digit in digits if self._named_numbers.of(digit))
        self._behind = Openings(behind)
        in_front = (_BEHIND_ONE.match(p) for patterns in behind for p in patterns)
        self._in_front = frozenset("".join(match[1] for match in in_front if match))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a set phrase overlaps `[start, end)`."""
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        closed, beyond = self._closed, low
        for at in [x for x in range(low, end) if text[x] not in closed and text[x : x + 2] not in closed]:
            if at < beyond:
                continue
            if number := _NUMBER.match(text, at, high):
                written = number[1]
                beyond = at + len(written)
                opened = self._numbers.within(folded(number[0]), len(written))
                if not self._named_digits.isdisjoint(written):
                    opened = opened + self._opened_by_name(written + text[beyond : beyond + 1])
            else:
                opened = [(0, self._opened_by(text[at : at + 2]))]
            for offset, rules in opened:
                if at + offset < end and self._matches(text, at + offset, start, high, rules):
                    return True
        if self._in_front.isdisjoint(text[max(0, low - 1) : end]):
            return False
        return any(
            self._matches(text, at, start, high, self._behind.of(text[at : at + 1]))
            for at in range(max(1, low), end)
            if text[at - 1] in self._in_front
        )

    def _opened_by(self, words: str) -> tuple[int, ...]:
        """The rules of which a phrase may begin with two characters, or with one where the text ends."""
        for opening in (words[0], words):
            if not (rules := self._words.of(opening)):
                self._closed.add(opening)
                return ()
        return rules

    def _opened_by_name(self, number: str) -> list[tuple[int, tuple[int, ...]]]:
        """The places in a number at which a phrase may begin that names it, and of which rules."""
        places = [at for at, digit in enumerate(number) if digit in self._named_digits]
        return [(at, self._named_numbers.of(number[at : at + 2])) for at in places]

    def _matches(self, text: str, at: int, start: int, high: int, rules: Iterable[int]) -> bool:
        """Whether one of the rules has a phrase at `at` that goes beyond `start`; none is sought beyond `high`."""
        for rule in rules:
            match = self.patterns[rule][1].match(text, at, high)
            if match and match.end() > start:
                return True
        return False


@cache
def set_phrases(rules: RuleSet) -> SetPhrases:
    """The set phrases of a set of rules."""
    return SetPhrases(rules.of(SetPhraseRule))


def named_stretches(text: str) -> list[tuple[int, int]]:
    """Spans of titles in 《》 and of short quotations, in order."""
    spans = [match.span() for match in _TITLE.finditer(text)]
    spans += [match.span() for match in _QUOTE.finditer(text)]
    return sorted(spans)
