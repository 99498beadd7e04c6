from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import UsageError
from planparse.export import FORMATS, rows
from planparse.export.csv import neutral
from planparse.export.tables import TABLES

if TYPE_CHECKING:
    from planparse.models import Document


def test_a_file_holds_the_targets_as_excel_reads_them(yunling: Document, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    FORMATS["csv"].write([yunling], target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfdocument,plan,")
    read = pandas.read_csv(target, keep_default_na=False)
    expected = list(rows.targets(yunling))
    assert len(read) == len(expected)
    for have, want in zip(read.to_dict("records"), expected, strict=True):
        for name, value in want.items():
            if isinstance(value, int | float):
                assert float(have[name]) == value, name
            else:
                assert have[name] == (value or ""), name


def test_a_folder_holds_every_table(yunling: Document, hostile: Document, tmp_path: Path) -> None:
    FORMATS["csv"].write([yunling, hostile], tmp_path / "tables")
    assert {file.name for file in (tmp_path / "tables").iterdir()} == {f"{name}.csv" for name in TABLES}
    read = pandas.read_csv(tmp_path / "tables" / "times.csv")
    assert len(read) == len(yunling.plans[0].times) + len(yunling.plans[1].times) + len(hostile.plans[0].times)


def test_a_stream_takes_one_table(yunling: Document) -> None:
    stream = BytesIO()
    FORMATS["csv"].write([yunling], stream, table="contacts")
    read = list(csv.DictReader(StringIO(stream.getvalue().decode("utf-8-sig"))))
    assert [row["value"] for row in read][:2] == ["方远山", "造林绿化科"]
    assert not stream.closed


def test_an_unknown_table_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"'goals'.*targets"):
        FORMATS["csv"].write([], BytesIO(), table="goals")


def test_a_place_that_cannot_be_written_is_named(yunling: Document, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"out\.csv: cannot be written"):
        FORMATS["csv"].write([yunling], tmp_path / "missing" / "out.csv")


def test_nothing_is_left_of_a_file_that_failed_half_way(tmp_path: Path) -> None:
    def documents() -> list[Document]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        FORMATS["csv"].write((document for document in documents()), tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+方", "'+方"),
        ("-1000亩", "'-1000亩"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("1=1", "1=1"),
        ("=", "="),
        (-1000, -1000),
        (None, None),
        (True, "true"),
        ("", ""),
    ],
)
def test_formulas_are_neutralised_and_numbers_left_alone(value: rows.Value, shown: rows.Value) -> None:
    assert neutral(value) == shown


@given(st.text(max_size=12).filter(lambda text: text != "="))
@settings(max_examples=100, deadline=None)
def test_no_text_comes_out_as_a_formula(text: str) -> None:
    shown = neutral(text)
    assert isinstance(shown, str)
    assert not shown.strip().startswith(("=", "+", "-", "@"))
    assert not shown.startswith(("\t", "\r", "\n"))
    assert shown in (text, f"'{text}")


def test_no_cell_of_a_hostile_plan_starts_a_formula(hostile: Document, tmp_path: Path) -> None:
    FORMATS["csv"].write([hostile], tmp_path / "tables")
    for file in (tmp_path / "tables").iterdir():
        for row in csv.DictReader(StringIO(file.read_text("utf-8-sig"))):
            for name, cell in row.items():
                assert not cell.startswith(("=", "+", "@")) or cell == "=", (file.name, name, cell)
                assert not cell.startswith("-") or name in {"value", "base_value"}, (file.name, name, cell)
