"""JSON Lines: one document per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from planparse.export.json import write_objects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.export.streamed import StreamedDocument
    from planparse.models import Document

__all__ = ["write"]


def write(documents: Iterable[Document | StreamedDocument], target: Path | BinaryIO) -> None:
    """Writes every document on a line of its own."""
    write_objects(documents, target, indent=None)
