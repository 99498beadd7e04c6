"""A span is made past pydantic: it has to be the one that pydantic would have made, and is held to its bounds."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from planparse.cleaning import clean
from planparse.figures.places import Places, _between
from planparse.models import Span
from planparse.reading import from_text


def test_span_is_as_pydantic_makes_it() -> None:
    source = from_text("到2027年，新建 １２ 座水厂。")
    text = clean(source)
    words, span = Places(source, text).quoted(text.text.index("12"), text.text.index("座"))
    assert words == source.text[span.start : span.end]
    assert span == Span(start=span.start, end=span.end)
    with pytest.raises(FrozenInstanceError):
        span.start = 0  # type: ignore[misc]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_offsets_out_of_order_make_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        _between(start, end)
