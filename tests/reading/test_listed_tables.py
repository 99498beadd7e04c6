"""Tables whose cells stand on lines of their own. All are invented."""

from __future__ import annotations

import pytest
from tests.growth import grows_no_faster

import planparse
from planparse.reading import from_text
from planparse.reading.flattened_heads import listed_starts
from planparse.reading.listed_tables import listed_tables

HEAD = ("序号", "工作任务", "责任单位", "完成时限")
FIRST = ("1", "新建高标准农田12万亩。", "县农业农村局", "2031年10月底前")
SECOND = ("2", "改造户厕800户。", "县住建局、县卫健委", "2031年12月底前")


def rows_of(text: str) -> list[list[list[str]]]:
    """The words of the cells, by table and row."""
    return [
        [
            [text[cell.start : cell.end] for cell in table.cells if cell.row == row]
            for row in range(table.cells[-1].row + 1)
        ]
        for table in listed_tables(text, listed_starts(text)).tables
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\u3000\n"])
def test_cells_on_lines(between: str) -> None:
    text = between.join(("某县任务分解表", *HEAD, *FIRST, *SECOND, "三、保障措施", "加强领导。", ""))
    assert rows_of(text) == [[list(HEAD), list(FIRST), list(SECOND)]]


def test_cells_between_bars_may_have_several_lines() -> None:
    rows = ("\n|\n".join(row) for row in (HEAD, FIRST, SECOND))
    text = "\n".join(rows).replace("县住建局、", "县住建局\n").replace("2031年10月底前", "2031年10月底前\n验收")
    (table,) = rows_of(text)
    assert table[1:] == [[*FIRST[:3], "2031年10月底前\n验收"], ["2", SECOND[1], "县住建局\n县卫健委", SECOND[3]]]


@pytest.mark.parametrize(
    ("before", "between", "behind"), [("", "\n|\n", "\n|\n"), ("", "\n| ", "\n|\n"), ("|", "\n|", "\n|\n")]
)
def test_a_bar_may_close_each_row(before: str, between: str, behind: str) -> None:
    body = "".join(before + between.join(row) + behind for row in (HEAD, FIRST, SECOND))
    assert rows_of(f"{body}三、保障措施\n加强领导。\n") == [[list(HEAD), list(FIRST), list(SECOND)]]


def test_a_budget_names_its_heads() -> None:
    lines = (
        "单位:万元",
        "科目",
        "2031年度",
        "2032年度",
        "合计",
        "水利建设",
        "39,685",
        "3,685",
        "43,370",
        "三、保障措施",
    )
    assert rows_of("\n\n".join(lines)) == [[list(lines[1:5]), list(lines[5:9])]]


@pytest.mark.parametrize(
    ("time", "rows"),
    [
        ("常态工作", 2),
        ("经常性工作", 2),
        ("常态化开展", 2),
        ("按时间节点推进", 2),
        ("已完成", 2),
        ("县财政局", 1),
        ("加强领导,按时推进。", 1),
        ("按时新建泵站30座。", 1),
    ],
)
def test_a_column_of_times_may_tell_a_state(time: str, rows: int) -> None:
    second = (*SECOND[:3], time)
    body = "".join("| " + "\n|\n".join(row) + "\n|\n" for row in (HEAD, FIRST, second))
    assert rows_of(f"{body}三、保障措施\n加强领导。\n") == [[list(HEAD), list(FIRST), list(second)][: 1 + rows]]


def test_a_closed_row_may_lack_a_cell_merged_with_the_one_above() -> None:
    head = ("序号", "任务", "工作要求", "责任单位")
    rows = (
        ("1", "污水治理", "新建处理厂2座,年底前投运。", "市建设局\n市财政局"),
        ("2", "改造管网30公里,年底前完工。", "市水务局"),
        ("3", "整治河道5公里,年底前完工。", "市水务局"),
    )
    text = "".join("\n| ".join(row) + "\n|\n" for row in (head, *rows))
    (table,) = listed_tables(text, listed_starts(text)).tables
    found = {(cell.row, cell.column): text[cell.start : cell.end] for cell in table.cells}
    assert found[1, 3] == "市建设局\n市财政局"
    assert [found.get((2, column)) for column in range(4)] == ["2", None, "改造管网30公里,年底前完工。", "市水务局"]
    assert found[3, 3] == "市水务局"


THIRD = ("3", "新建公路2公里。", "县交通局", "全年")


def test_a_number_that_does_not_go_on_ends_the_table() -> None:
    text = "\n".join((*HEAD, *FIRST, "1", *SECOND[1:], *THIRD))
    assert rows_of(text) == [[list(HEAD), list(FIRST)]]


@pytest.mark.parametrize(
    ("second", "cells"),
    [
        # A blank cell has left no line.
        (("2", "改造户厕800户。", "2031年12月底前"), ["2", "改造户厕800户。", "2031年12月底前"]),
        # A cell of two paragraphs has left two.
        (
            ("2", "改造户厕。", "县住建局", "县卫健委", "12月底前"),
            ["2", "改造户厕。", "县住建局\n县卫健委", "12月底前"],
        ),
        # The group that the next rows belong to stands in front of the next number.
        ((*SECOND, "交通出行"), list(SECOND)),
        (("交通出行", *SECOND), list(SECOND)),
    ],
)
def test_rows_are_told_by_the_kinds_of_their_cells(second: tuple[str, ...], cells: list[str]) -> None:
    text = "\n".join((*HEAD, *FIRST, *second, *THIRD))
    assert rows_of(text) == [[list(HEAD), list(FIRST), cells, list(THIRD)]]


PARTED = ("2", "动工建养护楼1座。", "县民政局", "县残联", "5月底前动工", "新建书屋1所。", "12月底前")


@pytest.mark.parametrize(
    "rows",
    [
        (*FIRST, *PARTED, *THIRD),
        # Nothing stands below that would tell where the row ends.
        (*FIRST, *PARTED),
        (*FIRST, *PARTED[:-2], "新建书屋1所。", "县教体局", "12月底前", *THIRD),
    ],
)
def test_a_row_may_have_several_tasks_with_a_time_each(rows: tuple[str, ...]) -> None:
    text = "\n".join(("云岭县2031年任务分解表", *HEAD, *rows, "云岭县人民政府办公室", "2031年2月16日"))
    (plan,) = planparse.extract(text).plans
    said = {f.quantity.text: (f.due.end if f.due else None, f.responsible) for f in plan.targets}
    assert said["1座"] == ("2031-05-31", ["县民政局", "县残联"])
    assert said["1所"] == ("2031-12-31", ["县教体局"] if "县教体局" in rows else ["县民政局", "县残联"])
    assert not from_text(text).notes


def test_what_is_signed_below_a_table_is_no_task_of_its_last_row() -> None:
    text = "\n".join((*HEAD, *FIRST, *SECOND, "请抓好落实。", "2031年2月16日"))
    assert rows_of(text) == [[list(HEAD), list(FIRST), list(SECOND)]]


def test_what_the_columns_begin_with_parts_their_units() -> None:
    head = ("序号", "考核指标", "责任部门", "评分部门")
    first = ("1", "粮食面积", "县农业局", "县海洋局", "市农业局")
    whole = (("2", "清洁村", "县环保局", "市环保局"), ("3", "农家乐", "县文旅局", "市文旅局"))
    (table,) = rows_of("\n".join((*head, *first, *whole[0], *whole[1])))
    assert table[1] == ["1", "粮食面积", "县农业局\n县海洋局", "市农业局"]


def test_a_row_that_cannot_be_told_is_left_out_and_noted() -> None:
    second = ("2", "改造户厕800户。", "12月", "6月", "县住建局")
    text = "\n".join((*HEAD, *FIRST, *second, *THIRD))
    assert rows_of(text) == [[list(HEAD), list(FIRST)], [list(HEAD), list(THIRD)]]
    (note,) = from_text(text).notes
    assert (note.code, text[note.start : note.end]) == ("unclear-row", "\n".join(second))


def test_a_table_of_which_no_row_can_be_told_is_noted() -> None:
    text = "\n".join((*HEAD, "1", "新建农田。", "县农业农村局", "三、保障措施", "加强领导。"))
    assert rows_of(text) == []
    (note,) = from_text(text).notes
    assert (note.code, text[note.start : note.end]) == ("unclear-row", "\n".join(HEAD))


INDICATORS = ("指  标", "2030年", "2035年", "属性")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Each row ends with what binds it.
        (
            (*INDICATORS, "1.入园率（%）", "92.1", "95以上", "预期性", "2.巩固率（%）", "—", "98", "约束性"),
            [["1.入园率（%）", "92.1", "95以上", "预期性"], ["2.巩固率（%）", "—", "98", "约束性"]],
        ),
        # Two indicators in one row: the numbers of each column follow each other.
        (
            (
                *INDICATORS,
                "合格率（%）",
                "其中：小学",
                "91",
                "92",
                "95",
                "96",
                "预期性",
                "床位（张）",
                "5",
                "6",
                "预期性",
            ),
            [
                ["合格率（%）", "91", "95", "预期性"],
                ["其中：小学", "92", "96", "预期性"],
                ["床位（张）", "5", "6", "预期性"],
            ],
        ),
        # Each row ends with its numbers; a merged group leaves a line above its first row only.
        (
            ("类别", "指标", "2030年", "2035年", "健身", "场地面积", "2.2", "2.6", "健身人口比例", "38%", "41%"),
            [["健身", "场地面积", "2.2", "2.6"], ["健身人口比例", "38%", "41%"]],
        ),
        (
            ("指标", "单位", "2030年", "2035年", "预期寿命", "岁", "78.2", "79.5", "药店", "家", "3", "5"),
            [["预期寿命", "岁", "78.2", "79.5"], ["药店", "家", "3", "5"]],
        ),
        (
            ("乡镇", "人工造林（亩）", "封山育林（亩）", "青禾镇", "500", "1200", "白水乡", "300", "800"),
            [["青禾镇", "500", "1200"], ["白水乡", "300", "800"]],
        ),
        # The unit in brackets behind the first name makes no head of it.
        (
            ("指标", "2030年", "2035年目标值", "粮食产量（万吨）", "5", "6", "绿地面积（公顷）", "12", "15"),
            [["粮食产量（万吨）", "5", "6"], ["绿地面积（公顷）", "12", "15"]],
        ),
        # Cells of the head are broken over two lines.
        (
            (
                "指标",
                "2030年",
                "基期值",
                "2035年",
                "目标值",
                "年均增速",
                "〔累计〕",
                "属性",
                "绿地率",
                "5%",
                "6%",
                "〔1〕",
                "预期性",
            ),
            [["绿地率", "5%", "6%", "〔1〕", "预期性"]],
        ),
        (
            (
                "指标",
                "单位",
                "2030年",
                "2035年",
                "年均",
                "增速",
                "床位",
                "张",
                "5",
                "6",
                "3%",
                "药店",
                "家",
                "3",
                "5",
                "—",
            ),
            [["床位", "张", "5", "6", "3%"], ["药店", "家", "3", "5", "—"]],
        ),
        # What says which value a year has is a column of its own where the rows have as many numbers.
        (
            ("指标", "2030年", "目标值", "绿地面积（公顷）", "12", "15"),
            [["绿地面积（公顷）", "12", "15"]],
        ),
    ],
)
def test_tables_without_numbers_of_rows(lines: tuple[str, ...], expected: list[list[str]]) -> None:
    (table,) = rows_of("\n\n".join((*lines, "三、保障措施", "加强领导。")))
    assert table[1:] == expected


