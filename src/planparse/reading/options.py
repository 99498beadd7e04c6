"""What a caller may ask of a reader."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Options"]


class Options(NamedTuple):
    """`encoding` overrides the recognition (text formats); `max_pages` ends the reading of a paged format early."""

    encoding: str | None = None
    max_pages: int | None = None
