"""One figure per quantity: role, indicator, due, change and the units that answer for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.figures.dues import governing_in_row, governing_times
from planparse.figures.indicators import phrases
from planparse.figures.lead_ins import FromAbove
from planparse.figures.phrase import Phrase
from planparse.figures.roles import RoleReader
from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.ids import Ids
    from planparse.figures.places import Fields, Places
    from planparse.figures.tables import CellFigure, CellScope
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["read_figures"]

# The list of the plan that a role's figures stand in, and the letter of their ids.
_LISTS = {"target": ("targets", "t"), "baseline": ("baselines", "b"), "parameter": ("parameters", "q")}
_FROM = lazy_pattern(r"[由从][^,;。]{0,20}$")
# Behind the last of a row: 5亿元的,…; 5亿元、10亿元的企业.
_OF_WHOM = lazy_pattern(r"(?:、\d[\d.]*[万亿]?[%一-龥]{1,4}?){0,6}(?:及?以[上下])?的(?!目标|任务|要求|水平)")
_TOLD_BY_VERB = frozenset({"元", "人", "人次", "名"})
_CLAUSE_LIMIT = 400
_MOST = 10**28


def read_figures(
    ids: Ids, sections: list[str], context: PlanContext, places: Places
) -> tuple[dict[str, list[Fields]], list[tuple[str, QuantityMention]]]:
    """The fields of a plan's figures by the plan's list, in text order: those of its prose and of its tables' cells.

    With them the list and the quantity of each. `sections` are the ids of the plan's sections.
    """
    found: dict[str, list[Fields]] = {name: [] for name, _ in _LISTS.values()}
    if not (context.quantities or context.cells):
        return found, []
    above = FromAbove(context)
    drafts = _of_prose(context, above)
    if context.cells:
        drafts += [_of_cell(cell, context) for cell in context.cells]
        drafts.sort(key=lambda draft: draft.quantity.start)
    written = _Writer(sections, context, above, places)
    # One question after the other for all figures: what a processor has at hand of the one serves the next.
    dues = [written.due_and_rhythm(draft) if draft.role == "target" else (None, None) for draft in drafts]
    quantities = [written.quantity(draft.quantity) for draft in drafts]
    placed = []
    for draft, quantity, (due, every) in zip(drafts, quantities, dues, strict=True):
        name, letter = _LISTS[draft.role]
        found[name].append(written.figure(ids.new(letter), draft, quantity, due, every))
        placed.append((name, draft.quantity))
    return found, placed


class _Draft:
    """A figure before it has a name; `scope` is the table cell it stands in. A plan has hundreds: no named tuple."""

    __slots__ = ("phrase", "previous", "quantity", "role", "role_rule", "scope", "spot")

    def __init__(
        self,
        role: str,
        role_rule: str | None,
        quantity: QuantityMention,
        spot: Spot,
        previous: QuantityMention | None,
        phrase: Phrase,
        scope: CellScope | None,
    ) -> None:
        self.role = role
        self.role_rule = role_rule
        self.quantity = quantity
        self.spot = spot
        self.previous = previous
        self.phrase = phrase
        self.scope = scope


def _of_prose(context: PlanContext, above: FromAbove) -> list[_Draft]:
    found = []
    roles, spots = RoleReader(context, above), context.spots()
    before: QuantityMention | None = None
    last: tuple[str, str | None] = ("target", None)
    for quantity, spot, phrase in zip(context.quantities, spots, phrases(context, spots), strict=True):
        if last[0] != "parameter" or not _goes_on(before, quantity, context):
            last = roles.role(quantity, spot)
        role, role_rule = last
        scope = context.scope(quantity.start) if context.scopes else None
        if scope is not None:
            if scope.role == "baseline" or (scope.role and role == "baseline" and roles.is_of_the_whole(role_rule)):
                role, role_rule = scope.role, None
            if scope.label and _needs_label(phrase, quantity, context):
                phrase = Phrase(scope.label, phrase.action, phrase.change, phrase.start, phrase.end)
        previous = _previous(quantity, spot, before, context) if phrase.change == "to" else None
        found.append(_Draft(role, role_rule, quantity, spot, previous, phrase, scope))
        before = quantity
    return _joined_back(found, context)


def _joined_back(drafts: list[_Draft], context: PlanContext) -> list[_Draft]:
    """The drafts, where what is joined to a parameter behind it is one too, from the last of a row to its first.

    In a row (首次突破1亿元、5亿元的) what picks out who is meant stands behind the last member only. The lower bound of
    a class (100人以上500人以下中型隐患) is a parameter if the upper one is.
    """
    for at in range(len(drafts) - 1, 0, -1):
        one, other = drafts[at], drafts[at - 1]
        if one.role == "parameter" != other.role and (
            _are_one_row(other.quantity, one.quantity, context) or _are_band(other.quantity, one.quantity, context)
        ):
            other.role, other.role_rule = one.role, one.role_rule
    return drafts


def _are_one_row(one: QuantityMention, other: QuantityMention, context: PlanContext) -> bool:
    """Whether two amounts are members of a row that ends in a condition, of one unit and comparison.

    达到1亿元、5亿元的; behind 达到 a bound of the last (达到1亿元、5亿元以上的) is one of them all.
    """
    words = context.words
    if one.unit != other.unit or words[one.op_end : other.op_start] not in ("、", "或"):
        return False
    is_alike = one.op == other.op or (other.op == ">=" and words.endswith(("达到", "达", "满"), 0, one.start))
    return is_alike and _OF_WHOM.match(words, other.op_end) is not None


def _are_band(lower: QuantityMention, upper: QuantityMention, context: PlanContext) -> bool:
    if lower.unit != upper.unit or upper.op not in ("<=", "<") or lower.op not in (">=", ">"):
        return False
    return context.words[lower.op_end : upper.op_start] in ("", "、", "至", "到")


def _needs_label(phrase: Phrase, quantity: QuantityMention, context: PlanContext) -> bool:
    """Whether only its row says what a quantity counts: 已建成8个. Of people and money a verb says it: 培训30人."""
    if not phrase.indicator:
        return True
    return quantity.unit not in _TOLD_BY_VERB and verbs(context.rules).are_all(phrase.indicator)


def _goes_on(before: QuantityMention | None, quantity: QuantityMention, context: PlanContext) -> bool:
    """Whether a number is coordinated with a parameter in front of it (分别承担30%、40%) and so is one too."""
    if before is None or before.unit != quantity.unit:
        return False
    return context.words[before.op_end : quantity.start] in ("、", "和", "及", "与", "或")


def _of_cell(cell: CellFigure, context: PlanContext) -> _Draft:
    quantity = cell.quantity
    phrase = Phrase(cell.indicator, cell.action, cell.change, quantity.op_start, quantity.op_end)
    return _Draft(cell.role, None, quantity, context.spot(quantity.start), cell.previous, phrase, cell.scope)


class _Writer:
    """Writes down a plan's figures as the fields of their models."""

    def __init__(self, sections: list[str], context: PlanContext, above: FromAbove, places: Places) -> None:
        self._sections = sections
        self._context = context
        self._above = above
        self._places = places
        self._units = unit_table(context.rules).by_word
        # What governs a figure mostly governs the next one, too.
        self._last_due: tuple[TimeMention | None, Fields | None] = (None, None)

    def due_and_rhythm(self, draft: _Draft) -> tuple[Fields | None, str | None]:
        """The fields of models.Due of a target, and the rhythm in which it recurs."""
        quantity, spot, scope = draft.quantity, draft.spot, draft.scope
        due, every, year = (
            governing_in_row(quantity, spot, scope, self._context, self._above)
            if scope
            else governing_times(quantity, spot, self._context, self._above)
        )
        if due:
            return self._due(due), every
        return (_title_due(year, self._context, self._places) if year else None), every

    def figure(self, name: str, draft: _Draft, quantity: Fields, due: Fields | None, every: str | None) -> Fields:
        """The fields of models.Figure, from those of its quantity and its due, but for those that are absent."""
        said, spot, phrase, scope = draft.quantity, draft.spot, draft.phrase, draft.scope
        fields: Fields = {
            "id": name,
            "indicator": phrase.indicator,
            "action": phrase.action,
            "quantity": quantity,
            "clause": _clause(said, spot, scope, self._places),
            "span": self._places.span(phrase.start, phrase.end),
            "section": None if spot.section is None else self._sections[spot.section],
            "rule": said.rule,
        }
        if phrase.change:
            fields["change"] = phrase.change
        if draft.previous:
            fields["previous"] = self.quantity(draft.previous)
        if due:
            fields["due"] = due
        if every:
            fields["every"] = every
        if draft.role == "target" and (units := _responsible(said, scope, self._context)):
            fields["responsible"] = units
        if draft.role_rule:
            fields["role_rule"] = draft.role_rule
        if scope and scope.nature:
            fields["nature"] = scope.nature
        return fields

    def quantity(self, quantity: QuantityMention) -> Fields:
        """The fields of models.Quantity, but for those that are absent."""
        text, span = self._places.quoted(quantity.start, quantity.end)
        fields: Fields = {"text": text, "span": span, "unit": quantity.unit}
        exact = quantity.value
        if exact is not None:
            numerator, denominator = exact.as_integer_ratio()
            fields["value"] = numerator if denominator == 1 else float(exact)
            unit = self._units.get(quantity.unit)
            if unit and (factor := unit.factor) is not None:
                times, parts = factor.as_integer_ratio()
                fields["base_value"] = _quotient(numerator * times, denominator * parts)
                fields["base_unit"] = unit.base
        elif quantity.low is not None and quantity.high is not None:
            fields["min"], fields["max"] = _number(quantity.low), _number(quantity.high)
        if quantity.op != "=":
            fields["op"] = quantity.op
        if quantity.op_text is not None:
            fields["op_text"] = quantity.op_text
        if quantity.per:
            fields["per"] = quantity.per
        return fields

    def _due(self, time: TimeMention) -> Fields | None:
        """The fields of models.Due; of a time whose year is hidden there are none."""
        if time.hidden:
            return None
        last, due = self._last_due
        if last is not time:
            text, span = self._places.quoted(time.start, time.end)
            due = {"text": text, "span": span, "start": time.first, "end": time.last, "alt_end": time.alt_end}
            self._last_due = time, due
        return due


