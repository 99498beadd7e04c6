"""Markdown: the text as it stands, with the marks that it does not show, headings with their level, and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.plain import read as read_plain
from planparse.reading.source import Block
from planparse.reading.text_tables import RULE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

HEADING = lazy_plain_pattern(r"[ \0]{0,3}(#{1,6})[ \t]+(.*?)[ \t\0]*#*[ \t\0]*")
FENCE = lazy_plain_pattern(r"\s*(?:```|~~~)")
LINE = lazy_plain_pattern(r"\s*+(?:[-*_]\s*+){3,}+|\s*+[=-]{3,}+\s*+")
COMMENT = lazy_plain_pattern(r"<!--(?>.*?-->)", re.DOTALL)
QUOTE = lazy_plain_pattern(r"\s*(?:>\s?)+")
BULLET = lazy_plain_pattern(r"\s*[-*+]\s+")
CHECKBOX = lazy_plain_pattern(r"\[[ xX]\]\s+")
ITEM = lazy_plain_pattern(r"\s*(?:\d{1,3}[.)、．]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、])")
# `**strong**`, `*stressed*`, `` `code` ``, `[words](address)`, `![picture](address)`, `\*`
# Stars behind a digit are a redaction (`20**年`).
STRONG = lazy_plain_pattern(
    r"(?<![\d*])\*\*(?=[^\s*])([^*\n]+)(?<=\S)\*\*(?!\*)|(?<![\w])__(?=[^\s_])([^_\n]+)(?<=\S)__(?!\w)"
)
STRESSED = lazy_plain_pattern(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])")
CODE = lazy_plain_pattern(r"`([^`\n]{1,2000})`")
LINK = lazy_plain_pattern(r"(!?)\[([^\[\]\n]{0,2000})\]\([^()\n]{0,2000}\)")
BREAK = lazy_plain_pattern(r"<br ?/?>")
ESCAPE = lazy_plain_pattern(r"\\([\\`*_{}\[\]()#+.!|>~-])")


_COMMENTED = "\0"
_BLANK = " \t\u3000\0"


def read(data: bytes, options: Options) -> SourceText:
    """Reads a markdown file in the encoding that is asked for, or in the most plausible one. Raises ReadError."""
    source = read_plain(data, options)
    page = _Page(source.text)
    page.read()
    return source.replaced(
        format="md",
        wrapped=False,
        hidden=tuple(_merged([*page.hidden, *_inside(source.text)])),
        joined=tuple(page.joined),
        blocks=tuple(page.headings),
    )


class _Page:
    """Goes through the lines once: which marks at their ends are not shown, which of them make one paragraph."""

    def __init__(self, text: str) -> None:
        # What a comment hides says nothing of a line, nor ends it.
        self._text = COMMENT.sub(lambda comment: _COMMENTED * len(comment[0]), text)
        self.hidden: list[tuple[int, int]] = []
        self.joined: list[tuple[int, int]] = []
        self.headings: list[Block] = []
        self._open: int | None = None
        """Where the paragraph that goes on ends so far."""
        self._fenced = False

    def read(self) -> None:
        """Reads all lines."""
        start = 0
        while start <= len(self._text):
            start = self._add(start, self._end_of(start)) + 1

    def _add(self, start: int, end: int) -> int:
        """Reads what begins at a line; returns where it ends."""
        text = self._text
        line = text[start:end]
        if FENCE.match(line):
            self._open = None
            self.hidden.append((start, end))
            self._fenced = not self._fenced
        elif self._fenced:
            self._open = None
        elif heading := HEADING.fullmatch(line):
            self._open = None
            first, last = start + heading.start(2), start + heading.end(2)
            self.hidden += [(start, first), (last, end)]
            self.headings.append(Block(first, last, style_level=len(heading[1])))
        elif "|" in line and RULE.fullmatch(text, end + 1, self._end_of(end + 1)):
            self._open = None
            return self._pass_table(end)
        elif not line.strip(_BLANK) or LINE.fullmatch(line):
            self._open = None
            self.hidden.append((start, end))
        else:
            self._add_line(start, end)
        return end

    def _add_line(self, start: int, end: int) -> None:
        text = self._text
        first = start
        if quote := QUOTE.match(text, first, end):
            first = quote.end()
        if bullet := BULLET.match(text, first, end):
            first = bullet.end()
        if bullet or ITEM.match(text, first, end):
            self._open = None
        if checkbox := CHECKBOX.match(text, first, end) if bullet else None:
            first = checkbox.end()
        first += len(text[first:end]) - len(text[first:end].lstrip(_BLANK))
        self.hidden.append((start, first))
        if self._open is not None:
            self.joined.append((self._open, first))
        line = text[first:end]
        words = line.rstrip(_BLANK)
        # Two blanks at the end break the line; so does the end of a sentence, as people write Chinese markdown.
        is_broken = line.endswith(("  ", "\\")) or words.endswith(("。", "；", "："))
        self._open = None if is_broken else first + len(words)

    def _pass_table(self, head_end: int) -> int:
        """Hides the rule below a table's head; returns where the last row ends. The rows are read as in any text."""
        end = self._end_of(head_end + 1)
        self.hidden.append((head_end + 1, end))
        while end < len(self._text):
            stop = self._end_of(end + 1)
            if self._text.find("|", end + 1, stop) < 0:
                break
            end = stop
        return end

    def _end_of(self, start: int) -> int:
        end = self._text.find("\n", start)
        return len(self._text) if end < 0 else end


def _inside(text: str) -> Iterator[tuple[int, int]]:
    """The marks within lines: comments, pictures, addresses of links, signs of stress, of code and of escape."""
    for pattern in (COMMENT, BREAK):
        yield from (match.span() for match in pattern.finditer(text))
    for link in LINK.finditer(text):
        if link[1]:
            yield link.span()
        else:
            yield link.start(), link.start(2)
            yield link.end(2), link.end()
    for pattern in (STRONG, STRESSED, CODE):
        for match in pattern.finditer(text):
            yield match.start(), match.start(match.lastindex or 0)
            yield match.end(match.lastindex or 0), match.end()
    yield from ((match.start(), match.start() + 1) for match in ESCAPE.finditer(text))


def _merged(stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    begin = end = 0
    for start, stop in sorted(stretches):
        if start > end:
            if begin < end:
                yield begin, end
            begin = start
        end = max(end, stop)
    if begin < end:
        yield begin, end
