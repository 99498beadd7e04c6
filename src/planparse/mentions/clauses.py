"""Where clauses, sentences and paragraphs begin and end in clean text."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import compress

from planparse.patterns import lazy_plain_pattern

__all__ = ["Clauses", "clauses"]

# Short brackets explain a word (县(市、区), (试行), (SO2)), quotes and 《》 name something: what stands in them divides
# nothing.
# One class first: most characters pass after one comparison. An empty group tells what divides nothing.
_MARK = lazy_plain_pattern(
    r"[、;。!?\n()\t|,:“\"《](?:(?<=[、;。!?\n)\t|])"
    r"|(?<=,)(?:(?<!\d,)|(?!\d{3}(?!\d)))|(?<=:)(?:(?<!\d:)|(?!\d))"
    r"|(?<=\()(?:(?:[^()\n\d,;。:]{1,8}|[A-Za-z][A-Za-z\d.-]{1,8})\)())?|(?<=[“\"])[^“”\"\n。;]{1,40}[”\"]()|(?<=《)[^《》\n]{1,60}》())"
)
# Whether a mark ends what stands in front of it: each, but 、 no clause.
_ENDS_CLAUSE = frozenset(";。!?\n()\t|,:").__contains__
_ENDS_SENTENCE = frozenset(";。!?\n").__contains__
_ENDS_PERIOD = frozenset("。!?\n").__contains__
_ENDS_PARAGRAPH = frozenset("\n").__contains__


class Clauses:
    """Sorted offsets of the marks that end an item (`、`), a clause (`,:()`, the edge of a cell), a sentence (`。;!?`)
    and a paragraph.

    Each list holds its own marks and those of all stronger ones, between -1 and the end of the text: every offset has a
    mark in front and one behind.
    """

    def __init__(self, text: str) -> None:
        items = [match.start() for match in _MARK.finditer(text) if not match.lastindex]
        marks = [*map(text.__getitem__, items)]
        end = len(text)
        self.items = (-1, *items, end)
        self.clause_marks = (-1, *compress(items, map(_ENDS_CLAUSE, marks)), end)
        self.sentence_marks = (-1, *compress(items, map(_ENDS_SENTENCE, marks)), end)
        self.full_stops = (-1, *compress(items, map(_ENDS_PERIOD, marks)), end)
        self.paragraph_marks = (-1, *compress(items, map(_ENDS_PARAGRAPH, marks)), end)

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
