"""Goal 1: the whole of extract, text to validated JSON, takes no longer than jieba takes to cut the same text."""

from __future__ import annotations

import logging
import os
import time
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.texts import documents, varied

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure() -> Iterator[str]:
    """Both in turn on every document."""
    import jieba

    from planparse.pipeline import extract

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    for document in documents():
        extract(document)
    characters, ours, theirs = 0, 0.0, 0.0
    for text in varied(float(os.environ.get("BENCH_MB", "20"))):
        characters += len(text)
        start = time.process_time()
        extract(text).model_dump_json()
        between = time.process_time()
        for _ in jieba.cut(text):
            pass
        ours += between - start
        theirs += time.process_time() - between
    speeds = [characters / seconds / 1e6 for seconds in (ours, theirs)]
    yield line(
        "1 extract no slower than jieba.cut",
        f"{speeds[0]:.3f}",
        f"{speeds[1]:.3f} M characters/s",
        speeds[0] / speeds[1],
        speeds[0] >= speeds[1],
    )
