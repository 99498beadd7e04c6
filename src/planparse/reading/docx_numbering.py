"""Automatic numbering of Word: which number stands before a paragraph, computed from numbering.xml.

Word stores no number in the text. A paragraph (or its style) names a list `numId` and a level `ilvl`; the list points
to an abstract list, whose levels say how numbers look (`numFmt`), what stands around them (`lvlText`, `（%1）`), where
they start and what makes them start anew (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planparse.reading.archive import attribute, child, local
from planparse.reading.docx_numerals import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planparse.reading.docx_styles import Styles

__all__ = ["Numbering"]

LEVELS = 9
MAX_NUMBER = 32767
MAX_LABEL = 64
PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 1) at or above which a number makes this one start anew."""

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A numbering instance: the abstract list whose counters it shares, its levels, and the starts it sets anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Counters:
    """Where an abstract list stands: the number last given on each level, None before the first."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """Gives each numbered paragraph its label; must be asked for every paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists = _lists(root, styles)
        self._counters: dict[str, Counters] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, list_id: str, level: int | None, style: str | None) -> str:
        """The number before a paragraph of a list with what parts it from the words (`一、`, `第一条 `), or "".

        `level` is None where only the style is known: then the list's level that belongs to the style counts.
        """
        found = self._lists.get(list_id)
        if found is None:
            return ""
        if level is None:
            level = next((number for number, lvl in found.levels.items() if style and lvl.style == style), 0)
        if level not in found.levels:
            return ""
        numbers = self._advance(list_id, found, level)
        return _label(found, level, numbers)

    def _advance(self, list_id: str, found: List, level: int) -> list[int | None]:
        numbers = self._counters.setdefault(found.abstract, Counters()).numbers
        for above in range(level + 1):
            # A list instance with starts of its own begins anew when it is first met on that level.
            if above in found.starts and (list_id, above) not in self._started:
                self._started.add((list_id, above))
                numbers[above] = None
        current = numbers[level]
        start = found.starts.get(level, found.levels[level].start)
        numbers[level] = start if current is None else current + 1
        for below in range(level + 1, LEVELS):
            lower = found.levels.get(below)
            restart = lower.restart if lower and lower.restart is not None else below
            if level < restart:
                numbers[below] = None
        return numbers


def _label(found: List, level: int, numbers: list[int | None]) -> str:
    definition = found.levels[level]
    if definition.number_format == "bullet":
        return ""

    def written(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = found.levels.get(place, Level())
        number = numbers[place]
        value = other.start if number is None else number
        legal = definition.legal and other.number_format not in ("none", "bullet")
        return written_number(value, "decimal" if legal else other.number_format)

    label = PLACEHOLDER.sub(written, definition.text).strip()
    # What ends in 、 . ） or a sign like ① needs no blank before the words; 第一条 and 1.1 do.
    apart = definition.suffix != "nothing" and label[-1:].isalnum() and not "①" <= label[-1:] <= "⒛"
    return f"{label} " if apart else label


def _lists(root: Element | None, styles: Styles) -> dict[str, List]:
    if root is None:
        return {}
    abstracts: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in root:
        if local(element) == "abstractNum":
            identity = attribute(element, "abstractNumId") or ""
            abstracts[identity] = dict(_levels(element))
            link = child(element, "numStyleLink")
            if link is not None:
                links[identity] = attribute(link, "val") or ""
    instances = [element for element in root if local(element) == "num"]
    abstract_of = {attribute(num, "numId") or "": _value(num, "abstractNumId") or "" for num in instances}
    for identity, style in links.items():
        # A list that refers to a numbering style: the style names the list that really has the levels.
        linked = abstract_of.get(styles.list_of(style) or "")
        if linked in abstracts:
            abstracts[identity] = abstracts[linked]
    return {
        number: _instance(num, abstract_of[number], abstracts.get(abstract_of[number], {}))
        for num in instances
        if (number := attribute(num, "numId") or "")
    }


def _instance(num: Element, abstract: str, levels: dict[int, Level]) -> List:
    levels = dict(levels)
    starts: dict[int, int] = {}
    for override in num:
        if local(override) != "lvlOverride":
            continue
        level = _number(attribute(override, "ilvl"), 0)
        own = dict(_levels(override))
        levels.update(own)
        start = _value(override, "startOverride")
        if start is not None:
            starts[level] = _number(start, 1)
            levels[level] = replace(levels.get(level, Level()), start=starts[level])
    return List(abstract, levels, starts)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for element in parent:
        if local(element) != "lvl":
            continue
        legal = child(element, "isLgl")
        yield (
            min(_number(attribute(element, "ilvl"), 0), LEVELS - 1),
            Level(
                number_format=_format(element),
                text=(_value(element, "lvlText") or "")[:MAX_LABEL],
                start=_number(_value(element, "start"), 1),
                suffix=_value(element, "suff") or "tab",
                legal=legal is not None and attribute(legal, "val") not in ("0", "false", "off"),
                restart=None if child(element, "lvlRestart") is None else _number(_value(element, "lvlRestart"), 0),
                style=_value(element, "pStyle"),
            ),
        )


def _format(level: Element) -> str:
    """The level's number format; newer formats stand in an alternate-content wrapper with an older one beside them."""
    for path in (("numFmt",), ("AlternateContent", "Fallback", "numFmt"), ("AlternateContent", "Choice", "numFmt")):
        found = child(level, *path)
        if found is not None:
            return attribute(found, "val") or "decimal"
    return "decimal"


def _value(parent: Element, name: str) -> str | None:
    found = child(parent, name)
    return None if found is None else attribute(found, "val")


def _number(text: str | None, default: int) -> int:
    return min(int(text[:6]), MAX_NUMBER) if text and text.isdecimal() else default
