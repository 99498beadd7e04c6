"""PDF files with a text layer: pdfium gives the glyphs and lines of each page, geometry makes paragraphs of them.

`main` is what runs in the process that planparse.reading.pdf starts, with limited memory: in come the file and the
options, out goes the source or the error, both pickled.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from planparse.errors import ReadError
from planparse.reading.assembly import Assembly
from planparse.reading.pages import Pages
from planparse.reading.pdf_fonts import stand_in_for_missing_fonts
from planparse.reading.pdf_glyphs import page_glyphs, page_rulings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.reading.lines import Glyph
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["main", "read_document"]

# What a large document takes is a tenth of this.
MAX_MEMORY = 3 * 2**30

DEFAULT_MAX_PAGES = 3000
MAX_GLYPHS = 100_000
# A page that shows a picture and hardly any words (a page number at most) is a scan.
SCAN_GLYPHS = 12
# Fonts without a map to characters give private ones; a page of those cannot be read.
MAX_PRIVATE = 0.3


def read_document(data: bytes, options: Options) -> SourceText:
    """Reads a pdf page by page, at most `options.max_pages`. Raises ReadError for encrypted and damaged files."""
    assembly, pages = Assembly(), Pages()
    stand_in_for_missing_fonts()
    document = _opened(data)
    try:
        count = len(document)
        limit = options.max_pages if options.max_pages is not None else DEFAULT_MAX_PAGES
        for index in range(min(count, limit)):
            _add_page(document, index, pages, assembly)
    finally:
        document.close()
    pages.assemble(assembly)
    if count > limit:
        assembly.note("truncated", f"only the first {limit} of {count} pages were read (--max-pages sets how many)")
    return assembly.source("pdf", wrapped=False)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise ReadError("is a pdf without pages", "fetch or save it anew")
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is encrypted with a password", "save it without one") from None
        raise ReadError("is a damaged or cut-off pdf", "fetch or save it anew") from None
    return document


def _add_page(document: pypdfium2.PdfDocument, index: int, pages: Pages, assembly: Assembly) -> None:
    number = index + 1
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        assembly.note("truncated", f"page {number} is damaged and was left out")
        return
    try:
        text = page.get_textpage()
        if text.count_chars() > MAX_GLYPHS:
            assembly.note("truncated", f"page {number} holds more characters than a page can, and was left out")
            return
        glyphs = page_glyphs(page, text)
        problem = _problem(glyphs, page)
        if problem:
            assembly.note("no-text-layer", f"page {number} {problem}")
        pages.add(number, page.get_height(), glyphs, page_rulings(page))
    except pypdfium2.PdfiumError:
        assembly.note("truncated", f"page {number} is damaged and was left out")
    finally:
        page.close()


def _problem(glyphs: Sequence[Glyph], page: pypdfium2.PdfPage) -> str | None:
    """Why the words of a page cannot be had, or None."""
    private = sum("\ue000" <= glyph.text <= "\uf8ff" for glyph in glyphs)
    if private > MAX_PRIVATE * max(len(glyphs), 1):
        return "uses fonts whose characters cannot be told; run a text recognition (OCR) on it"
    if len(glyphs) <= SCAN_GLYPHS and next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None:
        return "is a picture without a text layer; run a text recognition (OCR) on it"
    return None


def main() -> None:
    """Reads the one document that comes in on standard input."""
    # Windows has no such limits; there the time that the caller waits is the only one.
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    data, options = pickle.load(sys.stdin.buffer)
    answer: SourceText | tuple[str, str]
    try:
        answer = read_document(data, options)
    except ReadError as error:
        answer = (error.message, error.hint)
    pickle.dump(answer, sys.stdout.buffer)
