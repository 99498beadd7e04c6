"""Styles of a Word document, as far as they change what the text says: headings, lists, hidden words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.reading.archive import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["Styles", "is_on", "list_level", "outline_level"]

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(?:toc|目录|table of contents)\s*(?:heading|标题|\d)?", re.IGNORECASE)
MAX_CHAIN = 40


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says itself; None where it leaves a thing to the style it is based on."""

    name: str
    base: str | None
    list_id: str | None
    list_level: int | None
    outline: int | None
    centered: bool | None
    hidden: bool | None


class Styles:
    """The styles of a document by id, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            identity = attribute(element, "styleId") or ""
            self._styles[identity] = _style(element)
            if attribute(element, "default") in ("1", "true") and attribute(element, "type") == "paragraph":
                self._default = identity

    def list_of(self, style: str | None) -> str | None:
        """The list that paragraphs of a style belong to."""
        return next((found.list_id for _, found in self._chain(style) if found.list_id is not None), None)

    def list_place(self, style: str | None) -> tuple[str, int | None, str] | None:
        """List, level (None: the list's level made for the style) and the id of the style that says so."""
        for identity, found in self._chain(style):
            if found.list_id is not None:
                return found.list_id, found.list_level, identity
        return None

    def heading_level(self, style: str | None) -> int | None:
        """The heading level from 1 that a style gives its paragraphs, None for running text."""
        for _, found in self._chain(style):
            if found.outline is not None:
                return found.outline + 1 if found.outline < 9 else None
            named = HEADING_NAME.fullmatch(found.name)
            if named:
                return int(named[1])
        return None

    def is_contents(self, style: str | None) -> bool:
        """Whether paragraphs of a style belong to a table of contents."""
        found = self._styles.get(style or "")
        return found is not None and CONTENTS_NAME.fullmatch(found.name) is not None

    def is_centered(self, style: str | None) -> bool:
        """Whether paragraphs of a style stand in the middle of the line, as titles do."""
        return next((found.centered for _, found in self._chain(style) if found.centered is not None), False)

    def is_hidden(self, style: str | None) -> bool:
        """Whether words of a style are hidden."""
        return next((found.hidden for _, found in self._chain(style) if found.hidden is not None), False)

    def _chain(self, style: str | None) -> Iterator[tuple[str, Style]]:
        """A style and those it is based on, nearest first; circles end after a while."""
        identity = style if style in self._styles else self._default
        for _ in range(MAX_CHAIN):
            found = self._styles.get(identity or "")
            if identity is None or found is None:
                return
            yield identity, found
            identity = found.base


def _style(element: Element) -> Style:
    properties = child(element, "pPr")
    alignment = child(properties, "jc")
    place = list_level(properties)
    based_on, name = child(element, "basedOn"), child(element, "name")
    return Style(
        name=(attribute(name, "val") if name is not None else None) or "",
        base=attribute(based_on, "val") if based_on is not None else None,
        list_id=place[0] if place else None,
        list_level=place[1] if place else None,
        outline=outline_level(properties),
        centered=None if alignment is None else attribute(alignment, "val") == "center",
        hidden=is_on(child(element, "rPr"), "vanish"),
    )


def list_level(properties: Element | None) -> tuple[str | None, int | None] | None:
    """The `numPr` of paragraph properties: list id and level, each None where not given."""
    found = child(properties, "numPr")
    if found is None:
        return None
    number, level = child(found, "numId"), child(found, "ilvl")
    digits = attribute(level, "val") if level is not None else None
    return (
        attribute(number, "val") if number is not None else None,
        int(digits[:6]) if digits and digits.isdecimal() else None,
    )


def outline_level(properties: Element | None) -> int | None:
    """The `outlineLvl` of paragraph properties: 0–8, or 9 for running text."""
    found = child(properties, "outlineLvl")
    digits = attribute(found, "val") if found is not None else None
    return int(digits[:6]) if digits and digits.isdecimal() else None


def is_on(properties: Element | None, name: str) -> bool | None:
    """A switch such as `vanish`: None where it is not set, False where it is set to 0."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")
