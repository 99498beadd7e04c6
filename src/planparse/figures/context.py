"""What the readers of figures share: one plan's text, clauses, sections and mentions, quickly asked by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from planparse.mentions.clauses import Clauses, clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.cleaning import CleanText
    from planparse.figures.tables import CellFigure, CellScope, TableReading
    from planparse.mentions import Mentions
    from planparse.mentions.model import AssignmentMention, QuantityMention, TimeMention
    from planparse.outline.model import PlanOutline, SectionOutline
    from planparse.rules import RuleSet

__all__ = ["PlanContext", "plan_context"]

M = TypeVar("M", "AssignmentMention", "QuantityMention", "TimeMention")


@dataclass(frozen=True, slots=True)
class PlanContext:
    """A plan and what stands in it. Quantities and times are in order of their offsets."""

    text: CleanText
    words: str
    marks: Clauses
    plan: PlanOutline
    quantities: tuple[QuantityMention, ...]
    times: tuple[TimeMention, ...]
    time_starts: tuple[int, ...]
    assignments: tuple[AssignmentMention, ...]
    section_of: tuple[tuple[int, int], ...]
    rules: RuleSet
    cells: tuple[CellFigure, ...] = ()
    scopes: tuple[CellScope, ...] = ()
    scope_starts: tuple[int, ...] = ()
    works: tuple[tuple[int, int, int], ...] = ()
    """For each assignment, by where its work begins: that place, the furthest end of a work up to it, its index."""

    def section_index(self, offset: int) -> int | None:
        """Index of the innermost section that holds `offset`, None outside all."""
        at = bisect_right(self.section_of, (offset, len(self.plan.sections))) - 1
        while at >= 0:
            index = self.section_of[at][1]
            if self.plan.sections[index].start <= offset < self.plan.sections[index].end:
                return index
            at -= 1
        return None

    def lineage(self, index: int | None) -> list[SectionOutline]:
        """The section at `index` and those above it, innermost first."""
        chain = []
        while index is not None:
            chain.append(self.plan.sections[index])
            index = self.plan.sections[index].parent
        return chain

    def scope(self, offset: int) -> CellScope | None:
        """The cell of an understood table in which `offset` stands, None in running text."""
        at = bisect_right(self.scope_starts, offset) - 1
        return self.scopes[at] if at >= 0 and offset < self.scopes[at].end else None

    def quantities_between(self, start: int, end: int) -> list[QuantityMention]:
        """The quantities that begin in `[start, end)`, in order."""
        first = bisect_left(self.quantities, start, key=lambda quantity: quantity.start)
        last = bisect_left(self.quantities, end, key=lambda quantity: quantity.start)
        return list(self.quantities[first:last])

    def assigned(self, offset: int) -> list[AssignmentMention]:
        """The assignments whose work holds `offset`, in order."""
        found = []
        at = bisect_right(self.works, offset, key=lambda work: work[0])
        while at and self.works[at - 1][1] > offset:
            at -= 1
            index = self.works[at][2]
            if self.assignments[index].scope_end > offset:
                found.append(index)
        return [self.assignments[index] for index in sorted(found)]

    def times_between(self, start: int, end: int) -> list[TimeMention]:
        """The times that begin in `[start, end)`, in order."""
        return list(self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)])


def plan_context(
    text: CleanText, plan: PlanOutline, mentions: Mentions, rules: RuleSet, tables: Sequence[TableReading] = ()
) -> PlanContext:
    """The context of one plan; `tables` are those of the document that were understood."""

    def inside(start: int) -> bool:
        return plan.start <= start < plan.end

    times = _inside(plan, mentions.times)
    assignments = _inside(plan, mentions.assignments)
    scopes = tuple(scope for table in tables for scope in table.prose if inside(scope.start))
    return PlanContext(
        text,
        text.text,
        clauses(text.text),
        plan,
        _inside(plan, mentions.quantities),
        times,
        tuple(time.start for time in times),
        assignments,
        tuple(sorted((section.start, index) for index, section in enumerate(plan.sections))),
        rules,
        tuple(cell for table in tables for cell in table.figures if inside(cell.quantity.start)),
        scopes,
        tuple(scope.start for scope in scopes),
        _works(assignments),
    )


def _works(assignments: tuple[AssignmentMention, ...]) -> tuple[tuple[int, int, int], ...]:
    in_order = sorted(range(len(assignments)), key=lambda index: (assignments[index].scope_start, index))
    ends = accumulate((assignments[index].scope_end for index in in_order), max)
    return tuple((assignments[index].scope_start, end, index) for index, end in zip(in_order, ends, strict=True))


def _inside(plan: PlanOutline, mentions: tuple[M, ...]) -> tuple[M, ...]:
    """The mentions that begin in a plan; they are in order."""
    first, last = (bisect_left(mentions, edge, key=lambda mention: mention.start) for edge in (plan.start, plan.end))
    return mentions[first:last]
