"""Which times of a plan can govern a task, and rows of times that are asked by offset."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planparse.mentions.clauses import Clauses
    from planparse.mentions.model import TimeMention

__all__ = ["PLACE_HOLDERS", "TimeRow", "can_govern"]

# A time to which something is compared, from which it counts, or that names funds or data, governs no task.
_REFERENCE_BEFORE = lazy_pattern(r"(?:比|较|相比|根据|按照|依据|参照|以|同|与|对照|省定|国定|占)$")
_REFERENCE_AFTER = lazy_pattern(
    r"^(?:[^,。;]{0,24}?(?:的?基础上|相比)|以来|(?:度|底|末)?(?:的?(?:项目资金|资金|基数|水平|数据|同期|平均|存量|决算|评价结果))|为基)"
)
# 由2022年的68%提高到72%: the year of the old level.
_OLD_LEVEL = lazy_pattern(
    r"(?:底|末)?的?[^,;。\d]{0,8}\d[\d.]*[^,;。]{0,10}?"
    r"(?:提高|提升|增加|增长|上升|扩大|扩展|降低|下降|减少|压减|缩短|优化|调整|降|升|增)"
)
# Each begins or ends with one of these: to see that there is none takes a tenth of the time of the pattern. (`$` stands
# in front of a line's end, too.)
_REFERENCE_BEFORE_ENDS = frozenset("比较据照以同与定占\n")
_REFERENCE_AFTER_BEGINS = frozenset("以度底末的项资基水数同平存决评为")
# A time of which the text says no figure of the year (XX年) names none: it only keeps other years away.
PLACE_HOLDERS = frozenset("xX*×_○□■")
# Characters behind a time that can make it a reference.
_LONGEST_REFERENCE = 32


class TimeRow:
    """Times in order of their offsets."""

    def __init__(self, times: Iterable[TimeMention]) -> None:
        self.times = tuple(times)
        self._starts = [time.start for time in self.times]

    def between(self, start: int, end: int) -> Sequence[TimeMention]:
        """The times that begin in `[start, end)`, in order."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        return self.times[first : bisect_left(starts, end, first)]


def can_govern(time: TimeMention, words: str, marks: Clauses) -> bool:
    """Whether a time can govern a task: a known end, or one that the text hides, and no year that something is only
    compared to or named after."""
    is_bounded = time.last is not None or time.hidden or words[time.end - 1] == "起"
    if time.kind not in ("date", "period", "deadline") or not is_bounded or time.impossible:
        return False
    _, clause_end = marks.clause(time.start)
    end = time.end + _LONGEST_REFERENCE
    behind = words[time.end : clause_end if clause_end < end else end]
    may_refer = behind[:1] in _REFERENCE_AFTER_BEGINS or "基础上" in behind or "相比" in behind
    if may_refer and _REFERENCE_AFTER.match(behind):
        return False
    in_front = words[time.start - 1] if time.start else ""
    if in_front in ("由", "从"):
        return not _OLD_LEVEL.match(behind)
    if in_front not in _REFERENCE_BEFORE_ENDS:
        return True
    return not _REFERENCE_BEFORE.search(words[max(0, time.start - 3) : time.start])
