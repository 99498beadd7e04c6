"""`clean`: from a document's words to the one stream that every later stage reads."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from planparse.cleaning.blanks import part
from planparse.cleaning.characters import EXPANSIONS, GLOSS, SOFT, expansion, fold_characters
from planparse.cleaning.glosses import mask_glosses
from planparse.cleaning.glued import part_glued
from planparse.cleaning.lines import BLANKS
from planparse.cleaning.numerals import mend_numerals
from planparse.cleaning.paragraphs import mask_lines
from planparse.cleaning.stops import mend_stops
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
    text = mend_stops(mend_numerals(text))
    text = part_glued(mask_glosses(text))
    text = mask_lines(text, source)
    return _assembled(text, source.text)


@cache
def _break_pattern() -> re.Pattern[str]:
    # A line end alone between two words stays where it is and breaks no run.
    blanks = r"\0-\2 \t\u3000\n\f"
    return re.compile(
        rf"[{blanks}{EXPANSIONS}](?:(?<=\n)(?:[{blanks}]++|\Z|(?<=\A\n))|(?<=[^\n{EXPANSIONS}])[{blanks}]*+|(?<=[{EXPANSIONS}]))"
    )


def _assembled(text: str, source: str) -> CleanText:
    """Leaves out the fillers and blanks, and writes down which run of the stream stands where in the source."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(run: str, start: int, end: int) -> None:
        words.append(run)
        starts.append(start)
        ends.append(end)

    done = 0
    for match in _break_pattern().finditer(text):
        start, end = match.span()
        if done < start:
            add(text[done:start], done, start)
        done = end
        blanks = match[0]
        if blanks[0] not in _FILLERS:
            for plain in expansion(blanks):
                add(plain, start, end)
            continue
        if not words:
            continue
        if blanks[0] == GLOSS:
            blanks = blanks.lstrip(GLOSS)
            ends[-1] = start = end - len(blanks)
        if not blanks or end == len(text):
            continue
        if from_line_end := blanks.lstrip(BLANKS):
            place = end - len(from_line_end)
            add("\n", place, place + 1)
        elif between := _between(text, start, end):
            add(between, start, end)
    if done < len(text):
        add(text[done:], done, len(text))
    cleans = tuple(accumulate(map(len, words[:-1]), initial=0)) if words else ()
    return CleanText("".join(words), source, cleans, tuple(starts), tuple(ends))


def _between(text: str, start: int, end: int) -> str:
    """What stands in the stream for blanks and fillers between two characters of a line or a paragraph."""
    if SOFT in text[start:end]:
        before, after = text[start - 1], text[end]
        is_latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        return " " if is_latin else ""
    return part(text, start, end)
