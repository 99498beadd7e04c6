"""Where clauses, sentences and paragraphs begin and end in clean text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from planparse.patterns import lazy_pattern

__all__ = ["Clauses", "clauses"]

# Short brackets explain a word (县(市、区), (试行)), quotes and 《》 name something: their punctuation divides nothing.
_MARK = lazy_pattern(
    r"\([^()\n\d,;。:]{1,8}\)|[“\"][^“”\"\n。;]{1,40}[”\"]|《[^《》\n]{1,60}》"
    r"|(?<item>、)|(?<clause>(?<!\d),|,(?!\d{3}(?!\d))|:(?!\d)|(?<!\d):|[()\t|])|(?<sentence>[。;!?])|(?<paragraph>\n)"
)


@dataclass(frozen=True, slots=True)
class Clauses:
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
    marks: dict[str, list[int]] = {"item": [], "clause": [], "sentence": [], "period": [], "paragraph": []}
    for match in _MARK.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if kind == "sentence" and match[0] != ";":
            kind = "period"
        marks[kind].append(match.start())
    paragraphs = marks["paragraph"]
    periods = sorted(paragraphs + marks["period"])
    sentences = sorted(periods + marks["sentence"])
    clause_marks = sorted(sentences + marks["clause"])
    items = sorted(clause_marks + marks["item"])
    return Clauses(len(text), *map(tuple, (items, clause_marks, sentences, periods, paragraphs)))
