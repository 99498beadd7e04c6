"""What a stretch of clean text says on its own. All offsets are half-open and into `CleanText.text`.

Nothing changes a mention once it is found.
"""

from __future__ import annotations

from decimal import Decimal

from planparse.records import Record

__all__ = ["AssignmentMention", "ContactMention", "Mentions", "QuantityMention", "TimeMention"]


class QuantityMention(Record):
    """Numeral and unit. `value` has 万/亿 multiplied in; a range has `low` and `high` instead, a ratio none of them.

    `op_start:op_end` covers everything the comparator words span together with the quantity (`至少…以上`).
    """

    __slots__ = (
        "end",
        "high",
        "low",
        "op",
        "op_end",
        "op_rule",
        "op_start",
        "op_text",
        "per",
        "rule",
        "start",
        "unit",
        "value",
    )

    def __init__(
        self,
        start: int,
        end: int,
        value: Decimal | None,
        low: Decimal | None,
        high: Decimal | None,
        unit: str,
        op: str,
        op_text: str | None,
        per: tuple[str, ...],
        rule: str,
        op_start: int,
        op_end: int,
        op_rule: str | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.op = op
        self.op_text = op_text
        self.per = per
        self.rule = rule
        self.op_start = op_start
        self.op_end = op_end
        self.op_rule = op_rule


class TimeMention(Record):
    """A time expression with ISO values; see `planparse.models.Time`. `year_given` is False where context gave it.

    `hidden` where the words hide the year (20XX年): there are no dates, and no other year reaches over it.
    """

    __slots__ = (
        "alt_end",
        "duration",
        "end",
        "every",
        "first",
        "hidden",
        "impossible",
        "kind",
        "last",
        "rule",
        "start",
        "year_given",
    )

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        first: str | None = None,
        last: str | None = None,
        alt_end: str | None = None,
        duration: str | None = None,
        every: str | None = None,
        rule: str = "",
        year_given: bool = True,
        impossible: bool = False,
        hidden: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.first = first
        self.last = last
        self.alt_end = alt_end
        self.duration = duration
        self.every = every
        self.rule = rule
        self.year_given = year_given
        self.impossible = impossible
        self.hidden = hidden


class ContactMention(Record):
    """A person, unit or phone with its label (`责任人`); `person` is whom a phone stands beside."""

    __slots__ = ("end", "label", "person", "role", "rule", "start", "value")

    def __init__(
        self, start: int, end: int, role: str, value: str, label: str | None, person: str | None, rule: str
    ) -> None:
        self.start = start
        self.end = end
        self.role = role
        self.value = value
        self.label = label
        self.person = person
        self.rule = rule


class AssignmentMention(Record):
    """A unit made answerable. `scope_start:scope_end` is the work it answers for (task, sentence, clause)."""

    __slots__ = ("end", "role", "rule", "scope_end", "scope_start", "start", "unit")

    def __init__(self, start: int, end: int, role: str, unit: str, scope_start: int, scope_end: int, rule: str) -> None:
        self.start = start
        self.end = end
        self.role = role
        self.unit = unit
        self.scope_start = scope_start
        self.scope_end = scope_end
        self.rule = rule


class Mentions(Record):
    """All that the stretches of a plan say on their own, each list in text order.

    `page_date` is the ISO date of the page that shows the plan, which the plans behind it on the page share.
    """

    __slots__ = ("assignments", "contacts", "page_date", "quantities", "times")

    def __init__(
        self,
        quantities: tuple[QuantityMention, ...],
        times: tuple[TimeMention, ...],
        contacts: tuple[ContactMention, ...],
        assignments: tuple[AssignmentMention, ...],
        page_date: str | None = None,
    ) -> None:
        self.quantities = quantities
        self.times = times
        self.contacts = contacts
        self.assignments = assignments
        self.page_date = page_date
