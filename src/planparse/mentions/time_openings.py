"""Where a time can begin: the characters, and behind a number the next one, that open some pattern of the grammar.

Most numbers of a plan count something. To try the whole grammar at each of them would cost more than all the rest.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cache import Answers, fingerprint, kept
from planparse.mentions.openings import OTHER
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from planparse.mentions.openings import Openings

__all__ = ["NUMBER", "WORD", "Fold", "Starts", "number_before", "openings"]

# Numbers by their form, each with some of that form: what can follow none of them can follow no other.
_DIGITS = tuple("0123456789")
_DECIMAL = r"\d++\.\d++"
_WHOLE = r"(?!\d|\.\d)"
_NUMBERS: dict[str, tuple[str, ...]] = {
    r"\d": _DIGITS,
    r"\d\d": ("01", "10", "12", "15", "20", "24", "28", "30", "31", "50", "60", "90", "99"),
    r"\d{3}": ("100", "180", "365", "999"),
    r"(?:19|20)\d\d": ("1949", "2008", "2030"),
    r"(?:18|21)\d\d": ("1850", "2150"),
    r"(?!1[89]|2[01])\d{4}": ("1000", "3000", "9999"),
    r"\d{5,}+": ("10000", "203005", "20300501"),
    _DECIMAL: ("1.5", "3.25", "12.5", "2030.5", "2030.12"),
}
_FORM = lazy_plain_pattern("|".join(f"({form})" for form in _NUMBERS))
# What tells which patterns can begin at a word, behind its first character: three more, or what stands in front of a
# number with its first digit.
_OPENING = r"(?=(\D{0,3}[\s\S]?))"
WORD, NUMBER = 1, 2
"""The group of `Starts.places` that holds an opening's further characters, and the first of those of numbers."""
_MONTH = lazy_plain_pattern(r"年\d{1,2}月")
_ANY_MONTH = "年6月"
# A number that a pattern names (365天): not one that says how often something stands ({1,3}).
_WRITTEN = lazy_pattern(r"(?<![{,\d\\])\d{2,}+(?![},])")


class Starts:
    """Where some patterns can begin, and which of them at a number."""

    def __init__(
        self,
        patterns: list[str],
        beginnings: Openings,
        places: str,
        following: dict[str, list[tuple[int, str]]],
        answers: Answers,
    ) -> None:
        """`following` has, for each form of numbers, those of `patterns` that can go on behind one, and with what."""
        self.places = places
        """A pattern of `re` for the characters at which any of the patterns can begin, by them and by what follows.

        Its group tells a word (`WORD`) or, from `NUMBER` on, the form of the number that begins there.
        """
        self._following = list(following.values())
        self._beginnings = beginnings
        self._answers = answers
        self._samples = _samples(_WRITTEN.findall(" ".join(patterns)))

    def among(self, form: int, behind: str) -> tuple[int, ...]:
        """The numbers of the patterns that alone can begin with a number of a form and what stands behind it."""
        return tuple(self._answers.of(f"{form} {behind}", lambda: list(self._going_on(form, behind))))

    def _going_on(self, form: int, behind: str) -> Iterator[int]:
        """The numbers of the patterns that can go on behind a number of a form with the next one or two characters."""
        first, is_all = behind[0], len(behind) == 1
        for which, characters in self._following[form]:
            if first in characters or OTHER in characters:
                if is_all:
                    yield which
                    continue
                match = self._beginnings.free[which].match
                for number in self._samples[form]:
                    if match(number + behind, partial=True):
                        yield which
                        break


class Fold(dict[int, str]):
    """For `str.translate`: characters as they are, but all that no pattern names as one and the same."""

    def __missing__(self, char: int) -> str:
        self[char] = OTHER
        return OTHER


