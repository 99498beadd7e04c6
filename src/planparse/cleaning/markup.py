"""The Markdown that OCR tools put around words: list, quote and heading marks, and bold type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import REMOVED
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    import re

__all__ = ["MARKUP", "markup", "mask_bold"]

MARKUP = frozenset("-*·+>#")
_BOLD = lazy_plain_pattern(r"\*\*([^*\n]{1,80})\*\*")
# `- 5 -` is a page mark, `-5%` a number.
_MARKS = lazy_plain_pattern(r"(?:[-*·+>][ \t]+|\#{1,6}[ \t]*|>)+(?=[^\s\d\-·*]|\d{1,2}(?:、|[.](?!\d)))")


def markup(words: str) -> int:
    """How many characters of list, quote and heading marks a line begins with."""
    match = _MARKS.match(words)
    return match.end() if match else 0


def mask_bold(text: str) -> str:
    """The text with the stars around a line's first words (`**一、目标**`) filled; `20**年` keeps its own."""
    return _BOLD.sub(_masked, text) if "**" in text else text


def _masked(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 12) : match.start()].rstrip(" \t\u3000>#-*")
    is_at_line_start = before.endswith("\n") or (not before and match.start() <= 12)
    return f"{REMOVED * 2}{match[1]}{REMOVED * 2}" if is_at_line_start else match[0]
