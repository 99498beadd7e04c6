"""Pinyin glosses: gone from the stream, part of the span of the character that they gloss."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("時(shí)間", "时间"),
        ("產（chǎn）業（yè）", "产业"),
        ("目標 ( biāo )：", "目标:"),
        ("行(xíng，háng)動", "行动"),
        ("任(rèn)務(wu)", "任务"),
        ("時(shí)間(jian)", "时间"),
        ("時(shí間", "时间"),
        ("時shí)間", "时间"),
        ("綠(lǜ)色，呂(lǚ)", "绿色,吕"),
        ("鄉(xiāng)(鎮(zhèn))、村", "乡(镇)、村"),
        ("脫貧(tuōpín)", "脱贫"),
        ("黨(dɑ̌nɡ)委", "党委"),
    ],
)
def test_removes(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


@pytest.mark.parametrize(
    "text",
    [
        "生态导向的开发(EOD)模式",
        "国内生产总值(GDP)",
        "手机应用(app)",
        "装机(kw)",
        "咖啡(café)馆",
        "面积(a)与边长(b)",
        "任务(wu)",
        "标准(ppm)",
    ],
)
def test_keeps(text: str) -> None:
    assert clean(SourceText(text)).text == text


def test_units_stay_in_a_glossed_text() -> None:
    assert clean(SourceText("裝(zhuāng)機(kw)達(dá)標(m)，(GDP)")).text == "装机(kw)达标(m),(GDP)"


@pytest.mark.parametrize(
    ("text", "part", "given"),
    [
        ("完成10個(gè)村", "10个", "10個(gè)"),
        ("完成10個 (gè) 村", "10个", "10個 (gè) "),
        ("農(nóng)民", "农", "農(nóng)"),
        ("農(nóng)民", "农民", "農(nóng)民"),
        ("購置2200臺(tái)(套)", "2200台(套)", "2200臺(tái)(套)"),
    ],
)
def test_span_takes_its_gloss_along(text: str, part: str, given: str) -> None:
    stream = clean(SourceText(text))
    start = stream.text.index(part)
    assert stream.given(start, start + len(part)) == given.rstrip()
