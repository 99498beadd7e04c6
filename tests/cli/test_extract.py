"""`planparse extract`: what it prints, writes and says, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from planparse.cli.app import main

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """白水区水务局
2031年节水工作方案
一、目标任务
到2031年底，改造老旧管网12公里，新建水厂2座，漏损率下降到8%以下。（牵头单位：区水务局，配合单位：区财政局）
二、责任人
责任人：陈小满
联系电话：0999-1234567
2031年3月2日
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> int:
    return main(["extract", *map(str, arguments)])


def test_json_on_a_pipe_follows_the_printed_schema(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capfd.readouterr().out)
    assert run(plan) == 0
    document = json.loads(capfd.readouterr().out)
    jsonschema.Draft202012Validator(schema).validate(document)
    (only,) = document["plans"]
    assert only["department"] == "白水区水务局"
    assert [a["unit"] for a in only["assignments"]] == ["区水务局", "区财政局"]
    assert {(t["quantity"]["value"], t["quantity"]["unit"]) for t in only["targets"]} == {
        (12, "公里"),
        (2, "座"),
        (8, "%"),
    }
    for figure in only["targets"]:
        span = figure["quantity"]["span"]
        assert PLAN[span["start"] : span["end"]] == figure["quantity"]["text"]


def test_the_same_input_gives_the_same_bytes(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for _ in range(2):
        run(plan)
        outputs.append(capfd.readouterr().out)
    assert outputs[0] == outputs[1]


def test_json_lines_are_one_document_a_line(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(plan, "--format", "jsonl") == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert json.loads(line)["source"]["format"] == "txt"


def test_the_table_names_what_was_found(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(plan, "--format", "table") == 0
    table = capfd.readouterr().out
    for words in ("白水区水务局", "12 公里", "2031-12-31", "陈小满", "牵头", "区财政局"):
        assert words in table


def test_a_terminal_gets_the_table(
    plan: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(plan) == 0
    shown = capfd.readouterr().out
    assert "公里" in shown
    assert not shown.lstrip().startswith("{")


def test_standard_input(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode("gb18030"))))
    assert run("-") == 0
    document = json.loads(capfd.readouterr().out)
    assert document["source"]["path"] is None
    assert document["plans"][0]["department"] == "白水区水务局"


def test_text_is_kept_on_request_only(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(plan)
    assert "text" not in json.loads(capfd.readouterr().out)["source"]
    run(plan, "--with-text")
    assert json.loads(capfd.readouterr().out)["source"]["text"] == PLAN


def test_encoding_is_what_the_user_says(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("水務局".encode("big5"))
    assert run(path, "--encoding", "big5", "--with-text") == 0
    assert json.loads(capfd.readouterr().out)["source"]["text"] == "水務局"


def test_output_file_is_written_whole_and_nothing_is_printed(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = plan.with_name("out.json")
    assert run(plan, "-o", target) == 0
    assert json.loads(target.read_bytes())["plans"]
    assert capfd.readouterr().out == ""
    assert sorted(path.name for path in plan.parent.iterdir()) == ["out.json", "plan.txt"]


def test_a_failed_extraction_leaves_the_old_output(plan: Path) -> None:
    target = plan.with_name("out.json")
    target.write_text("old", encoding="utf-8")
    assert run(plan.with_name("missing.txt"), "-o", target) == 2
    assert target.read_text(encoding="utf-8") == "old"


def test_the_suffix_of_the_output_names_the_format(plan: Path) -> None:
    target = plan.with_name("out.jsonl")
    assert run(plan, "-o", target) == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1


def test_rules_of_the_user_lie_over_the_built_in_ones(
    plan: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "assignments.yaml").write_text("rules: [{id: assignment/label-support, disabled: true}]", encoding="utf-8")
    assert run(plan, "--rules", mine) == 0
    assert [a["unit"] for a in json.loads(capfd.readouterr().out)["plans"][0]["assignments"]] == ["区水务局"]


def unreadable(tmp_path: Path) -> dict[str, Path]:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 8)
    return {"missing": tmp_path / "nowhere.txt", "folder": tmp_path, "empty": empty, "binary": binary}


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary"])
def test_what_cannot_be_read_is_said_on_one_line(kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = unreadable(tmp_path)[kind]
    assert run(path) == 2
    printed, said = capfd.readouterr()
    assert printed == ""
    assert said.startswith("planparse: ")
    assert said.count("\n") == 1
    assert str(path) in said


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    plan.chmod(0)
    assert run(plan) == 2
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--format", "jsn"], "did you mean json"),
        (["--max-pages", "0"], "--help"),
        (["--colour"], "--help"),
        (["--encoding", "klingon"], "klingon"),
        (["--rules", "nowhere"], "no such rules folder"),
    ],
)
def test_usage_errors(plan: Path, arguments: list[str], hint: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(plan, *arguments) == 2
    said = capfd.readouterr().err
    assert hint in said
    assert said.count("\n") == 1


def test_an_output_that_cannot_be_written(plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(plan, "-o", plan.with_name("no-such-folder") / "out.json") == 2
    assert "cannot be written" in capfd.readouterr().err


def test_a_reader_that_stops_early_is_no_error(plan: Path) -> None:
    plan.write_text(PLAN + "新建水厂3座。\n" * 400, encoding="utf-8")
    command = [sys.executable, "-c", "from planparse.cli import run; run()", "extract", str(plan), "--with-text"]
    process: subprocess.Popen[Any] = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert said == ""
