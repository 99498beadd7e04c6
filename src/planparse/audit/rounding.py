"""Whether a stated amount and a computed one agree, given how finely and how firmly each was stated.

A total of parts that were each rounded may miss by half a step per number; whole counts must agree exactly.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.audit.amounts import Amount

__all__ = ["agrees", "sum_slack"]

HALF = Decimal("0.5")


def sum_slack(total: Amount, parts: Sequence[Amount]) -> Decimal:
    """How far the sum of `parts` may be from `total` by rounding alone.

    Zero for whole numbers all stated to the same digit. Where 约, or digits behind the point in most of them, show
    that the numbers were rounded, half a step of the finest for each (a zero at the end is often left out: 34.0 is
    written 34); where the total is stated more coarsely than its parts, half of its own step besides. Where most
    numbers are whole the few with digits behind the point are exact: rounding would rarely give so many zeros.
    """
    sizes = [part.step.size for part in parts]
    finest = min(sizes)
    coarse = total.step.size > max(sizes)
    slack = total.step.size * HALF if coarse else Decimal(0)
    members = [*parts, total]
    fine = sum([amount.step.decimals and amount.step.size == finest for amount in members])
    if 2 * fine > len(members) or any(amount.rough for amount in members):
        slack += finest * HALF * (len(members) - coarse)
    return slack


def agrees(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether `parts` add up to `total`, rounding allowed for; a total of 余 or 以上 may be exceeded by a step."""
    computed = sum((part.value for part in parts), Decimal(0))
    missed = abs(computed - total.value)
    if not missed or missed <= sum_slack(total, parts):
        return True
    return total.figure.quantity.op in {">", ">="} and total.value < computed < total.value + total.step.size
