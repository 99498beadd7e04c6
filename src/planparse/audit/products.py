"""Products: a rate per head or place, times how many there are, is the sum that stands behind 计 or 共需."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from planparse.audit.claims import Claim
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["products"]

_MEASURED = frozenset({"元", "%", "‰", "百分点", "比例", "年", "月", "天", "日"})
_PERIODS = frozenset({"年", "月", "日", "天", "季", "季度"})
_MONTHS = 12
_LAST_WORD = lazy_pattern(r"\p{Han}{2}(?=\s*+$)")


def products(passage: Passage) -> Iterator[Claim]:
    """Rates and the stated sum in one sentence, with the counts there or, tied by their verb, elsewhere in the plan.

    每处新建3万元、改造1万元(计150万元) with 需新建…40个,需改造…30个 before. Claimed only where every rate has exactly
    one count.
    """
    for total in passage.totals:
        if total.per:
            continue
        start, _ = passage.sentence(total.sentence)
        rates = [a for a in passage.in_front(start, total.start) if a.kind == total.kind and a.per]
        counts = [_count_of(passage, rate, start, total, alone=len(rates) == 1) for rate in rates]
        known = [count for count in counts if count is not None]
        if not rates or len(known) < len(rates) or len({c.id for c in known}) < len(known):
            continue
        times = [_times(passage, rate, total) for rate in rates]
        computed = sum((r.value * c.value * n for r, c, n in zip(rates, known, times, strict=True)), Decimal(0))
        slack = _slack(total, rates, known)
        holds = abs(computed - total.value) <= slack
        if not holds and _adds_up(total, [a for a in passage.in_front(start, total.start) if a.kind == total.kind]):
            continue
        parts = tuple(amount for pair in zip(rates, known, strict=True) for amount in pair)
        if holds or not any(a.one_sided or a.rough or set(a.per) & _PERIODS for a in (*parts, total)):
            yield Claim("product", total, parts, total.value, computed, holds)


def _adds_up(total: Amount, before: Sequence[Amount]) -> bool:
    """Whether the total is the sum of the amounts right in front (每场裁判两名,记录员一名,共三名), and no product."""
    sums = accumulate(amount.value for amount in reversed(before))
    return any(at and value == total.value for at, value in enumerate(sums))


def _times(passage: Passage, rate: Amount, total: Amount) -> int:
    """How often the rate is paid within the total: 每人每月600元 twelve times where the total is a year's (全年)."""
    yearly = "年" in passage.text[rate.end : total.start]
    return _MONTHS if "月" in rate.per and yearly else 1


def _count_of(passage: Passage, rate: Amount, start: int, total: Amount, *, alone: bool) -> Amount | None:
    """The one amount that counts what `rate` is paid for."""
    counts = [a for a in passage.before(total) if not a.per and a.kind not in _MEASURED]
    things = [thing for thing in rate.per if thing not in _PERIODS]
    here = [a for a in counts if a.start >= start and things and _counts(a, things[0])]
    if alone and len(here) == 1:
        return here[0]
    verb = _LAST_WORD.search(rate.lead)
    if verb is None:
        return None
    tied = [a for a in counts if verb.group() in passage.clause(a)]
    return tied[0] if len(tied) == 1 else None


def _counts(amount: Amount, thing: str) -> bool:
    return thing in {amount.figure.quantity.unit, amount.kind} or amount.tail.strip().startswith(thing)


def _slack(total: Amount, rates: Sequence[Amount], counts: Sequence[Amount]) -> Decimal:
    """Half of the total's last digit where it or a rate is stated in rounded form, else nothing."""
    rounded = total.rough or total.step.decimals or any(a.step.decimals or a.rough for a in (*rates, *counts))
    return total.step.size / 2 if rounded else Decimal(0)
