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
        def found() -> tuple[str, dict[str, str]]:
            free = [regex.compile(without_front(one)) if one and is_anchored(one) else None for one in patterns]

            def matching(first: str) -> str:
                fit = (not one or one.match(first, partial=first != "") for one in free)
                return f"{sum(1 << at for at, fits in enumerate(fit) if fits):x}"

            alike: dict[str, list[str]] = {}
            for first in sorted({*"".join(filter(None, patterns)), *printable, OTHER}):
                alike.setdefault(matching(first), []).append(first)
            return matching(""), {rules: "".join(characters) for rules, characters in alike.items()}

        made_from = ("first characters", Path(__file__).read_text("utf-8"), *map(str, patterns))
        of_nothing, alike = kept(found, *made_from)
        super().__init__({"": int(of_nothing, 16)})
        for rules, characters in alike.items():
            self.update(dict.fromkeys(characters, int(rules, 16)))

    def __missing__(self, first: str) -> int:
        """Of a Chinese character that no pattern names, what each of them says of all these; of others nothing."""
        self[first] = found = self[OTHER] if "一" <= first <= "龥" else -1
        return found
