"""Chapters of technical plans, whose number stands bare before their words: 2组织机构 above 2.1领导小组."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.numbering import Number, read_number
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.outline.lines import Lines
    from planparse.rules import RuleSet

__all__ = ["number_chapters"]

# The parts of such chapters are numbered so.
_PARTS = "heading/decimal"
_BARE = lazy_plain_pattern(r"(\d{1,2})[ \t]*(?=[一-龥])")
# No longer line is a chapter's heading.
_LONGEST = 24
# The text of a chapter without parts (附则) has so many characters at least: below items of a list stands the next.
_BODY = 12


def number_chapters(lines: Lines, rules: RuleSet) -> None:
    """Tells the lines that are chapters: the first part of their own stands below, or they follow on such a chapter.

    Behind a bare number no words are a heading by themselves (3名干部, 2座水厂): only where parts are numbered 2.1.
    """
    numbers: Sequence[Number | None] = lines.numbers
    if not any(number and number.style == _PARTS for number in numbers):
        return
    last = 0
    for index in range(len(lines) - 1):
        if numbers[index] is not None or lines.size(index) > _LONGEST or index in lines.in_tables:
            continue
        words = lines.words(index)
        bare = _BARE.match(words)
        # Of a chapter's words the same holds as of its parts': they begin no unit of measure.
        part = read_number(f"1.{words}", rules) if bare else None
        if bare is None or part is None or part.style != _PARTS:
            continue
        value = int(bare[1])
        if _has_part(lines, index + 1, value) or (value == last + 1 > 1 and _is_body(lines, index + 1)):
            lines.numbers[index] = part.replaced(value=value, end=bare.end(), level=1)
            last = value


def _has_part(lines: Lines, index: int, chapter: int) -> bool:
    """Whether a line is the first part of a chapter."""
    words, number = lines.words(index), f"{chapter}.1"
    return words.startswith(number) and not words[len(number) : len(number) + 1].isdecimal()


def _is_body(lines: Lines, index: int) -> bool:
    """Whether a line is the text of a chapter that has no parts."""
    return lines.numbers[index] is None and lines.size(index) >= _BODY and not lines.words(index)[0].isdecimal()
