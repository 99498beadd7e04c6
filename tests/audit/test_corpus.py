"""The relations that are known to stand in the development corpus, by number; skipped where it is absent.

Each must be found holding in the untouched texts, and broken as soon as one of its numbers is another.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planparse.pipeline import extract

if TYPE_CHECKING:
    from planparse.models import Document, Figure, Plan

CORPUS = (
    Path(os.environ.get("PLANPARSE_CORPUS", Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus")) / "dev"
)
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")

# File, kind, what is stated, what the parts are worth.
KNOWN = [
    ("liaocheng_a", "product", 5_600_000, [50_000, 40, 20_000, 180]),
    ("liaocheng_a", "sum", 62, [21, 41]),
    ("liaocheng_a", "sum", 21, [12, 3, 2, 4]),
    ("liaocheng_a", "sum", 50, [35, 15]),
    ("liaocheng_a", "sum", 11428, [5392, 4876, 1160]),
    ("liaocheng_a", "sum", 3431, [2416, 1015]),
    ("jining_b", "sum", 30, [10, 20]),
    ("jining_b", "sum", 45, [20, 2, 3, 10, 10]),
    ("templates_a", "sum", 443_665_000, [150_695_000, 181_760_000, 40_560_000, 70_650_000]),
    ("templates_a", "share", 100, [34, 41, 9.1, 15.9]),
]


@cache
def document(name: str) -> Document:
    return extract(CORPUS / f"{name}.txt")


def figures(plan: Plan) -> dict[str, Figure]:
    return {figure.id: figure for figure in (*plan.targets, *plan.baselines, *plan.parameters)}


def members(name: str, kind: str, stated: float, parts: list[float]) -> tuple[Plan, list[Figure]]:
    """The plan and the figures of a relation that holds."""
    for plan in document(name).plans:
        known = figures(plan)
        for relation in plan.relations:
            values = [known[part].quantity.value for part in relation.parts]
            if (relation.kind, relation.stated, values, relation.holds) == (kind, stated, parts, True):
                ids = [*relation.parts, *([relation.total] if relation.total else [])]
                return plan, [known[figure] for figure in ids]
    raise AssertionError(f"{name}: no {kind} of {parts} that holds")


@pytest.mark.parametrize(("name", "kind", "stated", "parts"), KNOWN)
def test_holds_and_breaks(name: str, kind: str, stated: float, parts: list[float]) -> None:
    plan, involved = members(name, kind, stated, parts)
    source = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    for figure in involved:
        span = figure.quantity.span
        digits = re.search(r"\d+", source[span.start : span.end])
        assert digits
        changed = f"{int(digits.group()) + 3}"
        text = source[: span.start + digits.start()] + changed + source[span.start + digits.end() : span.end]
        text = source[plan.span.start : span.start] + text[span.start :] + source[span.end : plan.span.end]
        broken = [relation for plan in extract(text).plans for relation in plan.relations if not relation.holds]
        assert broken, f"{figure.quantity.text} → {changed}"


@pytest.mark.parametrize("name", sorted(file.stem for file in CORPUS.glob("*.txt")))
def test_no_false_alarm(name: str) -> None:
    assert [r for plan in document(name).plans for r in plan.relations if not r.holds] == []
