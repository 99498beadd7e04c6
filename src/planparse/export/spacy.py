"""spaCy: JSON Lines for `Doc.from_json`, from which a DocBin for `spacy train` is three lines.

Tokens are single characters, as spaCy's Chinese pipeline cuts by default, and stretches of white space: every mark
falls on token bounds. `ents` may not overlap, so the longer mark wins there; `spans["planparse"]` holds them all, for
the span categorizer.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from planparse.export.files import opened
from planparse.export.marks import Mark, marks, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planparse.models import Document

__all__ = ["write"]


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes a line per document. Raises UsageError for a document without its text."""
    with opened(target) as stream:
        for document in documents:
            stream.write(json.dumps(_doc(document), ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _doc(document: Document) -> dict[str, Any]:
    text, found = text_of(document), marks(document)
    return {
        "text": text,
        "ents": [_span(mark) for mark in _apart(found)],
        # `from_json` asks for the links of grouped spans also where there are none.
        "spans": {"planparse": [{**_span(mark), "kb_id": "", "id": ""} for mark in found]},
        "tokens": [{"id": number, "start": start, "end": end} for number, (start, end) in enumerate(_tokens(text))],
    }


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """The tokens that spaCy makes of words and text: a blank right behind a word is the word's, other space a token."""
    for match in re.finditer(r"(\S)|\s+", text):
        start, end = match.span()
        start += match[1] is None and start > 0 and text[start] == " "
        if start < end:
            yield start, end


def _span(mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "label": mark.label}


def _apart(found: list[Mark]) -> list[Mark]:
    """The marks without those that overlap a longer one (of two as long, the first stays)."""
    chosen: list[Mark] = []
    covered: set[int] = set()
    for mark in sorted(found, key=lambda mark: (mark.start - mark.end, mark.start)):
        if not covered.intersection(range(mark.start, mark.end)):
            chosen.append(mark)
            covered.update(range(mark.start, mark.end))
    return sorted(chosen, key=lambda mark: mark.start)
