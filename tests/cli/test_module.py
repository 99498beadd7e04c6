"""`python -m planparse`."""

from __future__ import annotations

import subprocess
import sys

from planparse import __version__


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "planparse", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"planparse {__version__}\n"


def test_its_mistakes_end_with_two() -> None:
    done = subprocess.run([sys.executable, "-m", "planparse", "extract"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("planparse: ")
