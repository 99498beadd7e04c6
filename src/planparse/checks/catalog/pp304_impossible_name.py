"""What stands as a person's name is none.

A Chinese name has two to four characters, or a middle dot (阿依古丽·买买提); 某 and XX are place-holders, and a name
with 局, 科 or 办公室 is a unit.

Fix: write the person's full name; a unit belongs behind 责任科室.

Fails:

    责任人：规划科

Passes:

    责任人：何川
    责任科室：规划科
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.labelled import unread_values
from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = regex.compile(r"\p{Han}{2,4}|\p{Han}{1,10}[·•・‧]\p{Han}{1,10}(?:[·•・‧]\p{Han}{1,10})?")
NOT_A_NAME = regex.compile(r"[某]|[局科处室委办部厅站]$|办公室|公司|政府|单位|部门|中心|电话|同志|待定|负责")
ROLES = frozenset({"person_in_charge", "contact_person"})


def find(subject: Subject) -> Iterator[Hit]:
    """Contacts of persons, and what stands behind such a label, without the form of a name."""
    named = [(c.span.start, c.span.end, c.value) for c in subject.plan.contacts if c.role in ROLES]
    named += [(start, end, subject.quote(start, end)) for start, end in unread_values(subject, "person")]
    for start, end, name in sorted(named):
        if not NAME.fullmatch(name) or NOT_A_NAME.search(name):
            yield Hit(start, end, {"name": name})


CHECK = Check(
    code="PP304",
    name="impossible-name",
    severity="warning",
    message=Saying("“{name}”不像姓名", "{name} is no person's name"),
    fix=Saying("写明姓名；单位写在“责任科室”之后", "write the full name; a unit belongs behind 责任科室"),
    find=find,
)
