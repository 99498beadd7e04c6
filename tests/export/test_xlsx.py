from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas
import pytest

from planparse.export import FORMATS, rows
from planparse.export.labels import label
from planparse.export.tables import SHEETS, TABLES

if TYPE_CHECKING:
    from planparse.models import Document


@pytest.fixture(scope="module")
def written(yunling: Document, hostile: Document) -> BytesIO:
    stream = BytesIO()
    FORMATS["xlsx"].write([yunling, hostile], stream)
    return stream


@pytest.fixture
def book(written: BytesIO) -> Any:
    return openpyxl.load_workbook(BytesIO(written.getvalue()))


def test_a_sheet_per_kind_with_frozen_header_and_filter(book: Any, yunling: Document, hostile: Document) -> None:
    assert book.sheetnames == [*SHEETS.values(), "说明"]
    for name, title in SHEETS.items():
        sheet = book[title]
        count = sum(len(list(rows.table_rows(name, document))) for document in (yunling, hostile))
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == count + 1
        assert sheet.auto_filter.ref.endswith(str(count + 1))
        assert [cell.value for cell in sheet[1]] == [column.label for column in TABLES[name]]


@pytest.mark.parametrize("table", TABLES)
def test_pandas_reads_the_same_values_back(table: str, written: BytesIO, yunling: Document, hostile: Document) -> None:
    read = pandas.read_excel(BytesIO(written.getvalue()), sheet_name=SHEETS[table], keep_default_na=False, dtype=object)
    expected = [row for document in (yunling, hostile) for row in rows.table_rows(table, document)]
    for have, want in zip(read.to_dict("records"), expected, strict=True):
        for column in TABLES[table]:
            value = want[column.name]
            cell = have[column.label]
            if value is None:
                assert cell == ""
            elif column.type == "date":
                assert cell == datetime.fromisoformat(str(value))
            elif isinstance(value, bool):
                assert cell == ("是" if value else "否")
            elif isinstance(value, str):
                assert cell == label(column.name, value)
            else:
                assert cell == pytest.approx(value, rel=1e-15)  # Excel keeps 15 digits
                assert not isinstance(cell, str)


def test_numbers_and_dates_are_numbers_and_dates(book: Any) -> None:
    sheet = book["指标"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    first = next(row for row in sheet.iter_rows(min_row=2) if row[heads["编号"] - 1].value == "p1.t1")
    assert first[heads["数值"] - 1].value == 15000
    due = first[heads["时限止"] - 1]
    assert due.is_date
    assert due.value.date() == date(2024, 12, 31)


def test_links_lead_to_the_row_of_the_plan_and_the_section(book: Any) -> None:
    sheet = book["指标"]
    heads = {cell.value: cell.column - 1 for cell in sheet[1]}
    seen = 0
    for row in sheet.iter_rows(min_row=2):
        for column, sheet_name, key in (("方案编号", "方案", "方案编号"), ("章节编号", "章节", "编号")):
            link = row[heads[column]].hyperlink
            where, cell = link.location.split("!")
            assert where.strip("'") == sheet_name
            goal = book[sheet_name]
            goal_heads = {head.value: head.column - 1 for head in goal[1]}
            goal_row = goal[goal[cell].row]
            assert goal_row[goal_heads[key]].value == row[heads[column]].value
            assert goal_row[goal_heads["文件"]].value == row[heads["文件"]].value
            seen += 1
    assert seen == 2 * (sheet.max_row - 1)
    for row in book["方案"].iter_rows(min_row=2):
        counts = {head.value: cell for head, cell in zip(book["方案"][1], row, strict=True)}
        where, cell = counts["目标数"].hyperlink.location.split("!")
        figure = sheet[sheet[cell].row]
        assert figure[heads["方案编号"]].value == counts["方案编号"].value
        assert figure[heads["文件"]].value == counts["文件"].value


def test_what_a_reader_seldom_asks_for_is_folded_away(book: Any) -> None:
    sheet = book["指标"]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    assert all(sheet.column_dimensions[heads[name]].hidden for name in ("起始位置", "规则", "基本单位"))
    assert not any(sheet.column_dimensions[heads[name]].hidden for name in ("指标", "数值", "时限止", "责任单位"))


def test_no_cell_is_a_formula(book: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type not in {"f", "e"} for cell in row)


def test_characters_that_xml_forbids_do_not_break_the_book(yunling: Document) -> None:
    metadata = yunling.metadata.model_copy(update={"title": "标题\x00\x0b\ufffe" + "长" * 40_000})
    stream = BytesIO()
    FORMATS["xlsx"].write([yunling.model_copy(update={"metadata": metadata})], stream)
    sheet = openpyxl.load_workbook(stream)["方案"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("文件标题") + 1).value.startswith("标题\ufffd\ufffd\ufffd长")
