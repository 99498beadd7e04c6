"""What the quantity rules read from an example: for the examples that every rule carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.text import CleanText
from planparse.mentions.quantities import find_quantities
from planparse.mentions.set_phrases import set_phrases
from planparse.patterns import compiled_pattern
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["readings"]


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """Of units and forms one reading per quantity; of comparators one over number and words; of phrases one each.

    Values of a quantity: value, low, high (floats), unit, op, per.
    """
    found = []
    for quantity in find_quantities(CleanText.as_is(text), (), rules):
        values = {
            "value": None if quantity.value is None else float(quantity.value),
            "low": None if quantity.low is None else float(quantity.low),
            "high": None if quantity.high is None else float(quantity.high),
            "unit": quantity.unit,
            "op": quantity.op,
            "per": list(quantity.per),
        }
        found.append(Reading(quantity.rule, quantity.start, quantity.end, values))
        if quantity.op_rule:
            found.append(Reading(quantity.op_rule, quantity.op_start, quantity.op_end, values))
    for rule, pattern in set_phrases(rules).patterns:
        found += [
            Reading(rule, *match.span()) for match in compiled_pattern(pattern.pattern).finditer(text, overlapped=True)
        ]
    return found
