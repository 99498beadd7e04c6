"""Quantities that carry their unit in their form: 百分之七十, 三分之二, 8:1:1, 九成五, 翻一番."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.numerals import BEGINNINGS, INTEGER, PLAIN, SINGLE, parse_numeral, range_of
from planparse.mentions.openings import INTEGERS, WITHOUT_LOOKING_ON, GoesOn, Openings, begin_only_with
from planparse.patterns import lazy_pattern
from planparse.records import Record
from planparse.rules.families.quantities import QuantityRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex

    from planparse.rules import RuleSet

__all__ = ["Form", "behind_one", "forms_in"]


class Form(Record):
    """A quantity by its form: its span, its value (None of a ratio), unit and rule; `whole` is all that it took.

    A range has no value but `low` and `high`. `inside` is a comparator in the number or, up to `stop`, behind it.
    """

    __slots__ = ("end", "high", "inside", "low", "rule", "start", "stop", "unit", "value", "whole")

    def __init__(
        self,
        start: int,
        end: int,
        value: Decimal | None,
        unit: str,
        rule: str,
        whole: tuple[int, int],
        low: Decimal | None = None,
        high: Decimal | None = None,
        inside: str = "",
        stop: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.unit = unit
        self.rule = rule
        self.whole = whole
        self.low = low
        self.high = high
        self.inside = inside
        self.stop = stop


class _Forms(Record):
    """The rules with their patterns, in file order: those that begin anywhere, and those that begin with a numeral.

    `openings` tells which of the latter can begin with a numeral and what follows it, `goes_on` behind which characters
    any can in a whole number.
    """

    __slots__ = ("anywhere", "goes_on", "numeral", "openings")

    def __init__(
        self,
        anywhere: tuple[tuple[int, QuantityRule, regex.Pattern[str]], ...],
        numeral: tuple[tuple[int, QuantityRule, regex.Pattern[str]], ...],
        openings: Openings,
        goes_on: GoesOn,
    ) -> None:
        self.anywhere = anywhere
        self.numeral = numeral
        self.openings = openings
        self.goes_on = goes_on


@cache
def _forms(rules: RuleSet) -> _Forms:
    anywhere, numeral, written = [], [], []
    of_forms = rules.of(QuantityRule)
    patterns = [rule.pattern.replace("{number}", PLAIN) for rule in of_forms]
    beginning = begin_only_with(BEGINNINGS, patterns)
    for order, (rule, pattern) in enumerate(zip(of_forms, patterns, strict=True)):
        if order not in beginning:
            anywhere.append((order, rule, lazy_pattern(pattern)))
        else:
            numeral.append((order, rule, lazy_pattern(f"(?:{pattern}){WITHOUT_LOOKING_ON}")))
            written.append([pattern])
    openings = Openings(written)
    return _Forms(tuple(anywhere), tuple(numeral), openings, GoesOn(openings, INTEGERS))


def behind_one(rules: RuleSet) -> frozenset[str]:
    """What can follow a numeral of one character in which a form begins; `OTHER` stands for all that no form names."""
    return frozenset(char for char, goes_on in GoesOn(_forms(rules).openings, tuple(SINGLE)).items() if goes_on)


def forms_in(words: str, numerals: Iterable[tuple[int, int, int | None, int]], rules: RuleSet) -> list[Form]:
    """The forms in clean text, by where they begin and by rule; those of two rules may overlap.

    `numerals` are the stretches in which numerals begin, in order, without those in times and titles; each with what it
    is (`INTEGER`). What follows one tells which forms can begin in it, nearly always none; inside a figure none does.
    """
    forms = _forms(rules)
    opened_in, goes_on, remembered = forms.openings.within, forms.goes_on, forms.openings.remembered
    found = [(order, rule, match) for order, rule, pattern in forms.anywhere for match in pattern.finditer(words)]
    ends = [0] * len(forms.numeral)
    for start, end, kind, _ in numerals:
        if kind == INTEGER and not goes_on[words[end : end + 1]]:
            continue
        opening = words[start : end + 1]
        opened = remembered.get(opening)
        for at, which in opened_in(opening, end - start) if opened is None else opened:
            if at and words[start + at - 1 : start + at + 1].isdecimal():
                continue
            for number in which:
                order, rule, pattern = forms.numeral[number]
                if start + at >= ends[number] and (match := pattern.match(words, start + at)):
                    ends[number] = match.end()
                    found.append((order, rule, match))
    if not found:
        return []
    read = [(order, form) for order, rule, match in found if (form := _form(rule, match))]
    return [form for _, form in sorted(read, key=lambda one: (one[1].start, one[0]))]


def _form(rule: QuantityRule, match: regex.Match[str]) -> Form | None:
    if rule.form == "ratio":
        return Form(*match.span("ratio"), None, rule.unit, rule.id, match.span())
    value, groups = _value(rule, match), match.groupdict()
    if value is None:
        return None
    if low := groups.get("low"):
        ends = range_of(low, match["value"])
        return Form(*match.span(), None, rule.unit, rule.id, match.span(), *ends) if ends else None
    unit = groups.get("unit") or rule.unit
    inside = groups.get("inside") or groups.get("within") or ""
    return Form(
        *match.span(),
        value,
        unit,
        rule.id,
        match.span(),
        inside=inside,
        stop=match.end("inside") if groups.get("inside") else 0,
    )


def _value(rule: QuantityRule, match: regex.Match[str]) -> Decimal | None:
    if rule.form == "fraction":
        above, below = parse_numeral(match["above"]), parse_numeral(match["below"])
        if not above or not below:
            return None
        share = Fraction(above) / Fraction(below)
        return Decimal(share.numerator) / Decimal(share.denominator)
    if rule.form == "tenths":
        tenths = parse_numeral(f"{match['above']}成{match['below']}")
        return Decimal(10) * (tenths if isinstance(tenths, Decimal) else Decimal(0))
    words = match["value"]
    if within := match.groupdict().get("within"):
        words = words.replace(within, "")
    value = parse_numeral(words)
    return value if isinstance(value, Decimal) else None
