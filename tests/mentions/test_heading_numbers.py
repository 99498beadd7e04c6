"""Numbers of headings in front of what begins like a measure word."""

from __future__ import annotations

import pytest

from planparse import extract


def amounts(*lines: str) -> list[str]:
    document = extract("青河县2031年工作方案\n一、主要任务\n" + "\n".join(lines) + "\n")
    plan = document.plans[0]
    figures = [*plan.targets, *plan.baselines, *plan.parameters]
    return [figure.quantity.text for figure in sorted(figures, key=lambda figure: figure.quantity.span.start)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("2.3人员培训", "培训50人。"), ["50人"]),
        (("3.2 项目投资", "总投资300万元。"), ["300万元"]),
        (("4.1改厕流程", "4.2户危房改造", "4.3处置流程"), []),
        (("5个人防护", "12人员培训"), []),
        (("11项目摘要111项目名称:茶园",), []),
        (("　　11.137人才方阵项目",), []),
        (("2 组织机构", "2.1 本级指挥部由县长任总指挥。", "2.2 成员单位", "3 分级响应"), []),
        (("3.1 分类标准", "达到3类。"), ["3类"]),
        (("6.2 附件", "6.3 本预案自发布之日起实施。", "6.4 附则"), []),
        (("4 支撑体系", "5 队伍建设"), []),
        (("我县共有", "5 家乡镇企业", "和2座水库"), ["5 家", "2座"]),
        (("6.3 本", "2.5 万亩", "3 个"), ["6.3 本", "2.5 万亩", "3 个"]),
        # The number of an item, glued to its amount.
        (("1.100万元以上项目", "2.500亩示范园", "3.绿化工程", "4.20个村"), ["100万元", "500亩", "20个"]),
        (("1.建库", "2.8座泵站", "3.修渠"), ["8座"]),
        (("1.低保户", "2.0—14岁儿童", "3.其他"), ["0—14岁"]),
        (("1.3—6岁儿童", "2.60岁以上老人", "3.7-14岁学生"), ["3—6岁", "60岁", "7-14岁"]),
        # Amounts all the same.
        (("1.建库", "2.修渠,宽", "2.0-2.5米", "3.绿化"), ["2.0-2.5米"]),
        (("1.建库", "2.0米宽的渠", "3.绿化"), ["2.0米"]),
        (("1.建库", "2.修渠", "建成", "2.5万亩农田", "3.绿化"), ["2.5万亩"]),
        (("1.水利", "2.5万元", "2.农业", "3.1万元", "3.道路"), ["2.5万元", "3.1万元"]),
        (("2.500亩", "3.125亩", "1.250亩"), ["2.500亩", "3.125亩", "1.250亩"]),
        (("30个村饮水安全",), ["30个"]),
        (("3.5公里道路", "3.6公里渠道"), ["3.5公里", "3.6公里"]),
        (("增长1.2个百分点", "1.2个百分点"), ["1.2个百分点", "1.2个百分点"]),
    ],
)
def test_the_number_of_a_heading_counts_nothing(lines: tuple[str, ...], wanted: list[str]) -> None:
    assert amounts(*lines) == wanted


def test_a_decimal_number_in_front_of_another_word_is_a_heading() -> None:
    plan = extract("青河县改厕工作方案\n4.1改厕流程\n好。\n4.2户厕改造\n改造户厕200户。\n4.3处置流程\n").plans[0]
    assert [section.title for section in plan.sections] == ["改厕流程", "户厕改造", "处置流程"]
