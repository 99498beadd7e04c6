"""The way in: a path, a file's bytes or a string become a `SourceText`."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from planparse.errors import ReadError
from planparse.reading.formats import tell_format
from planparse.reading.options import Options
from planparse.reading.plain import read_text

if TYPE_CHECKING:
    from planparse.reading.source import SourceText

__all__ = ["from_text", "read_bytes", "read_path"]

# No plan comes near this; a file that does is a mistake, and would fill the memory.
MAX_BYTES = 512 * 2**20

# Which module reads a format, and which extra of the package brings what that module imports.
READERS = {
    "txt": ("plain", ""),
    "md": ("markdown", ""),
    "csv": ("csvfile", ""),
    "docx": ("docx", ""),
    "pdf": ("pdf", "pdf"),
    "html": ("html", "html"),
    "mhtml": ("mhtml", "html"),
    "xlsx": ("xlsx", ""),
    "ofd": ("ofd", ""),
    "doc": ("office", ""),
}


def read_path(path: Path, *, encoding: str | None = None, max_pages: int | None = None) -> SourceText:
    """Reads the file at `path`. Raises ReadError for what is missing, not a file, not allowed, empty or unreadable."""
    try:
        if not path.exists():
            raise ReadError(f"{path} does not exist", "check the spelling of the path")
        if path.is_dir():
            raise ReadError(f"{path} is a folder", "name a file, or use planparse batch for whole folders")
        if not path.is_file():
            raise ReadError(f"{path} is not a regular file", "save its content to a file first, or pipe it in with -")
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(f"{path} is larger than {MAX_BYTES // 2**20} MB", "split it first")
        data = path.read_bytes()
    except PermissionError:
        raise ReadError(f"{path} may not be read by this user", "change its permissions, or copy it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{path} cannot be read ({reason})", "check the path") from None
    return read_bytes(data, name=str(path), encoding=encoding, max_pages=max_pages)


def read_bytes(
    data: bytes, *, name: str | None = None, encoding: str | None = None, max_pages: int | None = None
) -> SourceText:
    """Reads a file's content; `name` is what `SourceText.path` and the errors say. Raises ReadError."""
    shown = name or "the input"
    if not data:
        raise ReadError(f"{shown} is empty", "check that it was saved completely")
    if len(data) > MAX_BYTES:
        raise ReadError(f"{shown} is larger than {MAX_BYTES // 2**20} MB", "split it first")
    format_name = "a document"
    try:
        format_name = tell_format(data)
        # Who names a file .txt means its characters as they stand: spans count these, marks of markdown included.
        if format_name in ("md", "csv") and name is not None and name.lower().endswith(".txt"):
            format_name = "txt"
        module = import_module(f"planparse.reading.{READERS[format_name][0]}")
        source = cast("SourceText", module.read(data, Options(encoding, max_pages)))
    except ReadError as error:
        raise ReadError(f"{shown} {error.message}", error.hint) from None
    except ModuleNotFoundError as error:
        extra = READERS[format_name][1]
        hint = f"pip install 'planparse[{extra}]'" if extra else "install planparse anew"
        raise ReadError(f"{shown} is {format_name}, and {error.name} is not installed", hint) from None
    except RecursionError:
        raise ReadError(f"{shown} nests its parts too deeply to be read", "save it anew in its program") from None
    except Exception as error:
        # Whatever a parser meets in a forged or broken file, its user gets one line; the cause stays for who debugs.
        raise ReadError(f"{shown} is damaged ({type(error).__name__})", "save it anew in its program") from error
    return source.replaced(path=name, sha256=hashlib.sha256(data).hexdigest())


def from_text(text: str) -> SourceText:
    """A `SourceText` of a string: line ends become `\\n`, a byte order mark goes, nothing else changes."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read_text(text).replaced(sha256=sha256)
