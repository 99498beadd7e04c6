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

    Each list holds its own marks and those of all stronger ones, and ends with the end of the text.
    """

    def __init__(self, text: str) -> None:
        items = [match.start() for match in _MARK.finditer(text) if not match.lastindex]
        clause_marks = [at for at in items if text[at] != "、"]
        sentences = [at for at in clause_marks if text[at] in ";。!?\n"]
        periods = [at for at in sentences if text[at] != ";"]
        paragraphs = [at for at in periods if text[at] == "\n"]
        end = len(text)
        self.items = (*items, end)
        self.clause_marks = (*clause_marks, end)
        self.sentence_marks = (*sentences, end)
        self.full_stops = (*periods, end)
        self.paragraph_marks = (*paragraphs, end)

    def item(self, offset: int) -> tuple[int, int]:
        """The stretch between 、 or stronger marks around `offset`."""
        marks = self.items
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1 if following else 0, marks[following]

    def clause(self, offset: int) -> tuple[int, int]:
        """The stretch between commas, colons, brackets or stronger marks around `offset`."""
        marks = self.clause_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1 if following else 0, marks[following]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The stretch between semicolons, full stops or line ends around `offset`."""
        marks = self.sentence_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1 if following else 0, marks[following]

    def period(self, offset: int) -> tuple[int, int]:
        """The stretch between full stops or line ends around `offset`."""
        marks = self.full_stops
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1 if following else 0, marks[following]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The line around `offset`."""
        marks = self.paragraph_marks
        following = bisect_left(marks, offset)
        return marks[following - 1] + 1 if following else 0, marks[following]


@lru_cache(maxsize=8)
def clauses(text: str) -> Clauses:
    """The marks of a clean text, found in one pass."""
    return Clauses(text)
