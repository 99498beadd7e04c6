"""The blocks of a web page in reading order: paragraphs, headings, list items and tables of things, as a browser shows
them, each with how much of it is links and where in the tree it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.reading.assembly import GridCell
from planparse.reading.docx_numerals import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

__all__ = ["HtmlBlock", "page_blocks"]

# What shows nothing, or nothing of a document: scripts, controls, the glosses of ruby (their base text stays).
UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "audio"),
        *("video", "select", "button", "input", "textarea", "nav", "aside", "rt", "rp", "rtc", "dialog", "map"),
    )
)
INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
        ),
        *("mark", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
        *("var", "wbr", "img", "acronym", "nobr", "o:p"),
    )
)
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
# A line end of the page's source between ideographs is no blank that anybody meant.
SOURCE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t\r\f]*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
LIST_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
OWN_NUMBER = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十①-⑳]{1,3}[)）、.．]?")
POWERS = {"2": "²", "3": "³"}
MAX_SPAN = 256
# A table with longer or more divided cells is a frame for text.
MAX_CELL_CHARS = 1500
MAX_CELL_BLOCKS = 12


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A paragraph or a table (`cells`), the level of a heading, the characters in links, and the element around it."""

    text: str
    element: _Element
    level: int | None = None
    linked: int = 0
    cells: tuple[GridCell, ...] = ()
    caption: str | None = None


def page_blocks(root: _Element) -> list[HtmlBlock]:
    """All blocks under `root` that a reader of the page sees."""
    walk = Walk()
    walk.enter(root)
    walk.end_block(root)
    return walk.blocks


class Walk:
    """Goes once through the tree and closes a block wherever a browser would begin a new line."""

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        self._parts: list[str] = []
        self._linked = 0
        self._prefix = ""
        self._counts: dict[_Element, int] = {}

    def enter(self, element: _Element) -> None:
        """Reads an element with all that is in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or _is_hidden(element):
            return
        if tag == "br":
            self._break_line(element)
        elif tag == "table" and (block := _data_table(element)) is not None:
            self.end_block(element)
            self.blocks.append(block)
        elif tag in INLINE:
            self._inline(element)
        else:
            around = element.getparent()
            self.end_block(element if around is None else around)
            if tag == "li":
                self._prefix = self._list_number(element)
            self._inside(element)
            self.end_block(element)

    def _inside(self, element: _Element) -> None:
        self._add(element.text, element)
        for child in element:
            self.enter(child)
            self._add(child.tail, element)

    def _inline(self, element: _Element) -> None:
        mark = len(self._parts)
        self._inside(element)
        if element.tag in ("sup", "a"):
            added = "".join(self._parts[mark:])
            if element.tag == "a":
                self._linked += len(added.strip())
            elif added in POWERS and self._parts[:mark] and self._parts[mark - 1][-1:].isascii():
                self._parts[mark:] = [POWERS[added]]

    def _add(self, text: str | None, element: _Element) -> None:
        if text:
            self._parts.append(text if element.tag == "pre" else SOURCE_BREAK.sub("", text))

    def _break_line(self, element: _Element) -> None:
        around = element.getparent()
        # A title broken over two lines is one title, and a break behind a comma is none that was meant.
        if (around is not None and _heading_level(around) is not None) or _is_open("".join(self._parts[-2:])):
            return
        self.end_block(around if around is not None else element)

    def _list_number(self, item: _Element) -> str:
        """The number that a browser sets before an item of an ordered list."""
        around = item.getparent()
        if around is None or around.tag != "ol" or "none" in (around.get("style") or ""):
            return ""
        given = item.get("value") or ""
        number = int(given[:5]) if given.isdecimal() else self._counts.get(around, _start(around))
        self._counts[around] = number + 1
        return f"{written_number(number, LIST_FORMATS.get(around.get('type') or '1', 'decimal'))}."

    def end_block(self, element: _Element) -> None:
        """Closes the paragraph that was being read, if it says anything."""
        text = BLANKS.sub(" ", "".join(self._parts).translate(INVISIBLE)).strip(" \u3000")
        linked = self._linked
        self._parts, self._linked = [], 0
        if text:
            if self._prefix and not OWN_NUMBER.match(text):
                text = self._prefix + text
            self._prefix = ""
            self.blocks.append(HtmlBlock(text, element, _level_above(element), linked))


def _is_open(text: str) -> bool:
    return text.rstrip().endswith(("，", "、"))


def _is_hidden(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or HIDDEN.search(element.get("style") or "") is not None
    )


def _heading_level(element: _Element) -> int | None:
    tag = element.tag
    if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    level = element.get("aria-level") or ""
    return int(level) if element.get("role") == "heading" and level in set("123456") else None


def _level_above(element: _Element) -> int | None:
    """The heading level of the nearest elements around a block."""
    around: _Element | None = element
    for _ in range(3):
        if around is None:
            return None
        level = _heading_level(around)
        if level is not None:
            return level
        around = around.getparent()
    return None


def _start(ordered_list: _Element) -> int:
    digits = ordered_list.get("start") or ""
    return int(digits[:5]) if digits.isdecimal() else 1


def _rows(table: _Element) -> Iterator[_Element]:
    for element in table:
        if element.tag == "tr":
            yield element
        elif element.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in element if row.tag == "tr")


def _data_table(table: _Element) -> HtmlBlock | None:
    """The table as a block, or None where it only frames text (a column, other tables, long texts)."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    cells: list[GridCell] = []
    reach: dict[int, int] = {}  # column → first row that it is free in
    linked = 0
    for row, element in enumerate(_rows(table)):
        column = 0
        for cell in element:
            if cell.tag not in ("td", "th") or _is_hidden(cell):
                continue
            while reach.get(column, 0) > row:
                column += 1
            inner = _cell_blocks(cell)
            text = " ".join(block.text for block in inner)
            if len(text) > MAX_CELL_CHARS or len(inner) > MAX_CELL_BLOCKS:
                return None
            linked += sum(block.linked for block in inner)
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            cells.append(GridCell(text, row, column, rows, columns))
            reach.update(dict.fromkeys(range(column, column + columns), row + rows))
            column += columns
    rows_filled = {cell.row for cell in cells if cell.text}
    if len(rows_filled) < 2 or len({cell.column for cell in cells if cell.text}) < 2:
        return None
    caption = next((" ".join(b.text for b in _cell_blocks(c)) for c in table if c.tag == "caption"), None)
    return HtmlBlock("\n".join(cell.text for cell in cells), table, None, linked, tuple(cells), caption or None)


def _cell_blocks(cell: _Element) -> list[HtmlBlock]:
    walk = Walk()
    walk._inside(cell)
    walk.end_block(cell)
    return walk.blocks


def _span(cell: _Element, name: str) -> int:
    digits = (cell.get(name) or "").strip()
    return max(1, min(int(digits), MAX_SPAN)) if digits.isdecimal() and len(digits) < 6 else 1
