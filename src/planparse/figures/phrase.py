"""`Phrase`: what the words around a quantity say of it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Phrase"]


class Phrase(NamedTuple):
    """An indicator, the verb of its item and how the level changes (to, by, times); `start:end` is the stretch."""

    indicator: str | None
    action: str | None
    change: str | None
    start: int
    end: int
