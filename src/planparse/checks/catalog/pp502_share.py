"""Shares do not make 100 %, or contradict the amounts that they stand behind.

A share is compared with its amount and the total before 其中; all shares of a whole list with 100 %. Rounding is
allowed for.

Fix: compute the share anew.

Fails:

    总投资500万元，其中：土建300万元，占65%；设备200万元，占40%。

Passes:

    总投资500万元，其中：土建300万元，占60%；设备200万元，占40%。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.broken import broken_relations
from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


ONE = {"zh": "占比", "en": "the share is"}
ALL = {"zh": "各项占比之和", "en": "the shares make"}


def find(subject: Subject) -> Iterator[Hit]:
    """Relations of kind share that do not hold: one share of a total, or all shares of 100 %."""
    for hit in broken_relations(subject, "share"):
        one = hit.values["total"]
        yield Hit(hit.start, hit.end, {**hit.values, **(ONE if one else ALL)})


CHECK = Check(
    code="PP502",
    name="shares-do-not-add-up",
    severity="error",
    message=Saying("{zh}为{computed}%，不是{stated}%（{parts}）", "{en} {computed} %, not {stated} % ({parts})"),
    fix=Saying("重新计算占比", "compute the share anew"),
    find=find,
)
