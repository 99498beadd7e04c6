"""Invariants: spans hold, nothing crashes, plain text stays, and no text takes more than linear time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster

from planparse.cleaning import CleanText, clean
from planparse.reading.source import SourceText

# What the cleaning looks at, mixed thickly; and anything else that Unicode has, surrogates included.
SUBJECTS = (
    "一二三十年月日第条章、。，；：（）()“”《》〔〕—-~·…0123456789.%/lIOo○× \t\u3000\n\f\u200b\0\1\2#>*+"
    "目录责任人时间產業著乾(shí)chǎn㎡⑴ﬀ万亩"
)
HALF_WIDTH = str.maketrans("，；（）", ",;()")
TEXTS = st.one_of(
    st.text(st.sampled_from(SUBJECTS), max_size=120), st.text(st.characters(exclude_categories=()), max_size=80)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
@example("ﬀ(ǎ", False)
def test_every_span_lies_in_the_source_and_in_order(text: str, wrapped: bool) -> None:
    stream = clean(SourceText(text, wrapped=wrapped))
    assert_aligned(stream)
    assert not set(stream.text) & set("\0\1\2\r\f\u3000")
    assert all(line.strip() == line != "" for line in stream.text.split("\n")) or not stream.text


def assert_aligned(stream: CleanText) -> None:
    spans = [stream.span(offset, offset + 1) for offset in range(len(stream.text))]
    for start, end in spans:
        assert 0 <= start < end <= len(stream.source)
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert end <= next_start or (start, end) == (next_start, next_end)
    for first in range(0, len(spans), 7):
        for last in range(first, min(len(spans), first + 20), 3):
            assert stream.span(first, last + 1) == (spans[first][0], spans[last][1])
            assert stream.span(first, first)[0] == stream.span(first, first)[1]


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("甲乙丙丁县乡镇局办完成建设，。；、（）《》“”0123456789%\n"), max_size=120))
def test_clean_simplified_text_keeps_its_characters(text: str) -> None:
    assume(not re.search(r"\d。\d{1,2}%", text))  # the decimal point of a keyboard, which is mended
    once = clean(SourceText(text, wrapped=False)).text
    assert clean(SourceText(once, wrapped=False)).text == once
    assert once.replace("\n", "") == text.translate(HALF_WIDTH).replace("\n", "")


def test_expanded_characters_share_their_source() -> None:
    stream = clean(SourceText("建成150㎡房"))
    assert stream.text == "建成150m2房"
    assert stream.given(5, 7) == "㎡"
    assert stream.given(2, 7) == "150㎡"
    assert stream.given(7, 8) == "房"


def test_empty_text_has_empty_spans() -> None:
    stream = clean(SourceText("\u200b\n "))
    assert stream.text == ""
    assert stream.span(0, 0) == (0, 0)


HOSTILE = [
    " ",
    "\u3000甲",
    "(",
    "（shí",
    "shí)",
    "(a ",
    "\n",
    "目录\n",
    "1\n",
    "12 ",
    "l",
    "lO",
    "0O",
    "一",
    "一、",
    "—",
    "……",
    "甲.\n",
    "甲 乙",
    "责 任 人：甲 乙 ",
    "甲\f",
    "> - # ",
    "著",
    "國著",
    "○",
    "×",
    "㎡",
    "\0\1\2",
    "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛\n",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert grows_no_faster(lambda length: clean(SourceText(unit * (length // len(unit)))), 25_000, 100_000, 7)
