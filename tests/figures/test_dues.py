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
    # the end of a year reaches over the semicolon, whatever stands in front of it
    (
        "通过就业帮扶措施,确保到2032年末,减少贫困户50户;新建水厂5座。",
        [("50户", "2032-12-31"), ("5座", "2032-12-31")],
    ),
    # the day of an order is not that of what it orders; a line that says when leads in what is below
    (
        "2031年5月,县委印发了实施意见,明确以下任务:\n1、新建公路20公里。\n2、修渠3条。",
        [("20公里", "2031-12-31"), ("3条", "2031-12-31")],
    ),
    ("2032年,县召开推进会,作出部署:\n1、新建公路20公里。", [("20公里", "2031-12-31")]),
    (
        "到2032年12月,实现以下目标:\n1、新建公路20公里。\n2、修渠3条。",
        [("20公里", "2032-12-31"), ("3条", "2032-12-31")],
    ),
    # nor does a line above a heading lead in the items below it
    (
        "(一)全县情况\n2032年5月启动以下工作:\n二、工作措施\n一、新建公路20公里。\n二、新建桥3座。",
        [("20公里", "2031-12-31"), ("3座", "2031-12-31")],
    ),
    # a work begun in a year is done in it
    ("东桥工程2032年3月开工,8月底前完工,新建桥2座。", [("2座", "2032-08-31")]),
    # a year or before it, a year or behind it
    ("2033年或之前建成泵站3座,2034年或之后建成泵站5座。", [("3座", "2033-12-31"), ("5座", None)]),
    # a time of which there is no record dates nothing
    ("覆盖率达到80%(“十四五”无数据)。", [("80%", "2031-12-31")]),
    # what has grown each year up to a past level is no target
    ("出口额由2025年的3亿元增长到2030年的5亿元,年均增长8%。", []),
]


@pytest.mark.parametrize(("lines", "expected"), DUES)
def test_dues(lines: str, expected: list[tuple[str, str | None]]) -> None:
    plan = planparse.extract(FRAME.format(lines)).plans[0]
    assert [(target.quantity.text, target.due and target.due.end) for target in plan.targets] == expected


def test_a_year_without_any_figure_names_no_time() -> None:
    plan = planparse.extract(FRAME.format("××年建桥3座,20××年建桥4座。")).plans[0]
    assert [time.text for time in plan.times] == ["2031年", "20××年"]


PAGES = [
    # the date of an upload, years later, is none of the plan's: 年底 is that of the only year it speaks of
    (
        "时间:2036-07-10 18:28:37\n到2031年底,建成大棚30座。\n年底前新建桥2座。",
        ["2036-07-10", "2031-12-31", "2031-12-31"],
    ),
    ("时间:2036-07-10\n2031年在全乡建设茶园300亩。今年新建桥2座。", ["2036-07-10", "2031-12-31", "2031-12-31"]),
    # nor that of a paper put up among others, nor one years behind what the plan says that it is of
    ("上传时间:2036-07-10\n年底前新建桥2座。", ["2036-07-10", None]),
    ("2036-07-10 发布于安江\n年底前新建桥2座。", ["2036-07-10", None]),
    ("时间:2036-07-10 来源:青禾范文网\n年底前新建桥2座。", ["2036-07-10", None]),
    ("时间:2036-07-10 来源:青河县政府网\n年底前新建桥2座。", ["2036-07-10", "2036-12-31"]),
    (
        "时间:2036-07-10\n现将2031年工作计划提请审议。\n全年新建桥2座。",
        ["2036-07-10", "2031-12-31", "2031-12-31"],
    ),
    # several years: none of them
    (
        "时间:2036-07-10\n2031年新建桥2座,到2033年新建5座。\n今年修渠3条。",
        ["2036-07-10", "2031-12-31", "2033-12-31", None],
    ),
    # a page's date in front of the goals is the plan's
    ("时间:2031-07-10\n到2033年底,建成大棚30座。\n今年新建桥2座。", ["2031-07-10", "2033-12-31", "2031-12-31"]),
    ("时间:2031-07-10\n2030年,建成大棚30座。今年新建桥2座。", ["2031-07-10", "2030-12-31", "2031-12-31"]),
    ("通过帮扶,到2031年末,新建桥3座。\n实现年内2400人脱贫。", ["2031-12-31", "2031-12-31"]),
    ("2030年5月摸底。到2031年末,新建桥3座。\n实现年内2400人脱贫。", ["2030-05-31", "2031-12-31", None]),
    ("截至2030年末,已建成30座。\n实现年内2400人脱贫。", ["2030-12-31", None]),
]


@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_the_year_of_a_plan_that_names_none_in_its_title(lines: str, expected: list[str | None]) -> None:
    plan = planparse.extract(f"某县扶贫工作计划\n{lines}\n").plans[0]
    assert [time.end for time in plan.times] == expected
