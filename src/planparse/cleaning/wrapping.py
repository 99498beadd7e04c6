"""Which line ends stand inside a paragraph: learned from the document's own width, indents and unfinished lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.starts import ends_sentence, is_date_line, is_label, is_list_start, is_numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.cleaning.lines import Line

__all__ = ["Layout", "continues", "learn_layout"]

# Columns. Lines of one paragraph differ by a few: a character that may not begin a line, a number kept together.
_SPREAD = 10
_NARROWEST = 28
_WIDEST = 180
_SLACK = 7
_INDENT = 2
# Where paragraphs are indented, a line of at least this share of the full width that stops in mid-sentence goes on.
_LEAST_SHARE = 0.7
# A broken-off paragraph before a page break has at least this width, and a short line is at most so wide.
_LEAST_BROKEN = 40
_SHORT = 40

_TOKEN = re.compile(r"[A-Za-z0-9.,%+\-/]+")
_TITLE_WORD = re.compile(
    r"(?:通知|通报|公告|通告|方案|计划|规划|意见|办法|细则|要点|清单|规定|决定|纲要|预案|措施|报告|批复|函|安排|分工)[》”]?(?:\([^()]{1,30}\))?"
)
_TITLE_END = re.compile(rf".{{0,40}}?{_TITLE_WORD.pattern}")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document sets its paragraphs.

    `width` is the columns of a full line, None where lines are not wrapped. `indented` tells whether paragraphs begin
    with an indent against the other lines (at column `margin`). `spaced`: blank lines stand between paragraphs.
    """

    width: int | None
    indented: bool
    margin: int
    spaced: bool


def learn_layout(lines: Sequence[Line], gaps: Sequence[int]) -> Layout:
    """The layout of a document from its lines; `gaps[i]` is the number of blank lines before line `i`."""
    width = _wrap_width(lines)
    margin, indented = _margin(lines, width) if width else (0, False)
    spaced = sum(gap > 0 for gap in gaps[1:]) >= 0.4 * max(1, len(gaps) - 1)
    return Layout(width, indented, margin, spaced)


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that many lines share while most of them break off in the midst of a sentence."""
    widths = Counter(line.width for line in lines if line.width >= _NARROWEST)
    if not widths:
        return None
    total = widths.total()
    # Full lines crowd below the right margin: the window of widths that holds the most lines.
    window = max(widths, key=lambda top: (sum(widths[top - step] for step in range(_SPREAD)), -top))
    full = [line for line in lines if window - _SPREAD < line.width <= window]
    wider = sum(count for width, count in widths.items() if width > window + _SPREAD)
    unfinished = sum(not ends_sentence(line.compact) for line in full)
    is_wrapped = (
        window <= _WIDEST
        and len(full) >= max(3, 0.3 * total)
        and wider <= 0.2 * total
        and unfinished >= 0.6 * len(full)
    )
    return window if is_wrapped else None


def _margin(lines: Sequence[Line], width: int) -> tuple[int, bool]:
    """The indent of lines that go on, and whether those that begin a paragraph have a deeper one."""
    goes_on = [after.indent for before, after in pairwise(lines) if before.width + before.indent >= width - _SLACK]
    margin = Counter(goes_on).most_common(1)[0][0] if goes_on else 0
    starts = [line for line in lines if is_numbered(line.compact)]
    deeper = sum(line.indent >= margin + _INDENT for line in starts)
    return margin, bool(starts) and deeper >= 0.6 * len(starts)


def continues(before: Line, after: Line, gap: int, layout: Layout) -> bool:
    """Whether `after` goes on with the paragraph that `before` breaks off; `gap` blank lines stand between them."""
    if _is_title_over_two_lines(before, after, gap):
        return True
    if is_numbered(after.compact) or is_date_line(after.compact) or is_date_line(before.compact):
        return False
    finished = ends_sentence(before.compact) and not _is_inside_brackets(before.compact)
    if (is_list_start(after.compact) or is_label(after.compact)) and (finished or not _is_open(before.compact)):
        return False
    if layout.width is None:
        return gap > 0 and layout.spaced and _is_broken_off(before, after, finished)
    if layout.indented and after.indent >= layout.margin + _INDENT:
        return False
    if gap and (finished or not _is_full(before, after, layout.width)):
        return _is_broken_off(before, after, finished)
    if not _is_full(before, after, layout.width):
        if layout.indented and not finished and before.width >= _LEAST_SHARE * layout.width:
            return True
        return after.compact[0] in ",、。;:)”》"
    return not finished or (layout.indented and before.compact[-1] not in ":")


def _is_full(before: Line, after: Line, width: int) -> bool:
    """Whether nothing more of `after` had room on the line of `before`."""
    right = before.indent + before.width
    if right >= width - _SLACK:
        return True
    token = _TOKEN.match(after.compact)
    return bool(token) and right + len(token[0]) + _SLACK // 2 > width if token else False


def _is_broken_off(before: Line, after: Line, finished: bool) -> bool:
    """Whether a paragraph without wrapped lines was cut, by a page's end, in the midst of a sentence."""
    if after.compact[0] in ",、。;)”》":
        return not finished
    is_prose = before.width >= _LEAST_BROKEN and any(mark in before.compact for mark in ",。;、")
    is_heading = after.width <= _SHORT and not any(mark in after.compact for mark in ",。;")
    return is_prose and not finished and not is_heading and not before.compact.endswith(tuple(')]》】”"'))


def _is_open(compact: str) -> bool:
    """Whether a line stops where a sentence cannot: at a comma or inside brackets."""
    return compact[-1] in ",、" or _is_inside_brackets(compact)


def _is_inside_brackets(compact: str) -> bool:
    return compact.rfind("(") > compact.rfind(")")


def _is_title_over_two_lines(before: Line, after: Line, gap: int) -> bool:
    """`…关于印发《某方案》` / `的通知`: a title whose kind of document stands on its second line."""
    if gap or after.width > _SHORT or before.width < 12 or is_numbered(before.compact) or is_numbered(after.compact):
        return False
    if not _TITLE_END.fullmatch(after.compact) or ends_sentence(before.compact):
        return False
    if after.compact.startswith("的"):
        return True
    has_no_kind = not _TITLE_END.fullmatch(before.compact)
    opened = before.compact.count("《") > before.compact.count("》")
    return opened or ("关于" in before.compact and has_no_kind and not any(mark in before.compact for mark in ",。;:"))
