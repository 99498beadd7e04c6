"""A number in a goal, schedule or measure has no unit.

新建大棚300 can be 300个, 300亩 or 300万元; a program, and the next reader, can only guess.

Fix: write the unit behind the number.

Fails:

    2024年底前新建大棚300。

Passes:

    2024年底前新建大棚300亩。
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = frozenset({"goal", "schedule", "measures"})
# 新建大棚300。 A verb of doing or reaching, the thing, the bare number, and the end of the clause.
BARE = regex.compile(
    r"(?:新建|改建|扩建|建设|建成|完成|改造|培训|新增|投资|达到|实现|种植|发展|扶持)\p{Han}{0,8}+"
    r"(?P<number>[0-9]++(?:[,.][0-9]++)*+[万亿]?+)(?=\s*+[，。；、,;\n])"
)


def find(subject: Subject) -> Iterator[Hit]:
    """Numbers that end their clause and belong to no figure, time or heading."""
    plan = subject.plan
    taken = sorted(
        [(f.quantity.span.start, f.quantity.span.end) for f in subject.figures]
        + [(time.span.start, time.span.end) for time in plan.times]
        + [(section.heading_span.start, section.heading_span.end) for section in plan.sections]
    )
    for section in plan.sections:
        if section.parent is not None or not KINDS & set(section.kinds):
            continue
        for match in BARE.finditer(subject.text, section.heading_span.end, section.span.end):
            start, end = match.span("number")
            place = bisect_right(taken, (start, len(subject.text))) - 1
            if place < 0 or taken[place][1] <= start:
                yield Hit(start, end, {"quoted": match["number"]})


CHECK = Check(
    code="PP205",
    name="unit-missing",
    severity="warning",
    message=Saying("数字“{quoted}”没有单位", "the number {quoted} has no unit"),
    fix=Saying("在数字后写明单位", "write the unit behind the number"),
    find=find,
)
