"""Word sets: the longest word at a place, at the end, or the first one anywhere."""

from __future__ import annotations

import pytest

from planparse.figures.word_sets import WordSet

WORDS = WordSet(["建", "建设", "新建", "利用"], not_in=["建制", "新建设局"], not_before=("率",))


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("建设水厂", 0, "建设"),
        ("新建水厂", 0, "新建"),
        ("新建水厂", 1, "建"),
        ("水厂建设", 0, ""),
        ("水厂建设", 2, "建设"),
        ("建制镇", 0, ""),
        ("新建设局", 0, ""),
        ("利用率", 0, ""),
        ("建设率", 0, "建"),
        ("", 0, ""),
        ("建", 1, ""),
    ],
)
def test_word_at(text: str, start: int, expected: str) -> None:
    assert WORDS.at(text, start) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("水厂建设", "建设"), ("水厂新建", "新建"), ("扩建", "建"), ("建制", ""), ("", "")]
)
def test_word_at_the_end(text: str, expected: str) -> None:
    assert WORDS.ending(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("在建制镇建设", 4), ("建设", 0), ("水厂", -1), ("利用率", -1), ("", -1)]
)
def test_first_word(text: str, expected: int) -> None:
    assert WORDS.find(text) == expected
