"""Sets of words, asked whether a text begins or ends with one of them: quicker than a pattern of a hundred words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["WordSet"]


class WordSet:
    """Words, of which none is found where a word of `not_in` begins or ends, nor in front of one of `not_before`."""

    def __init__(self, words: Iterable[str], not_in: Iterable[str] = (), not_before: tuple[str, ...] = ()) -> None:
        self._words = frozenset(words)
        self._not_before = not_before
        self._never_ending = tuple(not_in)
        never: dict[str, tuple[str, ...]] = {}
        for word in self._never_ending:
            never[word[0]] = (*never.get(word[0], ()), word)
        by_length = sorted(self._words, key=len, reverse=True)
        lengths = _lengths(by_length, 0)
        self._beginning = {first: (never.get(first), of_words) for first, of_words in lengths.items()}
        self._ending = _lengths(by_length, -1)
        self.begins = frozenset(self._beginning)
        """The characters that the words begin with."""
        self.ends = frozenset(self._ending)
        """The characters that the words end with."""

    def at(self, text: str, start: int = 0) -> str:
        """The longest of the words that begins at `start`, else nothing."""
        known = self._beginning.get(text[start : start + 1])
        if known is None:
            return ""
        never, lengths = known
        if never and text.startswith(never, start):
            return ""
        words, not_before = self._words, self._not_before
        for length in lengths:
            word = text[start : start + length]
            if word in words and not (not_before and text.startswith(not_before, start + length)):
                return word
        return ""

    def find(self, text: str) -> int:
        """Where the first of the words begins in `text`, -1 where there is none."""
        for at, character in enumerate(text):
            if character in self._beginning and self.at(text, at):
                return at
        return -1

    def ending(self, text: str) -> str:
        """The longest of the words with which `text` ends, else nothing."""
        lengths = self._ending.get(text[-1:])
        if lengths is not None and not (self._never_ending and text.endswith(self._never_ending)):
            for length in lengths:
                word = text[-length:]
                if word in self._words:
                    return word
        return ""


def _lengths(words: list[str], end: int) -> dict[str, tuple[int, ...]]:
    """For each character how long the words are that have it at an `end` (0, -1), the longest first, as they come."""
    found: dict[str, tuple[int, ...]] = {}
    for word in words:
        lengths = found.get(word[end], ())
        if len(word) not in lengths:
            found[word[end]] = (*lengths, len(word))
    return found
