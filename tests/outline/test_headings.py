"""Which lines are headings, by number, words or style."""

from __future__ import annotations

import pytest

from planparse.cleaning import CleanText
from planparse.outline.headings import Heading, find_headings, read_heading
from planparse.outline.lines import split_lines
from planparse.outline.numbering import read_number
from planparse.reading.source import SourceText
from planparse.rules import load_rules

HEADINGS = [
    ("一、工作目标", 1, "工作目标", False),
    ("十二、附则", 1, "附则", False),
    ("二.工作措施", 1, "工作措施", False),
    ("二,、组织领导及职责", 1, "组织领导及职责", False),
    ("二:保障措施", 1, "保障措施", False),
    ("二,保障措施", 1, "保障措施", False),
    ("2,、宣传引导", 3, "宣传引导", False),
    ("ー、基本情况", 1, "基本情况", False),
    ("一、工作目标:", 1, "工作目标", False),
    ("三、强化监测。各站按日上报。", 1, "强化监测", True),
    ("(一)农村改水工程", 2, "农村改水工程", False),
    ("(二)加快推进园区绿色升级。", 2, "加快推进园区绿色升级", False),
    ("(三)坚持预防为主。各镇要早部署。", 2, "坚持预防为主", True),
    ("(一)总体目标:到2026年,全县实现集中供水。", 2, "总体目标", True),
    ("(四)、宣传引导", 2, "宣传引导", False),
    ("(二)实施阶段(2031年4月初—10月中旬):做好巡查和抢险。", 2, "实施阶段(2031年4月初—10月中旬)", True),
    ("(一)摸底阶段(2031年4月-6月)。建立隐患清单。", 2, "摸底阶段(2031年4月-6月)", True),
    ("1、精准摸底,建立台账。逐户登记造册。", 3, "精准摸底,建立台账", True),
    ("2.扩大供给", 3, "扩大供给", False),
    ("l、摸底排查。逐户登记。", 3, "摸底排查", True),
    ("(1)建设标准。路面宽四米。", 4, "建设标准", True),
    ("①优化布局。向山区倾斜。", 5, "优化布局", True),
    ("第三章 重点任务", 1, "重点任务", False),
    ("第一节发展基础", 2, "发展基础", False),
    ("1.2 发展目标", 2, "发展目标", False),
    ("(三)“护水”——2031清河行动启动仪式。各镇参加。", 2, "“护水”——2031清河行动启动仪式", True),
    ("2、第8个世界水日宣传活动", 3, "第8个世界水日宣传活动", False),
    (
        "一、2030-2031年山区供水能力提升市级以上补助资金980万元(含两镇一乡管网70万元)使用情况",
        1,
        "2030-2031年山区供水能力提升市级以上补助资金980万元(含两镇一乡管网70万元)使用情况",
        False,
    ),
]

NO_HEADINGS = [
    "三,四季度各抽查一次",
    "二,镇上每季通报,村里每月自查",
    "1、2019年完成6个镇28个村的改水工作。",
    "2、新建水厂3座。其余次年建成。",
    "(一)2019年:完成选址;开工建设;",
    "(一)新建水厂(3座)。其余次年建成。",
    "(1)2020年3月—6月,目标:完成普查。",
    "2.改造2031亩农田。其余次年改造。",
    "(二)新建第3水厂2座。其余次年建成。",
    "一、2030年至2031年全县上下统筹安排水利专项资金共计980万元用于山区(含两镇)水站和渠道的新建改造任务并落实管护人员",
    "一是加强领导。各村成立专班。",
    "1.5万亩耕地完成整治",
    "第五条 补助资金由县财政局按季拨付。",
    "3.县财政局\t•\t(67)",
    "2021年全县完成投资12亿元。",
]


def _heading(text: str) -> Heading | None:
    rules = load_rules()
    number = read_number(text, rules)
    return read_heading(text, number, 0, 0, rules) if number else None


@pytest.mark.parametrize(("text", "level", "title", "run_in"), HEADINGS)
def test_a_numbered_line_is_a_heading(text: str, level: int, title: str, run_in: bool) -> None:
    heading = _heading(text)
    assert heading is not None
    assert heading.number is not None
    assert (heading.number.level, heading.title, heading.run_in) == (level, title, run_in)
    assert text[heading.start : heading.end].rstrip("。:").endswith(title)


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_numbered_sentence_or_amount_is_no_heading(text: str) -> None:
    assert _heading(text) is None


def _headings(*texts: str) -> list[str]:
    text = "\n".join(texts)
    lines = split_lines(CleanText.as_is(text), SourceText(text), load_rules())
    return [heading.title for heading in find_headings(lines, load_rules())]


def test_a_run_of_numbered_lines_with_nothing_under_them_is_a_list() -> None:
    assert _headings("一、成员单位", "1.县水利局", "2.县教育局", "3.县供电公司") == ["成员单位"]


