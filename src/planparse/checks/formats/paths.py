"""How paths are written in reports: from the working folder, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

__all__ = ["shown", "uri"]


def shown(path: Path) -> str:
    """`path` from the working folder where it lies inside, else as it is."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - keeps symbolic links as the user named them
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def uri(path: Path) -> str:
    """The same as a URI reference, other characters than ASCII percent-encoded."""
    words = shown(path)
    return f"file://{quote(words)}" if words.startswith("/") else quote(words)
