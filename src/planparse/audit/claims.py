"""`Claim`: what a passage says of its own figures, and whether it holds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from planparse.models import Number, Relation, Span
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.audit.amounts import Amount
    from planparse.cleaning import CleanText

__all__ = ["Claim", "addable", "relation_of", "sum_of"]


# Shares and rates do not add up to a whole.
_NO_PARTS = frozenset(("%", "‰", "百分点", "比例", ""))


class Claim(Record):
    """A relation between amounts: `total` is stated as `stated`, the `parts` make `computed`."""

    __slots__ = ("computed", "holds", "kind", "parts", "stated", "total")

    def __init__(
        self,
        kind: Literal["sum", "share", "product", "growth"],
        total: Amount | None,
        parts: tuple[Amount, ...],
        stated: Decimal,
        computed: Decimal,
        holds: bool,
    ) -> None:
        self.kind = kind
        self.total = total
        self.parts = parts
        self.stated = stated
        self.computed = computed
        self.holds = holds


def sum_of(total: Amount, parts: Sequence[Amount], *, holds: bool) -> Claim:
    """The claim that `parts` add up to `total`."""
    computed = sum((part.value for part in parts), Decimal(0))
    return Claim("sum", total, tuple(parts), total.value, computed, holds)


def addable(one: Amount, other: Amount) -> bool:
    """Whether two amounts can stand in one sum: the same kind, counted per the same, and no share or rate.

    年均 and 年产 are said of the total once and mean its parts too.
    """
    if one.kind != other.kind or one.kind in _NO_PARTS:
        return False
    return one.per == other.per or set(one.per) ^ set(other.per) <= {"年"}


def relation_of(claim: Claim, text: CleanText) -> Relation:
    """The claim in the form of the contract; its span reaches from the first amount to the last."""
    members = [*claim.parts, *([claim.total] if claim.total else [])]
    start, end = text.span(min(a.start for a in members), max(a.end for a in members))
    return Relation(
        kind=claim.kind,
        total=claim.total.id if claim.total else None,
        parts=[part.id for part in claim.parts],
        stated=_number(claim.stated),
        computed=_number(claim.computed),
        holds=claim.holds,
        span=Span(start=start, end=end),
    )


def _number(value: Decimal) -> Number:
    """An int where the value is whole, else a float of at most ten digits behind the point."""
    return int(value) if value == value.to_integral_value() else float(round(value, 10))
