"""The command line: `run()` is the `planparse` program, one module per command."""

from __future__ import annotations

import sys

__all__ = ["run"]


def run() -> None:
    """Runs the program and exits: 2 with one line on standard error for every `PlanparseError`, never a traceback."""
    from planparse.cli.app import main

    sys.exit(main(sys.argv[1:]))
