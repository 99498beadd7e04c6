"""Heading numbers skip or repeat (一、二、四).

A skipped number is a section lost in editing or conversion; a repeated one makes references to 第三部分 ambiguous. Only
headings of one level under the same heading are compared, and a number that stands at the beginning of some line in
between is not held to be missing.

Fix: number the headings anew.

Fails:

    一、基本现状
    二、目标任务
    四、推进措施

Passes:

    一、基本现状
    二、目标任务
    三、推进措施
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject
from planparse.checks.numbering import HeadingNumber, heading_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Section


def find(subject: Subject) -> Iterator[Hit]:
    """Headings whose number does not follow the one before under the same parent."""
    last: dict[tuple[str | None, str], tuple[HeadingNumber, Section]] = {}
    for section in subject.plan.sections:
        number = heading_number(section.heading)
        if number is None or section.implicit:
            continue
        place = (section.parent, number.style)
        before = last.get(place)
        last[place] = (number, section)
        # A new 一 begins a new list; whether it begins a new plan, PP105 asks.
        if number.value == 1 or (before is None and section.level > 1):
            continue
        expected = before[0].value + 1 if before else 1
        since = before[1].heading_span.end if before else subject.plan.span.start
        if number.value != expected and not _stands(subject.text, number.like(expected), since, section.span.start):
            span = section.heading_span
            yield Hit(span.start, span.end, {"number": number.written, "expected": number.like(expected)})


def _stands(text: str, number: str, start: int, end: int) -> bool:
    return regex.search(rf"(?m)^\W*{regex.escape(number)}", text[start:end]) is not None


CHECK = Check(
    code="PP104",
    name="heading-numbering",
    severity="warning",
    message=Saying("标题序号“{number}”不连续，此处应为“{expected}”", "heading number {number} where {expected} is due"),
    fix=Saying("重新编排标题序号，并检查是否漏掉了一部分", "number the headings anew; see whether a section was lost"),
    find=find,
)
