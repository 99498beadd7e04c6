"""Gold: what a careful reader says that a document holds, with each item's place resolved to character offsets.

Two forms are read. A folder holds `NAME.gold.json` beside the document `NAME.txt` (or `.docx`, `.pdf`, …); its items
name their place by `line` (from 1), `quote` (white space may differ) and `nth` (occurrence in and after that line,
default 1). A corrections file of the review page names offsets, and holds the text for when the file is not at hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from planparse.errors import PlanparseError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planparse.models import Document

__all__ = ["LISTS", "Gold", "GoldItem", "load_gold", "resolve"]

LISTS = ("plans", "sections", "quantities", "times", "contacts", "assignments")
CORRECTIONS = "planparse-corrections"


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One annotated item: its span in the text as read, and what the annotator says of it.

    A field may have alternatives that the annotator let stand (`unit_alt`: one value or a list). An `optional` item
    costs nothing when it is missed and nothing when it is found.
    """

    start: int
    end: int
    fields: dict[str, Any]

    @property
    def optional(self) -> bool:
        return bool(self.fields.get("optional"))

    def get(self, name: str, default: Any = None) -> Any:
        return self.fields.get(name, default)

    def accepted(self, name: str) -> list[Any]:
        """The value of a field and the alternatives that stand."""
        other = self.fields.get(f"{name}_alt", [])
        return [self.fields.get(name), *(other if isinstance(other, list) else [other])]


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one document.

    `complete`: what is not in it is wrong to find. Otherwise only what a reviewer judged counts: the items, and the
    spans of `rejected` (by list), where nothing is to be found. `path` is the document, `text` what to read where there
    is no such file.
    """

    name: str
    raw: dict[str, Any]
    path: Path | None = None
    text: str | None = None
    complete: bool = True
    rejected: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def read(self, extract: Callable[[Path | str], Document]) -> Document:
        """The document as extracted from its file, or from the text kept with the corrections.

        A file whose text has changed since the review is not used: the offsets would lie elsewhere.
        """
        if self.path and self.path.exists():
            document = extract(self.path)
            if self.text is None or document.source.text == self.text:
                return document
        if self.text is None:
            raise ReadError(f"{self.path}: the document of {self.name} is missing", "put it beside its gold file")
        document = extract(self.text)
        if document.source.text != self.text:
            raise ReadError(f"{self.name}: its text reads otherwise than it was reviewed", "review it once more")
        return document

    def items(self, text: str) -> dict[str, list[GoldItem]]:
        """The items by list, resolved in the text. Raises PlanparseError naming the first item that is not there."""
        starts = [0, *(match.end() for match in regex.finditer("\n", text))]
        return {name: [self._item(name, raw, text, starts) for raw in self.raw.get(name, [])] for name in LISTS}

    def _item(self, name: str, raw: dict[str, Any], text: str, starts: Sequence[int]) -> GoldItem:
        try:
            start, end = resolve(raw, text, starts)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise PlanparseError(f"{self.name}: {name}: {error}", "mend line, quote or nth of that item") from None
        return GoldItem(start, end, raw)


def resolve(raw: dict[str, Any], text: str, starts: Sequence[int]) -> tuple[int, int]:
    """The span of an item: its offsets, or the nth match of its quote that begins in its line (it may run on)."""
    if "start_char" in raw:
        start, end = int(raw["start_char"]), int(raw["end_char"])
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"{start}–{end} lies outside the text")
        return start, end
    line, nth = int(raw["line"]), int(raw.get("nth", 1))
    quote = str(raw["quote"] if "quote" in raw else raw["value"])
    begin = starts[line - 1]
    stop = starts[line] if line < len(starts) else len(text)
    pattern = regex.compile(r"\s*".join(regex.escape(character) for character in quote if not character.isspace()))
    places = [match.span() for match in pattern.finditer(text, begin) if match.start() < stop]
    if len(places) < nth:
        raise ValueError(f"line {line}: {quote!r} (nth {nth}) is there {len(places)} times")
    return places[nth - 1]


def load_gold(place: Path) -> list[Gold]:
    """The gold of a folder, of one `.gold.json` or of a corrections file.

    Raises ReadError for what is missing or no gold.
    """
    if place.is_dir():
        files = sorted(place.glob("*.gold.json"))
        if not files:
            raise ReadError(
                f"{place}: no .gold.json in this folder", "name a folder of gold files, or a corrections file"
            )
        return [_annotated(file, _json(file)) for file in files]
    data = _json(place)
    if data.get("format") == CORRECTIONS:
        return list(_corrected(place, data.get("documents", [])))
    if place.name.endswith(".gold.json"):
        return [_annotated(place, data)]
    raise ReadError(f"{place}: neither gold nor corrections", "name a folder of gold files, or a corrections file")


def _annotated(file: Path, data: dict[str, Any]) -> Gold:
    name = file.name.removesuffix(".gold.json")
    beside = sorted(other for other in file.parent.glob(f"{name}.*") if other != file and other.suffix != ".json")
    path = file.with_name(f"{name}.txt")
    return Gold(name, data, path if path.exists() or not beside else beside[0])


def _corrected(file: Path, documents: Iterable[dict[str, Any]]) -> Iterable[Gold]:
    for number, data in enumerate(documents, 1):
        try:
            rejected: dict[str, list[tuple[int, int]]] = {}
            for item in data.get("rejected", []):
                rejected.setdefault(item["list"], []).append((int(item["start_char"]), int(item["end_char"])))
            path = Path(data["path"]) if data.get("path") else None
            if path and not path.exists() and (file.parent / path.name).exists():
                path = file.parent / path.name
            name = path.name if path else str(data["sha256"])[:12]
            yield Gold(name, data, path, data["text"], bool(data.get("complete")), rejected)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            hint = "download it again from the review page"
            raise ReadError(f"{file}: document {number} is no correction ({error!r})", hint) from None


def _json(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReadError(
            f"{file}: cannot be read ({error.strerror})", "name a gold folder or a corrections file"
        ) from None
    except ValueError as error:
        raise ReadError(f"{file}: no valid JSON ({error})", "mend the file") from None
    if not isinstance(data, dict):
        raise ReadError(f"{file}: neither gold nor corrections", "name a folder of gold files, or a corrections file")
    return data
