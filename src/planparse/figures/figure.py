"""One figure per quantity: role, indicator, due, change and the units that answer for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, cast

from planparse import models
from planparse.figures.dues import governing_in_row, governing_times
from planparse.figures.indicators import phrases
from planparse.figures.phrase import Phrase
from planparse.figures.roles import role_of
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.figures.context import PlanContext
    from planparse.figures.ids import Ids
    from planparse.figures.places import Places
    from planparse.figures.tables import CellFigure, CellScope
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["read_figures"]

_LETTERS = {"target": "t", "baseline": "b", "parameter": "q"}
_FROM = lazy_pattern(r"[由从][^,;。]{0,20}$")
_CLAUSE_LIMIT = 400


def read_figures(ids: Ids, context: PlanContext, places: Places) -> list[tuple[str, models.Figure]]:
    """The figures of a plan in text order, each with its role: those of its prose, and those of its tables' cells."""
    drafts = sorted((*_of_prose(context), *map(_of_cell, context.cells)), key=lambda draft: draft.quantity.start)
    return [(draft.role, _figure(ids, draft, context, places)) for draft in drafts]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A figure before it has a name; `scope` is the table cell that it stands in."""

    role: str
    role_rule: str | None
    quantity: QuantityMention
    previous: QuantityMention | None
    phrase: Phrase
    scope: CellScope | None


def _of_prose(context: PlanContext) -> Iterator[_Draft]:
    before: QuantityMention | None = None
    last: tuple[str, str | None] = ("target", None)
    for quantity, phrase in zip(context.quantities, phrases(context), strict=True):
        role, role_rule = last if _goes_on(before, quantity, last, context) else role_of(quantity, context)
        last = role, role_rule
        scope = context.scope(quantity.start)
        if scope is not None:
            role, role_rule = (scope.role, None) if scope.role else (role, role_rule)
            phrase = phrase if phrase.indicator else replace(phrase, indicator=scope.label)
        yield _Draft(role, role_rule, quantity, _previous(quantity, before, phrase, context), phrase, scope)
        before = quantity


def _goes_on(
    before: QuantityMention | None, quantity: QuantityMention, last: tuple[str, str | None], context: PlanContext
) -> bool:
    """Whether a number is coordinated with a parameter in front of it (分别承担30%、40%) and so is one too."""
    if before is None or last[0] != "parameter" or before.unit != quantity.unit:
        return False
    return context.words[before.op_end : quantity.start] in ("、", "和", "及", "与", "或")


def _of_cell(cell: CellFigure) -> _Draft:
    quantity = cell.quantity
    phrase = Phrase(cell.indicator, cell.action, cell.change, quantity.op_start, quantity.op_end)
    return _Draft(cell.role, None, quantity, cell.previous, phrase, cell.scope)


def _figure(ids: Ids, draft: _Draft, context: PlanContext, places: Places) -> models.Figure:
    role, quantity, phrase, scope = draft.role, draft.quantity, draft.phrase, draft.scope
    index = context.section_index(quantity.start)
    governing = None
    if role == "target":
        governing = governing_in_row(quantity, scope, context) if scope else governing_times(quantity, context)
    due = None
    if governing and governing.due:
        due = _due(governing.due, places)
    elif governing and governing.year:
        due = _title_due(governing.year, context, places)
    return models.Figure(
        id=ids.new(_LETTERS[role]),
        indicator=phrase.indicator,
        action=phrase.action,
        quantity=_quantity(quantity, context, places),
        change=cast("Literal['to', 'by', 'times'] | None", phrase.change),
        previous=_quantity(draft.previous, context, places) if draft.previous else None,
        due=due,
        every=governing.every if governing else None,
        responsible=_responsible(quantity, scope, context) if role == "target" else [],
        clause=_clause(quantity, scope, context, places),
        span=places.span(phrase.start, phrase.end),
        section=None if index is None else ids.section(index),
        rule=quantity.rule,
        role_rule=draft.role_rule,
        nature=cast("Literal['binding', 'expected', 'guiding'] | None", scope.nature if scope else None),
    )


def _clause(quantity: QuantityMention, scope: CellScope | None, context: PlanContext, places: Places) -> str:
    """The clause around a quantity; in a table the row, its cells parted by tabs."""
    if scope is not None:
        return "\t".join(places.given(start, end) for start, end in scope.row)[:_CLAUSE_LIMIT]
    start, end = context.marks.clause(quantity.start)
    return places.given(max(start, quantity.start - _CLAUSE_LIMIT), min(end, quantity.end + _CLAUSE_LIMIT)).strip()


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
) -> QuantityMention | None:
    """The level changed from: 由225元提高到240元."""
    if phrase.change != "to" or previous is None or previous.unit != quantity.unit:
        return None
    start, _ = context.marks.clause(quantity.start)
    if previous.start < start or not _FROM.search(context.words[max(start, previous.start - 24) : previous.start]):
        return None
    return previous


def _due(time: TimeMention, places: Places) -> models.Due:
    return models.Due(
        text=places.given(time.start, time.end),
        span=places.span(time.start, time.end),
        start=time.first,
        end=time.last,
        alt_end=time.alt_end,
    )


def _title_due(year: int, context: PlanContext, places: Places) -> models.Due | None:
    """The year of a yearly plan's own title governs its targets, where the title is at hand."""
    if context.plan.goes_on:
        return None
    at = context.words.find(str(year), context.plan.start, context.plan.start + 400)
    if at < 0:
        return None
    end = at + 4 + context.words.startswith("年", at + 4)
    return models.Due(text=places.given(at, end), span=places.span(at, end), start=f"{year}-01-01", end=f"{year}-12-31")


def _responsible(quantity: QuantityMention, scope: CellScope | None, context: PlanContext) -> list[str]:
    units = [*scope.responsible] if scope else []
    units += [assignment.unit for assignment in context.assigned(quantity.start) if assignment.role != "support"]
    return list(dict.fromkeys(units))
