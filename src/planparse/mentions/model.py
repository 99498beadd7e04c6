"""What a stretch of clean text says on its own. All offsets are half-open and into `CleanText.text`.

Nothing changes a mention once it is found. Those of which a plan has hundreds are not frozen by the class: that makes
them three times as dear.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

__all__ = ["AssignmentMention", "ContactMention", "Mentions", "QuantityMention", "TimeMention"]


@dataclass(slots=True, unsafe_hash=True)
class QuantityMention:
    """Numeral and unit. `value` has 万/亿 multiplied in; a range has `low` and `high` instead, a ratio none of them.

    `op_start:op_end` covers everything the comparator words span together with the quantity (`至少…以上`).
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    op: str
    op_text: str | None
    per: tuple[str, ...]
    rule: str
    op_start: int
    op_end: int
    op_rule: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class TimeMention:
    """A time expression with ISO values; see `planparse.models.Time`. `year_given` is False where context gave it.

    `hidden` where the words hide the year (20XX年): there are no dates, and no other year reaches over it.
    """

    start: int
    end: int
    kind: str
    first: str | None = None
    last: str | None = None
    alt_end: str | None = None
    duration: str | None = None
    every: str | None = None
    rule: str = ""
    year_given: bool = True
    impossible: bool = False
    hidden: bool = False


class ContactMention(NamedTuple):
    """A person, unit or phone with its label (`责任人`); `person` is whom a phone stands beside."""

    start: int
    end: int
    role: str
    value: str
    label: str | None
    person: str | None
    rule: str


class AssignmentMention(NamedTuple):
    """A unit made answerable. `scope_start:scope_end` is the work it answers for (task, sentence, clause)."""

    start: int
    end: int
    role: str
    unit: str
    scope_start: int
    scope_end: int
    rule: str


class Mentions(NamedTuple):
    """All that the stretches of a plan say on their own, each list in text order.

    `page_date` is the ISO date of the page that shows the plan, which the plans behind it on the page share.
    """

    quantities: tuple[QuantityMention, ...]
    times: tuple[TimeMention, ...]
    contacts: tuple[ContactMention, ...]
    assignments: tuple[AssignmentMention, ...]
    page_date: str | None = None
