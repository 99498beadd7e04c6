"""Label Studio: one task per document, the extraction as a prediction that annotators accept or mend.

The labelling configuration has `<Labels name="label" toName="text">` over `<Text name="text" value="$text"/>`; a due is
a relation from the target to its time. Offsets count code points, as Label Studio's do.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from planparse import __version__
from planparse.export.files import opened
from planparse.export.marks import dues, marks, text_of
from planparse.export.rows import document_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.models import Document

__all__ = ["write"]


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes the tasks as one JSON list. Raises UsageError for a document without its text."""
    with opened(target) as stream:
        separator = b"["
        for document in documents:
            stream.write(separator + b"\n" + json.dumps(_task(document), ensure_ascii=False).encode())
            separator = b","
        stream.write((b"" if separator == b"," else b"[") + b"\n]\n")


def _task(document: Document) -> dict[str, Any]:
    text, found = text_of(document), marks(document)
    result: list[dict[str, Any]] = [
        {
            "id": f"m{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": mark.start,
                "end": mark.end,
                "text": text[mark.start : mark.end],
                "labels": [mark.label],
            },
        }
        for number, mark in enumerate(found)
    ]
    result += [
        {"type": "relation", "from_id": f"m{number}", "to_id": f"m{time}", "direction": "right", "labels": ["due"]}
        for number, time in dues(found)
    ]
    return {
        "data": {"text": text, "document": document_key(document)},
        "predictions": [{"model_version": f"planparse {__version__}", "result": result}],
    }