def test_names_of_groups_part_a_table_and_stay_headings() -> None:
    rows = ("学前教育", "91", "95", "预期性")
    lines = (
        "云岭县“十六五”教育规划",
        *INDICATORS,
        "一、发展水平",
        *rows,
        "二、师资水平",
        "高学历教师",
        "5",
        "8",
        "预期性",
    )
    (plan,) = planparse.extract("\n".join(lines)).plans
    assert [section.heading for section in plan.sections] == ["一、发展水平", "二、师资水平"]
    assert [(f.indicator, f.quantity.value, f.due.end if f.due else None) for f in plan.targets] == [
        ("学前教育", 95, "2035-12-31"),
        ("高学历教师", 8, "2035-12-31"),
    ]
    assert [(f.indicator, f.quantity.value) for f in plan.baselines] == [("学前教育", 91), ("高学历教师", 5)]


@pytest.mark.parametrize("frame", ["{} |\n", "{}|\n\n", "| {} |\n"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "指标",
                "2030年",
                "2035年",
                "属性",
                "粮食产量（万吨）",
                "5",
                "6",
                "约束性",
                "绿地率（%）",
                "",
                "32",
                "预期性",
            ),
            [["粮食产量（万吨）", "5", "6", "约束性"], ["绿地率（%）", "", "32", "预期性"]],
        ),
        # A cell of two lines has one bar; scans make 一 of a stroke.
        (
            (
                "指标",
                "2030年",
                "2035年",
                "累计",
                "受教育人口\n比例（%）",
                "41.2",
                "45",
                "〔3.8)",
                "粮食产量（万吨）",
                "一",
                "6",
                "一",
            ),
            [["受教育人口\n比例（%）", "41.2", "45", "〔3.8)"], ["粮食产量（万吨）", "一", "6", "一"]],
        ),
        ((*HEAD, *FIRST, *SECOND), [list(FIRST), list(SECOND)]),
    ],
)
def test_each_cell_may_end_with_a_bar(lines: tuple[str, ...], expected: list[list[str]], frame: str) -> None:
    text = "".join(frame.format(line) for line in lines) + "三、保障措施\n加强领导。\n"
    (table,) = rows_of(text)
    assert table[1:] == expected


