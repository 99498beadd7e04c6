"""The unit that stands behind a numeral: the longest one known, by rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern
from planparse.rules.families.units import UnitRule

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from fractions import Fraction

    from planparse.rules import RuleSet

__all__ = ["Unit", "UnitTable", "unit_table"]

# Places count without a measure word, and only in figures: 80村, but 三区三线.
_PLACES = "quantity/place"
_POINTS = "百分点"
# Other measure words in brackets belong to the unit: 台(套), 头(只、匹). Of 县(市、区) they do not: the noun explains
# itself.
_BRACKETED = lazy_pattern(r"\(([一-龥]{1,2}(?:、[一-龥]{1,2}){0,2})\)")


class Unit:
    """The unit that a written form is a spelling of, what it measures, and the rule that knows it."""

    def __init__(
        self, name: str, rule: UnitRule, compounds: tuple[str, ...], never: tuple[str, ...], *, is_latin: bool
    ) -> None:
        self.name = name
        self.dimension: str = rule.dimension
        self.base: str | None = rule.base
        self.factor: Fraction | None = rule.units.get(name)
        self.rule = rule.id
        self.arabic_only = rule.arabic_only
        self.compounds = compounds
        self.never = never
        self.is_latin = is_latin
        is_sure = not (never or is_latin)
        behind_word = is_sure and not (compounds or rule.arabic_only)
        behind_figure = is_sure and not (compounds and not self.is_measure)
        self.is_sure_behind = behind_word, behind_figure
        """Whether the written form is a unit behind any word and behind any figure, whatever stands around."""

    @property
    def is_measure(self) -> bool:
        """Whether behind a figure it is a measure word (5家乡镇企业); 三 or 一 may have a word behind it (一家乡镇)."""
        return self.rule != _PLACES and self.dimension in ("counter", "people")


class UnitTable:
    """All units by their written forms; `by_first` has how long those are that begin with a character."""

    def __init__(self, by_word: dict[str, Unit], by_first: dict[str, tuple[int, ...]]) -> None:
        self.by_word = by_word
        self.by_first = by_first

    def at(self, text: str, offset: int, *, arabic: bool) -> tuple[Unit, int] | None:
        """The longest unit that begins at `offset` of clean `text`, and where it ends; None where none does."""
        by_word = self.by_word
        for length in self.by_first.get(text[offset : offset + 1], ()):
            end = offset + length
            unit = by_word.get(text[offset:end])
            if unit is None or end > len(text):
                continue
            if unit.is_sure_behind[arabic] or _is_unit(unit, text, offset, end, arabic):
                return unit, end
        return None

    def parted(self, text: str, end: int, between: Container[str]) -> tuple[Unit, int, str] | None:
        """The unit 个百分点 whose 个 ends at `end`, behind one of the words `between` its parts (10个以上百分点).

        With it where it ends, and that word; None where there is none.
        """
        rest = text.find(_POINTS, end + 1, end + 3 + len(_POINTS))
        unit = self.by_word.get(f"个{_POINTS}") if rest > 0 and text[end:rest] in between else None
        return (unit, rest + len(_POINTS), text[end:rest]) if unit else None

    def bracketed(self, text: str, end: int, unit: Unit) -> tuple[str, int]:
        """The unit's name with other measure words behind it in brackets (`台(套)`), and where that ends."""
        match = _BRACKETED.match(text, end) if text.startswith("(", end) and not unit.arabic_only else None
        if match and all(self._is_like(word, unit) for word in match[1].split("、")):
            return unit.name + match[0], match.end()
        return unit.name, end

    def _is_like(self, word: str, unit: Unit) -> bool:
        """Whether a word is a unit by the same rule, and one behind any numeral."""
        other = self.by_word.get(word)
        return other is not None and other.rule == unit.rule and not other.arabic_only


def _is_unit(unit: Unit, text: str, offset: int, end: int, arabic: bool) -> bool:
    """Whether the written form of a unit that stands at `[offset, end)` behind a numeral is no part of another word."""
    if unit.arabic_only and not arabic and (end - offset == 1 or unit.rule == _PLACES):
        return False
    if unit.never and text.startswith(unit.never, offset):
        return False
    if unit.compounds and text.startswith(unit.compounds, offset) and not (arabic and unit.is_measure):
        return False
    return not (unit.is_latin and text[end : end + 1].isalnum() and text[end].isascii())


@cache
def unit_table(rules: RuleSet) -> UnitTable:
    """The units of a set of rules; where two groups know a word, the later one has it."""
    by_word: dict[str, Unit] = {}
    for rule in rules.of(UnitRule):
        compounds, never = _by_first(rule.compounds), _by_first(rule.never)
        spellings = {**{name: name for name in rule.units}, **rule.aliases}
        for written, name in spellings.items():
            by_word[written] = Unit(
                name,
                rule,
                tuple(word for word in compounds.get(written[0], ()) if word.startswith(written)),
                tuple(word for word in never.get(written[0], ()) if word.startswith(written)),
                is_latin=written.isascii() and written.isalpha(),
            )
    lengths = {first: {len(word) for word in words} for first, words in _by_first(by_word).items()}
    return UnitTable(by_word, {first: tuple(sorted(them, reverse=True)) for first, them in lengths.items()})


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """The words by their first character."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word)
    return by_first
