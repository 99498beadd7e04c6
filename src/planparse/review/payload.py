"""What the review page carries of a document: every item with its place, nothing that its text already says.

Spans are `[start, end]` in code points of the text as read; absent keys are null, empty or false. Quoted words (a
quantity's `text`, a clause) are left out: the page cuts them from the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planparse.export.rows import ROLES

if TYPE_CHECKING:
    from planparse.models import Diagnostic, Document, Due, Figure, Plan, Quantity, Span

__all__ = ["payload"]

Data = dict[str, Any]

FIGURE_FIELDS = {
    *("id", "indicator", "action", "change", "every", "responsible", "section", "rule", "role_rule", "nature"),
}


def payload(document: Document) -> Data:
    """The document as the page's script reads it, without its text."""
    return _lean(
        path=document.source.path,
        sha256=document.source.sha256,
        format=document.source.format,
        title=document.metadata.title,
        issuer=document.metadata.issuer,
        number=document.metadata.doc_number,
        date=document.metadata.date,
        plans=[_plan(plan) for plan in document.plans],
        diagnostics=[_diagnostic(diagnostic) for diagnostic in document.diagnostics],
    )


def _plan(plan: Plan) -> Data:
    figures = [_figure(role, figure) for name, role in ROLES.items() for figure in getattr(plan, name)]
    return _lean(
        id=plan.id,
        department=plan.department,
        title=plan.title,
        date=plan.date,
        at=_at(plan.span),
        sections=[
            _lean(
                id=section.id,
                at=_at(section.heading_span),
                level=section.level,
                parent=section.parent,
                kinds=section.kinds,
                implicit=section.implicit,
                page=section.heading_span.page,
            )
            for section in plan.sections
        ],
        figures=sorted(figures, key=lambda figure: figure["at"]),
        times=[
            _lean(at=_at(item.span), page=item.span.page, **item.model_dump(exclude={"span", "text"}))
            for item in plan.times
        ],
        contacts=[
            _lean(at=_at(item.span), page=item.span.page, **item.model_dump(exclude={"span"})) for item in plan.contacts
        ],
        assignments=[
            _lean(at=_at(item.span), page=item.span.page, **item.model_dump(exclude={"span"}))
            for item in plan.assignments
        ],
        relations=[_lean(at=_at(item.span), **item.model_dump(exclude={"span"})) for item in plan.relations],
    )


def _figure(role: str, figure: Figure) -> Data:
    return _lean(
        role=role,
        at=_at(figure.quantity.span),
        clause=_at(figure.span),
        page=figure.quantity.span.page,
        **_quantity(figure.quantity),
        previous=_quantity(figure.previous) if figure.previous else None,
        due=_due(figure.due) if figure.due else None,
        **figure.model_dump(include=FIGURE_FIELDS),
    )


def _quantity(quantity: Quantity) -> Data:
    return _lean(**quantity.model_dump(exclude={"text", "span"}))


def _due(due: Due) -> Data:
    return _lean(at=_at(due.span), start=due.start, end=due.end, alt_end=due.alt_end)


def _diagnostic(diagnostic: Diagnostic) -> Data:
    span = diagnostic.span
    return _lean(
        **diagnostic.model_dump(exclude={"span"}), at=_at(span) if span else None, page=span.page if span else None
    )


def _at(span: Span) -> list[int]:
    return [span.start, span.end]


def _lean(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value is not None and value != [] and value is not False}
