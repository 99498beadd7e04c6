"""doccano: JSON Lines for a sequence labelling project, one document per line with its entities and relations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from planparse.export.files import opened
from planparse.export.marks import dues, marks, text_of
from planparse.export.rows import document_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.models import Document

__all__ = ["write"]


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes a line per document, in the form that doccano imports for entities with relations.

    Ids are unique in the file. A due is a relation from the target to its time. Raises UsageError for a document
    without its text.
    """
    with opened(target) as stream:
        number = 0
        for document in documents:
            text, found = text_of(document), marks(document)
            entities = [
                {"id": number + place, "label": mark.label, "start_offset": mark.start, "end_offset": mark.end}
                for place, mark in enumerate(found)
            ]
            relations = [
                {"id": number + place, "from_id": number + figure, "to_id": number + time, "type": "due"}
                for place, (figure, time) in enumerate(dues(found))
            ]
            line = {"text": text, "document": document_key(document), "entities": entities, "relations": relations}
            stream.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            number += len(found)
