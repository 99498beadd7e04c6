"""`Passage`: a plan's stretch of clean text with its amounts in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from planparse.audit.amounts import LONGEST_LEAD, SEPARATOR, Amount
from planparse.audit.cues import Cues, alike_units
from planparse.audit.listed import parts_after
from planparse.patterns import lazy_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.models import Figure, Time
    from planparse.rules import RuleSet

__all__ = ["Passage", "Placed"]

_SENTENCE_ENDS = "。！？!?"
# Amounts between a total and what it is the total of: more lie between in no plan, and looking further costs time.
FAR = 200
# Beyond, a sentence is none, and to go through it once for each amount would take quadratic time.
_LONGEST_SENTENCE = 1000
# No list of a plan is longer; in a text made of nothing but cues and amounts each would be held against all others.
_MOST_PARTS = 40
_DIGITS = lazy_pattern(r"(?<![0-9.A-Za-z〔\[])[0-9]++(?![0-9]*+(?:[)）、．]|\.(?![0-9])))")


class Placed(Record):
    """Where a plan, its figures and its times stand in the clean text; these in the order of their offsets.

    `naming` are the cells of tables that name or number what others count.
    """

    __slots__ = ("end", "figures", "naming", "start", "times")

    def __init__(
        self,
        start: int,
        end: int,
        figures: list[tuple[int, int, Figure]],
        times: list[tuple[int, int, Time]],
        naming: list[tuple[int, int]],
    ) -> None:
        self.start = start
        self.end = end
        self.figures = figures
        self.times = times
        self.naming = naming


class Passage:
    """`start:end` of the clean text, with its amounts and where each begins.

    `sentences` are the offsets at which sentences begin, `times` (start, end, time) in reading order. `totals` and
    `rests` are the amounts that a cue of that kind leads in (共建设20座, 其余30户), in order.
    """

    def __init__(self, placed: Placed, words: str, cues: Cues, rules: RuleSet) -> None:
        """Every figure of a plan with one value is an amount; `words` are the clean text."""
        self.text = words
        self.start, self.end, self.times = placed.start, placed.end, placed.times
        self.sentences = _sentences(words, self.start, self.end)
        self.amounts = _amounts(words, (self.start, self.end), placed.figures, self.sentences, self.times, rules)
        self.starts = [amount.start for amount in self.amounts]
        self.totals = _led_in(self.amounts, self.starts, cues.starts("total"))
        self.rests = _led_in(self.amounts, self.starts, cues.starts("rest"))
        self.cues = cues
        self.rules = rules

    @cached_property
    def changes(self) -> list[int]:
        """The places of the amounts that are the first behind a word of rise or fall, in order."""
        told = (*self.cues.starts("rise"), *self.cues.starts("fall"))
        places = {bisect_right(self.starts, cue) for cue in told if self.start <= cue < self.end}
        return sorted(place for place in places if place < len(self.starts))

    @cached_property
    def lists(self) -> list[tuple[Amount, list[Amount]]]:
        """The totals in front of 其中, each with the parts behind it."""
        cues = self.cues.between("among", self.start, self.end)
        return [found for cue in cues for found in parts_after(self, cue)]

    def between(self, start: int, end: int) -> list[Amount]:
        """The amounts whose quantity begins in `[start, end)`."""
        first = bisect_left(self.starts, start)
        return self.amounts[first : bisect_left(self.starts, end, first)]

    def behind(self, start: int, end: int) -> list[Amount]:
        """The first amounts of `between`, as many as a list has parts."""
        first = bisect_left(self.starts, start)
        return self.amounts[first : min(bisect_left(self.starts, end, first), first + _MOST_PARTS)]

    def in_front(self, start: int, end: int) -> list[Amount]:
        """The last amounts of `between`, as many as a list has parts."""
        last = bisect_left(self.starts, end)
        return self.amounts[max(bisect_left(self.starts, start, 0, last), last - _MOST_PARTS) : last]

    def before(self, amount: Amount) -> list[Amount]:
        """The amounts before `amount`, the nearest last, as far back as a plan refers to its own figures."""
        place = bisect_left(self.starts, amount.start)
        return self.amounts[max(place - FAR, 0) : place]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds `offset`."""
        return max(bisect_right(self.sentences, offset) - 1, 0)

    def sentence(self, number: int) -> tuple[int, int]:
        """Where sentence `number` begins and ends."""
        following = number + 1
        return self.sentences[number], self.sentences[following] if following < len(self.sentences) else self.end

    def line(self, offset: int) -> tuple[int, int]:
        """Where the paragraph that holds `offset` begins and ends."""
        begin = self.text.rfind("\n", self.start, offset) + 1
        end = self.text.find("\n", offset, self.end)
        return max(begin, self.start), self.end if end < 0 else end

    def same_line(self, start: int, end: int) -> bool:
        """Whether no paragraph ends between two offsets."""
        return self.text.find("\n", start, end) < 0

    def clause(self, amount: Amount) -> str:
        """The words of the amount's own clause, from separator to separator."""
        return amount.lead + self.text[amount.start : amount.end] + amount.tail

    def unread(self, start: int, end: int) -> bool:
        """Whether digits stand in `[start, end)` that belong to no figure and no time.

        A sum over such a stretch may lack a part: what was not read cannot be held against the plan.
        """
        for match in _DIGITS.finditer(self.text, start, end):
            at = match.start()
            amount = bisect_right(self.starts, at) - 1
            if amount >= 0 and at < self.amounts[amount].end:
                continue
            time = bisect_right(self.times, at, key=itemgetter(0)) - 1
            if time < 0 or at >= self.times[time][1]:
                return True
        return False


