"""A target has no date by which it is to be reached.

A target without a date is never missed. The date may stand in the clause, in its sentence, or in the heading or
lead-in that governs it; 每年 counts as one.

Fix: add 到…年底 or …月底前.

Fails:

    新建文化站12个。

Passes:

    2024年底前，新建文化站12个。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Targets with neither a due time nor a rhythm."""
    for target in subject.plan.targets:
        if target.due is None and target.every is None:
            span = target.quantity.span
            yield Hit(
                span.start, span.end, {"quoted": subject.quote(span.start, span.end), "target": target.indicator or ""}
            )


CHECK = Check(
    code="PP202",
    name="target-without-due",
    severity="warning",
    message=Saying("目标“{target}{quoted}”没有完成时限", "the target {target}{quoted} has no date"),
    fix=Saying("写明完成时限，如“2025年底前”", "say by when, e.g. 2025年底前"),
    find=find,
)
