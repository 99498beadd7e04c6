"""Word boundaries: the dictionary is jieba's own common words, and one character is told from part of a word."""

import importlib.util
from pathlib import Path

import pytest

from planparse import word_boundaries
from planparse.word_boundaries import begins_word

SOURCE = Path(__file__).with_name("dictionary_source.py")


def test_dictionary_is_what_its_source_makes() -> None:
    spec = importlib.util.spec_from_file_location("dictionary_source", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.DICTIONARY.read_text("utf-8") == module.common_words(), f"run python {SOURCE}"


@pytest.mark.parametrize(
    ("phrase", "offset", "expected"),
    [
        ("不锈钢水箱", 0, True),
        ("农村不锈钢水箱", 2, True),
        ("贫困户均纳入", 3, True),
        ("城乡均衡发展", 2, True),
        ("流浪未成年人", 2, True),
        ("困境未成年人", 3, False),
        ("新型平均水平", 3, False),
    ],
)
def test_begins_word(phrase: str, offset: int, expected: bool) -> None:
    assert begins_word(phrase, offset) is expected


def test_jieba_is_asked_only_where_a_word_could_go_across(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_boundaries, "_tokenizer", lambda: pytest.fail("jieba was asked"))
    assert begins_word("畜禽粪污已处理", 4)
    with pytest.raises(pytest.fail.Exception):
        begins_word("这片未成年人的林地", 3)


def test_the_words_of_each_character_stand_together_and_are_no_longer_than_what_is_looked_at() -> None:
    words = word_boundaries._lines().decode().split()[::2]
    assert {word for first in {word[0] for word in words} for word in word_boundaries._words(first)} == set(words)
    assert word_boundaries._words("龘") == frozenset()
    assert max(map(len, words)) == word_boundaries._LONGEST_WORD
