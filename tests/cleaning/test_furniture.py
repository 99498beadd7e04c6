"""Page furniture and tables of contents leave the stream; what only looks like them stays."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import Block, SourceText, Table

PAGES = [
    "某某县绿色发展方案\n第一页说的是现状，正文在这里。\n还有一行正文。\n1",
    "某某县绿色发展方案\n第二页说的是目标，正文在这里。\n还有二行正文。\n2",
    "某某县绿色发展方案\n第三页说的是措施，正文在这里。\n还有三行正文。\n3",
    "某某县绿色发展方案\n第四页说的是保障，正文在这里。\n还有四行正文。\n4",
]


@pytest.mark.parametrize(
    "mark", ["— 31 —", "- 31 -", "—31—", "第3页", "第 3 页 共 10 页", "第三页", "· 7 ·", "Page 3 of 10", "－３－"]
)
def test_page_marks_go(mark: str) -> None:
    text = f"一、目标任务\n\n甲乡完成任务。\n\n{mark}\n\n乙乡完成任务。"
    assert clean(SourceText(text)).text == "一、目标任务\n甲乡完成任务。\n乙乡完成任务。"
    assert clean(SourceText(text, wrapped=False)).text == "一、目标任务\n甲乡完成任务。\n乙乡完成任务。"


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_page_mark_right_behind_a_form_feed_takes_no_words_along(wrapped: bool) -> None:
    text = "一、目标任务\n甲乡完成任务。\f— 31 —\n乙乡完成任务。"
    assert clean(SourceText(text, wrapped=wrapped)).text == "一、目标任务\n甲乡完成任务。\n乙乡完成任务。"


@pytest.mark.parametrize("line", ["31", "3/10", "第3期", "-5%", "2031-2035", "第一页纸"])
def test_lines_that_are_no_page_marks_stay(line: str) -> None:
    assert line in clean(SourceText(f"一、目标任务\n\n甲乡完成任务。\n\n{line}\n\n乙乡完成任务。")).text


def test_running_head_and_numbers_of_pages_go_and_the_title_stays() -> None:
    lines = clean(SourceText("\f".join(PAGES))).text.split("\n")
    assert lines.count("某某县绿色发展方案") == 1
    assert not {"1", "2", "3", "4"} & set(lines)
    assert len(lines) == 9


def test_pages_are_known_from_blocks_too() -> None:
    text, blocks = "", []
    for number, page in enumerate(PAGES, 1):
        blocks.append(Block(len(text), len(text) + len(page), page=number))
        text += page + "\n"
    lines = clean(SourceText(text, format="pdf", blocks=tuple(blocks))).text.split("\n")
    assert lines.count("某某县绿色发展方案") == 1
    assert len(lines) == 9


def test_repeated_headings_without_pages_stay() -> None:
    part = "专项工作方案\n一、目标任务\n完成任务。\n责任人:李某\n"
    assert clean(SourceText("".join(f"{name}局\n{part}" for name in "甲乙丙丁戊"))).text.count("专项工作方案") == 5


def test_bare_numbers_that_go_up_page_by_page_go() -> None:
    page = "\n".join(f"第{name}条措施已经落实到位。" for name in "甲乙丙丁戊己庚辛壬癸")
    text = "".join(f"{page}\n{number}\n" for number in (7, 8, 9))
    assert not any(line.isdigit() for line in clean(SourceText(text)).text.split("\n"))


def test_numbers_in_tables_stay() -> None:
    text = "表一\n12\n13\n— 5 —\n"
    source = SourceText(text, wrapped=False, tables=(Table(3, len(text), ()),))
    assert clean(source).text == "表一\n12\n13\n-5-"


@pytest.mark.parametrize(
    "contents",
    [
        "目  录\n\n1.\t某县农业局\t(1)\n2. 某县林业局 • (5)\n3.某县水利局 · · · · (12)\n",
        "目录\n一、总体要求......1\n二、主要目标……………3\n（一）近期目标 ………… 4\n",
        "目 次\n第一章  总则 1\n第二章  目标与任务 12\n",
        "目录\n一、工作目标\n二、工作措施\n",
        "一、总体要求……1\n二、主要目标……3\n三、工作措施……14\n",
        "一、总体要求.......-1-\n二、主要目标.......-3-\n三、工作措施.......-14-\n",
        "目录\n一、总体要求.......-1-\n（一）近期目标.......错误！未定义书签。\n",
        "目录\n一、 总体要求 (５ )\U001001ba\U001001ba\n二、 主要目标 (８ )\U001001ba\U001001ba\n",
        "一、总体要求.......1\n二、主要目标.......3\n三、措施.......14\n- 2 -\n附件：某县近期工程\n清单.......15\n",
        "附表 某县清淤工程清单..............43\n",
        "附表 某县近期和远期清淤工程的清单........\n..............43\n",
    ],
)
def test_contents_go(contents: str) -> None:
    body = "某县农业局\n一、工作目标\n到2031年全面完成。\n二、工作措施\n抓好落实。"
    for wrapped in (True, False):
        assert clean(SourceText(f"某县工作方案\n{contents}\n{body}", wrapped=wrapped)).text == f"某县工作方案\n{body}"


@pytest.mark.parametrize("line", ["填表人:............", "清淤长度……12公里", "清淤段数...12", "水质好转。......12"])
def test_a_single_line_with_leaders_that_is_no_entry_stays(line: str) -> None:
    assert line in clean(SourceText(f"一、工作目标\n{line}\n二、工作措施")).text


@pytest.mark.parametrize("mark", ["— {}\n—", "—\n{}\n—"])
def test_page_marks_over_lines_go(mark: str) -> None:
    pages = [f"{mark.format(number)}\n" + 10 * f"第{number}页的正文说明情况。\n" for number in range(7, 11)]
    assert not {"7", "8", "9", "10", "-7", "-"} & set(clean(SourceText("".join(pages))).text.split("\n"))


def test_cells_between_dashes_stay() -> None:
    text = "氨氮排放总量\n—\n7\n—\n7\n—\n7\n约束性\n"
    assert clean(SourceText(3 * text)).text.count("7") == 9


def test_rows_with_numbers_stay_where_pages_have_marks() -> None:
    pages = [10 * f"第{number}页的正文说明情况。\n" + f"— {number} —\n" for number in range(1, 9)]
    rows = [f"{number}\n" + 9 * "疏浚清水河\n" for number in range(1, 8)]
    end = "疏浚清水河\n8\n疏浚清水河\n"
    assert "8" in clean(SourceText("".join([*pages, *rows[:-1], "7\n", end]))).text.split("\n")


def test_the_number_of_a_short_page_goes_and_those_of_rows_stay() -> None:
    pages = [10 * f"第{number}页的正文说明情况。\n" + f"{number}\n" for number in range(1, 8)]
    table = "序号\n3\n堤防\n26\n闸门\n"
    lines = clean(SourceText("".join(pages) + table + "8\n" + pages[0])).text.split("\n")
    assert "8" not in lines
    assert {"3", "26"} <= set(lines)


def test_no_contents_no_loss() -> None:
    text = "目录\n某县农业局\n到2031年完成任务。\n二、工作措施"
    assert clean(SourceText(text)).text == "某县农业局\n到2031年完成任务。\n二、工作措施"


def test_text_goes_on_over_furniture_and_spans_stay_in_the_source() -> None:
    text = (
        "某某县人民政府坚持把农业农村优先发展摆在首位，统筹推进各项重点\n\n— 3 —\n\n工作，确保按期完成任务。\n\n结束。"
    )
    stream = clean(SourceText(text))
    assert stream.text == "某某县人民政府坚持把农业农村优先发展摆在首位,统筹推进各项重点工作,确保按期完成任务。\n结束。"
    start = stream.text.index("重点工作")
    assert stream.given(start, start + 4) == "重点\n\n— 3 —\n\n工作"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("完成厕所改造\n- 3 -\n1200户", ["完成厕所改造1200户"]),
        ("完成厕所改造\n\n第 3 页 共 8 页\n\n1200户", ["完成厕所改造1200户"]),
        ("建设景观林\n\n- 2 -\n\n造林工作方案\n753 亩，抓好管护", ["建设景观林753亩,抓好管护"]),
        ("加强管护、\n- 2 -\n青禾县绿化实施方案\n落实责任，抓好考核", ["加强管护、落实责任,抓好考核"]),
        ("由县财政局（县水\n- 2 -\n利局）负责", ["由县财政局(县水利局)负责"]),
        ("工作目标\n- 3 -\n2031年新建3处", ["工作目标", "2031年新建3处"]),
        (
            "整治河道,(县林业局、\n县水利局等部门按职\n\n- 3 -\n\n责分工负责)",
            ["整治河道,(县林业局、", "县水利局等部门按职责分工负责)"],
        ),
        ("各镇统筹推进\n- 3 -\n河道治理(二期)", ["各镇统筹推进", "河道治理(二期)"]),
        ("完成厕所改造。\n- 3 -\n1200户受益", ["完成厕所改造。", "1200户受益"]),
        ("1.厕所改造\n- 3 -\n2.危房改造", ["1.厕所改造", "2.危房改造"]),
        ("完成厕所改造。\n- 3 -\n造林工作方案\n753亩", ["完成厕所改造。", "造林工作方案", "753亩"]),
        ("县林业局\n- 2 -\n造林工作方案\n一、目标", ["县林业局", "造林工作方案", "一、目标"]),
    ],
)
def test_a_page_mark_between_the_halves_of_a_sentence_joins_them(given: str, wanted: list[str]) -> None:
    text = f"青禾县绿化实施方案\n一、目标\n{given}"
    assert clean(SourceText(text)).text.split("\n")[2:] == wanted
