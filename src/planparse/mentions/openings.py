"""What patterns can begin with: asked once for each opening, then remembered, since few places open any."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from string import digits, printable
from typing import TYPE_CHECKING

from planparse.cache import Answers, fingerprint, kept
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import regex

__all__ = [
    "INTEGERS",
    "NUMBERS",
    "OTHER",
    "WITHOUT_LOOKING_ON",
    "GoesOn",
    "Openings",
    "begin_only_with",
    "names_digits",
    "one_of",
    "opens_with_others",
    "without_front",
]

# So many openings are remembered, at most.
_REMEMBERED = 50_000
# No more of them is looked at, so that a text of nothing but digits takes no longer than its length.
_LONGEST = 40
# In a pattern: what demands something of the text in front; `kept` is what only looks so (an escape, a class).
_IN_FRONT = lazy_pattern(
    r"\\[bBmM]|\(\?<[=!](?:[^()\[\]\\]|\\.|(?&class)|(?&group))*+\)"
    r"|(?P<kept>\\.|(?P<class>\[\^?\]?(?:[^\]\\]|\\.)*+\]))"
    r"|(?!)(?P<group>\((?:[^()\[\]\\]|\\.|(?&class)|(?&group))*+\))"
)
_MAY_LOOK_BACK = lazy_plain_pattern(r"\\[bBmM]|\(\?<[=!]")
# A digit that a pattern names: not one of an escape, nor one that says how often something stands.
_NAMED_DIGIT = lazy_pattern(r"\\.|\{[\d,]*\}|(?P<digit>\d)")
# What must not follow and begins with a digit that is no nought, (?!20\d\d(?!\d)): of noughts it forbids none, and to
# them all digits are made alike.
_IN_GROUP = r"[^()\[\]\\]|\\.|\[[^()\[\]]*\]"
_FORBIDDEN_NUMBER = lazy_plain_pattern(rf"\(\?![1-9](?:{_IN_GROUP}|\((?:{_IN_GROUP})*+\))*+\)")
# Behind a pattern that is tried at many places: an alternative that never matches. Without one, `regex` looks through
# all of the text for what the pattern must hold (the 年 of a number of years) before it tries the place.
WITHOUT_LOOKING_ON = "|(?!)"
_FEW_DIGITS = 4
# So many characters go on behind most: not behind numerals, nor behind letters.
_FEW = 25
# Stands for all characters that no pattern names.
OTHER = "龘"
# Whole numbers, and numbers of all forms: what can begin in none of them can begin in no other.
INTEGERS = tuple("0" * length for length in range(1, 10))
NUMBERS = (*INTEGERS, "0.", "0.0.", "0.0.0", "000.00")


class Openings:
    """Which of some patterns can begin with given characters, whatever stands in front of them."""

    def __init__(self, patterns: Iterable[Sequence[str]]) -> None:
        """Each of `patterns` is given by its alternatives."""
        self._named = ["|".join(alternatives) for alternatives in patterns]
        self.made_from = fingerprint(_code(), *self._named)
        """Changes with all that tells what the patterns can begin with."""
        self._first: dict[str, tuple[int, ...]] = {}
        for characters, numbers in kept(self._first_characters, "first characters of openings", self.made_from):
            self._first.update(dict.fromkeys(characters, tuple(numbers)))
        self._known = dict(self._first)
        self._answers = Answers("what begins so", self.made_from)
        self.remembered: dict[str, list[tuple[int, tuple[int, ...]]]] = {}
        """What `within` has found, for words with zeros as their only digits."""
        self._alike = _DigitsAlike(str.maketrans(digits, "0" * len(digits)))

    @cached_property
    def written(self) -> list[str]:
        """What each pattern is without what it demands of the text in front."""
        return [without_front(one) or "(?!)" for one in self._named]

    @cached_property
    def free(self) -> list[regex.Pattern[str]]:
        """The same, to be asked."""
        return [lazy_pattern(one) for one in self.written]

    def _first_characters(self) -> list[tuple[str, tuple[int, ...]]]:
        """The characters that the patterns name, those together with which the same patterns can begin.

        To find it all of them have to be made, and most can begin with few characters.
        """
        alike: dict[tuple[int, ...], list[str]] = {}
        for char in sorted({*"".join(self.written), *printable, OTHER}):
            numbers = tuple(number for number, one in enumerate(self.free) if one.match(char, partial=True))
            alike.setdefault(numbers, []).append(char)
        return [("".join(characters), numbers) for numbers, characters in alike.items()]

    def beginning(self) -> frozenset[str]:
        """The characters with which any of the patterns can begin; `OTHER` stands for all those that none names."""
        return frozenset(char for char, numbers in self._first.items() if numbers)

    def going_on(self, words: str) -> frozenset[str]:
        """The characters with which any of the patterns can go on behind some words, likewise."""
        return frozenset(
            character
            for number in self.of(words)
            for character in {*self.written[number], *printable, OTHER}
            if self.free[number].match(words + character, partial=True)
        )

    def few_going_on(self) -> dict[str, str]:
        """The characters with which any of the patterns can begin and few others go on, each with these."""

        def found() -> dict[str, str]:
            going_on = {char: self.going_on(char) for char in sorted(self.beginning())}
            return {char: "".join(sorted(on)) for char, on in going_on.items() if len(on) <= _FEW and OTHER not in on}

        few: dict[str, str] = kept(found, "few going on", self.made_from)
        return few

    def digits_going_on(self) -> dict[str, str]:
        """The digits with which any of the patterns can begin, each with a pattern of `re` for what stands behind it.

        That is up to four more digits and what follows them, as these tell most numbers apart (1203班, 8:30).
        """

        def found() -> dict[str, str]:
            return {digit: self._behind_digits(digit, which) for digit in digits if (which := self.of(digit))}

        going_on: dict[str, str] = kept(found, "digits going on", self.made_from)
        return going_on

    def _behind_digits(self, number: str, among: tuple[int, ...]) -> str:
        behind: dict[str, list[str]] = {}
        for char in sorted({*digits, *printable, OTHER}.union(*(self.written[which] for which in among))):
            if which := tuple(which for which in among if self.free[which].match(number + char, partial=True)):
                is_last = char not in digits or len(number) == _FEW_DIGITS
                behind.setdefault("" if is_last else self._behind_digits(number + char, which), []).append(char)
        either = [one_of(characters) + on for on, characters in behind.items()]
        return f"(?:{'|'.join([*either, '$'])})"

    def of(self, opening: str, among: tuple[int, ...] | None = None) -> tuple[int, ...]:
        """The numbers of the patterns that can begin with the characters of `opening`, or end within them.

        `among` are those that are known to be the only ones that can.
        """
        known = self._known.get(opening)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[opening] = tuple(self._answers.of(opening, lambda: self._found(opening, among)))
        return known

    def _found(self, opening: str, among: tuple[int, ...] | None) -> list[int]:
        if among is None:
            among = self.of(opening[0]) if len(opening) > 1 else tuple(range(len(self.free)))
        return [number for number in among if self.free[number].match(opening, partial=True)]

    def within(self, words: str, length: int) -> list[tuple[int, tuple[int, ...]]]:
        """The places among the first `length` characters of `words` where patterns can begin, and which can there.

        Where the first characters end must be plain from the words: a number's digits, and what follows them. No
        pattern may tell one digit from another (`names_digits`).
        """
        words = words.translate(self._alike)
        known = self.remembered.get(words)
        if known is None:
            known = [(at, found) for at in range(length) if (found := self.of(words[at : at + _LONGEST]))]
            if len(self.remembered) > _REMEMBERED:
                self.remembered.clear()
            if len(words) <= _LONGEST:
                self.remembered[words] = known
        return known

    def begin_within(self, words: str, length: int) -> bool:
        """Whether `within` would find any place. Of these thousands of questions nothing is kept for the next run."""
        for at in range(length):
            opening = words[at : at + _LONGEST]
            known = self._known.get(opening)
            if known is None:
                known = self._known[opening] = tuple(self._found(opening, None))
            if known:
                return True
        return False


class GoesOn(dict[str, bool]):
    """Whether one of some patterns can begin in one of some numbers that a character, or the end, follows.

    To find it takes longer than to read a plan, so that it is kept for the next run.
    """

    def __init__(self, openings: Openings, numbers: tuple[str, ...]) -> None:
        def goes_on(char: str) -> bool:
            return any(openings.begin_within(one + char, len(one)) for one in numbers)

        def found() -> tuple[str, str, bool]:
            characters = sorted({*"".join(openings.written), *printable, OTHER})
            behind = {char for char in characters if goes_on(char)}
            return "".join(sorted(behind)), "".join(char for char in characters if char not in behind), goes_on("")

        behind, others, at_end = kept(found, "numbers that go on", openings.made_from, *numbers)
        super().__init__({**dict.fromkeys(behind, True), **dict.fromkeys(others, False), "": at_end})

    def __missing__(self, char: str) -> bool:
        self[char] = goes_on = self[OTHER]
        return goes_on


class _DigitsAlike(dict[int, int]):
    """For `str.translate`: all digits become one; what stays is noted, since a table without it raises an error."""

    def __missing__(self, char: int) -> int:
        self[char] = char
        return char


@cache
def _code() -> str:
    """This module: what other code than this has found is not taken."""
    return Path(__file__).read_text("utf-8")


def one_of(characters: Collection[str]) -> str:
    """A pattern for one of some characters, which never matches where there are none; `OTHER` stands for any."""
    if not characters:
        return "(?!)"
    return f"[{re.escape(''.join(sorted(characters)))}]" if OTHER not in characters else r"[\s\S]"


def names_digits(pattern: str) -> bool:
    """Whether a pattern tells one digit from another (12345, [1-9]), and might not begin with noughts instead."""
    return any(match["digit"] for match in _NAMED_DIGIT.finditer(_FORBIDDEN_NUMBER.sub("", pattern)))


def opens_with_others(pattern: str, characters: str) -> bool:
    """Whether a pattern can begin with any other character than these."""
    free = lazy_pattern(without_front(pattern))
    others = {*pattern, *printable, OTHER}.difference(characters)
    return any(free.match(character, partial=True) for character in others)


def begin_only_with(characters: str, patterns: Sequence[str]) -> frozenset[int]:
    """The numbers of the patterns that can begin with these characters alone, and tell no digit from another."""

    def found() -> list[int]:
        return [
            number
            for number, pattern in enumerate(patterns)
            if not names_digits(pattern) and not opens_with_others(pattern, characters)
        ]

    return frozenset(kept(found, "begin only with", _code(), characters, *patterns))


def without_front(pattern: str) -> str:
    """The pattern without what it demands of the text in front."""
    return _IN_FRONT.sub(r"\g<kept>", pattern) if _MAY_LOOK_BACK.search(pattern) else pattern
