"""`planparse eval` on an invented plan: figures, errors, comparison, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planparse.cli.app import main

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "白水区水务局\n节水工作方案\n一、目标任务\n到2031年底，改造老旧管网12公里，新建水厂2座。\n责任人：陈小满\n"
GOLD = {
    "plans": [{"line": 1, "quote": "白水区水务局", "department": "白水区水务局"}],
    "sections": [{"line": 3, "quote": "一、目标任务", "kinds": ["goal"]}],
    "quantities": [
        {
            "line": 4,
            "quote": "12公里",
            "value": 12,
            "unit": "公里",
            "op": "=",
            "role": "target",
            "indicator": "改造老旧管网",
            "due": {"end": "2031-12-31"},
        },
        {
            "line": 4,
            "quote": "2座",
            "value": 3,
            "unit": "座",
            "op": "=",
            "role": "target",
            "indicator": "新建水厂",
            "due": {"end": "2031-12-31"},
        },
    ],
    "times": [{"line": 4, "quote": "2031年底", "kind": "deadline", "end": "2031-12-31"}],
    "contacts": [{"line": 5, "quote": "陈小满", "role": "person_in_charge", "value": "陈小满"}],
    "assignments": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "baishui.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "baishui.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_figures_and_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(folder), "--errors", "targets"]) == 0
    out = capsys.readouterr().out
    assert "overall" in out
    assert "errors in targets: 1" in out
    assert "【2座】" in out


def test_json_holds_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(folder), "--format", "json", "--errors", "targets"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["scores"]["targets"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert [error["verdict"] for error in said["errors"]] == ["wrong"]


def test_a_rule_taken_away_shows_as_a_loss(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = tmp_path / "run.json"
    assert main(["eval", str(folder), "--save", str(run)]) == 0
    found = json.loads(run.read_text(encoding="utf-8"))
    assert found["scores"]["contacts"]["tp"] == 1
    rules = tmp_path / "rules"
    rules.mkdir()
    for outcome in found["outcomes"]:
        if outcome["kind"] == "time_values":
            rule = json.loads(outcome["found"])["rule"]
    (rules / "times.yaml").write_text(f"rules:\n  - id: {rule}\n    disabled: true\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["eval", str(folder), "--rules", str(rules), "--against", str(run), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "time_values" in {outcome["kind"] for outcome in said["lost"]}
    assert said["before"]["time_values"]["tp"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--errors", "goals"], "no such kind"),
        (["--against", "nothing.json"], "cannot be read"),
        (["--format", "xml"], "xml"),
    ],
)
def test_mistakes_are_one_line_and_exit_code_2(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", str(folder), *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