def _clause(quantity: QuantityMention, spot: Spot, scope: CellScope | None, places: Places) -> str:
    """The clause around a quantity; in a table the row, its cells parted by tabs."""
    if scope is not None:
        return "\t".join(places.given(start, end) for start, end in scope.row)[:_CLAUSE_LIMIT]
    start, end = spot.clause_start, spot.clause_end
    if end - start > _CLAUSE_LIMIT:
        start, end = max(start, quantity.start - _CLAUSE_LIMIT), min(end, quantity.end + _CLAUSE_LIMIT)
    return places.given(start, end).strip()


def _quotient(dividend: int, divisor: int) -> int | float:
    """The quotient as Decimal has it, of 28 digits."""
    whole, rest = divmod(dividend, divisor)
    return whole if not rest and -_MOST < whole < _MOST else _number(Decimal(dividend) / Decimal(divisor))


def _number(value: Decimal) -> int | float:
    """Integral values as int, others as the float whose shortest form they are."""
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else float(value)


def _previous(
    quantity: QuantityMention, spot: Spot, previous: QuantityMention | None, context: PlanContext
) -> QuantityMention | None:
    """The level changed from: 由225元提高到240元."""
    if previous is None or previous.unit != quantity.unit:
        return None
    start = spot.clause_start
    if previous.start < start or not _FROM.search(context.words[max(start, previous.start - 24) : previous.start]):
        return None
    return previous


def _title_due(year: int, context: PlanContext, places: Places) -> Fields | None:
    """The year of a yearly plan's own title governs its targets, where the title is at hand."""
    if context.plan.goes_on:
        return None
    at = context.words.find(str(year), context.plan.start, context.plan.start + 400)
    if at < 0:
        return None
    text, span = places.quoted(at, at + 4 + context.words.startswith("年", at + 4))
    return {"text": text, "span": span, "start": f"{year}-01-01", "end": f"{year}-12-31"}


def _responsible(quantity: QuantityMention, scope: CellScope | None, context: PlanContext) -> list[str]:
    assigned = context.assigned(quantity.start)
    units = [assignment.unit for assignment in assigned if assignment.role != "support"] if assigned else []
    if scope:
        units = [*scope.responsible, *units]
    return list(dict.fromkeys(units)) if len(units) > 1 else units
