"""One extraction in a process of its own: processor time, and memory above what the imports took.

python -m benchmarks.once FILE
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TypedDict

from benchmarks.texts import ROOT


class Run(TypedDict):
    """Seconds of processor time and bytes of memory."""

    seconds: float
    peak: int


def run(file: Path) -> Run:
    """Extracts a file in a new process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "benchmarks.once", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: Run = json.loads(done.stdout)
    return found


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Extracts the file named on the command line."""
    from planparse.export.json import write
    from planparse.reading import read_path
    from planparse.rules import load_rules
    from planparse.stream import DocumentStream

    rules = load_rules()
    gc.set_threshold(250_000)  # as the program does
    before = _memory()
    start = time.process_time()
    with Path(os.devnull).open("wb") as nowhere:
        write([DocumentStream(read_path(Path(sys.argv[1])), rules)], nowhere)
    json.dump(Run(seconds=time.process_time() - start, peak=_memory() - before), sys.stdout)


if __name__ == "__main__":
    main()
