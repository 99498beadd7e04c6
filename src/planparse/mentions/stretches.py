"""Stretches of a text that can be asked for what lies in them."""

from __future__ import annotations

from bisect import bisect_left
from sys import maxsize
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

__all__ = ["Stretches"]


class Stretches:
    """Spans that can be asked whether they overlap another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        at = bisect_left(self.starts, end)
        return at > 0 and self.ends[at - 1] > start

    def outside(self, matches: Iterable[re.Match[str]]) -> list[tuple[int, int, bool]]:
        """The spans of those of some matches, in text order, that no span holds as a whole, and whether a group of the
        pattern took part in it."""
        found = []
        starts, ends, at = [*self.starts, maxsize], [*self.ends, maxsize], 0
        for match in matches:
            start, end = match.span()
            while ends[at] <= start:
                at += 1
            if start < starts[at] or ends[at] < end:
                found.append((start, end, match.lastindex is not None))
        return found
