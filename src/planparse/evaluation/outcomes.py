"""What became of each item: right, wrong, missed or spurious, with the words it is about."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planparse.evaluation.gold import Gold, GoldItem
    from planparse.evaluation.matching import Found, Match
    from planparse.models import Document

__all__ = ["Outcome", "Sheet", "outcomes"]

Verdict = Literal["right", "wrong", "missed", "spurious"]
CONTEXT = 14
_PLACE = {"line", "quote", "nth", "start_char", "end_char", "note", "verdict"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judgement: `wrong` counts against precision and recall, `missed` against recall only, `spurious` precision.

    `start`/`end` are the gold item's span (a spurious one's own); `words` show it as 【…】 among its neighbours.
    """

    kind: str
    document: str
    verdict: Verdict
    start: int
    end: int
    words: str
    wanted: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document on the examiner's desk: its text, the gold by list, and what was extracted."""

    gold: Gold
    document: Document
    text: str
    items: dict[str, list[GoldItem]] = field(repr=False)

    def judged(self, name: str, found: list[Found]) -> list[Found]:
        """The finds that count: all where the gold is complete, else those where a reviewer judged something."""
        if self.gold.complete:
            return found
        spans = [(item.start, item.end) for item in self.items[name] if not item.optional]
        spans += self.gold.rejected.get(name, [])
        return [one for one in found if any(start < one.end and one.start < end for start, end in spans)]

    def outcome(self, kind: str, verdict: Verdict, gold: GoldItem | None, found: Found | None) -> Outcome:
        """An outcome at the gold item's place, or at the find's where there is no gold."""
        place = gold or found
        assert place is not None
        start, end = place.start, place.end
        before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
        words = f"{before}【{self.text[start:end]}】{after}".replace("\n", "⏎")
        return Outcome(kind, self.gold.name, verdict, start, end, words, _gold_words(gold), _found_words(found))


def outcomes(sheet: Sheet, kind: str, match: Match, same: Callable[[GoldItem, Any], bool]) -> Iterator[Outcome]:
    """The outcomes of a kind: a pair is right where `same` says so; an optional gold item counts for nothing."""
    for gold, found in match.pairs:
        if not gold.optional:
            yield sheet.outcome(kind, "right" if same(gold, found.item) else "wrong", gold, found)
    for gold in match.missed:
        if not gold.optional:
            yield sheet.outcome(kind, "missed", gold, None)
    for found in match.spurious:
        yield sheet.outcome(kind, "spurious", None, found)


def _gold_words(gold: GoldItem | None) -> str:
    if gold is None:
        return ""
    return json.dumps({name: value for name, value in gold.fields.items() if name not in _PLACE}, ensure_ascii=False)


def _found_words(found: Found | None) -> str:
    """What was found, without places: the fields that have a value, and the rule that found it."""
    if found is None:
        return ""
    fields = found.item.model_dump(
        exclude_none=True, exclude={"id", "span", "section", "heading_span", "text", "clause"}
    )
    role = {"role": found.role} if found.role else {}
    return json.dumps(role | {name: _lean(value) for name, value in fields.items() if value != []}, ensure_ascii=False)


def _lean(value: Any) -> Any:
    """Nested parts (a quantity, a due) without their places and empty lists."""
    if isinstance(value, dict):
        return {name: _lean(each) for name, each in value.items() if name != "span" and each != []}
    return value
