"""Due: the time by which, or in which, a target is to be reached, from the nearest words that govern it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.figures.brackets import LONGEST_SENTENCE, bracket_start, open_to
from planparse.figures.phases import coordinated, is_behind_stage, named_phases, phase_of, phases_above, row_of
from planparse.figures.stages import BEGUN, finished, is_on_eve, looks_ahead
from planparse.figures.years_taken import is_behind_years, is_in_so_long
from planparse.mentions.rates import WHO_DOES
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.lead_ins import FromAbove
    from planparse.figures.tables import CellScope
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["Governing", "governing_in_row", "governing_times"]

_WHICH = lazy_quick_pattern(r"[一-龥]{1,4}的")
_JOINING = lazy_pattern(r"[、和及与](?=.*分别)")
# 每人每月: the rate of a payment.
_PER_HEAD = lazy_quick_pattern(r"每(?:人|户|名|位|生|亩|村|处|台|头|只|岗|个[一-龥]{1,4})$")
# 每周锻炼3次以上的人数达9万人: how often those do it who are counted.
_OF_WHOM = lazy_quick_pattern(rf"\d[^,;。\d\n]{WHO_DOES}")
# (`$` stands in front of a line's end, too.)
_STAGE_ENDS = "(\n"
_STAGE_END = lazy_pattern(r"\)[:,。]")
# 其中2031年80公里, 其余2032年完成: of what a time behind tells.
_PART = lazy_pattern("其中|其余|剩余|余下")
# 步伐加快,到2033年; 通过帮扶,确保到2033年末
_OPENS_CLAUSE = lazy_pattern(r"[,:](?:确保|力争|争取|努力|预计|计划|实现)?[到至在于]?$")
_BREAKS = frozenset(",;:。!?\n")
_MEASURE = lazy_pattern(r"(?:[率额量值]|比[例重]|收入|水平)[到至在于]?\Z")
# Characters of a number with its unit.
_LONGEST_AMOUNT = 20


Governing = tuple["TimeMention | None", "str | None", "int | None"]
"""The time that governs a figure, the rhythm in which it recurs, and the plan title's year where nothing nearer is
given; each may be missing. A time whose year the text hides (20XX年) governs without saying when."""


def governing_times(quantity: QuantityMention, spot: Spot, context: PlanContext, above: FromAbove) -> Governing:
    """What governs a quantity: clause, sentence, earlier sentences that a time opens, lead-in, heading, title."""
    every = _rhythm(quantity, spot, context) if context.rhythms.times else None
    due = _in_sentence(quantity, spot, context, above)
    if due and (due.start >= quantity.end or context.words.startswith(BEGUN, due.end)):
        due = finished(due, quantity, spot, context) or due
        if (
            due.end <= spot.clause_start
            and context.words.startswith(BEGUN, due.end)
            and is_on_eve(quantity, spot, context)
        ):
            due = None  # 5月开工,汛前完成40%
    if every and due and (due.last is None or due.start >= quantity.end):
        # 2019年1月起…每周一期: a rhythm with a beginning is never due;
        # 每年培训500人,2033年全部就业: nor with what follows.
        due = None
    if due or every:
        return due, every, None
    phases = phases_above(quantity, spot, context)
    due = (
        (phase_of(quantity, spot, phases, context) if phases else None)
        or _of_whole(quantity, spot, context, above)
        or above.time(quantity, spot)
    )
    if due or phases or is_in_so_long(quantity, spot, context):
        return due, None, None
    return None, None, context.plan.year_of_work


def _of_whole(quantity: QuantityMention, spot: Spot, context: PlanContext, above: FromAbove) -> TimeMention | None:
    """What the sentence in front names as the time of a whole whose parts a 其中 lists that opens this one."""
    start = spot.period_start
    if start <= spot.paragraph_start or not context.words.startswith("其中", start):
        return None
    first = max(spot.paragraph_start, context.marks.period(start - 1)[0], start - LONGEST_SENTENCE)
    wholes = [one for one in context.quantities_between(first, start) if one.unit == quantity.unit]
    return _in_sentence(wholes[-1], context.spot(wholes[-1].start), context, above) if wholes else None


def governing_in_row(
    quantity: QuantityMention, spot: Spot, scope: CellScope, context: PlanContext, above: FromAbove
) -> Governing:
    """What governs a quantity in a table: its own cell, its column's or row's time, the heading, the title."""
    every = _rhythm(quantity, spot, context) if context.rhythms.times else None
    near = context.usable_times.between(max(scope.start, spot.clause_start), quantity.start)
    behind = context.usable_times.between(quantity.end, min(scope.end, spot.clause_end))
    due = near[-1] if near else behind[0] if behind else _before(quantity, scope.start, spot, context, above)
    if not (due or every or scope.due) and spot.sentence_end > spot.clause_end:
        due = _in_sentence(quantity, spot, context, above)  # 新建泵站3座,6月底前完工
    if due or every:
        return due, every, None
    is_later = scope.due is not None and scope.due.start > quantity.start
    if (scope.due or scope.every or scope.undated) and not (is_later and is_on_eve(quantity, spot, context)):
        return scope.due, scope.every, None
    due = above.heading(quantity, spot)
    return due, None, None if due else context.plan.year_of_work


def _rhythm(quantity: QuantityMention, spot: Spot, context: PlanContext) -> str | None:
    """The rhythm (每年) of the clause in front, or of the one before where 其中 names a part of it.

    The rhythm of a rate (每人每月560元) says per what, not how often; nor does that of what those do who are counted.
    """
    start = spot.clause_start
    if start < quantity.start - LONGEST_SENTENCE:
        start = quantity.start - LONGEST_SENTENCE
    if context.words.startswith("其中", start):
        start = max(context.marks.clause(start - 1)[0], quantity.start - LONGEST_SENTENCE)
    for time in reversed(context.rhythms.between(start, quantity.start)):
        if not _is_rate(time, context) and not _OF_WHOM.search(context.words, time.end, quantity.start):
            return time.every
    return None


def _is_rate(time: TimeMention, context: PlanContext) -> bool:
    """Whether a rhythm stands between 每人 and an amount."""
    per_head = _PER_HEAD.search(context.words, max(0, time.start - 6), time.start)
    return per_head is not None and bool(context.quantities_between(time.end, time.end + 1))


def _in_sentence(quantity: QuantityMention, spot: Spot, context: PlanContext, above: FromAbove) -> TimeMention | None:
    """The nearest time of the clause, else of the sentence in front, else one behind it that governs it too."""
    number, end = quantity.start, quantity.end
    first, last = number - LONGEST_SENTENCE, end + LONGEST_SENTENCE
    period_start = spot.period_start if spot.period_start > first else first
    times = context.usable_times.between(period_start, spot.sentence_end if spot.sentence_end < last else last)
    if not times:
        return None
    clause_start = spot.clause_start if spot.clause_start > first else first
    clause_end = spot.clause_end if spot.clause_end < last else last
    if context.words.find("分别", period_start, number) >= 0 and (
        paired := _paired(quantity, clause_start, period_start, context)
    ):
        return paired
    for time in reversed(times):
        # 2018年脱贫的28个县: the year tells which ones are meant, not when it is done.
        if clause_start <= time.start < number and not _WHICH.fullmatch(context.words, time.end, number):
            return time
    if bracketed := _in_bracket_before(quantity, times, context):
        return bracketed
    for time in times:
        if end <= time.start < clause_end and context.marks.item(time.start)[0] <= end:
            return time
    bracket = bracket_start(context.words, clause_start, spot.paragraph_start)
    before = _before(quantity, bracket, spot, context, above)
    if before is None and bracket:
        before = _before(quantity, 0, spot, context, above)  # 到2033年,造林5万亩(其中人工造林2万亩)
    if before:
        return before
    return None if bracket > spot.period_start else _following(quantity, spot, context)


def _in_bracket_before(
    quantity: QuantityMention, times: Sequence[TimeMention], context: PlanContext
) -> TimeMention | None:
    """The time that fills the bracket behind the words with which a quantity's clause opens: 东片(2033年)改造5个村.

    Where a quantity stands in front of the bracket (东片5所(2033年)、西片7所), it is that one's.
    """
    words = context.words
    nearest = next((time for time in reversed(times) if time.end < quantity.start), None)
    if nearest is None or not (words[nearest.start - 1] == "(" and words.startswith(")", nearest.end)):
        return None
    opening = nearest.start - 1
    is_others = any(one.op_end == opening for one in context.quantities_between(opening - _LONGEST_AMOUNT, opening))
    return None if is_others or not _BREAKS.isdisjoint(words[nearest.end : quantity.start]) else nearest


def _paired(
    quantity: QuantityMention, clause_start: int, period_start: int, context: PlanContext
) -> TimeMention | None:
    """`到2022年和2030年,…分别不低于22%和30%`: the n-th of coordinated numbers is due at the n-th of as many times, or
    in the n-th year of a range of as many (2031—2033年分别新建10、20、30所)."""
    words = context.words
    row = row_of(quantity, clause_start, context)
    if len(row) < 2:
        return None
    if phases := named_phases(period_start, row, context):
        return phases[row.index(quantity)]
    times = context.usable_times.between(period_start, row[0].start)[-len(row) :]
    if times and (years := _years(times[-1])) and len(years) == len(row):
        # 2031—2033年,东区、西区和南区分别…: it is subjects that share the numbers.
        if _JOINING.search(words, times[-1].end, row[0].start):
            return None
        year = years[row.index(quantity)]
        return times[-1].replaced(first=f"{year}-01-01", last=f"{year}-12-31")
    joined = all(coordinated(words, one.end, other.start) for one, other in pairwise(times))
    return times[row.index(quantity)] if len(times) == len(row) and joined else None


def _years(time: TimeMention) -> range | None:
    """The years of a range of whole years."""
    if time.kind != "period" or not time.first or not time.last:
        return None
    first, last = int(time.first[:4]), int(time.last[:4])
    is_whole = (time.first[4:], time.last[4:]) == ("-01-01", "-12-31")
    return range(first, last + 1) if is_whole and first < last else None


def _before(
    quantity: QuantityMention, bracket: int, spot: Spot, context: PlanContext, above: FromAbove
) -> TimeMention | None:
    """The nearest time in front in the sentence; behind a semicolon only one that opened what stands before it."""
    period_start = quantity.start - LONGEST_SENTENCE
    if period_start < spot.period_start:
        period_start = spot.period_start
    first = bracket if bracket > period_start else period_start
    for time in reversed(context.usable_times.between(first, quantity.start)):
        reaches = time.start >= spot.sentence_start or above.opens_sentence(time) or _leads(time, context)
        if reaches and _is_of_part(time, period_start, quantity, context):
            continue
        if reaches and (_names_stage(time, context, above) or open_to(context.words, time.end, quantity.start)):
            return time
    return None


def _leads(time: TimeMention, context: PlanContext) -> bool:
    """Whether a year's end opens what its sentence counts: 步伐加快,到2033年建成20处;… goes on behind the semicolon."""
    if not str(time.last).endswith("-12-31"):
        return False
    start, _ = context.marks.sentence(time.start)
    start = max(start, time.start - LONGEST_SENTENCE)
    opens = _OPENS_CLAUSE.search(context.words, max(start, time.start - 6), time.start) is not None
    return opens and not context.quantities_between(start, time.start)


