"""Numbers in a row that share the unit behind the last: 分别为3、2.5、4万亩, 不高于53和32微克/立方米."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.mentions.clauses import clauses
from planparse.mentions.numerals import MULTIPLIER, parse_numeral
from planparse.patterns import lazy_pattern, lazy_quick_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.mentions.units import Unit, UnitTable

__all__ = ["SERIES_SIGNS", "Series", "series_at"]

SERIES_SIGNS = frozenset("、和及与")
_ONE = rf"\d++(?:\.\d++)?+{MULTIPLIER}?+"
_NUMBER = lazy_pattern(_ONE)
_SERIES = lazy_quick_pattern(rf"{_ONE}(?:(?:、{_ONE}){{1,8}}+(?:[和及与]{_ONE})?+|[和及与]{_ONE})(?![\d.])")
_MULTIPLIER = lazy_pattern(rf"{MULTIPLIER}$")
_REACH = 60
# From here on a number may have its own size: of 分别达到5000、1万户 nothing tells whether 万 is shared.
_LARGE = 1000


class Series(Record):
    """The numbers of a series as `(start, end, value)`, their unit and where it ends.

    `is_apart` says that 分别 stands in front of them: each is a value of its own.
    """

    __slots__ = ("is_apart", "numbers", "stop", "unit")

    def __init__(self, numbers: list[tuple[int, int, Decimal]], unit: Unit, stop: int, is_apart: bool) -> None:
        self.numbers = numbers
        self.unit = unit
        self.stop = stop
        self.is_apart = is_apart


def series_at(words: str, first: int, units: UnitTable) -> Series | None:
    """The series that begins at `first` in clean text; None where none does, or where a value is not sure.

    Things that are counted are named so (3、5个) only behind 分别.
    """
    series = _SERIES.match(words, first) if words[first].isdecimal() else None
    found = units.at(words, series.end(), arabic=True) if series else None
    if series is None or found is None:
        return None
    unit, stop = found
    clause, _ = clauses(words).clause(first)
    is_apart = "分别" in words[max(clause, first - _REACH) : first]
    if not is_apart and unit.dimension in ("counter", "people"):
        return None
    spans = [number.span() for number in _NUMBER.finditer(words, *series.span())]
    values = _values([words[start:end] for start, end in spans])
    numbers = [(start, end, value) for (start, end), value in zip(spans, values, strict=False)]
    return Series(numbers, unit, stop, is_apart) if len(numbers) == len(spans) else None


def _values(numerals: list[str]) -> list[Decimal]:
    """The values of the numerals; a multiplier that only the last has holds for all. Empty where that is not sure."""
    values = [value for numeral in numerals if isinstance(value := parse_numeral(numeral), Decimal)]
    scale = _MULTIPLIER.search(numerals[-1])
    if scale and len(values) == len(numerals) and not any(map(_MULTIPLIER.search, numerals[:-1])):
        power = parse_numeral("1" + scale[0])
        if not isinstance(power, Decimal) or any(value >= _LARGE for value in values[:-1]):
            return []
        return [value * power for value in values[:-1]] + values[-1:]
    return values
