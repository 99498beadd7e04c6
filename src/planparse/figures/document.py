"""Puts a document together: plans with sections, figures, times, contacts and assignments, every span in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planparse import models
from planparse.figures.context import PlanContext, plan_context
from planparse.figures.figure import read_figures
from planparse.figures.places import Places

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.figures.tables import TableReading
    from planparse.mentions import Mentions
    from planparse.mentions.model import ContactMention
    from planparse.outline.model import Outline
    from planparse.reading import Note, SourceText
    from planparse.rules import RuleSet

__all__ = ["build_document"]


def build_document(
    source: SourceText,
    text: CleanText,
    outline: Outline,
    mentions: Mentions,
    rules: RuleSet,
    *,
    with_text: bool = False,
) -> models.Document:
    """The document of a source, its clean text, outline and mentions; `with_text` keeps the source text in it."""
    places = Places(source, text)
    tables: list[TableReading] = []
    if source.tables:
        from planparse.figures.tables import read_tables, with_tables

        tables = read_tables(source, text, outline, mentions, rules)
        mentions = with_tables(mentions, tables, outline)
    plans = []
    for number, plan in enumerate(outline.plans):
        context = plan_context(text, plan, mentions, rules, tables)
        plans.append(_plan(f"p{number + 1}", context, mentions.contacts[number], places))
    return models.Document(
        source=models.Source(
            path=source.path,
            format=source.format,
            encoding=source.encoding,
            sha256=source.sha256,
            chars=len(source.text),
            text=source.text if with_text else None,
        ),
        metadata=models.Metadata(
            title=outline.title, issuer=outline.issuer, doc_number=outline.doc_number, date=outline.date
        ),
        plans=plans,
        diagnostics=[_noted(note) for note in source.notes],
    )


def _plan(name: str, context: PlanContext, contacts: tuple[ContactMention, ...], places: Places) -> models.Plan:
    plan = context.plan

    def section_id(offset: int) -> str | None:
        index = context.section_index(offset)
        return None if index is None else f"{name}.s{index + 1}"

    times = _times(name, context, places)
    figures = read_figures(name, context, places)
    return models.Plan(
        id=name,
        department=plan.department,
        title=plan.title,
        date=plan.date,
        span=places.span(plan.start, plan.end),
        sections=_sections(name, context, places),
        targets=[figure for role, figure in figures if role == "target"],
        baselines=[figure for role, figure in figures if role == "baseline"],
        parameters=[figure for role, figure in figures if role == "parameter"],
        times=times,
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
            for contact in contacts
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


def _sections(name: str, context: PlanContext, places: Places) -> list[models.Section]:
    return [
        models.Section(
            id=f"{name}.s{number}",
            heading=places.given(section.head_start, section.head_end),
            title=section.title,
            level=section.level,
            parent=None if section.parent is None else f"{name}.s{section.parent + 1}",
            kinds=cast("list[models.Kind]", list(section.kinds)),
            implicit=section.implicit,
            heading_span=places.span(section.head_start, section.head_end),
            span=places.span(section.start, section.end),
        )
        for number, section in enumerate(context.plan.sections, 1)
    ]


def _times(name: str, context: PlanContext, places: Places) -> list[models.Time]:
    found = []
    for number, time in enumerate(context.times, 1):
        index = context.section_index(time.start)
        found.append(
            models.Time(
                id=f"{name}.x{number}",
                text=places.given(time.start, time.end),
                kind=cast("models.TimeKind", time.kind),
                start=time.first,
                end=time.last,
                alt_end=time.alt_end,
                duration=time.duration,
                every=time.every,
                span=places.span(time.start, time.end),
                section=None if index is None else f"{name}.s{index + 1}",
                rule=time.rule,
            )
        )
    return found


def _noted(note: Note) -> models.Diagnostic:
    span = None if note.start is None else models.Span(start=note.start, end=note.end or note.start)
    return models.Diagnostic(
        code=note.code, severity=cast("models.Severity", note.severity), message=note.message, span=span
    )
