"""Units: what may stand behind a numeral, and what it measures."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from planparse.rules.schema import Rule

__all__ = ["UnitRule"]


class UnitRule(Rule):
    """A group of units of one dimension.

    `units` gives each its factor into the base unit `base` (null: a counter, which converts into nothing).
    `aliases` are other spellings, OCR slips included, of a unit of the group. With `arabic_only` a Chinese numeral
    before a unit of one character makes no quantity (`三方协议`), nor before a place (`三区三线`).
    """

    dimension: str
    base: str | None = None
    units: Mapping[str, Fraction | None]
    aliases: Mapping[str, str] = MappingProxyType({})
    arabic_only: bool = False
    compounds: tuple[str, ...] = ()
    """Words that begin with a unit and are something else (家庭, 台账): where one stands, no unit does.

    Behind a figure a measure word is one all the same (5家乡镇企业).
    """
    never: tuple[str, ...] = ()
    """Such words that are something else behind a figure, too (15分钟)."""
    in_front: tuple[str, ...] = ()
    """What names the unit in front of the numeral (新台币3万元), behind a comparator."""

    def __init__(self, *explain: Any, **said: Any) -> None:
        super().__init__(*explain, **said)
        # JSON has no fractions.
        self.units = {unit: None if factor is None else Fraction(factor) for unit, factor in said["units"].items()}
