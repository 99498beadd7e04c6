"""Names of rows of a table that are run into a line of text: 7|农膜回收率, 光伏装机(万千瓦)|12.5 80, 达标率|预期性."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planparse.mentions.units import Unit

__all__ = ["STATES", "may_be_row", "row_name"]

STATES = frozenset({"完成", "未完成", "已完成", "预期性", "约束性", "导向性", "指导性", "是", "否"})
"""What the last columns of such a row say of a value: 1876个|完成, 98%|约束性."""
_ENDS = frozenset("0123456789)性-—%")
# The number of the row. 90后 and 00后 have none.
_SERIAL = lazy_plain_pattern(r"\d{1,2}(?=[一-龥](?<!后))")
_SIGNS = "])>≥<≤~、,;:.#*— "
_KIND = r"(?:预期性|约束性|导向性|指导性)"
_FRONT = lazy_plain_pattern(rf"{_KIND}(?=[一-龥]{{3}})")
_KIND_BEHIND = lazy_plain_pattern(rf"(?<=[一-龥)\d]){_KIND}[\s\d.—-]*$")
# 绿地率(%)|上游城市: which ones are meant stands behind the unit.
_UNIT = lazy_plain_pattern(r"\((?P<unit>[^()]{1,12})\)")
_NUMBERS = lazy_plain_pattern(r"[\s\d./—~%#*-]*$")
# 风电|104 186, 绿地率|% 35 38, 利用率|-, 占比|-94%
_VALUES = lazy_plain_pattern(r"(?<=[一-龥])(?:\d[\d.]*(?: \d[\d.]*)+|%(?: ?\d[\d.]*)*|-{1,2}(?:\d[\d.]*%?)?)$")
_COUNTED = frozenset({"counter", "people"})


def may_be_row(phrase: str) -> bool:
    """Whether anything of a row may stand around a name: to be asked first, as it costs least."""
    return phrase[-1:] in _ENDS or not "一" <= phrase[:1] <= "龥" or phrase[:1] in "预约导指"


def row_name(phrase: str, begins_line: bool, units: Mapping[str, Unit]) -> str:
    """The name alone in a phrase that a row of a table is run into; nothing where it is but signs and numbers.

    Only in front of a phrase that begins a line is a number that of the row.
    """
    name = phrase.lstrip(_SIGNS)
    serial = _SERIAL.match(name) if begins_line else None
    if serial:
        name = name[serial.end() :]
    if kind := _FRONT.match(name):
        name = name[kind.end() :]
    if kind := _KIND_BEHIND.search(name):
        name = name[: kind.start()]
    if end := _before_unit(name, serial is not None, units):
        name = name[:end]
    elif values := _VALUES.search(name):
        name = name[: values.start()]
    return name if any(map(str.isalpha, name)) else ""


def _before_unit(name: str, is_numbered: bool, units: Mapping[str, Unit]) -> int:
    """Where a unit in brackets begins behind a name, 0 without one. 乡(镇) has none, 装机(台)|12 15 has."""
    for bracket in _UNIT.finditer(name):
        words = bracket["unit"]
        known = units.get(words.partition("/")[0].lstrip("万亿千百")) or units.get(words)
        has_values = _NUMBERS.fullmatch(name, bracket.end())
        if (words == "%" or known) and (is_numbered or has_values):
            alone = has_values and bracket.end() == len(name) and not is_numbered
            if words == "%" or known is None or not alone or known.dimension not in _COUNTED:
                return bracket.start()
    return 0
