"""Glyphs and ruling lines of a pdf page, in points from the top left corner of the page as it is shown."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from planparse.reading.lines import Glyph
from planparse.reading.rulings import Ruling, edges

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfPage, PdfTextPage

__all__ = ["page_glyphs", "page_rulings"]

# Fonts often map ideographs to the Kangxi radicals that look the same; they are meant as ideographs.
MEANT = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# Private codes of signs: those of Founder's typesetting (point, middle dot, leader), and of the Symbol font.
MEANT |= {0x1001B0: ".", 0x100170: "·", 0x1001BA: "…"}
MEANT |= {0xF02B: "+", 0xF02D: "-", 0xF03D: "=", 0xF0B4: "×", 0xF0B7: "•"}
# Marks that pdfium itself sets for a hyphen at a line's end and for what has no character.
NO_CHARACTERS = {0x0, 0xFFFE, 0xFFFF, 0xFFFD}
MAX_PATHS = 20_000


def page_glyphs(page: PdfPage, text: PdfTextPage) -> list[Glyph]:
    """The glyphs of a page, without blanks and without what pdfium adds."""
    to_view = _view(page)
    handle = text.raw
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    spaced = False
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code <= 32 or code in (0xA0, 0x3000):
            spaced = True
            continue
        if code in NO_CHARACTERS or 0xD800 <= code < 0xE000 or 0x7F <= code < 0xA0:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        left, top = to_view(box.left, box.top)
        right, bottom = to_view(box.right, box.bottom)
        base = to_view(x.value, y.value)[1]
        size = abs(bottom - top)
        glyphs.append(Glyph(MEANT.get(code) or chr(code), min(left, right), max(left, right), base, size, spaced))
        spaced = False
    return glyphs


def page_rulings(page: PdfPage) -> list[Ruling]:
    """The horizontal and vertical lines drawn on a page."""
    to_view = _view(page)
    rulings: list[Ruling] = []
    for number, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])):
        if number > MAX_PATHS:
            break
        try:
            left, bottom, right, top = path.get_bounds()
        except RuntimeError:
            continue
        x0, y0 = to_view(left, top)
        x1, y1 = to_view(right, bottom)
        stroked = _is_stroked(path.raw)
        rulings.extend(edges(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), stroked=stroked))
    return rulings


def _is_stroked(path: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    drawn = pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(drawn) and bool(stroke.value) and 2 <= pdfium.FPDFPath_CountSegments(path) <= 6


def _view(page: PdfPage) -> Callable[[float, float], tuple[float, float]]:
    """From the page's own coordinates (origin bottom left, before rotation) to points from its top left as shown."""
    left, bottom, right, top = page.get_cropbox()
    rotation = page.get_rotation() % 360
    if rotation == 90:
        return lambda x, y: (y - bottom, x - left)
    if rotation == 180:
        return lambda x, y: (right - x, y - bottom)
    if rotation == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)