def _names_stage(time: TimeMention, context: PlanContext, above: FromAbove) -> bool:
    """Whether a time in brackets dates what follows them: 第一阶段(2031—2033年):建成公园10个; 第二步(4月至6月)整改…"""
    words = context.words
    if words[time.start - 1] not in _STAGE_ENDS:
        return False
    if not (is_behind_stage(time, words) or is_behind_years(time, words)):
        # 2.集中整治(4月至6月),: the brackets stand behind an item's title.
        return (
            words[time.start - 1] == "("
            and above.opens_sentence(time)
            and _STAGE_END.match(words, time.end) is not None
        )
    return words.startswith(")", time.end)


def _is_of_part(time: TimeMention, period_start: int, quantity: QuantityMention, context: PlanContext) -> bool:
    """Whether a time dates only a part (…,其中2016年1亿元、2017年2亿元,惠及…): what follows the parts is not meant.

    Of a part that only its time is said of (其中第一轮2015年,由9家企业…) all that follows is told.
    """
    if context.words.startswith(",", time.end):
        return False
    part = context.words.rfind("其中", period_start, time.start)
    return part >= 0 and "," in context.words[time.end : quantity.start] and "," not in context.words[part : time.start]


def _following(quantity: QuantityMention, spot: Spot, context: PlanContext) -> TimeMention | None:
    """A time later in the sentence that tells when the same is done (对45个村提升,2019年底完成45个), not when a part is
    (其中2031年80公里) or something else."""
    sentence_end = min(spot.sentence_end, quantity.end + LONGEST_SENTENCE)
    if is_on_eve(quantity, spot, context):
        return None
    for time in context.usable_times.between(quantity.end, sentence_end):
        if _PART.search(context.words, quantity.end, time.start):
            return None
        start, end = context.marks.clause(time.start)
        start, end = max(start, time.start - LONGEST_SENTENCE), min(end, time.end + LONGEST_SENTENCE)
        if start > quantity.end and looks_ahead(time, start, context):
            return None
        if start < time.start and _MEASURE.search(context.words, start, time.start):
            return None  # 事故下降6%,死亡率2033年低于3%: of what another measure comes to
        others = [other for other in context.quantities_between(start, end) if other is not quantity]
        if all((other.value, other.unit) == (quantity.value, quantity.unit) for other in others):
            return time
        return None
    return None
