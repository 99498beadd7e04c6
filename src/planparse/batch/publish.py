"""From the manifest to the dataset's files: all are written aside, then take their places together.

`dataset.json` names the files with their hashes. It goes before the first file is replaced and comes back after the
last: who finds it finds a dataset that is whole. Every table is in the order of the documents' paths, so that the same
documents give the same bytes, however the run was interrupted.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.batch.crew import start_method
from planparse.batch.durable import move_into_place, sync, write_whole
from planparse.batch.model import BatchError
from planparse.batch.packing import DAMAGED
from planparse.batch.process import follow_parent
from planparse.batch.tables import FILES, FORMATS, WORKBOOK, Writer, Written, writers
from planparse.errors import PlanparseError
from planparse.export.tables import TABLES

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["DATASET", "is_published", "publish"]

DATASET = "dataset.json"
STAGING = ".staging"
LOOK_EVERY_S = 0.25


def publish(
    manifest: Path, out: Path, format_name: str, about: dict[str, str], jobs: int, pulse: Callable[[], None]
) -> list[Written]:
    """Writes all files of the dataset in `out`; `about` goes into `dataset.json`. Returns the files.

    `jobs` of them are written at a time. `pulse` is called now and then; what it raises ends the work and leaves the
    dataset as it was. Raises BatchError where a file cannot be written.
    """
    for left in out.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    staging = out / f"{STAGING}-{os.getpid()}"
    staging.mkdir()
    try:
        written = _write_all(writers(format_name), manifest, staging, jobs, pulse)
        (out / DATASET).unlink(missing_ok=True)
        sync(out)
        for file in written:
            move_into_place(staging / file.name, out / file.name)
        _remove_others(out, {file.name for file in written})
        whole = {"format": format_name, **about, "files": [asdict(file) for file in written]}
        write_whole(out / DATASET, json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n")
    except OSError as error:
        raise BatchError(
            f"{out}: the dataset cannot be written ({error.strerror})", "make room and run again"
        ) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return written


def is_published(out: Path, format_name: str) -> list[Written] | None:
    """The dataset's files if `out` holds all of them in that format, whole by their sizes; else None."""
    try:
        found = json.loads((out / DATASET).read_bytes())
        files = [Written(**file) for file in found["files"]]
        whole = all((out / file.name).stat().st_size == file.bytes for file in files)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if whole and found["format"] == format_name else None


def _write_all(
    groups: list[list[Writer]], manifest: Path, staging: Path, jobs: int, pulse: Callable[[], None]
) -> list[Written]:
    """Each group is written in a process of its own: they share nothing but the manifest, which they only read."""
    context: Any = multiprocessing.get_context(start_method())
    waiting, done = list(enumerate(groups)), dict[int, list[Written]]()
    running: dict[Any, tuple[int, Any]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                number, group = waiting.pop(0)
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_write_group, args=(theirs, group, manifest, staging), daemon=True)
                process.start()
                theirs.close()
                running[ours] = (number, process)
            for connection in wait(list(running), LOOK_EVERY_S):
                number, process = running.pop(connection)
                done[number] = _received(connection)  # type: ignore[arg-type]
                process.join()
            pulse()
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
    return [file for number in range(len(groups)) for file in done[number]]


def _write_group(connection: Connection, group: list[Writer], manifest: Path, staging: Path) -> None:
    follow_parent()
    try:
        connection.send([file for writer in group for file in writer(manifest, staging)])
    except PlanparseError as error:
        connection.send((error.message, error.hint))
    except sqlite3.Error as error:
        connection.send((f"{manifest} cannot be read ({error})", DAMAGED))
    except OSError as error:
        connection.send((f"{staging.parent} cannot be written ({error.strerror})", "make room and run again"))


def _received(connection: Connection) -> list[Written]:
    try:
        message = connection.recv()
    except EOFError:
        raise BatchError("a process that writes the tables has died", "see the lines above, and run again") from None
    finally:
        connection.close()
    if isinstance(message, tuple):
        raise BatchError(*message)
    return list(message)


def _remove_others(out: Path, keep: set[str]) -> None:
    """Takes away what an earlier run has left: shards past the last one, tables in another format."""
    names = {f"{table}.{suffix}" for table in TABLES for suffix in FORMATS} | {FILES, WORKBOOK}
    names |= {f"documents/{file.name}" for file in (out / "documents").glob("part-*.jsonl")}
    for name in names - keep:
        with suppress(FileNotFoundError):
            os.unlink(out / name)  # noqa: PTH108
