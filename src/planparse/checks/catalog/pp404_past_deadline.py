"""A deadline had passed when the plan was made.

截至 and what stands in a section on the status looks back and is left alone; deadlines of targets are PP203's.

Fix: correct the year.

Fails (a plan of May 2024):

    三、时间安排
    2023年6月底前，完成方案编制。

Passes:

    三、时间安排
    2024年6月底前，完成方案编制。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = frozenset({"goal", "schedule", "measures"})
LOOKS_BACK = ("截至", "截止", "截止到", "截至到")


def find(subject: Subject) -> Iterator[Hit]:
    """Deadlines in sections that look ahead whose last day is before the plan's date."""
    day = subject.plan.date
    dues = {(target.due.span.start, target.due.span.end) for target in subject.plan.targets if target.due}
    kinds = _kinds(subject)
    for time in subject.plan.times if day else ():
        start, end = time.span.start, time.span.end
        if time.kind != "deadline" or not time.end or time.end >= str(day) or (start, end) in dues:
            continue
        ahead = KINDS & kinds.get(time.section or "", frozenset())
        if ahead and not subject.text[:start].rstrip().endswith(LOOKS_BACK):
            yield Hit(start, end, {"quoted": subject.quote(start, end), "date": day})


def _kinds(subject: Subject) -> dict[str, frozenset[str]]:
    """Section → its kinds and those of what it stands in."""
    kinds: dict[str, frozenset[str]] = {}
    for section in subject.plan.sections:
        kinds[section.id] = frozenset(section.kinds) | kinds.get(section.parent or "", frozenset())
    return kinds


CHECK = Check(
    code="PP404",
    name="past-deadline",
    severity="warning",
    message=Saying(
        "时限“{quoted}”早于方案日期（{date}）", "the deadline {quoted} had passed on {date}, the plan's date"
    ),
    fix=Saying("核对年份", "correct the year"),
    find=find,
)
