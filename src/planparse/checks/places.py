"""Offsets into the text as read → lines, columns and pages."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.models import Document, Span

__all__ = ["Places"]


class Places:
    """The lines of a text, and the page on which each offset stands as far as the document's spans tell."""

    def __init__(
        self, text: str, document: Document, shown: str | None = None, moved: Sequence[int] | None = None
    ) -> None:
        """`text` is the text as read; `shown` the file's own, where that differs, and `moved` the place of each
        character of `text` in it."""
        self.text = text
        self._shown = text if shown is None else shown
        self._moved = moved
        self._lines = [0, *(match.end() for match in regex.finditer("\n", self._shown))]
        paged = sorted((span.start, span.page) for span in _spans(document) if span.page is not None)
        self._starts = [start for start, _ in paged]
        self._pages = [page for _, page in paged]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, in characters."""
        return self._position(offset if self._moved is None else self._moved[offset])

    def end_position(self, offset: int) -> tuple[int, int]:
        """Line and column behind the character before `offset`."""
        if self._moved is None or offset == 0:
            return self.position(offset)
        return self._position(self._moved[offset - 1] + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset) - 1
        return line + 1, offset - self._lines[line] + 1

    def line_text(self, line: int) -> str:
        """The words of a line, without its end."""
        start = self._lines[line - 1]
        stop = self._lines[line] - 1 if line < len(self._lines) else len(self._shown)
        return self._shown[start:stop]

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
