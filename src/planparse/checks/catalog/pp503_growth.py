"""A rate of growth contradicts the two figures given.

Said only where the rate stands right behind the old and the new level (由200元提高到250元，增长25%), and not where it
counts from elsewhere (年均, 比上年).

Fix: correct the rate or the levels.

Fails:

    补助标准由200元提高到250元，增长20%。

Passes:

    补助标准由200元提高到250元，增长25%。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.broken import broken_relations
from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Relations of kind growth that do not hold."""
    yield from broken_relations(subject, "growth")


CHECK = Check(
    code="PP503",
    name="growth-contradicts-figures",
    severity="error",
    message=Saying(
        "按所给数据应为{computed}，文中为{stated}（{parts}）", "the two figures make {computed}, not {stated} ({parts})"
    ),
    fix=Saying("核对增幅和前后数据", "correct the rate or the levels"),
    find=find,
)
