"""`Amount`: a figure as arithmetic sees it — an exact value, how finely it is stated, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planparse.models import Figure, Time  # noqa: TC001 - the types of fields
from planparse.patterns import lazy_pattern

__all__ = ["Amount", "NumberStep", "counted_per", "number_step", "same_noun"]

_NUMERAL = lazy_pattern(r"[0-9０-９]++(?:[,，][0-9]{3})*+(?:[.．]([0-9]++))?+\s*+([万亿千百萬億]*+)")
_MULTIPLIERS = {"百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
# 每个补助3万元: 每 and the counting word, not far before the numeral.
_EACH = lazy_pattern(r"每(\p{Han})\p{Han}{0,6}+$")
_WORDS = lazy_pattern(r"[^\W\d_]++")


@dataclass(frozen=True, slots=True)
class NumberStep:
    """What the last written digit is worth (1.5万 → 1000), and whether there are digits behind the point."""

    size: Decimal
    decimals: bool


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """A figure with one exact value. `start:end` is its quantity in the clean text, half-open.

    `kind` names what may be added up: the unit, or the first of the counting words that count the same things. `per`
    is what it is counted per, `written` its clean words. `lead` are the words between the separator before it
    and the numeral, `tail` those up to the next separator or amount; `depth` counts the brackets open around it;
    `time` is the calendar time that leads it in (2016年建设12个).
    """

    figure: Figure
    start: int
    end: int
    value: Decimal
    kind: str
    per: tuple[str, ...]
    written: str
    lead: str
    lead_start: int
    tail: str
    depth: int
    sentence: int
    time: Time | None

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id

    @property
    def step(self) -> NumberStep:
        """How finely the amount is stated."""
        return number_step(self.written)

    @property
    def rough(self) -> bool:
        """Whether the text gives the amount only roughly (约)."""
        return self.figure.quantity.op == "~"

    @property
    def one_sided(self) -> bool:
        """Whether the text gives a bound rather than an amount (以上, 余, 不超过)."""
        return self.figure.quantity.op in {">", ">=", "<", "<="}

    @property
    def noun(self) -> str:
        """The counted thing's own words: what follows the unit, else what the figure is said to count."""
        match = _WORDS.match(self.tail.strip())
        return match.group() if match else (self.figure.indicator or "")


def counted_per(figure: Figure, lead: str) -> tuple[str, ...]:
    """What a figure is counted per: as it says itself, or 每个, 每处 before it; 30户 per 户 is no rate."""
    quantity = figure.quantity
    named = tuple(thing for thing in quantity.per if thing != quantity.unit)
    if named or "每" not in lead:
        return named
    each = _EACH.search(lead)
    return (each.group(1),) if each and each.group(1) != quantity.unit else ()


def number_step(written: str) -> NumberStep:
    """How finely a quantity is stated, from its clean words; a numeral in Chinese counts whole units."""
    match = _NUMERAL.search(written)
    if match is None:
        return NumberStep(Decimal(1), decimals=False)
    places = -len(match.group(1) or "") + sum(_MULTIPLIERS[char] for char in match.group(2))
    return NumberStep(Decimal(1).scaleb(places), decimals=bool(match.group(1)))


def same_noun(one: str, other: str) -> bool:
    """Whether two amounts count the same thing: one noun begins with the other (村, 村庄), or ends with it (贫困村)."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short) or one[:2] == other[:2]
