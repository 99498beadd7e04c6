"""The marks with which the items of a list begin: 1、, (2), 三是, ●."""

from __future__ import annotations

from functools import lru_cache

from planparse.patterns import lazy_plain_pattern

__all__ = ["LIST_MARK", "mark_of"]

_NUMBERS = (
    (lazy_plain_pattern(r"[①-⑳]"), "①"),
    (lazy_plain_pattern(r"[一二三四五六七八九十]+"), "一"),
    (lazy_plain_pattern(r"\d+"), "1"),
)
_NUMERALS = "一二三四五六七八九十"
LIST_MARK = lazy_plain_pattern(
    r"[-\s]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]+是|[①-⑳●■◆]|--)"
)


def mark_of(line: str) -> str | None:
    """The form of the mark with which a list item begins, its number apart: 1、 is like 2、, not like (1)."""
    if line[:1].isalpha() and line[0] not in _NUMERALS:
        return None
    match = LIST_MARK.match(line)
    if match is None:
        return None
    return _form(match[0].strip())


@lru_cache(maxsize=512)  # there are but some ten forms, and each has a few numbers
def _form(mark: str) -> str:
    for numbers, first in _NUMBERS:
        mark = numbers.sub(first, mark)
    return mark
