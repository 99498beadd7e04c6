"""Documents as tidy rows: the form that pandas, Excel and DuckDB users want.

Every table of `tables.TABLES` has a function of its name that yields one flat dict per item, keys in the order of its
columns; `document` and `plan` lead back to where the item stands. Values are plain: str, int, float, bool or None;
dates are ISO strings. Lists are joined with `、`. `span_start`/`span_end` are character offsets into the text as read.

A row of what there is most of (figures, times, assignments) is written out whole: a dict literal of constant keys is
made in one step, one put together from parts takes half as long again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planparse.models import Document, Figure, Plan, Span

__all__ = [
    "Row",
    "assignments",
    "contacts",
    "diagnostics",
    "document_key",
    "plans",
    "relations",
    "sections",
    "table_rows",
    "targets",
    "times",
]

Value = str | int | float | bool | None
Row = dict[str, Value]

ROLES = {"targets": "target", "baselines": "baseline", "parameters": "parameter"}


def table_rows(table: str, document: Document) -> Iterable[Row]:
    """The rows of the table of that name."""
    return _MAKERS[table](document)


def plans(document: Document) -> Iterator[Row]:
    """One row per plan, with what the document says of itself and how many figures the plan has."""
    about = document.metadata
    for plan in document.plans:
        yield {
            **_where(document, plan),
            "title": plan.title,
            "date": plan.date,
            "document_title": about.title,
            "issuer": about.issuer,
            "doc_number": about.doc_number,
            "document_date": about.date,
            "targets": len(plan.targets),
            "baselines": len(plan.baselines),
            "parameters": len(plan.parameters),
            **_place(plan.span),
        }


def sections(document: Document) -> Iterator[Row]:
    """One row per section; the place is that of its heading."""
    for plan in document.plans:
        where = _where(document, plan)
        for section in plan.sections:
            yield {
                **where,
                "id": section.id,
                "heading": section.heading,
                "title": section.title,
                "level": section.level,
                "parent": section.parent,
                "kinds": _joined(section.kinds),
                "implicit": section.implicit,
                **_place(section.heading_span),
            }


def targets(document: Document) -> Iterator[Row]:
    """One row per figure: targets, baselines and parameters (`role` says which), in the order of the text by plan."""
    key = document_key(document)
    for plan in document.plans:
        headings = _headings(plan)
        figures = [(role, figure) for name, role in ROLES.items() for figure in getattr(plan, name)]
        figures.sort(key=_place_of_figure)
        for role, figure in figures:
            quantity, due, previous, section = figure.quantity, figure.due, figure.previous, figure.section
            span = quantity.span
            yield {
                "document": key,
                "plan": plan.id,
                "department": plan.department,
                "id": figure.id,
                "role": role,
                "indicator": figure.indicator,
                "action": figure.action,
                "text": quantity.text,
                "op": quantity.op,
                "op_text": quantity.op_text,
                "value": quantity.value,
                "min": quantity.min,
                "max": quantity.max,
                "unit": quantity.unit,
                "per": "、".join(quantity.per) or None,
                "base_value": quantity.base_value,
                "base_unit": quantity.base_unit,
                "change": figure.change,
                "previous_value": previous.value if previous else None,
                "previous_unit": previous.unit if previous else None,
                "due": due.text if due else None,
                "due_start": due.start if due else None,
                "due_end": due.end if due else None,
                "due_alt_end": due.alt_end if due else None,
                "every": figure.every,
                "responsible": "、".join(figure.responsible) or None,
                "clause": figure.clause,
                "section": section,
                "heading": headings.get(section) if section else None,
                "span_start": span.start,
                "span_end": span.end,
                "page": span.page,
                "block": span.block,
                "cell": span.cell,
                "rule": figure.rule,
                "role_rule": figure.role_rule,
                "nature": figure.nature,
            }


def times(document: Document) -> Iterator[Row]:
    """One row per time expression."""
    key = document_key(document)
    for plan in document.plans:
        headings = _headings(plan)
        for time in plan.times:
            span = time.span
            yield {
                "document": key,
                "plan": plan.id,
                "department": plan.department,
                "id": time.id,
                "kind": time.kind,
                "text": time.text,
                "start": time.start,
                "end": time.end,
                "alt_end": time.alt_end,
                "duration": time.duration,
                "every": time.every,
                "section": time.section,
                "heading": headings.get(time.section or ""),
                "span_start": span.start,
                "span_end": span.end,
                "page": span.page,
                "block": span.block,
                "cell": span.cell,
                "rule": time.rule,
            }


def contacts(document: Document) -> Iterator[Row]:
    """One row per person, unit or telephone number that answers for a plan."""
    for plan in document.plans:
        where, headings = _where(document, plan), _headings(plan)
        for contact in plan.contacts:
            yield {
                **where,
                "role": contact.role,
                "value": contact.value,
                "label": contact.label,
                "person": contact.person,
                **_section(contact.section, headings),
                **_place(contact.span),
                "rule": contact.rule,
            }


def assignments(document: Document) -> Iterator[Row]:
    """One row per unit made answerable for a piece of work."""
    key = document_key(document)
    for plan in document.plans:
        headings = _headings(plan)
        for assignment in plan.assignments:
            span = assignment.span
            yield {
                "document": key,
                "plan": plan.id,
                "department": plan.department,
                "role": assignment.role,
                "unit": assignment.unit,
                "section": assignment.section,
                "heading": headings.get(assignment.section or ""),
                "span_start": span.start,
                "span_end": span.end,
                "page": span.page,
                "block": span.block,
                "cell": span.cell,
                "rule": assignment.rule,
            }


def relations(document: Document) -> Iterator[Row]:
    """One row per relation between figures, holding or not."""
    for plan in document.plans:
        where = _where(document, plan)
        for relation in plan.relations:
            yield {
                **where,
                "kind": relation.kind,
                "total": relation.total,
                "parts": _joined(relation.parts),
                "stated": relation.stated,
                "computed": relation.computed,
                "holds": relation.holds,
                **_place(relation.span),
            }


def diagnostics(document: Document) -> Iterator[Row]:
    """One row per finding of what could not be understood or does not add up."""
    departments = {plan.id: plan.department for plan in document.plans}
    for diagnostic in document.diagnostics:
        yield {
            "document": document_key(document),
            "plan": diagnostic.plan,
            "department": departments.get(diagnostic.plan or ""),
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            **_place(diagnostic.span),
        }


_MAKERS: dict[str, Callable[[Document], Iterable[Row]]] = {
    "plans": plans,
    "sections": sections,
    "targets": targets,
    "times": times,
    "contacts": contacts,
    "assignments": assignments,
    "relations": relations,
    "diagnostics": diagnostics,
}


def document_key(document: Document) -> str:
    """What names the document in every table: its path, or its content's hash where it came without one."""
    return document.source.path or document.source.sha256


def _where(document: Document, plan: Plan) -> Row:
    return {"document": document_key(document), "plan": plan.id, "department": plan.department}


def _headings(plan: Plan) -> dict[str, str]:
    return {section.id: section.heading for section in plan.sections}


def _section(section: str | None, headings: dict[str, str]) -> Row:
    return {"section": section, "heading": headings.get(section or "")}


def _place(span: Span | None) -> Row:
    if span is None:
        return {"span_start": None, "span_end": None, "page": None, "block": None, "cell": None}
    return {"span_start": span.start, "span_end": span.end, "page": span.page, "block": span.block, "cell": span.cell}


def _place_of_figure(figure: tuple[str, Figure]) -> int:
    return figure[1].quantity.span.start


def _joined(words: Sequence[str]) -> str | None:
    return "、".join(words) if words else None
