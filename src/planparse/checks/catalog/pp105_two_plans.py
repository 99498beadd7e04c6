"""Two plans stand under one heading.

The numbering begins anew at 一 and comes back to what was there already (现状, 目标, …): a second department's plan has
lost its name in copying, and its targets would be counted as the first one's.

Fix: put the department's name or a title before the second plan.

Fails:

    青川县民政局
    一、基本现状
    二、目标任务
    一、基本现状
    二、目标任务

Passes:

    青川县民政局
    一、基本现状
    二、目标任务
    青川县水利局
    一、基本现状
    二、目标任务
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject
from planparse.checks.numbering import heading_number

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLING = frozenset({"status", "goal", "guidance"})


def find(subject: Subject) -> Iterator[Hit]:
    """First-level headings numbered one whose kind an earlier section, numbered two or more steps before, had."""
    seen: set[str] = set()
    highest = 0
    for section in subject.plan.sections:
        number = heading_number(section.heading)
        if section.level != 1 or number is None:
            continue
        if number.value == 1 and highest > 1 and seen & set(section.kinds) & TELLING:
            span = section.heading_span
            yield Hit(span.start, span.end, {"title": section.title})
            seen, highest = set(), 0
        seen |= set(section.kinds)
        highest = max(highest, number.value)


CHECK = Check(
    code="PP105",
    name="two-plans-under-one-heading",
    severity="warning",
    message=Saying(
        "从“{title}”起像是另一份方案，却没有单位名称或标题", "a second plan seems to begin at {title}, without a name"
    ),
    fix=Saying("在其前面写上单位名称或标题", "put the department's name or a title before it"),
    find=find,
)
