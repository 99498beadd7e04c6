"""Pairs what was found with what the gold holds, one to one, by how far their spans overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.evaluation.gold import GoldItem

__all__ = ["Found", "Match", "overlap", "pair"]


@dataclass(frozen=True, slots=True)
class Found:
    """An item that extraction found: its span, and the model's object (a Figure, a Time, …). `role` is its list's."""

    start: int
    end: int
    item: Any
    role: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of pairing: pairs, gold that nothing was found for, and finds that no gold covers."""

    pairs: list[tuple[GoldItem, Found]]
    missed: list[GoldItem]
    spurious: list[Found]


def overlap(one: GoldItem | Found, other: GoldItem | Found) -> float:
    """The shared part of two spans in that of both together: 0 apart, 1 the same."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def pair(gold: list[GoldItem], found: list[Found], least: float = 0.5) -> Match:
    """Pairs each item with at most one of the other side, the best overlap first, none below `least`."""
    candidates = sorted(_overlapping(gold, found, least), reverse=True)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, wanted, other in candidates:
        if wanted not in partner and other not in taken:
            partner[wanted] = other
            taken.add(other)
    return Match(
        # In the order in which they were paired, as the errors are listed.
        [(gold[wanted], found[other]) for wanted, other in partner.items()],
        [item for number, item in enumerate(gold) if number not in partner],
        [item for number, item in enumerate(found) if number not in taken],
    )


def _overlapping(gold: list[GoldItem], found: list[Found], least: float) -> list[tuple[float, int, int]]:
    """Overlap and numbers of every two that overlap far enough; a sweep by start keeps it from being all with all."""
    order = sorted(range(len(found)), key=lambda number: found[number].start)
    longest = max((item.end - item.start for item in found), default=0)
    result = []
    first = 0
    for wanted in sorted(range(len(gold)), key=lambda number: gold[number].start):
        item = gold[wanted]
        while first < len(order) and found[order[first]].start + longest <= item.start:
            first += 1
        for number in order[first:]:
            if found[number].start >= item.end:
                break
            shared = overlap(item, found[number])
            if shared >= least:
                result.append((shared, wanted, number))
    return result
