"""Offsets into the text as read → lines, columns and pages."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from planparse.models import Document, Span

__all__ = ["Places"]


class Places:
    """The lines of a text, and the page on which each offset stands as far as the document's spans tell."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self._lines = [0, *(match.end() for match in regex.finditer("\n", text))]
        paged = sorted((span.start, span.page) for span in _spans(document) if span.page is not None)
        self._starts = [start for start, _ in paged]
        self._pages = [page for _, page in paged]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, in characters."""
        line = bisect_right(self._lines, offset) - 1
        return line + 1, offset - self._lines[line] + 1

    def line_text(self, line: int) -> str:
        """The words of a line, without its end."""
        start = self._lines[line - 1]
        stop = self._lines[line] - 1 if line < len(self._lines) else len(self.text)
        return self.text[start:stop]

    def page(self, offset: int) -> int | None:
        """The page of the last thing read at or before `offset`; None where the format has no pages."""
        place = bisect_right(self._starts, offset) - 1
        return self._pages[max(place, 0)] if self._pages else None


def _spans(document: Document) -> list[Span]:
    spans = [diagnostic.span for diagnostic in document.diagnostics if diagnostic.span]
    for plan in document.plans:
        spans += [plan.span, *(time.span for time in plan.times), *(contact.span for contact in plan.contacts)]
        for section in plan.sections:
            spans += [section.heading_span, section.span]
        for figure in (*plan.targets, *plan.baselines, *plan.parameters):
            spans += [figure.span, figure.quantity.span]
    return spans
