"""Dues: which time governs a target, and which does not. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"

# lines → (quantity, due's end) of each target
DUES = [
    # a year whose figures are hidden is no other year
    (
        "2032年新建公路20公里,20XX年新建公路30公里,____年新建桥5座。",
        [("20公里", "2032-12-31"), ("30公里", None), ("5座", None)],
    ),
    ("2032年底前建桥3座;20**年6月30日前建桥4座。", [("3座", "2032-12-31"), ("4座", None)]),
    ("××年,全县建桥3座。修渠4条。", [("3座", None), ("4条", None)]),
]


@pytest.mark.parametrize(("lines", "expected"), DUES)
def test_dues(lines: str, expected: list[tuple[str, str | None]]) -> None:
    plan = planparse.extract(FRAME.format(lines)).plans[0]
    assert [(target.quantity.text, target.due and target.due.end) for target in plan.targets] == expected


def test_a_year_without_any_figure_names_no_time() -> None:
    plan = planparse.extract(FRAME.format("××年建桥3座,20××年建桥4座。")).plans[0]
    assert [time.text for time in plan.times] == ["2031年", "20××年"]
