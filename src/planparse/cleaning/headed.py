"""Numbered lines that are headings though they reach the margin, and text stands right below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.cleaning.starts import ends_sentence, is_inside_brackets, is_numbered
from planparse.patterns import lazy_plain_pattern
from planparse.word_boundaries import begins_word

if TYPE_CHECKING:
    from planparse.cleaning.lines import Line

__all__ = ["LONGEST_WORD", "SLACK", "SPREAD", "TOKEN", "heads_paragraph", "is_bare_heading"]

SPREAD = 10
"""Lines of one paragraph differ by so many columns: a character that may not begin a line, a number kept together."""
SLACK = 4
"""What a full line may lack of the width."""
LONGEST_WORD = 4
TOKEN = lazy_plain_pattern(r"[A-Za-z0-9.,%+\-/]+")
"""What no line breaks."""

_LATIN = lazy_plain_pattern("[A-Za-z]")
_LONGEST_NUMBER = 4
_LEAST_GLUED = 12


def is_bare_heading(before: Line, after: Line, width: int) -> bool:
    """Whether a numbered line without any mark inside is a heading: two characters more had room behind it.

    Past the margin too no line of the text goes on: there it follows a line of smaller print. A paragraph that begins
    with a number has a mark in its first line, or fills it to the last column.
    """
    words = before.compact[_LONGEST_NUMBER:]
    if not is_numbered(before.compact) or has_any(words, ",。;:、") or _LATIN.search(before.compact):
        return False
    token = TOKEN.match(after.compact)
    right = before.indent + before.width
    if right + (len(token[0]) if token else 0) <= width - SLACK or right > width + SPREAD:
        return True
    # Behind another paragraph's end a heading may fill the line; its own rest would be short.
    return before.indent >= _LEAST_GLUED and after.width >= width - SPREAD


def heads_paragraph(before: Line, after: Line, width: int) -> bool:
    """Whether a numbered line without a comma is a heading that fills its line: what follows begins a paragraph.

    `width` is that of a paragraph's first line, whose indent got lost: a line that goes on is two characters wider, or
    ends there.
    """
    words = before.compact
    if not width - 1 <= after.width <= width or not is_numbered(words) or ends_sentence(after.compact):
        return False
    if has_any(words[_LONGEST_NUMBER:], ",。;:") or words[-1] == "、" or is_inside_brackets(words):
        return False
    front = words[-LONGEST_WORD:]
    return begins_word(front + after.compact[:LONGEST_WORD], len(front))
