"""Goal 3: how long it takes from the start of a process to its end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.goals import line
from benchmarks.texts import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

TURNS = 15
LIMIT_VERSION = 2.0
LIMIT_EXTRACT = 3.5
LIMIT_SECONDS = 0.45


def measure() -> Iterator[str]:
    """The shortest of several turns, in wall time; the first, which fills the caches, does not count."""
    program = [sys.executable, "-c", "from planparse.cli import run; run()"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.txt"
        file.write_text(plan(), encoding="utf-8")
        commands = {
            "typer": [sys.executable, "-c", "import typer"],
            "libraries": [sys.executable, "-c", "import typer, pydantic, regex"],
            "version": [*program, "--version"],
            "extract": [*program, "extract", str(file)],
        }
        best = dict.fromkeys(commands, float("inf"))
        for turn in range(TURNS + 1):
            for name, command in commands.items():
                seconds = _seconds(command, folder)
                best[name] = min(best[name], seconds) if turn else best[name]
    ratio = best["version"] / best["typer"]
    yield line(
        f"3 --version within {LIMIT_VERSION:g} × of importing typer",
        f"{best['version']:.3f}",
        f"{best['typer']:.3f} s",
        ratio,
        ratio <= LIMIT_VERSION,
    )
    ratio = best["extract"] / best["libraries"]
    yield line(
        f"3 extract of two pages within {LIMIT_SECONDS} s and {LIMIT_EXTRACT:g} × of importing typer, pydantic, regex",
        f"{best['extract']:.3f}",
        f"{best['libraries']:.3f} s",
        ratio,
        ratio <= LIMIT_EXTRACT and best["extract"] <= LIMIT_SECONDS,
    )


def _seconds(command: list[str], folder: str) -> float:
    # Compiled modules are what an installed program has; what lies in the user's cache from other versions is not.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"XDG_CACHE_HOME": folder, "LOCALAPPDATA": folder}
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
