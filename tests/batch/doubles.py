"""Stand-ins for extraction: work functions of a few lines that do on demand what documents only do now and then.

Run as a program (`python -m tests.batch.doubles IN OUT FORMAT`) it is a batch over `slow_rows`, to be killed.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.batch.crew import work_here
from planparse.batch.folder import Folder
from planparse.batch.model import Limits
from planparse.batch.run import Options, Summary, run_batch
from planparse.export.tables import column_names

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping

    from planparse.batch.model import Work
    from planparse.batch.run import Engine, Input


def rows(data: bytes, name: str) -> dict[str, bytes]:
    """A document that counts its lines, and a row of `targets` for each line."""
    lines = data.decode("utf-8", "replace").splitlines()
    document = json.dumps({"source": {"path": name}, "lines": len(lines)}, ensure_ascii=False)
    empty = dict.fromkeys(column_names("targets"))
    table = "".join(
        json.dumps(empty | {"document": name, "id": f"t{number}", "text": line}, ensure_ascii=False) + "\n"
        for number, line in enumerate(lines)
    )
    return {"documents": document.encode() + b"\n", "targets": table.encode()}


def slow_rows(data: bytes, name: str) -> dict[str, bytes]:
    """The same, in ten milliseconds."""
    time.sleep(0.01)
    return rows(data, name)


def obedient(data: bytes, name: str) -> Mapping[str, bytes]:
    """Does what the document's first word says."""
    return Troubled(rows)(data, name)


@dataclass(frozen=True)
class Troubled:
    """Another work function, in trouble where the document's first word says so."""

    work: Work

    def __call__(self, data: bytes, name: str) -> Mapping[str, bytes]:
        match data.split(maxsplit=1)[:1]:
            case [b"hang"]:
                time.sleep(600)
            case [b"crash"]:
                faulthandler.disable()
                os.kill(os.getpid(), signal.SIGSEGV)
            case [b"exit"]:
                os._exit(7)
            case [b"grow"]:
                return {"documents": bytes(4 * 2**30)}
            case [b"bug"]:
                raise KeyError("a line\nand another")
        return self.work(data, name)


class Silent:
    """Progress that nobody sees; counts how often the tables were written."""

    def __init__(self) -> None:
        self.published = 0

    def listing(self, found: int) -> None:
        """Nothing."""

    def working(self, done: int, failed: int, total: int) -> None:
        """Nothing."""

    def publishing(self) -> None:
        """Counts."""
        self.published += 1

    def close(self) -> None:
        """Nothing."""


def run(source: Path | Input, out: Path, work: Work = rows, engine: Engine = work_here, **options: Any) -> Summary:
    """A batch with two workers and tight limits, silent."""
    settings: dict[str, Any] = {"version": "1", "rules": "r", "jobs": 2, "limits": Limits(1, 512, 1)} | options
    found = Folder(source, ["*"], out) if isinstance(source, Path) else source
    return run_batch(found, out, work=work, engine=engine, options=Options(**settings), progress=Silent())


def dataset(out: Path) -> dict[str, str]:
    """The hash of every file of a dataset by its name; raises if the dataset is not what its `dataset.json` says."""
    whole = json.loads((out / "dataset.json").read_bytes())
    hashes = {file["name"]: hashlib.sha256((out / file["name"]).read_bytes()).hexdigest() for file in whole["files"]}
    assert hashes == {file["name"]: file["sha256"] for file in whole["files"]}
    return hashes | {"dataset.json": hashlib.sha256((out / "dataset.json").read_bytes()).hexdigest()}


def wait_until(out: Path, state: str, count: int, process: subprocess.Popen[Any]) -> None:
    """Waits until the run at work on `out` has so many files of that state in its manifest."""
    while process.poll() is None:
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"file:{out}/manifest.sqlite?mode=ro", uri=True)) as found,
        ):
            if found.execute("SELECT count(*) FROM files WHERE state = ?", (state,)).fetchone()[0] >= count:
                return
        time.sleep(0.01)


def table(out: Path, name: str = "targets") -> list[dict[str, Any]]:
    """The rows of a table in JSON Lines."""
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()]


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), slow_rows, format=sys.argv[3])
