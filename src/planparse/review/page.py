"""Puts the review page together: one HTML file with style, script and data inside, and a policy that bars the rest.

Nothing of a document is ever markup: data travel as JSON in blocks that no browser runs, with `<` and its like escaped,
and the script writes them as text nodes only. The content security policy admits the page's own style and script by
their hashes and nothing else: no network, no frame, no inline handler.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, BinaryIO

from planparse import __version__
from planparse.errors import UsageError
from planparse.export.files import opened
from planparse.export.labels import LABELS, OPERATORS
from planparse.review.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planparse.models import Document

__all__ = ["render", "write"]

SCRIPTS = (
    "dom",
    "words",
    "data",
    "fields",
    "corrections",
    "text",
    "filters",
    "table",
    "detail",
    "scales",
    "timeline",
    "chart",
    "main",
)
"""The parts of the page's script, in the order in which they use one another."""

# Inside a script element the only danger is a closing tag or `<!--`; the others are escaped for good measure.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes the review page of the documents, which must have been extracted with their text.

    Raises UsageError for a document without text and for a place that cannot be written.
    """
    with opened(target) as stream:
        for part in _parts(documents):
            # A lone surrogate cannot be UTF-8, but `\udc80` is good JSON, and only JSON can hold one here.
            stream.write(part.encode("utf-8", "backslashreplace"))


def render(documents: Iterable[Document]) -> str:
    """The review page as a string."""
    return "".join(_parts(documents))


def _parts(documents: Iterable[Document]) -> Iterator[str]:
    """The page piece by piece: one document is in memory at a time."""
    style = _asset("page.css")
    script = "(() => {\n'use strict';\n" + "\n".join(_asset(f"{name}.js") for name in SCRIPTS) + "\n})();\n"
    head, tail = _asset("page.html").split("{{data}}\n")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield head.replace("{{policy}}", policy).replace("{{style}}", style)
    words = {"version": __version__, "labels": LABELS, "operators": OPERATORS, **json.loads(_asset("words.json"))}
    yield _block("words", words)
    for document in documents:
        if document.source.text is None:
            name = document.source.path or document.source.sha256
            raise UsageError(f"{name}: the review page needs the text", "extract with --with-text")
        yield _block("document", payload(document))
        yield _block("text", document.source.text)
    yield tail.replace("{{script}}", script)


def _block(kind: str, data: Any) -> str:
    """Data that the browser keeps but never runs."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f'<script type="application/json" data-block="{kind}">{words}</script>\n'


def _asset(name: str) -> str:
    return (files("planparse.review") / "assets" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
