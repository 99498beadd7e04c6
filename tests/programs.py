"""Programs outside Python that some tests need: without them those tests skip."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def sample_params(paths: list[Path], root: Path) -> list[Any]:
    """The samples as parameters of a test, each called by its path under the root."""
    return [
        pytest.param(
            path, id=path.relative_to(root).as_posix(), marks=[needs_libreoffice] if path.suffix == ".doc" else []
        )
        for path in sorted(paths)
    ]
