"""CSV that opens right in Excel: UTF-8 with a byte order mark, and no cell that Excel would run as a formula."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from planparse.export.files import folder, opened_text
from planparse.export.rows import table_rows
from planparse.export.tables import TABLES, column_names, one_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.export.rows import Row, Value
    from planparse.models import Document

__all__ = ["neutral", "write", "write_rows"]

# What spreadsheets take for the start of a formula (OWASP, CSV injection), and its full-width forms.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")
_CONTROLS = tuple("\t\r\n")


def write(documents: Iterable[Document], target: Path | BinaryIO, *, table: str | None = None) -> None:
    """Writes one table to a stream or a `.csv` file (`targets` unless named), or all tables into a folder.

    Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    Raises UsageError for an unknown table and for a place that cannot be written.
    """
    if table or not isinstance(target, Path) or target.suffix.lower() == ".csv":
        name = one_table(table)
        places: dict[str, Path | BinaryIO] = {name: target}
    else:
        places = {name: folder(target, "csv") / f"{name}.csv" for name in TABLES}
    with ExitStack() as files:
        writers = {}
        for name, place in places.items():
            writers[name] = csv.writer(files.enter_context(opened_text(place, "utf-8-sig")))
            writers[name].writerow(column_names(name))
        for document in documents:
            for name, writer in writers.items():
                writer.writerows([neutral(value) for value in row.values()] for row in table_rows(name, document))


def write_rows(table: str, rows: Iterable[Row], target: Path | BinaryIO) -> None:
    """Writes one table from rows that are at hand already."""
    with opened_text(target, "utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(column_names(table))
        writer.writerows([neutral(value) for value in row.values()] for row in rows)


def neutral(value: Value) -> Value:
    """The value as a spreadsheet may see it: text that looks like a formula gets an apostrophe in front."""
    if isinstance(value, str) and value != "=":  # the comparator `=` alone calculates nothing
        return "'" + value if value.startswith(_CONTROLS) or value.lstrip().startswith(_FORMULA_STARTS) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
