"""Phases that a sentence lists, each with its years (2031年为启动年,2032年为攻坚年), and rows of a number for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.brackets import LONGEST_SENTENCE
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = [
    "STAGE",
    "coordinated",
    "is_behind_stage",
    "is_of_list",
    "named_phases",
    "phase_of",
    "phases_above",
    "row_of",
]

STAGE = "(?:阶段|目标|时期|步|[一二三四五近远中前后]期|批次?|第[一二三四五]年)"
"""What stands in front of a time in brackets that dates all behind it: 第一阶段(2031—2033年)."""

_COORDINATED = lazy_quick_pattern(r"[、和及与]到?至?")
# 2031年(近期)和2035年(远期), 近期到2031年、远期到2035年
_TIMES_COORDINATED = lazy_pattern(r"(?:\([一-龥]{1,6}\))?[、,和及与](?:[近中远]期|第[一二三四五]阶段)?到?至?")
_BEHIND_STAGE = lazy_quick_pattern(rf"{STAGE}\($")
_STAGE_REACH = 8
_NAMED = lazy_pattern(r"\)?(?:为|是|作为|属于)[^,;:。、\n]{0,20}(?:年|阶段|期)(?=[,;。、])")
# 城镇、农村收入分别: it is subjects that share the numbers.
_JOINING = lazy_pattern("[、和及与]")
_ROW_MARKS = frozenset("、和及与到至")
_OPENS_CLAUSE = frozenset(",;:。、\n")
_FEWEST = 2


def is_behind_stage(time: TimeMention, words: str) -> bool:
    """Whether a time stands in brackets right behind the name of a stage: 第一阶段(2031年)."""
    return _BEHIND_STAGE.search(words, max(0, time.start - _STAGE_REACH), time.start) is not None


def coordinated(words: str, start: int, end: int) -> bool:
    """Whether between two times stands only what joins them, or which phases they are."""
    return _TIMES_COORDINATED.fullmatch(words, start, end) is not None


def row_of(quantity: QuantityMention, start: int, context: PlanContext) -> list[QuantityMention]:
    """The coordinated numbers (30%、35%和40%) among which a quantity stands; `start` is where its clause begins."""
    words = context.words
    row: list[QuantityMention] = []
    for other in context.quantities_between(max(start, quantity.start - 200), quantity.end + 60):
        if row and not _COORDINATED.fullmatch(words, row[-1].op_end, other.start):
            if quantity in row:
                break
            row = []
        row.append(other)
    return row


def is_of_list(time: TimeMention, context: PlanContext) -> bool:
    """Whether whole years stand in a list of phases: they govern what their own sentence says, and nothing behind it.

    The last of years that only open their clauses (2031年建成5所;2032年建成8所。其中…) goes on.
    """
    start, end = context.marks.period(time.start)
    phases = _phases(max(start, time.start - LONGEST_SENTENCE), min(end, time.end + LONGEST_SENTENCE), context)
    return time in phases and (time is not phases[-1] or _is_named(time, context))


def phase_of(
    quantity: QuantityMention, spot: Spot, phases: Sequence[TimeMention], context: PlanContext
) -> TimeMention | None:
    """Which of the phases above a number of a row is due in, where there are as many of each.

    `2031年为启动年,2032年为攻坚年。绿化率分别达到30%、35%。` Where the row has several subjects it is theirs.
    """
    words = context.words
    if words[quantity.op_end : quantity.op_end + 1] not in _ROW_MARKS and words[quantity.start - 1] not in _ROW_MARKS:
        return None
    if words.find("分别", phases[-1].end, quantity.start) < 0:
        return None
    row = row_of(quantity, spot.clause_start, context)
    if len(row) != len(phases) or _JOINING.search(words, spot.clause_start, row[0].start):
        return None
    return phases[row.index(quantity)]


def phases_above(quantity: QuantityMention, spot: Spot, context: PlanContext) -> list[TimeMention]:
    """The phases that the last sentence of the paragraph lists which names times, in front of a quantity's own."""
    if spot.period_start <= spot.paragraph_start:
        return []
    start = max(spot.paragraph_start, quantity.start - LONGEST_SENTENCE)
    times = context.usable_times.between(start, spot.period_start)
    if len(times) < _FEWEST:
        return []
    last = times[-1]
    phases = _phases(max(start, context.marks.period(last.start)[0]), last.end + 1, context)
    return phases if phases and phases[-1] is last else []


def named_phases(start: int, row: list[QuantityMention], context: PlanContext) -> list[TimeMention]:
    """The phases with names of their own from `start` on, where there is one for each number of a row behind them.

    近期(2031—2033年)、远期(2034—2036年)绿化率分别达到30%、35%
    """
    phases = [time for time in _phases(start, row[0].start, context) if _is_named(time, context)]
    if len(phases) != len(row) or context.quantities_between(phases[0].start, row[0].start):
        return []
    return [] if _JOINING.search(context.words, phases[-1].end, row[0].start) else phases


def _phases(start: int, end: int, context: PlanContext) -> list[TimeMention]:
    """The whole years that open phases one after the other; none where there is but one."""
    times = context.usable_times.between(start, end)
    if len(times) < _FEWEST:
        return []
    found: list[TimeMention] = []
    for time in times:
        if time.kind != "period" or not time.first or not time.last:
            continue
        is_whole = time.first.endswith("-01-01") and time.last.endswith("-12-31")
        if not is_whole or (found and time.first <= str(found[-1].last)):
            continue
        if time.start == start or context.words[time.start - 1] in _OPENS_CLAUSE or _is_named(time, context):
            found.append(time)
    return found if len(found) >= _FEWEST else []


def _is_named(time: TimeMention, context: PlanContext) -> bool:
    """Whether which phase it is stands in front of the years in brackets (近期(2031年)) or behind (2031年为启动年)."""
    return is_behind_stage(time, context.words) or _NAMED.match(context.words, time.end) is not None
