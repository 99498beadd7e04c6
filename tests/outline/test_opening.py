"""What stands in front of the first known title: a plan's own text is not lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import planparse
from planparse.cleaning import CleanText
from planparse.outline import Outline
from planparse.outline.opening import has_amount

Read = Callable[..., tuple[CleanText, Outline]]

BODY = "完成投资20亿元,新建学校3所。\n"


def titles(outline: Outline) -> list[tuple[int, str | None]]:
    return [(plan.start, plan.title) for plan in outline.plans]


@pytest.mark.parametrize("title", ["青河县施政愿景指标", "青河县2031年愿景", "青河集团年度任务"])
def test_a_later_line_like_a_title_goes_on_with_the_plan_of_an_unknown_title(read: Read, title: str) -> None:
    _, outline = read(f"{title}\n{BODY}矿山安全整治方案(含尾矿库)\n治理尾矿库4座。\n")
    assert titles(outline) == [(0, title)]


def test_a_title_with_its_own_outline_begins_a_plan_behind_one_of_an_unknown_title(read: Read) -> None:
    text, outline = read(f"青河县水利愿景\n一、教育\n{BODY}青河县2031年水利工作方案\n一、目标\n治理水库4座。\n")
    assert titles(outline) == [(0, "青河县水利愿景"), (text.text.index("青河县2031"), "青河县2031年水利工作方案")]


@pytest.mark.parametrize(
    "front",
    [
        "各镇人民政府:\n全县已建水库20座。现将方案印发给你们。\n",
        "阅读2031次 下载12个\n",
        "小编为您整理了水利工作方案,新建水库20座的也在其中。\n",
        "青河县水利\n",
    ],
)
def test_a_letter_or_a_page_in_front_of_a_title_belongs_to_no_plan(read: Read, front: str) -> None:
    text, outline = read(f"{front}青河县2031年水利工作方案\n一、目标\n治理水库4座。\n")
    assert titles(outline) == [(text.text.index("青河县2031"), "青河县2031年水利工作方案")]


def test_a_title_behind_a_plan_of_short_lines_does_not_take_its_place(read: Read) -> None:
    _, outline = read("青河县2031年水利工作方案\n新建水库20座\n水利项目考评方案\n一、目标\n治理水库4座。\n")
    assert titles(outline)[0] == (0, "青河县2031年水利工作方案")


@pytest.mark.parametrize(
    "head",
    [
        "序号\n考核要点\n分值\n",
        "考核内容\n|\n序号\n|\n考核要点\n|\n分值\n|\n",
        "项目名称\n实施方案\n",
        "项目\n工作要点\n",
    ],
)
def test_the_head_of_a_table_is_no_title_and_no_heading(read: Read, head: str) -> None:
    _, outline = read(f"{head}新建水库20座\n5\n")
    assert titles(outline) == [(0, None)]
    assert not outline.plans[0].sections


@pytest.mark.parametrize("title", ["青河县水利局\n工作要点", "2031年\n工作要点", "清渠\n青河县2031年水利工作要点"])
def test_a_short_title_beside_no_column_is_one(read: Read, title: str) -> None:
    _, outline = read(f"{title}\n一、目标\n新建水库20座。\n")
    assert (outline.plans[0].title or "").endswith("工作要点")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("新建水库20座", True), ("投资1.2亿元", True), ("阅读20人", False), ("2031年3月", False), ("水利局", False)],
)
def test_amounts_of_plans_are_told_from_what_pages_count(words: str, wanted: bool) -> None:
    assert has_amount(words) is wanted


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("全县现有水库20座,6月底前清淤8公里。\n", "全县现有水库20座,6月底前清淤8公里。"),
        ("小编为您整理了方案。\n全县现有水库20座。\n欢迎下载。\n", "全县现有水库20座。"),
        ("阅读2031次 下载12个\n", None),
        ("青河县水利\n", None),
    ],
)
def test_amounts_that_belong_to_no_plan_are_named(front: str, named: str | None) -> None:
    text = f"{front}青河县2031年水利工作方案\n一、目标\n治理水库4座。\n"
    document = planparse.extract(text)
    found = [one.span for one in document.diagnostics if one.code == "front-matter-amounts"]
    assert [text[span.start : span.end] for span in found if span] == ([named] if named else [])
    assert [figure.quantity.text for plan in document.plans for figure in plan.targets] == ["4座"]


@pytest.mark.parametrize(
    "title",
    ["青河县2031年政府工作报告", "政府工作报告", "惠农补贴申报指南", "青河县产业园概况", "青河县产业园基本信息"],
)
def test_a_paper_that_is_no_plan_has_a_title_too(read: Read, title: str) -> None:
    _, outline = read(f"{title}\n园区面积20平方公里。\n一、设施\n投资3亿元。")
    assert [(plan.title, [section.title for section in plan.sections]) for plan in outline.plans] == [(title, ["设施"])]


@pytest.mark.parametrize("heading", ["工程概况", "项目基本概况", "申报指南", "基本信息"])
def test_what_heads_a_section_is_no_paper_s_title(read: Read, heading: str) -> None:
    _, outline = read(f"{heading}\n园区面积20平方公里。\n投资3亿元。")
    assert [plan.title for plan in outline.plans] == [None]


@pytest.mark.parametrize(
    ("line", "is_title"),
    [("云县投资计划", True), ("某市财政资金分配方案", True), ("全县投资计划", False), ("各镇进度计划", False)],
)
def test_the_shortest_name_of_a_place_makes_kind_words_a_title(read: Read, line: str, is_title: bool) -> None:
    _, outline = read(f"{line}\n安排资金200万元。\n新建泵站3座。")
    assert [plan.title for plan in outline.plans] == [line if is_title else None]
