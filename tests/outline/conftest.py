"""What the outline's tests share: a text's clean form and its outline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText, clean
from planparse.outline import Outline, find_outline
from planparse.reading.source import Block, SourceText
from planparse.rules import load_rules

Read = Callable[..., tuple[CleanText, Outline]]


@pytest.fixture(scope="session")
def read() -> Read:
    """A function from a document's text (and its blocks) to its clean text and outline."""

    def outline_of(text: str, *, blocks: tuple[Block, ...] = (), wrapped: bool = True) -> tuple[CleanText, Outline]:
        source = SourceText(text, blocks=blocks, wrapped=wrapped)
        cleaned = clean(source)
        return cleaned, find_outline(cleaned, source, load_rules())

    return outline_of
