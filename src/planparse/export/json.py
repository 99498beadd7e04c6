"""JSON: a document as one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from planparse.export.files import opened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.models import Document

__all__ = ["to_json", "write"]


def to_json(document: Document, indent: int | None = 2) -> str:
    """The document as JSON; Chinese stays readable, keys stand in the order of the models, numbers are exact.

    `indent` is the number of blanks per level, None for all on one line. The same document gives the same bytes.
    """
    return document.model_dump_json(indent=indent)


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes one document as an object, several as objects one after the other, each ending with a line end."""
    with opened(target) as stream:
        for document in documents:
            stream.write(to_json(document).encode() + b"\n")
