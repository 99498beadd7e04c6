"""A heading has nothing under it.

An empty section is mostly a template that nobody filled in, or text lost in conversion.

Fix: write the section, or take the heading out.

Fails:

    一、基本现状
    二、目标任务
    2024年底前完成改造30户。

Passes:

    一、基本现状
    全镇现有危房30户。
    二、目标任务
    2024年底前完成改造30户。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Sections without sub-sections and without words behind the heading."""
    parents = {section.parent for section in subject.plan.sections}
    for section in subject.plan.sections:
        if section.implicit or section.id in parents or "attachment" in section.kinds:
            continue
        body = subject.text[section.heading_span.end : section.span.end]
        if not any(char.isalnum() for char in body):
            span = section.heading_span
            yield Hit(span.start, span.end, {"title": section.title})


CHECK = Check(
    code="PP102",
    name="empty-section",
    severity="warning",
    message=Saying("“{title}”之下没有内容", "nothing stands under {title}"),
    fix=Saying("补写内容，或删去标题", "write the section, or take the heading out"),
    find=find,
)
