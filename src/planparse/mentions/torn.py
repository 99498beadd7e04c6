"""Numerals that may be only the last part of a number which blanks tore apart: no amount is read from them."""

from __future__ import annotations

from planparse.cleaning.parted import NUMBERED
from planparse.patterns import lazy_plain_pattern

__all__ = ["is_torn"]

# A row of figures is looked at so far to the left.
_REACH = 40
_YEAR = lazy_plain_pattern(r"(?:19|20)\d\d")
_LEAST_COLUMNS = 3


def is_torn(words: str, start: int) -> bool:
    """Whether digits and one blank stand in front of the numeral at `start` that may belong to it (`甲镇 3 500个`).

    Cleaning has joined those that surely do. The blank parts two figures for certain behind a year, behind the number
    of a thing or a Latin name (G318 50公里), and in a row of three or more figures of several digits.
    """
    if words[start - 1 : start] != " " or not words[max(0, start - 2) : start - 1].isdecimal():
        return False
    end = start
    while end < len(words) and words[end].isdecimal() and end < start + _REACH:
        end += 1
    lowest = max(0, start - _REACH)
    first = lowest + len(words[lowest:start].rstrip("0123456789., "))
    groups = words[first:end].split()
    before = words[first - 1 : first]
    if _YEAR.fullmatch(groups[-2]) or before in NUMBERED or (before.isascii() and before.isalpha()):
        return False
    return sum([len(group) > 1 for group in groups]) < _LEAST_COLUMNS
