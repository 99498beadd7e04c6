"""The year that governs a place: taken from what stands in front of it where an expression names none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.outline import Outline, PlanOutline, SectionOutline

__all__ = ["GoverningYears"]

# A year governs what follows it where it opens a clause: behind a break, an opening bracket or a preposition.
_OPENERS = frozenset('\n,。;:()、. \t“"')
_PREPOSITIONS = ("在", "于", "到", "至", "从", "自", "由", "截止", "确保", "力争", "计划")
# In these a year is only looked back upon: 在2030年完成任务的基础上.
_LOOKING_BACK = ("基础上", "以来", "相比", "数据", "水平", "为基数")
# How far a date of the page (发布时间, 来源) may stand from the end of its line.
_PAGE_LINE = 80


@dataclass(slots=True)
class _Open:
    """A section that is being read: the year of its heading, and the year last carried on in it."""

    section: SectionOutline
    heading: int | None = None
    carried: int | None = None


@dataclass(slots=True)
class GoverningYears:
    """Follows the years of a text from left to right; offsets must be asked and noted in rising order.

    The year of an expression without one is the last that opened a clause in the same paragraph, else that of the
    section's heading or carried on in the section, else that of the plan's title. What speaks of the document's own
    time (今年) takes the title's year or that of the document's date. Where none of these is there, there is no year.
    """

    text: str
    outline: Outline
    _plan: int = 0
    _next_section: int = 0
    _open: list[_Open] = field(default_factory=list)
    _line_end: int = -1
    _line_year: int | None = None
    _line_of_every_year: bool = False
    _page_year: int | None = None

    def of_document(self, offset: int) -> int | None:
        """The year in which the document at `offset` speaks."""
        plan = self._move(offset)
        if plan is not None and plan.year is not None:
            return plan.year
        return self._dated(plan)

    def of_place(self, offset: int, *, whole_year: bool = False) -> int | None:
        """The year that governs the place; `whole_year` for 全年, 年底: a plan of several years has several of them."""
        plan = self._move(offset)
        if self._line_of_every_year:
            return None
        if self._line_year is not None:
            return self._line_year
        for place in reversed(self._open):
            year = place.heading if place.heading is not None else place.carried
            if year is not None:
                return year
        if plan is not None and plan.year is not None:
            return plan.year
        several = plan is not None and plan.period is not None and plan.period[0] != plan.period[1]
        return None if whole_year and several else self._dated(plan)

    def every_year(self, start: int, end: int) -> None:
        """Notes 每年 at `[start, end)`: what it introduces with a colon (每年的安排是:第一季度) is of no one year."""
        self._move(start)
        colon = self.text.find(":", end, end + 12)
        if colon >= 0 and not any(mark in self.text[end:colon] for mark in ",。;\n"):
            self._line_of_every_year = True

    def written(self, start: int, end: int, year: int, *, fine: bool, horizon: bool) -> None:
        """Notes a written year at `[start, end)`.

        `fine`: it stands with a month, quarter or day. `horizon`: the end of a year as a goal (到2030年), which governs
        nothing but its own clause.
        """
        self._move(start)
        line = self.text.rfind("\n", 0, start) + 1
        if fine and self._page_year is None and self._line_end - line <= _PAGE_LINE and not self._in_body():
            self._page_year = year
        if horizon or not self._opens_clause(start) or self._looks_back(end):
            return
        self._line_year, self._line_of_every_year = year, False
        if not self._open:
            return
        place = self._open[-1]
        if start < place.section.head_end:
            place.heading = year
            if fine and len(self._open) > 1:
                self._open[-2].carried = year
        elif fine or self.text[self._line_end - 1 : self._line_end] == ":":
            place.carried = year

    def _in_body(self) -> bool:
        return bool(self._open)

    def _dated(self, plan: PlanOutline | None) -> int | None:
        date = (plan.date if plan is not None else None) or self.outline.date
        return int(date[:4]) if date else self._page_year

    def _opens_clause(self, start: int) -> bool:
        if start == 0 or self.text[start - 1] in _OPENERS:
            return True
        return self.text.endswith(_PREPOSITIONS, max(0, start - 2), start)

    def _looks_back(self, end: int) -> bool:
        clause = self.text[end : min(end + 24, self._line_end)]
        for mark in ",。;":
            clause = clause.partition(mark)[0]
        return any(words in clause for words in _LOOKING_BACK)

    def _move(self, offset: int) -> PlanOutline | None:
        """Goes on to `offset`; returns the plan it is in."""
        plans = self.outline.plans
        while self._plan < len(plans) and plans[self._plan].end <= offset:
            self._plan, self._next_section, self._open = self._plan + 1, 0, []
        plan = plans[self._plan] if self._plan < len(plans) and plans[self._plan].start <= offset else None
        if plan is not None:
            while self._next_section < len(plan.sections) and plan.sections[self._next_section].start <= offset:
                self._enter(plan.sections[self._next_section])
                self._next_section += 1
            while self._open and self._open[-1].section.end <= offset:
                self._open.pop()
        if offset >= self._line_end:
            end = self.text.find("\n", offset)
            self._line_end = len(self.text) if end < 0 else end
            self._line_year, self._line_of_every_year = None, False
        return plan

    def _enter(self, section: SectionOutline) -> None:
        while self._open and self._open[-1].section.end <= section.start:
            self._open.pop()
        self._open.append(_Open(section))
