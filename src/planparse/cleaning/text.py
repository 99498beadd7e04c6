"""`CleanText`: one stream of simplified, half-width characters in which each knows its place in the source."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CleanText"]


class CleanText:
    """The text that every later stage reads.

    A line of `text` is a paragraph or a heading: line ends inside paragraphs are joined, blank lines and page furniture
    are gone. Of the blanks inside a line these are left: a tab between columns, one blank between Latin words, between
    groups of digits, and between the names in a short line that begins with a label.

    The alignment is a list of runs: clean offset `clean_starts[i]` stands for source offset `source_starts[i]`, and
    within a run characters correspond one to one. `source_ends[i]` is where the last character of the run ends in the
    source with whatever glosses it (`10個(gè)`), so that a span takes its gloss along.
    """

    def __init__(
        self,
        text: str,
        source: str,
        clean_starts: Sequence[int],
        source_starts: Sequence[int],
        source_ends: Sequence[int],
    ) -> None:
        self.text = text
        self.source = source
        self.clean_starts = clean_starts
        self.source_starts = source_starts
        self.source_ends = source_ends

    @classmethod
    def as_is(cls, text: str) -> CleanText:
        """A text that is clean already and its own source (the examples of rules)."""
        return cls(text, text, (0,), (0,), (len(text),))

    def source_start(self, offset: int) -> int:
        """Source offset of the clean character at `offset` (the end of the text maps to the end of its last run)."""
        if offset >= len(self.text):
            return self.source_end(len(self.text))
        run = bisect_right(self.clean_starts, offset) - 1
        return self.source_starts[run] + offset - self.clean_starts[run]

    def source_end(self, offset: int) -> int:
        """Source offset just behind the clean character before `offset`, its gloss included."""
        if offset <= 0 or not self.clean_starts:
            return self.source_starts[0] if self.source_starts else 0
        run = bisect_right(self.clean_starts, offset - 1) - 1
        run_end = self.clean_starts[run + 1] if run + 1 < len(self.clean_starts) else len(self.text)
        if offset == run_end:
            return self.source_ends[run]
        return self.source_starts[run] + offset - self.clean_starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the clean span `[start, end)`; empty spans stay empty."""
        starts = self.clean_starts
        behind = bisect_right(starts, start)
        if not start < end or not behind < len(starts):
            begin = self.source_start(start)
            return (begin, begin) if end <= start else (begin, self.source_end(end))
        begin = self.source_starts[behind - 1] + start - starts[behind - 1]
        if end > starts[behind]:  # most spans lie within a run, or go to its end
            behind = bisect_left(starts, end, behind)
            if behind == len(starts):
                return begin, self.source_end(end)
        run = behind - 1
        return begin, self.source_ends[run] if end == starts[behind] else self.source_starts[run] + end - starts[run]

    def offset_of(self, source_offset: int) -> int:
        """Clean offset of the first character that stands at `source_offset` of the source or behind it."""
        sources, cleans = self.source_starts, self.clean_starts
        behind = bisect_left(sources, source_offset)
        if behind < len(sources) and sources[behind] == source_offset:
            return cleans[behind]
        if not behind:
            return 0
        offset = cleans[behind - 1] + source_offset - sources[behind - 1]
        run_end = cleans[behind] if behind < len(cleans) else len(self.text)
        return run_end if offset > run_end else offset

    def part(self, start: int, end: int) -> CleanText:
        """The stretch `[start, end)` as a text of its own: clean offsets count from `start`, the source stays whole."""
        if start == 0 and end == len(self.text):
            return self
        first = max(bisect_right(self.clean_starts, start) - 1, 0)
        last = bisect_left(self.clean_starts, end)
        # Of a part the numbers are objects: they are looked up often, and most parts are short.
        cleans, sources = [*self.clean_starts[first:last]], [*self.source_starts[first:last]]
        ends = [*self.source_ends[first:last]]
        if cleans:
            if start:
                sources[0] += start - cleans[0]
                cleans = [0, *[offset - start for offset in cleans[1:]]]
            ends[-1] = self.source_end(end)
        return CleanText(self.text[start:end], self.source, cleans, sources, ends)

    def parted(self, offsets: Sequence[int]) -> CleanText:
        """The text with a line end in front of each of some offsets, which are in order; none is 0 or the text's end.

        A line end stands for the blank that the source has there, else for the character in front of it.
        """
        words = [self.text[begin:end] for begin, end in pairwise([0, *offsets, len(self.text)])]
        cleans, starts, ends = array("I"), array("I"), array("I")
        run = 0
        for added, offset in enumerate(offsets):
            behind = bisect_left(self.clean_starts, offset, run)
            self._copy_runs(run, behind, added, cleans, starts, ends)
            run = behind
            end, begin = self.source_end(offset), self.source_start(offset)
            is_inside = behind == len(self.clean_starts) or self.clean_starts[behind] != offset
            if is_inside:
                ends[-1] = end
            cleans.append(offset + added)
            starts.append(end if end < begin else self.source_start(offset - 1))
            ends.append(begin if end < begin else end)
            if is_inside:
                cleans.append(offset + added + 1)
                starts.append(begin)
                ends.append(self.source_ends[behind - 1])
        self._copy_runs(run, len(self.clean_starts), len(offsets), cleans, starts, ends)
        return CleanText("\n".join(words), self.source, cleans, starts, ends)

    def _copy_runs(
        self, first: int, stop: int, added: int, cleans: array[int], starts: array[int], ends: array[int]
    ) -> None:
        cleans.extend([clean + added for clean in self.clean_starts[first:stop]])
        starts.extend(self.source_starts[first:stop])
        ends.extend(self.source_ends[first:stop])

    def given(self, start: int, end: int) -> str:
        """The source's own words of the clean span `[start, end)`."""
        begin, stop = self.span(start, end)
        return self.source[begin:stop]
