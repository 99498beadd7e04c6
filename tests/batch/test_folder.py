"""Which files of a tree are taken, and which passed over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from planparse.batch.folder import Folder, LocalOpener, glob_pattern
from planparse.batch.model import Task
from planparse.errors import ReadError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

GLOBS = [
    ("*.docx", "a.docx", True),
    ("*.docx", "deep/er/a.docx", True),
    ("*.docx", "a.DOCX", True),
    ("*.docx", "a.doc", False),
    ("*方案*", "市/某某方案（试行）.txt", True),
    ("2023/*.txt", "2023/a.txt", True),
    ("2023/*.txt", "2023/b/a.txt", False),
    ("2023/**/*.txt", "2023/b/c/a.txt", True),
    ("2023/**/*.txt", "2023/a.txt", True),
    ("**/keep/**", "x/keep/y/z", True),
    ("plan?.txt", "plan1.txt", True),
    ("plan?.txt", "plan10.txt", False),
    ("plan[12].txt", "plan3.txt", False),
    ("plan[!12].txt", "plan3.txt", True),
    ("a+b(1).txt", "a+b(1).txt", True),
]


@pytest.mark.parametrize(("glob", "path", "taken"), GLOBS)
def test_glob(glob: str, path: str, taken: bool) -> None:
    assert bool(glob_pattern([glob]).fullmatch(path)) is taken


def test_glob_that_is_none_says_so() -> None:
    with pytest.raises(UsageError, match=r"--glob \[z-a\]"):
        glob_pattern(["[z-a]"])


def _write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, "utf-8")


def _paths(folder: Folder) -> list[str]:
    return sorted(found.path for found in folder)


def test_passes_over_what_is_no_document(tmp_path: Path) -> None:
    _write(tmp_path, "b/plan.txt", "b/~$plan.docx", ".git/plan.txt", "b/.hidden.txt", "photo.jpg", "out/targets.csv")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere.txt")
    folder = Folder(tmp_path, leave_out=tmp_path / "out")
    assert _paths(folder) == ["b/plan.txt"]
    assert folder.skipped == {"temporary": 1, "hidden": 2, "other kind": 1, "not a file": 1, "broken link": 1}
    assert _paths(folder) == ["b/plan.txt"], "walking again starts anew"


def test_links_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    _write(tmp_path / "in", "z/real.txt")
    _write(tmp_path / "elsewhere", "far.txt")
    (tmp_path / "in/a-link").symlink_to(tmp_path / "in/z")
    (tmp_path / "in/z/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/self").symlink_to("self")
    (tmp_path / "in/out-1").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in/out-2").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in/second.txt").symlink_to(tmp_path / "in/z/real.txt")
    (tmp_path / "in/far.txt").symlink_to(tmp_path / "elsewhere/far.txt")
    folder = Folder(tmp_path / "in")
    assert _paths(folder) == ["far.txt", "out-1/far.txt", "z/real.txt"]
    assert folder.skipped == {"second name": 1, "broken link": 1}


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a/plan.txt", "closed/plan.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {file.path: file.problem for file in Folder(tmp_path)}
    assert found["a/plan.txt"] == ""
    assert "Permission denied" in found["closed/"]


def test_a_name_that_is_no_utf8_is_found_and_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff\xb1 plan.txt")).write_bytes(b"words")
    (found,) = Folder(tmp_path)
    assert found.path == r"\xff\xb1 plan.txt"
    assert LocalOpener(tmp_path)(Task(1, found.path, 5, found.raw), 100).data == b"words"


def test_a_file_past_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(ReadError, match="200 MB, more than 100 MB"):
        LocalOpener(tmp_path)(Task(1, "sparse.txt", 0), 100 * 2**20)


def test_a_file_that_grows_while_it_is_read_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "growing.txt").write_text("one")
    fstat = os.fstat

    def and_grow(descriptor: int) -> os.stat_result:
        about = fstat(descriptor)
        with (tmp_path / "growing.txt").open("a") as file:
            file.write("more")
        return about

    monkeypatch.setattr(os, "fstat", and_grow)
    with pytest.raises(ReadError, match="while it was read"):
        LocalOpener(tmp_path)(Task(1, "growing.txt", 3), 100)
