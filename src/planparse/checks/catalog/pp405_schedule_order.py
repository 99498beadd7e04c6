"""The steps of a schedule are not in the order of time.

Compared are the times that begin the lines of a schedule; a step that lies wholly before the one above it is out of
order.

Fix: put the steps in order, or correct the slip in the date.

Fails:

    三、时间安排
    2024年6月至8月，组织实施。
    2024年3月至5月，摸底调查。

Passes:

    三、时间安排
    2024年3月至5月，摸底调查。
    2024年6月至8月，组织实施。
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Time

# How far into its line a time may stand: behind a number (1.) and a step's name (第一阶段).
LEAD = 12


def find(subject: Subject) -> Iterator[Hit]:
    """Leading times of a schedule's lines that end before the line above begins."""
    for section in subject.sections("schedule"):
        leading: dict[int, Time] = {}
        for time in subject.plan.times:
            if section.heading_span.end <= time.span.start < section.span.end:
                leading.setdefault(subject.text.rfind("\n", 0, time.span.start), time)
        steps = [time for time in leading.values() if _leads(subject, time)]
        for before, step in pairwise(steps):
            same_list = before.section == step.section or before.section != section.id
            if same_list and before.start and step.end and step.end < before.start:
                values = {
                    "quoted": subject.quote(step.span.start, step.span.end),
                    "before": subject.quote(before.span.start, before.span.end),
                }
                yield Hit(step.span.start, step.span.end, values)


def _leads(subject: Subject, time: Time) -> bool:
    line = subject.text.rfind("\n", 0, time.span.start) + 1
    lead = subject.text[line : time.span.start].strip()
    return time.kind in {"period", "deadline", "date"} and len(lead) <= LEAD and not any(c in "，。；,;" for c in lead)


CHECK = Check(
    code="PP405",
    name="schedule-out-of-order",
    severity="warning",
    message=Saying("“{quoted}”排在“{before}”之后，时间却在前", "{quoted} stands behind {before} but is earlier"),
    fix=Saying("按时间先后排列，或更正日期", "put the steps in order, or correct the date"),
    find=find,
)
