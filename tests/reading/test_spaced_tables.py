"""Tables that were flattened to lines with blanks between their cells. All are invented."""

from __future__ import annotations

import pytest
from tests.growth import grows_no_faster

import planparse
from planparse.reading.flattened_heads import spaced_heads
from planparse.reading.spaced_tables import spaced_tables

HEAD = "序号 工作任务 责任单位\n"
ROWS = "1 新建公路20公里 县交通局\n\n2 改造小区15个 县住建局、县财政局\n"


def rows_of(text: str) -> list[list[list[str]]]:
    """The words of the cells below the head, by table and row."""
    return [
        [
            [text[cell.start : cell.end] for cell in table.cells if cell.row == row]
            for row in range(1, table.cells[-1].row + 1)
        ]
        for table in spaced_tables(text, *spaced_heads(text))
    ]


FIRST, SECOND = ["1", "新建公路20公里", "县交通局"], ["2", "改造小区15个", "县住建局、县财政局"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + ROWS, [[FIRST, SECOND]]),
        ("云岭县2031年任务分解表 " + HEAD + ROWS, [[FIRST, SECOND]]),
        ("序号 名称 工作任务 牵头责任单位\n" + ROWS, [[FIRST, SECOND]]),  # a merged name leaves nothing behind
        (HEAD + "一、城乡建设（2项）\n" + ROWS, [[], [FIRST, SECOND]]),
        (HEAD + "1 新建公路 20公里 桥梁 县交通局\n" + ROWS.split("\n\n")[1], [[], [SECOND]]),
        (HEAD + ROWS + "各单位要加强 领导 落实\n", [[FIRST, SECOND]]),
        (HEAD + "加强领导。\n" + ROWS, []),
        ("序号 天气 心情\n" + ROWS, []),  # words that head nothing known
        ("按序号 工作任务 责任单位 填写。\n" + ROWS, []),
        (
            "序号  指标  单位  2030年  2035年  属性\n1  绿地率  %  40  45.5  约束性\n2  床位  张  300  —  预期性\n",
            [[["1", "绿地率", "%", "40", "45.5", "约束性"], ["2", "床位", "张", "300", "—", "预期性"]]],
        ),
        # A blank cell leaves nothing behind: which one it was, the row does not tell.
        (
            "序号 指标 2030年 2035年\n1 绿地率（%） 45\n2 床位（张） 200 300\n",
            [[], [["2", "床位（张）", "200", "300"]]],
        ),
        (
            "类别 序号 指标 2035年\n生态 1 绿地率（%） 45\n2 湿地（亩） 900\n民生 3 床位（张） 300\n",
            [[["生态", "1", "绿地率（%）", "45"], ["2", "湿地（亩）", "900"], ["民生", "3", "床位（张）", "300"]]],
        ),
    ],
)
def test_rows_whose_words_fit_the_columns(text: str, expected: list[list[list[str]]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "指标 现状 目标\n粮食产量 30万吨 35万吨\n绿地率 40% 45%\n继续推进。\n",
            [["粮食产量", "30万吨", "35万吨"], ["绿地率", "40%", "45%"]],
        ),
        ("指标名称 单位 2031年\n粮食产量 万吨 35\n", [["粮食产量", "万吨", "35"]]),
        (
            "指标              单位     2030年   2035年\n绿地率             %       40      45\n",
            [["绿地率", "%", "40", "45"]],
        ),
        (
            "指标类别 指标 2030年 2035年\n生态 绿地率（%） 40 45\n湿地（亩） 900 950\n",
            [["生态", "绿地率（%）", "40", "45"], ["湿地（亩）", "900", "950"]],
        ),
        (
            "县区   造林（亩）   改厕任务（户）\n东山县   300   200\n合计   300   200\n",
            [["东山县", "300", "200"], ["合计", "300", "200"]],
        ),
        ("县区 要把 300亩 落实\n东山县 新建学校3所\n", []),
        ("指标 现状 目标\n粮食产量 30万吨\n", []),
        ("指标 责任单位\n粮食产量 县农业农村局\n", []),
        ("主要指标 现状 目标\n粮食产量 30万吨 35万吨\n", []),
    ],
)
def test_a_name_and_its_values_need_no_number(text: str, expected: list[list[str]]) -> None:
    assert rows_of(text) == ([expected] if expected else [])


def test_groups_part_a_table_without_numbers() -> None:
    text = "指标 2030年 2035年\n一、生态\n绿地率（%） 40 45\n二、民生\n床位（张） 200 300\n"
    assert rows_of(text) == [[], [["绿地率（%）", "40", "45"]], [["床位（张）", "200", "300"]]]


def test_its_units_answer_for_its_rows_and_no_number_or_unit_gets_into_a_name() -> None:
    (plan,) = planparse.extract("云岭县2031年工作方案\n一、目标任务\n" + HEAD + ROWS).plans
    assert [(f.indicator, f.quantity.text, f.responsible) for f in plan.targets] == [
        ("新建公路", "20公里", ["县交通局"]),
        ("改造小区", "15个", ["县住建局", "县财政局"]),
    ]
    assert [section.heading for section in plan.sections] == ["一、目标任务"]


@pytest.mark.parametrize(
    "unit",
    [
        "序号 ",
        "序号 工作任务 责任单位\n",
        "序号 工作任务 责任单位\n1 甲 乙\n",
        "序号 甲乙 ",
        "指标 现状 目标\n",
        "指标 现状 ",
        "指标 目标\n甲乙 3%\n",
        "类别 序号 指标 目标\n甲 1 甲乙 3%\n",
        "类别 指标 目标 ",
        "指标 目标\n" + "二、甲乙\n",
        "甲乙类别   ",
    ],
)
def test_finding_is_linear(unit: str) -> None:
    assert grows_no_faster(
        lambda times: sum(1 for _ in spaced_tables(unit * times, *spaced_heads(unit * times))), 2000, 16_000, 12
    )
