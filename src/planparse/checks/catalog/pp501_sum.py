"""Parts do not add up to the stated total.

Said only where the words leave no doubt that the parts are all of the total: 其中 with a list that is whole, 共
behind a list, yearly steps that the plan calls complete, 其他 and 其余 with the rest. Rounding is allowed for.

Fix: correct the total or the part.

Fails:

    改造老旧小区60个，其中2023年完成20个，2024年完成45个。

Passes:

    改造老旧小区60个，其中2023年完成20个，2024年完成40个。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.broken import broken_relations
from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Relations of kind sum that do not hold."""
    yield from broken_relations(subject, "sum")


CHECK = Check(
    code="PP501",
    name="sum-does-not-add-up",
    severity="error",
    message=Saying(
        "各项之和为{computed}，与所述“{stated}”不符（{parts}）", "the parts make {computed}, not {stated} ({parts})"
    ),
    fix=Saying("核对总数和各项", "correct the total or the part"),
    find=find,
)
