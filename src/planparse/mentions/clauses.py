"""Where clauses, sentences and paragraphs begin and end in clean text."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    import re

__all__ = ["Clauses", "clauses", "places", "spans_at"]

# Short brackets explain a word (县(市、区), (试行), (SO2)), quotes and 《》 name something: what stands in them divides
# nothing, nor does what parts the digits of a figure (1,500, 8:30).
_WHOLE = lazy_plain_pattern(
    r"\((?:[^()\n\d,;。:]{1,8}|[A-Za-z][A-Za-z\d.-]{1,8})\)"
    r"|“[^“”\"\n。;]{1,40}[”\"]|\"[^“”\"\n。;]{1,40}[”\"]|《[^《》\n]{1,60}》"
)
# Each begins with a character as it stands, which is sought far more quickly than one of several.
_IN_FIGURES = (lazy_plain_pattern(r",(?<=\d,)(?=\d{3}(?!\d))"), lazy_plain_pattern(r":(?<=\d:)(?=\d)"))
# The marks that end the same, each with the one that is sought for all of them.
_ALIKE = (*((mark, "。") for mark in "!?"), *((mark, ",") for mark in ":()\t|"))


class Clauses:
    """Sorted offsets of the marks that end an item (`、`), a clause (`,:()`, the edge of a cell), a sentence (`。;!?`)
    and a paragraph.

    Each list holds its own marks and those of all stronger ones, between -1 and the end of the text: every offset has a
    mark in front and one behind.
    """

    def __init__(self, text: str) -> None:
        dividing = _dividing(text)
        for mark, alike in _ALIKE:
            dividing = dividing.replace(mark, alike)
        self.paragraph_marks = [-1, *_marks(dividing, "\n"), len(text)]
        self.full_stops = sorted(self.paragraph_marks + _marks(dividing, "。"))
        self.sentence_marks = sorted(self.full_stops + _marks(dividing, ";"))
        self.clause_marks = sorted(self.sentence_marks + _marks(dividing, ","))
        self.items = sorted(self.clause_marks + _marks(dividing, "、"))

    def item(self, offset: int) -> tuple[int, int]:
        """The stretch between 、 or stronger marks around `offset`."""
        marks = self.items
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1, marks[following]

    def clause(self, offset: int) -> tuple[int, int]:
        """The stretch between commas, colons, brackets or stronger marks around `offset`."""
        marks = self.clause_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1, marks[following]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The stretch between semicolons, full stops or line ends around `offset`."""
        marks = self.sentence_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1, marks[following]

    def period(self, offset: int) -> tuple[int, int]:
        """The stretch between full stops or line ends around `offset`."""
        marks = self.full_stops
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1, marks[following]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The line around `offset`."""
        marks = self.paragraph_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1, marks[following]


@lru_cache(maxsize=8)
def clauses(text: str) -> Clauses:
    """The marks of a clean text, found in one pass."""
    return Clauses(text)


def _dividing(text: str) -> str:
    """The text with blanks, a mark that no list has, for what divides nothing."""
    spans = [match.span() for pattern in _IN_FIGURES for match in pattern.finditer(text)]
    spans += spans_at(_WHOLE, text, '(“"《')
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            parts += text[done:start], " " * (end - start)
            done = end
    return "".join([*parts, text[done:]])


def _marks(text: str, mark: str) -> list[int]:
    """Where a mark stands, in order: of many of them quicker than to look for one after the other."""
    found, at = [], -1
    for part in text.split(mark):
        at += len(part) + 1
        found.append(at)
    del found[-1]
    return found


def spans_at(pattern: re.Pattern[str], text: str, first: str) -> list[tuple[int, int]]:
    """The spans of a pattern in a text, from left to right, where it begins with one of the characters `first` alone.

    Much quicker than `finditer`, which asks at every character whether it is one of several.
    """
    spans, behind = [], 0
    for at in sorted(places(text, first)):
        if at >= behind and (match := pattern.match(text, at)):
            behind = match.end()
            spans.append((at, behind))
    return spans


def places(text: str, marks: str) -> list[int]:
    """Where any of some marks stand, mark by mark: much quicker than a search for all of them at once."""
    found = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return found
