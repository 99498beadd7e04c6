"""Which format goes into which file: `--output-format` and `--output-file`, each as often as wanted."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.checks.formats import FORMATS, render
from planparse.checks.mistakes import meant
from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.checks.run import Report

__all__ = ["Output", "outputs", "write_outputs"]


@dataclass(frozen=True, slots=True)
class Output:
    """A format and its file; None is the standard output."""

    format_name: str
    file: Path | None


def outputs(formats: Sequence[str], files: Sequence[str]) -> tuple[Output, ...]:
    """Pairs formats with files, `-` being the standard output.

    `sarif=report.sarif` names format and file at once. Else the first file belongs to the first format and so on; where
    there is one file too few and `text` among the formats, text goes to the standard output. Raises UsageError where
    the two do not fit, or two formats would share the standard output.
    """
    named = [name.partition("=") for name in formats or ("text",)]
    for name, _, _ in named:
        if name not in FORMATS:
            raise UsageError(
                f"no output format is called {name!r}{meant(name, FORMATS)}", "formats: " + ", ".join(FORMATS)
            )
    waiting = [name for name, _, file in named if not file]
    given = list(files)
    if len(given) == len(waiting) - 1 and "text" in waiting:
        given.insert(waiting.index("text"), "-")
    if given and len(given) != len(waiting):
        raise UsageError(
            f"{len(waiting)} output formats for {len(given)} output files", "name each: --output-format sarif=FILE"
        )
    paths = iter(given or ["-"] * len(waiting))
    made = tuple(Output(name, _path(file or next(paths))) for name, _, file in named)
    if sum(output.file is None for output in made) > 1:
        raise UsageError("two formats would share the standard output", "name a file: --output-format sarif=FILE")
    return made


def write_outputs(report: Report, wanted: Sequence[Output], extra: str = "") -> None:
    """Writes the report in every format; `extra` follows the text format. Raises UsageError for a file not written."""
    for output in wanted:
        content = render(report, output.format_name) + (extra if output.format_name == "text" else "")
        if output.file is None:
            sys.stdout.write(content)
            continue
        try:
            output.file.parent.mkdir(parents=True, exist_ok=True)
            output.file.write_text(content, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{output.file}: cannot be written ({error.strerror})", "name another file") from None


def _path(name: str) -> Path | None:
    return None if name == "-" else Path(name)
