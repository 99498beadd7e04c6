"""When what was found says the same as the gold: numbers, units, indicators, dues, times."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.evaluation.gold import GoldItem
    from planparse.models import Due, Figure, Time

__all__ = ["same_due", "same_indicator", "same_per", "same_quantity", "same_time", "squeezed"]

# Spellings of one unit.
UNITS = {
    "％": "%",
    "m2": "平方米",
    "㎡": "平方米",
    "平米": "平方米",
    "人民币元": "元",
    "百分点": "个百分点",
    "kw": "千瓦",
    "KW": "千瓦",
    "kW": "千瓦",
    "MW": "兆瓦",
    "mw": "兆瓦",
    "km": "公里",
    "千米": "公里",
    "MVA": "兆伏安",
    "kV": "千伏",
    "比例": "",
}
DATED = ("date", "period", "deadline")
TOLERANCE = Decimal("1e-6")
SIMILAR = 0.5  # Dice coefficient of character pairs from which two indicators are the same


def squeezed(words: str | None) -> str | None:
    """The words without white space; None where nothing is left."""
    return "".join((words or "").split()) or None


def same_quantity(gold: GoldItem, figure: Figure) -> bool:
    """The same value (or bounds of a range), the same unit and comparator."""
    quantity = figure.quantity
    if gold.get("op") == "range":
        value = _same_number(gold.get("min"), quantity.min) and _same_number(gold.get("max"), quantity.max)
    else:
        value = _same_number(gold.get("value"), quantity.value)
    unit = any(_unit(each) == _unit(quantity.unit) for each in gold.accepted("unit"))
    return value and unit and quantity.op in gold.accepted("op")


def same_per(gold: GoldItem, figure: Figure) -> bool:
    """The same set of things it is counted per; `per_alt` is one other list or several."""
    other = gold.get("per_alt", [])
    others = other if other and isinstance(other[0], list) else [other] if other else []
    return any(set(figure.quantity.per) == set(each) for each in [gold.get("per", []), *others])


def same_indicator(gold: GoldItem, figure: Figure) -> bool:
    """Indicators agree when they share half of their character pairs, or the one holds the other at little surplus."""
    said = squeezed(figure.indicator)
    return said is not None and any(
        _dice(wanted, said) >= SIMILAR
        or (wanted in said and len(said) <= 2 * len(wanted) + 4)
        or (len(said) >= 2 and said in wanted)
        for wanted in map(squeezed, gold.accepted("indicator"))
        if wanted is not None
    )


def same_due(gold: GoldItem, figure: Figure) -> bool:
    """The same due, or one that the annotator let stand."""
    wanted = [gold.get("due"), *([gold.get("due_alt")] if "due_alt" in gold.fields else [])]
    return any(_same_due(each, figure.due) for each in wanted)


def same_time(gold: GoldItem, time: Time) -> bool:
    """The same days, rhythm or length. Date, period and deadline differ in name only: the days count."""
    kind = gold.get("kind")
    if kind in DATED:
        ends = {gold.get("end"), gold.get("alt_end", gold.get("end"))}
        same_start = kind == "deadline" or gold.get("start") == time.start
        return time.kind in DATED and time.end in ends and same_start
    if kind != time.kind:
        return False
    if kind == "recurring":
        return bool(gold.get("every") == time.every)
    return gold.get("duration") is None or gold.get("duration") == time.duration


def _same_due(wanted: dict[str, Any] | None, said: Due | None) -> bool:
    if not wanted or said is None:
        return not wanted and said is None
    ends = {wanted.get("end"), wanted.get("alt_end")}
    start = wanted.get("start")
    if ends == {None}:
        return said.start == start
    return said.end in ends and (start is None or said.start == start)


def _same_number(wanted: Any, said: Any) -> bool:
    one, other = _number(wanted), _number(said)
    if one is None or other is None:
        return one is None and other is None
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), Decimal(1))


def _number(value: Any) -> Decimal | None:
    """The number that a gold file writes as 0.5, "0.5" or "1/2"."""
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str) and "/" in value:
            above, below = value.split("/")
            return Decimal(above) / Decimal(below)
        return Decimal(str(value))
    except (InvalidOperation, ValueError):
        return None


def _unit(unit: str | None) -> str:
    squeezed_unit = (unit or "").replace(" ", "")
    return UNITS.get(squeezed_unit, squeezed_unit)


def _dice(one: str, other: str) -> float:
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second))


def _pairs(words: str) -> set[str]:
    letters = "".join(character for character in words if character.isalnum())
    return {letters[place : place + 2] for place in range(len(letters) - 1)} or {letters}
