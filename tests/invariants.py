"""What holds of every document that planparse writes, whatever text it was read from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planparse.cleaning import CleanText
    from planparse.models import Diagnostic, Document, Figure, Plan, Section, Span

__all__ = ["broken"]


def broken(document: Document, cleaned: CleanText) -> list[str]:
    """The invariants that a document, read from the text `cleaned`, breaks; none in a good one."""
    text = cleaned.source
    found = [f"chars is {document.source.chars}, not {len(text)}"] * (document.source.chars != len(text))
    found += [f"plans {a.id} and {b.id} overlap" for a, b in pairwise(document.plans) if a.span.end > b.span.start]
    found += _ids(document)
    for plan in document.plans:
        found += _words(plan, cleaned)
        found += _places(plan, len(text))
        found += _sections(plan)
        found += _references(plan)
    found += _diagnostics(document.diagnostics, document.plans, len(text))
    return found


def _ids(document: Document) -> Iterator[str]:
    for number, plan in enumerate(document.plans, 1):
        if plan.id != f"p{number}":
            yield f"plan {number} is called {plan.id}"
        for letter, items in (
            ("s", plan.sections),
            ("t", plan.targets),
            ("b", plan.baselines),
            ("q", plan.parameters),
            ("x", plan.times),
        ):
            ids = [item.id for item in items]
            if ids != [f"{plan.id}.{letter}{count}" for count in range(1, len(ids) + 1)]:
                yield f"ids do not count on: {ids}"


def _given(plan: Plan) -> Iterator[tuple[str, Span]]:
    """Words that stand in the source as they are, each with its span."""
    for figure in _figures(plan):
        yield figure.quantity.text, figure.quantity.span
        if figure.previous:
            yield figure.previous.text, figure.previous.span
        if figure.due:
            yield figure.due.text, figure.due.span
    for time in plan.times:
        yield time.text, time.span
    for section in plan.sections:
        yield section.heading, section.heading_span


def _words(plan: Plan, cleaned: CleanText) -> Iterator[str]:
    text = cleaned.source
    for words, span in _given(plan):
        if text[span.start : span.end] != words or not words:
            yield f"{words!r} is not what stands at {span.start}: {text[span.start : span.end]!r}"
    # Folded to simplified half-width characters without blanks, as the contract says of names.
    for contact in plan.contacts:
        folded = _folded(cleaned, contact.span)
        if contact.role == "phone":
            folded, value = _digits(folded), _digits(contact.value)
        else:
            value = contact.value
        if value != folded or not value:
            yield f"contact {contact.value!r} is not what stands at {contact.span.start}: {folded!r}"
    for assignment in plan.assignments:
        folded = _folded(cleaned, assignment.span)
        if "".join(assignment.unit.split()) != folded or not folded:
            yield f"unit {assignment.unit!r} is not what stands at {assignment.span.start}: {folded!r}"
    for section in plan.sections:
        # An attachment's title may stand on the line below its mark.
        if "".join(section.title.split()) not in _folded(cleaned, section.span):
            yield f"title {section.title!r} is not in section {section.id}"


def _places(plan: Plan, length: int) -> Iterator[str]:
    spans = [figure.span for figure in _figures(plan)]
    spans += [span for _, span in _given(plan)]
    spans += [item.span for items in (plan.times, plan.contacts, plan.assignments, plan.relations) for item in items]
    spans += [section.span for section in plan.sections]
    if not 0 <= plan.span.start < plan.span.end <= length:
        yield f"{plan.id} lies outside of the text: {plan.span}"
    for span in spans:
        if not plan.span.start <= span.start < span.end <= plan.span.end:
            yield f"{span} lies outside of {plan.id} {plan.span}"
    ordered: Iterable[list[Span]] = (
        [item.quantity.span for item in plan.targets],
        [item.quantity.span for item in plan.baselines],
        [item.quantity.span for item in plan.parameters],
        [item.span for item in plan.times],
        [item.span for item in plan.contacts],
        [item.span for item in plan.assignments],
        [item.heading_span for item in plan.sections],
    )
    for row in ordered:
        yield from (f"{b} stands before {a}" for a, b in pairwise(row) if b.start < a.start)
    for figures in (sorted((f.quantity.span for f in _figures(plan)), key=lambda span: span.start),):
        yield from (f"two figures share {a} and {b}" for a, b in pairwise(figures) if a.end > b.start)


def _sections(plan: Plan) -> Iterator[str]:
    before: dict[str, Section] = {}
    for section in plan.sections:
        parent = before.get(section.parent or "")
        if section.parent and parent is None:
            yield f"{section.id} has a parent that is not above it: {section.parent}"
        if parent and not (parent.span.start <= section.span.start and section.span.end <= parent.span.end):
            yield f"{section.id} is not inside {parent.id}"
        if parent and parent.level >= section.level:
            yield f"{section.id} has the level of its parent"
        if not section.kinds:
            yield f"{section.id} is of no kind"
        before[section.id] = section


def _references(plan: Plan) -> Iterator[str]:
    sections = {section.id: section.span for section in plan.sections}
    # A sum's total or part may also be a level that another figure was changed from; those have no id.
    known = {figure.id for figure in _figures(plan)}
    places = [(figure.section, figure.quantity.span) for figure in _figures(plan)]
    for items in (plan.times, plan.contacts, plan.assignments):
        places += [(item.section, item.span) for item in items]
    for section, span in places:
        if section is not None and (
            section not in sections or not sections[section].start <= span.start < sections[section].end
        ):
            yield f"{span} is not in its section {section}"
    for relation in plan.relations:
        for figure in filter(None, (relation.total, *relation.parts)):
            if figure not in known:
                yield f"a relation speaks of {figure}, which is not there"


def _diagnostics(diagnostics: list[Diagnostic], plans: list[Plan], length: int) -> Iterator[str]:
    spans = {plan.id: plan.span for plan in plans}
    for found in diagnostics:
        if found.plan is not None and found.plan not in spans:
            yield f"a diagnostic speaks of {found.plan}, which is not there"
        if found.span is not None and not 0 <= found.span.start <= found.span.end <= length:
            yield f"a diagnostic points to {found.span}"
        if not found.message.strip() or "\n" in found.message:
            yield f"a diagnostic says {found.message!r}"


def _figures(plan: Plan) -> list[Figure]:
    return [*plan.targets, *plan.baselines, *plan.parameters]


def _folded(cleaned: CleanText, span: Span) -> str:
    """What stands in the clean text for a span of the source, without blanks."""
    return "".join(cleaned.text[cleaned.offset_of(span.start) : cleaned.offset_of(span.end)].split())


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdecimal())
