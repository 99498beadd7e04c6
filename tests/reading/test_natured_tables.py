"""Flattened tables of indicators whose rows have 约束性 or 预期性, in one line or wrapped. All are invented."""

from __future__ import annotations

import pytest
from tests.growth import grows_no_faster

import planparse
from planparse.reading.natured_tables import natured_tables

HEAD = "指标名称 2030 年 2035 年 属性\n"
GREEN, WATER = ["绿地率（%）", "40", "45.5", "约束性"], ["供水能力（万吨）", "—", "≥12", "预期性"]


def rows_of(text: str) -> list[list[list[str]]]:
    """The words of the cells below the head, without their blanks, by table and row."""
    return [
        [
            ["".join(text[cell.start : cell.end].split()) for cell in table.cells if cell.row == row]
            for row in range(1, table.cells[-1].row + 1)
        ]
        for table in natured_tables(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "绿地率（%） 40 45.5 约束性\n供水能力（万吨） — ≥12 预期性\n", [[GREEN, WATER]]),
        # Wrapped names, values on lines of their own, the page's number in between.
        (
            "指标\n2030\n年\n2035\n年\n属性\n绿地率（%） \n40\n45.5\n约束性\n-1-\n供水能力（万\n吨） — \n≥12 预期性",
            [[GREEN, WATER]],
        ),
        # The words of a head may be parted by blanks.
        (
            "指 标 2030 年 目标值 2030 年 情况 完成 情况 指标 属性\n绿地率（%） 40 41 完成 约束性\n",
            [[["绿地率（%）", "40", "41", "完成", "约束性"]]],
        ),
        # Groups in front, with numbers and without.
        (
            "类别 序号 指标 单位 2030 年 2035 年 性质\n绿色\n发展\n1 绿地率 % 4 5 约束性\n2\n供水量 吨 7 稳\n定 预期性",
            [
                [
                    ["绿色发展", "1", "绿地率", "%", "4", "5", "约束性"],
                    ["2", "供水量", "吨", "7", "稳定", "预期性"],
                ]
            ],
        ),
        (
            "类别 指标 2035 年 属性\n城乡\n建设\n建成区绿地率（%） 45.5 约束性\n水网 供水能力（万吨） ≥12 预期性\n",
            [[["城乡建设", "建成区绿地率（%）", "45.5", "约束性"], ["水网", "供水能力（万吨）", "≥12", "预期性"]]],
        ),
        # 约束性 in the middle.
        (
            "序号 指标 属性 2030 年 （现状） 2035年\n1 绿地率（%） 约束性 40 45.5\n2 新增床位（张） 预期性 - [300]\n",
            [[["1", "绿地率（%）", "约束性", "40", "45.5"], ["2", "新增床位（张）", "预期性", "-", "[300]"]]],
        ),
        # The head's cell above two columns stands in front of 属性, which is the last.
        (
            "指标 2030 年 现状值 规划目标 属性\n2035 年 五年累计\n绿地率（%） 40 45.5 — 约束性\n",
            [[["绿地率（%）", "40", "45.5", "—", "约束性"]]],
        ),
        # A row with fewer values than columns parts the table; what it says is left to prose reading.
        (HEAD + "床位（张） 300 约束性\n绿地率（%） 40 45.5 约束性\n", [[], [GREEN]]),
        (HEAD + "医院病床总规模\n其中：床位（张） 200 300 约束性\n绿地率（%） 40 45.5 约束性\n", [[], [GREEN]]),
        # Two rows share one 约束性.
        (
            HEAD + "1.床位（张） 200 300\n2.绿地率（%） 40 45.5\n约束性\n3.供水能力（万吨） — ≥12 预期性\n",
            [[], [["3.供水能力（万吨）", *WATER[1:]]]],
        ),
        # A table ends where a sentence does.
        (HEAD + "绿地率（%） 40 45.5 约束性\n注：按常住人口计算。\n床位（张） 200 300 约束性\n", [[GREEN]]),
        ("天气 2030 年 心情 属性\n绿地率（%） 40 45.5 约束性\n", []),
        ("主要指标有 2030 年 和 2035 年 属性 之分，绿地率 40 45.5 约束性 指标\n", []),
        ("全年共有指标12项，其中约束性 指标5项，预期性 指标7项。\n", []),
    ],
)
def test_rows(text: str, expected: list[list[list[str]]]) -> None:
    assert rows_of(text) == expected


def test_a_head_that_is_repeated_has_the_first_ones_caption() -> None:
    page = HEAD + "绿地率（%） 40 45.5 约束性\n"
    tables = list(natured_tables(f"表2 云岭市主要指标\n{page}— 12 —\n{page}"))
    assert [table.caption for table in tables] == ["表2 云岭市主要指标"] * 2


def test_years_of_the_head_make_targets_and_baselines() -> None:
    text = (
        "云岭市“十六五”城市更新规划（2031—2035年）\n一、主要指标\n到2035年，主要指标如下。\n"
        "指标 单位 2030 年 2035 年 属性\n"
        "绿地率 % 40 45.5 约束性\n新增公园 个 — [12] 预期性\n单位面积\n能耗 万吨标\n准煤 8 ≤6 预期性\n"
    )
    plan = planparse.extract(text).plans[0]
    assert [(f.indicator, f.quantity.value, f.quantity.unit) for f in plan.baselines] == [("绿地率", 40, "%")]
    assert [(f.indicator, f.quantity.value, f.quantity.unit, f.due.end) for f in plan.targets if f.due] == [
        ("绿地率", 45.5, "%", "2035-12-31"),
        ("新增公园", 12, "个", "2035-12-31"),
    ]


def test_heads_and_rows_take_time_by_their_number_alone() -> None:
    row = "绿地率（%） 40 45.5 约束性\n"
    for unit in (row, HEAD, HEAD + row, "指标 属性\n", "约束性 "):

        def read(times: int, unit: str = unit) -> int:
            return sum(1 for _ in natured_tables(HEAD + unit * times))

        assert grows_no_faster(read, 300, 2400, 12)
