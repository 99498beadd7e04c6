"""A target has no date by which it is to be reached.

A target without a date is never missed. The date may stand in the clause, in its sentence, or in the heading or
lead-in that governs it; 每年 counts as one, and so does 三年内 in front of it in its sentence.

Fix: add 到…年底 or …月底前.

Fails:

    新建文化站12个。

Passes:

    2024年底前，新建文化站12个。
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


_LONGEST_SENTENCE = 600


def find(subject: Subject) -> Iterator[Hit]:
    """Targets with neither a due time nor a rhythm, nor a number of years in which they are to be reached."""
    durations = [time.span.end for time in subject.plan.times if (time.duration or "").endswith("Y")]
    for target in subject.plan.targets:
        span = target.quantity.span
        if target.due is None and target.every is None and not _is_within(durations, span.start, subject.text):
            yield Hit(
                span.start, span.end, {"quoted": subject.quote(span.start, span.end), "target": target.indicator or ""}
            )


def _is_within(durations: list[int], start: int, text: str) -> bool:
    """Whether the sentence in front of an offset names a number of years."""
    at = bisect_right(durations, start) - 1
    if at < 0 or start - durations[at] > _LONGEST_SENTENCE:
        return False
    return not any(end in text[durations[at] : start] for end in "。\n")


CHECK = Check(
    code="PP202",
    name="target-without-due",
    severity="warning",
    message=Saying("目标“{target}{quoted}”没有完成时限", "the target {target}{quoted} has no date"),
    fix=Saying("写明完成时限，如“2025年底前”", "say by when, e.g. 2025年底前"),
    find=find,
)
