"""Page furniture: page numbers, running heads and feet, which repeat from page to page and belong to no paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.reading.lines import Line

__all__ = ["without_furniture"]

# The share of a page's height at its top and bottom in which furniture stands.
MARGIN = 0.12
# `— 3 —`, `- 3 -`, `3`, `第3页 共12页`, `3/12`, `Page 3`
PAGE_NUMBER = re.compile(
    r"[\s\-—–―－─_·.]*(?:第|page)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页)?(?:\s*(?:[/／,，]|of|共|总)*\s*\d{1,4}\s*页?)?[\s\-—–―－─_·.]*",
    re.IGNORECASE,
)
# A number between dashes is a page number also a little further from the edge (large print on small paper).
DASHED = re.compile(r"\s*[-—–―－─]\s*\d{1,4}\s*[-—–―－─]\s*")
DASHED_MARGIN = 0.2
DIGITS = re.compile(r"\d+")
# A line repeats when it stands at the same height on this many pages (or both of two), and on this share of them.
MIN_PAGES = 3
MIN_SHARE = 0.4


def without_furniture(lines: list[Line], heights: dict[int, float]) -> list[Line]:
    """The lines that are words of the document. `heights` are the heights of the pages in points."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        if _in_margin(line, heights):
            seen[_identity(line)].add(line.page)
    pages = len({line.page for line in lines})
    # Heads of odd and even pages differ; on a single page nothing can repeat.
    needed = max(2, min(MIN_PAGES, pages), MIN_SHARE * pages / 2)

    def is_furniture(line: Line) -> bool:
        if not _in_margin(line, heights):
            return _in_margin(line, heights, DASHED_MARGIN) and DASHED.fullmatch(line.text) is not None
        return PAGE_NUMBER.fullmatch(line.text) is not None or len(seen[_identity(line)]) >= needed

    return [line for line in lines if not is_furniture(line)]


def _in_margin(line: Line, heights: dict[int, float], margin: float = MARGIN) -> bool:
    height = heights[line.page]
    return line.box[3] < margin * height or line.box[1] > (1 - margin) * height


def _identity(line: Line) -> tuple[str, int]:
    return DIGITS.sub("0", line.text.replace(" ", "")), round(line.box[1] / 4)
