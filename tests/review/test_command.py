"""`planparse review`: which files it reads, what it writes and says, and with which exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planparse.cli.app import main

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "白水区水务局\n节水工作方案\n一、目标任务\n到2031年底，改造老旧管网12公里。\n"


def documents(page: str) -> int:
    return page.count('<script type="application/json" data-block="document">')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = tmp_path / "plans"
    (plans / "deep").mkdir(parents=True)
    for name in ("b.txt", "deep/a.txt", ".hidden.txt", "~$b.txt"):
        (plans / name).write_text(PLAN, encoding="utf-8")
    (plans / "b.gold.json").write_text("{}", encoding="utf-8")
    return plans


def test_a_folder_gives_one_page_with_its_documents(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["review", str(folder), "-o", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert documents(written) == 2
    assert written.index("b.txt") < written.index("a.txt")


def test_a_file_of_a_folder_that_cannot_be_read_is_named_and_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    page = tmp_path / "page.html"
    assert main(["review", str(folder), "-o", str(page)]) == 1
    assert documents(page.read_text(encoding="utf-8")) == 2
    assert "empty.txt" in capsys.readouterr().err


def test_a_file_asked_for_by_name_must_be_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["review", str(tmp_path / "missing.txt"), "-o", str(page)]) == 2
    assert not page.exists()
    error = capsys.readouterr().err
    assert "missing.txt" in error
    assert error.count("\n") == 1
