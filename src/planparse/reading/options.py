"""What a caller may ask of a reader."""

from __future__ import annotations

from planparse.records import Record

__all__ = ["Options"]


class Options(Record):
    """`encoding` overrides the recognition (text formats); `max_pages` ends the reading of a paged format early."""

    __slots__ = ("encoding", "max_pages")

    def __init__(self, encoding: str | None = None, max_pages: int | None = None) -> None:
        self.encoding = encoding
        self.max_pages = max_pages
