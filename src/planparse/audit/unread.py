"""Numbers that no reading took up: neither amount nor time, contact, heading, list mark or name."""

from __future__ import annotations

from operator import attrgetter
from string import ascii_letters
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Plan

__all__ = ["unread_numbers"]

_start = attrgetter("start")
# Digits that stand alone: in no name (PM2.5, 1+N, “1531”, 〔2019〕3号, 第8期), list mark, bracket or clock time.
_DIGITS = lazy_plain_pattern(r"[0-9０-９][0-9０-９]*(?:[.．][0-9０-９]+)?")
# What stands behind the digits tells of most that they do not stand alone.
_NOT_BEHIND = frozenset('+＋:：/〕])）】”"》、号版*＊×○□■.．').union(ascii_letters)
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
    spans.sort(key=_start)
    # Both are in order: for each number the items that begin before its end are gone through once.
    taken = iter(spans)
    item = next(taken, None)
    furthest = 0
    last = plan.span.end
    for match in _DIGITS.finditer(source, plan.span.start, last):
        start, end = match.span()
        while item and item.start < end:
            if item.end > furthest:
                furthest = item.end
            item = next(taken, None)
        if furthest > start or (end < last and source[end] in _NOT_BEHIND):
            continue
        if _NUMBER.match(source, start, last):
            yield start, end
