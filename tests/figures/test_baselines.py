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
    ("张庄距县城15公里,总面积9平方公里,辖4个村民小组,320户。", "15公里 9平方公里 4个 320户"),
    ("全县辖8个乡镇、3个街道和1个开发区。", "8个 3个 1个"),
    ("居民楼36栋,住户1200户,常住人口3600人,辖区单位9个。", "36栋 1200户 3600人 9个"),
    ("全村共有党员36名,耕地面积600亩,新建水厂2座。", "36名 600亩"),
    ("全县现有学校50所,新建5所,招聘教师30名。", "50所"),
    ("到2035年,全县有人口50万人,公园30个。", ""),
    ("五年来,全县上下努力。新建学校20所。今年要新建学校5所。", "20所"),
    ("一般性支出不得超过上年度的95%。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), BASELINES)
def test_baselines(sentence: str, expected: str) -> None:
    (plan,) = planparse.extract(FRAME.format(sentence)).plans
    found = sorted(plan.baselines, key=lambda figure: figure.quantity.span.start)
    assert [figure.quantity.text for figure in found] == expected.split()
    assert not plan.parameters


# the heading of a yearly plan → whether what stands under it has been
LOOKING_BACK = [
    ("2030年工作总结", True),
    ("工作总结", True),
    ("过去一年的工作", True),
    ("2031年重点工作", False),
    ("2030年工作总结及2031年工作计划", False),
]


@pytest.mark.parametrize(("heading", "has_been"), LOOKING_BACK)
def test_headings_that_look_back(heading: str, has_been: bool) -> None:
    (plan,) = planparse.extract(
        f"某县2031年工作计划\n一、{heading}\n新建学校20所。\n二、工作安排\n新建学校5所。\n"
    ).plans
    assert [figure.quantity.text for figure in plan.baselines] == ["20所"] * has_been


def test_a_summary_as_the_last_step_of_a_scheme_looks_ahead() -> None:
    (plan,) = planparse.extract("某县卫生创建方案\n一、组织实施\n新建公厕5座。\n二、工作总结\n评选先进20个。\n").plans
    assert not plan.baselines


def test_expected_goals_are_targets_beneath_a_look_back() -> None:
    (plan,) = planparse.extract(
        "某县2031年政府工作报告\n一、2030年工作回顾\n新建学校20所。\n主要预期目标是：生产总值增长5%。固定资产投资增长6%。\n"
    ).plans
    assert [figure.quantity.text for figure in plan.targets] == ["5%", "6%"]


def test_page_furniture_is_no_figure_of_the_plan() -> None:
    (plan,) = planparse.extract(
        "某县2031年工作方案\n发布时间：2031-03-02 10:20 点击数：500次 字体：大 中 小\n一、目标任务\n"
        "新建学校20所。网站浏览量：30万次。\n阅读量：1.2万次\n收藏 35 分享 12\n相关附件（3个）\n"
    ).plans
    assert [figure.quantity.text for figure in plan.targets] == ["20所", "30万次"]


# the first lines of a plan for 2031 to 2035 → what of it has been
OF_THE_PAST = [
    ("一、“十五五”水利成果\n(一)取水\n新建泵站7座。", "7座"),
    ("一、落实“十五五”剩余任务\n(一)取水\n新建泵站7座。", ""),
    ("一、“十五五”反馈问题整改\n新建泵站7座。", ""),
    ("一、2031年任务\n新建泵站7座。", ""),
    ("一、发展基础\n(一)供水安全得到保障\n新建泵站7座。", "7座"),
    ("一、发展基础\n(一)工作措施\n新建泵站7座。", "7座"),
    ("一、发展基础\n(一)下一步工作措施\n新建泵站7座。", ""),
    ("一、发展基础\n到2035年,新建泵站7座。", ""),
    ("一、发展基础\n供水能力由2028年的3万吨提高到2031年的5万吨。", "3万吨 5万吨"),
    ("一、主要任务\n2035年底前,完成现有50座泵站改造。", ""),
    ("一、主要任务\n全县现有泵站50座。", "50座"),
]


@pytest.mark.parametrize(("text", "expected"), OF_THE_PAST)
def test_what_a_plan_of_five_years_looks_back_upon(text: str, expected: str) -> None:
    (plan,) = planparse.extract(f"某市“十六五”水利规划\n{text}\n二、保障措施\n加强领导。\n").plans
    found = sorted(plan.baselines, key=lambda figure: figure.quantity.span.start)
    assert [figure.quantity.text for figure in found] == expected.split()


def test_the_year_before_which_a_plan_is_done_is_not_its_own() -> None:
    (plan,) = planparse.extract("某市2040年前消除黑臭水体方案\n一、目标\n到2035年,整治河道30公里。\n").plans
    (target,) = plan.targets
    assert target.due is not None
    assert target.due.end == "2035-12-31"
