"""A place-holder stands where a number should be (XX亩, 20**年).

Fix: fill in the number.

Fails:

    新建大棚XX亩。

Passes:

    新建大棚300亩。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """What the extraction diagnosed as a redacted number."""
    yield from subject.diagnosed("redacted-number")


CHECK = Check(
    code="PP901",
    name="redacted-number",
    severity="warning",
    message=Saying("“{quoted}”处应为数字", "{quoted} stands where a number should be"),
    fix=Saying("填写数字", "fill in the number"),
    find=find,
)
