"""brat: per document the text and its standoff annotations, with the configuration that names all labels."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from planparse.export.files import folder, opened
from planparse.export.marks import LABELS, TIMES, dues, marks, text_of
from planparse.export.rows import document_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planparse.export.marks import Mark
    from planparse.models import Document

__all__ = ["write"]

CONFIGURATION = "[entities]\n{labels}\n\n[relations]\ndue Arg1:TARGET, Arg2:{times}\n\n[events]\n\n[attributes]\n"


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes `NAME.txt`, `NAME.ann` and `annotation.conf` into a folder.

    Raises UsageError for a stream instead of a folder, and for a document without its text.
    """
    home = folder(target, "brat")
    _save(home / "annotation.conf", CONFIGURATION.format(labels="\n".join(LABELS), times="|".join(TIMES)))
    taken: set[str] = set()
    for document in documents:
        name = _name(document, taken)
        text = text_of(document)
        _save(home / f"{name}.txt", text)
        _save(home / f"{name}.ann", "".join(_annotations(text, marks(document))))


def _annotations(text: str, found: list[Mark]) -> Iterator[str]:
    """`T1⇥TARGET 16 20⇥1.5万亩`; a span over a line end is written in parts, since brat's own cannot hold one."""
    for number, mark in enumerate(found, 1):
        parts = [
            (mark.start + part.start(), mark.start + part.end())
            for part in re.finditer(r"[^\n]+", text[mark.start : mark.end])
        ]
        if parts:
            places = ";".join(f"{start} {end}" for start, end in parts)
            words = " ".join(text[start:end] for start, end in parts).replace("\t", " ").replace("\r", " ")
            yield f"T{number}\t{mark.label} {places}\t{words}\n"
    for number, (figure, time) in enumerate(dues(found), 1):
        yield f"R{number}\tdue Arg1:T{figure + 1} Arg2:T{time + 1}\t\n"


def _name(document: Document, taken: set[str]) -> str:
    """A file name from the document's own, safe on every system, each once."""
    stem = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', "_", Path(document_key(document)).stem).strip("._") or "plan"
    name, number = stem[:80], 1
    while name in taken:
        number += 1
        name = f"{stem[:80]}-{number}"
    taken.add(name)
    return name


def _save(path: Path, words: str) -> None:
    with opened(path) as stream:
        stream.write(words.encode())
