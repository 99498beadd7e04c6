"""The same indicator has two values in one plan.

Compared are targets that are due at the same time and whose clauses say the same before the number. Different places,
years and qualifications make different indicators.

Fix: find out which value is meant.

Fails:

    到2025年，城镇化率达到62%。
    …
    到2025年，城镇化率达到65%。

Passes:

    到2025年，城镇化率达到62%。
    到2030年，城镇化率达到65%。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Figure

# What does not change the indicator: 力争到2025年，全市城镇化率达到 → 城镇化率.
FILLER = regex.compile(
    r"^(?:力争|确保|努力|使|到|至|全[省市县区镇国]|我[省市县区镇])+|(?:达到|提高到|提升到|稳定在|保持在|为|达)$|\W"
)
SHORTEST = 3


def find(subject: Subject) -> Iterator[Hit]:
    """Later targets whose value differs from an earlier one of the same indicator, time and unit."""
    seen: dict[tuple[str, ...], Figure] = {}
    for target in subject.plan.targets:
        key = _key(subject, target)
        if key is None:
            continue
        first = seen.setdefault(key, target)
        if first.quantity.value != target.quantity.value:
            span, other = target.quantity.span, first.quantity.span
            values = {
                "indicator": key[0],
                "quoted": subject.quote(span.start, span.end),
                "other": subject.quote(other.start, other.end),
            }
            yield Hit(span.start, span.end, values)


def _key(subject: Subject, target: Figure) -> tuple[str, ...] | None:
    """What must be the same for two values to contradict each other; None where that cannot be told."""
    quantity, due = target.quantity, target.due
    if quantity.value is None or due is None or due.end is None or target.change not in {None, "to"}:
        return None
    lead = subject.text[target.span.start : quantity.span.start]
    if target.span.start <= due.span.start < quantity.span.start:
        lead = subject.text[due.span.end : quantity.span.start]
    name = FILLER.sub("", FILLER.sub("", "".join(lead.split())))
    if len(name) < SHORTEST or not (target.indicator and name.endswith("".join(target.indicator.split())[-SHORTEST:])):
        return None
    return name, quantity.unit, due.start or "", due.end, *quantity.per


CHECK = Check(
    code="PP505",
    name="same-indicator-two-values",
    severity="warning",
    message=Saying("“{indicator}”前后不一：{other}和{quoted}", "{indicator} is {other} and {quoted}"),
    fix=Saying("核对并统一数值", "find out which value is meant"),
    find=find,
)
