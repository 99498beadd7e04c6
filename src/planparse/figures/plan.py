"""Puts a plan together: sections, figures, times, contacts and assignments, every span in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse import models
from planparse.figures.context import PlanContext
from planparse.figures.figure import read_figures
from planparse.figures.places import Fields, Places
from planparse.figures.usable_times import PLACE_HOLDERS
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.figures.ids import Ids
    from planparse.figures.tables import TableReading
    from planparse.mentions import Mentions
    from planparse.mentions.model import TimeMention
    from planparse.outline.model import Outline, PlanOutline
    from planparse.reading import SourceText
    from planparse.rules import RuleSet

__all__ = ["BuiltPlan", "build_plan"]


class BuiltPlan(Record):
    """A plan without its relations, and where in the clean text it and what it says stand.

    Figures and times have their offsets, and are in the order of these. `naming` are the cells of tables whose numbers
    count nothing.
    """

    __slots__ = ("end", "figures", "naming", "plan", "start", "times")

    def __init__(
        self,
        plan: models.Plan,
        start: int,
        end: int,
        figures: list[tuple[int, int, models.Figure]],
        times: list[tuple[int, int, models.Time]],
        naming: list[tuple[int, int]],
    ) -> None:
        self.plan = plan
        self.start = start
        self.end = end
        self.figures = figures
        self.times = times
        self.naming = naming


def build_plan(
    ids: Ids, source: SourceText, text: CleanText, outline: Outline, mentions: Mentions, rules: RuleSet
) -> BuiltPlan:
    """The one plan of `outline`, or a piece of it, from its clean text and mentions; without relations as yet."""
    places = Places(source, text)
    tables: list[TableReading] = []
    if source.tables:
        from planparse.figures.tables import read_tables, with_tables

        tables = read_tables(source, text, outline, mentions, rules)
        mentions = with_tables(mentions, tables)
    (plan,) = outline.plans
    context = PlanContext(text, plan, mentions, rules, tables)

    sections = [ids.section(index) for index in range(len(plan.sections))]

    def section_id(offset: int) -> str | None:
        index = context.section_index(offset)
        return None if index is None else sections[index]

    figures, placed = read_figures(ids, sections, context, places)
    times = [time for time in context.times if not (time.hidden and context.words[time.start] in PLACE_HOLDERS)]
    built = models.Plan.model_validate(
        {
            "id": ids.plan,
            "department": plan.department,
            "title": plan.title,
            "date": plan.date,
            "span": places.span(plan.start, plan.end),
            "sections": _sections(sections, plan, places),
            **figures,
            "times": [_time(ids.new("x"), time, section_id(time.start), places) for time in times],
            "contacts": [
                {
                    "role": contact.role,
                    "value": contact.value,
                    "label": contact.label,
                    "person": contact.person,
                    "span": places.span(contact.start, contact.end),
                    "section": section_id(contact.start),
                    "rule": contact.rule,
                }
                for contact in mentions.contacts
            ],
            "assignments": [
                {
                    "role": assignment.role,
                    "unit": assignment.unit,
                    "span": places.span(assignment.start, assignment.end),
                    "section": section_id(assignment.start),
                    "rule": assignment.rule,
                }
                for assignment in context.assignments
            ],
        },
        extra="ignore",  # the keys are ours: to look for others takes an eighth of the time
    )
    ids.pass_sections(len(sections))
    made = {name: iter(getattr(built, name)) for name in figures}
    return BuiltPlan(
        built,
        plan.start,
        plan.end,
        [(quantity.start, quantity.end, next(made[name])) for name, quantity in placed],
        [(time.start, time.end, told) for time, told in zip(times, built.times, strict=True)],
        sorted(cell for table in tables for cell in table.naming_cells),
    )


def _sections(ids: list[str], plan: PlanOutline, places: Places) -> list[Fields]:
    found = []
    for name, section in zip(ids, plan.sections, strict=True):
        heading, span = places.quoted(section.head_start, section.head_end)
        found.append(
            {
                "id": name,
                "heading": heading,
                "title": section.title,
                "level": section.level,
                "parent": None if section.parent is None else ids[section.parent],
                "kinds": section.kinds,
                "implicit": section.implicit,
                "heading_span": span,
                "span": places.span(section.start, section.end),
            }
        )
    return found


def _time(name: str, time: TimeMention, section: str | None, places: Places) -> Fields:
    """The fields of models.Time, but for those that are absent."""
    text, span = places.quoted(time.start, time.end)
    fields = {"id": name, "text": text, "kind": time.kind, "span": span, "section": section, "rule": time.rule}
    if time.first:
        fields["start"] = time.first
    if time.last:
        fields["end"] = time.last
    if time.alt_end:
        fields["alt_end"] = time.alt_end
    if time.duration:
        fields["duration"] = time.duration
    if time.every:
        fields["every"] = time.every
    return fields
