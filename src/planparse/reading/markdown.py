"""Markdown: the words as they are shown, without the marks; headings with their level, tables with their cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.assembly import Assembly, GridCell
from planparse.reading.encodings import decode
from planparse.reading.text_tables import RULE, bar_cells

if TYPE_CHECKING:
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["is_markdown", "read"]

HEADING = lazy_plain_pattern(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
FENCE = lazy_plain_pattern(r"\s*(?:```|~~~)")
LINE = lazy_plain_pattern(r"\s*+(?:[-*_]\s*+){3,}+|\s*+[=-]{3,}+\s*+")
COMMENT = lazy_plain_pattern(r"<!--(?>.*?-->)", re.DOTALL)
QUOTE = lazy_plain_pattern(r"\s*(?:>\s?)+")
BULLET = lazy_plain_pattern(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
ITEM = lazy_plain_pattern(r"\s*(?:\d{1,3}[.)、．]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、])")
# `**strong**`, `*stressed*`, `` `code` ``, `[words](address)`, `![picture](address)`, `\*`
# Stars behind a digit are a redaction (`20**年`).
STRONG = lazy_plain_pattern(
    r"(?<![\d*])\*\*(?=[^\s*])([^*\n]+)(?<=\S)\*\*(?!\*)|(?<![\w])__(?=[^\s_])([^_\n]+)(?<=\S)__(?!\w)"
)
STRESSED = lazy_plain_pattern(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])")
CODE = lazy_plain_pattern(r"`([^`\n]{1,2000})`")
LINK = lazy_plain_pattern(r"(!?)\[([^\[\]\n]{0,2000})\]\([^()\n]{0,2000}\)")
ESCAPE = lazy_plain_pattern(r"\\([\\`*_{}\[\]()#+.!|>~-])")


RULE_LINE = lazy_plain_pattern(r"^[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+\|[ \t:|-]*+$", re.MULTILINE)
HEADING_LINE = lazy_plain_pattern(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text is markdown: a table with its rule, or two headings with `#`."""
    for rule in RULE_LINE.finditer(text):
        head_start = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        if "|" in text[head_start : rule.start()]:
            return True
    return sum(1 for _ in zip(HEADING_LINE.finditer(text), range(2), strict=False)) == 2


def read(data: bytes, options: Options) -> SourceText:
    """Reads a markdown file in the encoding that is asked for, or in the most plausible one. Raises ReadError."""
    decoded = decode(data, options.encoding)
    text = COMMENT.sub("", decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    assembly = Assembly()
    page = Page(assembly)
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        number = page.add(lines, number)
    page.end_paragraph()
    source = assembly.source("md", wrapped=False, encoding=decoded.encoding)
    return replace(source, notes=source.notes + decoded.notes)


class Page:
    """Goes through the lines once and joins those of a paragraph."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._paragraph: list[str] = []
        self._fenced = False

    def add(self, lines: list[str], number: int) -> int:
        """Reads what begins at a line; returns the number of the line behind it."""
        line = lines[number]
        if FENCE.match(line):
            self.end_paragraph()
            self._fenced = not self._fenced
        elif self._fenced:
            self._assembly.paragraph(line)
        elif heading := HEADING.fullmatch(line):
            self.end_paragraph()
            self._assembly.paragraph(_words(heading[2]), style_level=len(heading[1]))
        elif "|" in line and number + 1 < len(lines) and "-" in lines[number + 1] and RULE.fullmatch(lines[number + 1]):
            self.end_paragraph()
            return self._add_table(lines, number)
        elif not line.strip() or LINE.fullmatch(line):
            self.end_paragraph()
        else:
            self._add_line(line)
        return number + 1

    def _add_line(self, line: str) -> None:
        line = QUOTE.sub("", line, count=1)
        bullet = BULLET.match(line)
        if bullet or ITEM.match(line):
            self.end_paragraph()
        self._paragraph.append(line[bullet.end() if bullet else 0 :])
        # Two blanks at the end break the line; so does the end of a sentence, as people write Chinese markdown.
        if line.endswith(("  ", "\\", "。", "；", "：")) or line.rstrip().endswith(("。", "；", "：")):
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """Closes the paragraph that was being read."""
        joined = ""
        for line in self._paragraph:
            words = line.strip().removesuffix("\\")
            joined += (" " if joined[-1:].isascii() and words[:1].isascii() and joined else "") + words
        self._paragraph = []
        self._assembly.paragraph(_words(joined))

    def _add_table(self, lines: list[str], number: int) -> int:
        cells: list[GridCell] = []
        row = 0
        for end in range(number, len(lines)):
            line = lines[end]
            if end == number + 1:
                continue
            if "|" not in line:
                break
            for column, (left, right) in enumerate(bar_cells(line, 0, len(line))):
                cells.append(GridCell(_words(line[left:right]), row, column))
            row += 1
        else:
            end = len(lines)
        self._assembly.table(cells)
        return end


def _words(text: str) -> str:
    """What a line of markdown shows."""
    text = LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = STRONG.sub(lambda strong: strong[1] or strong[2], text)
    text = STRESSED.sub(r"\1", text)
    text = CODE.sub(r"\1", text)
    return ESCAPE.sub(r"\1", text.replace("<br>", " ").replace("<br/>", " "))
