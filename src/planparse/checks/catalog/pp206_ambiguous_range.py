"""A range can be read in two ways (5-10万).

GB/T 15835-2011 asks for the multiplier with both numbers: 5万～10万 leaves no doubt, 5-10万 can begin at five.
planparse reads 50000–100000.

Fix: write the multiplier twice.

Fails:

    发放贷款5-10万元。

Passes:

    发放贷款5万～10万元。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """What the extraction diagnosed as an ambiguous range."""
    yield from subject.diagnosed("ambiguous-range")


CHECK = Check(
    code="PP206",
    name="ambiguous-range",
    severity="warning",
    message=Saying("“{quoted}”有两种读法", "{quoted} can be read in two ways"),
    fix=Saying("两个数都写出“万”“亿”（GB/T 15835-2011）", "write 万 or 亿 with both numbers (GB/T 15835-2011)"),
    find=find,
)
