"""Counts, per kind, what was found right, wrong, missed or beside the point, over all documents together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.evaluation.agreement import same_due, same_indicator, same_per, same_quantity, same_time
from planparse.evaluation.matching import Found, Match, pair
from planparse.evaluation.outcomes import Outcome, Sheet, outcomes
from planparse.evaluation.places import contact_outcomes, plan_outcomes, section_outcomes
from planparse.export.rows import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from planparse.evaluation.gold import Gold
    from planparse.models import Document

__all__ = ["HEADLINE", "KINDS", "Outcome", "Scores", "Tally", "evaluate", "judge"]

KINDS = (
    "plans",
    "headings",
    "section_kinds",
    "quantities",
    "quantity_values",
    "per",
    "roles",
    "targets",
    "indicators",
    "due",
    "times",
    "time_values",
    "contacts",
    "assignments",
)
"""The rows of the table. `quantities` and `times` ask for the place only, `…_values` for what is read there."""

HEADLINE = frozenset(KINDS) - {"headings", "quantities", "per", "times"}
"""The kinds whose F1 make up the overall figure: each question once."""


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, false positives, false negatives, and the shares that follow from them."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def rounded(self) -> dict[str, float | int]:
        """The figures as they are written down: shares to four digits."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(share, 4) for name, share in shares.items()} | {"tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(frozen=True, slots=True)
class Scores:
    """The outcomes of a run over all documents."""

    outcomes: tuple[Outcome, ...]

    def tally(self, kind: str) -> Tally:
        verdicts = [outcome.verdict for outcome in self.outcomes if outcome.kind == kind]
        wrong = verdicts.count("wrong")
        return Tally(verdicts.count("right"), verdicts.count("spurious") + wrong, verdicts.count("missed") + wrong)

    def table(self) -> dict[str, dict[str, float | int]]:
        """Figures per kind, and `overall`: the mean F1 of the headline kinds of which there was anything to judge."""
        rows = {kind: self.tally(kind).rounded() for kind in KINDS}
        counted = [rows[kind]["f1"] for kind in KINDS if kind in HEADLINE and self.tally(kind) != Tally(0, 0, 0)]
        return rows | {"overall": {"f1": round(sum(counted) / max(1, len(counted)), 4)}}

    def errors(self, kind: str) -> list[Outcome]:
        """What was wrong, missed or spurious of a kind, document by document."""
        return [outcome for outcome in self.outcomes if outcome.kind == kind and outcome.verdict != "right"]


def evaluate(golds: Iterable[Gold], extract: Callable[[Path | str], Document]) -> Scores:
    """Extracts every document of the gold and judges what was found.

    `extract` takes a path or a text and must keep the text in `source.text`.
    """
    return Scores(tuple(outcome for gold in golds for outcome in judge(gold, gold.read(extract))))


def judge(gold: Gold, document: Document) -> Iterator[Outcome]:
    """The outcomes of one document, which must hold its text."""
    text = document.source.text or ""
    sheet = Sheet(gold, document, text, gold.items(text))
    yield from plan_outcomes(sheet)
    yield from section_outcomes(sheet)
    yield from _quantity_outcomes(sheet)
    times = sheet.judged("times", [Found(x.span.start, x.span.end, x) for plan in document.plans for x in plan.times])
    match = pair(sheet.items["times"], times)
    yield from outcomes(sheet, "times", match, _anything)
    yield from outcomes(sheet, "time_values", match, same_time)
    yield from contact_outcomes(sheet)
    units = [Found(x.span.start, x.span.end, x) for plan in document.plans for x in plan.assignments]
    match = pair(sheet.items["assignments"], sheet.judged("assignments", units))
    yield from outcomes(sheet, "assignments", match, lambda gold_item, said: said.role in gold_item.accepted("role"))


def _quantity_outcomes(sheet: Sheet) -> Iterator[Outcome]:
    """Quantities by place and value; of the pairs, per and role; of targets on both sides, indicator and due."""
    found = [
        Found(figure.quantity.span.start, figure.quantity.span.end, figure, role)
        for plan in sheet.document.plans
        for name, role in ROLES.items()
        for figure in getattr(plan, name)
    ]
    match = pair(sheet.items["quantities"], sheet.judged("quantities", found))
    paired = Match(match.pairs, [], [])
    roles = {id(said.item): said.role for said in found}
    yield from outcomes(sheet, "quantities", match, _anything)
    yield from outcomes(sheet, "quantity_values", match, same_quantity)
    yield from outcomes(sheet, "per", paired, same_per)
    yield from outcomes(sheet, "roles", paired, lambda gold, figure: roles[id(figure)] in gold.accepted("role"))
    yield from _target_outcomes(sheet, match)
    targets = [(gold, said) for gold, said in match.pairs if gold.get("role") == said.role == "target"]
    named = [(gold, said) for gold, said in targets if gold.get("indicator")]
    yield from outcomes(sheet, "indicators", Match(named, [], []), same_indicator)
    yield from outcomes(sheet, "due", Match(targets, [], []), same_due)


def _target_outcomes(sheet: Sheet, match: Match) -> Iterator[Outcome]:
    """A target is right where both sides call it one and its value is right; a role that stands besides is no error."""
    for gold, said in match.pairs:
        wanted_target, said_target = gold.get("role") == "target", said.role == "target"
        if gold.optional or not (wanted_target or said_target):
            continue
        if wanted_target and said_target:
            yield sheet.outcome("targets", "right" if same_quantity(gold, said.item) else "wrong", gold, said)
        elif said.role not in gold.accepted("role"):
            yield sheet.outcome("targets", "missed" if wanted_target else "spurious", gold, said)
    for gold in match.missed:
        if gold.get("role") == "target" and not gold.optional:
            yield sheet.outcome("targets", "missed", gold, None)
    for said in match.spurious:
        if said.role == "target":
            yield sheet.outcome("targets", "spurious", None, said)


def _anything(*_: object) -> bool:
    return True
