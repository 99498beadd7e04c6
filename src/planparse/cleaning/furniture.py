"""Page furniture: marks of pages, and the heads and feet that run over them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.broken import goes_on_over_page
from planparse.cleaning.characters import GLOSS, REMOVED
from planparse.cleaning.starts import ends_sentence, is_label, is_numbered
from planparse.cleaning.titles import is_title
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.cleaning.lines import Lines

__all__ = ["page_furniture"]

# — 31 —, -31-, ·31·, 第3页, 第3页共10页, 共10页第3页, Page 3 of 10
_PAGE_MARK = lazy_plain_pattern(
    r"""
    [-·~一]{1,4} \d{1,4} [-·~一]{1,4}
    | [-~]{1,3}
    | 第 (?:\d{1,4}|[一二三四五六七八九十百]{1,5}) 页 [,/]? (?: [,(]? 共 \d{1,4} 页 \)? )?
    | 共 \d{1,4} 页 [,/]? 第 \d{1,4} 页
    | [Pp](?:age|AGE)? [.]? \d{1,4} (?: of \d{1,4})?
    """,
    re.VERBOSE,
)
_MARK_START = frozenset("-·~一第共Pp")
_MAY_BE_MARK = _MARK_START.union(REMOVED, GLOSS)
_WIDEST_MARK = 24
_WIDEST_NUMBER = 9
_FRACTION = lazy_plain_pattern(r"(\d{1,3})/(\d{1,3})")
_NUMBER = lazy_plain_pattern(r"\d{1,4}")
_PROSE_MARK = lazy_plain_pattern("[,。;、]")
_DIGITS = lazy_plain_pattern(r"[\d\-·]+")

# Between two bare page numbers stands a page: fewer lines than this are rows of a list or a table.
_LEAST_LINES_OF_PAGE = 8
_MANY_PAGES = 6
_LONGEST_NUMBER = 4
_DASHES = frozenset(("-", "--"))
# What runs over the pages stands on at least so many of them, and is not longer than so many columns.
_LEAST_PAGES = 3
_LEAST_SHARE = 0.3
_WIDEST_HEAD = 90
# Among so many first lines stands the title of a document.
_TITLE_LINES = 12
# So many lines at the top and at the bottom of a page can be its head and its foot.
_EDGE_LINES = 2


def page_furniture(lines: Lines, *, certain_only: bool = False) -> set[int]:
    """The indices of the lines that belong to the pages, not to the text.

    Page marks (`— 31 —`) show themselves. Bare numbers and running heads need evidence of pages: an edge of a page, a
    mark beside them, numbers that go up page by page. A line that repeats without such evidence is a heading.
    `certain_only` asks for the page marks alone.
    """
    text, starts = lines.text, lines.starts
    narrow = {
        index: lines.compact(index)
        for index, width in enumerate(lines.widths)
        if width <= _WIDEST_MARK and ((char := text[starts[index]]) in _MAY_BE_MARK or char.isdecimal())
    }
    marks = {index for index, compact in narrow.items() if compact[0] in _MARK_START and _PAGE_MARK.fullmatch(compact)}
    if certain_only:
        return marks
    if narrow:
        marks |= _in_pieces(narrow)
        marks |= _numbers(lines, narrow, len(marks))
    if not marks and not lines.pages:
        return marks  # nothing tells of pages
    edges = _edges(lines, marks)
    return marks | _running(lines, edges) | _heads_in_sentences(lines, marks)


def _numbers(lines: Lines, narrow: dict[int, str], others: int) -> set[int]:
    """Lines that are a page number and nothing else: `12`, `3/10`.

    Where `others` mark the pages already, and often, a bare number is sooner that of a table's row.
    """
    bare, fractions = [], []
    for index, compact in narrow.items():
        if lines.widths[index] <= _WIDEST_NUMBER:
            if _NUMBER.fullmatch(compact):
                bare.append((index, int(compact)))
            elif match := _FRACTION.fullmatch(compact):
                fractions.append((index, int(match[1]), int(match[2])))
    if not (bare or fractions):
        return set()
    totals = Counter(total for _, page, total in fractions if page <= total)
    found = {index for index, page, total in fractions if page <= total and totals[total] > 1}
    found |= {index for index, _ in bare if _is_page_edge(lines, index)}
    return found | _ascending(bare, fill=others < _MANY_PAGES)


def _in_pieces(narrow: dict[int, str]) -> set[int]:
    """The numbers of page marks that are broken over lines: `— 31` / `—`, or each dash on a line of its own."""
    found = []
    for index, compact in narrow.items():
        digits = compact.lstrip("-")
        if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER or narrow.get(index + 1) not in _DASHES:
            continue
        if digits != compact or narrow.get(index - 1) in _DASHES:
            found.append((index, int(digits)))
    return _ascending(found)


def _is_page_edge(lines: Lines, index: int) -> bool:
    pages = lines.pages
    if not pages:
        return False
    at_top = index > 0 and pages[index - 1] != pages[index]
    at_bottom = index + 1 < len(lines) and pages[index + 1] != pages[index]
    at_end = index + 1 == len(lines) and pages[index] > pages[0]
    return at_top or at_bottom or at_end


def _ascending(numbers: Sequence[tuple[int, int]], *, fill: bool = False) -> set[int]:
    """Lines whose numbers go up by one (or two, on printed sheets), each a page of lines behind the last.

    `numbers` are the lines in order, each with its number. To `fill` is to let the next number belong to them too,
    wherever it stands, where they are many: a page of tables has rows with numbers, and few lines.
    """
    found = set()
    for (before, low), (after, high) in pairwise(numbers):
        if 1 <= high - low <= 2 and after - before >= _LEAST_LINES_OF_PAGE:
            found |= {before, after}
    if not fill or len(found) < _MANY_PAGES:
        return found
    last = None
    for index, number in numbers:
        if index in found or number == last:
            found.add(index)
            last = number + 1
    return found


def _edges(lines: Lines, marks: set[int]) -> dict[int, int]:
    """The lines at the edges of pages: index → running number of the page edge it stands at."""
    edges: dict[int, int] = {}
    breaks = [index for index, (before, page) in enumerate(pairwise(lines.pages), 1) if page != before]
    seams = [(index, index) for index in (0, *breaks, len(lines))] if breaks else []
    if not breaks:
        seams = [(mark, mark + 1) for mark in sorted(marks)]
    for number, (above, below) in enumerate(seams):
        for near in _next_lines(above - 1, -1, lines, marks) + _next_lines(below, 1, lines, marks):
            edges.setdefault(near, number)
    return edges


def _next_lines(index: int, step: int, lines: Lines, marks: set[int]) -> list[int]:
    near: list[int] = []
    for _ in range(_EDGE_LINES + 2):
        if not 0 <= index < len(lines) or len(near) == _EDGE_LINES:
            break
        if index not in marks:
            near.append(index)
        index += step
    return near


def _running(lines: Lines, edges: dict[int, int]) -> set[int]:
    """Lines at page edges that say the same on page after page. The first stays: it may be the title itself."""
    by_words: dict[str, list[int]] = {}
    for index in sorted(edges):
        if 4 <= lines.widths[index] <= _WIDEST_HEAD:
            by_words.setdefault(_DIGITS.sub("", lines.compact(index)), []).append(index)
    pages = len(set(edges.values()))
    found: set[int] = set()
    for words, places in by_words.items():
        seams = {edges[index] for index in places}
        if words and len(seams) >= max(_LEAST_PAGES, _LEAST_SHARE * pages):
            found.update(places[1:])
    return found


def _heads_in_sentences(lines: Lines, marks: set[int]) -> set[int]:
    """Titles right behind a page mark that part the two halves of a sentence: what runs over two pages only.

    The line behind must go on with an amount, or the title be the document's own and both halves be prose.
    """
    found: set[int] = set()
    titles: set[str] | None = None
    for mark in sorted(marks):
        head, above = mark + 1, mark - 1
        if above < 0 or mark + 2 >= len(lines) or not {head, mark + 2, above}.isdisjoint(marks):
            continue
        words = lines.compact(head)
        if lines.widths[head] > _WIDEST_HEAD or not is_title(words) or is_numbered(words):
            continue
        before, after = lines.compact(above), lines.compact(mark + 2)
        if ends_sentence(before) or is_label(before) or is_numbered(after):
            continue
        titles = titles or {lines.compact(index) for index in range(min(_TITLE_LINES, above))}
        is_own = words in titles and all(map(_PROSE_MARK.search, (before, after)))
        if is_own or goes_on_over_page(before, after):
            found.add(head)
    return found
