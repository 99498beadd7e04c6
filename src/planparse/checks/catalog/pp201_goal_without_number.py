"""A section on goals names no numeric target.

What cannot be counted cannot be checked afterwards. Sub-sections count for the section that they stand in.

Fix: say how many, how much, or what share is to be reached.

Fails:

    二、目标任务
    群众生活水平得到改善。

Passes:

    二、目标任务
    2024年底前改造危房30户，群众生活水平得到改善。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Sections of kind goal in whose span no target stands."""
    for section in subject.sections("goal"):
        inside = any(section.span.start <= target.span.start < section.span.end for target in subject.plan.targets)
        if not inside:
            span = section.heading_span
            yield Hit(span.start, span.end, {"title": section.title})


CHECK = Check(
    code="PP201",
    name="goal-without-number",
    severity="warning",
    message=Saying("“{title}”没有量化指标", "{title} names no numeric target"),
    fix=Saying("写明数量、比例或金额", "say how many, how much, or what share is to be reached"),
    find=find,
)
