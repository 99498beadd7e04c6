"""Goal 2: faster than those who read a part of it — times, amounts and telephones.

They are installed from the registry into an environment of their own (`make bench PEERS=1`).
"""

from __future__ import annotations

import json
import subprocess
import time
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.texts import ROOT, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHON = ROOT / ".venv-bench" / "bin" / "python"
# Peer, how many times as fast planparse is to be, and how many characters the peer can be asked to read.
PEERS = (("JioNLP", 4, 100_000), ("Recognizers-Text", 100, 8_000))
TURNS = 5


def measure() -> Iterator[str]:
    """planparse on all documents, each peer on their paragraphs, or on every so-many-th of them.

    A machine's speed changes from minute to minute. So planparse reads right before and right behind each of the peer's
    turns, and the medians are compared: the best of either may come from different minutes.
    """
    texts = documents()
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    for name, times, characters in PEERS:
        some = paragraphs[:: max(1, sum(map(len, paragraphs)) // characters)]
        command = [str(PYTHON), str(ROOT / "benchmarks" / "peer.py"), name]
        all_ours, all_theirs = [], []
        for _ in range(TURNS):
            all_ours.append(_speed(texts))
            done = subprocess.run(command, input=json.dumps(some), capture_output=True, text=True, check=True)
            all_theirs.append(float(done.stdout.split()[-1]))
            all_ours.append(_speed(texts))
        ours, theirs = median(all_ours), median(all_theirs)
        yield line(
            f"2 {times} × {name}", f"{ours:.3f}", f"{theirs:.4f} M characters/s", ours / theirs, ours >= times * theirs
        )


def _speed(texts: list[str]) -> float:
    """Million characters per second, of one turn after another that is not counted."""
    from planparse.pipeline import extract

    for text in texts:
        extract(text)
    start = time.process_time()
    for text in texts:
        extract(text).model_dump_json()
    return sum(map(len, texts)) / (time.process_time() - start) / 1e6
