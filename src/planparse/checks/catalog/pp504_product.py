"""A rate times the count is not the stated sum.

每户补助2万元 times 30户 is 60万元. Said only where each rate has exactly one count, in its sentence or tied to it by
its verb, and the sum stands behind 计, 共需 or the like.

Fix: correct rate, count or sum.

Fails:

    对30户危房每户补助2万元，共需70万元。

Passes:

    对30户危房每户补助2万元，共需60万元。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.broken import broken_relations
from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Relations of kind product that do not hold."""
    yield from broken_relations(subject, "product")


CHECK = Check(
    code="PP504",
    name="product-contradicts-sum",
    severity="error",
    message=Saying(
        "标准与数量之积为{computed}，与所述“{stated}”不符（{parts}）",
        "rates times counts make {computed}, not {stated} ({parts})",
    ),
    fix=Saying("核对标准、数量和总额", "correct rate, count or sum"),
    find=find,
)
