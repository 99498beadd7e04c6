"""The command: exit codes in every combination, options, configuration, comments, baselines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.checks.formats import FORMATS

BROKEN = b"PK\x03\x04 no archive"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean.txt"], 0),
        (["plan.txt"], 1),
        (["plan.txt", "--exit-zero"], 0),
        (["plan.txt", "--select", "PP206"], 1),
        (["plan.txt", "--select", "PP206", "--fail-on", "error"], 0),
        (["plan.txt", "--select", "PP501", "--fail-on", "error"], 1),
        (["plan.txt", "broken.docx"], 2),
        (["clean.txt", "broken.docx"], 2),
        (["plan.txt", "broken.docx", "--exit-zero"], 2),
        (["plan.txt", "nowhere.txt"], 2),
        (["plan.txt", "--select", "PP999"], 2),
        (["plan.txt", "--config", "wrong.toml"], 2),
        (["plan.txt", "--rules", "wrong-rules"], 2),
        (["plan.txt", "--profile", "wrong.yaml"], 2),
        (["plan.txt", "--fail-on", "never"], 2),
        ([], 2),
    ],
)
def test_exit_codes(check: Any, folder: Path, name: str, arguments: list[str], code: int) -> None:
    (folder / "broken.docx").write_bytes(BROKEN)
    (folder / "wrong.toml").write_text("selct = []", encoding="utf-8")
    (folder / "wrong.yaml").write_text("requird: [goal]", encoding="utf-8")
    (folder / "wrong-rules").mkdir()
    (folder / "wrong-rules" / "units.yaml").write_text("rules: [{id: Bad}]", encoding="utf-8")
    assert check(*arguments, "--output-format", name) == code


def test_findings_are_written_although_a_file_is_broken(
    check: Any, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.docx").write_bytes(BROKEN)
    assert check("plan.txt", "broken.docx", "--output-format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    assert {finding["code"] for finding in report["findings"]} >= {"PP206", "PP401", "PP501"}
    assert [failure["path"] for failure in report["failures"]] == ["broken.docx"]
    assert report["summary"]["exit_code"] == 2


def test_folders_are_walked_and_nothing_is_checked_twice(
    check: Any, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "plan.txt").write_text("二、目标任务\n", encoding="utf-8")
    (folder / "notes.csv").write_text("a", encoding="utf-8")
    check(".", "plan.txt", "--output-format", "json")
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 2


def test_an_empty_folder_is_no_clean_run(check: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path) == 2
    assert "nothing to check" in capsys.readouterr().err


def test_several_formats_in_one_run(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--output-format", "text", "--output-format", "sarif", "--output-file", "a/b.sarif"]
    assert check("plan.txt", *options, "--output-format", "junit=c.xml") == 1
    assert "PP501" in capsys.readouterr().out
    assert json.loads((folder / "a/b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "c.xml").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output-format", "jsn"], "did you mean 'json'?"),
        (["--output-format", "json", "--output-format", "text"], "share the standard output"),
        (
            ["--output-format", "json", "--output-format", "sarif", "--output-file", "a"],
            "2 output formats for 1 output files",
        ),
        (["--output-format", "json", "--output-file", "plan.txt/x"], "cannot be written"),
        (["--select", "PP20x"], "'PP20x' selects no check (did you mean 'PP20"),
        (["--explain", "PP1O1"], "did you mean 'PP101'?"),
    ],
)
def test_mistakes_are_named(
    check: Any,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    said: str,
) -> None:
    assert folder
    assert check("plan.txt", *options) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def codes(check: Any, capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    check(*arguments, "--output-format", "json-lines")
    return [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]


def test_select_and_ignore_take_prefixes_and_names(
    check: Any, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder
    assert codes(check, capsys, "plan.txt", "--select", "PP4,PP5") == ["PP501", "PP401"]
    assert codes(check, capsys, "plan.txt", "--select", "PP4,PP5", "--ignore", "impossible-date") == ["PP501"]


def test_messages_in_english(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder
    check("plan.txt", "--select", "PP401", "--language", "en")
    assert "is no day of the calendar" in capsys.readouterr().out


def test_statistics(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder
    check("plan.txt", "--select", "PP4,PP5", "--statistics")
    assert "    1  PP401  impossible-date\n" in capsys.readouterr().out
    check("plan.txt", "--select", "PP4,PP5", "--statistics", "--output-format", "json")
    output = capsys.readouterr()
    json.loads(output.out)
    assert "    1  PP401  impossible-date\n" in output.err


def test_explain_and_list(check: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--explain", "sum-does-not-add-up") == 0
    assert "Fails:" in capsys.readouterr().out
    assert check("--list") == 0
    assert "PP902" in capsys.readouterr().out


def test_page_is_told(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdfium2")
    (folder / "more.yaml").write_text("extends: default\nrequired: [attachment]", encoding="utf-8")
    (sample,) = (Path(__file__).resolve().parents[2] / "samples" / "formats").glob("*.pdf")
    check(sample, "--profile", "more.yaml", "--select", "PP101", "--output-format", "json-lines")
    assert json.loads(capsys.readouterr().out)["page"] == 1
