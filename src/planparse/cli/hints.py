"""What to try instead of a word that is not known."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]

_NEAR = 0.5
_FEW = 12


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for an error: the nearest known words, or all of them where they are few and none is near."""
    words = list(known)
    near = get_close_matches(word, words, n=3, cutoff=_NEAR)
    near += [one for one in words if word.strip("/") and word.lower() in one.lower() and one not in near][
        : 3 - len(near)
    ]
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"choose one of {', '.join(words)}" if len(words) <= _FEW else "list them first"
