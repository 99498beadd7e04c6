"""The relations of a plan that do not hold, as hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Hit, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["broken_relations"]


def broken_relations(subject: Subject, kind: str) -> Iterator[Hit]:
    """Hits on what is stated, the total or the share, with the parts' words to show the computation."""
    figures = {figure.id: figure for figure in subject.figures}
    for relation in subject.plan.relations:
        if relation.kind != kind or relation.holds:
            continue
        parts = [figures[part] for part in relation.parts]
        # A share or a rate is the last of its parts; a sum and a product state their total.
        stated = figures[relation.total] if relation.total and kind in {"sum", "product"} else parts[-1]
        span = stated.quantity.span
        values = {
            "total": relation.total,
            "stated": f"{relation.stated:,}",
            "computed": f"{relation.computed:,}",
            "parts": "、".join(subject.quote(p.quantity.span.start, p.quantity.span.end) for p in parts),
        }
        yield Hit(span.start, span.end, values)
