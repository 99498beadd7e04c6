"""Goal 5: memory above the interpreter with its imports."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.once import run
from benchmarks.texts import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_SMALL = 60
LIMIT_TIMES = 12


def measure() -> Iterator[str]:
    """A plan of two pages, and one of many megabytes."""
    largest = int(os.environ.get("BENCH_BIG", "16"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.txt"
        file.write_text(plan(), encoding="utf-8")
        small = run(file)["peak"] / 2**20
        file.write_text(plan() * round(largest * 2**20 / len(plan().encode())), encoding="utf-8")
        big = run(file)["peak"] / 2**20
    yield line("5 memory for two pages", f"{small:.0f}", f"{LIMIT_SMALL} MB", small / LIMIT_SMALL, small <= LIMIT_SMALL)
    limit = LIMIT_TIMES * largest
    yield line(f"5 memory for {largest} MB", f"{big:.0f}", f"{limit} MB", big / limit, big <= limit)
