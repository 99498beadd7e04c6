"""Which line ends stand inside a paragraph: learned from the document's own width, indents and unfinished lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.broken import breaks_inside, breaks_number, breaks_sentence, goes_on_over_page, may_break
from planparse.cleaning.characters import GLOSS, REMOVED, has_any
from planparse.cleaning.headed import LONGEST_WORD, SLACK, SPREAD, TOKEN, heads_paragraph, is_bare_heading
from planparse.cleaning.starts import (
    ends_sentence,
    is_bracketed,
    is_date_line,
    is_inside_brackets,
    is_label,
    is_list_start,
    is_numbered,
    may_be_numbered,
)
from planparse.cleaning.titles import TITLE_ENDS, is_long_heading, is_title, parts_titles, title_continues
from planparse.records import Record
from planparse.word_boundaries import begins_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.cleaning.lines import Line, Lines

__all__ = ["Layout", "continues", "learn_layout", "may_continue"]

# Columns.
_NARROWEST, _WIDEST = 34, 180
_INDENT = 2
# Where paragraphs are indented, a line of at least this share of the full width that stops in mid-sentence goes on.
_LEAST_SHARE = 0.7
_LOST_INDENT = 4
# Boxes of smaller print hold wider lines than the text around them, up to this share of a document's lines.
_MOST_WIDER = 0.35
# Of 26 characters of running text, a line in three has no mark inside; of names and titles hardly one has any.
_LEAST_MARKED = 0.35
# What a line of a page too narrow for it spills onto a line of its own: a few characters, in at least so many places.
_WIDEST_SPILL = 12
_LEAST_SPILLS = 3
# A broken-off paragraph before a page break has at least this width, and a short line is at most so wide.
_LEAST_BROKEN = 40
_SHORT = 40
_WIDEST_HEADING = 90

_PROSE_MARKS = "、,。;"
# Formal digits that words end in as well.
_FORMAL_IN_WORDS = frozenset("伍参陆")
_NO_LINE_START = frozenset(",、。;:!?)]》”%")
_MAY_GO_ON = _NO_LINE_START.union(REMOVED, GLOSS)


class Layout(Record):
    """How a document sets its paragraphs.

    `width` is the columns of a full line, None where lines are not wrapped. `indented` tells whether paragraphs begin
    with an indent against the other lines (at column `margin`). `spaced`: blank lines stand between paragraphs.
    `spills`: lines were broken twice, and the last characters of a full line often stand on a line of their own.
    """

    __slots__ = ("indented", "margin", "spaced", "spills", "width")

    def __init__(self, width: int | None, indented: bool, margin: int, spaced: bool, spills: bool) -> None:
        self.width = width
        self.indented = indented
        self.margin = margin
        self.spaced = spaced
        self.spills = spills


def learn_layout(lines: Lines, gaps: Sequence[int]) -> Layout:
    """The layout of a document from its lines; `gaps[i]` is the number of blank lines behind line `i`."""
    width = _wrap_width(lines)
    margin, indented = _margin(lines, width) if width else (0, False)
    # Between lines that a form feed alone parts there is no line end at all.
    spaced = len(gaps) - gaps.count(0) - gaps.count(-1) >= 0.4 * max(1, len(gaps))
    return Layout(width, indented, margin, spaced, width is not None and _spills(lines, width))


def _wrap_width(lines: Lines) -> int | None:
    """The width that many lines share while most of them break off in the midst of a sentence."""
    rows = lines.rows
    widths = sorted([width for width, row in zip(lines.widths, rows, strict=True) if width >= _NARROWEST and not row])
    total = len(widths)
    window, crowd = _fullest_window(widths)
    if window > _WIDEST or crowd < max(3, 0.3 * total):
        return None
    least = max(_NARROWEST, window - SPREAD + 1)
    full = [index for index, width in enumerate(lines.widths) if least <= width <= window and not rows[index]]
    wider = total - bisect_right(widths, window + SPREAD // 2)
    words = [lines.text[lines.starts[index] : lines.ends[index]] for index in full]
    if wider > _MOST_WIDER * total or sum([not ends_sentence(line) for line in words]) < 0.6 * len(full):
        return None
    # Lists of names and titles have lines of like width too, but no marks inside.
    if sum([has_any(line, _PROSE_MARKS) for line in words]) < _LEAST_MARKED * len(full):
        return None
    from statistics import median  # few texts need it

    return int(median([lines.widths[index] for index in full]))


def _fullest_window(widths: Sequence[int]) -> tuple[int, int]:
    """The widest of the `SPREAD` widths that hold the most lines, and how many these are.

    Full lines crowd below the right margin. `widths` are those of the lines, from the narrowest to the widest.
    """
    fullest = most = lowest = 0
    for count, top in enumerate(widths, 1):
        while widths[lowest] <= top - SPREAD:
            lowest += 1
        if count - lowest > most:
            fullest, most = top, count - lowest
    return fullest, most


def _margin(lines: Lines, width: int) -> tuple[int, bool]:
    """The indent of lines that go on, and whether those that begin a paragraph have a deeper one."""
    reached = zip(lines.widths, pairwise(lines.indents), strict=False)
    goes_on = [after for columns, (indent, after) in reached if columns + indent >= width - SLACK]
    margin = Counter(goes_on).most_common(1)[0][0] if goes_on else 0
    text, fillers = lines.text, lines.fillers
    starts = [
        indent
        for index, (indent, start) in enumerate(zip(lines.indents, lines.starts, strict=True))
        if ((char := text[start]) in fillers or may_be_numbered(char)) and is_numbered(lines.compact(index))
    ]
    deeper = sum([indent >= margin + _INDENT for indent in starts])
    return margin, bool(starts) and deeper >= 0.6 * len(starts)


def _spills(lines: Lines, width: int) -> bool:
    """Whether full lines are again and again followed by a few characters in mid-sentence and then by text."""
    widths = lines.widths
    spilled = sum(
        _is_spill(narrow, lines.compact(index))
        and not _is_spill(widths[index + 1], after := lines.compact(index + 1))
        and not is_numbered(after)
        for index, (before, narrow) in enumerate(pairwise(widths[:-1]), 1)
        if narrow <= _WIDEST_SPILL and before >= width - SPREAD
    )
    return spilled >= _LEAST_SPILLS


def may_continue(lines: Lines, gaps: Sequence[int], layout: Layout) -> Iterator[int]:
    """The lines of which, and of the next, `continues` is to be asked; most lines of texts that do not wrap end a
    sentence, or no title."""
    text, rows = lines.text, lines.rows
    is_wrapped, is_spaced, has_removed = layout.width is not None, layout.spaced, REMOVED in text
    pairs = zip(gaps, lines.starts, lines.ends, lines.widths, lines.starts[1:], lines.ends[1:], strict=False)
    for index, (gap, start, end, width, next_start, next_end) in enumerate(pairs):
        if is_wrapped:
            is_asked = True
        elif not gap:
            is_asked = next_end - next_start == 1 or text[next_end - 1] in TITLE_ENDS or may_break(text, start, end)
        else:
            # What `_is_broken_off` says of short lines.
            broken_off = is_spaced and (width >= _LEAST_BROKEN or text[next_start] in _MAY_GO_ON)
            over_page = has_removed and text.find(REMOVED, end, next_start) >= 0
            is_asked = (broken_off or over_page) and not _is_finished(text[start:end])
        if is_asked and not (rows[index] or rows[index + 1]):
            yield index


def continues(before: Line, after: Line, gap: int, layout: Layout, *, begins: bool, over_page: bool) -> bool:
    """Whether `after` goes on with the paragraph that `before` breaks off.

    `gap` blank lines stand between them, and a page's mark where it is `over_page`; `begins` tells whether `before`
    is the first line of its paragraph. Asked only where `may_continue` says so.
    """
    words, following = before.compact, after.compact
    if (
        (is_numbered(following) and not _parts_word(words, following))
        or (following[0] == "【" and is_bracketed(following))
        or (words[0] == "【" and is_bracketed(words))
        or parts_titles(words, following)
    ):
        return False
    if not gap and following[-1] in TITLE_ENDS and title_continues(before, after, is_wrapped=layout.width is not None):
        return True
    opens_item = is_list_start(following)
    if (layout.width is not None or gap) and _runs_on(before, after, gap, layout, begins=begins, opens_item=opens_item):
        return True
    if (over_page or not gap) and not opens_item and breaks_inside(words, following):
        return True
    return over_page and goes_on_over_page(words, following)


def _parts_word(words: str, following: str) -> bool:
    """Whether what looks like a formal number is the end of a word: 救援队 / 伍、物资; 野生人 / 参、松茸."""
    front = words[-LONGEST_WORD:]
    return following[0] in _FORMAL_IN_WORDS and not begins_word(front + following[:LONGEST_WORD], len(front))


def _runs_on(before: Line, after: Line, gap: int, layout: Layout, *, begins: bool, opens_item: bool) -> bool:
    """Whether `after` goes on with the paragraph of `before` by how wide they are and what parts them."""
    words, following = before.compact, after.compact
    if is_date_line(following) or is_date_line(words):
        return False
    finished = _is_finished(words)
    # Where the indent of first lines got lost, they show narrower by two characters.
    lost = _LOST_INDENT if begins and not layout.indented else 0
    is_full = layout.width is not None and _is_full(before, after, layout.width - lost)
    if begins and layout.width is not None:
        if is_bare_heading(before, after, layout.width - lost):
            return False
        if lost and is_full and heads_paragraph(before, after, layout.width - lost):
            return False
    # Only an indent can tell `落实牵头` / `单位:…` from two lines that are labels.
    in_sentence = not finished and ((is_full and layout.indented) or _is_open(words))
    if not in_sentence and (opens_item or is_label(following)):
        return False
    if layout.width is None:
        return _is_broken_off(before, after, finished) and not (begins and _is_whole(before, after))
    if layout.indented and after.indent >= layout.margin + _INDENT:
        return False
    if layout.spills and not begins and not gap and _is_spill(before.width, words):
        return True
    if begins and not is_full and is_long_heading(words):
        return False
    if not is_full:
        return _is_cut_short(before, after, finished, layout)
    if not finished:
        return not (begins and is_title(words) and not is_numbered(words))
    if gap or words[-1] == ":":
        return False
    # `(责任单位:…)` behind a full line belongs to the paragraph that ends there.
    return layout.indented or words[-1] == ";" or following[0] == "(" or after.width >= layout.width


def _is_finished(words: str) -> bool:
    return ends_sentence(words) and not is_inside_brackets(words)


def _is_full(before: Line, after: Line, width: int) -> bool:
    """Whether nothing more of `after` had room on the line of `before`."""
    right = before.indent + before.width
    if right >= width - SLACK:
        return True
    token = TOKEN.match(after.compact)
    return token is not None and right + len(token[0]) > width - SLACK // 2


def _is_spill(width: int, compact: str) -> bool:
    return width <= _WIDEST_SPILL and not ends_sentence(compact)


def _is_whole(before: Line, after: Line) -> bool:
    """Whether a line is a title or heading, and no word goes across its end (健全有特 / 色的机制)."""
    if not is_title(before.compact) and (before.width > _WIDEST_HEADING or not is_long_heading(before.compact)):
        return False
    front = before.compact[-LONGEST_WORD:]
    return begins_word(front + after.compact[:LONGEST_WORD], len(front))


def _is_cut_short(before: Line, after: Line, finished: bool, layout: Layout) -> bool:
    """Whether a line that is not full goes on all the same: it stops in mid-sentence, by far not as a heading would."""
    if after.compact[0] in _NO_LINE_START:
        return True
    if finished or layout.width is None:
        return False
    if breaks_number(before.compact, after.compact):
        return True
    if before.width < _LEAST_SHARE * layout.width:
        return breaks_sentence(before.compact) and not is_title(before.compact) and not _is_heading(after)
    return layout.indented or (not is_title(before.compact) and _is_prose(before) and not _is_heading(after))


def _is_broken_off(before: Line, after: Line, finished: bool) -> bool:
    """Whether a paragraph whose lines are not wrapped was cut, by a page's end, in mid-sentence."""
    if finished or after.compact[0] in _NO_LINE_START:
        return not finished
    is_closed = before.compact.endswith(tuple(')]》】”"'))
    return before.width >= _LEAST_BROKEN and _is_prose(before) and not is_closed and not _is_heading(after)


def _is_prose(line: Line) -> bool:
    return has_any(line.compact, _PROSE_MARKS)


def _is_heading(line: Line) -> bool:
    return line.width <= _SHORT and not has_any(line.compact, ",。;")


def _is_open(compact: str) -> bool:
    """Whether a line stops where no paragraph can: at a comma or inside brackets."""
    return compact[-1] in ",、" or is_inside_brackets(compact)
