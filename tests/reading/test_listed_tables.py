"""Tables whose cells stand on lines of their own. All are invented."""

from __future__ import annotations

import pytest
from tests.growth import grows_no_faster

import planparse
from planparse.reading import from_text
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
        for table in listed_tables(text)
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
    "second",
    [
        ("2", "改造户厕800户。", "2031年12月底前"),  # a blank cell has left no line
        ("2", "改造户厕800户。", "县住建局", "县卫健委", "2031年12月底前"),
        ("1", *SECOND[1:]),  # its number does not go on
    ],
)
def test_a_row_that_is_not_certain_ends_the_table(second: tuple[str, ...]) -> None:
    text = "\n".join((*HEAD, *FIRST, *second, "3", "新建公路2公里。", "县交通局", "全年"))
    assert rows_of(text) == [[list(HEAD), list(FIRST)]]


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
    "unit", ["序号\n|\n名称\n|\n单位\n1\n|\n", "序号\n名称\n单位\n1\n甲\n乙\n", "序号\n", "序号\n|\n"]
)
def test_finding_is_linear(unit: str) -> None:
    assert grows_no_faster(lambda times: sum(1 for _ in listed_tables(unit * times)), 2000, 16_000, 12)
