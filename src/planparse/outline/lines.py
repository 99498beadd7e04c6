"""The lines of a clean text: where each begins and ends without its blanks and list marks."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from planparse.outline.numbering import Number, read_number
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.cleaning.text import CleanText
    from planparse.reading.source import SourceText
    from planparse.rules import RuleSet

__all__ = ["Line", "split_lines"]

# Blanks, and marks that editors put before a paragraph: `- 1、…`, `> …`, `◆ …`. Not `—`, which OCR reads for 一.
_MARGIN = lazy_pattern(r"[ \t\u3000]*+(?:[->*•·●■□▪◆◇★▲※]++[ \t\u3000]++|[>•●■□▪◆◇★▲※]++|#{1,6}+[ \t]++|[ \t\u3000])*+")
_MARGIN_STARTS = frozenset(" \t\u3000->*•·●■□▪◆◇★▲※#")
_HASHES = lazy_pattern(r"[ \t]*+(#{1,6})[ \t]")


class Line(NamedTuple):
    """A line that says something: `text` is `CleanText.text[start:end]`, `number` the heading number that opens it.

    `style` is its format's heading level; `in_table` where it is a row of a table of several columns, and so no
    heading.
    """

    start: int
    end: int
    text: str
    number: Number | None
    style: int | None = None
    in_table: bool = False


def split_lines(text: CleanText, source: SourceText, rules: RuleSet) -> list[Line]:
    """The lines of `text` that are not blank, in order."""
    styles = {block.start: block.style_level for block in source.blocks if block.style_level}
    style_ends = {block.start: block.end for block in source.blocks if block.style_level}
    starts = sorted(styles)
    tables = [(table.start, table.end) for table in source.tables if any(cell.column for cell in table.cells)]
    table_starts = [start for start, _ in tables]
    lines: list[Line] = []
    offset = 0
    for raw in text.text.split("\n"):
        begin, stop = offset, offset + len(raw)
        offset = stop + 1
        words = raw.rstrip(" \t\u3000\r\v\f")
        if not words:
            continue
        lead = 0
        if words[0] in _MARGIN_STARTS:
            margin = _MARGIN.match(words)
            lead = margin.end() if margin else 0
            if lead >= len(words):
                continue
            words = words[lead:]
        start, end = begin + lead, begin + lead + len(words)
        style = None
        if starts:
            place = text.source_start(start)
            found = bisect_left(starts, place + 1) - 1
            if found >= 0 and place < style_ends[starts[found]]:
                style = styles[starts[found]]
        elif hashes := (_HASHES.match(raw) if "#" in raw[:8] else None):
            style = len(hashes[1])
        in_table = False
        if tables:
            place = text.source_start(start)
            table = bisect_left(table_starts, place + 1) - 1
            in_table = table >= 0 and place < tables[table][1]
        lines.append(Line(start, end, words, read_number(words, rules), style, in_table))
    return lines
