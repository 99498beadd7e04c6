"""Which format a file has, told by its content: magic bytes, the members of a zip, the streams of an OLE2 file."""

from __future__ import annotations

import csv
import io
import re

from planparse.errors import ReadError
from planparse.patterns import lazy_plain_pattern

__all__ = ["delimiter_of", "part_name", "tell_format"]

HEAD_BYTES = 8192
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What opens a file that is no document, and what to do with it.
FOREIGN = (
    (b"\x89PNG", "is a picture (PNG)", "run a text recognition (OCR) on it first"),
    (b"\xff\xd8\xff", "is a picture (JPEG)", "run a text recognition (OCR) on it first"),
    (b"GIF8", "is a picture (GIF)", "run a text recognition (OCR) on it first"),
    (b"II*\0", "is a picture (TIFF)", "run a text recognition (OCR) on it first"),
    (b"MM\0*", "is a picture (TIFF)", "run a text recognition (OCR) on it first"),
    (b"Rar!\x1a\x07", "is a RAR archive", "unpack it and name the document inside"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive", "unpack it and name the document inside"),
    (b"\x1f\x8b", "is a gzip archive", "unpack it and name the document inside"),
    (b"BZh", "is a bzip2 archive", "unpack it and name the document inside"),
    (b"\xfd7zXZ\0", "is an xz archive", "unpack it and name the document inside"),
    (b"\x7fELF", "is a program", "name a document"),
    (b"MZ\x90", "is a program", "name a document"),
)
# Word's own name for the main part is document.xml; some writers number it.
DOCX_MAIN = lazy_plain_pattern(r"word/document\d*\.xml")
# The member that makes a zip a document of a format.
MEMBERS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ofd.xml": "ofd",
}
# An HTML page opens with a doctype, the element itself, or (saved fragments) one of these elements.
HTML = lazy_plain_pattern(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?>.{0,2000}?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base|frameset|div|table|article|section|main|p|h[1-6]|center|span|font|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
WORD_XML = lazy_plain_pattern(rb'<\?mso-application progid="Word\.Document"\?>|<pkg:package\b|<w:wordDocument\b')
TEXT_BYTES = 65536
MHTML = lazy_plain_pattern(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}content-type:\s*multipart/related", re.IGNORECASE
)
RULE_LINE = lazy_plain_pattern(r"^[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+\|[ \t:|-]*+$", re.MULTILINE)
HEADING_LINE = lazy_plain_pattern(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
DELIMITERS = ",;\t|"
# As many lines as decide; a table has at least two, and most of them have the same number of cells.
SAMPLE_LINES = 200
MIN_SHARE = 0.8


def tell_format(data: bytes) -> str:
    """The format of a file's content: txt, md, csv, docx, pdf, html, mhtml, xlsx, ofd or doc (every OLE2 text, rtf).

    Raises ReadError for pictures, archives, programs and documents of a kind that cannot be read.
    """
    head = data[:HEAD_BYTES]
    for magic, what, hint in FOREIGN:
        if head.startswith(magic):
            raise ReadError(what, hint)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data)
    if head.startswith((OLE2, b"{\\rtf")):
        return "doc"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _text_format(data, head)


def part_name(name: str) -> str:
    """A member's name as it is looked up: part names are the same in capitals, and some writers use backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _zip_format(data: bytes) -> str:
    # Imported here: plain text, the usual case, needs none of it.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {part_name(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ReadError("is a damaged or cut-off zip file (docx, xlsx or ofd)", "fetch or save it anew") from None
    for member, name in MEMBERS.items():
        if member in names:
            return name
    if any(DOCX_MAIN.fullmatch(name) for name in names):
        return "docx"
    if {"content.xml", "mimetype"} <= names:
        return "doc"
    raise ReadError("is a zip archive, and no docx, xlsx or ofd", "unpack it and name the document inside")


def _text_format(data: bytes, head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if HTML.match(head):
        return "html"
    if MHTML.match(head):
        return "mhtml"
    if WORD_XML.search(head):
        return "doc"
    # Bars, commas and # are the same bytes in every encoding of Chinese text, so the bytes alone can be asked.
    marks = data[:TEXT_BYTES].decode("latin-1")
    if _is_markdown(marks):
        return "md"
    return "csv" if delimiter_of(marks) else "txt"


def _is_markdown(text: str) -> bool:
    """Whether a text is markdown: a table with its rule, or two headings with `#`."""
    for rule in RULE_LINE.finditer(text):
        head_start = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        if "|" in text[head_start : rule.start()]:
            return True
    return sum(1 for _ in zip(HEADING_LINE.finditer(text), range(2), strict=False)) == 2


def delimiter_of(text: str) -> str | None:
    """The character that parts the cells of a csv text, or None where the text is no csv.

    Running text has no two lines in a row with equally many ASCII commas, and hardly any at all in Chinese.
    """
    lines = text.split("\n", SAMPLE_LINES)[:SAMPLE_LINES]
    for delimiter in DELIMITERS:
        if sum(delimiter in line for line in lines) < 2:
            continue
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count)
        if usual >= 3 and widths.count(usual) >= max(2, MIN_SHARE * len(widths)):
            return delimiter
    return None
