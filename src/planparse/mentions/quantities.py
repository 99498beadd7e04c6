"""Quantities: every amount that the text states of something countable or measurable.

One pass finds the numerals; a unit must stand behind each (or be in its form: 百分之七十, 8:1:1). What belongs to a
time, a title, a slogan or a set phrase counts nothing. Comparators and rates are read from the clause around.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.clauses import clauses
from planparse.mentions.comparators import comparators
from planparse.mentions.model import QuantityMention
from planparse.mentions.numerals import PLAIN, parse_numeral
from planparse.mentions.quantity_rows import read_together
from planparse.mentions.rates import rate_after
from planparse.mentions.set_phrases import named_stretches, set_phrases
from planparse.mentions.units import Unit, unit_table
from planparse.patterns import lazy_pattern
from planparse.rules.families.quantities import QuantityRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import regex

    from planparse.cleaning import CleanText
    from planparse.rules import RuleSet

__all__ = ["find_quantities"]

_NUMBER = lazy_pattern(PLAIN)
# A lone l between Chinese characters may be an OCR slip for 1 (l处); the unit behind it decides.
_CANDIDATE = lazy_pattern(rf"{PLAIN}|(?<=[一-龥])[lI](?=[一-龥])")
_PLAIN_NUMBER = lazy_pattern(r"\d+(?:\.\d+)?")
_SERIES = lazy_pattern(r"\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?){1,8}+(?:[和及与]\d+(?:\.\d+)?)?+(?![\d.])")
_NO_NUMBER_BEHIND = tuple("Xx*第.#-")
_RANGE = lazy_pattern(r"\s?(?:[-~至到])\s?(?=[\d一二三四五六七八九十百])")
_MULTIPLIER = lazy_pattern(r"[十百千万亿]+$")
# A numeral that is only 百/千/万/亿 speaks in round words (百家企业) unless a comparator bounds it (近千人).
_ROUND = frozenset("百千万亿")


def find_quantities(text: CleanText, taken: Sequence[tuple[int, int]], rules: RuleSet) -> list[QuantityMention]:
    """The quantities of a clean text in order; `taken` are the spans of its times, sorted, in which none is read."""
    words = text.text
    blocked = _Stretches([*taken, *named_stretches(words)])
    found = _apart(_formed(words, blocked, rules))
    formed = _Stretches([(q.start, q.end) for q in found])
    position = 0
    for match in _CANDIDATE.finditer(words):
        if match.start() < position or blocked.overlap(*match.span()) or formed.overlap(*match.span()):
            continue
        single = [_read(words, match.start(), match.end(), rules)]
        for quantity in _series(words, match, rules) or single:
            if quantity and not blocked.overlap(quantity.start, quantity.end):
                found.append(quantity)
                position = quantity.end
    found.sort(key=lambda q: q.start)
    return read_together(words, found)


class _Stretches:
    """Spans that can be asked whether they overlap another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        at = bisect_right(self.starts, end - 1) - 1
        return at >= 0 and self.ends[at] > start


@cache
def _forms(rules: RuleSet) -> tuple[tuple[QuantityRule, regex.Pattern[str]], ...]:
    return tuple((rule, lazy_pattern(rule.pattern.replace("{number}", PLAIN))) for rule in rules.of(QuantityRule))


def _formed(words: str, blocked: _Stretches, rules: RuleSet) -> list[QuantityMention]:
    """The quantities whose unit is in their form."""
    found: list[QuantityMention] = []
    for rule, pattern in _forms(rules):
        for match in pattern.finditer(words):
            groups = match.groupdict()
            start, end = match.span()
            if blocked.overlap(start, end):
                continue
            if rule.form == "ratio":
                start, end = match.span("ratio")
                value = None
            elif rule.form == "fraction":
                above, below = parse_numeral(groups["above"]), parse_numeral(groups["below"])
                if not above or not below:
                    continue
                share = Fraction(above) / Fraction(below)
                value = Decimal(share.numerator) / Decimal(share.denominator)
            elif rule.form == "tenths":
                value = Decimal(10) * (_decimal(f"{groups['above']}成{groups['below']}") or Decimal(0))
            else:
                value = _decimal(groups["value"])
                if value is None:
                    continue
            found.append(_compared(words, start, end, value, None, None, rule.unit, rule.id, "", rules))
    return found


def _apart(found: list[QuantityMention]) -> list[QuantityMention]:
    """Of forms that overlap (七成三分之一) the first."""
    kept: list[QuantityMention] = []
    for quantity in sorted(found, key=lambda q: q.start):
        if not kept or kept[-1].end <= quantity.start:
            kept.append(quantity)
    return kept


