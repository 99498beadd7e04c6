"""The forms in which findings are written: one module per format, imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from planparse.checks.run import Report

__all__ = ["FORMATS", "render"]

FORMATS = ("text", "json", "json-lines", "junit", "sarif", "github", "gitlab")


def render(report: Report, name: str) -> str:
    """The report in the format of that name, ending in a line end unless it is empty."""
    module = import_module(f"planparse.checks.formats.{name.replace('-', '_')}")
    write: Callable[[Report], str] = module.write
    return write(report)
