"""A quantity as people read it: comparator, number with 万 and 亿, unit, per."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.export.labels import OPERATORS

if TYPE_CHECKING:
    from planparse.models import Quantity

__all__ = ["amount"]

# From 100 000 on, numbers are read in 万: 450 万元, but 26,000 人.
SCALES = ((10**8, 10**8, "亿"), (10**5, 10**4, "万"))


def amount(quantity: Quantity) -> str:
    """A quantity as one reads it: `≥70%`, `5–10 万元`, `20 个/村·年`; the exact value, large ones in 万 and 亿."""
    numbers = [number for number in (quantity.value, quantity.min, quantity.max) if number is not None]
    if not numbers or quantity.unit == "比例":
        return OPERATORS[quantity.op] + quantity.text  # 8:1:1, 三分之二
    scale, word = next(((size, word) for least, size, word in SCALES if min(map(abs, numbers)) >= least), (1, ""))
    number = "–".join(_number(number, scale) for number in numbers)
    unit = quantity.unit if quantity.unit in ("%", "‰") else f" {word}{quantity.unit}".rstrip()
    per = f"/{'·'.join(quantity.per)}" if quantity.per else ""
    return f"{OPERATORS[quantity.op]}{number}{unit}{per}"


def _number(value: float, scale: int) -> str:
    exact = Decimal(str(value)) / scale
    whole = exact == exact.to_integral_value()
    return f"{int(exact):,}" if whole else f"{exact.normalize():,f}"
