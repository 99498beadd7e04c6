"""JSON Lines: one document per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from planparse.export.files import opened
from planparse.export.json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.models import Document

__all__ = ["write"]


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes every document on a line of its own."""
    with opened(target) as stream:
        for document in documents:
            stream.write(to_json(document, indent=None).encode() + b"\n")
