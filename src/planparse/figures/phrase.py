"""`Phrase` and `Measured`: what the words around a quantity say of it, and those in front of it."""

from __future__ import annotations

from planparse.records import Record

__all__ = ["Measured", "Phrase"]


class Phrase:
    """An indicator, the verb of its item and how the level changes (to, by, times); `start:end` is the stretch."""

    __slots__ = ("action", "change", "end", "indicator", "start")

    def __init__(self, indicator: str | None, action: str | None, change: str | None, start: int, end: int) -> None:
        self.indicator = indicator
        self.action = action
        self.change = change
        self.start = start
        self.end = end


class Measured(Record):
    """The words in front of a number: the noun without its verb, the phrase with it, and whether a verb joins it to the
    value (覆盖率达到…), so that nothing behind the number can be meant."""

    __slots__ = ("joined", "noun", "phrase")

    def __init__(self, noun: str, phrase: str, joined: bool) -> None:
        self.noun = noun
        self.phrase = phrase
        self.joined = joined
