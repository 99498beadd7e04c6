"""`planparse rules` and `planparse schema`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from planparse.cli.app import COMMANDS, main
from planparse.rules import load_rules

if TYPE_CHECKING:
    from pathlib import Path


def test_list_has_a_line_per_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == [rule.id for rule in load_rules()]
    assert all(len(row) == 4 and int(row[2]) >= 2 for row in rows)


def test_list_of_one_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "contacts"]) == 0
    assert {line.split("\t")[1] for line in capsys.readouterr().out.splitlines()} == {"contacts"}


def test_list_on_a_terminal_is_a_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["rules", "list", "assignments"]) == 0
    assert "assignment/seat" in capsys.readouterr().out


def test_show_prints_what_can_be_laid_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All rules, printed one by one and read again, are the same rules."""
    printed: dict[str, list[object]] = {}
    for rule in load_rules():
        assert main(["rules", "show", rule.id]) == 0
        comment, _, written = capsys.readouterr().out.partition("\n")
        printed.setdefault(comment.removeprefix("# "), []).extend(yaml.safe_load(written)["rules"])
    for name, rules in printed.items():
        (tmp_path / name).write_text(yaml.safe_dump({"rules": rules}, allow_unicode=True), encoding="utf-8")
    assert [rule.written() for rule in load_rules([tmp_path])] == [rule.written() for rule in load_rules()]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["show", "assignment/seet"], "did you mean assignment/seat"),
        (["show", "nothing-like-it-at-all"], "planparse rules list"),
        (["list", "time"], "did you mean times"),
        (["test", "nowhere"], "no such rules folder"),
        (["shwo"], "--help"),
    ],
)
def test_what_is_not_there(arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", *arguments]) == 2
    said = capsys.readouterr().err
    assert hint in said
    assert said.count("\n") == 1


def overlay(folder: Path, example: str) -> str:
    rule = {
        "id": "assignment/seat",
        "form": "seat",
        "words": ["秘书处设在"],
        "examples": [example],
        "counterexamples": ["秘书处设在三楼。"],
    }
    (folder / "assignments.yaml").write_text(yaml.safe_dump({"rules": [rule]}, allow_unicode=True), encoding="utf-8")
    return str(folder)


def test_test_passes_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", overlay(tmp_path, "秘书处设在【县水利局】。")]) == 0
    assert "examples hold" in capsys.readouterr().out


def test_test_fails_and_says_which_example_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", overlay(tmp_path, "办公室设在【县水利局】。")]) == 1
    printed = capsys.readouterr().out
    assert "assignment/seat" in printed
    assert "办公室设在【县水利局】。" in printed
    assert "the rule does not match" in printed
    assert "1 of " in printed


def test_a_broken_rule_file_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "assignments.yaml").write_text("rules: [{id: assignment/seat}]", encoding="utf-8")
    assert main(["rules", "test", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "assignments.yaml: assignment/seat: " in said
    assert said.count("\n") == 1


def test_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"] == ["schema_version", "source", "metadata", "plans", "diagnostics"]
    assert schema["$defs"]["Span"]["required"] == ["start", "end"]
    assert "text" not in schema["$defs"]["Source"]["required"]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(command in shown for command in COMMANDS)


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extrakt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
