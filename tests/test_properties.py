"""Any text at all: nothing crashes, spans hold, and time grows with the length and no faster."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster
from tests.invariants import broken

from planparse.cleaning import clean
from planparse.pipeline import extract_source
from planparse.reading import SourceText, read_path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PIECES = (
    *(
        "青禾县水利局",
        "2031年工作方案",
        "关于印发《节水方案》的通知",
        "目 录",
        "一、",
        "（二）",
        "3．",
        "①",
        "第一章",
        "附件1",
    ),
    *(
        "现状",
        "目标任务",
        "保障措施",
        "责任人：",
        "联 系 人:",
        "电话：",
        "田 野",
        "0555-2345678",
        "1390000",
        "牵头单位：县财政局",
    ),
    *(
        "由县教育局牵头",
        "，",
        "。",
        "；",
        "、",
        "：",
        "（",
        "）",
        "“",
        "”",
        "《",
        "\n",
        "\n\n",
        " ",
        "　",
        "\t",
        "|",
        "— 3 —",
    ),
    *(
        "新建",
        "不低于",
        "以上",
        "左右",
        "提高到",
        "由",
        "每",
        "每人每月",
        "其中",
        "占",
        "3",
        "万",
        "元",
        "l5",
        "O",
        "XX",
        "**",
    ),
    *(
        "三分之一",
        "百分之",
        "七成",
        "八:一",
        "1:2",
        "-",
        "～",
        "至",
        "%",
        "个百分点",
        "公里",
        "亩",
        "２",
        "十",
        "廿",
        "半",
        "几",
    ),
    *(
        "2031年",
        "20**年",
        "二〇三一年",
        "3月",
        "32日",
        "底前",
        "每年",
        "“十五五”",
        "上半年",
        "P3Y",
        "個(gè)",
        "戶(hù)",
        "畝",
        "\ufeff",
    ),
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def _sample_texts() -> list[str]:
    return [read_path(path).text for path in sorted(SAMPLES.glob("*.txt"))]


@st.composite
def mutilated(draw: st.DrawFn) -> str:
    """A stretch of a sample with characters deleted, doubled, blanked or replaced here and there."""
    text = draw(st.sampled_from(_sample_texts()))
    start = draw(st.integers(0, max(0, len(text) - 80)))
    text = text[start : start + draw(st.integers(20, 500))]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 6)))
        middle = draw(
            st.sampled_from(["", " ", "\n", text[at:end] * 2, text[at:end] * 9, "(", "”", "年", "一", "9", "、", "\0"])
        )
        text = text[:at] + middle + text[end:]
    return text


def holds(text: str) -> bool:
    source = SourceText(text)
    assert broken(extract_source(source), clean(source)) == []
    return True


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_unicode(text: str) -> None:
    assert holds(text)


@settings(max_examples=120, deadline=None)
@given(PROSE)
def test_pieces_of_plans_in_any_order(text: str) -> None:
    assert holds(text)


@settings(max_examples=60, deadline=None)
@given(mutilated())
def test_mutilated_samples(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "\x1b[31m", "\u202e三万元", "\U0010ffff年", "́" * 50, "\r\r", "\x85\u2028"]
)
def test_odd_characters(text: str) -> None:
    assert holds(text)


HOSTILE = {
    "a plan": None,
    "digits": "1",
    "one": "一",
    "years": "年",
    "opening brackets": "（",
    "closing brackets": "）",
    "commas of lists": "、",
    "quotes": "“",
    "titles": "《",
    "blanks": " ",
    "dates": "2031年3月5日",
    "amounts": "3万元",
    "numbers in thousands": "1 234",
    "letter for digit": "lO",
    "headings": "一、",
    "lines of headings": "一、目标\n",
    "labels": "责任单位：",
    "units": "县教育局、",
    "names": "责任人：田野",
    "glosses": "個(gè)",
    "redactions": "XX",
    "ratios": "1:",
    "cells": "3\t",
    "bars": "3|",
    "founding": "成立",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    """Four times the text may take four times as long; a quadratic stage would take sixteen times."""
    piece = HOSTILE[name] or (SAMPLES / "annual.txt").read_text(encoding="utf-8")

    def extracted(size: int) -> None:
        extract_source(SourceText((piece * (size // len(piece) + 1))[:size]))

    assert grows_no_faster(extracted, 2_000, 8_000, 8)
