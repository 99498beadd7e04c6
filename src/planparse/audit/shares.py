"""Shares: 300万元,占60% of the total named before, and shares that make up the whole."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from planparse.audit.claims import Claim, addable
from planparse.audit.listed import SHARE_REACH, share_behind
from planparse.audit.rounding import agrees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["shares", "shares_of_named"]

_HALF = Decimal("0.5")


def shares(passage: Passage) -> Iterator[Claim]:
    """The shares behind the parts of a list, each against the total, and all of them against 100 %."""
    for total, parts in passage.lists:
        pairs = [(part, share) for part in parts if (share := share_behind(passage, part)) is not None]
        every = len(pairs) == len(parts) > 1
        each = [_share_of(total, part, share) for part, share in pairs] if total.value else []
        # One share alone may be of something else; where every part has its own, they are of the total.
        yield from (claim for claim in each if claim.holds or every)
        if len(pairs) > 1:
            whole = every and agrees(total, parts)
            yield from _all_of([share for _, share in pairs], each, whole=whole)


def shares_of_named(passage: Passage) -> Iterator[Claim]:
    """A share whose whole is named between: 投资1.5亿元,占总投资3亿元的50%."""
    if "占" not in passage.text:
        return
    for part, total, share in zip(passage.amounts, passage.amounts[1:], passage.amounts[2:], strict=False):
        if share.kind != "%" or part.sentence != share.sentence or total.start - part.end > SHARE_REACH:
            continue
        if not addable(part, total) or not total.value:
            continue
        words = passage.text[part.end : total.start]
        if "占" in words and passage.text[total.end : share.start].strip() == "的":
            yield _share_of(total, part, share)


def _share_of(total: Amount, part: Amount, share: Amount) -> Claim:
    """Holds where the share is the quotient rounded, or cut off, at its last digit written."""
    computed = part.value / total.value * 100
    step = share.step.size
    cut = computed.quantize(step, ROUND_FLOOR) == share.value
    holds = abs(computed - share.value) <= step * _HALF or cut or share.rough or share.one_sided
    return Claim("share", total, (part, share), share.value, round(computed, 4), holds)


def _all_of(members: Sequence[Amount], each: Sequence[Claim], *, whole: bool) -> Iterator[Claim]:
    """All shares of a list against 100 %.

    Rounding may cost half a step each, the finest step standing for all; where one of the shares contradicts its
    own amount, rounding is no excuse. Broken only where the amounts themselves are the whole.
    """
    computed = sum((share.value for share in members), Decimal(0))
    slack = min(share.step.size for share in members) * _HALF * len(members)
    excused = slack if all(claim.holds for claim in each) else Decimal(0)
    holds = abs(computed - 100) <= excused
    if holds or whole:
        yield Claim("share", None, tuple(members), Decimal(100), computed, holds)
