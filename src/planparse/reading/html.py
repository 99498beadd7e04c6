"""Saved web pages: the article's paragraphs, headings and tables, without what the site puts around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from planparse.errors import ReadError
from planparse.reading.assembly import Assembly
from planparse.reading.encodings import decode
from planparse.reading.html_article import article_blocks
from planparse.reading.html_blocks import page_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

# Where scripts and style sheets begin and end: they would drown the ideographs when the encoding is recognised.
SCRIPT = re.compile(rb"<(/?)(?:script|style)\b", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read(data: bytes, options: Options) -> SourceText:
    """Reads a web page. Raises ReadError for a page without words."""
    decoded = decode(data if data.startswith(MARKS) else _without_scripts(data), _encoding(data, options))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(decoded.text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise ReadError("is an html page that cannot be parsed", "save it anew from the browser, or as text")
    body = root.find("body")
    body = root if body is None else body
    assembly = Assembly()
    for block in article_blocks(page_blocks(body), body, _page_title(root)):
        if block.cells:
            assembly.table(list(block.cells), caption=block.caption)
        else:
            assembly.paragraph(block.text, style_level=block.level)
    if not assembly.length:
        raise ReadError("is an html page without words", "save the page with its content, or copy the text out")
    source = assembly.source("html", wrapped=False, encoding=decoded.encoding)
    return source.replaced(notes=source.notes + decoded.notes)


def _encoding(data: bytes, options: Options) -> str | None:
    """The encoding that is asked for; else what the page states, where its bytes do not say otherwise.

    Browsers recode pages when they save them and leave the old statement in, so the bytes have the first word.
    """
    if options.encoding:
        return options.encoding
    stated = CHARSET.search(data[:4096])
    if stated is None or data.startswith(MARKS):
        return None
    try:
        decode(_without_scripts(data))
    except ReadError:
        return stated[1].decode("ascii")
    return None


def _page_title(root: _Element) -> str:
    """What the page calls its article: the meta tag of government sites, else the title element."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in ("articletitle", "og:title"):
            return meta.get("content") or ""
    title = root.find(".//title")
    return (title.text or "") if title is not None else ""


def _without_scripts(data: bytes) -> bytes:
    kept, position, inside = [], 0, False
    for tag in SCRIPT.finditer(data):
        if not inside and not tag[1]:
            kept.append(data[position : tag.start()])
            inside = True
        elif inside and tag[1]:
            inside = False
            position = data.find(b">", tag.end()) + 1 or len(data)
    # A script that never ends hides nothing: the parser decides what it makes of it.
    kept.append(data[position:])
    return b"".join(kept)
