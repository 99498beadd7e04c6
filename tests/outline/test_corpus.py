"""The outline of the development corpus, where it is present: every plan at its line, no heading missed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.cleaning import CleanText
from planparse.mentions.contacts import find_contacts
from planparse.outline import Outline
from planparse.rules import load_rules

Read = Callable[..., tuple[CleanText, Outline]]

CORPUS = Path(os.environ.get("PLANPARSE_CORPUS", Path(__file__).parents[2] / "../shared/corpus")) / "dev"
GOLD = sorted(CORPUS.glob("*.gold.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="the corpus is not here")


def place(text: str, item: dict[str, object]) -> int:
    """Where an annotated quote begins: at or behind its line."""
    line = sum(len(words) + 1 for words in text.split("\n")[: int(str(item["line"])) - 1])
    quote = re.compile(r"\s*".join(re.escape(char) for char in str(item["quote"]) if not char.isspace()))
    match = quote.search(text, line)
    assert match is not None
    return match.start()


@pytest.mark.parametrize("gold_file", GOLD, ids=lambda file: file.name.removesuffix(".gold.json"))
def test_plans_headings_and_contacts_stand_where_the_annotators_found_them(gold_file: Path, read: Read) -> None:
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    given = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8-sig")
    text, outline = read(given)
    assert [text.source_start(plan.start) for plan in outline.plans] == [place(given, item) for item in gold["plans"]]
    for plan, item in zip(outline.plans, gold["plans"], strict=True):
        assert item["department"] in (None, plan.department)
        assert plan.date == item["date"]
    heads = {text.source_start(section.start) for plan in outline.plans for section in plan.sections}
    assert {place(given, item) for item in gold["sections"] if not item.get("optional")} <= heads
    contacts = {(c.role, c.value) for plan in outline.plans for c in find_contacts(text, plan, load_rules())}
    assert contacts == {(item["role"], item["value"]) for item in gold["contacts"] if not item.get("optional")}
