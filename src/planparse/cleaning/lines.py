"""The physical lines of a text: where each stands, how wide it shows, what it begins with."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from io import StringIO
from itertools import compress, pairwise, repeat
from typing import TYPE_CHECKING

from planparse.cleaning.characters import GLOSS, REMOVED, SOFT, has_any
from planparse.cleaning.markup import MARKUP, markup
from planparse.patterns import lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planparse.reading.source import SourceText

__all__ = ["BLANKS", "Line", "Lines", "masked", "physical_lines"]

BLANKS = f" \t\u3000{REMOVED}{GLOSS}{SOFT}"
_BLANKS = frozenset(BLANKS)
_LINE_ENDS = frozenset("\n\f\r\v\x85\u2028\u2029")
_COLUMN_SIGNS = ("\t", "    ", "\u3000\u3000", "|")
_FORM_FEED = lazy_plain_pattern("\f")
# So many characters are split into lines at once.
_STRETCH = 1 << 16


class Line(Record):
    """A line that is not blank. `start:end` are offsets of its words, without the blanks around them.

    `indent` and `width` count columns (a Chinese character is two wide), of the blanks in front and of the words.
    `compact` is the words without blanks.
    """

    __slots__ = ("compact", "end", "indent", "start", "width")

    def __init__(self, start: int, end: int, indent: int, width: int, compact: str) -> None:
        self.start = start
        self.end = end
        self.indent = indent
        self.width = width
        self.compact = compact


class Lines:
    """The lines of a text, column by column: as objects those of a long one would take ten times its own memory.

    Beside what `Line` tells, `rows` marks lines with columns, parted by tabs, wide gaps or bars, `pages` tells pages
    apart, where form feeds or the reader's blocks do, and `marked` how many characters of markup (`- `, `> `, `# `,
    from OCR tools) stand in front of those lines that have any. `fillers` are those and the blanks that the text has.
    """

    __slots__ = ("ends", "fillers", "indents", "marked", "pages", "rows", "starts", "text", "widths")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("I"), array("I")
        self.indents, self.widths = array("I"), array("I")
        self.pages: Sequence[int] = array("I")
        self.marked: dict[int, int] = {}
        self.rows = bytearray()
        self.fillers = [filler for filler in (" ", "\t", "\u3000", REMOVED, GLOSS) if filler in text]

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Line:
        return Line(
            self.starts[index],
            self.ends[index],
            self.indents[index],
            self.widths[index],
            self.compact(index),
        )

    def compact(self, index: int) -> str:
        """The words of a line without blanks."""
        compact = self.text[self.starts[index] : self.ends[index]]
        for filler in self.fillers:
            if filler in compact:
                compact = compact.replace(filler, "")
        return compact

    def without(self, dropped: set[int], text: str) -> Lines:
        """The other lines, without page numbers and markup, in a text that is the same where they stand."""
        if not dropped and not self.marked:
            return self
        kept = Lines(text)
        chosen = bytearray(b"\1") * len(self)
        for index in dropped:
            chosen[index] = 0
        kept.starts = array("I", compress(self.starts, chosen))
        kept.ends = array("I", compress(self.ends, chosen))
        kept.indents = array("I", compress(self.indents, chosen))
        kept.widths = array("I", compress(self.widths, chosen))
        kept.rows = bytearray(compress(self.rows, chosen))
        return kept


def physical_lines(text: str, source: SourceText) -> Lines:
    """The lines of a folded text that are not blank; widths are measured on `source`, which has the same offsets."""
    lines = Lines(text)
    add_start, add_end, add_width = lines.starts.append, lines.ends.append, lines.widths.append
    indents: dict[int, int] = {}
    rows: list[int] = []
    given_text, marks = source.text, MARKUP if source.wrapped else frozenset()
    column_signs = [sign for sign in _COLUMN_SIGNS if sign in text]
    behind = 0
    for raw, width in _raw_lines(text, source):
        start, end = behind, behind + len(raw)
        behind = end + 1
        words = raw.strip(BLANKS)
        if not words:
            continue
        first = words[0]
        if width is None or words != raw or first in marks:
            given, indent = start, 0
            start += raw.index(first) if raw[0] in _BLANKS else 0
            end = start + len(words)
            if first in marks and (taken := markup(words)):
                lines.marked[len(lines)] = taken
                start += taken
            # Where no line of the source begins, cleaning parted this one from the words on its left.
            if given and given_text[given - 1] not in _LINE_ENDS:
                given = given_text.rfind("\n", 0, given) + 1
            if given < start:
                indents[len(lines)] = indent = _columns(given_text[given:start])
            if width is None:
                width = _columns(given_text[start:end])
            else:
                width -= indent + _columns(given_text[end : behind - 1])
        if column_signs and has_any(words, column_signs) and _is_row(words):
            rows.append(len(lines))
        add_start(start)
        add_end(end)
        add_width(width)
    lines.indents = array("I", [0]) * len(lines)
    for index, indent in indents.items():
        lines.indents[index] = indent
    lines.rows = bytearray(len(lines))
    for index in rows:
        lines.rows[index] = True
    page_starts = _page_starts(text, source)
    lines.pages = array("I", [bisect_right(page_starts, start) for start in lines.starts] if page_starts else ())
    return lines


def _raw_lines(text: str, source: SourceText) -> Iterator[tuple[str, int | None]]:
    """The lines of a text, split a stretch at a time, with the columns of what the source has in their places.

    They are measured at once, and None where the source is not parted into the same lines. On the way here line ends
    were added to its own, but none was taken out that is not hidden or joined.
    """
    given, keeps_all = source.text, not (source.hidden or source.joined)
    start = 0
    while start <= len(text):
        end = text.find("\n", start + _STRETCH)
        end = len(text) if end < 0 else end
        lines = text[start:end].replace("\f", "\n").split("\n")
        columns = _gbk(given[start:end]).split(b"\n")
        is_same = keeps_all and len(lines) == len(columns) and given[start - 1 : start] in ("", "\n")
        yield from zip(lines, map(len, columns) if is_same else repeat(None), strict=False)
        start = end + 1


def _columns(words: str) -> int:
    """How many columns wide words show."""
    return len(words) if words.isascii() else len(_gbk(words))


def _gbk(words: str) -> bytes:
    """Words in GBK, which needs one byte for what is one column wide and two for what is two.

    What it lacks is counted as one. The second of two bytes is never that of a line end.
    """
    return words.encode("gbk", "replace")


def _is_row(words: str) -> bool:
    """Whether a line has columns: a tab, a wide gap or bars, not only behind the number of a chapter."""
    if words[0] == "第":
        words = words[1:].lstrip("〇一二三四五六七八九十百0123456789章节条编 \t\u3000")
    return "\t" in words or "    " in words or "\u3000\u3000" in words or words[:1] == "|"


def _page_starts(text: str, source: SourceText) -> list[int]:
    if "\f" in text:
        return [match.end() for match in _FORM_FEED.finditer(text)]
    pages = [(block.page, block.start) for block in source.blocks if block.page is not None]
    return [start for (before, _), (page, start) in pairwise(pages) if page != before]


def masked(text: str, stretches: Iterable[tuple[int, int]], filler: str) -> str:
    """`text` with the stretches (in order, not overlapping) filled with `filler`."""
    if not stretches:
        return text
    written, done = StringIO(newline="\n"), 0
    for start, end in stretches:
        written.write(text[done:start])
        written.write(filler * (end - start))
        done = end
    if not done:
        return text
    written.write(text[done:])
    return written.getvalue()
