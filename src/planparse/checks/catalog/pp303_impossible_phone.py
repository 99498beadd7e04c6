"""A telephone number cannot be dialled.

A mobile number has eleven digits and begins with 13 to 19; a number of the fixed network has seven or eight digits
that begin with 2 to 8, with or without an area code that exists; 400 and 800 numbers have ten, hotlines (12345) five.

Fix: correct the number.

Fails:

    联系电话：0718-55501

Passes:

    联系电话：0718-5550137
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.labelled import unread_values
from planparse.checks.model import Check, Hit, Saying, Subject
from planparse.checks.telephones import phone_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

FAULTS = {
    "length": ("位数不对", "wrong length"),
    "area": ("区号不存在", "no such area code"),
    "first": ("首位不对", "wrong first digit"),
}

DIGITS = regex.compile(r"[0-9(（][0-9\-—－–（）() ]*[0-9]")


def find(subject: Subject) -> Iterator[Hit]:
    """Contacts of role phone, and digits behind such a label, that make no number."""
    phones = [(c.span.start, c.span.end, c.value) for c in subject.plan.contacts if c.role == "phone"]
    for first, last in unread_values(subject, "phone"):
        phones += [
            (match.start(), match.end(), regex.sub(r"[\s—－–（）()]+", "-", match.group()).strip("-"))
            for match in DIGITS.finditer(subject.text, first, last)
        ]
    for start, end, number in sorted(phones):
        fault = phone_fault(number)
        if fault:
            zh, en = FAULTS[fault]
            yield Hit(start, end, {"phone": number, "zh": zh, "en": en})


CHECK = Check(
    code="PP303",
    name="impossible-phone",
    severity="warning",
    message=Saying("电话号码“{phone}”不可能存在：{zh}", "{phone} is no telephone number: {en}"),
    fix=Saying("核对电话号码和区号", "correct the number"),
    find=find,
)
