"""Tables whose rows have lost their first cells to lines of their own. All are invented."""

from __future__ import annotations

import pytest
from tests.growth import grows_no_faster

import planparse
from planparse.reading.named_rows import named_rows

HEAD = "粮食产量 | 绿地率 |\n"
YEAR = "2032 年 目 标 值 |\n6万吨 | 45% |\n"
NATURE = "属 性 | 预期性 | 约束性 |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规划：\n主 要 指 标 |\n" + HEAD + YEAR + NATURE, [6 + 3]),
        ("规划：\n" + HEAD + YEAR, [2 + 3]),
        ("规划：\n" + HEAD + "2032年目标值 | 6万吨 | 45% |\n", [2 + 3]),
        ("规划：\n主要指标 |\n" + HEAD + YEAR + "主要指标 |\n" + HEAD + YEAR, [6, 6]),
        ("规划：\n主要指标 |\n" + HEAD + NATURE, []),  # no row of a year
        ("规划：\n主要指标 |\n粮食产量 | 绿地率 | 床位 |\n" + YEAR, []),  # not as many cells
        ("规划：\n" + HEAD + "加强领导。\n" + YEAR, []),
        ("规划：\n指标 | 2032年 | 2033年 |\n绿地率 | 40% | 45% |\n", []),  # a table like others
        ("规划：\n主要指标 |\n指标 | 2032年 | 2033年 |\n绿地率 | 40% | 45% |\n", []),
    ],
)
def test_rows_with_names_of_their_own(text: str, expected: list[int]) -> None:
    assert [len(table.cells) for table in named_rows(text)] == expected


def test_what_stands_above_a_value_is_its_indicator_and_the_year_its_due() -> None:
    (plan,) = planparse.extract("云岭县规划\n一、目标\n主 要 指 标 |\n" + HEAD + YEAR + NATURE).plans
    assert [(f.indicator, f.quantity.text, f.due and f.due.end) for f in plan.targets] == [
        ("粮食产量", "6万吨", "2032-12-31"),
        ("绿地率", "45%", "2032-12-31"),
    ]


@pytest.mark.parametrize(
    "unit", ["指标 |\n", "\n指标 |\n甲 | 乙 |\n", "\n2032年 | 5 | 6 |", "2 0 3 2", "\n指标 | 2032年 |"]
)
def test_finding_is_linear(unit: str) -> None:
    assert grows_no_faster(lambda times: sum(1 for _ in named_rows(unit * times)), 2000, 16_000, 12)
