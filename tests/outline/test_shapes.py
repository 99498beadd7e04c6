"""Shapes of lines: which expressions may be matched from a line's end, and the organs that titles begin with."""

from __future__ import annotations

import pytest

from planparse.outline.shapes import _from_the_end, organ_of
from planparse.patterns import compiled_pattern
from planparse.rules import load_rules


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


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("民政局社会管理活动方案", "民政局"),
        ("县委组织部2031年工作计划", "县委组织部"),
        ("清溪镇人民政府工作方案", "清溪镇人民政府"),
        ("青河县教育局办公室工作方案", "青河县教育局办公室"),
        ("农村学校办学条件改善方案", None),
        ("优化布局工作方案", None),
        ("社区医院建设方案", None),
        ("青河县社会管理方案", None),
        ("青河县办好实事方案", None),
    ],
)
def test_a_title_begins_with_an_organ(title: str, organ: str | None) -> None:
    assert organ_of(title, load_rules()) == organ
