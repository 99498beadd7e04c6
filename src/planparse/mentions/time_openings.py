"""Where a time can begin: the characters, and behind a number the next one, that open some pattern of the grammar.

Most numbers of a plan count something. To try the whole grammar at each of them would cost more than all the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import regex

from planparse.cache import keep, recall
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OTHER", "openings"]

# Stands for all characters that no pattern names.
OTHER = "龘"
# Numbers by their form, each with some of that form: what can follow none of them can follow no other.
_DIGITS = tuple("0123456789")
_NUMBERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\d", _DIGITS),
    (r"\d\d", ("01", "10", "12", "15", "20", "24", "28", "30", "31", "50", "60", "90", "99")),
    (r"\d{3}", ("100", "180", "365", "999")),
    (r"(?:1[89]|2[01])\d\d", ("1949", "2008", "2030")),
    (r"\d{4}", ("1000", "3000", "9999")),
    (r"\d{5,}+", ("10000", "203005", "20300501")),
    (r"\d++\.\d++", ("1.5", "3.25", "12.5", "2030.5", "2030.12")),
)
# A number that a pattern names (365天): not one that says how often something stands ({1,3}).
_WRITTEN = lazy_pattern(r"(?<![{,\d\\])\d{2,}+(?![},])")


def openings(patterns: Iterable[str]) -> tuple[str, str]:
    """The first characters of what any of `patterns` matches, and a pattern for the numbers it begins with.

    The characters are written as a class, digits aside, which are told by what follows the number. To find them takes
    as long as to read ten plans, so that they are kept for the next run. What other code than this has found is not
    taken: a checkout changes without a new version.
    """
    patterns = tuple(patterns)
    made_from = ("openings of times", regex.__version__, Path(__file__).read_text("utf-8"), *patterns)
    kept = recall(*made_from)
    if isinstance(kept, list) and len(kept) == 2:
        return str(kept[0]), str(kept[1])
    found = _openings(patterns)
    keep(list(found), *made_from)
    return found


def _openings(patterns: tuple[str, ...]) -> tuple[str, str]:
    first: set[str] = set()
    following: dict[str, set[str]] = {form: set() for form, _ in _NUMBERS}
    for written in patterns:
        pattern = regex.compile(written)
        characters = {*written, *_DIGITS, OTHER}
        first |= _going_on(pattern, "", characters)
        for form, samples in _NUMBERS:
            named = (number for number in _WRITTEN.findall(written) if regex.fullmatch(form, number))
            for number in (*samples, *named):
                following[form] |= _going_on(pattern, number, characters - following[form])
    if OTHER in first:
        return r"[\s\S]", ""
    numbers = "|".join(rf"{form}(?!\d|\.\d){_class(behind)}" for form, behind in following.items() if behind)
    return _class(first.difference(_DIGITS)), f"(?<!\\d)(?:{numbers})" if numbers else "(?!)"


def _going_on(pattern: regex.Pattern[str], words: str, characters: set[str]) -> set[str]:
    """The characters with which `words` can go on, so as to begin a match."""
    if words and not pattern.match(words, partial=True):
        return set()
    return {character for character in characters if pattern.match(words + character, partial=True)}


def _class(characters: set[str]) -> str:
    if OTHER in characters:
        return r"(?:[\s\S]|$)"
    written = regex.escape("".join(sorted(characters)), special_only=False)
    return f"[{written}]" if written else ""
