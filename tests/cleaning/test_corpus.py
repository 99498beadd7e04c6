"""On the real texts: every annotated quote can be said as a span of the stream; and the speed that is asked for."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText

CORPUS = Path(os.environ.get("PLANPARSE_CORPUS", Path(__file__).parents[3] / "shared" / "corpus")) / "dev"
NAMES = sorted(path.name.removesuffix(".gold.json") for path in CORPUS.glob("*.gold.json"))
LISTS = ("plans", "sections", "quantities", "times", "contacts", "assignments")

pytestmark = pytest.mark.skipif(not NAMES, reason="the corpus is not here")


@pytest.mark.parametrize("name", NAMES)
def test_every_annotation_is_a_span_of_the_stream(name: str) -> None:
    text = (CORPUS / f"{name}.txt").read_text("utf-8")
    gold = json.loads((CORPUS / f"{name}.gold.json").read_text("utf-8"))
    stream = clean(SourceText(text))
    starts = {stream.source_start(offset): offset for offset in reversed(range(len(stream.text)))}
    ends = {stream.source_end(offset): offset for offset in range(1, len(stream.text) + 1)}
    for item in (item for kind in LISTS for item in gold.get(kind, [])):
        start, end = quoted(text, item)
        assert start in starts, item
        assert end in ends, item
        assert stream.span(starts[start], ends[end]) == (start, end), item


def quoted(text: str, item: dict[str, object]) -> tuple[int, int]:
    """The span of the annotation's quote: its nth match (white space may differ) from its line's beginning on."""
    line, nth = int(str(item["line"])), int(str(item.get("nth", 1)))
    begin = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    letters = re.sub(r"\s", "", str(item.get("quote", item.get("value"))))
    matches = re.compile(r"\s*".join(map(re.escape, letters))).finditer(text, begin)
    return [match.span() for _, match in zip(range(nth), matches, strict=False)][-1]


def test_speed() -> None:
    text = "".join((CORPUS / f"{name}.txt").read_text("utf-8") for name in NAMES)
    source = SourceText(text * (400_000 // len(text)))
    begin = time.process_time()
    clean(source)
    # About 0.3 s per million characters where it was measured; ten times that is a regression on any machine.
    assert time.process_time() - begin < 3e-6 * len(source.text)
