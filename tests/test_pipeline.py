"""What `extract` takes for a path and what for a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

import planparse
from planparse.errors import ReadError
from planparse.models import Document, PlacedSpan, Plan, Span

TEXT = "青禾镇2031年工作方案"


@pytest.mark.parametrize("text", ["", " ", "\n", "建桥3座。", "x" * 5000, "a\0b"])
def test_what_names_no_file_is_text(text: str) -> None:
    document = planparse.extract(text)
    assert document.source.path is None
    assert document.source.chars == len(text)


def test_a_string_of_one_line_may_name_a_file(tmp_path: Path) -> None:
    file = tmp_path / "方案.txt"
    file.write_text(TEXT, encoding="utf-8")
    by_name, by_path = planparse.extract(str(file)), planparse.extract(file)
    assert by_name == by_path
    assert by_name.source.path == str(file)
    assert by_name.source.chars == len(TEXT)


def test_a_path_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        planparse.extract(tmp_path / "none.txt")


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        planparse.extract(str(tmp_path))


def test_a_span_tells_its_page_only_where_there_is_one() -> None:
    document = planparse.extract("云溪县2031年供水工作方案\n一、工作目标\n到2031年底，新建泵站3座。\n")
    span = document.plans[0].targets[0].span
    assert (type(span), span.page, span.block, span.cell, span.box) == (Span, None, None, None, None)
    assert '"span":{"start":30,"end":36}' in document.model_dump_json()
    assert Document.model_validate_json(document.model_dump_json()) == document


def test_a_span_with_a_page_comes_back_from_json() -> None:
    span = {"start": 0, "end": 2, "page": 3, "box": [0.0, 1.0, 2.0, 3.0]}
    plan = Plan.model_validate({"id": "p1", "span": span})
    assert plan.span == PlacedSpan(start=0, end=2, page=3, box=(0.0, 1.0, 2.0, 3.0))
    assert plan.model_dump(mode="json")["span"] == span
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    with pytest.raises(ValidationError):
        Plan.model_validate({"id": "p1", "span": {**span, "line": 4}})
