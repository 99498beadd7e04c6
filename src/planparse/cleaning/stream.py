"""`clean`: from a document's words to the one stream that every later stage reads."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planparse.cleaning.blanks import part
from planparse.cleaning.characters import EXPANSIONS, GLOSS, SOFT, expansion, fold_characters
from planparse.cleaning.glosses import mask_glosses
from planparse.cleaning.lines import BLANKS
from planparse.cleaning.numerals import mend_numerals
from planparse.cleaning.paragraphs import mask_lines
from planparse.cleaning.text import CleanText
from planparse.cleaning.traditional import simplify_shared

if TYPE_CHECKING:
    from planparse.reading.source import SourceText

__all__ = ["clean"]

_FILLERS = frozenset(f"{BLANKS}\n\f")


def clean(source: SourceText) -> CleanText:
    """The words of `source` as one stream of simplified, half-width characters, a line for each paragraph.

    Every step keeps the length of the text: what goes out of the stream is filled with control characters that stand
    for nothing, gloss or soft line end. The last step leaves them out and notes the alignment. Linear in the text.
    """
    text = fold_characters(source.text)
    text = simplify_shared(text, source.text)
    text = mend_numerals(text)
    text = mask_glosses(text)
    text = mask_lines(text, source)
    return _assembled(text, source.text)


@cache
def _break_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\0-\2 \t\u3000\n\f]+|[{EXPANSIONS}]")


def _assembled(text: str, source: str) -> CleanText:
    """Leaves out the fillers and blanks, and writes down which run of the stream stands where in the source."""
    pieces: list[str] = []
    cleans: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length = done = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        pieces.append(words)
        cleans.append(length)
        starts.append(start)
        ends.append(end)
        length += len(words)

    for match in _break_pattern().finditer(text):
        start, end = match.span()
        if done < start:
            add(text[done:start], done, start)
        done = end
        char = text[start]
        if char not in _FILLERS:
            for plain in expansion(char):
                add(plain, start, end)
            continue
        if char == GLOSS and ends:
            start += len(match[0]) - len(match[0].lstrip(GLOSS))
            ends[-1] = start
        between = _between(text, start, end) if length and end < len(text) else ""
        if between == "\n":
            place = min(place for place in (text.find("\n", start, end), text.find("\f", start, end)) if place >= 0)
            add(between, place, place + 1)
        elif between:
            add(between, start, end)
    if done < len(text):
        add(text[done:], done, len(text))
    return CleanText("".join(pieces), source, tuple(cleans), tuple(starts), tuple(ends))


def _between(text: str, start: int, end: int) -> str:
    """What stands in the stream for blanks, line ends and fillers between two characters of it."""
    blanks = text[start:end]
    if "\n" in blanks or "\f" in blanks:
        return "\n"
    if SOFT in blanks:
        before, after = text[start - 1], text[end]
        is_latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        return " " if is_latin else ""
    return part(text, start, end)
