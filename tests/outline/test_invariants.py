"""Whatever the text: spans lie inside, sections form a tree, and no text takes more than linear time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from string import whitespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster

from planparse.cleaning import CleanText, clean
from planparse.outline import Outline, find_outline
from planparse.reading.source import SourceText
from planparse.rules import load_rules

Read = Callable[..., tuple[CleanText, Outline]]

PIECES = (
    "青河县水利局",
    "防汛工作方案",
    "关于印发防汛方案的通知",
    "第1篇",
    "附件1",
    "附件:1.清单",
    "一、工作目标",
    "二、保障措施",
    "(一)备足物资。各站备足。",
    "1.加强值守",
    "第一章总则",
    "目标",
    "责任人:白子谦",
    "联系电话:2345678",
    "2026年4月1日",
    "2026年4月31日",
    "到2026年,新建水厂3座,改造管网12公里。",
    "\t1.",
    "(",
    "一是",
)
# Blanks, and the marks that editors put before a paragraph: a text of these alone may say nothing.
MARKS = f"{whitespace}\u3000->*•·●■□▪◆◇★▲※#"
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join)


@pytest.mark.parametrize("text", [">", "> \n> ", " \n\u3000"])
def test_marks_alone_are_no_plan(text: str) -> None:
    source = SourceText(text)
    assert find_outline(clean(source), source, load_rules()).plans == ()


@settings(max_examples=120, deadline=None)
@given(st.one_of(DOCUMENTS, st.text(max_size=60)))
@example(">")
def test_plans_and_sections_lie_in_order_and_inside(text: str) -> None:
    source = SourceText(text)
    cleaned = clean(source)
    outline = find_outline(cleaned, source, load_rules())
    if cleaned.text.strip(MARKS):
        assert outline.plans
    if not cleaned.text.strip():
        assert not outline.plans
    for before, after in pairwise(outline.plans):
        assert before.end <= after.start
    for plan in outline.plans:
        assert 0 <= plan.start < plan.end <= len(cleaned.text)
        for index, section in enumerate(plan.sections):
            assert plan.start <= section.start == section.head_start < section.head_end <= section.end <= plan.end
            assert section.kinds
            if section.parent is not None:
                parent = plan.sections[section.parent]
                assert section.parent < index
                assert parent.level < section.level
                assert parent.start < section.start < parent.end


@pytest.mark.parametrize(
    "piece", ["防汛方案\n", "一、目标\n文\n", "县水利局\n一、目标\n好\n", "附件1\n", "责任人:", "重点工作"]
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def outlined(length: int) -> None:
        text = (piece * (length // len(piece) + 1))[:length]
        find_outline(CleanText.as_is(text), SourceText(text), load_rules())

    assert grows_no_faster(outlined, 5_000, 40_000, 14)