def _sentences(text: str, start: int, end: int) -> list[int]:
    """The offsets at which the sentences of a stretch begin: its own, and behind each end of a sentence or a line."""
    words = text[start:end]
    for mark in _SENTENCE_ENDS:
        words = words.replace(mark, "\n")
    begun = [*accumulate([len(sentence) + 1 for sentence in words.split("\n")], initial=start)]
    # Where the last one ends, and where that is an end of the stretch too.
    del begun[-1]
    if len(begun) > 1 and begun[-1] == end:
        del begun[-1]
    return begun


def _amounts(
    text: str,
    whole: tuple[int, int],
    placed: list[tuple[int, int, Figure]],
    sentences: list[int],
    times: list[tuple[int, int, Time]],
    rules: RuleSet,
) -> list[Amount]:
    """The amounts of the passage `whole`, from its figures in order."""
    amounts: list[Amount] = []
    alike = alike_units(rules)
    kinds: dict[str, str] = {}
    first, last = whole
    # Figures, times and sentences come in order: the last of these two that begins in front of a figure is near that of
    # the figure before.
    nearest, sentence = -1, 0
    last_time, last_sentence = len(times) - 1, len(sentences) - 1
    before = first
    afters = [start for start, _, _ in placed]
    afters.append(last)
    for place, (start, end, figure) in enumerate(placed, 1):
        quantity = figure.quantity
        if quantity.value is not None:
            while nearest < last_time and times[nearest + 1][0] < start:
                nearest += 1
            time = None
            if nearest >= 0 and times[nearest][0] >= before:
                time = _leading_time(text, times[nearest], start)
            while sentence < last_sentence and sentences[sentence + 1] <= start:
                sentence += 1
            opening = sentences[sentence]
            if opening < start - _LONGEST_SENTENCE:
                opening = start - _LONGEST_SENTENCE
            unit = quantity.unit
            if (kind := kinds.get(unit)) is None:
                counted = unit.removeprefix("个") or unit
                kind = kinds[unit] = alike.get(counted, counted)
            amount = Amount(figure, text, start, end, first, opening, afters[place], kind, sentence, time)
            # 2016年1200户4500人: what leads the first of a clause's amounts in leads all of them.
            if time is None and amounts and amounts[-1].time and amount.lead_start < before:
                amount.time = amounts[-1].time
            amounts.append(amount)
        before = end
    return amounts


def _leading_time(text: str, nearest: tuple[int, int, Time], start: int) -> Time | None:
    """The calendar time between the amount before and this one, with at most one comma right behind the time."""
    _, end, time = nearest
    if time.end is None or time.kind not in {"period", "deadline", "date"}:
        return None
    gap = text[end:start].lstrip(" ,，:：")
    return None if SEPARATOR.search(gap) else time


def _led_in(amounts: list[Amount], starts: list[int], cues: list[int]) -> dict[Amount, None]:
    """The amounts in whose lead one of the cues begins; a lead has a length that it does not exceed."""
    led: dict[Amount, None] = {}
    for cue in cues:
        first = bisect_right(starts, cue)
        for amount in amounts[first : bisect_right(starts, cue + LONGEST_LEAD, first)]:
            if amount.lead_start <= cue:
                led[amount] = None
    return led
