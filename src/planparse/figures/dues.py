"""Due: the time by which, or in which, a target is to be reached, from the nearest words that govern it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["Governing", "governing_times", "governs"]

# A time to which something is compared, from which it counts, or that names funds or data, governs no task.
_REFERENCE_BEFORE = regex.compile(r"(?:比|较|相比|根据|按照|依据|参照|以|同|与|对照|省定|国定|占)$")
_REFERENCE_AFTER = regex.compile(
    r"^(?:[^,。;]{0,24}?(?:的?基础上|相比)|以来|(?:度|底|末)?(?:的?(?:项目资金|资金|基数|水平|数据|同期|平均|存量|决算|评价结果))|为基)"
)
# Before a time that opens a sentence: list marks, connectives, an excluded 在…基础上, a label.
_OPENING = regex.compile(
    r"(?:[-\s]*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+,|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[①-⑳])?\s*"
    r"(?:[^,。;:\n]{0,14}:)?(?:[^,。;\n]{0,30}基础上,)?"
    r"(?:力争|确保|预计|计划|争取|其中|同时|并|也|将|即|拟)?(?:到|至|在|于|从|截至)?[(]?)"
)
_LIST_MARK = regex.compile(
    r"[-\s]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]+是|[①-⑳●■◆]|--)"
)
# No plan's sentence or list is longer; beyond, a hostile text would cost quadratic time.
_LONGEST_SENTENCE = 600
_LONGEST_PARAGRAPH = 4000
_LONGEST_LIST = 40
_THAT_IS = regex.compile(r"[^,。;\n]{1,14},即[:是]?")


@dataclass(frozen=True, slots=True)
class Governing:
    """The time that governs a figure and the rhythm in which it recurs; either may be missing.

    `year` is the plan title's year where nothing nearer is given.
    """

    due: TimeMention | None
    every: str | None
    year: int | None = None


def governing_times(quantity: QuantityMention, context: PlanContext) -> Governing:
    """What governs a quantity: clause, sentence, earlier sentences that a time opens, lead-in, heading, title."""
    every = _rhythm(quantity, context)
    due = _in_sentence(quantity, context)
    if due or every:
        return Governing(due, every)
    due = _from_above(quantity, context)
    return Governing(due, None, None if due else context.plan.year)


def _rhythm(quantity: QuantityMention, context: PlanContext) -> str | None:
    start = max(context.marks.clause(quantity.start)[0], quantity.start - _LONGEST_SENTENCE)
    for time in reversed(context.times_between(start, quantity.start)):
        if time.kind == "recurring":
            return time.every
    return None


def _in_sentence(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    clause_start, clause_end = context.marks.clause(quantity.start)
    clause_start = max(clause_start, quantity.start - _LONGEST_SENTENCE)
    clause_end = min(clause_end, quantity.end + _LONGEST_SENTENCE)
    bracket = _bracket_start(context.words, clause_start)
    near = _usable(context, clause_start, quantity.start)
    if near:
        return near[-1]
    behind = _usable(context, quantity.end, clause_end)
    behind = [time for time in behind if context.marks.item(time.start)[0] <= quantity.end]
    if behind:
        return behind[0]
    period_start = max(context.marks.period(quantity.start)[0], quantity.start - _LONGEST_SENTENCE)
    before = [
        time
        for time in _usable(context, max(period_start, bracket), quantity.start)
        if _open_to(context.words, time.end, quantity.start)
    ]
    if before:
        return before[-1]
    if bracket > period_start:
        return None
    sentence_end = min(context.marks.sentence(quantity.start)[1], quantity.end + _LONGEST_SENTENCE)
    following = _usable(context, quantity.end, sentence_end)
    return following[0] if following else None


def _bracket_start(words: str, clause_start: int) -> int:
    """Where the bracket opens in which a clause stands, or 0: what is in brackets is governed there first."""
    reach = max(0, clause_start - _LONGEST_SENTENCE)
    line = max(words.rfind("\n", reach, clause_start) + 1, reach)
    opened = words.rfind("(", line, clause_start)
    closed = words.rfind(")", line, clause_start)
    return opened if opened > closed else 0


def _open_to(words: str, start: int, end: int) -> bool:
    """Whether no bracket that was open at `start` closes before `end`."""
    depth = 0
    for char in words[start:end]:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return True


def _usable(context: PlanContext, start: int, end: int) -> list[TimeMention]:
    """The times between two offsets that can govern a task."""
    return [time for time in context.times_between(start, end) if governs(time, context)]


def governs(time: TimeMention, context: PlanContext) -> bool:
    """Whether a time can govern a task: a known end, and no year that something is only compared to or named after."""
    if time.kind not in ("date", "period", "deadline") or time.last is None or time.impossible:
        return False
    words = context.words
    _, clause_end = context.marks.clause(time.start)
    if _REFERENCE_AFTER.match(words[time.end : clause_end]):
        return False
    return not _REFERENCE_BEFORE.search(words[max(0, time.start - 3) : time.start])


def _from_above(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """From the sentences of the paragraph before, lead-ins above it, and the headings over it."""
    start, _ = context.marks.paragraph(quantity.start)
    floor = _section_floor(quantity, context)
    period_start, _ = context.marks.period(quantity.start)
    due = _opening_time(context, max(start, period_start - _LONGEST_PARAGRAPH), period_start)
    for _ in range(_LONGEST_LIST):
        if due or start <= floor:
            break
        above, _ = context.marks.paragraph(start - 1)
        line = context.words[above : start - 1]
        this = context.words[start : start + 40]
        if line.endswith(":") and _LIST_MARK.match(this):
            due = _opening_time(context, above, start - 1) or _last(_usable(context, above, start - 1))
        elif _THAT_IS.match(this):
            due = _last(_usable(context, above, start - 1))
        elif not _LIST_MARK.match(this):
            break
        start = above
    return due or _goal_time(quantity, context) or _heading_time(quantity, context)


def _last(times: list[TimeMention]) -> TimeMention | None:
    return times[-1] if times else None


def _section_floor(quantity: QuantityMention, context: PlanContext) -> int:
    """Where the text under the nearest heading of its own line begins: lead-ins above it do not count."""
    for section in context.lineage(context.section_index(quantity.start)):
        if not section.run_in and not section.implicit:
            return min(section.head_end + 1, quantity.start)
    return context.plan.start


def _opening_time(context: PlanContext, start: int, end: int) -> TimeMention | None:
    """The last time in `[start, end)` that opens a sentence, and so governs those after it."""
    for time in reversed(_usable(context, start, end)):
        opening, _ = context.marks.period(time.start)
        if _milestone(time):
            continue
        if _OPENING.fullmatch(context.words, max(opening, start), time.start):
            return time
    return None


def _goal_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    """Under a heading of goals the year that opens an earlier paragraph (到2025年,…) governs those after it."""
    section = next((s for s in context.lineage(context.section_index(quantity.start)) if "goal" in s.kinds), None)
    if section is None:
        return None
    start, _ = context.marks.paragraph(quantity.start)
    floor = context.marks.paragraph(section.head_start)[0]
    for _ in range(_LONGEST_LIST):
        if start <= floor:
            break
        above, _ = context.marks.paragraph(start - 1)
        due = _opening_time(context, max(above, floor), start - 1)
        if due:
            return due
        start = above
    return None


def _milestone(time: TimeMention) -> bool:
    """Whether a time is the deadline of one step (5月底前, 3月15日前): it governs its own sentence and no further."""
    return time.kind == "date" or (time.kind == "deadline" and not str(time.last).endswith("-12-31"))


def _heading_time(quantity: QuantityMention, context: PlanContext) -> TimeMention | None:
    for section in context.lineage(context.section_index(quantity.start)):
        if not section.implicit and section.head_end <= quantity.start:
            times = _usable(context, section.head_start, section.head_end)
            if times:
                return times[-1]
    return None
