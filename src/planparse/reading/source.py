"""`SourceText`: the words of a document as given, with the place of each in the file."""

from __future__ import annotations

from planparse.records import Record

__all__ = ["Block", "Cell", "Note", "SourceText", "Table"]


class Block(Record):
    """A stretch of the text with a place of its own: a paragraph, a table cell, a line of a page.

    `start`/`end` are offsets into `SourceText.text`. `page` counts from 1, `number` from 0 in reading order.
    `style_level` is the heading level that the format itself states (docx style, html h1…h6), else None.
    `box` is (left, top, right, bottom) in points from the page's top left corner; `edges` are the places across the
    page where each of its characters begins, and where the last one ends.
    """

    __slots__ = ("box", "cell", "edges", "end", "number", "page", "start", "style_level")

    def __init__(
        self,
        start: int,
        end: int,
        page: int | None = None,
        number: int | None = None,
        cell: str | None = None,
        style_level: int | None = None,
        box: tuple[float, float, float, float] | None = None,
        edges: tuple[float, ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.page = page
        self.number = number
        self.cell = cell
        self.style_level = style_level
        self.box = box
        self.edges = edges

    def box_of(self, start: int, end: int) -> tuple[float, float, float, float] | None:
        """The box of the characters `[start, end)` of the text, as far as they stand in this block.

        The whole block's box where the places of its characters are not known.
        """
        if self.box is None or not self.edges:
            return self.box
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        if not first < last < len(self.edges):
            return self.box
        return (self.edges[first], self.box[1], self.edges[last], self.box[3])


class Cell(Record):
    """A table cell: its text's offsets in the source, and the rows and columns that it covers (merged cells: > 1)."""

    __slots__ = ("column", "columns", "end", "row", "rows", "start")

    def __init__(self, start: int, end: int, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self.start = start
        self.end = end
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns


class Table(Record):
    """A table of the source: offsets of the whole, and its cells by row, then column."""

    __slots__ = ("caption", "cells", "end", "start")

    def __init__(self, start: int, end: int, cells: tuple[Cell, ...], caption: str | None = None) -> None:
        self.start = start
        self.end = end
        self.cells = cells
        self.caption = caption


class Note(Record):
    """Something a reader has to say of the file (`no-text-layer`, `truncated`); becomes a diagnostic."""

    __slots__ = ("code", "end", "message", "severity", "start")

    def __init__(
        self, code: str, message: str, severity: str = "warning", start: int | None = None, end: int | None = None
    ) -> None:
        self.code = code
        self.message = message
        self.severity = severity
        self.start = start
        self.end = end


class SourceText(Record):
    """What a reader makes of a file.

    `text` has `\\n` line ends and no byte order mark and is otherwise what the file says. `wrapped` tells whether line
    ends may stand inside a paragraph (plain text and pdf) or each line is a paragraph (docx, html, xlsx). `blocks` are
    in reading order and do not overlap; empty for plain text. `hidden` are the stretches of marks that the format does
    not show, `joined` those between the lines of one paragraph (Markdown), both as offsets and in order.
    """

    __slots__ = (
        "blocks",
        "encoding",
        "format",
        "hidden",
        "joined",
        "notes",
        "path",
        "sha256",
        "tables",
        "text",
        "wrapped",
    )

    def __init__(
        self,
        text: str,
        format: str = "txt",  # noqa: A002 -- as its field
        encoding: str | None = None,
        path: str | None = None,
        sha256: str = "",
        wrapped: bool = True,
        blocks: tuple[Block, ...] = (),
        tables: tuple[Table, ...] = (),
        notes: tuple[Note, ...] = (),
        hidden: tuple[tuple[int, int], ...] = (),
        joined: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.text = text
        self.format = format
        self.encoding = encoding
        self.path = path
        self.sha256 = sha256
        self.wrapped = wrapped
        self.blocks = blocks
        self.tables = tables
        self.notes = notes
        self.hidden = hidden
        self.joined = joined
