"""`Outline`: where each plan and each section of a clean text begins and ends. Offsets are into `CleanText.text`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.cleaning.text import CleanText

__all__ = ["GLOSSARY", "Outline", "PlanOutline", "SectionOutline"]

GLOSSARY = "plan/glossary"
"""The rule of a section that explains the words of its paper."""

# The longest plans, those of a country or province for five years, have some 80,000 characters.
_LONGEST = 100_000
_ENDS = [lazy_plain_pattern(end) for end in (r"\n", "[。！？!?]", "[;；，,、]", r"[^0-9.．](?=[0-9])")]


class SectionOutline(Record):
    """A heading and its stretch. `parent` is an index into the plan's sections, None at the top.

    `head_start:head_end` is the heading as it stands (number and words); `run_in` when text follows it in its own
    paragraph (`（一）坚持统筹。各部门…`). `start:end` is heading and body, sub-sections included.
    """

    __slots__ = (
        "end",
        "head_end",
        "head_start",
        "implicit",
        "kinds",
        "level",
        "parent",
        "rule",
        "run_in",
        "start",
        "title",
    )

    def __init__(
        self,
        start: int,
        end: int,
        head_start: int,
        head_end: int,
        title: str,
        level: int,
        kinds: tuple[str, ...],
        parent: int | None = None,
        implicit: bool = False,
        run_in: bool = False,
        rule: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.head_start = head_start
        self.head_end = head_end
        self.title = title
        self.level = level
        self.kinds = kinds
        self.parent = parent
        self.implicit = implicit
        self.run_in = run_in
        self.rule = rule

    @property
    def has_own_line(self) -> bool:
        """Whether the heading is written, and by itself."""
        return not self.run_in and not self.implicit

    def moved(self, by: int) -> SectionOutline:
        """The same section in a text whose offsets are `by` larger."""
        return SectionOutline(
            *(self.start + by, self.end + by, self.head_start + by, self.head_end + by, self.title, self.level),
            *(self.kinds, self.parent, self.implicit, self.run_in, self.rule),
        )

    @property
    def explains(self) -> bool:
        """Whether it only explains the words of its paper (名词解释): it sets nobody a task."""
        return self.rule == GLOSSARY


class PlanOutline(Record):
    """A plan's stretch, its own words about itself (ISO date), and its sections in reading order.

    `month` (2031-07) is what a date of issue without a day says; `date` is None then.
    `year` is the one year that the title names (`2022年行动计划`), which governs month-only dates; `period` the first
    and last year that the title names (`（2021—2023年）`, `“十四五”…规划`). `goes_on` is a piece of a plan whose title
    stands in a piece before it. `of_funds`: the year is that of the funds that pay for the work, which may go on beyond
    it (`2031年度…资金…项目方案`).
    """

    __slots__ = (
        "date",
        "department",
        "end",
        "goes_on",
        "month",
        "of_funds",
        "period",
        "sections",
        "start",
        "title",
        "year",
    )

    def __init__(
        self,
        start: int,
        end: int,
        department: str | None,
        title: str | None,
        date: str | None,
        sections: tuple[SectionOutline, ...] = (),
        year: int | None = None,
        period: tuple[int, int] | None = None,
        goes_on: bool = False,
        month: str | None = None,
        of_funds: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.department = department
        self.title = title
        self.date = date
        self.sections = sections
        self.year = year
        self.period = period
        self.goes_on = goes_on
        self.month = month
        self.of_funds = of_funds

    @property
    def year_of_work(self) -> int | None:
        """The year in which what a yearly plan sets out is to be reached."""
        return None if self.of_funds else self.year

    def pieces(self, text: str) -> list[PlanOutline]:
        """The plan, a stretch of `text`; of one that is longer than any a state makes, pieces of it.

        A piece begins with a section of the top level, or, where no section is, with a paragraph.
        """
        if self.end - self.start <= _LONGEST:
            return [self]
        tops = [(section.start, index) for index, section in enumerate(self.sections) if section.parent is None]
        free = tops[0][0] if tops else self.end
        cuts, start = [(self.start, 0)], self.start
        while free - start > 2 * _LONGEST:
            start = _end_of_words(text, start + _LONGEST, start + 2 * _LONGEST)
            cuts.append((start, 0))
        for top, index in tops:
            if top - start > _LONGEST:
                start = top
                cuts.append((top, index))
        if len(cuts) == 1:
            return [self]
        ends = [*cuts[1:], (self.end, len(self.sections))]
        return [self._piece(start, end, first, last) for (start, first), (end, last) in zip(cuts, ends, strict=True)]

    def moved(self, by: int) -> PlanOutline:
        """The same plan in a text whose offsets are `by` larger."""
        if not by:
            return self
        sections = tuple([section.moved(by) for section in self.sections])
        return self.replaced(start=self.start + by, end=self.end + by, sections=sections)

    def _piece(self, start: int, end: int, first: int, last: int) -> PlanOutline:
        sections = tuple(
            section.replaced(parent=None if section.parent is None else section.parent - first)
            for section in self.sections[first:last]
        )
        return self.replaced(start=start, end=end, sections=sections, goes_on=start > self.start)


class Outline(Record):
    """The plans of a document and what its front matter says: title, issuer, 发文字号, ISO date or its month alone.

    `left_out` is the stretch in front of the first plan, if any, that states amounts and belongs to none.
    """

    __slots__ = ("date", "doc_number", "issuer", "left_out", "month", "plans", "title")

    def __init__(
        self,
        plans: tuple[PlanOutline, ...],
        title: str | None = None,
        issuer: str | None = None,
        doc_number: str | None = None,
        date: str | None = None,
        month: str | None = None,
        left_out: tuple[int, int] | None = None,
    ) -> None:
        self.plans = plans
        self.title = title
        self.issuer = issuer
        self.doc_number = doc_number
        self.date = date
        self.month = month
        self.left_out = left_out

    def alone(self, plan: PlanOutline, text: CleanText, begin: int = 0) -> tuple[CleanText, Outline]:
        """A plan or a piece of one with nothing but the text from `begin`, where what came before it ended, to its end.

        Offsets are into that text. Nothing behind the outline looks from one plan into another, so that plans can be
        read, written and forgotten one after the other.
        """
        return text.part(begin, plan.end), self.replaced(plans=(plan.moved(-begin),))


def _end_of_words(text: str, low: int, high: int) -> int:
    """The first offset in `[low, high)` behind the end of a paragraph, else of a sentence, else of a clause.

    Where nothing ends, one in front of a number; what has not even that is cut at `low`.
    """
    for ends in _ENDS:
        if found := ends.search(text, low, high):
            return found.end()
    return low
