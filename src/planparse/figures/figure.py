"""One figure per quantity: role, indicator, due, change and the units that answer for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, cast

import regex

from planparse import models
from planparse.figures.dues import governing_times
from planparse.figures.indicators import phrases
from planparse.figures.roles import role_of
from planparse.mentions.units import unit_table

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.figures.phrase import Phrase
    from planparse.figures.places import Places
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["read_figures"]

_LETTERS = {"target": "t", "baseline": "b", "parameter": "q"}
_FROM = regex.compile(r"[由从][^,;。]{0,20}$")
_CLAUSE_LIMIT = 400


def read_figures(plan: str, context: PlanContext, places: Places) -> list[tuple[str, models.Figure]]:
    """The figures of a plan in text order, each with its role."""
    counts = dict.fromkeys(_LETTERS, 0)
    found = []
    said = phrases(context)
    for at, (quantity, phrase) in enumerate(zip(context.quantities, said, strict=True)):
        role, role_rule = role_of(quantity, context)
        counts[role] += 1
        previous = context.quantities[at - 1] if at else None
        name = f"{plan}.{_LETTERS[role]}{counts[role]}"
        found.append((role, _figure(name, role, role_rule, quantity, previous, phrase, context, places)))
    return found


def _figure(
    name: str,
    role: str,
    role_rule: str | None,
    quantity: QuantityMention,
    previous: QuantityMention | None,
    phrase: Phrase,
    context: PlanContext,
    places: Places,
) -> models.Figure:
    index = context.section_index(quantity.start)
    governing = governing_times(quantity, context) if role == "target" else None
    due = None
    if governing and governing.due:
        due = _due(governing.due, places)
    elif governing and governing.year:
        due = _title_due(governing.year, context, places)
    start, end = context.marks.clause(quantity.start)
    start, end = max(start, quantity.start - _CLAUSE_LIMIT), min(end, quantity.end + _CLAUSE_LIMIT)
    return models.Figure(
        id=name,
        indicator=phrase.indicator,
        action=phrase.action,
        quantity=_quantity(quantity, context, places),
        change=cast("Literal['to', 'by', 'times'] | None", phrase.change),
        previous=_previous(quantity, previous, phrase, context, places),
        due=due,
        every=governing.every if governing else None,
        responsible=_responsible(quantity, context) if role == "target" else [],
        clause=places.given(start, end).strip(),
        span=places.span(phrase.start, phrase.end),
        section=None if index is None else f"{plan_id(name)}.s{index + 1}",
        rule=quantity.rule,
        role_rule=role_rule,
    )


def plan_id(figure: str) -> str:
    """The plan's id in a figure's (`p1.t3` → `p1`)."""
    return figure.partition(".")[0]


def _quantity(quantity: QuantityMention, context: PlanContext, places: Places) -> models.Quantity:
    unit = unit_table(context.rules).by_word.get(quantity.unit)
    base_value = None
    if unit and unit.factor is not None and quantity.value is not None:
        exact = unit.factor * quantity.value.as_integer_ratio()[0] / quantity.value.as_integer_ratio()[1]
        base_value = Decimal(exact.numerator) / Decimal(exact.denominator)
    return models.Quantity(
        text=places.given(quantity.start, quantity.end),
        span=places.span(quantity.start, quantity.end),
        value=_number(quantity.value),
        min=_number(quantity.low),
        max=_number(quantity.high),
        unit=quantity.unit,
        op=cast("models.Op", quantity.op),
        op_text=quantity.op_text,
        per=list(quantity.per),
        base_value=_number(base_value),
        base_unit=unit.base if unit and base_value is not None else None,
    )


def _number(value: Decimal | None) -> int | float | None:
    """Integral values as int, others as the float whose shortest form they are."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _previous(
    quantity: QuantityMention,
    previous: QuantityMention | None,
    phrase: Phrase,
    context: PlanContext,
    places: Places,
) -> models.Quantity | None:
    """The level changed from: 由225元提高到240元."""
    if phrase.change != "to" or previous is None or previous.unit != quantity.unit:
        return None
    start, _ = context.marks.clause(quantity.start)
    if previous.start < start or not _FROM.search(context.words[max(start, previous.start - 24) : previous.start]):
        return None
    return _quantity(previous, context, places)


def _due(time: TimeMention, places: Places) -> models.Due:
    return models.Due(
        text=places.given(time.start, time.end),
        span=places.span(time.start, time.end),
        start=time.first,
        end=time.last,
        alt_end=time.alt_end,
    )


def _title_due(year: int, context: PlanContext, places: Places) -> models.Due | None:
    """The year of a yearly plan's own title governs its targets."""
    at = context.words.find(str(year), context.plan.start, context.plan.start + 400)
    if at < 0:
        return None
    end = at + 4 + context.words.startswith("年", at + 4)
    return models.Due(text=places.given(at, end), span=places.span(at, end), start=f"{year}-01-01", end=f"{year}-12-31")


def _responsible(quantity: QuantityMention, context: PlanContext) -> list[str]:
    units = [
        assignment.unit
        for assignment in context.assignments
        if assignment.scope_start <= quantity.start < assignment.scope_end and assignment.role != "support"
    ]
    return list(dict.fromkeys(units))
