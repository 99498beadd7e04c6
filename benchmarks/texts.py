"""The texts that are measured: the samples and, where it lies beside the repository, the corpus."""

from __future__ import annotations

import os
import random
import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.reading import read_path

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
# A number of two digits or more that is no year.
_NUMBER = re.compile(r"(?<![\d〔])\d{2,}(?![\d〕年])")


def documents() -> list[str]:
    """Every sample in plain text, and every text of the corpus's open part."""
    corpus = Path(os.environ.get("PLANPARSE_CORPUS", ROOT.parent / "shared" / "corpus")) / "dev"
    files = [*sorted((ROOT / "samples").glob("*.txt")), *sorted(corpus.glob("*.txt"))]
    return [read_path(file).text for file in files]


def varied(megabytes: float) -> Iterator[str]:
    """The documents over and over, so many megabytes of them; each time with other numbers."""
    left = megabytes * 2**20
    for turn in count():
        for document in documents():
            text = _with_other_numbers(document, turn) if turn else document
            yield text
            left -= len(text.encode())
            if left <= 0:
                return


def plan() -> str:
    """A plan of two pages."""
    return read_path(ROOT / "samples" / "health.txt").text


def _with_other_numbers(text: str, seed: int) -> str:
    chosen = random.Random(seed)
    return _NUMBER.sub(lambda number: str(chosen.randrange(10 ** (len(number[0]) - 1), 10 ** len(number[0]))), text)
