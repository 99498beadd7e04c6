"""Quantities: every amount that the text states of something countable or measurable.

One pass finds the numerals; a unit must stand behind each (or be in its form: 百分之七十, 8:1:1). What belongs to a
time, a title, a slogan or a set phrase counts nothing. Comparators and rates are read from the clause around.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from planparse.mentions.comparators import comparators
from planparse.mentions.heading_numbers import amount_start
from planparse.mentions.model import QuantityMention
from planparse.mentions.numerals import FORMAL_DIGITS, LONE, MULTIPLIER, PLAIN, decimal_of, range_of, stretches
from planparse.mentions.openings import OTHER
from planparse.mentions.quantity_forms import Form, behind_one, forms_in
from planparse.mentions.quantity_rows import read_together
from planparse.mentions.quantity_series import SERIES_SIGNS, series_at
from planparse.mentions.rates import rate_after
from planparse.mentions.set_phrases import named_stretches, set_phrases
from planparse.mentions.stretches import Stretches
from planparse.mentions.torn import is_torn
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planparse.cleaning import CleanText
    from planparse.mentions.units import Unit
    from planparse.rules import RuleSet

__all__ = ["find_quantities"]

_NUMBER = lazy_quick_pattern(PLAIN)
# A lone l between Chinese characters may be an OCR slip for 1 (l处); the unit behind it decides. I类 names a class.
_CANDIDATE = lazy_quick_pattern(rf"{PLAIN}|(?<=[一-龥])[lI](?=[一-龥])(?![类级型期])")
# 零 alone counts nothing, and l is a slip for 1.
_OWN_VALUES = {"零": None, "l": Decimal(1), "I": Decimal(1)}
_NO_NUMERAL_BEHIND = frozenset("Xx*第.#")
_NO_FIGURE_BEHIND = _NO_NUMERAL_BEHIND.union("-", ascii_letters)
_NO_SERIES_BEHIND = _NO_NUMERAL_BEHIND.union("-")
# All that `str.isspace` tells.
_BLANKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000").union(
    map(chr, range(0x2000, 0x200B))
)
_RANGE_SIGNS = frozenset("-~至到")
# What may stand in front of the second number of a range, the bracket of 3(不含)至5 among it.
_BEFORE_SECOND = _RANGE_SIGNS.union("(", _BLANKS)
_RANGE = lazy_pattern(rf"\s?(?:\(不?含\))?[{''.join(sorted(_RANGE_SIGNS))}]\s?(?=[\d一二三四五六七八九十百])")
_RATE_SIGNS = frozenset("/每")
_SCALE = lazy_pattern(MULTIPLIER)
# What makes a noun of a measure word: 人员, 人口, 人群, 个人, 个体, 户主, 部门.
_NO_MEASURE = frozenset("员口均群才士人体主门")
# A numeral that is only 百/千/万/亿 speaks in round words (百家企业) unless a comparator bounds it (近千人).
_ROUND = frozenset("百千万亿")


def find_quantities(text: CleanText, taken: Sequence[tuple[int, int]], rules: RuleSet) -> list[QuantityMention]:
    """The quantities of a clean text in order; `taken` are the spans of its times, sorted, in which none is read."""
    return _Reader(text.text, rules).quantities(taken)


class _Reader:
    """Reads the quantities of one text by the tables of a set of rules."""

    def __init__(self, words: str, rules: RuleSet) -> None:
        self.words = words
        self.rules = rules
        self.units = unit_table(rules)
        self.comparators = comparators(rules)
        self.phrases = set_phrases(rules)
        self.inside, self.followers, self.followers_of_one = _followers(rules)
        self.stretches = _stretches(rules)

    def quantities(self, taken: Sequence[tuple[int, int]]) -> list[QuantityMention]:
        """All quantities outside of the stretches `taken`, of titles and of short quotations, in order."""
        words = self.words
        named = named_stretches(words)
        blocked = Stretches([*taken, *named])
        numerals = blocked.outside(self.stretches.finditer(words))
        forms = forms_in(words, numerals, self.rules)
        forms = [form for form in forms if not blocked.overlap(*form.whole)]
        found = [self._of_form(form) for form in _apart(forms)]
        closed = Stretches([(form.start, form.end) for form in found]) if found else None
        position = 0
        for start, end, follower, free in self._countable(numerals):
            if start < position or (end > free and blocked.overlap(start, end)):
                continue
            if closed and closed.overlap(start, end):
                continue
            read: Sequence[QuantityMention] = self._series(start) if follower in SERIES_SIGNS else ()
            if not read:
                if (single := self._read(start, end, follower)) is None:
                    continue
                read = (single,)
            for quantity in read:
                if quantity.end <= free or not blocked.overlap(quantity.start, quantity.end):
                    found.append(quantity)
                    position = quantity.op_end
        if closed:
            found.sort(key=lambda q: q.start)
        return read_together(words, found)

    def _countable(self, stretches: Iterable[tuple[int, int, int | None, int]]) -> Iterator[tuple[int, int, str, int]]:
        """The numerals in the `stretches` that something follows which they can count: where each begins and ends, what
        follows, and up to where no span lies behind the beginning that is blocked."""
        words, followers, followers_of_one = self.words, self.followers, self.followers_of_one
        for first, last, kind, free in stretches:
            follower = words[last : last + 1]
            if kind:
                if follower in (followers if kind != LONE else followers_of_one):
                    yield first, last, follower, free
                continue
            can_count = follower in followers
            if not can_count and followers.isdisjoint(words[first + 1 : last]):
                continue
            at = first
            while at < last:
                if (match := _CANDIDATE.match(words, at)) is None:
                    at += 1
                    continue
                start, at = match.span()
                if can_count if at == last else words[at] in followers:
                    yield start, at, words[at : at + 1], free

    def _read(self, start: int, end: int, follower: str) -> QuantityMention | None:
        """The quantity whose numeral is `[start, end)`, in front of `follower`; None where the numeral counts
        nothing."""
        words = self.words
        before = words[start - 1 : start]
        if before in "\n" and (start := amount_start(words, start, end, self.units)) == end:
            return None
        numeral = words[start:end]
        arabic = numeral[0].isdigit() or numeral in "lI"
        if before in (_NO_FIGURE_BEHIND if arabic else _NO_NUMERAL_BEHIND) or (before == " " and is_torn(words, start)):
            return None
        at, inside, scale = end, "", None
        if follower in self.inside:
            at = self.comparators.inside_at(words, end)
            # 500余万元: the multiplier stands behind 余.
            inside = words[end:at]
            scale = _SCALE.match(words, at) if inside else None
            at = scale.end() if scale else at
            follower = words[at : at + 1]
        unit_found = self.units.at(words, at, arabic=arabic)
        if unit_found is None:
            can_go_on = not inside and follower in _BEFORE_SECOND and numeral != "零"
            return self._range(start, end, end, None, None) if can_go_on else None
        if inside and len(inside) > 1 and not _is_counted(words, *unit_found):
            return None
        value = _OWN_VALUES[numeral] if numeral in _OWN_VALUES else decimal_of(numeral)
        if value is None:
            return None
        if scale and (power := decimal_of("1" + scale[0])):
            value *= power
        unit, stop = unit_found
        if follower == "个" and stop == at + 1 and (parted := self.units.parted(words, stop, self.comparators.after)):
            unit, stop, inside = parted
        if not arabic and numeral in FORMAL_DIGITS and unit.dimension != "money":
            return None  # 执法队伍对…, 大陆台企: alone, what writes sums is part of a word
        name = unit.name
        if words[stop : stop + 1] in _BEFORE_SECOND:
            name, stop = self.units.bracketed(words, stop, unit)
            if spread := self._range(start, end, stop, value, unit):
                return spread
        if before == "含" and _is_included(words, start, stop):
            return None
        if self.phrases.covers(words, start, stop):
            return None
        quantity = self._compared(start, stop, value, None, None, name, unit.rule, inside)
        return None if not arabic and quantity.op == "=" and _ROUND.issuperset(numeral) else quantity

    def _series(self, first: int) -> list[QuantityMention]:
        """Numbers that share the unit behind the last: 分别提高8.1、1.4、2.7个百分点, 不高于10、35、50毫克/立方米.

        Only where 分别 or, of measured units, a comparator in front says that each number is a value of its own.
        """
        words = self.words
        if words[first - 1 : first] in _NO_SERIES_BEHIND or not (series := series_at(words, first, self.units)):
            return []
        lead = self._compared(first, series.stop, None, None, None, series.unit.name, series.unit.rule, "")
        if not series.is_apart and lead.op == "=":
            return []
        last = len(series.numbers) - 1
        return [
            lead.replaced(
                start=start,
                end=series.stop if at == last else end,
                value=value,
                op_start=start if at else lead.op_start,
                op_end=lead.op_end if at == last else end,
            )
            for at, (start, end, value) in enumerate(series.numbers)
        ]

    def _of_form(self, form: Form) -> QuantityMention:
        """The quantity of a form; a comparator between it and its noun (300余农民) is told of."""
        said = self._compared(form.start, form.end, form.value, form.low, form.high, form.unit, form.rule, form.inside)
        said.op_end = max(said.op_end, form.stop)
        return said

    def _range(
        self, start: int, end: int, stop: int, low: Decimal | None, first: Unit | None
    ) -> QuantityMention | None:
        """`5-10万元`, `300万~500万元`, `3至5个`, `20%-30%`: both ends in one unit.

        The near end is the numeral `[start, end)`, or worth `low` with the unit `first` that ends at `stop`.
        """
        words = self.words
        sign = _RANGE.match(words, stop)
        match = _NUMBER.match(words, sign.end()) if sign else None
        if not match:
            return None
        ends = range_of(words[start:end], match[0]) if low is None else _ends(low, decimal_of(match[0]))
        found = self.units.at(words, match.end(), arabic=match[0][0].isdigit())
        if ends is None or found is None:
            return None
        unit, stop = found
        if first and first.name != unit.name:
            return None
        if first and words[max(0, start - 1) : start] in ("由", "从", "自"):
            return None  # 由30个到50个 changes a level
        if self.phrases.covers(words, start, stop):
            return None
        return self._compared(start, stop, None, *ends, unit.name, unit.rule, "")

    def _compared(
        self,
        start: int,
        end: int,
        value: Decimal | None,
        low: Decimal | None,
        high: Decimal | None,
        unit: str,
        rule: str,
        inside: str,
    ) -> QuantityMention:
        """Adds the comparator from the words around, and the rate behind."""
        words = self.words
        per: Sequence[str] = ()
        stop = end
        if words[end : end + 1] in _RATE_SIGNS:
            per, stop = rate_after(words, end, self.units)
        said = self.comparators.around(words, start, stop, inside)
        if said is None or unit in self.comparators.not_of.get(said.rule, ()):
            op, op_text, op_start, op_end, op_rule = "=", None, start, stop, None
        else:
            op, op_text, op_start, op_end, op_rule = said.op, said.words, said.start, said.end, said.rule
        if low is not None:
            op = "range"
        return QuantityMention(
            start, end, value, low, high, unit, op, op_text, tuple(per), rule, op_start, op_end, op_rule
        )


@cache
def _followers(rules: RuleSet) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """With what begins a word between numeral and unit (余, 多); with what all that follows a numeral that counts: such
    a word, a unit, the sign of a range, the next of a series; and what follows one character, which begins no series.
    """
    inside = frozenset(word[0] for word in comparators(rules).inside)
    of_one = inside.union(unit_table(rules).by_first, _RANGE_SIGNS, _BLANKS)
    return inside, of_one | SERIES_SIGNS, of_one


@cache
def _stretches(rules: RuleSet) -> re.Pattern[str]:
    """Where numerals begin, and on; of single characters (一, 三) those that something follows which they can count."""
    on = behind_one(rules).union(_followers(rules)[2])
    return stretches(rf"[{re.escape(''.join(sorted(on)))}]|\Z" if OTHER not in on else "")


def _is_counted(words: str, unit: Unit, stop: int) -> bool:
    """Whether a unit behind 以上 or 左右 is counted (40以上户), and does not name whom a score is of (90以上企业)."""
    return unit.rule in ("quantity/people", "quantity/counter") and words[stop : stop + 1] not in _NO_MEASURE


def _is_included(words: str, start: int, end: int) -> bool:
    """Whether a bracket only says a bound again, to include it or not: 95%以上(含95%) is one amount."""
    return words[start - 1 : start] == "含" and words[end : end + 1] == ")" and words[start - 2 : start - 1] in "(不"


def _ends(low: Decimal, high: Decimal | None) -> tuple[Decimal, Decimal] | None:
    return None if high is None or low > high else (low, high)


def _apart(forms: list[Form]) -> list[Form]:
    """Of forms that overlap (七成三分之一) the first."""
    kept: list[Form] = []
    for form in forms:
        if not kept or kept[-1].end <= form.start:
            kept.append(form)
    return kept
