"""Tables in plain text and markdown: found where they clearly are some, and nowhere else."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading import from_text, read_bytes


def cells(text: str) -> list[list[list[str]]]:
    """Tables, rows, cells of a plain text."""
    tables = []
    for table in from_text(text).tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
        tables.append(list(rows.values()))
    return tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("序号\t任务\n1\t修渠\n2\t\n完。", [[["序号", "任务"], ["1", "修渠"], ["2", ""]]]),
        ("|任务|目标|\n|----|:--:|\n| 修渠 | 3公里 |\n", [[["任务", "目标"], ["修渠", "3公里"]]]),
        ("任务|目标\n修渠|3公里", [[["任务", "目标"], ["修渠", "3公里"]]]),
        (
            "任务\t目标\n修渠\t3公里\n\n单位\t时限\n水务局\t6月底",
            [[["任务", "目标"], ["修渠", "3公里"]], [["单位", "时限"], ["水务局", "6月底"]]],
        ),
        # units on lines of their own belong to the cell above, where the next row shows that the table goes on
        (
            "任务\t责任单位\n修渠\t县水利局\n县财政局\n造林\t县林业局\n青河县水利局",
            [[["任务", "责任单位"], ["修渠", "县水利局\n县财政局"], ["造林", "县林业局"]]],
        ),
        ("｜任务｜目标｜\n｜修渠｜3公里｜", [[["任务", "目标"], ["修渠", "3公里"]]]),
    ],
)
def test_found(text: str, expected: list[list[list[str]]]) -> None:
    assert cells(text) == expected


HEAD = "类别 | 事项 | 年度目标 | 责任单位 | 联系电话 |\n助残 | 康复 | 康复救助500人 | 区残联 | 2345606 |\n"


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ("适老化改造 | 改造300户 | 区残联 | 2345607 |", 1),  # behind a merged cell
        ("适老化改造 | 改造300户 | 区残联 | 2345607 | |", 1),  # and filled up with a blank
        ("养老 | 床位 | 新增床位20张 | 区民政局 |", 0),  # the last cell is cut off
        ("养老 | 床位 | 新增床位20张 | 区民政局 | |", 0),
        ("养老 | 床位 | 新增床位20张 | 区民政局 | 2345608", 0),
    ],
)
def test_rows_that_have_lost_cells(row: str, first: int) -> None:
    table = from_text(f"{HEAD}{row}\n").tables[0]
    assert min(cell.column for cell in table.cells if cell.row == 2) == first
    rule = "|---|---|---|---|---|\n"
    head, below = HEAD.split("\n", 1)
    marked = read_bytes(f"{head}\n{rule}{below}{row}\n".encode()).tables[0]
    assert min(cell.column for cell in marked.cells if cell.row == 2) == first


def test_a_row_that_fits_nowhere_ends_the_table() -> None:
    table = from_text(f"{HEAD}甲 | 乙 | 丙 |\n").tables[0]
    assert table.cells[-1].row == 1


@pytest.mark.parametrize(
    "text",
    [
        "责任人：林静\t责任科室：节水科\n联系人：沈一舟\t联系电话：0999-6660123",
        "一、总体要求\t1\n二、主要任务\t2\n三、保障措施\t5",
        "任务\t目标",
        "修渠3公里，打井12眼。\n\t造林20亩，种草5亩。\n\t完。",
        "白水区水务局\t\t白水区财政局\n到2031年底，全部完成。",
        "方案|征求意见稿\n本方案自印发之日起施行。",
    ],
)
def test_not_found(text: str) -> None:
    assert cells(text) == []


def test_caption_and_extent() -> None:
    text = "前言。\n表2 任务分解表\n\n任务\t目标\n修渠\t3公里\n后文。"
    (table,) = from_text(text).tables
    assert table.caption == "表2 任务分解表"
    assert text[table.start : table.end] == "任务\t目标\n修渠\t3公里"


MARKDOWN = """---
# 白水区**节水**工作方案 #

到2031年底，修渠3公里，
打井[12眼](http://example.invalid/a)，20**年起算、30**年完成。
<!-- 隐藏
内容 -->
- 第一项
* [x] 第二项
1. 第三项

| 任务 | 目标 |
|------|:----:|
| **修渠** | 3公里 |
| 打井\\|挖井 | 12眼 |

## 二、责任
> 责任人：林静
"""


def test_markdown_as_shown() -> None:
    source = read_bytes(MARKDOWN.encode())
    assert source.format == "md"
    assert source.text == MARKDOWN
    text = clean(source)
    assert text.text.splitlines() == [
        "白水区节水工作方案",
        "到2031年底,修渠3公里,打井12眼,20**年起算、30**年完成。",
        "第一项",
        "第二项",
        "1.第三项",
        "|任务|目标|",
        "|修渠|3公里|",
        "|打井|挖井|12眼|",
        "二、责任",
        "责任人:林静",
    ]
    wells = text.text.index("打井12")
    assert text.given(wells, wells + 5) == "打井[12眼"
    assert [block.style_level for block in source.blocks if block.style_level] == [1, 2]
    assert len(source.tables[0].cells) == 6


@pytest.mark.parametrize("text", ["#3号楼改造\n完成12间。", "一、目标\n- 修渠3公里\n- 打井12眼", "——\n目标|任务\n"])
def test_plain_text_is_no_markdown(text: str) -> None:
    assert read_bytes(text.encode()).format == "txt"


@pytest.mark.parametrize(
    "text", ["|" * 60_000, "\t" * 60_000, "[" * 60_000, "**a" * 20_000, "| " * 30_000 + "\n|--|" * 9000]
)
def test_marks_without_end_take_linear_time(text: str) -> None:
    assert read_bytes(("# 一\n# 二\n" + text).encode()).format in ("md", "csv", "txt")
    assert read_bytes((text + "完").encode()).text
