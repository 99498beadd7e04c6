"""Indicators: where the phrase that says what a number counts begins and ends. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"


def _indicators(text: str) -> list[str | None]:
    plan = planparse.extract(text).plans[0]
    figures = [*plan.targets, *plan.baselines]
    return [figure.indicator for figure in sorted(figures, key=lambda figure: figure.quantity.span.start)]


@pytest.mark.parametrize(
    ("line", "indicators"),
    [
        ("二、工作目标 整治鱼塘43处", ["整治鱼塘"]),
        ("三、保障措施 购置水泵20台,配备队员60名。", ["购置水泵", "配备队员"]),
        ("(一)实施饮水工程  新建水站5处。", ["新建水站"]),
        # a blank in the midst of a name, or of what is done with the thing
        ("二、清河县农村公路 通车里程120公里。", ["清河县农村公路通车里程"]),
        ("二、项目资金 投入30万元。", ["项目资金投入"]),
    ],
)
def test_a_heading_run_into_the_line_is_no_part_of_what_is_counted(line: str, indicators: list[str]) -> None:
    assert _indicators(f"清河县2031年工作方案\n{line}") == indicators
