"""Soft line ends: learned from the document's measure, its indents and its unfinished lines."""

from __future__ import annotations

import textwrap

import pytest

from planparse.cleaning import clean
from planparse.cleaning.titles import parts_titles
from planparse.reading.source import SourceText

PARAGRAPHS = [
    "一、指导思想",
    "坚持以人民为中心的发展思想，紧紧围绕全县经济社会发展大局，统筹城乡、突出重点，着力补齐短板，不断提高公共服务水平，让发展成果更多更公平地惠及全体人民群众，为建设美丽家园打下坚实基础。",
    "二、主要目标",
    "（一）到2031年，全县新增绿地面积125.5万平方米，森林覆盖率达到36.8%以上，城乡居民人均可支配收入年均增长7.5%左右，建成特色产业园区18个，带动就业5600人以上（其中：甲镇1200人、乙镇800人），群众满意度稳步提升。",
    "1.加强组织领导。各乡镇、各部门要把这项工作摆上重要议事日程，主要负责同志亲自抓，分管负责同志具体抓，层层压实责任，一级抓一级，确保各项任务落到实处。（牵头单位：县发展改革局，配合单位：县财政局、县农业农村局、县自然资源和规划局、县交通运输局）",
    "责任人：李某",
    "某某县人民政府",
    "2031年3月5日",
]


def set_in_lines(paragraphs: list[str], width: int, indent: str) -> str:
    """The paragraphs as a printer sets them: `width` columns, closing marks never at a line's beginning."""
    lines = []
    for paragraph in paragraphs:
        line, used = indent, 4 if indent else 0
        for char in paragraph:
            columns = 1 if char.isascii() else 2
            if used + columns > width and char not in "，。、；：）":
                lines.append(line)
                line, used = "", 0
            line, used = line + char, used + columns
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [40, 56, 64, 78, 96])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    whole = clean(SourceText("\n".join(PARAGRAPHS), wrapped=False)).text
    assert clean(SourceText(set_in_lines(PARAGRAPHS, width, indent))).text == whole


@pytest.mark.parametrize("width", [40, 64, 96])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_wrapped_lines_are_joined_over_blank_lines_and_pages(width: int, indent: str) -> None:
    whole = clean(SourceText("\n".join(PARAGRAPHS), wrapped=False)).text
    paragraphs = [set_in_lines([paragraph], width, indent) for paragraph in PARAGRAPHS]
    assert clean(SourceText("\n\n".join(paragraphs))).text == whole
    lines = "\n".join(paragraphs).split("\n")
    assert clean(SourceText("\n\n".join(lines))).text == whole
    for size in (3, 4, 5):
        pages = ["\n".join(lines[start : start + size]) for start in range(0, len(lines), size)]
        marked = "\n".join(f"{page}\n\n— {number} —\n" for number, page in enumerate(pages, 1))
        assert clean(SourceText(marked)).text == whole
        headed = "\f".join(f"某某县绿色工作方案\n{page}\n{number}\n" for number, page in enumerate(pages, 1))
        assert clean(SourceText(headed)).text == f"某某县绿色工作方案\n{whole}"


def test_a_label_in_the_midst_of_a_sentence_begins_no_line() -> None:
    item = (
        "    {}、统筹推进农村人居环境整治，改善农村生活条件，各乡镇要加强领导，落实牵头\n"
        "单位：县农业农村局等部门按照职责分工，抓好工作落实，确保各项重点任务按期完成，让\n"
        "群众满意。\n    责任人：李某\n"
    )
    lines = clean(SourceText("".join(map(item.format, "一二三")))).text.split("\n")
    assert len(lines) == 6
    assert all("落实牵头单位:县农业农村局" in line for line in lines[::2])


def test_unwrapped_lines_are_paragraphs() -> None:
    text = set_in_lines(PARAGRAPHS, 56, "")
    assert clean(SourceText(text, wrapped=False)).text.count("\n") == text.count("\n")


