"""Labelled spans of a document, for those who train models: what every annotation format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.errors import UsageError
from planparse.export.rows import ROLES, document_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Document, Plan, Span

__all__ = ["LABELS", "TIMES", "Mark", "dues", "marks", "text_of"]

LABELS = (
    "TARGET",
    "BASELINE",
    "PARAMETER",
    "DATE",
    "PERIOD",
    "DEADLINE",
    "RECURRING",
    "DURATION",
    "PERSON_IN_CHARGE",
    "UNIT_IN_CHARGE",
    "CONTACT_PERSON",
    "PHONE",
    "LEAD",
    "SUPPORT",
    "RESPONSIBLE",
    "HEADING",
)
"""Every label, in the order in which an annotation tool should offer them."""

TIMES = ("DATE", "PERIOD", "DEADLINE", "RECURRING", "DURATION")
"""The labels of times, to which a target's due leads."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span. `due` is the span of the time that a target is due at: formats with relations link the two."""

    start: int
    end: int
    label: str
    due: tuple[int, int] | None = None


def text_of(document: Document) -> str:
    """The document's text. Raises UsageError where it was not kept."""
    if document.source.text is None:
        raise UsageError(f"{document_key(document)}: annotations need the text", "extract with --with-text")
    return document.source.text


def marks(document: Document) -> list[Mark]:
    """The labelled spans of a document, by place; each label once at a place, none of them empty."""
    found = {mark: None for plan in document.plans for mark in _marks(plan) if mark.start < mark.end}
    return sorted(found, key=lambda mark: (mark.start, -mark.end, LABELS.index(mark.label)))


def dues(found: list[Mark]) -> list[tuple[int, int]]:
    """Targets and the times at which they are due, as numbers in the list of marks."""
    times = {(mark.start, mark.end): number for number, mark in enumerate(found) if mark.label in TIMES}
    return [(number, times[mark.due]) for number, mark in enumerate(found) if mark.due in times]


def _marks(plan: Plan) -> Iterator[Mark]:
    for section in plan.sections:
        if not section.implicit:
            yield _mark(section.heading_span, "HEADING")
    for name, role in ROLES.items():
        for figure in getattr(plan, name):
            due = (figure.due.span.start, figure.due.span.end) if figure.due else None
            yield _mark(figure.quantity.span, role.upper(), due)
    for time in plan.times:
        yield _mark(time.span, time.kind.upper())
    for contact in plan.contacts:
        yield _mark(contact.span, contact.role.upper())
    for assignment in plan.assignments:
        yield _mark(assignment.span, assignment.role.upper())


def _mark(span: Span, label: str, due: tuple[int, int] | None = None) -> Mark:
    return Mark(span.start, span.end, label, due)
