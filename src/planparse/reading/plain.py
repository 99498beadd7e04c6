"""Plain text: nothing is changed but line ends and the byte order mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.errors import ReadError
from planparse.reading.encodings import decode
from planparse.reading.flattened_heads import has_natures, listed_starts, spaced_heads
from planparse.reading.named_rows import named_rows
from planparse.reading.source import SourceText
from planparse.reading.text_tables import text_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.reading.options import Options
    from planparse.reading.source import Table

__all__ = ["read", "read_text"]


def read(data: bytes, options: Options) -> SourceText:
    """Reads a text file in the encoding that is asked for, or in the most plausible one. Raises ReadError."""
    decoded = decode(data, options.encoding)
    if not decoded.text.strip():
        raise ReadError("holds nothing but blanks", "check that it was saved completely")
    source = read_text(decoded.text)
    return source.replaced(encoding=decoded.encoding, notes=(*decoded.notes, *source.notes))


def read_text(text: str) -> SourceText:
    """A `SourceText` of words that are already characters."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    tables = text_tables(text)
    if named := tuple(named_rows(text)):
        tables = tuple(sorted((*named, *_apart(tables, named)), key=_place))
    starts, heads, natured = listed_starts(text), spaced_heads(text), has_natures(text)
    if not starts and not any(heads) and not natured:
        return SourceText(text, tables=tables)
    # Imported here: what reads flattened tables is a lot, and most texts have none.
    from planparse.reading.listed_tables import listed_tables
    from planparse.reading.spaced_tables import spaced_tables

    listed = listed_tables(text, starts)
    found = (*listed.tables, *spaced_tables(text, *heads))
    tables = tuple(sorted((*tables, *_apart(found, tables)), key=_place))
    if natured:
        from planparse.reading.natured_tables import natured_tables

        tables = tuple(sorted((*tables, *_apart(tuple(natured_tables(text)), tables)), key=_place))
    return SourceText(text, tables=tables, notes=listed.notes)


def _place(table: Table) -> tuple[int, int]:
    return table.start, table.end


def _apart(tables: Sequence[Table], others: Sequence[Table]) -> list[Table]:
    """The tables that overlap none of some others."""
    return [table for table in tables if not any(table.start < one.end and one.start < table.end for one in others)]
