"""Numbers that Word sets itself: formats, levels, restarts, overrides, lists of styles."""

from __future__ import annotations

import pytest
from tests.reading.zip_writer import a_list, docx, item, level, paragraph

from planparse.reading import read_bytes
from planparse.reading.docx_numerals import written_number

OFFICIAL = a_list(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
)


def lines(data: bytes) -> list[str]:
    return read_bytes(data).text.splitlines()


@pytest.mark.parametrize(
    ("number", "number_format", "written"),
    [
        (1, "chineseCountingThousand", "一"),
        (10, "chineseCountingThousand", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (15, "chineseCounting", "十五"),
        (105, "chineseCounting", "一〇五"),
        (3, "japaneseCounting", "三"),
        (12, "ideographDigital", "一二"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (2, "ideographZodiac", "丑"),
        (13, "ideographZodiacTraditional", "丙子"),
        (3, "ideographEnclosedCircle", "㊂"),
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (7, "decimalFullWidth", "７"),
        (7, "decimalEnclosedCircle", "⑦"),
        (21, "decimalEnclosedCircle", "21"),
        (7, "decimalEnclosedParen", "⑺"),
        (7, "decimalEnclosedFullstop", "⒎"),
        (3, "numberInDash", "- 3 -"),
        (4, "upperRoman", "IV"),
        (1998, "lowerRoman", "mcmxcviii"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (5, "none", ""),
        (5, "koreanCounting", "5"),
        (0, "decimal", "0"),
    ],
)
def test_formats(number: int, number_format: str, written: str) -> None:
    assert written_number(number, number_format) == written


def test_levels_of_an_official_document() -> None:
    body = "".join(
        [
            item("总体要求", 0),
            item("指导思想", 1),
            item("主要目标", 1),
            item("重点任务", 0),
            item("夯实基础", 1),
            item("修路", 2),
            item("架桥", 2),
            item("勘察", 3),
            item("钻孔", 4),
            item("提升服务", 1),
            item("培训", 2),
        ]
    )
    assert lines(docx(body, numbering=OFFICIAL)) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）主要目标",
        "二、重点任务",
        "（一）夯实基础",
        "1.修路",
        "2.架桥",
        "（1）勘察",
        "①钻孔",
        "（二）提升服务",
        "1.培训",
    ]


def test_label_stands_apart_only_where_it_ends_in_a_word() -> None:
    article = a_list(level(0, "chineseCountingThousand", "第%1条"))
    assert lines(docx(item("总则"), numbering=article)) == ["第一条 总则"]
    nothing = a_list(level(0, "chineseCountingThousand", "第%1条", '<w:suff w:val="nothing"/>'))
    assert lines(docx(item("总则"), numbering=nothing)) == ["第一条总则"]


def test_bullets_are_no_numbers() -> None:
    assert lines(docx(item("造林"), numbering=a_list(level(0, "bullet", "\uf06c")))) == ["造林"]


def test_several_levels_in_one_label_and_legal_style() -> None:
    numbering = a_list(level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("甲", 0) + item("乙", 1) + item("丙", 1)
    assert lines(docx(body, numbering=numbering)) == ["一、甲", "1.1 乙", "1.2 丙"]


def test_level_that_never_restarts() -> None:
    going_on = a_list(level(0, "decimal", "%1、"), level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>'))
    body = item("甲", 0) + item("乙", 1) + item("丙", 0) + item("丁", 1)
    assert lines(docx(body, numbering=going_on)) == ["1、甲", "（1）乙", "2、丙", "（2）丁"]


def test_second_instance_goes_on_unless_it_starts_anew() -> None:
    numbering = (
        a_list(level(0, "decimal", "%1."))
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        + '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("甲") + item("乙", list_id=2) + item("丙", list_id=3) + item("丁", list_id=3)
    assert lines(docx(body, numbering=numbering)) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_override_replaces_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1、")}</w:lvlOverride>'
    numbering = a_list(level(0, "decimal", "%1."), overrides=override)
    assert lines(docx(item("甲") + item("乙"), numbering=numbering)) == ["I、甲", "II、乙"]


def test_start_other_than_one() -> None:
    numbering = a_list(level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="5"'))
    assert lines(docx(item("甲") + item("乙"), numbering=numbering)) == ["5.甲", "6.乙"]


def test_list_of_a_style_with_its_level_and_without_number() -> None:
    numbering = a_list(
        level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>{in_list}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>{in_list}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>'
    )
    body = (
        paragraph("目标", '<w:pStyle w:val="H1"/>')
        + paragraph("近期", '<w:pStyle w:val="H2"/>')
        + paragraph("远期", '<w:pStyle w:val="Own"/>')
        + paragraph("附则", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    source = read_bytes(docx(body, numbering=numbering, styles=styles))
    assert source.text.splitlines() == ["一、目标", "（一）近期", "（二）远期", "附则"]
    assert [block.style_level for block in source.blocks] == [1, 2, 2, 1]


def test_list_through_a_numbering_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Official"/></w:abstractNum>'
        + a_list(level(0, "chineseCountingThousand", "%1、"), number=8)
        + '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Official"><w:name w:val="Official"/>'
        '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(docx(item("甲", list_id=7), numbering=numbering, styles=styles)) == ["一、甲"]


def test_numbers_of_deleted_and_unknown_lists_are_none() -> None:
    assert lines(docx(item("甲", list_id=9) + item("乙", level=8), numbering=OFFICIAL)) == ["甲", "乙"]
