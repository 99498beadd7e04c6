"""Growth: the old and the new level, and the rate or increment that is stated between them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.audit.claims import Claim
from planparse.audit.cues import other_base
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["growth", "growth_from_named"]

_HALF = Decimal("0.5")
# A change stands no further behind its level than this.
_REACH = 24
# What a figure comes to (达标率提高到40%) is no change of what stands in front.
_LEVEL = "to"
# 增幅25%, 降幅8%: what names only the change.
_NAMED_CHANGE = ("增", "涨", "升", "降", "减")
# 比2031年的 4000人次, but not 较上年增加 2万亩, which is itself a change, nor 服务业比重从 38%.
_COMPARED = lazy_pattern(r"(?:(?<![占对])比(?![重例率值邻])|较)[^\p{P}增减多少升降提高]*+$")


def growth(passage: Passage) -> Iterator[Claim]:
    """由200元提高到250元,增长25%: the change stated right behind a level whose former level the figure knows.

    Where the words between name another base (年均, 比上年, 同比) the two need not agree, and nothing is claimed unless
    they do.
    """
    amounts = passage.amounts
    for place in passage.changes:
        if place < 1:
            continue
        level, change = amounts[place - 1], amounts[place]
        previous = level.figure.previous
        if previous is None or previous.value is None or previous.unit != level.figure.quantity.unit:
            continue
        between = passage.text[level.end : change.start]
        vague = previous.op != "=" or other_base(between, passage.rules)
        yield from _claim(passage, level, Decimal(str(previous.value)), change, vague=vague)


def growth_from_named(passage: Passage) -> Iterator[Claim]:
    """2032年培训5000人次,比2031年4000人次增长25%: the former level stands between the level and the change."""
    for place in passage.changes:
        if place < 2:
            continue
        level, former, change = passage.amounts[place - 2 : place + 1]
        near = former.start - level.end <= _REACH and former.sentence == level.sentence
        if not near or former.kind != level.kind:
            continue
        words = passage.text[level.end : former.start]
        if ("比" in words or "较" in words) and _COMPARED.search(words) and former.per == level.per:
            between = passage.text[former.end : change.start]
            vague = former.rough or former.one_sided or other_base(between, passage.rules)
            yield from _claim(passage, level, former.value, change, vague=vague, behind=former.end)


def _claim(
    passage: Passage, level: Amount, old: Decimal, change: Amount, *, vague: bool, behind: int | None = None
) -> Iterator[Claim]:
    """The change in %, in 百分点 of two shares, or in the level's own unit, against what the two levels make."""
    sign = _direction(passage, behind or level.end, change)
    if sign == 0 or change.sentence != level.sentence or change.figure.change == _LEVEL:
        return
    difference = (level.value - old) * sign
    if change.kind == "%" and level.kind != "%" and old:
        computed, slack = difference / old * 100, _rate_slack(level, old)
    elif change.kind == level.kind or (change.kind == "百分点" and level.kind == "%"):
        computed, slack = difference, level.step.size if level.step.decimals else Decimal(0)
    else:
        return
    slack += change.step.size * _HALF if change.step.decimals or change.kind == "%" else Decimal(0)
    holds = abs(computed - change.value) <= slack
    vague = vague or _of_another(level, change)
    if holds or not (vague or any(a.rough or a.one_sided for a in (level, change))):
        yield Claim("growth", level, (change,), change.value, round(computed, 4), holds)


def _of_another(level: Amount, change: Amount) -> bool:
    """Whether a change names another thing than the level: 公厕由8座增加到12座,绿化面积增加20%."""
    what, other = level.figure.indicator, change.figure.indicator
    if not what or not other or other.startswith(_NAMED_CHANGE):
        return False
    return what not in other and other not in what


def _direction(passage: Passage, start: int, change: Amount) -> int:
    """1 where the change is a rise, -1 where it is a fall, 0 where the words between say neither right before it."""
    if change.start - start > _REACH:
        return 0
    rise = bool(passage.cues.between("rise", start, change.start))
    fall = bool(passage.cues.between("fall", start, change.start))
    return int(rise) - int(fall)


def _rate_slack(level: Amount, old: Decimal) -> Decimal:
    """How far a rate may be off because the levels themselves are rounded."""
    if not level.step.decimals:
        return Decimal(0)
    return level.step.size * _HALF * (1 + level.value / old) / old * 100
