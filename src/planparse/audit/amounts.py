"""`Amount`: a figure as arithmetic sees it — an exact value, how finely it is stated, and the words around it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from planparse.models import Figure, Time

__all__ = [
    "LONGEST_LEAD",
    "SEPARATOR",
    "Amount",
    "NumberStep",
    "brackets_open",
    "counted_per",
    "number_step",
    "same_noun",
]

# What ends the words that belong to an amount; a comma between digits belongs to the number.
_MARKS = r"、；;。：:！？!?\n()（）\[\]"
SEPARATOR = lazy_plain_pattern(rf"[{_MARKS},，](?:(?<=[{_MARKS}])|(?<![0-9][,，])|(?![0-9]{{3}}(?![0-9])))")
_LAST_SEPARATOR = lazy_pattern(rf"(?r)(?:[{_MARKS}]|(?<![0-9])[,，]|[,，](?![0-9]{{3}}(?![0-9])))")
# The words that lead an amount in are not longer, and a separator before them is looked for as far as this.
LONGEST_LEAD = 200
_NEAR = 60

_NUMERAL = lazy_plain_pattern(r"[0-9０-９]++(?:[,，][0-9]{3})*+(?:[.．]([0-9]++))?+\s*+([万亿千百萬億]*+)")
_MULTIPLIERS = {"百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
# 每个补助3万元: 每 and the counting word, not far before the numeral.
_EVERY = "每"
_EACH = lazy_pattern(rf"{_EVERY}(\p{{Han}})\p{{Han}}{{0,6}}+$")
_WORDS = lazy_pattern(r"[^\W\d_]++")


_T = TypeVar("_T")


class _once(Generic[_T]):  # noqa: N801 - a decorator
    """`cached_property` without its lock, which takes longer than most of what is found out here."""

    def __init__(self, find: Callable[[Any], _T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, amount: Any, owner: type) -> _T:
        found = amount.__dict__[self._name] = self._find(amount)
        return found


class NumberStep(Record):
    """What the last written digit is worth (1.5万 → 1000), and whether there are digits behind the point."""

    __slots__ = ("decimals", "size")

    def __init__(self, size: Decimal, decimals: bool) -> None:
        self.size = size
        self.decimals = decimals


class Amount:
    """A figure with one exact value. `start:end` is its quantity in the clean `text`, half-open.

    `first` is where its plan begins, `before` where its sentence does, `after` where the next amount stands. `kind`
    names what may be added up: the unit, or the first of the counting words that count the same things. `time` is the
    calendar time that leads it in (2016年建设12个).

    The rest is found out when it is asked, as most amounts have nothing to do with another.
    """

    def __init__(
        self,
        figure: Figure,
        text: str,
        start: int,
        end: int,
        first: int,
        before: int,
        after: int,
        kind: str,
        sentence: int,
        time: Time | None,
    ) -> None:
        self.figure = figure
        self.text = text
        self.start = start
        self.end = end
        self.first = first
        self.before = before
        self.after = after
        self.kind = kind
        self.sentence = sentence
        self.time = time

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id

    @_once
    def value(self) -> Decimal:
        """The one value."""
        return Decimal(str(self.figure.quantity.value))

    @_once
    def per(self) -> tuple[str, ...]:
        """What it is counted per."""
        # Most have 每 nowhere near, which is seen without their lead.
        start = self.start
        is_near = self.text.find(_EVERY, start - LONGEST_LEAD if start > LONGEST_LEAD else 0, start) >= 0
        return counted_per(self.figure, self.lead if is_near else "")

    @_once
    def lead_start(self) -> int:
        """Where the words that lead it in begin: behind a separator or a paragraph's end."""
        text, start, floor = self.text, self.start, self.first
        if floor < start - LONGEST_LEAD:
            floor = start - LONGEST_LEAD
        floor = text.rfind("\n", floor, start) + 1 or floor
        separator = _LAST_SEPARATOR.search(text, start - _NEAR if floor < start - _NEAR else floor, start)
        return separator.end() if separator else floor

    def is_led_by(self, sign: str) -> bool:
        """Whether a character is among the words that lead it in.

        Most have it nowhere near, or no nearer than a separator, which is seen without these words.
        """
        text, start = self.text, self.start
        at = text.rfind(sign, start - LONGEST_LEAD if start > LONGEST_LEAD else 0, start)
        if at < 0:
            return False
        near = at if at > start - _NEAR else start - _NEAR
        if near >= 0 and (text.find("。", near, start) >= 0 or text.find("、", near, start) >= 0):
            return False
        return sign in self.lead

    @property
    def lead(self) -> str:
        """The words between the separator before it and the numeral."""
        return self.text[self.lead_start : self.start]

    @_once
    def tail(self) -> str:
        """The words behind it up to the next separator or amount."""
        separator = SEPARATOR.search(self.text, self.end, self.after)
        return self.text[self.end : separator.start() if separator else self.after]

    @_once
    def depth(self) -> int:
        """How many brackets are open around it."""
        return brackets_open(self.text, self.before, self.start)

    @_once
    def step(self) -> NumberStep:
        """How finely the amount is stated."""
        return number_step(self.text[self.start : self.end])

    @property
    def rough(self) -> bool:
        """Whether the text gives the amount only roughly (约)."""
        return self.figure.quantity.op == "~"

    @property
    def one_sided(self) -> bool:
        """Whether the text gives a bound rather than an amount (以上, 余, 不超过)."""
        return self.figure.quantity.op in {">", ">=", "<", "<="}

    @_once
    def noun(self) -> str:
        """The counted thing's own words: what follows the unit, else what the figure is said to count."""
        match = _WORDS.match(self.tail.strip())
        return match.group() if match else (self.figure.indicator or "")


def brackets_open(text: str, start: int, end: int) -> int:
    """How many more brackets `text[start:end]` opens than it closes."""
    return text.count("(", start, end) - text.count(")", start, end)


def counted_per(figure: Figure, lead: str) -> tuple[str, ...]:
    """What a figure is counted per: as it says itself, or 每个, 每处 before it; 30户 per 户 is no rate."""
    quantity = figure.quantity
    named = tuple([thing for thing in quantity.per if thing != quantity.unit]) if quantity.per else ()
    if named or _EVERY not in lead:
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
