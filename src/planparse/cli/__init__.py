"""The command line: `run()` is the `planparse` program, one module per command."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["run"]


def run() -> None:
    """Runs the program and exits: 2 with one line on standard error for every `PlanparseError`, never a traceback."""
    # What a program loads at its start stays, some hundred thousand objects; to look through it for garbage is in vain.
    gc.set_threshold(250_000)
    # pydantic would look through every installed distribution for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from planparse.cli.app import main

    code = main(sys.argv[1:])
    # Nor need it be looked through once more at the end, which would take a fifth of a short run.
    gc.freeze()
    sys.exit(code)
