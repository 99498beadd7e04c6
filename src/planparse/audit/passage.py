"""`Passage`: a plan's stretch of clean text with its amounts in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.audit.amounts import Amount, counted_per
from planparse.audit.cues import Cues, alike_units
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.models import Figure, Plan, Time
    from planparse.rules import RuleSet

__all__ = ["Passage", "passage_of"]

_SENTENCE_END = lazy_pattern(r"[。！？!?\n]")
# What ends the words that belong to an amount; a comma between digits belongs to the number.
_SEPARATOR = lazy_pattern(r"[、；;。：:！？!?\n()（）\[\]]|(?<![0-9])[,，]|[,，](?![0-9]{3}(?![0-9]))")
# Amounts between a total and what it is the total of: more lie between in no plan, and looking further costs time.
FAR = 200
# Beyond, a sentence is none, and to go through it once for each amount would take quadratic time.
_LONGEST_SENTENCE = 1000
_LONGEST_LEAD = 200
# No list of a plan is longer; in a text made of nothing but cues and amounts each would be held against all others.
_MOST_PARTS = 40
_DIGITS = lazy_pattern(r"(?<![0-9.A-Za-z〔\[])[0-9]++(?![0-9]*+(?:[)）、．]|\.(?![0-9])))")


@dataclass(frozen=True, slots=True)
class Passage:
    """`start:end` of the clean text.

    `sentences` are the offsets at which sentences begin, `times` (start, end, time) in reading order.
    """

    text: str
    start: int
    end: int
    amounts: tuple[Amount, ...]
    sentences: tuple[int, ...]
    times: tuple[tuple[int, int, Time], ...]
    cues: Cues
    rules: RuleSet

    def between(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts whose quantity begins in `[start, end)`."""
        first = bisect_left(self.amounts, start, key=_start)
        return self.amounts[first : bisect_left(self.amounts, end, lo=first, key=_start)]

    def behind(self, start: int, end: int) -> tuple[Amount, ...]:
        """The first amounts of `between`, as many as a list has parts."""
        first = bisect_left(self.amounts, start, key=_start)
        return self.amounts[first : min(bisect_left(self.amounts, end, lo=first, key=_start), first + _MOST_PARTS)]

    def in_front(self, start: int, end: int) -> tuple[Amount, ...]:
        """The last amounts of `between`, as many as a list has parts."""
        last = bisect_left(self.amounts, end, key=_start)
        return self.amounts[max(bisect_left(self.amounts, start, hi=last, key=_start), last - _MOST_PARTS) : last]

    def before(self, amount: Amount) -> tuple[Amount, ...]:
        """The amounts before `amount`, the nearest last, as far back as a plan refers to its own figures."""
        place = bisect_left(self.amounts, amount.start, key=_start)
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

    def clause(self, amount: Amount) -> str:
        """The words of the amount's own clause, from separator to separator."""
        return amount.lead + self.text[amount.start : amount.end] + amount.tail

    def unread(self, start: int, end: int) -> bool:
        """Whether digits stand in `[start, end)` that belong to no figure and no time.

        A sum over such a stretch may lack a part: what was not read cannot be held against the plan.
        """
        for match in _DIGITS.finditer(self.text, start, end):
            at = match.start()
            amount = bisect_right(self.amounts, at, key=lambda a: a.start) - 1
            if amount >= 0 and at < self.amounts[amount].end:
                continue
            time = bisect_right(self.times, at, key=lambda t: t[0]) - 1
            if time < 0 or at >= self.times[time][1]:
                return True
        return False


def passage_of(plan: Plan, text: CleanText, cues: Cues, rules: RuleSet) -> Passage:
    """The passage of `plan`: every figure with one value, placed in the clean text."""
    start, end = clean_offset(text, plan.span.start), clean_offset(text, plan.span.end)
    words = text.text
    sentences = [start]
    sentences += [match.end() for match in _SENTENCE_END.finditer(words, start, end) if match.end() < end]
    times = sorted(
        ((clean_offset(text, t.span.start), clean_offset(text, t.span.end), t) for t in plan.times),
        key=lambda placed: placed[:2],
    )
    placed = sorted(
        (
            (clean_offset(text, f.quantity.span.start), clean_offset(text, f.quantity.span.end), f)
            for f in (*plan.targets, *plan.baselines, *plan.parameters)
        ),
        key=lambda place: place[:2],
    )
    passage = Passage(words, start, end, (), tuple(sentences), tuple(times), cues, rules)
    return _with_amounts(passage, placed)


def _with_amounts(passage: Passage, placed: list[tuple[int, int, Figure]]) -> Passage:
    amounts: list[Amount] = []
    alike = alike_units(passage.rules)
    for place, (start, end, figure) in enumerate(placed):
        if figure.quantity.value is None:
            continue
        unit = figure.quantity.unit.removeprefix("个") or figure.quantity.unit
        before = placed[place - 1][1] if place else passage.start
        after = placed[place + 1][0] if place + 1 < len(placed) else passage.end
        lead_start = _lead_start(passage.text, passage.line(start)[0], start)
        time = _leading_time(passage, before, start)
        if time is None and lead_start < before and amounts:
            # 2016年1200户4500人: what leads the first of a clause's amounts in leads all of them.
            time = amounts[-1].time
        lead = passage.text[lead_start:start]
        separator = _SEPARATOR.search(passage.text, end, after)
        sentence = passage.sentence_at(start)
        words = passage.text[max(passage.sentence(sentence)[0], start - _LONGEST_SENTENCE) : start]
        amounts.append(
            Amount(
                figure=figure,
                start=start,
                end=end,
                value=Decimal(str(figure.quantity.value)),
                kind=alike.get(unit, unit),
                per=counted_per(figure, lead),
                written=passage.text[start:end],
                lead=lead,
                lead_start=lead_start,
                tail=passage.text[end : separator.start() if separator else after],
                depth=sum(words.count(mark) for mark in "(（") - sum(words.count(mark) for mark in ")）"),
                sentence=sentence,
                time=time,
            )
        )
    return Passage(
        passage.text,
        passage.start,
        passage.end,
        tuple(amounts),
        passage.sentences,
        passage.times,
        passage.cues,
        passage.rules,
    )


def _lead_start(text: str, floor: int, start: int) -> int:
    last = max(floor, start - _LONGEST_LEAD)
    for match in _SEPARATOR.finditer(text, max(floor, start - 60), start):
        last = match.end()
    return last


def _leading_time(passage: Passage, before: int, start: int) -> Time | None:
    """The calendar time between the amount before and this one, with at most one comma right behind the time."""
    place = bisect_left(passage.times, start, key=lambda placed: placed[0]) - 1
    if place < 0:
        return None
    begin, end, time = passage.times[place]
    if begin < before or time.kind not in {"period", "deadline", "date"} or time.end is None:
        return None
    gap = passage.text[end:start].lstrip(" ,，:：")
    return None if _SEPARATOR.search(gap) else time


def _start(amount: Amount) -> int:
    return amount.start


def clean_offset(text: CleanText, source: int) -> int:
    """The clean offset of source offset `source`; inside something cleaned away, that of the next clean character."""
    run = bisect_right(text.source_starts, source) - 1
    if run < 0:
        return 0
    begin = text.clean_starts[run]
    limit = text.clean_starts[run + 1] if run + 1 < len(text.clean_starts) else len(text.text)
    return min(begin + source - text.source_starts[run], limit)
