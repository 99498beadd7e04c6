"""Goal 4: the time grows with the text and no faster, whatever the text is."""

from __future__ import annotations

import os
import tempfile
from math import inf, log
from pathlib import Path
from statistics import linear_regression
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.once import run
from benchmarks.texts import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 1.05
TURNS = 3
HOSTILE = {
    "digits": "0123456789",
    "一": "一",
    "年": "年",
    "opening brackets": "（",
    "dates without a break": "2031年1月1日",
    "amounts without a break": "3亿元",
    "percentages without a break": "1%",
    "由": "由",
}


def measure() -> Iterator[str]:
    """Times of growing texts, and the exponent with which they grow."""
    largest = int(os.environ.get("BENCH_BIG", "16"))
    yield _growth("4 a plan", plan(), [largest / 2**step for step in (4, 3, 2, 1, 0)])
    for name, words in HOSTILE.items():
        yield _growth(f"4 nothing but {name}", words, [1 / 8, 1 / 4, 1 / 2, 1])


def _growth(name: str, words: str, megabytes: list[float]) -> str:
    """The sizes by turns, and the least seconds of each: other work on the machine only adds to them, and what is busy
    for a minute slows all sizes of that turn."""
    seconds = [inf] * len(megabytes)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(TURNS):
            for index, size in enumerate(megabytes):
                file = Path(folder) / "text.txt"
                file.write_text(words * round(size * 2**20 / len(words.encode())), encoding="utf-8")
                seconds[index] = min(seconds[index], run(file)["seconds"])
    exponent = linear_regression([log(size) for size in megabytes], [log(second) for second in seconds]).slope
    sizes = f"{seconds[0]:.2f} s for {megabytes[0]:g} MB"
    return line(
        f"{name}, exponent {exponent:.2f} of {LIMIT}",
        f"{seconds[-1]:.2f} s for {megabytes[-1]:g} MB",
        sizes,
        seconds[-1] / seconds[0],
        exponent <= LIMIT,
    )
