"""The words of one Word paragraph: runs, fields, insertions, symbols, with deleted and hidden words left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planparse.reading.archive import attribute, child, local
from planparse.reading.docx_styles import Styles, is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

__all__ = ["ParagraphWords", "RunReader", "chosen", "is_contents"]

# Wrappers inside a paragraph whose content counts; ins and moveTo are changes read as accepted.
TRANSPARENT = frozenset(
    (
        *("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple"),
        *("ruby", "rubyBase", "dir", "bdo", "r"),
    )
)
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
DRAWN = frozenset(("drawing", "pict", "object"))
# Check boxes and dots of the Wingdings fonts, by the private character that stands for them.
WINGDINGS = {
    0xA8: "□",
    0xA3: "□",
    0x6F: "□",
    0x71: "□",
    0xFE: "☑",
    0x52: "☑",
    0xFC: "✓",
    0x6C: "●",
    0x6E: "■",
    0xD8: "➢",
}


@dataclass(slots=True)
class ParagraphWords:
    """A paragraph's words, the text boxes anchored in it, and the ids of its foot- and endnotes."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Field:
    """An open field: its instruction while that is being read, then its result."""

    instruction: str = ""
    in_result: bool = False

    @property
    def silent(self) -> bool:
        """Instructions say nothing, and a table of contents only repeats headings."""
        return not self.in_result or self.instruction.split()[:1] == ["TOC"]


class RunReader:
    """Reads paragraphs one after the other; a field can begin in one and end in a later one."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []

    def words(self, paragraph: Element) -> ParagraphWords:
        """The words of a paragraph as the reader of the finished document sees them."""
        words = ParagraphWords()
        parts: list[str] = []
        self._read(paragraph, parts, words)
        words.text = "".join(parts)
        return words

    def _read(self, parent: Iterable[Element], parts: list[str], words: ParagraphWords) -> None:
        for element in parent:
            name = local(element)
            if name in TRANSPARENT:
                if not self._left_out(element, name):
                    self._read(element, parts, words)
            elif name == "fldChar":
                self._field(attribute(element, "fldCharType"))
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].instruction += element.text or ""
            elif name == "AlternateContent":
                self._read(chosen(element), parts, words)
            elif name in DRAWN:
                words.boxes.extend(_text_boxes(element))
            elif any(open_field.silent for open_field in self._fields):
                continue
            elif name == "t":
                parts.append(element.text or "")
            elif name in SIGNS:
                parts.append(SIGNS[name])
            elif name == "sym":
                parts.append(_symbol(element))
            elif name in ("oMath", "oMathPara"):
                parts.extend(inner.text or "" for inner in element.iter() if local(inner) == "t")
            elif name in ("footnoteReference", "endnoteReference"):
                words.footnotes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))

    def _left_out(self, element: Element, name: str) -> bool:
        if name == "fldSimple":
            return (attribute(element, "instr") or "").split()[:1] == ["TOC"]
        if name == "sdt":
            return is_contents(element)
        if name != "r":
            return False
        properties = child(element, "rPr")
        hidden = is_on(properties, "vanish")
        style = child(properties, "rStyle")
        if hidden is None and style is not None:
            hidden = self._styles.is_hidden(attribute(style, "val"))
        # A hidden run still opens and closes fields.
        return bool(hidden) and child(element, "fldChar") is None

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def is_contents(element: Element) -> bool:
    """Whether a content control is Word's own table of contents."""
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and attribute(gallery, "val") == "Table of Contents"


def chosen(alternates: Element) -> Iterable[Element]:
    """Of alternate contents (mc:AlternateContent) the one that says something: the newer, else the older."""
    for name in ("Choice", "Fallback"):
        for element in alternates:
            if local(element) == name and any(local(inner) in ("t", "p", "sym") for inner in element.iter()):
                return element
    return ()


def _text_boxes(element: Element) -> Iterator[Element]:
    if local(element) == "txbxContent":
        yield element
        return
    inside = chosen(element) if local(element) == "AlternateContent" else element
    for inner in inside:
        yield from _text_boxes(inner)


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if "wingdings" in (attribute(element, "font") or "").lower():
        return WINGDINGS.get(code & 0xFF, "")
    return chr(code) if code < 0xD800 else ""
