"""Paragraphs from the lines of pages: which line goes on in the next one is seen from where both stand.

In official writing (GB/T 9704) a paragraph begins two ems in, its lines fill the measure, and its last one ends where
the words end. A line that leaves room for the next line's first word ends its paragraph; so do an indent, a wider gap
and another type size.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.reading.lines import Line

__all__ = ["joined", "paragraphs", "parting"]

INDENT_EM = 1.3
SIZE_CHANGE = 1.12
GAP = 1.45
# A centred title goes on in the next line only when it fills this share of the measure.
TITLE_FILL = 0.6
LABEL = lazy_plain_pattern(r"[^，。、；]{2,10}[：:]")
# No text is set narrower; lines of a page that has only short ones do not fill a measure.
MIN_MEASURE_EM = 14
MIN_COLUMN_EM = 9
SENTENCE_END = "。；：！？;:!?"
# What a line cannot be broken in: a word or figure with its signs, or one ideograph with the signs that follow it.
FIRST_WORD = lazy_plain_pattern(r"[“‘（《〈【〔「『]*(?:[\x21-\x7e]+|.)[，。、；：！？”’）》〉】〕」』%％]*")
# A number of a heading at the start of a line begins a paragraph, except behind a word that refers to it.
HEADING = lazy_plain_pattern(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节条])\S"
)
# An item of a list in Arabic numerals begins one where the line above has come to an end.
ITEM = lazy_plain_pattern(r"(?:\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\S")
ITEM_END = "。；：！？;:!?）)》"
REFERENCE = lazy_plain_pattern(r"[第、和及至款条中按照据]$")
WORD_END = lazy_plain_pattern(r"[A-Za-z]$")
WORD_START = lazy_plain_pattern(r"[A-Za-z]")


class Measure(NamedTuple):
    """The left and right edge of a column of text, and the usual distance of its lines."""

    left: float
    right: float
    pitch: float


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """The lines of a document put together into paragraphs."""
    if not lines:
        return []
    measures = _measures(lines)
    joined = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, measures) or _breaks_off(joined[-1], line, measures):
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined


def joined(texts: list[str]) -> str:
    """The words of the lines of a paragraph, run on."""
    whole = ""
    for text in texts:
        whole += parting(whole, text) + text
    return whole


def parting(before: str, after: str) -> str:
    """What stands between the words of two lines of a paragraph: a blank between Latin words, else nothing."""
    return " " if WORD_END.search(before) and WORD_START.match(after) else ""


def _measures(lines: list[Line]) -> dict[tuple[int, int], Measure]:
    """The measure of each column of each page; a page with too few full lines takes that of the whole document."""
    places: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        places.setdefault((line.page, line.column), []).append(line)
    whole: dict[int, Measure] = {}
    for column in {line.column for line in lines}:
        whole[column] = _measure([line for line in lines if line.column == column])
    return {place: _measure(there) if len(there) > 8 else whole[place[1]] for place, there in places.items()}


def _measure(lines: list[Line]) -> Measure:
    widest = max(_width(line) for line in lines)
    full = [line for line in lines if _width(line) > 0.8 * widest]
    em = median(line.em for line in full)
    left = _edge([line.box[0] for line in full], em, smallest=True)
    right = _edge([line.box[2] for line in full], em, smallest=False)
    steps = [
        after.box[3] - before.box[3]
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < after.box[3] - before.box[3] < 4 * em
    ]
    narrowest = MIN_COLUMN_EM if lines[0].column else MIN_MEASURE_EM
    right = max(right, left + narrowest * em)
    return Measure(left, right, median(steps) if steps else 2 * em)


def _edge(places: list[float], em: float, *, smallest: bool) -> float:
    """The outermost place at which a fair share of the full lines begins or ends."""
    counts = Counter(round(place / (em / 2)) for place in places)
    common = [place for place, count in counts.items() if count >= 0.12 * len(places)] or list(counts)
    outer = (min(common) if smallest else max(common)) * em / 2
    near = [place for place in places if abs(place - outer) <= em / 2]
    return median(near) if near else outer


def _goes_on(before: Line, line: Line, measures: dict[tuple[int, int], Measure]) -> bool:
    """Whether the paragraph of `before` goes on in `line`."""
    if max(before.em, line.em) > SIZE_CHANGE * min(before.em, line.em):
        return False
    measure, own = measures[before.page, before.column], measures[line.page, line.column]
    same_column = (before.page, before.column) == (line.page, line.column)
    if same_column and line.box[3] - before.box[3] > GAP * measure.pitch + 0.1 * line.em:
        return False
    if HEADING.match(line.text) and not REFERENCE.search(before.text):
        return False
    if ITEM.match(line.text) and before.text[-1] in ITEM_END:
        return False
    if _is_centred(line, own) and before.text[-1] not in SENTENCE_END:
        # A centred title, or a whole text set centred, goes on in a shorter line below a long one.
        filled = _is_balanced(before, measure) and _width(before) > TITLE_FILL * (measure.right - measure.left)
        return same_column and (filled or _is_full(before, line, measure))
    return line.box[0] - own.left <= INDENT_EM * line.em and _is_full(before, line, measure)


def _width(line: Line) -> float:
    return line.box[2] - line.box[0]


def _is_full(before: Line, line: Line, measure: Measure) -> bool:
    """Whether the first word of `line` would not have fitted behind `before`."""
    first = FIRST_WORD.match(line.text)
    width = sum(line.em * (0.5 if char < "\u0100" else 1.0) for char in (first[0] if first else ""))
    return before.box[2] + min(width, measure.right - measure.left) > measure.right - 0.3 * before.em


def _breaks_off(paragraph: list[Line], line: Line, measures: dict[tuple[int, int], Measure]) -> bool:
    """Whether an indented paragraph's last line ends within a sentence and `line`, flush left, takes it up again.

    So stand pages whose lines were broken twice, once by the page that they were saved from.
    """
    before, first = paragraph[-1], paragraph[0]
    own, start = measures[line.page, line.column], measures[first.page, first.column]
    is_text = len(paragraph) > 1 or _width(before) > TITLE_FILL * (start.right - start.left)
    if not is_text or before.page != line.page or before.text[-1] in SENTENCE_END + "）)》”":
        return False
    is_like = max(before.em, line.em) <= SIZE_CHANGE * min(before.em, line.em)
    is_near = 0 < line.box[3] - before.box[3] <= GAP * own.pitch + 0.1 * line.em
    is_indented = first.box[0] - start.left > INDENT_EM * first.em
    is_new = HEADING.match(line.text) or ITEM.match(line.text) or LABEL.match(line.text)
    return is_like and is_near and is_indented and not is_new and line.box[0] - own.left <= 0.5 * line.em


def _is_centred(line: Line, measure: Measure) -> bool:
    left, right = line.box[0] - measure.left, measure.right - line.box[2]
    return left > 1.2 * line.em and right > 1.2 * line.em and abs(left - right) < 2.2 * line.em


def _is_balanced(line: Line, measure: Measure) -> bool:
    left, right = line.box[0] - measure.left, measure.right - line.box[2]
    return left > 0.3 * line.em and abs(left - right) < line.em
