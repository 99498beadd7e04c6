"""The registry of output formats: by name, what each is and which module writes it (imported when asked for)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from planparse.errors import UsageError
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from planparse.export.streamed import StreamedDocument
    from planparse.models import Document

__all__ = ["FORMATS", "Format"]


class Format(Record):
    """An output format.

    `module` has `write(documents, target)`. `streams`: it also takes a `StreamedDocument`, and then holds one plan at a
    time. `tables`: it writes tidy tables, takes `table=`, and a target without its
    suffix is a folder. `columns`: it takes `columns=`. `folder`: it writes several files and so needs a folder.
    `binary`: it is nothing to print. `text`: it shows the source's words, so that documents must have been extracted
    with their text. `extra`: what to install for it (`planparse[extra]`).
    """

    __slots__ = (
        "about",
        "binary",
        "columns",
        "extra",
        "folder",
        "module",
        "name",
        "streams",
        "suffix",
        "tables",
        "text",
    )

    def __init__(
        self,
        name: str,
        about: str,
        module: str,
        suffix: str,
        streams: bool = False,
        tables: bool = False,
        columns: bool = False,
        binary: bool = False,
        folder: bool = False,
        text: bool = False,
        extra: str | None = None,
    ) -> None:
        self.name = name
        self.about = about
        self.module = module
        self.suffix = suffix
        self.streams = streams
        self.tables = tables
        self.columns = columns
        self.binary = binary
        self.folder = folder
        self.text = text
        self.extra = extra

    def write(
        self,
        documents: Iterable[Document | StreamedDocument],
        target: Path | BinaryIO,
        *,
        table: str | None = None,
        columns: Sequence[str] | None = None,
    ) -> None:
        """Writes the documents to a file, a folder or an open stream.

        `table` names one of the tidy tables, `columns` those of the terminal table. Raises UsageError where target,
        table or columns do not suit the format, where the target cannot be written, or where a package that the format
        needs is not installed.
        """
        if table and not self.tables:
            raise UsageError(f"--table has no meaning for {self.name}", "use it with csv or parquet")
        if columns and not self.columns:
            raise UsageError(f"--columns has no meaning for {self.name}", "use it with table")
        try:
            module = import_module(self.module)
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("planparse"):
                raise
            raise UsageError(
                f"{self.name} needs the package {error.name}", f"pip install 'planparse[{self.extra}]'"
            ) from None
        chosen = {"table": table} if table else {"columns": columns} if columns else {}
        module.write(documents, target, **chosen)


def _format(name: str, about: str, module: str, suffix: str, **properties: bool | str) -> Format:
    return Format(name, about, f"planparse.{module}", suffix, **properties)  # type: ignore[arg-type]


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        _format("json", "the whole document, for programs", "export.json", ".json", streams=True),
        _format("jsonl", "one document per line", "export.jsonl", ".jsonl", streams=True),
        _format("table", "for reading on a terminal", "export.table", ".txt", columns=True),
        _format("csv", "tidy tables for spreadsheets", "export.csv", ".csv", tables=True),
        _format("xlsx", "a workbook, one sheet per kind", "export.xlsx", ".xlsx", binary=True, extra="xlsx"),
        _format(
            "parquet",
            "tidy tables for pandas and DuckDB",
            "export.parquet",
            ".parquet",
            tables=True,
            binary=True,
            extra="parquet",
        ),
        _format("html", "the review page", "review", ".html", text=True),
        _format("ics", "deadlines for a calendar", "export.ics", ".ics", text=True, extra="ics"),
        _format("labelstudio", "tasks with predictions for Label Studio", "export.labelstudio", ".json", text=True),
        _format("doccano", "labelled lines for doccano", "export.doccano", ".jsonl", text=True),
        _format("brat", "a folder of .txt and .ann for brat", "export.brat", "", folder=True, text=True),
        _format("spacy", "JSON lines for spaCy's Doc.from_json and DocBin", "export.spacy", ".jsonl", text=True),
    )
}
"""Every format by its name, in the order in which help lists them."""
