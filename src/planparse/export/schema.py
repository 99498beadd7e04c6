"""The JSON Schema of what planparse writes, generated from the models."""

from __future__ import annotations

from typing import Any

from planparse.models import SCHEMA_VERSION, Document

__all__ = ["document_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a `Document`.

    Every key that is always written is required; optional are `page`, `block`, `cell` and `box` of a span, which is a
    `PlacedSpan` where it has any of them, and `source.text`.
    """
    schema = Document.model_json_schema(mode="serialization")
    schema.pop("title", None)
    title = f"planparse document, schema version {SCHEMA_VERSION}"
    return {"$schema": DIALECT, "title": title, **schema}
