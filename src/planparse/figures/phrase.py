"""`Phrase`: what the words around a quantity say of it."""

from __future__ import annotations

__all__ = ["Phrase"]


class Phrase:
    """An indicator, the verb of its item and how the level changes (to, by, times); `start:end` is the stretch."""

    __slots__ = ("action", "change", "end", "indicator", "start")

    def __init__(self, indicator: str | None, action: str | None, change: str | None, start: int, end: int) -> None:
        self.indicator = indicator
        self.action = action
        self.change = change
        self.start = start
        self.end = end
