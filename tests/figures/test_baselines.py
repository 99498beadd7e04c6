"""What a plan's sentence tells of another time: the bases of comparisons. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县林业局2031年工作方案\n一、目标任务\n{}\n二、保障措施\n加强领导。\n"

# sentence → its baselines; every other figure of it is a target
BASELINES = [
    ("税收较上一年度的3.2亿元增长10%。", "3.2亿元"),
    ("造林面积比2030年完成的300亩增加一倍。", "300亩"),
    ("造林面积比2030年增加300亩,增长20%。", ""),
    ("总量比过去五年收回的120公顷增加30%。", "120公顷"),
    ("在2030年完成500亩的基础上再增加200亩。", "500亩"),
    ("在2031年完成500亩油茶林抚育。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), BASELINES)
def test_baselines(sentence: str, expected: str) -> None:
    (plan,) = planparse.extract(FRAME.format(sentence)).plans
    found = sorted(plan.baselines, key=lambda figure: figure.quantity.span.start)
    assert [figure.quantity.text for figure in found] == expected.split()
    assert not plan.parameters
