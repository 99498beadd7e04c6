"""Spreadsheets: cells as shown, tables and paragraphs of a sheet, csv."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.reading.zip_writer import xlsx, zipped

from planparse.reading import read_bytes
from planparse.reading.xlsx_formats import shown_number


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("54.056", "", "54.056"),
        ("12.300000000000001", "General", "12.3"),
        ("1E-3", "General", "0.001"),
        ("0.35", "0%", "35%"),
        ("0.1234", "0.0%", "12.3%"),
        ("1.005", "0.00", "1.01"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("0", "#,##0", "0"),
        ("12", '0.0"万亩"', "12.0万亩"),
        ("3", "00", "03"),
        ("0.5", "#.##", ".5"),
        ("-3", "0.0_);[Red]\\-0.0", "-3.0"),
        ("-0.001", "0.0", "0.0"),
        ("0", '0;-0;"—"', "—"),
        ("5", "[$¥-804]#,##0.00", "¥5.00"),
        ("12345678", '0!.0,"万"', "1234.6万"),
        ("45000", 'yyyy"年"m"月"d"日"', "2023年3月15日"),
        ("45000", '[$-804]yyyy"年"m"月";@', "2023年3月"),
        ("45000.5", "yyyy/m/d h:mm", "2023/3/15 12:00"),
        ("1", "yyyy/m/d", "1900/1/1"),
        ("45000", "aaaa", "星期三"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("0.5", "# ?/?", "0.5"),
        ("12", "@", "12"),
        ("-5", "yyyy/m/d", "-5"),
        ("1e999", "0", "1e999"),
        ("nan", "0", "nan"),
        ("abc", "0.0", "abc"),
    ],
)
def test_numbers_as_shown(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code) == shown


def test_dates_counted_from_1904() -> None:
    assert shown_number("0", "yyyy/m/d", since_1904=True) == "1904/1/1"


def cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


SHEET = (
    f"<row>{cell('B2', '白水区2031年任务分解表')}</row><row>{cell('E3', '单位：万元')}</row>"
    f"<row>{cell('B4', '序号')}{cell('C4', '任务')}{cell('D4', '投入')}</row>"
    f"<row>{cell('D5', '2031年')}{cell('E5', '2032年')}</row>"
    f'<row><c r="B6"><v>1</v></c>{cell("C6", "修渠")}<c r="D6" s="1"><v>0.35</v></c><c r="E6"><v>12.5</v></c></row>'
    f"<row>{cell('B8', '责任人：林静')}</row>"
)
MERGED = '<mergeCells><mergeCell ref="B4:B5"/><mergeCell ref="C4:C5"/><mergeCell ref="D4:E4"/></mergeCells>'
STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'


def test_sheet_of_title_table_and_closing() -> None:
    source = read_bytes(xlsx(SHEET, styles=STYLES, after=MERGED))
    assert source.text.splitlines() == [
        "白水区2031年任务分解表",
        "单位：万元",
        "序号\t任务\t投入",
        "\t\t2031年\t2032年",
        "1\t修渠\t35%\t12.5",
        "责任人：林静",
    ]
    (table,) = source.tables
    assert table.caption == "白水区2031年任务分解表 单位：万元"
    assert [(c.row, c.column, c.rows, c.columns) for c in table.cells[:3]] == [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2)]
    places = {source.text[block.start : block.end]: block.cell for block in source.blocks}
    assert (places["35%"], places["单位：万元"], places["责任人：林静"]) == ("D6", "E3", "B8")


def test_shared_strings_without_phonetic_guides_and_other_kinds() -> None:
    strings = "<si><t>修渠</t><rPh><t>xiūqú</t></rPh></si><si><r><t>3</t></r><r><t>公里</t></r></si>"
    rows = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row><c r="A2" t="b"><v>1</v></c><c r="B2" t="str"><f>1</f><v>共3项</v></c>'
        '<c r="C2" t="e"><v>#REF!</v></c></row>'
        '<row><c r="A3" t="s"><v>99</v></c></row>'
    )
    assert read_bytes(xlsx(rows, strings=strings)).text == "修渠\t3公里\nTRUE\t共3项\n"


def test_cells_without_addresses_follow_each_other() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c/><c><v>3</v></c></row>"
    rows += "<row r='0'><c r='A0'><v>4</v></c></row>"
    source = read_bytes(xlsx(rows))
    assert [(source.text[b.start : b.end], b.cell) for b in source.blocks] == [
        ("1", "A1"),
        ("2", "B1"),
        ("3", "B5"),
        ("4", "A6"),
    ]


def test_part_names_in_capitals_and_with_backslashes() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(f"<row>{cell('A1', '正文')}</row>"))) as archive:
        parts: dict[str, str | bytes] = {n.replace("xl/", "XL\\"): archive.read(n) for n in archive.namelist()}
    assert read_bytes(zipped(parts)).text == "正文\n"


def test_hidden_sheets_are_not_shown() -> None:
    rows = f"<row>{cell('A1', '正文')}</row>"
    assert read_bytes(xlsx(rows)).text == "正文\n"
    assert read_bytes(xlsx(rows, state="hidden")).text == ""


def test_huge_claimed_dimensions_cost_nothing() -> None:
    after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    rows = (
        f"<row>{cell('A1', '甲')}{cell('XFD1', '乙')}</row><row>{cell('A1048576', '丙')}{cell('B1048576', '丁')}</row>"
    )
    source = read_bytes(xlsx(rows, after=after))
    assert len(source.text) < 100
    assert source.blocks[1].cell == "XFD1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030"])
def test_csv_of_every_delimiter(delimiter: str, codec: str) -> None:
    rows = [["序号", "任务", "目标"], ["1", "修渠", '"3公里，\n其中新建1公里"'], ["2", "打井", "12眼"]]
    source = read_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(codec))
    assert source.format == "csv"
    assert source.text == "序号\t任务\t目标\n1\t修渠\t3公里， 其中新建1公里\n2\t打井\t12眼\n"
    assert len(source.tables[0].cells) == 9


def test_running_text_is_no_csv() -> None:
    assert read_bytes("修渠3公里, 打井12眼。\n造林20亩, 种草5亩。\n".encode()).format == "txt"
