"""Nobody can be reached: neither a contact person nor a telephone number.

Asked where the profile's `contacts` has `contact_person`.

Fix: add 联系人 and 联系电话.

Fails:

    责任人：何川

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
    required = "contact_person" in subject.profile.contacts
    if required and not any(contact.role in {"contact_person", "phone"} for contact in subject.plan.contacts):
        yield Hit(*subject.title_span)


CHECK = Check(
    code="PP302",
    name="no-contact",
    severity="warning",
    message=Saying("没有写明联系人或联系电话", "neither contact person nor telephone"),
    fix=Saying("增加“联系人”和“联系电话”", "add 联系人 and 联系电话"),
    find=find,
)
