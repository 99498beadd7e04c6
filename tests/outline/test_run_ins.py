"""Headings that run on in one line with what stands around them."""

from __future__ import annotations

import pytest

from planparse import extract
from planparse.cleaning import CleanText, clean
from planparse.outline import part_headings
from planparse.reading.source import SourceText
from planparse.rules import load_rules

TITLE = "青河县水利工作方案\n"


def parted(text: str) -> str:
    source = SourceText(TITLE + text, wrapped=False)
    return part_headings(clean(source), source, load_rules()).text.removeprefix(TITLE).rstrip("\n")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        # Behind a sentence's end, and with text behind the words that tell a kind.
        (
            "一、基本情况全县有水站9座。二、发展目标到2033年供水率达到93%。",
            "一、基本情况\n全县有水站9座。\n二、发展目标\n到2033年供水率达到93%。",
        ),
        ("设施陈旧。二、工作目标:新建水站3座。", "设施陈旧。\n二、工作目标:新建水站3座。"),
        ("设施陈旧。二、工作目标。新建水站3座。", "设施陈旧。\n二、工作目标。新建水站3座。"),
        ("设施陈旧。二、保障措施", "设施陈旧。\n二、保障措施"),
        ("一、现状截至2032年,有水站9座。", "一、现状\n截至2032年,有水站9座。"),
        # The blank of the source parts them.
        ("三、资金来源 由县财政安排300万元。", "三、资金来源\n由县财政安排300万元。"),
        # A first item right behind the words, and its row.
        (
            "(二)主要成效1.供水。水站9座。2.灌溉。渠道6公里。(三)发展目标",
            "(二)主要成效\n1.供水。水站9座。\n2.灌溉。渠道6公里。\n(三)发展目标",
        ),
        (
            "四、工作措施(一)加强巡查。设专班2个。(二)落实经费。安排30万元。",
            "四、工作措施\n(一)加强巡查。设专班2个。\n(二)落实经费。安排30万元。",
        ),
        ("(一)修渠引水1.开工。修渠3公里。2.验收。", "(一)修渠引水\n1.开工。修渠3公里。\n2.验收。"),
        ("第一章 规划背景 第一节 发展成效 全县有水站9座。", "第一章规划背景\n第一节发展成效\n全县有水站9座。"),
        # A full stop is lost, and the row goes on.
        (
            "一、指导思想以改善水质为目标,建好水站二、发展目标到2033年新建3座。",
            "一、指导思想\n以改善水质为目标,建好水站\n二、发展目标\n到2033年新建3座。",
        ),
    ],
)
def test_a_heading_gets_its_own_line(given: str, wanted: str) -> None:
    assert parted(given) == wanted


@pytest.mark.parametrize(
    "given",
    [
        "根据一、发展目标的要求,新建水站3座。",
        "对照第二章发展目标2033年任务抓好落实。",
        "详见附件。一、二、三等奖各1名。",
        "全县(一)期工程2033年完工。",
        "分类推进。(一)类村12个,(二)类村20个。",
        "任务如下:一、修渠3公里。二、清淤5公里。",
        "一、工作目标责任制全县推广,覆盖30个村。",
        "(一)资金来源2033年财政预算,共3000万元。",
        "(三)进度2033年达到30%,次年完成。",
        "一、基本情况调查表1.人口",
        "一、实施项目1、2号泵站改造,投资200万元。",
        "(一)指导思想统一到县委部署上来,开展培训5期。",
        "会议提出“一、发展目标到2033年达到95%。二、基本情况全县有水站9座”的要求。",
        "二、时间安排表",
        "二、项目资金 投入30万元。",
        "三、年度目标 任务分解",
        "(一)完成绿化1.2万亩。(二)完成2.3公里渠道。",
    ],
)
def test_a_sentence_stays_one(given: str) -> None:
    assert "\n" not in parted(given)


def test_a_table_is_not_parted() -> None:
    row = "项目|一、基本情况全县有水站9座。二、发展目标到2033年达到93%。|县水利局"
    assert "\n" not in parted(row)


def test_the_heading_governs_the_roles_of_what_follows() -> None:
    text = TITLE + "一、发展背景(一)基本情况青河水厂创办于1961年,有管网60公里。二、发展目标到2033年管网达到90公里。\n"
    plan = extract(text).plans[0]
    assert [(section.title, section.level, section.kinds) for section in plan.sections] == [
        ("发展背景", 1, ["status"]),
        ("基本情况", 2, ["status"]),
        ("发展目标", 1, ["goal"]),
    ]
    assert [figure.quantity.text for figure in plan.baselines] == ["60公里"]
    assert [figure.quantity.text for figure in plan.targets] == ["90公里"]
    for section in plan.sections:
        span = section.heading_span
        assert text[span.start : span.end] == section.heading


def test_a_parted_text_knows_its_source() -> None:
    source = SourceText(TITLE + "一、基本情況全縣有水站 9 座。二、發展目標 到2033年新建㎡級水池3座。\n", wrapped=False)
    whole = clean(source)
    for offset in range(1, len(whole.text)):
        text: CleanText = whole.parted([offset])
        assert text.text == whole.text[:offset] + "\n" + whole.text[offset:]
        for at in range(len(whole.text)):
            behind = at + (at >= offset)
            assert text.span(behind, behind + 1) == whole.span(at, at + 1)
        assert list(text.source_starts) == sorted(text.source_starts)
        assert list(text.clean_starts) == sorted({*text.clean_starts})
    several = whole.parted([12, 13, 20])
    moved = [at + sum(at >= offset for offset in (12, 13, 20)) for at in range(len(whole.text))]
    assert [several.span(at, at + 1) for at in moved] == [whole.span(at, at + 1) for at in range(len(whole.text))]
