"""A folder in which everything is wrong at once, with the real extraction: all accounted for, nothing in the way."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.batch.doubles import dataset, run, table
from tests.batch.plans import plan_text

from planparse.batch.extraction import Extraction
from planparse.batch.folder import Folder, LocalOpener
from planparse.batch.model import Limits, Opened, Task
from planparse.errors import ReadError
from planparse.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GOOD = ["好的.txt", "名字 里有空格.txt", "📈 emoji 🎉.txt", "深/更深/方案（试行）.txt", "quote'\"\n;--.txt", "=1+1.txt"]
BAD = {
    "cut.docx": "damaged or cut-off zip",
    "no-document.docx": "is a zip archive, and no docx",
    "empty.txt": "is empty",
    "huge.txt": "200 MB, more than 100 MB",
    "closed.txt": "cannot be read (Permission denied)",
    "hangs.txt": "not finished after 3 s",
    "picture.pdf": "is a picture (PNG)",
}


@dataclass(frozen=True)
class Forbidding:
    """An opener to whom one file is closed: root, who may run the tests, can open every file."""

    opener: LocalOpener

    def __call__(self, task: Task, max_bytes: int) -> Opened:
        if task.path == "closed.txt":
            raise ReadError("the file cannot be read (Permission denied)", "check its permissions")
        return self.opener(task, max_bytes)


class Horrors(Folder):
    """The folder with that opener."""

    @property
    def opener(self) -> Forbidding:  # type: ignore[override]
        return Forbidding(LocalOpener(self.root))


@dataclass(frozen=True)
class Hanging:
    """Extraction that never ends for one file."""

    extraction: Extraction

    def __call__(self, data: bytes, name: str) -> Mapping[str, bytes]:
        while name == "hangs.txt":
            pass
        return self.extraction(data, name)


def _make(folder: Path) -> None:
    for number, name in enumerate(GOOD):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(plan_text(number), "utf-8")
    with zipfile.ZipFile(folder / "no-document.docx", "w") as archive:
        archive.writestr("word/other.xml", "<x/>" * 100)
    (folder / "cut.docx").write_bytes((folder / "no-document.docx").read_bytes()[:60])
    (folder / "empty.txt").touch()
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    for name in ("closed.txt", "hangs.txt"):
        (folder / name).write_text(plan_text(9), "utf-8")
    (folder / "~$好的.docx").write_bytes(b"lock")
    (folder / "loop").symlink_to(folder)


def test_all_are_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    _make(tmp_path / "in")
    extraction = Extraction(load_rules())
    extraction.warm()
    source = Horrors(tmp_path / "in", ["*"])
    summary = run(source, tmp_path / "out", Hanging(extraction), limits=Limits(3, 1024, 100))
    assert (summary.done, summary.failed, summary.waiting) == (len(GOOD), len(BAD), 0)
    assert summary.skipped == {"temporary": 1}
    reasons = dict(summary.failures)
    assert reasons.keys() == BAD.keys()
    for name, reason in BAD.items():
        assert reason in reasons[name], name
        assert "\n" not in reasons[name]
    assert {row["document"] for row in table(tmp_path / "out")} == set(GOOD)
    with (tmp_path / "out/files.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = {row["document"]: row["state"] for row in csv.DictReader(file)}
    expected = {name.replace("=", "'="): "done" for name in GOOD} | dict.fromkeys(BAD, "failed")
    assert listed == expected, "a name that looks like a formula is disarmed in the table"
    dataset(tmp_path / "out")
