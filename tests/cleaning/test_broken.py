"""Lines that break off inside a number, a date, brackets, an enumeration or a clause go on in the next."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText

BODY = (
    "到2031年底新造林1490亩，投资12.5亿元，成活率达到98%以上，保存率不低于85%，新建服务站1200个，培训农民3,500人次，"
    "1月10日前完成整地，12月底前全部完成栽植，此项工作由县林业局牵头，县水利局配合（县财政局、县交通局参加）。"
)
PLAN = "青禾县造林工作方案\n一、任务\n"


def hard_wrapped(words: str, width: int) -> str:
    """The words in lines of `width` columns, broken wherever the line is full, as some PDF tools do."""
    lines, line, used = [], "\u3000\u3000", 4
    for char in words:
        columns = 1 if char.isascii() else 2
        if used + columns > width:
            lines.append(line)
            line, used = "", 0
        line, used = line + char, used + columns
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [40, 56, 64])
@pytest.mark.parametrize("shift", range(0, 20, 3))
def test_full_lines_go_on_wherever_they_break(width: int, shift: int) -> None:
    paragraphs = ["统" * shift + BODY, "推" * (shift // 2) + BODY, "进" * (shift // 3) + BODY]
    text = "\n".join(hard_wrapped(paragraph, width) for paragraph in paragraphs)
    assert clean(SourceText(text)).text == clean(SourceText("\n".join(paragraphs), wrapped=False)).text


@pytest.mark.parametrize(
    "lines",
    [
        "整治到位（县林业局、县水\n利局）。",
        "整治到位（县林业局、\n县水利局）。",
        "营造林带 1490\n亩、植树5株。",
        "2031\n年,力争建成林带5公里。",
        "推广滴灌。到\n2031\n年,建成林带5公里。",
        "成活率达到98\n%以上",
        "投资1.2亿\n元",
        "入库135万\n斤、打井12\n眼,服务50万\n人次",
        "于2031年4月\n10日前完成整地",
        "于2031年\n4月完成整地",
        "此项工作由县林\n业局牵头。",
        "改造厕所、\n危房",
        "新造林14\n90亩，植树5株",
        "投资2\n00万元",
        "建成120\n个村级站",
        "于1\n2月底前完成整地",
        "到203\n1年完成整地",
        "1、贯彻国家和省市的护林政策,严\n格执行各项规定,确保安全。",
        "3、定期召开护林会议,分析形势,研究制定\n防范措施,并落实。",
        "(一)加强护林能力建设,推进小型林区\n改造",
    ],
)
def test_short_lines_that_break_inside_something_are_joined(lines: str) -> None:
    assert clean(SourceText(PLAN + lines)).text.split("\n")[2:] == [
        clean(SourceText(lines.replace("\n", ""), wrapped=False)).text
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "改造危房120\n1.新建3处",
        "完成新建（一期\n2.新建（二期）",
        "改造120\n户籍人口5人",
        "附表1\n个人所得",
        "一、\n总体要求",
        "人员、\n责任人:李某",
        "2031年\n4月",
        "由县林业局\n县水利局负责",
        "加强领导\n落实责任",
        "改造120\n30个村",
        "改造5\n9月完成",
        "改造120\n个人所得",
        "1.加强护林能力建设,推进林区改造\n县水利局",
        "(二)加强护林督导检查,狠抓工作落实\n各镇要加强督导,落实责任。",
        "(三)摸清护林家底,强化管护,不断完善\n制度建设,各镇要抓好落实。",
    ],
)
def test_other_short_lines_stay_lines(lines: str) -> None:
    assert clean(SourceText(PLAN + lines)).text.count("\n") == 3


def test_a_short_line_among_full_ones_goes_on() -> None:
    full = "统筹推进河道治理、管网改造和生态修复，切实改善水环境，让群众满意"
    lines = [*[full] * 5, "全部完成栽植。此项工作由县农", "业农村主管部门牵头，县水利局配合，保存率不低于8", "5%。"]
    assert clean(SourceText("\n".join(lines))).text.endswith(
        "此项工作由县农业农村主管部门牵头,县水利局配合,保存率不低于85%。"
    )


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [("投资2\n00万元", "投资200万元"), ("到203\n1年底", "到2031年底"), ("到2031\n12个", "到2031 12个")],
)
def test_digits_on_either_side_of_a_line_end(lines: str, wanted: str) -> None:
    full = "统筹推进河道治理、管网改造和生态修复，切实改善水环境，让群众"
    head = full[: len(full) - len(lines.split("\n")[0])]
    text = "\n".join([full] * 5) + "\n" + head + lines + "，抓好落实。"
    assert clean(SourceText(text)).text.endswith(f"{wanted},抓好落实。")
