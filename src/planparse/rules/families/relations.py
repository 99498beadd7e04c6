"""Rules of what ties figures to each other: the cue words of sums, shares, growth, and units that count alike."""

from typing import Annotated, Literal

from annotated_types import MinLen

from planparse.rules.schema import Rule

__all__ = ["RelationRule"]


class RelationRule(Rule):
    """Words that say how figures belong together.

    `cue` is what the words do: `among` opens a list of parts of the amount before; `total` stands before the sum of
    what was listed; `rest` before the last part; `complete` says that a list leaves nothing out; `share` stands before
    a share; `rise` and `fall` before a rate of growth; `denial` says that the clause speaks of what is lacking;
    `other-base` that a rate is not counted from the figure beside it. `alike` are counting words for the same things.
    `not_after` and `not_before` are words that make another word of the cue (公共, 计划).
    """

    cue: Literal["among", "total", "rest", "complete", "share", "rise", "fall", "denial", "other-base", "alike"]
    words: Annotated[tuple[str, ...], MinLen(1)]
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
