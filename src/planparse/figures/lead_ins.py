"""The time that governs a paragraph from above it: earlier sentences, lead-ins, the first lines of goals, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["heading_time", "opening_time", "opens_sentence", "time_from_above", "usable_times"]

# A time to which something is compared, from which it counts, or that names funds or data, governs no task.
_REFERENCE_BEFORE = lazy_pattern(r"(?:比|较|相比|根据|按照|依据|参照|以|同|与|对照|省定|国定|占)$")
_REFERENCE_AFTER = lazy_pattern(
    r"^(?:[^,。;]{0,24}?(?:的?基础上|相比)|以来|(?:度|底|末)?(?:的?(?:项目资金|资金|基数|水平|数据|同期|平均|存量|决算|评价结果))|为基)"
)
# Before a time that opens a sentence: list marks, connectives, an excluded 在…基础上, a label.
_OPENING = lazy_pattern(
    r"(?:[-\s]*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+,|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[①-⑳])?\s*"
    r"(?:[^,。;:\n]{0,14}:)?(?:[^,。;\n]{0,30}基础上,)?"
    r"(?:力争|确保|预计|计划|争取|其中|同时|并|也|将|即|拟)?(?:到|至|在|于|从|截至)?[(]?)"
)
_NUMBERS = (
    (lazy_pattern(r"[①-⑳]"), "①"),
    (lazy_pattern(r"[一二三四五六七八九十]+"), "一"),
    (lazy_pattern(r"\d+"), "1"),
)
_LIST_MARK = lazy_pattern(
    r"[-\s]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]+是|[①-⑳●■◆]|--)"
)
_THAT_IS = lazy_pattern(r"[^,。;\n]{1,14},即[:是]?")
_TIME_LABEL = lazy_pattern(
    r"(?:完成时限|完成时间|时限要求|时间节点|时间要求|整改时限|办结时限|时限)[:为]{1,2}[到至在]?"
)
_LONGEST_TASK = 3000
# No plan's list or paragraph is longer; beyond, a hostile text would cost quadratic time.
_LONGEST_PARAGRAPH = 4000
_LONGEST_LIST = 40
_LONGEST_OPENING = 120


def usable_times(context: PlanContext, start: int, end: int) -> list[TimeMention]:
    """The times between two offsets that can govern a task."""
    return [time for time in context.times_between(start, end) if _governs(time, context)]


def _governs(time: TimeMention, context: PlanContext) -> bool:
    """Whether a time can govern a task: a known end, and no year that something is only compared to or named after."""
    words = context.words
    is_bounded = time.last is not None or words[time.end - 1] == "起"
    if time.kind not in ("date", "period", "deadline") or not is_bounded or time.impossible:
        return False
    _, clause_end = context.marks.clause(time.start)
    if _REFERENCE_AFTER.match(words[time.end : clause_end]):
        return False
    return not _REFERENCE_BEFORE.search(words[max(0, time.start - 3) : time.start])


def time_from_above(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """From the 完成时限 below, earlier sentences, the lead-in above, the goals' first lines, the headings over it."""
    start, _ = context.marks.paragraph(quantity.start)
    return (
        _labelled_time(quantity, context)
        or opening_time(quantity, context)
        or _lead_in_time(quantity, start, context)
        or _goal_time(quantity, context)
        or heading_time(quantity, context)
    )


def opening_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """The time that opened an earlier sentence of the paragraph and goes on."""
    start, _ = context.marks.paragraph(quantity.start)
    period_start, _ = context.marks.period(quantity.start)
    return _opening_time(context, max(start, period_start - _LONGEST_PARAGRAPH), period_start)


def _labelled_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """The time behind a label (完成时限:2027年底) below the quantity, that closes the task."""
    lineage = context.lineage(context.section_index(quantity.start))
    end = lineage[-1].end if lineage else context.plan.end
    label = _TIME_LABEL.search(context.words, quantity.end, min(end, quantity.end + _LONGEST_TASK))
    if label is None:
        return None
    times = usable_times(context, label.end(), label.end() + 2)
    return times[0] if times else None


