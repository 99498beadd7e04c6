"""A target is due after the plan's period, or before the plan was made.

The period is what the title names: 2021—2023年, or “十四五” (2021–2025). Where a heading of the plan names the later
year (2035年远景目标), the plan looks beyond its period on purpose, and nothing is said of that year.

Fix: correct the year; both are mostly slips, or left over from the last plan.

Fails:

    青川县绿色建筑行动方案（2021—2023年）
    一、目标任务
    到2025年底，绿色建筑占比达到60%。

Passes:

    青川县绿色建筑行动方案（2021—2023年）
    一、目标任务
    到2023年底，绿色建筑占比达到60%。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject
from planparse.checks.periods import looks_further, plan_period

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Due times whose last day is after the period's last year or before the plan's date."""
    period = plan_period(subject)
    for target in subject.plan.targets:
        due = target.due
        if due is None or due.end is None:
            continue
        values = {"due": subject.quote(due.span.start, due.span.end)}
        if subject.plan.date and due.end < subject.plan.date:
            yield Hit(
                due.span.start,
                due.span.end,
                {**values, "limit": f"{subject.plan.date}", "side": "早于", "en": "before"},
            )
        elif period and int(due.end[:4]) > period[1] and not looks_further(subject, due.end[:4]):
            yield Hit(due.span.start, due.span.end, {**values, "limit": f"{period[1]}", "side": "晚于", "en": "after"})


CHECK = Check(
    code="PP203",
    name="due-outside-plan",
    severity="warning",
    message=Saying("完成时限“{due}”{side}方案的时间（{limit}）", "{due} is {en} the plan's time ({limit})"),
    fix=Saying("核对年份", "check the year"),
    find=find,
)
