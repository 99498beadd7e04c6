"""Shapes of lines: which expressions may be matched from a line's end."""

from __future__ import annotations

import pytest

from planparse.outline.shapes import _from_the_end
from planparse.patterns import compiled_pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"[\p{Han}]{2,20}?局", "青河县水利局"),
        (r"(?:[^。\t]{2,9}方案)(?:\([^()]*\)){0,2}", "清渠方案(试行)"),
        (r".{2,9}(?<=行动)计划(?!表)", "清渠行动计划"),
    ],
)
def test_an_expression_without_a_direction_is_matched_from_the_end(pattern: str, words: str) -> None:
    assert _from_the_end(pattern).startswith("(?r)")
    assert compiled_pattern(_from_the_end(pattern)).fullmatch(words)


@pytest.mark.parametrize(
    "pattern",
    [r"\p{Han}++局", r"\p{Han}{2}+局", r"(?>县|县水)局", r"(?P<value>.*)局", r"(.)\1局", r"(?i:a)局", r"局(?1)"],
)
def test_an_expression_with_a_direction_stays_as_it_is(pattern: str) -> None:
    assert _from_the_end(pattern) == pattern
