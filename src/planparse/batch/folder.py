"""The input as a folder on this machine: which files are there, and their content."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from dataclasses import dataclass, field
from heapq import heappop, heappush
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.batch.model import Found, Opened, Task
from planparse.errors import ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["DOCUMENTS", "Folder", "LocalOpener", "glob_pattern", "reason_to_skip", "too_large"]

DOCUMENTS = (
    *("*.txt", "*.text", "*.md", "*.csv", "*.docx", "*.docm", "*.doc", "*.wps", "*.rtf", "*.odt", "*.pdf", "*.ofd"),
    *("*.html", "*.htm", "*.mhtml", "*.mht", "*.xlsx", "*.xlsm"),
)
"""What is taken where no --glob is given: the endings that plans come with. The format itself is told by content."""


@dataclass(slots=True)
class Folder:
    """The files below `root` whose name (or, for a pattern with `/`, path) matches one of `globs`, in no order.

    Links to folders are followed, each real folder is walked once, so loops end; a link to a file below `root` is the
    same file twice and passed over. `skipped` counts what was passed over, by reason. Only folders are remembered
    while walking, not files.
    """

    root: Path
    globs: Sequence[str] = DOCUMENTS
    leave_out: Path | None = None
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def opener(self) -> LocalOpener:
        """What workers read the files with."""
        return LocalOpener(self.root)

    def __iter__(self) -> Iterator[Found]:
        self.skipped.clear()
        wanted = glob_pattern(self.globs)
        seen: set[tuple[int, int]] = (
            {_identity(self.leave_out)} if self.leave_out and self.leave_out.exists() else set()
        )
        folders, links = [str(self.root)], list[str]()
        # Real folders first, links after them: a folder then has its real path in the dataset, whatever links to it.
        while folders or links:
            folder = folders.pop() if folders else heappop(links)
            try:
                identity = _identity(Path(folder))
                if identity in seen:
                    continue
                seen.add(identity)
                with os.scandir(folder) as entries:
                    for entry in entries:
                        yield from self._look_at(entry, wanted, folders, links)
            except OSError as error:
                name = _relative(folder, self.root)
                yield _found(f"{name}/", 0, 0, f"the folder cannot be listed ({error.strerror}): check its permissions")

    def _look_at(
        self, entry: os.DirEntry[str], wanted: re.Pattern[str], folders: list[str], links: list[str]
    ) -> Iterator[Found]:
        if reason := reason_to_skip(entry.name):
            self.skipped[reason] += 1
            return
        try:
            about = entry.stat()
        except OSError:
            self.skipped["broken link" if entry.is_symlink() else "gone"] += 1
            return
        name = _relative(entry.path, self.root)
        if stat.S_ISDIR(about.st_mode) and entry.is_symlink():
            heappush(links, entry.path)
        elif stat.S_ISDIR(about.st_mode):
            folders.append(entry.path)
        elif not stat.S_ISREG(about.st_mode):
            self.skipped["not a file"] += 1
        elif not wanted.fullmatch(name):
            self.skipped["other kind"] += 1
        elif entry.is_symlink() and Path(entry.path).resolve().is_relative_to(self.root.resolve()):
            self.skipped["second name"] += 1
        else:
            yield _found(name, about.st_size, about.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class LocalOpener:
    """Reads files below `root`."""

    root: Path

    def __call__(self, task: Task, max_bytes: int) -> Opened:
        """The content of the task's file; raises ReadError where it cannot be had whole."""
        path = os.path.join(os.fsencode(self.root), task.raw or os.fsencode(task.path))  # noqa: PTH118 - bytes
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - bytes
                about = os.fstat(file.fileno())
                if about.st_size > max_bytes:
                    raise too_large(about.st_size, max_bytes)
                data = file.read(max_bytes + 1)
                after = os.fstat(file.fileno())
        except OSError as error:
            raise ReadError(
                f"the file cannot be read ({error.strerror})", "check the file and its permissions"
            ) from None
        if (after.st_size, after.st_mtime_ns) != (about.st_size, about.st_mtime_ns) or len(data) != about.st_size:
            raise ReadError("the file was written to while it was read", "run again with --retry-failed")
        return Opened(data, about.st_size, about.st_mtime_ns)


def reason_to_skip(name: str) -> str | None:
    """Why a file or folder of that name is no document of the user's; `~$` files are Word's while it writes."""
    if name.startswith("."):
        return "hidden"
    return "temporary" if name.startswith("~$") else None


def too_large(size: int, max_bytes: int) -> ReadError:
    """The error for a file past the limit."""
    return ReadError(f"the file has {size / 2**20:.0f} MB, more than {max_bytes / 2**20:.0f} MB", "raise --max-size")


def glob_pattern(globs: Sequence[str]) -> re.Pattern[str]:
    """One pattern for paths with `/`: `**` crosses folders, `*` and `?` do not; a glob without `/` matches the name."""
    pattern = "|".join(_translated(glob if "/" in glob else f"**/{glob}") for glob in globs)
    try:
        return re.compile(pattern, re.IGNORECASE | re.DOTALL)
    except re.error as error:
        raise UsageError(
            f"--glob {' '.join(globs)} is no pattern ({error})", "write it like *.docx or 2023/**/*.pdf"
        ) from None


def _translated(glob: str) -> str:
    tokens = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\])", glob)
    return "".join(tokens.get(part) or (_class(part) if _is_class(part) else re.escape(part)) for part in parts)


def _is_class(part: str) -> bool:
    return len(part) > 2 and part[0] == "[" and part[-1] == "]"


def _class(part: str) -> str:
    inner = part[1:-1].replace("\\", "\\\\")
    return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"


def _identity(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_dev, about.st_ino


def _relative(path: str, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _found(name: str, size: int, mtime_ns: int, problem: str = "") -> Found:
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        return Found(raw.decode("utf-8", "backslashreplace"), size, mtime_ns, raw, problem)
    return Found(name, size, mtime_ns, None, problem)
