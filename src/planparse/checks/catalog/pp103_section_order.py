"""Sections stand in another order than the profile's.

Readers and later programs expect 现状 before 目标 before 措施. The profile gives the order (`order`); kinds that it
does not name may stand anywhere, and a heading that covers several counts as the last of them.

Fix: move the section, or change `order` in a profile of your own.

Fails:

    一、推进措施
    二、目标任务

Passes:

    一、目标任务
    二、推进措施
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Headings of the first level whose kind belongs before one that already stood."""
    order = subject.profile.order
    furthest, before = -1, ""
    for section in subject.plan.sections:
        ranks = [order.index(kind) for kind in section.kinds if kind in order]
        if section.level != 1 or not ranks:
            continue
        if max(ranks) < furthest:
            span = section.heading_span
            yield Hit(span.start, span.end, {"title": section.title, "before": before})
        else:
            furthest, before = max(ranks), section.title


CHECK = Check(
    code="PP103",
    name="sections-out-of-order",
    severity="warning",
    message=Saying("“{title}”应在“{before}”之前", "{title} belongs before {before}"),
    fix=Saying("调整各部分的顺序", "move the section"),
    find=find,
)
