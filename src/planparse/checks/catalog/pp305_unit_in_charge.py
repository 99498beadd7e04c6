"""No unit is made answerable.

Asked where the profile's `contacts` has `unit_in_charge`; a 责任科室 at the end or a 牵头单位 in the text will do.

Fix: add 责任科室 or 牵头单位.

Fails:

    责任人：何川

Passes:

    责任人：何川
    责任科室：规划科
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """One hit on the plan's first line."""
    required = "unit_in_charge" in subject.profile.contacts
    if required and not (subject.plan.assignments or any(c.role == "unit_in_charge" for c in subject.plan.contacts)):
        yield Hit(*subject.title_span)


CHECK = Check(
    code="PP305",
    name="no-unit-in-charge",
    severity="warning",
    message=Saying("没有写明责任单位或责任科室", "no unit is made answerable"),
    fix=Saying("增加“责任科室”或“牵头单位”", "add 责任科室 or 牵头单位"),
    find=find,
)
