"""Goal 2: faster than those who read a part of it — times, amounts and telephones.

They are installed from the registry into an environment of their own (`make bench PEERS=1`).
"""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.texts import ROOT, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHON = ROOT / ".venv-bench" / "bin" / "python"
# Peer, how many times as fast planparse is to be, and how many characters the peer can be asked to read.
PEERS = (("JioNLP", 4, 100_000), ("Recognizers-Text", 100, 8_000))
TURNS = 30


def measure() -> Iterator[str]:
    """planparse on all documents, each peer on their paragraphs, or on every so-many-th of them.

    A machine's speed changes from one second to the next. So the two take many short turns one after the other, each of
    which is taken twice and counted once, and their times are added up.
    """
    texts = documents()
    size = sum(map(len, texts))
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    for name, times, characters in PEERS:
        some = paragraphs[:: max(1, size // characters)]
        command = [str(PYTHON), str(ROOT / "benchmarks" / "peer.py"), name]
        our_time = their_time = 0.0
        # What a peer cannot read, it tells in many lines.
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as peer:
            for turn in range(TURNS):
                our_time += _seconds(texts)
                their_time += _asked(peer, some[turn::TURNS])
        ours, theirs = TURNS * size / our_time / 1e6, sum(map(len, some)) / their_time / 1e6
        yield line(
            f"2 {times} × {name}", f"{ours:.3f}", f"{theirs:.4f} M characters/s", ours / theirs, ours >= times * theirs
        )


def _seconds(texts: list[str]) -> float:
    """The processor time that planparse takes, in the second of two turns."""
    from planparse.pipeline import extract

    for _ in range(2):
        start = time.process_time()
        for text in texts:
            extract(text).model_dump_json()
    return time.process_time() - start


def _asked(peer: subprocess.Popen[str], paragraphs: list[str]) -> float:
    """The processor time that a peer tells of its second turn. Raises EOFError where it has ended."""
    assert peer.stdin is not None
    assert peer.stdout is not None
    print(json.dumps(paragraphs), file=peer.stdin, flush=True)
    told = peer.stdout.readline()
    if not told:
        raise EOFError(f"{peer.args} has ended")
    return float(told)
