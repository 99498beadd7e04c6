"""The font that stands in for those a pdf names but does not bring along.

Many office pdfs leave 宋体 and its like to the reader's machine. pdfium then takes a font of the system, and where
there is no Chinese one (a container, a server, a build machine) its glyphs have no extent: text objects of one
character, and of turned lines, vanish without a word. Nothing is drawn here; all that a glyph is needed for is a place.
So every missing font but a Latin one is a font made here whose glyphs are all one box: the same is read on every
machine, and no system font is loaded.

The tables of the font: OpenType specification 1.9, chapters head, hhea, hmtx, maxp, loca, glyf, cmap (format 13, which
maps many characters to one glyph) and OS/2. The interface of pdfium: its header fpdf_sysfontinfo.h.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["stand_in_for_missing_fonts"]

UNITS_PER_EM = 1000
# A code without a map is a glyph's number: every number has a glyph.
GLYPHS = 65535
BOX_WIDTH, BOX_HEIGHT = 900, 700  # within the ascent of every font, so that it does not widen its lines
# Latin fonts are left to those that pdfium has built in: their widths count where the file does not tell them.
CHARSETS = frozenset(
    {
        pdfium.FXFONT_SYMBOL_CHARSET,  # also what has no charset that can be told
        pdfium.FXFONT_SHIFTJIS_CHARSET,
        pdfium.FXFONT_HANGEUL_CHARSET,
        pdfium.FXFONT_GB2312_CHARSET,
        pdfium.FXFONT_CHINESEBIG5_CHARSET,
    }
)
FACE = b"Box\0"
HEAD_MARK = 0x5F0F3CF5  # what a table `head` is known by
THE_FONT = 1  # its handle: any number but 0, which is no font


def stand_in_for_missing_fonts() -> None:
    """Has pdfium take the font of boxes for what is missing, in this process and until it ends."""
    pdfium.FPDF_SetSystemFontInfo(_system_fonts())


@cache  # pdfium calls into it: it must live as long
def _system_fonts() -> Any:
    font = _font_of_boxes()
    calls: dict[str, Callable[..., int | None]] = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": lambda *asked: THE_FONT if asked[3] in CHARSETS else None,
        "GetFont": lambda *_: None,
        "GetFontData": lambda _, __, table, buffer, size: 0 if table else _given(font, buffer, size),
        "GetFaceName": lambda _, __, buffer, size: _given(FACE, buffer, size),
        "GetFontCharset": lambda *_: pdfium.FXFONT_GB2312_CHARSET,
        "DeleteFont": lambda *_: None,
    }
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    return pdfium.FPDF_SYSFONTINFO(version=1, **{name: types[name](call) for name, call in calls.items()})


def _given(content: bytes, buffer: Any, size: int) -> int:
    """How many bytes there are, copied where there is room for them: pdfium asks for the size first."""
    if buffer and size >= len(content):
        ctypes.memmove(buffer, content, len(content))
    return len(content)


def _font_of_boxes() -> bytes:
    """A TrueType font whose glyphs are all the same two points, the corners of a box."""
    box = struct.pack(">5h", 1, 0, 0, BOX_WIDTH, BOX_HEIGHT)  # contours, bounds
    box += struct.pack(">HH", 1, 0)  # last point, instructions
    box += bytes([0x31, 0x01]) + struct.pack(">2h", BOX_WIDTH, BOX_HEIGHT)  # at the origin, at the other corner
    places = range(0, len(box) * (GLYPHS + 1), len(box))
    bounds = (0, 0, UNITS_PER_EM, UNITS_PER_EM)
    tables = {
        b"OS/2": struct.pack(">HhHH", 4, UNITS_PER_EM, 400, 5) + bytes(88),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII3I", 13, 0, 28, 0, 1, 0x20, 0x2FFFF, 1),
        b"glyf": box * GLYPHS,
        b"head": struct.pack(
            ">4I2H2q4h2H3h", 0x10000, 0x10000, 0, HEAD_MARK, 0, UNITS_PER_EM, 0, 0, *bounds, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, UNITS_PER_EM, 0, 0, UNITS_PER_EM, *[0] * 11, 1),
        b"hmtx": struct.pack(">Hh", UNITS_PER_EM, 0) + bytes(2 * (GLYPHS - 1)),
        b"loca": struct.pack(f">{GLYPHS + 1}I", *places),
        b"maxp": struct.pack(">I14H", 0x10000, GLYPHS, 2, 1, 0, 0, 1, *[0] * 8),
    }
    entries, content = b"", b""
    start = 12 + 16 * len(tables)
    for tag, table in tables.items():  # in the order of their names
        entries += struct.pack(">4s3I", tag, 0, start + len(content), len(table))
        content += table + bytes(-len(table) % 4)
    return struct.pack(">I4H", 0x10000, len(tables), 128, 3, 0) + entries + content
