"""`planparse extract` with the export formats: where they go, and what is refused in one line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from planparse.cli.app import main
from planparse.export.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "白水区水务局\n节水工作方案\n一、目标任务\n到2031年底，改造老旧管网12公里。\n联系人：陈小满\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_csv_goes_into_a_folder_a_file_or_a_pipe(
    plan: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["extract", str(plan), "--format", "csv", "-o", str(tmp_path / "tables")]) == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(TABLES)
    assert main(["extract", str(plan), "-o", str(tmp_path / "targets.csv")]) == 0
    (row,) = csv.DictReader(io.StringIO((tmp_path / "targets.csv").read_text("utf-8-sig")))
    assert (row["value"], row["unit"], row["due_end"]) == ("12", "公里", "2031-12-31")
    assert main(["extract", str(plan), "--format", "csv", "--table", "contacts"]) == 0
    assert "陈小满" in capsysbinary.readouterr().out.decode("utf-8-sig")


@pytest.mark.parametrize("name", ["page.html", "dates.ics", "book.xlsx", "targets.parquet"])
def test_the_suffix_names_the_format(name: str, plan: Path, tmp_path: Path) -> None:
    starts = {"html": b"<!doctype html>", "ics": b"BEGIN:VCALENDAR", "xlsx": b"PK", "parquet": b"PAR1"}
    assert main(["extract", str(plan), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(starts[name.split(".")[1]])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv", "--table", "goals"], "no table is called 'goals'"),
        (["--format", "json", "--table", "times"], "--table has no meaning for json"),
        (["--format", "table", "--columns", "role,colour"], "no column 'colour'"),
        (["--format", "brat"], "brat writes several files"),
        (["--format", "csv", "-o", "missing/folder/x.csv"], "cannot be written"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    arguments: list[str], said: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(plan), *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