def test_the_last_item_of_a_list_is_no_heading_for_what_follows_it() -> None:
    assert _headings("四、保障", "1.健全制度;", "2.落实经费;", "3.强化督导。", "各村要抓好落实。") == ["保障"]


def test_numbered_lines_with_text_under_them_are_headings() -> None:
    assert _headings("1.摸清底数", "逐户登记,建立台账。", "2.分类施策", "一户一策。") == ["摸清底数", "分类施策"]


def test_a_stage_among_run_in_ones_needs_nothing_under_it() -> None:
    assert _headings("(一)摸底阶段(3月)。组织摸底。", "(二)验收阶段(4月—5月5日)。", "(三)总结阶段。", "三、责任人") == [
        "摸底阶段(3月)",
        "验收阶段(4月—5月5日)",
        "总结阶段",
        "责任人",
    ]
    assert _headings("(一)摸底阶段(3月)。", "(二)验收阶段。组织验收。") == ["摸底阶段(3月)", "验收阶段"]
    assert _headings("(一)健全制度。各站落实。", "(二)落实经费。", "三、责任人") == ["健全制度", "责任人"]
    assert _headings("1.摸底阶段。", "2.验收阶段。", "三、责任人") == ["责任人"]


def test_bare_kind_words_on_a_line_are_a_heading() -> None:
    assert _headings("总体目标", "到2026年,森林覆盖率达到42%。", "保障措施", "加强督导。") == ["总体目标", "保障措施"]


def test_a_sentence_that_leads_in_what_follows_is_no_heading() -> None:
    assert not _headings("现就各项工作提出如下分工:", "各镇清渠2公里。")


@pytest.mark.parametrize("caption", ["表1 清渠完成情况", "表2 2031年主要任务", "图1 项目分布情况", "表2-1:主要目标"])
def test_a_caption_is_no_heading(caption: str) -> None:
    assert not _headings(caption, "全县有水渠3条。")


@pytest.mark.parametrize("furniture", ["[来源:青河县政府网]", "【字体:大 中 小】", "[打印本页]"])
def test_what_a_page_adds_in_brackets_is_no_heading(furniture: str) -> None:
    assert not _headings(furniture, "新建泵站3座。")
    assert _headings("【工作目标】", "新建泵站3座。") == ["工作目标"]


def test_the_head_of_a_table_is_no_heading() -> None:
    assert _headings("重点任务", "责任单位", "完成时限", "新建水厂", "县水利局", "2026年") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("序号任务目标", "1", "新建水厂"),
        ("项目名称建设内容", "清水河治理 清淤2公里"),
        ("重点任务牵头单位", "新建水厂 县水利局"),
        ("2030年", "现状", "2035年", "目标", "50", "70"),
        ("序", "号", "指标", "类别单位", "水质%"),
        ("统筹推进农村供水管理", "的措施", "逐步落实到位。"),
        ("各镇要按时完成", "改造任务", ",确保群众饮水安全。"),
        ("到2035年全面完成,", "规划目标", "和任务逐项落实。"),
    ],
)
def test_cells_and_pieces_of_sentences_are_no_headings(lines: tuple[str, ...]) -> None:
    assert _headings(*lines) == []


@pytest.mark.parametrize("heading", ["目标任务", "责任单位", "主要任务", "工作内容", "规划目标", "指标名称2035年目标"])
def test_words_that_also_head_columns_are_headings_above_a_paragraph(heading: str) -> None:
    assert _headings("云岭县供水方案", heading, "到2035年,全县新建水厂5座,由县水利局负责。") == [heading]


PARAGRAPH = "更全面地掌握发展机遇,推动各行业协同发展,新建学校5所,完善各项制度,提升服务水平。"


@pytest.mark.parametrize(
    ("front", "headings"),
    [
        # under a numbered heading, or where there is no other heading at all
        (["一、目标任务", "全县共谋发展。"], ["目标任务", "项目建设"]),
        (["全县共谋发展。"], ["项目建设"]),
        # beside kind words without a number it is open what stands under which; a line that goes on heads nothing
        (["基本情况", "全县共谋发展。"], ["基本情况"]),
        (["一、目标任务", "全县共谋发展,抓好"], ["目标任务"]),
    ],
)
def test_a_few_plain_words_between_a_full_stop_and_a_paragraph(front: list[str], headings: list[str]) -> None:
    assert _headings(*front, "项目建设", PARAGRAPH) == headings


@pytest.mark.parametrize("line", ["县长李明", "特此报告", "青河县水利局", "李明", "项目建设5处", "加强领导。"])
def test_who_signs_and_what_closes_a_letter_heads_nothing(line: str) -> None:
    assert _headings("一、目标任务", "全县共谋发展。", line, PARAGRAPH) == ["目标任务"]
