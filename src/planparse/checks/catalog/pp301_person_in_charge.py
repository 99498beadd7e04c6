"""No person in charge is named.

Asked where the profile's `contacts` has `person_in_charge`.

Fix: add a line 责任人：….

Fails:

    联系人：周宁
    联系电话：0718-5550137

Passes:

    责任人：何川
    联系人：周宁
    联系电话：0718-5550137
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """One hit on the plan's first line."""
    required = "person_in_charge" in subject.profile.contacts
    if required and not any(contact.role == "person_in_charge" for contact in subject.plan.contacts):
        yield Hit(*subject.title_span)


CHECK = Check(
    code="PP301",
    name="no-person-in-charge",
    severity="warning",
    message=Saying("没有写明责任人", "no person in charge is named"),
    fix=Saying("增加“责任人：姓名”", "add a line 责任人：name"),
    find=find,
)
