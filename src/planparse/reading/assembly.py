"""Puts the text of a document together, paragraph by paragraph and table by table, and notes the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.errors import ReadError
from planparse.patterns import lazy_plain_pattern
from planparse.reading.paragraphs import parting
from planparse.reading.source import Block, Cell, Note, SourceText, Table

if TYPE_CHECKING:
    from planparse.reading.lines import Line

__all__ = ["Assembly", "GridCell", "cell_address"]

BLANKS = lazy_plain_pattern(r"\s+")
# A short line above a table that ends no sentence is its caption (`主要目标任务分解表`, `表1 十四五主要指标`).
CAPTION = lazy_plain_pattern(r"[^。；;，]{1,60}")

# Far more than a compendium of plans. A small file can say a long string many times over (shared strings, list labels).
MAX_CHARS = 20_000_000
UNIT_LINE = lazy_plain_pattern(r"[（(]?(?:计量)?单位\s*[:：]")

Box = tuple[float, float, float, float]


class GridCell(NamedTuple):
    """A cell before its text has a place: rows and columns from 0, and how many of them it covers.

    `address` is what a spreadsheet calls the cell, where that differs from its place in the table.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    page: int | None = None
    box: Box | None = None
    address: str | None = None


class Assembly:
    """Collects the lines, blocks, tables and notes of one document in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._notes: list[Note] = []
        self._last_lines = ("", "")

    @property
    def length(self) -> int:
        """The length of the text so far: where the next paragraph begins."""
        return self._length

    def paragraph(
        self,
        text: str,
        *,
        style_level: int | None = None,
        cell: str | None = None,
    ) -> None:
        """Adds a paragraph, which may hold line ends of its own; one of blanks alone is left out."""
        if not text.strip():
            return
        start = self._length
        self._write(text)
        self._blocks.append(Block(start, self._length, None, len(self._blocks), cell, style_level))
        self._write("\n")
        self._last_lines = (self._last_lines[-1], text.strip())

    def wrapped_paragraph(self, lines: list[Line]) -> None:
        """Adds a paragraph of a page format: its lines run on, each a block of its own."""
        for number, line in enumerate(lines):
            if number:
                self._write(parting(lines[number - 1].text, line.text))
            start = self._length
            self._write(line.text)
            self._blocks.append(
                Block(start, self._length, line.page, len(self._blocks), box=line.box, edges=line.edges)
            )
        self._write("\n")
        self._last_lines = (self._last_lines[-1], lines[0].text if len(lines) == 1 else "")

    def table(self, cells: list[GridCell], *, caption: str | None = None) -> None:
        """Adds a table: a line for each row, cells parted by tabs, a merged cell's words where it begins.

        Without a `caption` of its own, a table has the short line above it.
        """
        cells = sorted(cells, key=lambda cell: (cell.row, cell.column))
        caption = caption or self._caption()
        start = self._length
        placed: list[Cell] = []
        row = column = 0
        for cell in cells:
            text = BLANKS.sub(" ", cell.text).strip()
            if cell.row > row:
                self._end_row()
                row, column = cell.row, 0
            if text:
                self._write("\t" * (cell.column - column))
                column = cell.column
            begin = self._length
            self._write(text)
            placed.append(Cell(begin, self._length, cell.row, cell.column, cell.rows, cell.columns))
            if text:
                address = cell.address or cell_address(cell.row, cell.column)
                number = len(self._blocks)
                self._blocks.append(Block(begin, self._length, cell.page, number, address, None, cell.box))
        self._end_row()
        if self._length > start:
            end = self._length - 1
            cells_inside = (cell if cell.end <= end else cell.replaced(start=end, end=end) for cell in placed)
            self._tables.append(Table(start, end, tuple(cells_inside), caption))
        self._last_lines = ("", "")

    def note(self, code: str, message: str, *, severity: str = "warning", here: bool = False) -> None:
        """Adds a note; `here` gives it the place where the text stands now."""
        place = self._length if here else None
        self._notes.append(Note(code, message, severity, place, place))

    def footnote(self, kind: str, words: str, start: int, end: int) -> None:
        """Keeps a foot- or endnote's words apart from the text, as a note on the paragraph that it belongs to."""
        if words:
            self._notes.append(Note(kind, words, "info", start, end))

    def source(self, format_name: str, *, wrapped: bool, encoding: str | None = None) -> SourceText:
        """What was put together; `path` and `sha256` are for the caller to add."""
        return SourceText(
            "".join(self._parts),
            format_name,
            encoding,
            wrapped=wrapped,
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            notes=tuple(self._notes),
        )

    def _caption(self) -> str | None:
        """The short line above a table; where it only states the unit, with the title above it."""
        title, last = self._last_lines
        if UNIT_LINE.match(last) and CAPTION.fullmatch(title):
            return f"{title} {last}"
        return last if CAPTION.fullmatch(last) else None

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
            if self._length > MAX_CHARS:
                raise ReadError(f"holds more than {MAX_CHARS // 10**6} million characters", "split it first")

    def _end_row(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._write("\n")


def cell_address(row: int, column: int) -> str:
    """The address of a cell as spreadsheets write it: row 2, column 1 (from 0) is `B3`."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"
