"""Growth: the old and the new level, and the rate or increment that is stated between them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.audit.claims import Claim
from planparse.audit.cues import other_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["growth"]

_HALF = Decimal("0.5")


def growth(passage: Passage) -> Iterator[Claim]:
    """由200元提高到250元,增长25%: the change stated right behind a level whose former level the figure knows.

    The change is a rate in %, a difference in 百分点, or an increment in the level's own unit. Where the words between
    name another base (年均, 比上年, 同比) the two need not agree, and nothing is claimed unless they do.
    """
    for level, change in zip(passage.amounts, passage.amounts[1:], strict=False):
        previous = level.figure.previous
        if previous is None or previous.value is None or change.sentence != level.sentence:
            continue
        sign = _direction(passage, level, change)
        if sign == 0 or previous.unit != level.figure.quantity.unit:
            continue
        old = Decimal(str(previous.value))
        difference = (level.value - old) * sign
        if change.kind == "%" and level.kind != "%" and old:
            computed, slack = difference / old * 100, _rate_slack(level, old)
        elif change.kind == level.kind or (change.kind == "百分点" and level.kind == "%"):
            computed, slack = difference, level.step.size if level.step.decimals else Decimal(0)
        else:
            continue
        slack += change.step.size * _HALF if change.step.decimals or change.kind == "%" else Decimal(0)
        holds = abs(computed - change.value) <= slack
        between = passage.text[level.end : change.start]
        vague = any(a.rough or a.one_sided for a in (level, change)) or previous.op != "="
        if holds or not (vague or other_base(between, passage.rules)):
            yield Claim("growth", level, (change,), change.value, round(computed, 4), holds)


def _direction(passage: Passage, level: Amount, change: Amount) -> int:
    """1 where the change is a rise, -1 where it is a fall, 0 where the words say neither right before it."""
    if change.start - level.end > 24:
        return 0
    rise = bool(passage.cues.between("rise", level.end, change.start))
    fall = bool(passage.cues.between("fall", level.end, change.start))
    return int(rise) - int(fall)


def _rate_slack(level: Amount, old: Decimal) -> Decimal:
    """How far a rate may be off because the levels themselves are rounded."""
    if not level.step.decimals:
        return Decimal(0)
    return level.step.size * _HALF * (1 + level.value / old) / old * 100
