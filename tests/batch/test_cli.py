"""The command as its users meet it: exit codes, what it prints, Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tests.batch.doubles import dataset, table, wait_until
from tests.batch.plans import write_plans

if TYPE_CHECKING:
    from pathlib import Path

from planparse.cli.app import main
from planparse.export.tables import SHEETS


def test_reads_a_folder_and_then_only_what_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans, out = write_plans(tmp_path / "in", 12), tmp_path / "out"
    assert main(["batch", str(plans), str(out), "--jobs", "2"]) == 0
    said = capsys.readouterr()
    assert "complete" in said.out
    assert "12/12 files, 0 failed" in said.err
    rows = table(out)
    assert {row["document"] for row in rows} == {f"000/方案{number}.txt" for number in range(12)}
    assert all(row["value"] for row in rows if row["unit"] == "处")
    for name in ("times", "contacts", "assignments"):
        assert {row["document"] for row in table(out, name)} == {row["document"] for row in rows}
    (plans / "000/broken.docx").write_bytes(b"PK\x03\x04")
    (plans / "000/evil\n\x1b[31m[red].docx").write_bytes(b"PK\x03\x04")
    assert main(["batch", str(plans), str(out)]) == 1
    said = capsys.readouterr()
    assert "2/2 files, 2 failed" in said.err
    assert "failed 000/broken.docx" in said.out
    assert r"failed 000/evil\x0a\x1b[31m[red].docx" in said.out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere", "out"], "nowhere does not exist"),
        (["a.txt", "out"], "a.txt is a file"),
        (["in", "in"], "in is the input itself"),
        (["in", "out", "--format", "doc"], "'doc'"),
        (["in", "out", "--glob", "*.docx"], "no plan is found"),
        (["in", "out", "--rules", "nowhere"], "nowhere: no such rules folder"),
        (["in", "out", "--work-dir", "x"], "--work-dir is for a dataset with a URL"),
        (["in", "nothing://x/out"], "nothing://x/out cannot be opened"),
    ],
)
def test_what_cannot_run_says_so_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    reason: str,
) -> None:
    if "//" in arguments[1]:
        pytest.importorskip("fsspec")
    monkeypatch.chdir(tmp_path)
    write_plans(tmp_path / "in", 1)
    (tmp_path / "a.txt").touch()
    assert main(["batch", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert reason in line


def test_dry_run_counts_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = write_plans(tmp_path / "in", 3)
    (plans / "notes.xyz").touch()
    assert main(["batch", str(plans), str(tmp_path / "out"), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "to be worked: 3 files" in said
    assert "passed over, other kind: 1" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_cleanly_and_the_next_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    plans, out = write_plans(tmp_path / "in", 60), tmp_path / "out"
    command = [
        sys.executable,
        "-c",
        "from planparse.cli import run; run()",
        "batch",
        str(plans),
        str(out),
        "--jobs",
        "1",
    ]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_until(out, "pending", 60, process)
    process.send_signal(number)
    said, errors = process.communicate(timeout=20)
    assert process.returncode == 130, errors
    assert "stopped; the same command goes on" in errors
    assert "Traceback" not in errors
    assert "still to do" in said
    assert not (out / "dataset.json").exists()
    assert not list(out.glob("manifest.sqlite-*"))
    assert main(["batch", str(plans), str(out)]) == 0
    assert main(["batch", str(plans), str(tmp_path / "fresh")]) == 0
    assert dataset(out) == dataset(tmp_path / "fresh")


def test_a_workbook_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    plans = write_plans(tmp_path / "in", 3)
    assert main(["batch", str(plans), str(tmp_path / "out"), "--format", "xlsx"]) == 0
    book = openpyxl.load_workbook(tmp_path / "out/tables.xlsx")
    named = {str(cell.value) for row in book[SHEETS["targets"]].iter_rows(max_col=1, min_row=2) for cell in row}
    assert named == {f"000/方案{number}.txt" for number in range(3)}
    assert (tmp_path / "out/documents/part-00000.jsonl").read_bytes().count(b"\n") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    plans = write_plans(tmp_path / "in", 20)
    command = [sys.executable, "-c", "from planparse.cli import run; run()", "batch", str(plans), str(tmp_path / "out")]
    environment = os.environ | {"COLUMNS": "100"}
    ours, theirs = os.openpty()
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL, env=environment) as run:
        os.close(theirs)
        drawn = b""
        with suppress(OSError):  # the other end is closed
            while part := os.read(ours, 4096):
                drawn += part
        os.close(ours)
    assert run.returncode == 0
    assert re.search(r"20/20.* 0 failed, [\d.]+/s, \d+ s left", re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", drawn.decode()))
