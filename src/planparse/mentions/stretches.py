"""Stretches of a text that can be asked for what lies in them."""

from __future__ import annotations

from bisect import bisect_left
from sys import maxsize
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

__all__ = ["Stretches"]

_BEYOND = (maxsize, maxsize)


class Stretches:
    """Spans that can be asked whether they overlap another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        last = 0
        for start, end in sorted(spans):
            if start >= last:
                self.starts.append(start)
                self.ends.append(last := end)
            elif end > last:
                self.ends[-1] = last = end

    def overlap(self, start: int, end: int) -> bool:
        at = bisect_left(self.starts, end)
        return at > 0 and self.ends[at - 1] > start

    def outside(self, matches: Iterable[re.Match[str]]) -> list[tuple[int, int, int | None, int]]:
        """Those of some matches, in text order, that no span holds as a whole: where each begins and ends, the group of
        the pattern that took part in it, and where the span begins that lies behind it or overlaps it."""
        found = []
        blocks = zip(self.starts, self.ends, strict=True)
        block_start, block_end = next(blocks, _BEYOND)
        for match in matches:
            start, end = match.span()
            while block_end <= start:
                block_start, block_end = next(blocks, _BEYOND)
            if start < block_start or block_end < end:
                found.append((start, end, match.lastindex, block_start))
        return found
