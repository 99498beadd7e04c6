"""Tables of contents: found by the word that heads them, or by their leaders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.cleaning.characters import GLOSS, REMOVED
from planparse.cleaning.lines import BLANKS
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.cleaning.lines import Lines

__all__ = ["contents_lines"]

_HEAD = lazy_plain_pattern(r"目[录次]|contents", re.IGNORECASE)
_HEAD_START = frozenset(f"目cC{REMOVED}{GLOSS}")
_LEADER = frozenset(".·…_-")
_BEHIND_LEADERS = f"-0123456789(){BLANKS}"
_LEADERS = r"(?:[.·…_-]|\.{2,}){2,}+"
# 一、总体要求……3 · 1. 某局 (12) · 第一章 总则·····5 · 二、工作目标……-16-
_LED_ENTRY = lazy_plain_pattern(rf".{{1,80}}?{_LEADERS}\(?\d{{1,4}}[)-]?")
# Of so many leaders one entry is enough: 附表2 重点工程清单..........43, the name's end or nothing in front of them.
_SURE_ENTRY = lazy_plain_pattern(r"[^。;]{0,80}?[.·…]{6,}+\(?-?\d{1,4}[)-]?")
_LEADERS_END = (6 * ".", 6 * "·", 6 * "…")
# What a word processor prints for a page that it does not find.
_NO_PAGE = "未定义书签。"
_ENTRY = lazy_plain_pattern(r".{1,80}?(?:\((\d{1,4})\)|(?:(?<![\d.%])|(?<=\.\.))(\d{1,3})-?)")
# So many lines without a page number may stand between entries (an entry over two lines, a part's name).
_GAP = 2
_ENTRY_END = frozenset("0123456789)-")
_LEAST_WITHOUT_HEAD = 3
_LONGEST_HEAD = 8
_WIDEST_ENTRY = 80


def contents_lines(lines: Lines) -> set[int]:
    """The indices of the lines of tables of contents, their heads included.

    Behind a line `目录`, entries end in a page number or in leaders, or stand again further down as headings. Without
    that line, at least three lines in a row must have leaders, or one very many.
    """
    found: set[int] = set()
    last_places: dict[str, int] = {}
    stop = last_led = 0
    text = lines.text
    asked = [
        index
        for index, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True))
        if text[end - 1] in _ENTRY_END or text[start] in _HEAD_START
    ]
    for index in asked:
        if index < stop:
            continue
        if text[lines.starts[index]] in _HEAD_START and _is_head(lines.compact(index)):
            last_places = last_places or _last_places(lines)
            stop = max(_entries_stop(lines, index + 1), _repeated_stop(lines, index + 1, last_places))
            found.update(range(index, stop))
        elif _is_led(lines, index):
            stop = _led_stop(lines, index)
            goes_on = last_led and index - last_led <= _GAP
            if goes_on or stop - index >= _LEAST_WITHOUT_HEAD:
                found.update(range(last_led if goes_on else index, stop))
                last_led = stop
            else:
                found.update(_sure(lines, index, stop))
    return found


def _is_head(compact: str) -> bool:
    return len(compact) <= _LONGEST_HEAD and bool(_HEAD.fullmatch(compact))


def _entries_stop(lines: Lines, start: int) -> int:
    """Just behind the last entry that ends in a page number."""
    stop, index, last_page = start, start, 0
    while index < len(lines) and index - stop <= _GAP:
        compact = lines.compact(index)
        page = last_page if compact.endswith(_NO_PAGE) else _page(compact)
        if page is not None and page >= last_page:
            stop, last_page = index + 1, page
        index += 1
    return stop


def _page(compact: str) -> int | None:
    """The page that an entry names at its end, leaders behind it or not; pages go up from entry to entry."""
    if compact[0] == "-":
        return None  # a page's own mark
    if compact[-1] == "…":
        compact = compact.rstrip("…") or compact
    match = _ENTRY.fullmatch(compact) if compact[-1] in _ENTRY_END else None
    return int(match[1] or match[2]) if match and "。" not in compact and ";" not in compact else None


def _last_places(lines: Lines) -> dict[str, int]:
    return {lines.compact(index): index for index, width in enumerate(lines.widths) if width <= _WIDEST_ENTRY}


def _repeated_stop(lines: Lines, start: int, last_places: dict[str, int]) -> int:
    """Just behind the last line that stands again further down, in a table of contents without page numbers."""
    stop = start
    while stop < len(lines) and last_places.get(lines.compact(stop), 0) > stop:
        stop += 1
    return stop


def _sure(lines: Lines, first: int, stop: int) -> set[int]:
    """The lines `first:stop` that are entries each by itself, with the first half of one over two lines."""
    found = {index for index in range(first, stop) if _SURE_ENTRY.fullmatch(lines.compact(index))}
    above = first - 1
    if first in found and above >= 0 and lines.compact(above).endswith(_LEADERS_END):
        found.add(above)
    return found


def _led_stop(lines: Lines, start: int) -> int:
    stop = start
    while stop < len(lines) and _is_led(lines, stop):
        stop += 1
    return stop


def _is_led(lines: Lines, index: int) -> bool:
    text, start, end = lines.text, lines.starts[index], lines.ends[index]
    # Most lines that end in a number have no leader before it.
    if text[end - 1] not in _ENTRY_END or text[start:end].rstrip(_BEHIND_LEADERS)[-1:] not in _LEADER:
        return False
    return bool(_LED_ENTRY.fullmatch(lines.compact(index)))
