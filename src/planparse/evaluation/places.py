"""Plans, sections and contacts: items that are recognised by where they begin, or by the plan they belong to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.evaluation.agreement import squeezed
from planparse.evaluation.gold import GoldItem
from planparse.evaluation.matching import Found, pair
from planparse.evaluation.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.evaluation.outcomes import Outcome, Sheet
    from planparse.models import Plan

__all__ = ["contact_outcomes", "plan_outcomes", "section_outcomes"]

# A plan or heading is recognised by its beginning: windows of this many characters that overlap by a third.
PLAN_WINDOW, HEADING_WINDOW, LEAST = 30, 12, 0.3


def plan_outcomes(sheet: Sheet) -> Iterator[Outcome]:
    """A plan is right where it begins in the same place and names the same department (any, where gold has none)."""

    def same_department(gold: GoldItem, plan: Plan) -> bool:
        return gold.get("department") is None or squeezed(gold.get("department")) == squeezed(plan.department)

    gold = [_window(item, PLAN_WINDOW) for item in sheet.items["plans"]]
    found = [Found(plan.span.start, plan.span.start + PLAN_WINDOW, plan) for plan in sheet.document.plans]
    yield from outcomes(sheet, "plans", pair(gold, sheet.judged("plans", found), LEAST), same_department)


def section_outcomes(sheet: Sheet) -> Iterator[Outcome]:
    """Headings that fill their own line, and the kinds of each (`other` is no kind)."""
    gold = [_window(item, HEADING_WINDOW) for item in sheet.items["sections"]]
    found = sheet.judged("sections", _own_lines(sheet))
    match = pair(gold, found, LEAST)
    yield from outcomes(sheet, "headings", match, lambda *_: True)
    for item, said in match.pairs:
        if item.optional:
            continue
        wanted, kinds = _kinds(item.get("kinds")), _kinds(said.item.kinds)
        stand = {kind for each in item.get("kinds_alt", []) for kind in (each if isinstance(each, list) else [each])}
        for _ in wanted & kinds:
            yield sheet.outcome("section_kinds", "right", item, said)
        for _ in wanted - kinds:
            yield sheet.outcome("section_kinds", "missed", item, said)
        for _ in kinds - wanted - stand:
            yield sheet.outcome("section_kinds", "spurious", item, said)
    for item in match.missed:
        for _ in () if item.optional else _kinds(item.get("kinds")):
            yield sheet.outcome("section_kinds", "missed", item, None)
    for said in match.spurious:
        for _ in _kinds(said.item.kinds):
            yield sheet.outcome("section_kinds", "spurious", None, said)


def contact_outcomes(sheet: Sheet) -> Iterator[Outcome]:
    """Contacts are a set per plan: role and value count, not the place. A plan reaches to the next one's beginning."""
    starts = [item.start for item in sheet.items["plans"]]

    def key(start: int, role: str | None, value: str | None) -> tuple[int, str | None, str | None]:
        return bisect_right(starts, start) - 1, role, squeezed(value)

    wanted = {key(item.start, item.get("role"), item.get("value")): item for item in sheet.items["contacts"]}
    found = [Found(x.span.start, x.span.end, x) for plan in sheet.document.plans for x in plan.contacts]
    have = {key(said.start, said.item.role, said.item.value): said for said in sheet.judged("contacts", found)}
    for identity, item in wanted.items():
        if not item.optional:
            yield sheet.outcome("contacts", "right" if identity in have else "missed", item, have.get(identity))
    for identity, said in have.items():
        if identity not in wanted:
            yield sheet.outcome("contacts", "spurious", None, said)


def _window(item: GoldItem, width: int) -> GoldItem:
    return GoldItem(item.start, item.start + width, item.fields)


def _own_lines(sheet: Sheet) -> list[Found]:
    """The sections whose heading fills its line (up to four characters more), or that have no heading of their own."""
    found = []
    for plan in sheet.document.plans:
        for section in plan.sections:
            start, end = section.heading_span.start, section.heading_span.end
            line = sheet.text[sheet.text.rfind("\n", 0, start) + 1 : _line_end(sheet.text, max(start, end - 1))]
            heading = sheet.text[start:end]
            if section.implicit or len("".join(line.split())) <= len("".join(heading.split())) + 4:
                found.append(Found(start, start + HEADING_WINDOW, section))
    return found


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _kinds(kinds: list[str] | None) -> set[str]:
    return set(kinds or []) - {"other"}