@pytest.mark.parametrize(
    "lines",
    [
        # A cell has left no bar: the others stand in wrong columns.
        (
            "指标 |",
            "2030年 |",
            "2035年 |",
            "属性 |",
            "绿地率 |",
            "5% |",
            "约束性 |",
            "床位（张） |",
            "5 |",
            "6 |",
            "预期性 |",
        ),
        # A column of the head that is not known stands where the first row's name does.
        ("指标", "2030年", "2035年", "牵头处", "绿地率", "5%", "6%", "甲", "床位（张）", "5", "6", "乙"),
        # The rows have no numbers.
        ("序号", "指标", "单位", "2035年", "绿地率", "床位"),
    ],
)
def test_indicators_that_cannot_be_told_are_noted(lines: tuple[str, ...]) -> None:
    text = "\n".join((*lines, "三、保障措施", "加强领导。"))
    assert rows_of(text) == []
    assert [note.code for note in from_text(text).notes] == ["unclear-row"]


@pytest.mark.parametrize(
    "lines",
    [
        HEAD,
        ("序号", "1", "2", "3"),
        ("序号", "按顺序填写。", "名称", "1", "甲", "乙"),
        (*HEAD, "一", *FIRST[1:]),
        (*HEAD, "1", "新建农田。", "县农业农村局", "三、保障措施", "加强领导。"),
    ],
)
def test_what_is_no_table(lines: tuple[str, ...]) -> None:
    assert rows_of("\n".join(lines)) == []


def test_its_columns_say_who_answers_and_by_when() -> None:
    text = "\n".join(("云岭县2031年重点任务分解表", *HEAD, *FIRST, *SECOND))
    (plan,) = planparse.extract(text).plans
    said = [(f.quantity.text, f.due.end if f.due else None, f.responsible) for f in plan.targets]
    assert said == [
        ("12万亩", "2031-10-31", ["县农业农村局"]),
        ("800户", "2031-12-31", ["县住建局", "县卫健委"]),
    ]
    assert from_text(text).text == text


@pytest.mark.parametrize(
    "unit",
    [
        "序号\n|\n名称\n|\n单位\n1\n|\n",
        "序号\n名称\n单位\n1\n甲\n乙\n",
        "序号\n",
        "序号\n|\n",
        "指标 |\n",
        "指标 |\n一、甲 |\n2030年 |\n",
    ],
)
def test_finding_is_linear(unit: str) -> None:
    assert grows_no_faster(
        lambda times: len(listed_tables(unit * times, listed_starts(unit * times)).tables), 2000, 16_000, 12
    )