def test_a_line_per_paragraph_is_never_joined() -> None:
    text = textwrap.dedent("""\
        某市文化局
        专项工作方案
        现状
        全市共有文化站85个，其中需要修缮的32个
        时间安排
        2031—2033年
        任务
        一是建设文化站，满足群众需要；
        二是培训骨干；
        责任人：李某
        联系人：王某某 赵某某
        某市文化局
        2031年3月5日""")
    assert clean(SourceText(text)).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        # A page's end cuts a paragraph; OCR tools put list and quote marks in front of what follows.
        (
            "加强农村道路建设，统筹资金投入，优先保障偏远山区道路建设任务落\n\n- 实，坚持因地制宜。\n\n二、措施",
            "加强农村道路建设,统筹资金投入,优先保障偏远山区道路建设任务落实,坚持因地制宜。\n二、措施",
        ),
        (
            "加强农村道路建设，统筹资金投入，优先保障偏远山区道路建设任务落\n\n> 实到位。\n\n二、措施",
            "加强农村道路建设,统筹资金投入,优先保障偏远山区道路建设任务落实到位。\n二、措施",
        ),
        # The next department's name, a heading or a list's item is no continuation.
        (
            "加强农村道路建设，统筹资金投入，优先保障偏远山区道路建设任务\n\n某县水利局\n\n一、目标",
            "加强农村道路建设,统筹资金投入,优先保障偏远山区道路建设任务\n某县水利局\n一、目标",
        ),
        (
            "加强农村道路建设，统筹资金投入，优先保障偏远山区道路建设任务\n\n- 2、完善制度，抓好落实。\n\n三、保障",
            "加强农村道路建设,统筹资金投入,优先保障偏远山区道路建设任务\n2、完善制度,抓好落实。\n三、保障",
        ),
        ("**一、目标任务**\n\n20**年完成，30**年巩固。", "一、目标任务\n20**年完成,30**年巩固。"),
        ("## 一、目标任务\n\n> 某县领导小组 2031年4月7日", "一、目标任务\n某县领导小组2031年4月7日"),
    ],
)
def test_paragraphs_broken_off_by_pages(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            "某市教育局关于印发《某市深入推进校园阅读三年行动计划（2031—2033年）》\n的通知",
            "某市教育局关于印发《某市深入推进校园阅读三年行动计划(2031-2033年)》的通知",
        ),
        ("关于进一步加强全市农村供水\n管理工作的实施意见", "关于进一步加强全市农村供水管理工作的实施意见"),
        ("某市教育局\n专项工作方案", "某市教育局\n专项工作方案"),
        ("某市供水工作方案\n某市供水工作方案", "某市供水工作方案\n某市供水工作方案"),
        ("一、关于供水工作\n二、工作方案", "一、关于供水工作\n二、工作方案"),
        (
            "某市水利局关于印发\n《某市河湖保护规划纲要\n（2031—2035年）》的通知",
            "某市水利局关于印发《某市河湖保护规划纲要(2031-2035年)》的通知",
        ),
    ],
)
def test_titles_over_two_lines(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


@pytest.mark.parametrize(("word", "joined"), [("队\n伍、志愿者", True), ("好\n伍、志愿者", False)])
def test_a_formal_number_may_be_the_end_of_a_word(word: str, joined: bool) -> None:
    opening = f"持续提升全县应急处置能力，统筹建设水旱灾害救援{word}服务站和物资仓库，定期开展共训共练。"
    text = clean(SourceText(set_in_lines([*PARAGRAPHS[:4]], 52, "") + "\n" + opening)).text
    assert (word.replace("\n", "") in text) is joined


def test_a_line_that_ends_within_the_name_of_a_paper_is_no_title() -> None:
    opening = (
        "本规划依据《某县国民经济和社会发展第十四个五年规划\n和远景目标纲要》，在总结全县供水工作成果的基础上编制。"
    )
    wrapped = set_in_lines([*PARAGRAPHS[:4]], 52, "")
    assert opening.replace("\n", "").replace("，", ",") in clean(SourceText(f"{opening}\n{wrapped}")).text


TITLE = "某市水利局关于印发《某市加强农村饮水安全保障工作实施方案》的通知"


@pytest.mark.parametrize("number", ["", "（某水发〔2031〕3号）\n"])
@pytest.mark.parametrize("gap", ["\n", "\n \n \n"])
def test_a_title_that_stands_twice_is_two_lines(gap: str, number: str) -> None:
    wrapped = set_in_lines([*PARAGRAPHS[:4]], 68, "  ")
    lines = clean(SourceText(f"{TITLE}{gap}{TITLE}\n{number}{wrapped}")).text.split("\n")
    assert lines[:2] == [TITLE, TITLE]


@pytest.mark.parametrize("after", ["和县政府关于抗旱保供的意见", "关于抗旱的部署,结合实际", "(某水发〔2031〕3号)精神"])
def test_a_sentence_goes_on_behind_the_name_of_a_letter(after: str) -> None:
    assert not parts_titles("省水利厅关于做好全省春季农田灌溉工作的通知", after)


@pytest.mark.parametrize(
    ("first", "second", "stands_alone"),
    [
        ("（二）县委决策部署为新时代水利发展带来新的机遇", "党的二十届三中全会提出深化水利改革并健全体制机制", True),
        (
            "（二）县水利局负责全县农村供水和灌区管理工作要求",
            "的细化并会同有关部门定期开展检查和指导服务等各项工作",
            False,
        ),
        ("（二）县委决策部署为新时代水利发展带来新的机遇", "党的二十届三中全会提出深化水利改革。", False),
    ],
)
def test_a_heading_that_fills_its_line_is_told_by_the_narrow_line_below(
    first: str, second: str, stands_alone: bool
) -> None:
    """Indents got lost: a paragraph's first line shows two characters narrower than those that go on."""
    body = set_in_lines([PARAGRAPHS[1]] * 3, 52, "\u3000\u3000").replace("\u3000", "")
    given = f"{body}\n{first}\n{second}\n{body}"
    assert (first.replace("（", "(").replace("）", ")") in clean(SourceText(given)).text.split("\n")) is stands_alone


def test_rows_of_columns_are_neither_joined_nor_measured() -> None:
    rows = ["序号\t项目名称\t建设内容和规模，投资\t2031年目标", "1\t绿化工程\t新增绿地，改造公园\t35万平方米"] * 6
    assert clean(SourceText("\n".join(rows))).text.count("\n") == 11


def test_lists_of_names_are_not_wrapped_text() -> None:
    names = [
        "某县农业农村局副局长兼某县畜牧兽医中心主任李某",
        "某县人力资源和社会保障局党组成员副局长王某某",
        "某县自然资源和规划局四级主任科员赵某某",
    ]
    assert clean(SourceText("\n".join(names * 4))).text.count("\n") == 11


def test_latin_words_of_two_lines_stay_apart() -> None:
    lines = [
        "本项目引进国外先进的管理理念和技术标准，建设Open",
        "Data平台，为全县经济社会发展提供有力支撑和保障，",
        "为群众提供更好服务。",
    ]
    assert "Open Data平台" in clean(SourceText("\n".join(lines * 3))).text


def test_lines_broken_twice_are_joined() -> None:
    """A page too narrow for its lines spills their last characters onto lines of their own."""
    paragraphs = [
        "为进一步改善全县水环境质量，统筹推进河道治理、管网改造和生态修复，结合实际，制定本方案，请认真贯彻执行并抓好落实。",
        "到2031年，全县河道水质达到或好于三类的比例稳定在百分之五十五左右，重点湖泊年均浓度稳定控制在35微克/立方米以下，水质优良率保持稳定。",
        "全县城镇污水处理率达到97%以上，农村生活污水处理率达到89%，生活垃圾回收利用率达到43%以上，实现零填埋，危险废物得到安全处置。",
    ]
    lines = []
    for paragraph in paragraphs:
        while len(paragraph) > 32:
            lines += [paragraph[:30], paragraph[30:32]]
            paragraph = paragraph[32:]
        lines.append(paragraph)
    assert clean(SourceText("\n".join(lines))).text.count("\n") == len(paragraphs) - 1


def test_the_tail_of_a_long_heading_is_no_spill() -> None:
    heading = "三、坚持以人民为中心的发展思想统筹城乡突出重点着力补齐短板"
    wrapped = set_in_lines([*PARAGRAPHS[:4], heading, PARAGRAPHS[4]], 56, "")
    assert "补齐短\n板\n" in wrapped
    body = wrapped.replace("1.加强组织领导。", "加强组织领导。")
    assert f"\n{heading}\n加强" in clean(SourceText(body)).text


@pytest.mark.parametrize(
    ("heading", "width"),
    [("一、完成能源资源消费和碳排放目标", 40), ("（二）以高端发展为动力，全面建设动力之城", 56)],
)
def test_a_numbered_heading_that_stops_before_the_margin_stands_alone(heading: str, width: int) -> None:
    body = PARAGRAPHS[4].removeprefix("1.加强组织领导。")
    words = clean(SourceText(set_in_lines([*PARAGRAPHS[1:4:2], heading, body], width, ""))).text
    assert clean(SourceText(heading)).text in words.split("\n")


def test_boxes_of_smaller_print_leave_the_text_its_measure() -> None:
    boxes = [set_in_lines([PARAGRAPHS[3]], 76, "")] * 4
    wrapped = "\n".join([set_in_lines(PARAGRAPHS[:5] * 2, 52, ""), *boxes])
    words = clean(SourceText(wrapped)).text.split("\n")
    assert clean(SourceText(PARAGRAPHS[1])).text in words
    assert clean(SourceText(PARAGRAPHS[4])).text in words


@pytest.mark.parametrize(
    "heading",
    [
        "二、切实加强组织领导，确保各项工作落到实处",
        "二、2031年全县经济社会发展的主要预期目标",
        "（三）持续完善公共服务，不断增强群众获得感、幸福感",
        "云岭县2031年住房、教育、医疗保障攻坚提升实施方案",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_long_heading_between_blank_lines_stays_alone(heading: str, gap: str) -> None:
    text = clean(SourceText(gap.join([PARAGRAPHS[1], heading, PARAGRAPHS[1], PARAGRAPHS[4]]))).text
    assert heading.replace("，", ",").replace("（", "(").replace("）", ")") in text.split("\n")


def test_a_paragraph_cut_by_a_page_goes_on_behind_it() -> None:
    cut = PARAGRAPHS[3].index("建成特色")
    pages = "\n\n".join([PARAGRAPHS[1], PARAGRAPHS[3][:cut], PARAGRAPHS[3][cut:], PARAGRAPHS[1]])
    assert PARAGRAPHS[3][cut - 6 : cut + 6].replace("，", ",") in clean(SourceText(pages)).text


def test_a_heading_cut_inside_a_word_goes_on() -> None:
    lines = [
        PARAGRAPHS[1],
        "1、着力完善基础设施，加快形成城乡一体的公共服",
        "务体系。继续改造供水管网，提高运行效率。",
        PARAGRAPHS[4],
    ]
    assert "公共服务体系" in clean(SourceText("\n\n".join(lines))).text


@pytest.mark.parametrize("date", ["（2031年7月2日）", "2031年7月2日", "（二〇三一年七月二日）"])
def test_a_centred_date_below_a_title_stands_alone(date: str) -> None:
    lines = set_in_lines([PARAGRAPHS[1]] * 4, 60, "    ").split("\n")
    page = [" " * 30 + "青河县扶贫工作新闻发布稿", "", " " * 45 + date, "", *(" " * 15 + line for line in lines)]
    folded = date.replace("（", "(").replace("）", ")")
    assert clean(SourceText("\n".join(page))).text.startswith(f"青河县扶贫工作新闻发布稿\n{folded}\n坚持以人民")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_words_in_thick_brackets_stand_alone(gap: str) -> None:
    text = set_in_lines(PARAGRAPHS, 56, "") + "\n• 烘干设施补贴，最高五十万元，按照设备投资额的一半"
    text = f"{text}{gap}【办理时限】\n受理后三十个工作日内完成"
    assert clean(SourceText(text)).text.split("\n")[-2:] == ["【办理时限】", "受理后三十个工作日内完成"]
