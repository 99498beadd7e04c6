"""Headings that a PDF's text runs on behind the paragraph before them: `…支撑。 二、工作目标`."""

from __future__ import annotations

from planparse.patterns import lazy_plain_pattern

__all__ = ["part_glued"]

# A blank behind a finished sentence and in front of a heading's number (一、 (一) 第三章). Numbers in digits are left
# alone: they count steps inside a paragraph as well.
_GLUED = (
    r"(?<=[。;!?:].)(?=[ \u3000]{0,3}"
    r"(?:[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff“]|\([一二三四五六七八九十]{1,3}\)[ ]?[\u4e00-\u9fff“]"
    r"|第[一二三四五六七八九十]{1,3}[章节篇][ \u3000]))"
)
# Each kind of blank on its own: `re` skips ahead to a character, and not nearly so fast to one of two.
_GLUED_BY = [lazy_plain_pattern(blank + _GLUED) for blank in (" ", "\u3000")]


def part_glued(text: str) -> str:
    """The folded text with a line end for the blank in front of each glued heading; its length is unchanged."""
    for glued in _GLUED_BY:
        text = glued.sub("\n", text)
    return text
