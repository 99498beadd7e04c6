"""Spreadsheets (ECMA-376 SpreadsheetML): the visible sheets in order, cells as they are shown.

Blank rows part the tables of a sheet. Rows of one cell above and below a table (its title, `单位：万元`, notes) are
paragraphs. Only cells that the file really holds cost anything, whatever dimensions it claims.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from planparse.errors import ReadError
from planparse.reading.archive import Archive, attribute, child, children, local, refuse_declarations
from planparse.reading.assembly import Assembly
from planparse.reading.sheets import SheetCell, add_sheet
from planparse.reading.xlsx_formats import BUILTIN, shown_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

MAX_CELLS = 1_000_000
# What a cell can hold in Excel.
MAX_CELL_CHARS = 32_767
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets share: strings, the format code of each cell style, and the day from which dates count."""

    strings: list[str]
    codes: list[str]
    since_1904: bool


def read(data: bytes, options: Options) -> SourceText:  # noqa: ARG001 - every reader has these arguments
    """Reads a workbook. Raises ReadError for damaged, encrypted and hostile files."""
    assembly = Assembly()
    with Archive(data) as archive:
        workbook = archive.xml("xl/workbook.xml")
        targets = archive.relations("xl/workbook.xml")
        properties = child(workbook, "workbookPr")
        since_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
        book = Book(_strings(archive), _codes(archive), since_1904)
        for sheet in children(workbook, "sheets"):
            target = targets.get(attribute(sheet, "id") or "", "")
            if attribute(sheet, "state") in (None, "visible") and target in archive:
                _add_sheet(archive.read(target), attribute(sheet, "name") or "", book, assembly)
    return assembly.source("xlsx", wrapped=False)


def _strings(archive: Archive) -> list[str]:
    if "xl/sharedStrings.xml" not in archive:
        return []
    return [_rich_text(item) for item in archive.xml("xl/sharedStrings.xml") if local(item) == "si"]


def _rich_text(item: Element) -> str:
    """The words of a string of one or more runs, without the phonetic guides (`rPh`) above them."""
    parts = []
    for element in item:
        if local(element) == "t":
            parts.append(element.text or "")
        elif local(element) == "r":
            parts.extend(inner.text or "" for inner in element if local(inner) == "t")
    return "".join(parts)


def _codes(archive: Archive) -> list[str]:
    if "xl/styles.xml" not in archive:
        return []
    styles = archive.xml("xl/styles.xml")
    own = {
        attribute(element, "numFmtId") or "": attribute(element, "formatCode") or ""
        for element in children(styles, "numFmts")
    }

    def code(style: Element) -> str:
        number = attribute(style, "numFmtId") or "0"
        return own.get(number) or BUILTIN.get(int(number[:4]) if number.isdecimal() else 0, "")

    return [code(style) for style in children(styles, "cellXfs")]


def _add_sheet(content: bytes, name: str, book: Book, assembly: Assembly) -> None:
    cells: list[SheetCell] = []
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    try:
        for element, place in _elements(content, name):
            if local(element) == "mergeCell":
                _add_merged(attribute(element, "ref") or "", merged)
            elif len(cells) < MAX_CELLS:
                text = _shown(element, book)[:MAX_CELL_CHARS]
                if text.strip():
                    cells.append(SheetCell(*place, text))
            else:
                assembly.note("truncated", f"only the first {MAX_CELLS} cells of sheet {name} were read")
                break
    except ElementTree.ParseError:
        raise ReadError(f"is damaged in its sheet {name}", "fetch or save it anew") from None
    add_sheet(assembly, cells, merged, name)


def _elements(content: bytes, name: str) -> Iterator[tuple[Element, tuple[int, int]]]:
    """The cells of a sheet that have a content, each with its row and column from 0, and the merged ranges.

    A row or cell without an address follows the one before it.
    """
    refuse_declarations(content, name)
    row, column = -1, -1
    for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):
        kind = local(element)
        if event == "start":
            if kind == "row":
                number = attribute(element, "r") or ""
                row = int(number[:7]) - 1 if number.isdecimal() and int(number[:7]) else row + 1
                column = -1
            elif kind == "c":
                place = ADDRESS.fullmatch(attribute(element, "r") or "")
                column = _column(place[1]) if place else column + 1
                row = int(place[2]) - 1 if place else row
        elif (kind == "c" and len(element)) or kind == "mergeCell":
            yield element, (row, column)
        elif kind == "row":
            element.clear()


def _shown(element: Element, book: Book) -> str:
    kind = attribute(element, "t")
    inline = child(element, "is")
    if inline is not None:
        return _rich_text(inline)
    value = child(element, "v")
    stored = (value.text or "") if value is not None else ""
    if kind == "s":
        return book.strings[int(stored)] if stored.isdecimal() and int(stored[:9]) < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    if kind in ("str", "e", "d"):
        return "" if stored in ERRORS else stored
    style = attribute(element, "s") or "0"
    number = int(style[:6]) if style.isdecimal() else 0
    code = book.codes[number] if number < len(book.codes) else ""
    return shown_number(stored, code, since_1904=book.since_1904) if stored else ""


def _add_merged(reference: str, merged: dict[tuple[int, int], tuple[int, int]]) -> None:
    first, _, last = reference.partition(":")
    start, end = ADDRESS.fullmatch(first), ADDRESS.fullmatch(last)
    if start and end:
        merged[int(start[2]) - 1, _column(start[1])] = (int(end[2]) - 1, _column(end[1]))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
