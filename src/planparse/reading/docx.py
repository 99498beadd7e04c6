"""Word documents (ECMA-376 WordprocessingML): paragraphs and tables in reading order, numbers of lists rendered.

Headers, footers, comments and tables of contents are left out; tracked changes are read as accepted. Foot- and endnotes
would break into the sentence or the section they stand in: each becomes a note of the source with its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.reading.archive import Archive, attribute, child, local
from planparse.reading.assembly import Assembly, GridCell
from planparse.reading.docx_numbering import Numbering
from planparse.reading.docx_runs import RunReader, chosen, is_contents
from planparse.reading.docx_styles import Styles, list_level, outline_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

# Wrappers around paragraphs, rows and cells whose content counts.
TRANSPARENT = frozenset(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])
# A line broken by hand behind a comma goes on.
OPEN_BREAK = re.compile(r"([，、])[ \u3000]*\n[ \u3000]*")
# No real table is wider; a forged gridSpan must not make a line of a billion tabs.
MAX_COLUMNS = 256


def read(data: bytes, options: Options) -> SourceText:  # noqa: ARG001 - every reader has these arguments
    """Reads a docx. Raises ReadError for damaged, encrypted and hostile files."""
    with Archive(data) as archive:
        main = next((name for name in archive.relations("").values() if name.startswith("word/document")), "")
        body = child(archive.xml(main or "word/document.xml"), "body")
        parts = {name.rpartition("/")[2]: name for name in archive.names() if name.startswith("word/")}

        def part(name: str) -> Element | None:
            return archive.xml(parts[name]) if name in parts else None

        styles = Styles(part("styles.xml"))
        numbering = Numbering(part("numbering.xml"), styles)
        notes = {kind: _notes(part(f"{kind}s.xml"), styles) for kind in ("footnote", "endnote")}
    story = Story(styles, numbering, notes)
    if body is not None:
        story.add(body)
    return story.assembly.source("docx", wrapped=False)


class Story:
    """Walks through the body of a document once, in reading order, and puts its text together."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, dict[str, str]]) -> None:
        self.assembly = Assembly()
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._runs = RunReader(styles)
        # Words of a paragraph whose end was deleted in a tracked change: they belong to the next one.
        self._carried = ""

    def add(self, parent: Iterable[Element]) -> None:
        """Adds the paragraphs and tables under `parent`."""
        for element in _unwrapped(parent):
            name = local(element)
            if name == "p":
                self._add_paragraph(element)
            elif name == "tbl":
                self._add_table(element)
            elif name == "altChunk":
                self.assembly.note("unread-part", "an embedded document of another format was not read", here=True)

    def _add_paragraph(self, paragraph: Element) -> None:
        start = self.assembly.length
        text, level, boxes, notes = self._paragraph(paragraph)
        self.assembly.paragraph(text, style_level=level)
        for kind, words in notes:
            self.assembly.footnote(kind, words, start, start + len(text))
        for box in boxes:
            self.add(box)

    def _paragraph(
        self, paragraph: Element, *, in_cell: bool = False
    ) -> tuple[str, int | None, list[Element], list[tuple[str, str]]]:
        """A paragraph's words with its number, its heading level, its text boxes and its notes (kind, words).

        A number without words says something in a table's column of numbers, and nothing elsewhere.
        """
        properties = child(paragraph, "pPr")
        style_element = child(properties, "pStyle")
        style = attribute(style_element, "val") if style_element is not None else None
        words = self._runs.words(paragraph)
        text = self._carried + words.text
        if child(properties, "rPr", "del") is not None:
            self._carried = text
            return "", None, words.boxes, []
        self._carried = ""
        label = self._label(properties, style)
        if self._styles.is_contents(style) or not text.strip():
            return label if in_cell else "", None, words.boxes, []
        level = self._heading_level(properties, style)
        if "\n" in text and (level or self._is_centered(properties, style)):
            # A title broken by hand over two lines is one title.
            text = "".join(line.strip() for line in text.split("\n"))
        text = OPEN_BREAK.sub(r"\1", text)
        notes = [(kind, self._notes[kind].get(identity, "")) for kind, identity in words.footnotes]
        return label + text.strip("\n").rstrip(), level, words.boxes, notes

    def _label(self, properties: Element | None, style: str | None) -> str:
        own = list_level(properties)
        inherited = self._styles.list_place(style)
        list_id = (own and own[0]) or (inherited and inherited[0])
        if not list_id or list_id == "0":
            return ""
        level = own[1] if own and own[1] is not None else None
        if level is None and own and own[0]:
            level = 0
        if level is None and inherited:
            level = inherited[1]
        return self._numbering.label(list_id, level, inherited[2] if inherited else None)

    def _heading_level(self, properties: Element | None, style: str | None) -> int | None:
        own = outline_level(properties)
        if own is not None:
            return own + 1 if own < 9 else None
        return self._styles.heading_level(style)

    def _is_centered(self, properties: Element | None, style: str | None) -> bool:
        alignment = child(properties, "jc")
        return self._styles.is_centered(style) if alignment is None else attribute(alignment, "val") == "center"

    def _add_table(self, table: Element) -> None:
        rows = [list(_unwrapped(row, "tc")) for row in _rows(table)]
        nested = any(local(inner) == "tbl" for row in rows for tc in row for inner in tc)
        if nested or all(len(row) <= 1 for row in rows):
            # A frame around text, not a table of things.
            for row in rows:
                for tc in row:
                    self.add(tc)
            return
        self.assembly.table(self._grid(table))

    def _grid(self, table: Element) -> list[GridCell]:
        """The cells of a table with what they cover."""
        cells: list[GridCell] = []
        open_cells: dict[int, int] = {}  # column → index of the cell that may go on below
        for number, row in enumerate(_rows(table)):
            column = _count(child(row, "trPr", "gridBefore"), 0)
            for tc in _unwrapped(row, "tc"):
                span = _count(child(tc, "tcPr", "gridSpan"), 1)
                vertical = child(tc, "tcPr", "vMerge")
                goes_on = vertical is not None and attribute(vertical, "val") in (None, "continue")
                text = self._cell_text(tc)
                if goes_on and column in open_cells:
                    above = cells[open_cells[column]]
                    rows = number - above.row + 1
                    cells[open_cells[column]] = GridCell(above.text, above.row, above.column, rows, above.columns)
                else:
                    if vertical is not None:
                        open_cells[column] = len(cells)
                    else:
                        open_cells.pop(column, None)
                    cells.append(GridCell(text, number, column, 1, span))
                column = min(column + span, MAX_COLUMNS)
        return cells

    def _cell_text(self, tc: Element) -> str:
        texts: list[str] = []
        for paragraph in _unwrapped(tc, "p"):
            text, _, boxes, _ = self._paragraph(paragraph, in_cell=True)
            texts.append(text)
            texts.extend(self._cell_text(box) for box in boxes)
        return "\n".join(texts)


def _unwrapped(parent: Iterable[Element], wanted: str | None = None) -> Iterator[Element]:
    """The children of `parent` (those named `wanted`), looking into the wrappers around them."""
    for element in parent:
        name = local(element)
        if name in TRANSPARENT:
            if not (name == "sdt" and is_contents(element)):
                yield from _unwrapped(element, wanted)
        elif name == "AlternateContent":
            yield from _unwrapped(chosen(element), wanted)
        elif wanted is None or name == wanted:
            yield element


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table without those deleted in a tracked change."""
    return (row for row in _unwrapped(table, "tr") if child(row, "trPr", "del") is None)


def _count(element: Element | None, default: int) -> int:
    digits = attribute(element, "val") if element is not None else None
    return min(int(digits[:6]), MAX_COLUMNS) if digits and digits.isdecimal() else default


def _notes(root: Element | None, styles: Styles) -> dict[str, str]:
    """The words of all foot- or endnotes by id."""
    reader = RunReader(styles)
    return {
        attribute(note, "id") or "": " ".join(
            text for paragraph in _unwrapped(note, "p") if (text := reader.words(paragraph).text.strip())
        )
        for note in (root if root is not None else ())
    }
