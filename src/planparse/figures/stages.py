"""Stages of a work told in its sentence: what comes first is not when the whole is done (雨季前完成60%,10月底前完成)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.verbs import verbs

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention

__all__ = ["is_on_eve"]

# Characters of a clause in front of its number, and of one that says no more than before what season.
_LONGEST_CLAUSE = 60
_LONGEST_EVE = 8


def is_on_eve(quantity: QuantityMention, spot: Spot, context: PlanContext) -> bool:
    """Whether the words in front say before what season it is to be done (雨季前完成60%,10月底前完成): no later date
    is its."""
    words, number = context.words, quantity.start
    start = max(spot.clause_start, number - _LONGEST_CLAUSE)
    if words.endswith("前,", 0, start):
        start = max(spot.period_start, start - _LONGEST_EVE)  # 春节前,发放50%
    if words.find("前", start, number) < 0:
        return False
    return verbs(context.rules).eve.search(words, start, number) is not None
