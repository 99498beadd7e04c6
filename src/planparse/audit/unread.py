"""Numbers that no reading took up: neither amount nor time, contact, heading, list mark or name."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Plan

__all__ = ["unread_numbers"]

# Digits that stand alone: in no name (PM2.5, 1+N, “1531”, 〔2019〕3号, 第8期), list mark, bracket or clock time.
_NUMBER = lazy_pattern(
    r"(?<![A-Za-z0-9０-９.．+＋:：/－—-])(?<![〔\[（(【第“”\"'《#*＊×XＸ○□■]\s?)(?<!\n[\s>·•-]{0,6})"
    r"[0-9０-９]++(?:[.．][0-9０-９]++)?+(?![A-Za-z0-9０-９.．+＋:：/〕\]）)】”\"》、号版*＊×XＸ○□■]|\s*[)）、])"
)


def unread_numbers(plan: Plan, source: str) -> Iterator[tuple[int, int]]:
    """Spans of the numbers of a plan's `source` text that belong to no item of the plan, in order."""
    figures = (*plan.targets, *plan.baselines, *plan.parameters)
    spans = [figure.quantity.span for figure in figures]
    spans += [time.span for time in plan.times] + [contact.span for contact in plan.contacts]
    spans += [section.heading_span for section in plan.sections]
    taken = sorted((span.start, span.end) for span in spans)
    starts, reach, furthest = [start for start, _ in taken], [], 0
    for _, end in taken:
        furthest = max(furthest, end)
        reach.append(furthest)
    for match in _NUMBER.finditer(source, plan.span.start, plan.span.end):
        at = bisect_right(starts, match.end() - 1) - 1
        if at < 0 or reach[at] <= match.start():
            yield match.span()
