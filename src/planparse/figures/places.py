"""From offsets in clean text to spans of the source, with page, block and box where the format has them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import sub
from typing import TYPE_CHECKING, Any

from planparse.models import PlacedSpan, Span

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.reading import SourceText
    from planparse.reading.source import Block

__all__ = ["Fields", "Places"]

Fields = dict[str, Any]
"""The fields of a model that is not made yet: a plan is validated in one go with all that it holds."""
_NOWHERE = (None, None, None, None)
_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


class Places:
    """Turns clean spans into those of the source."""

    def __init__(self, source: SourceText, text: CleanText) -> None:
        self._text = text
        self._source = text.source
        self._blocks = source.blocks
        # Where each run of characters begins and the last ends, and how far it lies from its place in the source.
        self._starts = [*text.clean_starts, len(text.text)]
        self._distances = [*map(sub, text.source_starts, text.clean_starts)]
        # Most spans lie in the run that the last began in: its two ends, and how far it lies from its place.
        self._first = self._behind = self._moved = 0

    def given(self, start: int, end: int) -> str:
        """The source's own words of the clean span `[start, end)`."""
        begin, stop = self._span(start, end)
        return self._source[begin:stop]

    def quoted(self, start: int, end: int) -> tuple[str, Span]:
        """The source's own words of the clean span `[start, end)`, and their span."""
        begin, stop = self._span(start, end)
        return self._source[begin:stop], self._placed(begin, stop) if self._blocks else _between(begin, stop)

    def span(self, start: int, end: int) -> Span:
        """The source span of the clean span `[start, end)`."""
        begin, stop = self._span(start, end)
        return self._placed(begin, stop) if self._blocks else _between(begin, stop)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the clean span `[start, end)`, as CleanText.span has it."""
        if self._first <= start < end < self._behind:
            return start + self._moved, end + self._moved
        starts = self._starts
        if end <= start or end > starts[-1]:
            return self._text.span(start, end)
        behind = bisect_right(starts, start)
        run, following, moved = behind - 1, starts[behind], self._distances[behind - 1]
        self._first, self._behind, self._moved = starts[run], following, moved
        if end < following:
            return start + moved, end + moved
        if end > following:
            behind = bisect_left(starts, end, behind)
            run, following = behind - 1, starts[behind]
        stop = self._text.source_ends[run] if end == following else end + self._distances[run]
        return start + moved, stop

    def _placed(self, begin: int, stop: int) -> Span:
        """A span with its place in the block that it begins in, where the format has blocks."""
        at = bisect_right(self._blocks, begin, key=_start) - 1
        if at < 0:
            return _between(begin, stop)
        block = self._blocks[at]
        place = (block.page, block.number, block.cell, block.box_of(begin, stop))
        if place == _NOWHERE:  # markdown numbers no blocks
            return _between(begin, stop)
        return PlacedSpan(begin, stop, *place)


def _start(block: Block) -> int:
    return block.start


def _between(start: int, end: int) -> Span:
    """The span `[start, end)`; ValueError where these are no offsets in order.

    Nothing is made as often, and what pydantic does for one takes twice the time of this check and a span without it.
    """
    if not 0 <= start <= end:
        raise ValueError(f"no span of a text: [{start}, {end})")
    span = Span.__new__(Span)
    _set_start(span, start)
    _set_end(span, end)
    return span
