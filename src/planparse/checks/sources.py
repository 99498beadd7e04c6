"""The file as its author sees it: where the words that were read stand in it, and which comments silence checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.checks.silence import Silences, find_silences
from planparse.reading import read_bytes, read_path

if TYPE_CHECKING:
    from pathlib import Path

    from planparse.reading import SourceText

__all__ = ["Original", "place_in", "read_original"]

# Formats whose files are text: their lines are what an editor shows. Of the others the text as read is shown.
TEXT_FORMATS = frozenset({"txt", "md", "csv"})


@dataclass(frozen=True, slots=True)
class Original:
    """`source` is what planparse reads, without the comments to it; `shown` the text whose lines findings name.

    `places[i]` is the offset in `shown` of character `i` of the text as read; None where the two are the same.
    """

    source: SourceText
    silences: Silences
    shown: str
    places: tuple[int, ...] | None = None


def read_original(file: Path) -> Original:
    """Reads a document for checking. Raises ReadError."""
    source = read_path(file)
    if source.format not in TEXT_FORMATS:
        silences = find_silences(source.text)
        return Original(source.replaced(text=silences.text), silences, source.text)
    written = file.read_bytes().decode(source.encoding or "utf-8", errors="replace").removeprefix("\ufeff")
    written = written.replace("\r\n", "\n").replace("\r", "\n")
    silences = find_silences(written)
    if silences.text != written:
        # A comment must not be read as a heading, nor tell the format.
        plain = read_bytes(silences.text.encode("utf-8", "replace"), name=str(file), encoding="utf-8")
        source = plain.replaced(encoding=source.encoding, sha256=source.sha256)
    if source.text == silences.text:
        return Original(source, silences, written)
    places = place_in(source.text, silences.text)
    return (
        Original(source, silences, written, places) if places else Original(source, Silences(source.text), source.text)
    )


def place_in(words: str, written: str) -> tuple[int, ...] | None:
    """Where each character of `words`, the cells of a csv file, stands in `written`, the file; None where it does not.

    Commas and quotation marks never change the order of the words, so each character is the next of its kind. A blank
    stands where the character before it ends.
    """
    places, at = [], 0
    for char in words:
        if char.isspace():
            places.append(at)
            continue
        found = written.find(char, at)
        if found < 0:
            return None
        places.append(found)
        at = found + 1
    return (*places, at)
