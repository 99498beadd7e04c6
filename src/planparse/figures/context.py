"""What the readers of figures share: one plan's text, clauses, sections and mentions, quickly asked by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from planparse.figures.usable_times import TimeRow, can_govern, is_of_object
from planparse.mentions.clauses import clauses
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.cleaning import CleanText
    from planparse.figures.tables import CellScope, TableReading
    from planparse.mentions import Mentions
    from planparse.mentions.model import AssignmentMention, QuantityMention, TimeMention
    from planparse.outline.model import PlanOutline, SectionOutline
    from planparse.rules import RuleSet

__all__ = ["PlanContext", "Spot"]

_START = attrgetter("start")
M = TypeVar("M", "AssignmentMention", "QuantityMention", "TimeMention")


class Spot(Record):
    """Where a figure stands: the stretches around its first character, and the index of its innermost section."""

    __slots__ = (
        "clause_end",
        "clause_start",
        "item_end",
        "item_start",
        "paragraph_start",
        "period_start",
        "section",
        "sentence_end",
        "sentence_start",
    )

    def __init__(
        self,
        item_start: int,
        item_end: int,
        clause_start: int,
        clause_end: int,
        sentence_start: int,
        sentence_end: int,
        period_start: int,
        paragraph_start: int,
        section: int | None,
    ) -> None:
        self.item_start = item_start
        self.item_end = item_end
        self.clause_start = clause_start
        self.clause_end = clause_end
        self.sentence_start = sentence_start
        self.sentence_end = sentence_end
        self.period_start = period_start
        self.paragraph_start = paragraph_start
        self.section = section


class PlanContext:
    """A plan and what stands in it. Quantities and times are in order of their offsets."""

    def __init__(
        self,
        text: CleanText,
        plan: PlanOutline,
        mentions: Mentions,
        rules: RuleSet,
        tables: Sequence[TableReading] = (),
    ) -> None:
        """`tables` are those of the document that were understood."""

        def inside(start: int) -> bool:
            return plan.start <= start < plan.end

        self.text = text
        self.words = words = text.text
        self.marks = marks = clauses(words)
        self.plan = plan
        self.rules = rules
        self.quantities = _inside(plan, mentions.quantities)
        self.quantity_starts = [quantity.start for quantity in self.quantities]
        self.times = times = _inside(plan, mentions.times)
        self.time_row = TimeRow(times)
        first_year = plan.period[0] if plan.period else plan.year
        self.begin = begin = f"{first_year}-01-01" if first_year else plan.date
        """The first day of the plan's own years, else its date."""
        self.usable_times = TimeRow(
            [time for time in times if can_govern(time, words, marks) and not is_of_object(time, words, rules, begin)]
        )
        """The times that can govern a task."""
        self.rhythms = TimeRow([time for time in times if time.kind == "recurring"])
        """The times that recur (每年)."""
        self.years_taken = TimeRow(
            [time for time in times if time.kind == "duration" and (time.duration or "").endswith("Y")]
        )
        """How many years something takes (三年)."""
        sections = sorted((section.start, index) for index, section in enumerate(plan.sections))
        self.section_starts = [start for start, _ in sections]
        self.section_order = [index for _, index in sections]
        """The indices of the sections, in the order of `section_starts`."""
        # Where the section last asked for is the innermost: what is asked next mostly stands there too.
        self._near: tuple[int, int, int] = 0, 0, 0
        self.assignments = _inside(plan, mentions.assignments)
        self.work_starts, self.works = _works(self.assignments)
        """Where the works of the assignments begin, in order; for each of these works the furthest end of one up to it,
        and the assignment's index."""
        self.cells = [cell for table in tables for cell in table.figures if inside(cell.quantity.start)]
        self.scopes = [scope for table in tables for scope in table.prose if inside(scope.start)]
        self.scope_starts = [scope.start for scope in self.scopes]

    def section_index(self, offset: int) -> int | None:
        """Index of the innermost section that holds `offset`, None outside all."""
        begin, stop, near = self._near
        if begin <= offset < stop:
            return near
        sections, starts = self.plan.sections, self.section_starts
        behind = at = bisect_right(starts, offset)
        while at:
            at -= 1
            index = self.section_order[at]
            end = sections[index].end
            if offset < end:
                if at == behind - 1:
                    following = starts[behind] if behind < len(starts) else end
                    self._near = starts[at], following if following < end else end, index
                return index
        return None

    def spot(self, offset: int, near: Spot | None = None) -> Spot:
        """Where `offset` stands; `near` is the spot of an offset in front of it, mostly in the same sentence.

        A mark divides whatever a weaker one does: an item lies in one clause, a clause in one sentence.
        """
        section = self.section_index(offset)
        if near is not None and offset <= near.item_end and offset <= near.sentence_end and section == near.section:
            return near
        marks = self.marks
        items, clause_marks = marks.items, marks.clause_marks
        at = bisect_left(items, offset)
        item_start, item_end = items[at - 1] + 1, items[at]
        if near is None or offset > near.clause_end:
            at = bisect_left(clause_marks, offset)
            clause_start, clause_end = clause_marks[at - 1] + 1, clause_marks[at]
        else:
            clause_start, clause_end = near.clause_start, near.clause_end
        if near is None or offset > near.sentence_end:
            sentence_start, sentence_end = marks.sentence(offset)
            period_start, paragraph_start = marks.period(offset)[0], marks.paragraph(offset)[0]
        else:
            sentence_start, sentence_end = near.sentence_start, near.sentence_end
            period_start, paragraph_start = near.period_start, near.paragraph_start
        return Spot(
            item_start,
            item_end,
            clause_start,
            clause_end,
            sentence_start,
            sentence_end,
            period_start,
            paragraph_start,
            section,
        )

    def spots(self) -> list[Spot]:
        """Where each of the plan's quantities stands."""
        found: list[Spot] = []
        near = None
        for quantity in self.quantities:
            near = self.spot(quantity.start, near)
            if self.scopes and (scope := self.scope(quantity.start)):
                near = _within(near, scope)
            found.append(near)
        return found

    def lineage(self, index: int | None) -> list[SectionOutline]:
        """The section at `index` and those above it, innermost first."""
        chain = []
        while index is not None:
            chain.append(self.plan.sections[index])
            index = self.plan.sections[index].parent
        return chain

    def is_beyond(self, time: TimeMention) -> bool:
        """Whether a time ends after the last of the years that the plan is for (2035年 in one for 2026 to 2030)."""
        period = self.plan.period
        return period is not None and time.last is not None and time.last[:4] > str(period[1])

    def scope(self, offset: int) -> CellScope | None:
        """The cell of an understood table in which `offset` stands, None in running text."""
        at = bisect_right(self.scope_starts, offset) - 1
        return self.scopes[at] if at >= 0 and offset < self.scopes[at].end else None

    def quantities_between(self, start: int, end: int) -> list[QuantityMention]:
        """The quantities that begin in `[start, end)`, in order."""
        first = bisect_left(self.quantity_starts, start)
        return list(self.quantities[first : bisect_left(self.quantity_starts, end, first)])

    def assigned(self, offset: int) -> list[AssignmentMention]:
        """The assignments whose work holds `offset`, in order."""
        if not self.works:
            return []
        found = []
        at = bisect_right(self.work_starts, offset)
        while at and self.works[at - 1][0] > offset:
            at -= 1
            index = self.works[at][1]
            if self.assignments[index].scope_end > offset:
                found.append(index)
        return [self.assignments[index] for index in sorted(found)] if found else []


def _within(spot: Spot, cell: CellScope) -> Spot:
    """A spot in a table's cell: a sentence or paragraph does not reach beyond the cell."""
    start, end = cell.start, cell.end
    return spot.replaced(
        sentence_start=max(start, spot.sentence_start),
        sentence_end=min(end, spot.sentence_end),
        period_start=max(start, spot.period_start),
        paragraph_start=max(start, spot.paragraph_start),
    )


def _works(assignments: tuple[AssignmentMention, ...]) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    starts = [assignment.scope_start for assignment in assignments]
    in_order = sorted(range(len(starts)), key=starts.__getitem__)
    ends = accumulate([assignments[index].scope_end for index in in_order], max)
    return tuple([starts[index] for index in in_order]), tuple(zip(ends, in_order, strict=True))


def _inside(plan: PlanOutline, mentions: tuple[M, ...]) -> tuple[M, ...]:
    """The mentions that begin in a plan, as nearly always all do; they are in order."""
    if not mentions or (plan.start <= mentions[0].start and mentions[-1].start < plan.end):
        return mentions
    first, last = (bisect_left(mentions, edge, key=_START) for edge in (plan.start, plan.end))
    return mentions[first:last]
