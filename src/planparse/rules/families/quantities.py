"""Quantities whose unit is in their form: per cent and fractions in words, ratios, doublings, uncounted heads."""

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["QuantityRule"]


class QuantityRule(Rule):
    """A form of quantity. `pattern` is a regex over clean text in which `{number}` stands for a numeral.

    `form` says how its groups make a value: `plain` (group `value`), `fraction` (`above` over `below`),
    `tenths` (`above`.`below`), `ratio`
    (group `ratio`, no value). `unit` is what it counts in, unless a group `unit` says so.
    """

    form: Literal["plain", "fraction", "tenths", "ratio"]
    pattern: str
    unit: str

    def expressions(self) -> tuple[str, ...]:
        return (self.pattern,)
