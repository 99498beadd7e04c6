"""`clean`: from a document's words to the one stream that every later stage reads."""

from __future__ import annotations

from array import array
from io import StringIO
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from planparse.cleaning.blanks import part
from planparse.cleaning.characters import EXPANSIONS, GLOSS, REMOVED, SOFT, expansion, fold_characters
from planparse.cleaning.glosses import mask_glosses
from planparse.cleaning.glued import part_glued
from planparse.cleaning.lines import BLANKS, masked
from planparse.cleaning.numerals import mend_numerals
from planparse.cleaning.paragraphs import between_cells, mask_lines
from planparse.cleaning.parted import close_numbers
from planparse.cleaning.stops import mend_stops
from planparse.cleaning.text import CleanText
from planparse.cleaning.traditional import simplify_shared
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.reading.source import SourceText

__all__ = ["clean"]

# So many breaks are gone through before what stands between them is written down.
_BATCH = 1000
# More digits than these are no one number over a line's end.
_LONGEST_NUMBER = 10
_NUMERAL = "0123456789.,"
_YEAR_END = lazy_plain_pattern(r"(?<!\d)20[0-4]\d\Z")
_FILLERS = frozenset(f"{BLANKS}\n\f")
# A line end alone between two words stays where it is and breaks no run.
_BREAKS = r"\0-\2 \t\u3000\n\f"
# The groups are what most breaks are, behind a character that stays and in front of another: a gloss; a line end with
# all that stands behind it; one blank between Chinese and Latin or a soft line end behind Chinese, which both vanish.
_GLOSSED, _LINE_END, _VANISHING = 1, 2, 3
_CHINESE = rf"[^\0-\x7f\u3000{EXPANSIONS}]"
_STAYS, _GOES_ON = rf"[^{_BREAKS}{EXPANSIONS}]", rf"(?=[^{_BREAKS}])"
_BREAK = lazy_plain_pattern(
    rf"[{_BREAKS}{EXPANSIONS}]"
    rf"(?:(?<={_STAYS}[\1])([\1]*+){_GOES_ON}"
    rf"|(?<={_STAYS}\n)([{_BREAKS}]++){_GOES_ON}"
    rf"|((?<={_CHINESE} )(?=[!-~])|(?<=[!-~] )(?=[^\0-\x7f\u3000])|(?<={_CHINESE}[\2])[\2]*+{_GOES_ON})"
    rf"|(?<=\n)(?:[{_BREAKS}]++|\Z|(?<=\A\n))|(?<=[^\n{EXPANSIONS}])[{_BREAKS}]*+|(?<=[{EXPANSIONS}]))"
)


def clean(source: SourceText) -> CleanText:
    """The words of `source` as one stream of simplified, half-width characters, a line for each paragraph.

    Every step keeps the length of the text: what goes out of the stream is filled with control characters that stand
    for nothing, gloss or soft line end. The last step leaves them out and notes the alignment. Linear in the text.
    """
    # One within the other: no step's text is held once the next has made its own.
    plain = _plain(masked(masked(source.text, source.hidden, REMOVED), between_cells(source), "\t"))
    return _assembled(mask_lines(masked(plain, source.joined, SOFT), source), source.text)


def _plain(given: str) -> str:
    """The text with everything mended that can be told character by character or within a line."""
    return part_glued(
        mask_glosses(mend_stops(mend_numerals(close_numbers(simplify_shared(fold_characters(given), given)))))
    )


def _assembled(text: str, source: str) -> CleanText:
    """Leaves out the fillers and blanks, and writes down which run of the stream stands where in the source."""
    # Numbers in arrays and words in a stream: as lists of objects they would take many times the text's own memory.
    stream = StringIO(newline="\n")
    cleans, starts, ends = array("I"), array("I"), array("I")
    add_end = ends.append
    matches = _BREAK.finditer(text)
    done, expanded, size = 0, -1, len(text)
    while batch := [*islice(matches, _BATCH)]:
        words: list[str] = []
        begun: list[int] = []
        for match in batch:
            start, end = match.span()
            if kind := match.lastindex:
                # A line end stays with its line, and a gloss belongs to the character in front of it.
                if kind == _LINE_END:
                    start += 1
                words.append(text[done:start])
                begun.append(done)
                add_end(end if kind == _GLOSSED else start)
                done = end
                continue
            first = text[start]
            if done < start:
                words.append(text[done:start])
                begun.append(done)
                add_end(start)
            done = end
            blanks = text[start:end]
            if first == GLOSS and ends:
                blanks = blanks.lstrip(GLOSS)
                if start != expanded:  # the letters of one sign (ﬀ) share its place, and have no pinyin
                    ends[-1] = end - len(blanks)
                start = end - len(blanks)
                if not blanks:
                    continue
            elif first not in _FILLERS:
                for plain in expansion(blanks):
                    words.append(plain)
                    begun.append(start)
                    add_end(end)
                expanded = end
                continue
            if not ends or end == size:
                continue
            if from_line_end := blanks.lstrip(BLANKS):
                between, start = "\n", end - len(from_line_end)
                end = start + 1
            elif not (between := _joint(text, start, end) if SOFT in blanks else part(text, start, end)):
                continue
            words.append(between)
            begun.append(start)
            add_end(end)
        starts.fromlist(begun)
        cleans.extend(accumulate(map(len, words[:-1]), initial=stream.tell()) if words else ())
        stream.write("".join(words))
    if done < size:
        cleans.append(stream.tell())
        starts.append(done)
        ends.append(size)
        stream.write(text[done:])
    return CleanText(stream.getvalue(), source, cleans, starts, ends)


def _joint(text: str, start: int, end: int) -> str:
    """What stands in the stream for a line end inside a paragraph: a blank between Latin words."""
    before, after = text[start - 1], text[end]
    is_latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return " " if is_latin and not _is_one_number(text, start, end) else ""


def _is_one_number(text: str, start: int, end: int) -> bool:
    """Whether the digits on either side of a line end are one number's: not two years or telephone numbers."""
    if not (text[start - 1].isdecimal() and text[end].isdecimal()):
        return False
    around = max(0, start - _LONGEST_NUMBER), end + _LONGEST_NUMBER
    before, after = text[around[0] : start], text[end : around[1]]
    digits = len(before) - len(before.rstrip(_NUMERAL)) + len(after) - len(after.lstrip(_NUMERAL))
    return digits < _LONGEST_NUMBER and not _YEAR_END.search(before)