def number_before(text: str, end: int, form: int, fold: Fold) -> tuple[int, str] | None:
    """The form of a number that ends at `end`, and what `fold` makes of the next two characters behind it.

    Only of the first, where the second is a digit; but where a month follows (2031年6月底), with this month and the
    character behind it, since a dozen patterns go on with a year and a month. All months are alike, and all days.
    None where nothing stands behind the number.
    """
    behind = text[end : end + 2]
    if not behind:
        return None
    if len(behind) == 1 or not behind[1].isdecimal():
        return form, behind.translate(fold)
    if behind[0] != "年":
        return form, behind[0].translate(fold)
    if not (month := _MONTH.match(text, end)):
        return form, behind if behind[1].isascii() else "年"  # 2031年80公里
    next_one = text[month.end() : month.end() + 1]
    return form, _ANY_MONTH + ("1" if next_one.isdecimal() else next_one.translate(fold))


def openings(patterns: list[str], beginnings: Openings) -> Starts:
    """Where any of `patterns` can begin; `beginnings` are those of the same patterns.

    To find it takes as long as to read fifty plans, so that it is kept for the next run. What other code than this has
    found is not taken: a checkout changes without a new version.
    """
    made_from = fingerprint("openings of times", beginnings.made_from, Path(__file__).read_text("utf-8"), *patterns)
    places, following = kept(lambda: _openings(patterns, beginnings.free), made_from)
    return Starts(patterns, beginnings, places, following, Answers("what goes on so", made_from))


def _openings(patterns: list[str], free: list[regex.Pattern[str]]) -> tuple[str, dict[str, list[tuple[int, str]]]]:
    behind: dict[str, set[str]] = {}  # by the first character
    following: dict[str, list[tuple[int, str]]] = {form: [] for form in _NUMBERS}
    for which, (written, pattern) in enumerate(zip(patterns, free, strict=True)):
        characters = {*written, *_DIGITS, OTHER}
        for first in _going_on(pattern, "", characters).difference(_DIGITS):
            behind.setdefault(first, set()).update(_going_on(pattern, first, characters))
        for form, samples in zip(_NUMBERS, _samples(_WRITTEN.findall(written)), strict=True):
            on = set[str]().union(*(_going_on(pattern, number, characters) for number in samples))
            if on:
                following[form].append((which, "".join(sorted(on))))
    return _places(behind, following), following


def _samples(named: Iterable[str]) -> list[list[str]]:
    """Numbers of each form: some, and those of the ones that patterns name."""
    samples = [list(some) for some in _NUMBERS.values()]
    for number in sorted(set(named)):
        if (form := _FORM.fullmatch(number)) and form.lastindex:
            samples[form.lastindex - 1].append(number)
    return samples


def _places(behind: dict[str, set[str]], following: dict[str, list[tuple[int, str]]]) -> str:
    words = "|".join(f"{re.escape(first)}{_class(on)}" for first, on in sorted(behind.items()))
    on_numbers = {form: {char for _, on in going_on for char in on} for form, going_on in following.items()}
    # Behind a whole number no digits of a decimal go on; behind a decimal another point may (2030.5.1).
    numbers = "|".join(f"({form}){'' if form == _DECIMAL else _WHOLE}{_class(on)}" for form, on in on_numbers.items())
    # What follows most numbers opens no time at all: one class tells.
    on_any = set[str]().union(*on_numbers.values())
    at_word = rf"(?<=\D)(?<=(?={words or '(?!)'})[\s\S])" if OTHER not in behind else r"(?<=\D)"
    at_number = rf"(?<=\d)(?=\d*+(?:\.\d++)?+{_class(on_any)})(?<=(?={numbers}).)"
    beginning = _class({*behind, *_DIGITS}) if OTHER not in behind else r"[\s\S]"
    # What follows opens a time seldom enough to be looked at first.
    next_one = _class(on_any.union(_DIGITS, ".", *behind.values()))
    return rf"{beginning}(?={next_one})(?<!\d\d)(?:{at_word}{_OPENING}|{at_number})"


def _going_on(pattern: regex.Pattern[str], words: str, characters: set[str]) -> set[str]:
    """The characters with which `words` can go on, so as to begin a match."""
    if words and not pattern.match(words, partial=True):
        return set()
    return {character for character in characters if pattern.match(words + character, partial=True)}


def _class(characters: set[str]) -> str:
    if OTHER in characters:
        return r"(?:[\s\S]|$)"
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else "(?!)"
