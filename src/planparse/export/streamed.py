"""What a writer needs of a document that is read while it is written (`planparse.stream` makes such)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Diagnostic, Document, Plan

__all__ = ["StreamedDocument", "StreamedPlan"]


class StreamedPlan(Protocol):
    """A plan in one piece, or in several that each have a part of every list, with what there is to say of each."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[tuple[Plan, list[Diagnostic]]]: ...


class StreamedDocument(Protocol):
    """A document plan by plan; `frame` is all that it has besides plans and what there is to say of them."""

    frame: Document

    def plans(self) -> Iterator[StreamedPlan]:
        """The plans in order; each is gone through before the next is asked for."""
        ...
