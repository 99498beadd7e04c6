"""Headings that a PDF's text runs on behind the paragraph before them."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("有力支撑。 二、工作目标\n到2031年,建成。", "有力支撑。\n二、工作目标\n到2031年,建成。"),
        ("有力支撑。　（三）加强监管", "有力支撑。\n(三)加强监管"),
        ("提出以下意见: 一、总体要求", "提出以下意见:\n一、总体要求"),
        ("代表升高。 第三章 控制排放", "代表升高。\n第三章控制排放"),
        ("第一、二、三产业协调发展。 一二三产融合。", "第一、二、三产业协调发展。一二三产融合。"),
        ("步骤如下: 1.摸底。 2.整改。", "步骤如下:1.摸底。2.整改。"),
        ("有力支撑。二、工作目标", "有力支撑。二、工作目标"),
    ],
)
def test_glued_headings_begin_lines(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


def test_a_glued_heading_goes_on_where_its_line_was_full() -> None:
    full = "统筹推进河道治理、管网改造和生态修复，切实改善水环境，让群众"
    tail = "真正满意。 三、坚持以人民为中心的发展思想统筹推进城乡发展和"
    lines = [*[full] * 6, tail, "突出重点", "各镇要抓好落实。"]
    source = SourceText("\n".join(lines))
    cleaned = clean(source)
    assert cleaned.text.endswith(
        "真正满意。\n三、坚持以人民为中心的发展思想统筹推进城乡发展和突出重点\n各镇要抓好落实。"
    )
    start = cleaned.text.index("三、")
    assert cleaned.given(start, start + 4) == "三、坚持"
