"""A date is not in the calendar (2016年3月22月, 2023年2月30日).

Fix: correct the day or the month.

Fails:

    2023年2月30日

Passes:

    2023年2月28日
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """What the extraction diagnosed as an impossible date."""
    yield from subject.diagnosed("impossible-date")


CHECK = Check(
    code="PP401",
    name="impossible-date",
    severity="error",
    message=Saying("“{quoted}”不是日历上的日期", "{quoted} is no day of the calendar"),
    fix=Saying("核对年、月、日", "correct the day or the month"),
    find=find,
)
