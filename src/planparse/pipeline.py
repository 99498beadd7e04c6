"""The whole way from a document to validated JSON, on one screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planparse.reading import from_text, read_bytes, read_path
from planparse.rules import RuleSet, load_rules
from planparse.stream import DocumentStream

if TYPE_CHECKING:
    from planparse.models import Document
    from planparse.reading import SourceText

__all__ = ["extract", "extract_bytes", "extract_source"]


def extract(
    path_or_text: str | Path,
    *,
    rules: RuleSet | None = None,
    encoding: str | None = None,
    with_text: bool = False,
    max_pages: int | None = None,
) -> Document:
    """Reads a plan document and returns what it says.

    `path_or_text` is a path (a `Path`, or a string of one line that names an existing file) or the text itself.
    `encoding` overrides the recognition of a text file's encoding; `with_text` keeps the text in `source.text`;
    `max_pages` stops reading a pdf after that many pages. Raises ReadError for what cannot be read.
    """
    if isinstance(path_or_text, Path) or _names_file(path_or_text):
        source = read_path(Path(path_or_text), encoding=encoding, max_pages=max_pages)
    else:
        source = from_text(path_or_text)
    return extract_source(source, rules=rules, with_text=with_text)


def extract_bytes(
    data: bytes,
    name: str | None = None,
    *,
    rules: RuleSet | None = None,
    encoding: str | None = None,
    with_text: bool = False,
    max_pages: int | None = None,
) -> Document:
    """Like `extract`, from a file's content; `name` is what `source.path` says. The format is told by the content."""
    return extract_source(
        read_bytes(data, name=name, encoding=encoding, max_pages=max_pages), rules=rules, with_text=with_text
    )


def extract_source(source: SourceText, *, rules: RuleSet | None = None, with_text: bool = False) -> Document:
    """The stages behind the reading, from an already read source."""
    return DocumentStream(source, rules or load_rules(), with_text=with_text).document()


def _names_file(words: str) -> bool:
    try:
        return bool(words.strip()) and "\n" not in words and len(words) < 4096 and Path(words).exists()
    except (OSError, ValueError):
        return False
