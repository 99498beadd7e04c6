"""What `extract` takes for a path and what for a text."""

from __future__ import annotations

from pathlib import Path

import pytest

import planparse
from planparse.errors import ReadError

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
