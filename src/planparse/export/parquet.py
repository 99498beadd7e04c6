"""Parquet: the tidy tables with types, decimals as decimals and dates as dates, for pandas, DuckDB and Spark."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from decimal import Context, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from planparse.export.files import folder, opened
from planparse.export.rows import table_rows
from planparse.export.tables import TABLES, one_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.export.rows import Row, Value
    from planparse.models import Document

__all__ = ["schema", "write", "write_rows"]

# The widest decimal that DuckDB and Spark read: 20 digits before the point (a hundred million 万亿), 18 behind.
PRECISION, SCALE = 38, 18
_STEP = Decimal(1).scaleb(-SCALE)
_LIMIT = Decimal(10) ** (PRECISION - SCALE)
_EXACT = Context(prec=2 * PRECISION)  # room for every digit: the default context would refuse 29 of them
ROW_GROUP = 50_000

_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "number": pa.decimal128(PRECISION, SCALE),
    "integer": pa.int64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
}


def write(documents: Iterable[Document], target: Path | BinaryIO, *, table: str | None = None) -> None:
    """Writes one table to a stream or a `.parquet` file (`targets` unless named), or all tables into a folder.

    Raises UsageError for an unknown table and for a place that cannot be written.
    """
    if table or not isinstance(target, Path) or target.suffix.lower() == ".parquet":
        name = one_table(table)
        places: dict[str, Path | BinaryIO] = {name: target}
    else:
        places = {name: folder(target, "parquet") / f"{name}.parquet" for name in TABLES}
    with ExitStack() as files:
        tables = [_Table(name, files.enter_context(opened(place))) for name, place in places.items()]
        for document in documents:
            for each in tables:
                each.add(table_rows(each.name, document))
        for each in tables:
            each.close()


def write_rows(table: str, rows: Iterable[Row], target: Path | BinaryIO) -> None:
    """Writes one table from rows that are at hand already."""
    with opened(target) as stream:
        made = _Table(table, stream)
        for row in rows:
            made.add((row,))
        made.close()


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([(column.name, _TYPES[column.type]) for column in TABLES[table]])


class _Table:
    """One Parquet file in the making: rows are gathered into row groups, so that memory stays bounded."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self.name = name
        self.rows: list[Row] = []
        self.writer = pq.ParquetWriter(stream, schema(name), compression="zstd")

    def add(self, rows: Iterable[Row]) -> None:
        self.rows.extend(rows)
        if len(self.rows) >= ROW_GROUP:
            self._flush()

    def close(self) -> None:
        if self.rows:
            self._flush()
        self.writer.close()

    def _flush(self) -> None:
        columns = [
            pa.array([_typed(column.type, row[column.name]) for row in self.rows], _TYPES[column.type])
            for column in TABLES[self.name]
        ]
        self.writer.write_table(pa.Table.from_arrays(columns, schema=schema(self.name)))
        self.rows.clear()


def _typed(kind: str, value: Value) -> Any:
    if value is None:
        return None
    if kind == "number":
        number = Decimal(str(value))
        return number.quantize(_STEP, context=_EXACT) if abs(number) < _LIMIT else None
    if kind == "date":
        try:
            return date.fromisoformat(str(value))
        except ValueError:  # a day or month without a year (`--09`) is no date
            return None
    return value
