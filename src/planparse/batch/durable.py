"""Files that are whole or not there: written aside, brought to the disk, renamed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["move_into_place", "sync", "write_whole"]


def sync(path: Path) -> None:
    """Brings a file's content, or a folder's list of names, to the disk."""
    if path.is_dir() and os.name == "nt":  # Windows cannot open a folder, and does not need it
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_into_place(aside: Path, target: Path) -> None:
    """Gives a file that is on the disk its final name, replacing what had it; the name is on the disk after that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.replace(target)
    sync(target.parent)


def write_whole(target: Path, content: bytes) -> None:
    """Writes a small file so that it is never seen half-written."""
    aside = target.with_name(f".{target.name}.part")
    aside.write_bytes(content)
    sync(aside)
    move_into_place(aside, target)