def _lead_in_time(quantity: QuantityMention, start: int, context: PlanContext) -> TimeMention | None:
    """The time of the line above that introduces this one: it ends in a colon over a list, or this one says 即."""
    floor = _section_floor(quantity, context)
    mark = _mark(context.words[start : start + 12])
    for _ in range(_LONGEST_LIST):
        if start <= floor:
            return None
        above, _ = context.marks.paragraph(start - 1)
        line = context.words[above : start - 1]
        if _THAT_IS.match(context.words[start : start + 40]):
            return _last(usable_times(context, above, start - 1))
        if mark is None:
            return None
        if _mark(line[:12]) != mark:
            if not line.endswith(":"):
                return None
            return _opening_time(context, above, start - 1) or _last(usable_times(context, above, start - 1))
        start = above
    return None


def _mark(line: str) -> str | None:
    """The form of the mark with which a list item begins, its number apart: 1、 is like 2、, not like (1)."""
    match = _LIST_MARK.match(line)
    if match is None:
        return None
    mark = match[0].strip()
    for numbers, first in _NUMBERS:
        mark = numbers.sub(first, mark)
    return mark


def _last(times: list[TimeMention]) -> TimeMention | None:
    return times[-1] if times else None


def _section_floor(quantity: QuantityMention, context: PlanContext) -> int:
    """Where the text under the nearest heading of its own line begins: lead-ins above it do not count."""
    for section in context.lineage(context.section_index(quantity.start)):
        if not section.run_in and not section.implicit:
            return min(section.head_end + 1, quantity.start)
    return context.plan.start


def _opening_time(context: PlanContext, start: int, end: int, *, first: bool = False) -> TimeMention | None:
    """The last (or first) time in `[start, end)` that opens a sentence, and so governs those after it."""
    times = usable_times(context, start, end)
    for time in times if first else reversed(times):
        if opens_sentence(time, context) and not _milestone(time, start, context):
            return time
    return None


def opens_sentence(time: TimeMention, context: PlanContext) -> bool:
    """Whether only list marks, labels and connectives stand between a time and the beginning of its sentence."""
    opening, _ = context.marks.sentence(time.start)
    return _OPENING.fullmatch(context.words, max(opening, time.start - _LONGEST_OPENING), time.start) is not None


def _goal_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """Under a heading of goals the year that opens the lead paragraph (到2025年,…) governs those after it.

    What a numbered item says of itself governs no other item; a lead of several years (到2025年…;到2030年…) is led by
    its first.
    """
    section = next((s for s in context.lineage(context.section_index(quantity.start)) if "goal" in s.kinds), None)
    if section is None:
        return None
    start, _ = context.marks.paragraph(quantity.start)
    floor, _ = context.marks.paragraph(section.head_start)
    for _ in range(_LONGEST_LIST):
        if start <= floor:
            return None
        above, _ = context.marks.paragraph(start - 1)
        if above == floor or _mark(context.words[above : above + 12]) is None:
            due = _opening_time(context, max(above, floor), start - 1, first=True)
            if due:
                return due
        start = above
    return None


def _milestone(time: TimeMention, start: int, context: PlanContext) -> bool:
    """Whether a time is one step's own (5月底前, 二季度): it governs its sentence and no further.

    A stretch of months that opens a paragraph and stands alone in its sentence (2016年3月-6月,…) is the paragraph's.
    """
    if str(time.last).endswith("-12-31") and (time.first is None or time.first.endswith("-01-01")):
        return False
    if time.kind != "period":
        return True
    sentence = context.marks.period(time.start)
    return sentence[0] > start or len(usable_times(context, *sentence)) > 1


def heading_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    for section in context.lineage(context.section_index(quantity.start)):
        if not section.implicit and section.head_end <= quantity.start:
            times = usable_times(context, section.head_start, section.head_end)
            if times:
                return times[-1]
    return None
