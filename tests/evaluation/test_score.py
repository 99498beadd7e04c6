from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planparse.errors import ReadError
from planparse.evaluation.compare import compare, load_run, save_run
from planparse.evaluation.gold import Gold
from planparse.evaluation.report import as_json
from planparse.evaluation.score import Outcome, Scores, Tally, judge
from planparse.models import Document

DOCUMENT = Document.model_validate_json(
    (Path(__file__).parents[1] / "fixtures" / "documents" / "yunling.json").read_bytes()
)
TEXT = DOCUMENT.source.text or ""


def place(words: str, nth: int = 1) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start_char": start, "end_char": start + len(words), "quote": words}


GOLD: dict[str, Any] = {
    "plans": [{**place("云岭县林业局"), "department": "云岭县林业局"}, {**place("云岭县水务局"), "department": None}],
    "sections": [
        {**place("二、任务目标"), "kinds": ["goal", "schedule"]},
        {**place("绿化造林"), "kinds": ["goal"], "optional": True},
    ],
    "quantities": [
        {
            **place("1.5万亩"),
            "value": 15000,
            "unit": "亩",
            "op": ">=",
            "role": "target",
            "indicator": "造林",
            "due": {"end": "2024-12-31"},
        },
        {**place("4000亩"), "value": 9, "unit": "亩", "op": "=", "role": "target", "indicator": "造林", "due": None},
        {**place("8万元"), "value": 80000, "unit": "元", "op": "=", "per": ["个"], "role": "target"},
        {**place("两年"), "value": 2, "unit": "年", "op": "=", "role": "target"},
    ],
    "times": [{**place("2024年底"), "kind": "deadline", "end": "2024-12-31"}],
    "contacts": [
        {**place("方远山"), "role": "person_in_charge", "value": "方 远山"},
        {**place("白小溪"), "role": "phone", "value": "白小溪"},
    ],
    "assignments": [{**place("县林业局", 2), "role": "support", "role_alt": "lead"}],
}


def scores(complete: bool = True, **changes: Any) -> Scores:
    gold = Gold("yunling", {**GOLD, **changes.pop("gold", {})}, complete=complete, **changes)
    return Scores(tuple(judge(gold, DOCUMENT)))


@pytest.mark.parametrize(
    ("kind", "tally"),
    [
        ("plans", Tally(2, 0, 0)),
        ("headings", Tally(1, 6, 0)),
        ("quantities", Tally(3, 11, 1)),
        ("quantity_values", Tally(2, 12, 2)),
        ("per", Tally(3, 0, 0)),
        ("roles", Tally(2, 1, 1)),
        ("targets", Tally(1, 8, 3)),  # one right, one of wrong value, 8万元 is no target, 两年 not found
        ("indicators", Tally(2, 0, 0)),
        ("due", Tally(1, 1, 1)),
        ("time_values", Tally(1, 11, 0)),
        ("contacts", Tally(1, 5, 1)),
        ("assignments", Tally(1, 4, 0)),
    ],
)
def test_the_figures_of_a_document(kind: str, tally: Tally) -> None:
    assert scores().tally(kind) == tally


def test_kinds_of_a_section_count_one_by_one() -> None:
    assert scores().tally("section_kinds") == Tally(1, 7, 1)


def test_shares_follow_from_the_counts() -> None:
    assert (Tally(3, 1, 2).precision, Tally(3, 1, 2).recall) == (0.75, 0.6)
    assert Tally(3, 1, 2).rounded()["f1"] == 0.6667
    assert Tally(0, 0, 0).rounded()["f1"] == 0.0


def test_the_overall_figure_leaves_out_what_was_not_asked() -> None:
    alone = Scores((Outcome("due", "a", "right", 0, 1, ""), Outcome("times", "a", "missed", 0, 1, "")))
    assert alone.table()["overall"] == {"f1": 1.0}


def test_an_optional_item_costs_nothing_found_or_not() -> None:
    optional = {"times": [{**item, "optional": True} for item in GOLD["times"]]}
    assert scores(gold=optional).tally("times") == Tally(0, 11, 0)
    assert scores(gold={"times": []}).tally("times") == Tally(0, 12, 0)
    unfound = {**place("绿化"), "kind": "date", "optional": True}
    assert scores(gold={"times": [unfound]}).tally("times") == Tally(0, 12, 0)


def test_of_partial_gold_only_what_was_judged_counts() -> None:
    partial = scores(
        complete=False, rejected={"quantities": [(place("3-5个")["start_char"], place("3-5个")["end_char"])]}
    )
    assert partial.tally("quantities") == Tally(3, 1, 1)
    assert partial.tally("times") == Tally(1, 0, 0)
    assert [error.verdict for error in partial.errors("quantities")] == ["missed", "spurious"]
    assert "【3-5个】" in partial.errors("quantities")[1].words


def test_an_error_shows_the_words_the_gold_and_the_find() -> None:
    wrong = next(error for error in scores().errors("quantity_values") if error.verdict == "wrong")
    assert "【4000亩】" in wrong.words
    assert '"value": 9' in wrong.wanted
    assert '"value": 4000' in wrong.found
    assert "quantity/measure" in wrong.found


def test_two_runs_show_what_was_gained_and_lost(tmp_path: Path) -> None:
    before = Scores(
        (
            Outcome("due", "a", "right", 0, 2, "x"),
            Outcome("due", "a", "missed", 5, 7, "y"),
            Outcome("due", "a", "spurious", 9, 11, "z"),
            Outcome("due", "a", "right", 20, 22, "same"),
        )
    )
    after = Scores(
        (
            Outcome("due", "a", "wrong", 0, 2, "x"),
            Outcome("due", "a", "right", 5, 7, "y"),
            Outcome("due", "a", "spurious", 13, 15, "w"),
            Outcome("due", "a", "right", 20, 22, "same"),
        )
    )
    save_run(before, tmp_path / "run.json", "fingerprint")
    change = compare(load_run(tmp_path / "run.json"), after)
    assert [(outcome.verdict, outcome.start) for outcome in change.gained] == [("right", 5), ("spurious", 9)]
    assert [(outcome.verdict, outcome.start) for outcome in change.lost] == [("wrong", 0), ("spurious", 13)]
    assert compare(after, after).gained == compare(after, after).lost == ()
    assert '"lost"' in as_json(after, change)


@pytest.mark.parametrize("content", ["{", "{}", '{"format": "planparse-run", "outcomes": [{}]}', "[]"])
def test_a_file_that_is_no_run_is_said_to_be_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match="no stored run"):
        load_run(tmp_path / "run.json")
