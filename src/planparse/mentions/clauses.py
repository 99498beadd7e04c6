"""Where clauses, sentences and paragraphs begin and end in clean text."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

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


class Clauses(NamedTuple):
    """Sorted offsets of the marks that end an item (`、`), a clause (`,:()`, the edge of a cell), a sentence (`。;!?`)
    and a paragraph.

    Each list holds its own marks and those of all stronger ones.
    """

    length: int
    items: tuple[int, ...]
    clause_marks: tuple[int, ...]
    sentence_marks: tuple[int, ...]
    full_stops: tuple[int, ...]
    paragraph_marks: tuple[int, ...]

    def item(self, offset: int) -> tuple[int, int]:
        """The stretch between 、 or stronger marks around `offset`."""
        return self._around(self.items, offset)

    def clause(self, offset: int) -> tuple[int, int]:
        """The stretch between commas, colons, brackets or stronger marks around `offset`."""
        return self._around(self.clause_marks, offset)

    def sentence(self, offset: int) -> tuple[int, int]:
        """The stretch between semicolons, full stops or line ends around `offset`."""
        return self._around(self.sentence_marks, offset)

    def period(self, offset: int) -> tuple[int, int]:
        """The stretch between full stops or line ends around `offset`."""
        return self._around(self.full_stops, offset)

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The line around `offset`."""
        return self._around(self.paragraph_marks, offset)

    def _around(self, marks: tuple[int, ...], offset: int) -> tuple[int, int]:
        following = bisect_left(marks, offset)
        start = marks[following - 1] + 1 if following else 0
        return start, marks[following] if following < len(marks) else self.length


@lru_cache(maxsize=8)
def clauses(text: str) -> Clauses:
    """The marks of a clean text, found in one pass."""
    items = [match.start() for match in _MARK.finditer(text) if not match.lastindex]
    clause_marks = [at for at in items if text[at] != "、"]
    sentences = [at for at in clause_marks if text[at] in ";。!?\n"]
    periods = [at for at in sentences if text[at] != ";"]
    paragraphs = [at for at in periods if text[at] == "\n"]
    return Clauses(len(text), *map(tuple, (items, clause_marks, sentences, periods, paragraphs)))
