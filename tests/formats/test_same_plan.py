"""One plan saved in every format says the same: plans, sections, figures, times, contacts, assignments, spans apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.programs import needs_libreoffice

from planparse import extract

if TYPE_CHECKING:
    from planparse.models import Document

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FILES = [
    "plan.docx",
    "plan.pdf",
    "plan.html",
    "plan.xlsx",
    "plan.md",
    "plan.ofd",
    "plan.gb18030.txt",
    "plan.utf16.txt",
    pytest.param("plan.doc", marks=needs_libreoffice),
]


@cache
def document(name: str) -> Document:
    return extract(SAMPLES / name, with_text=True)


def without_places(value: Any) -> Any:
    """What an output says, without where: spans differ from format to format."""
    if isinstance(value, dict):
        return {key: without_places(inner) for key, inner in value.items() if key not in ("span", "heading_span")}
    return [without_places(inner) for inner in value] if isinstance(value, list) else value


def said(name: str) -> dict[str, Any]:
    output = document(name).model_dump(mode="json")
    return {key: without_places(output[key]) for key in ("metadata", "plans")}


@pytest.mark.parametrize("name", FILES)
def test_every_format_says_what_plain_text_says(name: str) -> None:
    plain, other = said("plan.txt"), said(name)
    assert other["metadata"] == plain["metadata"]
    (plan,), (same,) = plain["plans"], other["plans"]
    for part in plan:
        assert same[part] == plan[part], part


def test_the_plan_is_not_empty() -> None:
    (plan,) = document("plan.txt").plans
    assert (plan.title, plan.date) == ("云溪镇2024年乡村环境整治提升工作方案", "2024-02-20")
    assert [section.title for section in plan.sections if section.level == 1][:5] == [
        "基本现状",
        "目标任务",
        "时间安排",
        "重点工作",
        "保障措施",
    ]
    assert len(plan.targets) > 15
    assert {contact.role for contact in plan.contacts} == {
        "person_in_charge",
        "unit_in_charge",
        "contact_person",
        "phone",
    }


def spans(value: Any) -> list[tuple[dict[str, Any], str]]:
    """Every span beside the text that it gives back."""
    found = []
    if isinstance(value, dict):
        if isinstance(value.get("span"), dict) and isinstance(value.get("text"), str):
            found.append((value["span"], value["text"]))
        for inner in value.values():
            found += spans(inner)
    elif isinstance(value, list):
        for inner in value:
            found += spans(inner)
    return found


@pytest.mark.parametrize(("name", "place"), [("plan.docx", "block"), ("plan.pdf", "page"), ("plan.ofd", "page")])
def test_spans_lead_back_to_the_words_and_the_place(name: str, place: str) -> None:
    output = document(name)
    text = output.source.text
    assert text is not None
    found = spans(output.model_dump(mode="json")["plans"])
    assert len(found) > 40
    for span, words in found:
        assert text[span["start"] : span["end"]] == words
        assert span.get(place) is not None, words


@pytest.mark.parametrize("name", ["plan.pdf", "plan.ofd"])
def test_boxes_are_those_of_the_words(name: str) -> None:
    (plan,) = document(name).plans
    (date,) = [time for time in plan.times if time.text == "2024年2月20日"]
    assert date.span.box is not None
    left, top, right, bottom = date.span.box
    # Ten characters of 16 points, seven of them digits.
    assert 90 < right - left < 140
    assert 10 < bottom - top < 30
