"""Lines of a page from its glyphs: what stands on one base line, blanks where there are gaps, columns in turn.

Page formats (pdf, ofd) say where each glyph stands, and often in no order that a reader would follow. All measures are
points from the page's top left corner.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import NamedTuple

__all__ = ["Glyph", "Line", "page_lines", "rows_of_glyphs"]

# The parts of a glyph's height above and below its base line.
ASCENT, DESCENT = 0.88, 0.12
# Chinese typesetting parts Latin words and digits from ideographs by a quarter em; a blank is wider than that.
BLANK_EM = 0.42
LATIN_BLANK_EM = 0.16
# Words further apart than this on one base line may belong to two columns.
COLUMN_GAP_EM = 1.2
# A page has two columns when this many rows stand on either side of the gutter, and few cross it.
MIN_COLUMN_ROWS = 6
MAX_CROSSING = 0.25
MIN_FILL = 0.6

Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """A character with its advance from `left` to `right`, its base line and its height."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False  # the file itself puts a blank before it


class Line(NamedTuple):
    """A line of a page: its words, and where each character of them begins and the last one ends (`edges`).

    `em` is the width of an ideograph; `column` numbers the columns of a page that has several from 1.
    """

    text: str
    page: int
    box: Box
    em: float
    column: int = 0
    edges: tuple[float, ...] = ()


def page_lines(glyphs: list[Glyph], page: int) -> list[Line]:
    """The lines of a page in reading order."""
    rows = _rows(glyphs)
    pieces = [piece for row in rows for piece in _pieces(row)]
    gutter = _gutter(pieces)
    if gutter is None:
        return [_line(row, page) for row in rows]
    return _in_columns(pieces, gutter, page)


def rows_of_glyphs(glyphs: list[Glyph], page: int) -> list[Line]:
    """The lines of a place that has no columns, such as a table cell."""
    return [_line(row, page) for row in _rows(glyphs)]


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs on one base line, from top to bottom, each row from left to right."""
    rows: list[list[Glyph]] = []
    main: list[Glyph] = []  # the largest glyph of each row
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if rows and (glyph.base == main[-1].base or _is_beside(glyph, main[-1])):
            rows[-1].append(glyph)
            if glyph.size > main[-1].size:
                main[-1] = glyph
        else:
            rows.append([glyph])
            main.append(glyph)
    return [_once(sorted(row, key=lambda glyph: glyph.left)) for row in rows]


def _is_beside(glyph: Glyph, main: Glyph) -> bool:
    """Whether two glyphs stand on one line: of the smaller, more than half its height is beside the larger.

    So a raised ² and the lowered 2.5 of PM2.5 belong to their line.
    """
    top = max(glyph.base - ASCENT * glyph.size, main.base - ASCENT * main.size)
    bottom = min(glyph.base + DESCENT * glyph.size, main.base + DESCENT * main.size)
    return bottom - top > 0.55 * min(glyph.size, main.size)


def _once(row: list[Glyph]) -> list[Glyph]:
    """Without the copies that some writers print a hair beside a glyph to make it bold."""
    kept: list[Glyph] = []
    for glyph in row:
        doubled = any(
            other.text == glyph.text and glyph.left - other.left < 0.3 * (glyph.right - glyph.left)
            for other in kept[-2:]
        )
        if not doubled:
            kept.append(glyph)
    return kept


def _pieces(row: list[Glyph]) -> list[list[Glyph]]:
    """A row cut where words stand far apart."""
    em = _em(row)
    pieces = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph.left - before.right > COLUMN_GAP_EM * em:
            pieces.append([glyph])
        else:
            pieces[-1].append(glyph)
    return pieces


def _em(row: list[Glyph]) -> float:
    wide = [glyph.right - glyph.left for glyph in row if glyph.text >= "\u2e80"]
    return median(wide) if wide else median(glyph.size for glyph in row)


def _gutter(rows: list[list[Glyph]]) -> float | None:
    """The middle of the gap between two columns, or None for a page of one column."""
    if len(rows) < 2 * MIN_COLUMN_ROWS:
        return None
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    width = right - left
    best, fewest = None, len(rows)
    for step in range(35, 66):
        x = left + width * step / 100
        crossing = sum(row[0].left < x < row[-1].right for row in rows)
        if crossing < fewest:
            best, fewest = x, crossing
    if best is None or fewest > MAX_CROSSING * len(rows):
        return None
    for side, room in (
        ([row for row in rows if row[-1].right <= best], best - left),
        ([row for row in rows if row[0].left >= best], right - best),
    ):
        full = [row for row in side if row[-1].right - row[0].left > MIN_FILL * room]
        if len(full) < MIN_COLUMN_ROWS or len(full) < 0.5 * len(side):
            return None
    return best


def _in_columns(rows: list[list[Glyph]], gutter: float, page: int) -> list[Line]:
    """Lines of a page of two columns: between rows that cross the gutter, first the left column, then the right."""
    left_end = median(row[-1].right for row in rows if row[-1].right <= gutter)
    right_start = median(row[0].left for row in rows if row[0].left >= gutter)
    lines: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        em = _em(row)
        # A short title in the middle may miss the gutter by a hair; it keeps to neither column's edge.
        if row[0].left < right_start - em and row[-1].right > left_end + em:
            lines += sides[0] + sides[1]
            sides = ([], [])
            lines.append(_line(row, page))
        else:
            column = int(row[0].left >= right_start - em)
            sides[column].append(_line(row, page, column + 1))
    return lines + sides[0] + sides[1]


def _line(row: list[Glyph], page: int, column: int = 0) -> Line:
    em = _em(row)
    parts, edges = [row[0].text], [row[0].left]
    for before, glyph in pairwise(row):
        if _is_apart(before, glyph, em):
            parts.append(" ")
            edges.append(before.right)
        parts.append(glyph.text)
        edges.append(glyph.left)
    edges.append(row[-1].right)
    top = min(glyph.base - ASCENT * glyph.size for glyph in row)
    bottom = max(glyph.base + DESCENT * glyph.size for glyph in row)
    box = (round(row[0].left, 1), round(top, 1), round(row[-1].right, 1), round(bottom, 1))
    return Line("".join(parts), page, box, em, column, tuple(round(edge, 1) for edge in edges))


def _is_apart(before: Glyph, glyph: Glyph, em: float) -> bool:
    gap = glyph.left - before.right
    if before.text.isascii() and glyph.text.isascii():
        return (glyph.spaced and gap > 0.05 * em) or gap > LATIN_BLANK_EM * em
    return gap > BLANK_EM * em
