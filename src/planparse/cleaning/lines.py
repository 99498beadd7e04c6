"""The physical lines of a text: where each stands, how wide it shows, what it begins with."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planparse.cleaning.characters import GLOSS, REMOVED, SOFT
from planparse.cleaning.markup import MARKUP, markup
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.reading.source import SourceText

__all__ = ["BLANKS", "Line", "masked", "physical_lines"]

BLANKS = f" \t\u3000{REMOVED}{GLOSS}{SOFT}"
_LINE_ENDS = frozenset("\n\f\r\v\x85\u2028\u2029")
_FORM_FEED = lazy_plain_pattern("\f")


class Line(NamedTuple):
    """A line that is not blank. `start:end` are offsets of its words, without the blanks around them.

    `indent` and `width` count columns (a Chinese character is two wide), of the blanks in front and of the words.
    `compact` is the words without blanks. `page` tells pages apart, where form feeds or the reader's blocks do.
    `marked` is how many characters of markup (`- `, `> `, `# `, from OCR tools) stand in front of `start`.
    `is_row` marks lines with columns, parted by tabs, wide gaps or bars.
    """

    start: int
    end: int
    indent: int
    width: int
    compact: str
    page: int
    marked: int = 0
    is_row: bool = False


def physical_lines(text: str, source: SourceText) -> list[Line]:
    """The lines of a folded text that are not blank; widths are measured on `source`, which has the same offsets."""
    lines: list[Line] = []
    page_starts = _page_starts(text, source)
    has_fillers = REMOVED in text or GLOSS in text
    given_text, wrapped = source.text, source.wrapped
    behind = 0
    for raw in text.replace("\f", "\n").split("\n"):
        given = behind
        behind += len(raw) + 1
        words = raw.strip(BLANKS)
        if not words:
            continue
        start = given if len(words) == len(raw) else given + len(raw) - len(raw.lstrip(BLANKS))
        end = start + len(words)
        taken = markup(words) if wrapped and words[0] in MARKUP else 0
        start += taken
        if given and given_text[given - 1] not in _LINE_ENDS:  # cleaning parted it from the words on its left
            given = given_text.rfind("\n", 0, given) + 1
        indent = _columns(given_text[given:start]) if given < start else 0
        page = bisect_right(page_starts, start) if page_starts else 0
        width = _columns(given_text[start:end])
        compact = "".join(words[taken:].split())
        if has_fillers:
            compact = compact.replace(REMOVED, "").replace(GLOSS, "")
        lines.append(Line(start, end, indent, width, compact, page, taken, _is_row(words)))
    return lines


def _is_row(words: str) -> bool:
    words = words[1:].lstrip("〇一二三四五六七八九十百0123456789章节条编 \t\u3000") if words[0] == "第" else words
    return "\t" in words or "    " in words or "\u3000\u3000" in words or words[:1] == "|"


def _page_starts(text: str, source: SourceText) -> list[int]:
    if "\f" in text:
        return [match.end() for match in _FORM_FEED.finditer(text)]
    pages = [(block.page, block.start) for block in source.blocks if block.page is not None]
    return [start for (before, _), (page, start) in pairwise(pages) if page != before]


def _columns(words: str) -> int:
    # GBK needs one byte for what is one column wide and two for what is two; what it lacks is counted as one.
    return len(words.encode("gbk", "replace"))


def masked(text: str, stretches: Iterable[tuple[int, int]], filler: str) -> str:
    """`text` with the stretches (in order, not overlapping) filled with `filler`."""
    pieces, done = [], 0
    for start, end in stretches:
        pieces += [text[done:start], filler * (end - start)]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text
