"""Comma-separated tables."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from planparse.reading.assembly import Assembly
from planparse.reading.encodings import decode
from planparse.reading.formats import delimiter_of
from planparse.reading.sheets import SheetCell, add_sheet

if TYPE_CHECKING:
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]


def read(data: bytes, options: Options) -> SourceText:
    """Reads a csv file in the encoding that is asked for, or in the most plausible one. Raises ReadError."""
    decoded = decode(data, options.encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    assembly = Assembly()
    rows = csv.reader(io.StringIO(text), delimiter=delimiter_of(text) or ",")
    cells = [
        SheetCell(row, column, words)
        for row, line in enumerate(rows)
        for column, words in enumerate(line)
        if words.strip()
    ]
    add_sheet(assembly, cells, {})
    source = assembly.source("csv", wrapped=False, encoding=decoded.encoding)
    return source.replaced(notes=source.notes + decoded.notes)
