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


def measure() -> Iterator[str]:
    """Each peer on the beginning of the documents, paragraph by paragraph; planparse on the same documents."""
    from planparse.pipeline import extract

    texts = documents()
    for text in texts:
        extract(text)
    start = time.process_time()
    for text in texts:
        extract(text).model_dump_json()
    ours = sum(map(len, texts)) / (time.process_time() - start) / 1e6
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    for name, times, characters in PEERS:
        command = [str(PYTHON), str(ROOT / "benchmarks" / "peer.py"), name, str(characters)]
        done = subprocess.run(command, input=json.dumps(paragraphs), capture_output=True, text=True, check=True)
        theirs = float(done.stdout.split()[-1])
        yield line(
            f"2 {times} × {name}", f"{ours:.3f}", f"{theirs:.4f} M characters/s", ours / theirs, ours >= times * theirs
        )
