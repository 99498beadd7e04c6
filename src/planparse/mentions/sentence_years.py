"""The year of a work's course within its sentence: 东桥工程2032年3月底前开工,8月底前完工."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.outline import PlanOutline

__all__ = ["Governing", "SentenceYear", "plans_own_year"]

# How far the end of a sentence or clause is looked for.
_SENTENCE = 300
_CLAUSE = 40
_END = lazy_plain_pattern("[。;)\n|]")
_CLAUSE_END = lazy_plain_pattern("[,。;:\n|]")
# What is done at a time, within so many characters behind it: the time is one of the work's course.
_COURSE = lazy_plain_pattern(
    "[^,。;、\\d\n]{0,4}?(?:开工|动工|启动|开建|开始|进场|奠基|招标|完工|竣工|建成|完成|投用|投产|投入|交付|验收|交工|通车)"
)
# Behind these a year is only referred to: 对比2030年3月, 根据2030年6月检查结果; in brackets it is an aside.
_REFERRING = ("比", "较", "据", "照", "以", "同", "与", "对", "将", "把", "(")
# Of a time that says what was, or which things are meant (2030年6月底前建成的, 已于2030年6月前建成).
_TOLD = ("了", "已", "的")


class Governing(Record):
    """A year (None: none is known), and the document's ISO date, or its month alone, where it was taken from that."""

    __slots__ = ("issued", "year")

    def __init__(self, year: int | None, issued: str | None = None) -> None:
        self.year = year
        self.issued = issued


class SentenceYear:
    """The year last written with a month, quarter or day as a time of the course of some work, up to `until`.

    A clause that a year opens governs what follows it anyway. This is of years glued behind a noun (东桥工程2032年3月),
    and of those before the plan's own by which something has to be there (2030年6月底前): what tells what was names no
    time by which. `until` is 0 where there is none.
    """

    def __init__(self) -> None:
        self.year = self.until = 0

    def written(self, text: str, start: int, end: int, year: int, *, since: int) -> None:
        """Notes a year, whose month, quarter or day ends at `end`; `since` is the first year that is ahead."""
        is_limit = text.startswith("前", end - 1)
        if not is_limit and (year < since or not _COURSE.match(text, end)):
            return
        found = _CLAUSE_END.search(text, end, end + _CLAUSE)
        around = text[max(0, start - 3) : start] + text[end : found.start() if found else end + _CLAUSE]
        if text.endswith(_REFERRING, 0, start) or any(word in around for word in _TOLD):
            return
        found = _END.search(text, end, end + _SENTENCE)
        self.year, self.until = year, found.start() if found else min(len(text), end + _SENTENCE)


def plans_own_year(plan: PlanOutline | None, year: int | None) -> int:
    """`year`, which a plan or its page tells, or 0: a page says little of the year of a plan that it only shows."""
    return (year or 0) if plan is not None and (plan.year or plan.date or plan.month) else 0
