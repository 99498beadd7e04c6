"""A section that the profile requires is missing.

A plan is read by people who look for the same five things: how matters stand, what is to be reached, by when, how, and
who answers for it. Which kinds of section are required, the profile says (`required`); one heading may cover several
(目标及时间安排), and a closing block of 责任人 lines, or units named as 牵头 or 责任单位, counts as responsibility.

Fix: add a heading of that kind with its text, or choose a profile that does not require it.

Fails (no 时间安排):

    一、基本现状
    二、目标任务
    三、推进措施
    责任人：周某

Passes:

    一、基本现状
    二、目标及时间安排
    三、推进措施
    责任人：周某
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {
    "status": "现状",
    "goal": "目标",
    "schedule": "时间安排",
    "measures": "措施",
    "responsibility": "责任人",
    "safeguards": "保障措施",
    "guidance": "指导思想（总体要求）",
    "funding": "资金",
    "attachment": "附件",
    "other": "其他",
}


def find(subject: Subject) -> Iterator[Hit]:
    """One hit per missing kind, on the plan's first line."""
    present = {kind for section in subject.plan.sections for kind in section.kinds}
    if subject.plan.contacts or subject.plan.assignments:
        present.add("responsibility")
    for kind in subject.profile.required:
        if kind not in present:
            yield Hit(*subject.title_span, {"section": NAMES[kind], "kind": kind})


CHECK = Check(
    code="PP101",
    name="required-section-missing",
    severity="error",
    message=Saying("缺少“{section}”部分", "no section on {section} ({kind})"),
    fix=Saying("增加以“{section}”为题的一部分", "add a section headed {section}"),
    find=find,
)
