"""JSON: a document as one object."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

import pydantic_core

from planparse.export.files import opened
from planparse.models import PLAN_LISTS, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planparse.export.streamed import StreamedDocument, StreamedPlan
    from planparse.models import Model

__all__ = ["json_pieces", "to_json", "write", "write_objects"]

# What is written last but found first is kept in memory up to so many bytes, then in a temporary file.
_IN_MEMORY = 2**20


def to_json(document: Document, indent: int | None = 2) -> str:
    """The document as JSON; Chinese stays readable, keys stand in the order of the models, numbers are exact.

    `indent` is the number of blanks per level, None for all on one line. The same document gives the same bytes.
    """
    return document.model_dump_json(indent=indent)


def json_pieces(stream: StreamedDocument, indent: int | None = 2) -> Iterator[bytes]:
    """The same JSON of a document that is read meanwhile, holding one plan at a time; UTF-8."""
    layout = _Layout(indent)
    with _List(layout, 1) as said:
        said.add(stream.frame.diagnostics)
        frame = layout.nested(stream.frame.model_copy(update={"diagnostics": []}), 0)
        head, key, _ = frame.rpartition(b'"plans"')
        yield head + key + layout.colon
        opening = b"["
        for plan in stream.plans():
            yield opening + layout.line(2)
            yield from _plan(plan, said, layout)
            opening = b","
        yield b"[]" if opening == b"[" else layout.line(1) + b"]"
        yield b"," + layout.line(1) + b'"diagnostics"' + layout.colon
        yield from said
        yield layout.line(0) + b"}"


def write(documents: Iterable[Document | StreamedDocument], target: Path | BinaryIO) -> None:
    """Writes one document as an object, several as objects one after the other, each ending with a line end."""
    write_objects(documents, target, indent=2)


def write_objects(
    documents: Iterable[Document | StreamedDocument], target: Path | BinaryIO, *, indent: int | None
) -> None:
    """Writes the documents as objects that end with a line end each; those that are streams plan by plan."""
    with opened(target) as stream:
        for document in documents:
            if isinstance(document, Document):
                stream.write(to_json(document, indent).encode())
            else:
                stream.writelines(json_pieces(document, indent))
            stream.write(b"\n")


class _Layout:
    """How pydantic lays JSON out."""

    def __init__(self, indent: int | None) -> None:
        self.indent = indent
        self.colon = b":" if indent is None else b": "

    def line(self, depth: int) -> bytes:
        """What stands in front of an item at a depth."""
        return b"" if self.indent is None else b"\n" + b" " * (self.indent * depth)

    def nested(self, model: Model, depth: int) -> bytes:
        """A model as an item at a depth."""
        return pydantic_core.to_json(model, indent=self.indent).replace(b"\n", self.line(depth))


class _List:
    """A list that is written behind what is found later; run through, it gives its JSON."""

    def __init__(self, layout: _Layout, depth: int) -> None:
        self._layout = layout
        self._depth = depth
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed by __exit__
        self._opening = b"["

    def __enter__(self) -> _List:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, items: Iterable[Model]) -> None:
        """Adds items at the end."""
        for item in items:
            line = self._opening + self._layout.line(self._depth + 1)
            self._file.write(line + self._layout.nested(item, self._depth + 1))
            self._opening = b","

    def __iter__(self) -> Iterator[bytes]:
        if self._opening == b"[":
            yield b"[]"
            return
        self._file.seek(0)
        while piece := self._file.read(_IN_MEMORY):
            yield piece
        yield self._layout.line(self._depth) + b"]"


def _plan(plan: StreamedPlan, said: _List, layout: _Layout) -> Iterator[bytes]:
    """A plan at depth 2; a plan in pieces is written when it has been read, and no two pieces are held at a time."""
    if len(plan) == 1:
        for whole, diagnostics in plan:
            said.add(diagnostics)
            yield layout.nested(whole, 2)
        return
    with ExitStack() as stack:
        lists = {name: stack.enter_context(_List(layout, 3)) for name in PLAN_LISTS}
        spans, bare = [], None
        for piece, diagnostics in plan:
            said.add(diagnostics)
            for name, items in lists.items():
                items.add(getattr(piece, name))
            spans.append(piece.span)
            bare = bare or piece.model_copy(update={name: [] for name in PLAN_LISTS})
            del piece
        assert bare is not None
        bare = bare.model_copy(update={"span": replace(spans[0], end=spans[-1].end)})
        head, *_ = layout.nested(bare, 2).partition(f'"{PLAN_LISTS[0]}"'.encode())
        for name, items in lists.items():
            yield head + f'"{name}"'.encode() + layout.colon
            yield from items
            head = b"," + layout.line(3)
        yield layout.line(2) + b"}"
