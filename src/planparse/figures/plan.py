"""Puts a plan together: sections, figures, times, contacts and assignments, every span in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planparse import models
from planparse.figures.context import PlanContext, plan_context
from planparse.figures.figure import read_figures
from planparse.figures.places import Places

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.figures.ids import Ids
    from planparse.figures.tables import TableReading
    from planparse.mentions import Mentions
    from planparse.outline.model import Outline
    from planparse.reading import SourceText
    from planparse.rules import RuleSet

__all__ = ["build_plan"]


def build_plan(
    ids: Ids, source: SourceText, text: CleanText, outline: Outline, mentions: Mentions, rules: RuleSet
) -> models.Plan:
    """The one plan of `outline`, or a piece of it, from its clean text and mentions; without relations as yet."""
    places = Places(source, text)
    tables: list[TableReading] = []
    if source.tables:
        from planparse.figures.tables import read_tables, with_tables

        tables = read_tables(source, text, outline, mentions, rules)
        mentions = with_tables(mentions, tables)
    (plan,) = outline.plans
    context = plan_context(text, plan, mentions, rules, tables)

    def section_id(offset: int) -> str | None:
        index = context.section_index(offset)
        return None if index is None else ids.section(index)

    figures = read_figures(ids, context, places)
    built = models.Plan(
        id=ids.plan,
        department=plan.department,
        title=plan.title,
        date=plan.date,
        span=places.span(plan.start, plan.end),
        sections=_sections(ids, context, places),
        targets=[figure for role, figure in figures if role == "target"],
        baselines=[figure for role, figure in figures if role == "baseline"],
        parameters=[figure for role, figure in figures if role == "parameter"],
        times=_times(ids, context, places),
        contacts=[
            models.Contact(
                role=cast("models.ContactRole", contact.role),
                value=contact.value,
                label=contact.label,
                person=contact.person,
                span=places.span(contact.start, contact.end),
                section=section_id(contact.start),
                rule=contact.rule,
            )
            for contact in mentions.contacts
        ],
        assignments=[
            models.Assignment(
                role=cast("models.AssignmentRole", assignment.role),
                unit=assignment.unit,
                span=places.span(assignment.start, assignment.end),
                section=section_id(assignment.start),
                rule=assignment.rule,
            )
            for assignment in context.assignments
        ],
    )
    ids.pass_sections(len(plan.sections))
    return built


def _sections(ids: Ids, context: PlanContext, places: Places) -> list[models.Section]:
    return [
        models.Section(
            id=ids.section(index),
            heading=places.given(section.head_start, section.head_end),
            title=section.title,
            level=section.level,
            parent=None if section.parent is None else ids.section(section.parent),
            kinds=cast("list[models.Kind]", list(section.kinds)),
            implicit=section.implicit,
            heading_span=places.span(section.head_start, section.head_end),
            span=places.span(section.start, section.end),
        )
        for index, section in enumerate(context.plan.sections)
    ]


def _times(ids: Ids, context: PlanContext, places: Places) -> list[models.Time]:
    found = []
    for time in context.times:
        index = context.section_index(time.start)
        found.append(
            models.Time(
                id=ids.new("x"),
                text=places.given(time.start, time.end),
                kind=cast("models.TimeKind", time.kind),
                start=time.first,
                end=time.last,
                alt_end=time.alt_end,
                duration=time.duration,
                every=time.every,
                span=places.span(time.start, time.end),
                section=None if index is None else ids.section(index),
                rule=time.rule,
            )
        )
    return found
