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
    others, every = r"[\0-\2 \t\u3000\f]", r"[\0-\2 \t\u3000\n\f]"
    return re.compile(rf"{others}{every}*+|\n(?:{every}++|\Z)|\A\n|[{EXPANSIONS}]")


def _assembled(text: str, source: str) -> CleanText:
    """Leaves out the fillers and blanks, and writes down which run of the stream stands where in the source."""
    pieces: list[tuple[str, int, int]] = []
    done = 0
    for match in _break_pattern().finditer(text):
        start, end = match.span()
        if done < start:
            pieces.append((text[done:start], done, start))
        done = end
        char = text[start]
        if char not in _FILLERS:
            pieces += [(plain, start, end) for plain in expansion(char)]
        elif pieces:
            if char == GLOSS:
                start = end - len(match[0].lstrip(GLOSS))
                pieces[-1] = (*pieces[-1][:2], start)
            if between := _between(text, start, end):
                pieces.append((between, *_place(text, start, end, between)))
    if done < len(text):
        pieces.append((text[done:], done, len(text)))
    if not pieces:
        return CleanText("", source, (), (), ())
    words, starts, ends = zip(*pieces, strict=True)
    cleans = tuple(accumulate(map(len, words[:-1]), initial=0))
    return CleanText("".join(words), source, cleans, starts, ends)


def _place(text: str, start: int, end: int, between: str) -> tuple[int, int]:
    """Where in `text[start:end]` the one character that stands for it stands: a line end at the first line end."""
    if between != "\n":
        return start, end
    place = next(place for place in range(start, end) if text[place] in "\n\f")
    return place, place + 1


def _between(text: str, start: int, end: int) -> str:
    """What stands in the stream for blanks, line ends and fillers between two characters of it."""
    if start == end or end == len(text):
        return ""
    blanks = text[start:end]
    if "\n" in blanks or "\f" in blanks:
        return "\n"
    if SOFT in blanks:
        before, after = text[start - 1], text[end]
        is_latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        return " " if is_latin else ""
    return part(text, start, end)
