"""Which patterns can match a text, by its first character."""

from __future__ import annotations

from pathlib import Path
from string import printable
from typing import TYPE_CHECKING

import regex

from planparse.cache import kept
from planparse.figures.cues import is_anchored
from planparse.mentions.openings import OTHER, without_front

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FirstCharacters"]


class FirstCharacters(dict[str, int]):
    """For the first character of a text (`""` where there is none) those of some patterns that may match the text.

    A set of patterns is an integer, with a bit for each of them; what is no pattern, or not bound to the text's
    beginning, may match any. What the patterns need is kept for the next run: to have it, all must be compiled.
    """

    def __init__(self, patterns: Sequence[str | None]) -> None:
        def found() -> dict[str, int]:
            free = [regex.compile(without_front(one)) if one and is_anchored(one) else None for one in patterns]
            return {
                first: sum(1 << at for at, one in enumerate(free) if not one or one.match(first, partial=first != ""))
                for first in {*"".join(filter(None, patterns)), *printable, OTHER, ""}
            }

        made_from = ("first characters", regex.__version__, Path(__file__).read_text("utf-8"), *map(str, patterns))
        super().__init__(kept(found, *made_from))

    def __missing__(self, first: str) -> int:
        """Of a Chinese character that no pattern names, what each of them says of all these; of others nothing."""
        self[first] = found = self[OTHER] if "一" <= first <= "龥" else -1
        return found
