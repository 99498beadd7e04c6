"""The section tree: levels, parents, spans, the closing block, attachments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline, SectionOutline
from planparse.reading.source import Block

Read = Callable[..., tuple[CleanText, Outline]]

PLAN = """青河县防汛工作方案
一、工作目标
确保安全度汛。
二、工作措施
(一)备足物资
编织袋2000条。
1.建好仓库。新建仓库3座。
(二)加强值守。实行24小时值班。
三、保障措施
(1)资金保障
安排80万元。
"""


def tree(sections: tuple[SectionOutline, ...]) -> list[tuple[str, int, int | None]]:
    return [(section.title, section.level, section.parent) for section in sections]


def test_levels_and_parents(read: Read) -> None:
    _, outline = read(PLAN)
    assert tree(outline.plans[0].sections) == [
        ("工作目标", 1, None),
        ("工作措施", 1, None),
        ("备足物资", 2, 1),
        ("建好仓库", 3, 2),
        ("加强值守", 2, 1),
        ("保障措施", 1, None),
        ("资金保障", 4, 5),
    ]


def test_a_section_holds_its_sub_sections_and_ends_where_the_next_begins(read: Read) -> None:
    text, outline = read(PLAN)
    sections = outline.plans[0].sections
    assert sections[1].end == sections[5].start
    assert sections[2].end == sections[4].start
    assert text.text[sections[5].start : sections[5].end].endswith("安排80万元。")
    assert text.text[sections[0].head_start : sections[0].head_end] == "一、工作目标"


def test_formal_numerals_number_the_first_level_above_the_common_ones(read: Read) -> None:
    _, outline = read("青河縣施政計畫\n壹、計畫目標\n一、水利\n新建水庫2座。\n二、教育\n參、辦理期程\n年底前完成。\n")
    assert outline.plans[0].title == "青河县施政计划"
    assert [(section.title, section.level, section.kinds) for section in outline.plans[0].sections] == [
        ("计划目标", 1, ("goal",)),
        ("水利", 2, ("other",)),
        ("教育", 2, ("other",)),
        ("办理期程", 1, ("schedule",)),
    ]


def test_chapters_push_the_numbers_below_them_down(read: Read) -> None:
    _, outline = read(
        "青河市卫生规划\n第一章 规划背景\n第一节 基础\n一、体系健全\n建成医院12所。\n第二章 目标\n全覆盖。\n"
    )
    assert tree(outline.plans[0].sections) == [
        ("规划背景", 1, None),
        ("基础", 2, 0),
        ("体系健全", 3, 1),
        ("目标", 1, None),
    ]


def test_an_unnumbered_heading_takes_the_level_of_its_place(read: Read) -> None:
    _, alone = read("防汛方案\n总体目标\n确保安全度汛。\n主要措施\n备足物资2000件。\n")
    assert [section.level for section in alone.plans[0].sections] == [1, 1]
    _, under = read(
        "防汛方案\n一、目标任务\n总体目标\n确保安全度汛。\n阶段目标\n六月前备足物资。\n二、保障措施\n加强督导。\n"
    )
    assert [section.level for section in under.plans[0].sections] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        ("一、总体要求\n(一)坚持预防为主\n工作目标\n确保安全度汛。\n三、保障措施\n加强督导。\n", [1, 2, 1, 1]),
        ("一、总体要求\n工作目标\n确保度汛。\n基本原则\n预防为主。\n三、保障措施\n加强督导。\n", [1, 2, 2, 1]),
        ("一、总体要求\n工作目标\n确保安全度汛。\n四、保障措施\n加强督导。\n", [1, 2, 1]),
    ],
)
def test_the_one_heading_in_a_gap_between_two_numbers_has_the_lost_one(
    read: Read, lines: str, levels: list[int]
) -> None:
    assert [section.level for section in read(f"防汛方案\n{lines}")[1].plans[0].sections] == levels


def test_styles_of_the_format_are_headings(read: Read) -> None:
    lines = ["青河县就业工作要点", "稳住岗位", "发放补贴3000万元。", "技能培训", "培训1.2万人次。"]
    text = "\n".join(lines)
    blocks: list[Block] = []
    for line, level in zip(lines, (1, 2, None, 2, None), strict=True):
        start = text.index(line)
        blocks.append(Block(start, start + len(line), number=len(blocks), style_level=level))
    _, outline = read(text, blocks=tuple(blocks), wrapped=False)
    assert outline.plans[0].title == "青河县就业工作要点"
    assert tree(outline.plans[0].sections) == [("稳住岗位", 1, None), ("技能培训", 1, None)]


@pytest.mark.parametrize(
    "first",
    [
        "责任人:白子谦",
        "责 任 人:白子谦",
        "责任人 白子谦",
        "具体负责人:白子谦 副局长",
        "责任单位:县水利局",
        "(联系人:白子谦,电话:0555-2345678)",
    ],
)
def test_the_closing_block_is_a_section_of_its_own(read: Read, first: str) -> None:
    text, outline = read(
        f"青河县防汛工作方案\n一、工作措施\n各站备足物资,落实值守。\n{first}\n联系人:关山\n联系电话:2345678\n青河县水利局\n2026年4月1日\n"
    )
    *_, measures, closing = outline.plans[0].sections
    assert (closing.implicit, closing.kinds, closing.level, closing.parent) == (True, ("responsibility",), 1, None)
    assert text.given(closing.start, closing.end) == f"{first}\n联系人:关山\n联系电话:2345678"
    assert measures.end == closing.start


def test_a_closing_block_with_a_heading_of_its_own_is_no_second_section(read: Read) -> None:
    _, outline = read("防汛方案\n一、目标\n安全度汛。\n二、责任人及联系方式\n责任人:白子谦\n联系电话:2345678\n")
    assert tree(outline.plans[0].sections) == [("目标", 1, None), ("责任人及联系方式", 1, None)]


def test_units_made_responsible_task_by_task_are_no_closing_block(read: Read) -> None:
    task = "完成年度改造任务,建立台账。\n责任处室:规划处\n"
    _, outline = read(f"防汛方案\n一、摸底\n{task}二、改造\n{task}三、验收\n{task}")
    assert not any(section.implicit for section in outline.plans[0].sections)


def test_a_block_below_each_task_closes_no_plan(read: Read) -> None:
    block = "主管领导:关山\n责任单位:县民政局\n"
    _, outline = read(f"防汛方案\n一、工作任务\n1.加固堤防8公里。\n{block}2.疏浚河道12公里。\n{block}")
    assert [section.implicit for section in outline.plans[0].sections] == [False]


def test_a_telephone_for_complaints_is_no_closing_block(read: Read) -> None:
    _, outline = read("防汛方案\n一、目标\n安全度汛。\n监督电话:2345678\n2026年4月1日\n")
    assert not any(section.implicit for section in outline.plans[0].sections)


def test_attachments_are_sections_and_a_list_of_them_is_none(read: Read) -> None:
    _, outline = read(
        "青河县防汛工作方案\n一、工作目标\n确保安全度汛。\n附件:1.物资清单\n2.值班安排\n青河县水利局\n2026年4月1日\n"
        "附件1\n物资清单\n编织袋2000条,铁锹300把,照明灯40盏。\n附件2 值班安排\n每日两人,全天值守,遇警即报。\n"
    )
    assert tree(outline.plans[0].sections) == [("工作目标", 1, None), ("物资清单", 1, None), ("值班安排", 1, None)]
    assert [section.kinds for section in outline.plans[0].sections[1:]] == [("attachment",)] * 2
    assert outline.plans[0].date == "2026-04-01"


@pytest.mark.parametrize("mark", ["", "附件2\n", "附件\n"])
def test_words_explained_at_the_end_are_an_attachment(read: Read, mark: str) -> None:
    explained = "名词解释\n1.“四水”:指四个水厂。\n2.“一路”:县道。\n"
    _, outline = read(f"2031年溪口县政府工作报告\n一、主要任务\n新建水厂3座。\n{mark}{explained}")
    last = outline.plans[0].sections[-1]
    assert (last.title, last.kinds, last.explains) == ("名词解释", ("attachment",), True)
    assert not outline.plans[0].sections[0].explains


def test_words_explained_in_front_of_the_chapters_head_none_of_them(read: Read) -> None:
    _, outline = read("2031年溪口县工作计划\n名词解释\n四水:指四个水厂。\n一、工作目标\n新建水厂3座。\n")
    assert [section.title for section in outline.plans[0].sections] == ["工作目标"]


@pytest.mark.parametrize("heading", ["联系方式:", "联系方式：", "三、联系方式"])
def test_a_heading_of_contacts_is_their_section(read: Read, heading: str) -> None:
    _, outline = read(f"{PLAN}{heading}\n青河县水利局办公室\n联 系 人:王瑞\n联系电话:0555-2345678\n")
    last = outline.plans[0].sections[-1]
    assert (last.title, last.kinds, last.implicit) == ("联系方式", ("responsibility",), False)


def test_the_chapters_of_technical_plans_have_bare_numbers(read: Read) -> None:
    text = (
        "青河县防汛应急预案\n1 总则\n1.1 编制目的\n保障度汛。\n2 组织机构\n2.1 领导小组\n组长由县长担任。\n"
        "3 附则\n本预案自发布之日起实施,由县水利局解释。\n"
    )
    assert tree(read(text)[1].plans[0].sections) == [
        ("总则", 1, None),
        ("编制目的", 2, 0),
        ("组织机构", 1, None),
        ("领导小组", 2, 2),
        ("附则", 1, None),
    ]


def test_a_bare_number_in_front_of_a_count_or_in_a_list_is_no_chapter(read: Read) -> None:
    text = "青河县绿化方案\n1.1 目标\n新增绿地。\n2 座水厂\n3 名干部负责日常管护和绿化巡查工作。\n4 河长\n5 林长\n"
    assert tree(read(text)[1].plans[0].sections) == [("目标", 2, None)]
