"""Comma-separated tables: the delimiter is told by which one cuts every line alike."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from planparse.reading.assembly import Assembly
from planparse.reading.encodings import decode
from planparse.reading.sheets import SheetCell, add_sheet

if TYPE_CHECKING:
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["delimiter_of", "read"]

DELIMITERS = ",;\t|"
# As many lines as decide; a table has at least two, and most of them have the same number of cells.
SAMPLE_LINES = 200
MIN_SHARE = 0.8


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
    return source._replace(notes=source.notes + decoded.notes)


def delimiter_of(text: str) -> str | None:
    """The character that parts the cells of a csv text, or None where the text is no csv.

    Running text has no two lines in a row with equally many ASCII commas, and hardly any at all in Chinese.
    """
    lines = text.split("\n", SAMPLE_LINES)[:SAMPLE_LINES]
    for delimiter in DELIMITERS:
        if sum(delimiter in line for line in lines) < 2:
            continue
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count)
        if usual >= 3 and widths.count(usual) >= max(2, MIN_SHARE * len(widths)):
            return delimiter
    return None