def _decimal(numeral: str) -> Decimal | None:
    value = parse_numeral(numeral)
    return value if isinstance(value, Decimal) else None


def _read(words: str, start: int, end: int, rules: RuleSet) -> QuantityMention | None:
    """The quantity whose numeral is `[start, end)`, or None where the numeral counts nothing."""
    numeral = words[start:end]
    arabic = numeral[0].isdigit() or numeral in "lI"
    before = words[start - 1 : start]
    if before and (
        before in "Xx*第.#" or (arabic and before.isascii() and before.isalpha()) or (before == "-" and arabic)
    ):
        return None
    if numeral == "零":
        return None
    value = Decimal(1) if numeral in "lI" else _decimal(numeral)
    if value is None:
        return None
    units = unit_table(rules)
    behind = _RANGE.match(words, end)
    at = comparators(rules).inside_at(words, end)
    unit_found = units.at(words, at, arabic=arabic)
    if behind and not unit_found:
        return _range(words, start, end, behind.end(), value, None, rules)
    if not unit_found:
        return None
    unit, stop = unit_found
    name, stop = units.bracketed(words, stop, unit)
    again = _RANGE.match(words, stop)
    if again:
        spread = _range(words, start, end, again.end(), value, unit, rules)
        if spread:
            return spread
    if set_phrases(rules).covers(words, start, stop):
        return None
    quantity = _compared(words, start, stop, value, None, None, name, unit.rule, words[end:at], rules)
    if set(numeral) <= _ROUND and quantity.op == "=":
        return None
    return quantity


def _series(words: str, first: regex.Match[str], rules: RuleSet) -> list[QuantityMention]:
    """Numbers that share the unit behind the last: 分别提高8.1、1.4、2.7个百分点, 不高于10、35、50毫克/立方米.

    Only of measured units, where 分别 or a comparator in front says that each number is a value of its own.
    """
    series = _SERIES.match(words, first.start())
    if not series or words[first.start() - 1 : first.start()] in _NO_NUMBER_BEHIND:
        return []
    found = unit_table(rules).at(words, series.end(), arabic=True)
    if found is None or found[0].dimension in ("counter", "people"):
        return []
    unit, stop = found
    clause, _ = clauses(words).clause(first.start())
    spans = [match.span() for match in _PLAIN_NUMBER.finditer(words, *series.span())]
    lead = _compared(words, spans[0][0], stop, None, None, None, unit.name, unit.rule, "", rules)
    if lead.op == "=" and "分别" not in words[clause : first.start()]:
        return []
    return [
        replace(
            lead,
            start=start,
            end=stop if end == series.end() else end,
            value=_decimal(words[start:end]),
            op_start=lead.op_start if start == spans[0][0] else start,
            op_end=lead.op_end if end == series.end() else end,
        )
        for start, end in spans
    ]


def _range(
    words: str, start: int, end: int, second: int, low: Decimal, first_unit: Unit | None, rules: RuleSet
) -> QuantityMention | None:
    """`5-10万元`, `300万~500万元`, `3至5个`, `20%-30%`: both ends in one unit."""
    match = _NUMBER.match(words, second)
    if not match:
        return None
    high = _decimal(match[0])
    found = unit_table(rules).at(words, match.end(), arabic=match[0][0].isdigit())
    if high is None or found is None:
        return None
    unit, stop = found
    if first_unit and first_unit.name != unit.name:
        return None
    if first_unit and words[max(0, start - 1) : start] in ("由", "从", "自"):
        return None  # 由30个到50个 changes a level
    scale = _MULTIPLIER.search(match[0])
    if scale and not first_unit and not _MULTIPLIER.search(words[start:end]) and low < high:
        # GB/T 15835 calls 5-10万 ambiguous; it is read as 50000-100000, and the audit says so.
        power = _decimal("1" + scale[0])
        low = low * power if power else low
    if low > high or set_phrases(rules).covers(words, start, stop):
        return None
    return _compared(words, start, stop, None, low, high, unit.name, unit.rule, "", rules)


def _compared(
    words: str,
    start: int,
    end: int,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    unit: str,
    rule: str,
    inside: str,
    rules: RuleSet,
) -> QuantityMention:
    """Adds the comparator from the words around, and the rate behind."""
    after, stop = rate_after(words, end, unit_table(rules))
    comparison = comparators(rules).around(words, start, stop, inside)
    return QuantityMention(
        start,
        end,
        value,
        low,
        high,
        unit,
        "range" if low is not None else comparison.op,
        comparison.words,
        tuple(after),
        rule,
        comparison.start,
        max(comparison.end, stop),
        comparison.rule,
    )
