"""The files of the dataset, one writer each: from the manifest's results to a file in the format that was asked for."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from planparse.batch.durable import sync
from planparse.batch.extraction import DOCUMENTS_PART
from planparse.batch.manifest import read_files, read_part
from planparse.errors import UsageError
from planparse.export.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.export.rows import Row

__all__ = ["FILES", "FORMATS", "WORKBOOK", "Writer", "Written", "check_format", "writers"]

T = TypeVar("T")
FORMATS = ("jsonl", "json", "csv", "xlsx", "parquet")
FILES = "files.csv"
WORKBOOK = "tables.xlsx"
DOCUMENTS_PER_SHARD = 1000
MIDDLING = ("times", "assignments")  # fewer rows than figures, more than of all the rest


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the dataset: its name below the dataset's folder, its documents or rows, its bytes and their hash."""

    name: str
    rows: int
    bytes: int
    sha256: str


Writer = Callable[[Path, Path], list[Written]]
"""Reads the manifest at the first path, writes one or several files into the folder at the second."""


def check_format(name: str) -> None:
    """Raises UsageError for an unknown format, and for one whose package is not installed."""
    if name not in FORMATS:
        raise UsageError(f"--format {name} is not known", f"choose one of {', '.join(FORMATS)}")
    needed = {"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name)
    try:
        if needed:
            import_module(needed)
    except ModuleNotFoundError:
        raise UsageError(f"--format {name} needs the package {needed}", f"pip install 'planparse[{name}]'") from None


def writers(format_name: str) -> list[list[Writer]]:
    """What is to be written for a format: groups that are independent of each other, the longest first."""
    if format_name == "xlsx":
        return [[_write_documents, _write_files], [_write_workbook]]
    write = {"jsonl": _write_lines, "json": _write_array}.get(format_name) or partial(_write_rows, format_name)
    small: list[Writer] = [partial(write, table) for table in TABLES if table not in {"targets", *MIDDLING}]
    return [
        [_write_documents],
        [partial(write, "targets")],
        [partial(write, table) for table in MIDDLING],
        [*small, _write_files],
    ]


def _write_documents(manifest: Path, folder: Path) -> list[Written]:
    lines = read_part(manifest, DOCUMENTS_PART)
    (folder / DOCUMENTS_PART).mkdir(exist_ok=True)
    shards: list[Written] = []
    for first in lines:
        name = f"{DOCUMENTS_PART}/part-{len(shards):05}.jsonl"
        shard = _Counted(chain([first], islice(lines, DOCUMENTS_PER_SHARD - 1)))
        with (folder / name).open("wb") as file:
            file.writelines(shard)
        shards.append(_finished(folder, name, shard.count))
    return shards


def _write_lines(table: str, manifest: Path, folder: Path) -> list[Written]:
    """JSON Lines, as the results have them already."""
    name, rows = f"{table}.jsonl", 0
    with (folder / name).open("wb") as file:
        for part in read_part(manifest, table):
            file.write(part)
            rows += part.count(b"\n")
    return [_finished(folder, name, rows)]


def _write_array(table: str, manifest: Path, folder: Path) -> list[Written]:
    """JSON as one array, a row to the line."""
    name, rows = f"{table}.json", 0
    with (folder / name).open("wb") as file:
        for part in read_part(manifest, table):
            for line in part.splitlines():
                file.write((b",\n" if rows else b"[\n") + line)
                rows += 1
        file.write(b"\n]\n" if rows else b"[]\n")
    return [_finished(folder, name, rows)]


def _write_rows(format_name: str, table: str, manifest: Path, folder: Path) -> list[Written]:
    rows: _Counted[Row] = _Counted(
        json.loads(line) for part in read_part(manifest, table) for line in part.splitlines()
    )
    name = f"{table}.{format_name}"
    import_module(f"planparse.export.{format_name}").write_rows(table, rows, folder / name)
    return [_finished(folder, name, rows.count)]


def _write_workbook(manifest: Path, folder: Path) -> list[Written]:
    """One workbook with a sheet for each table, linked; so it needs the documents, not their rows."""
    from planparse.export import FORMATS as EXPORTS
    from planparse.models import Document

    documents = _Counted(Document.model_validate_json(line) for line in read_part(manifest, DOCUMENTS_PART))
    EXPORTS["xlsx"].write(documents, folder / WORKBOOK)
    return [_finished(folder, WORKBOOK, documents.count)]


def _write_files(manifest: Path, folder: Path) -> list[Written]:
    """All files of the input, failed ones too, always as CSV: what failed is read by people."""
    from planparse.export.csv import neutral

    rows = _Counted(read_files(manifest))
    with (folder / FILES).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("document", "bytes", "sha256", "state", "error"))
        writer.writerows([neutral(value) for value in row] for row in rows)
    return [_finished(folder, FILES, rows.count)]


class _Counted(Generic[T]):
    """Passes items on and counts them."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.count += 1
            yield item


def _finished(folder: Path, name: str, rows: int) -> Written:
    path = folder / name
    sync(path)
    with path.open("rb") as file:
        return Written(name, rows, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
