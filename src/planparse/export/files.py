"""Where an export goes: a file that appears whole or not at all, or a stream that someone else has opened."""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["folder", "opened", "opened_text"]


@contextmanager
def opened(target: Path | BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write to: `target` itself, or a new file beside it that takes its name when all is written.

    What is no file (/dev/null, a pipe) is written to as it is, and a link's own file, not the link, is replaced. Raises
    UsageError where the file cannot be written.
    """
    if not isinstance(target, Path):
        yield target
        return
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as stream:
            yield stream
        return
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(target)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror})", "choose another place with -o") from None
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def opened_text(target: Path | BinaryIO, encoding: str = "utf-8") -> Iterator[TextIOWrapper]:
    """Like `opened`, for text; line ends are written as they are given."""
    with opened(target) as stream:
        text = TextIOWrapper(stream, encoding=encoding, newline="")
        try:
            yield text
            text.flush()
        finally:
            text.detach()


def folder(target: Path | BinaryIO, format_name: str) -> Path:
    """The folder to write several files into, made if need be. Raises UsageError for a stream or an existing file."""
    if not isinstance(target, Path):
        raise UsageError(f"{format_name} writes several files", "name a folder with -o")
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: no folder can be made here ({error.strerror})", "name a folder with -o") from None
    return target
