"""A line that is nothing but a year and a dash or colon (到2033年——): it governs the short lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import TimeMention

__all__ = ["of_year_line"]

_LEAD = lazy_pattern(r"(?:力争|确保|争取|预计)?[到至在]?")
_END = lazy_pattern(r",?(?:[-—–]{1,2}|:)")
_ENDS = frozenset("-—–:")
# An item of such a list is one short sentence; behind a longer line prose begins that has times of its own.
_LONGEST_ITEM = 80
_MOST_ITEMS = 20
_LONGEST_LINE = 40


def of_year_line(start: int, floor: int, context: PlanContext) -> TimeMention | None:
    """The time of the line that leads in the short lines of which one begins at `start`; above `floor` none does."""
    words, paragraph = context.words, context.marks.paragraph
    for _ in range(_MOST_ITEMS):
        if start <= floor or not _is_item(start, paragraph(start)[1], words):
            return None
        above, end = start - 1, start - 1
        above, _ = paragraph(above)
        if words[end - 1] in _ENDS:
            return _of_line(above, end, context)
        start = above
    return None


def _is_item(start: int, end: int, words: str) -> bool:
    return end - start <= _LONGEST_ITEM and words.find("。", start, end - 1) < 0


def _of_line(start: int, end: int, context: PlanContext) -> TimeMention | None:
    times = context.usable_times.between(start, end) if end - start <= _LONGEST_LINE else ()
    if len(times) != 1 or not str(times[0].last).endswith("-12-31"):
        return None
    is_all = _LEAD.fullmatch(context.words, start, times[0].start) and _END.fullmatch(context.words, times[0].end, end)
    return times[0] if is_all else None
