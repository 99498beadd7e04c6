"""Where clauses, sentences and paragraphs begin and end in clean text."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

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


class Clauses:
    """Sorted offsets of the marks that end an item (`、`), a clause (`,:()`, the edge of a cell), a sentence (`。;!?`)
    and a paragraph.

    Each list holds its own marks and those of all stronger ones, between -1 and the end of the text: every offset has a
    mark in front and one behind.
    """

    def __init__(self, text: str) -> None:
        items, clause_marks, sentences, full_stops, paragraphs = [-1], [-1], [-1], [-1], [-1]
        for match in _MARK.finditer(text):
            if match.lastindex:
                continue
            at = match.start()
            mark = text[at]
            items.append(at)
            if mark == "、":
                continue
            clause_marks.append(at)
            if mark in ";。!?\n":
                sentences.append(at)
                if mark != ";":
                    full_stops.append(at)
                    if mark == "\n":
                        paragraphs.append(at)
        for marks in (items, clause_marks, sentences, full_stops, paragraphs):
            marks.append(len(text))
        self.items, self.clause_marks, self.sentence_marks = items, clause_marks, sentences
        self.full_stops, self.paragraph_marks = full_stops, paragraphs

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
