"""What passes between the rooms of `batch`: files found, tasks given out, answers come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from planparse.errors import PlanparseError

__all__ = ["Answer", "BatchError", "Found", "Limits", "Opened", "Opener", "Task", "Work"]

Work = Callable[[bytes, str], Mapping[str, bytes]]
"""A file's content and its name → parts of the dataset: `documents` and each table, as JSON lines (UTF-8)."""

State = Literal["done", "failed", "unchanged"]


class BatchError(PlanparseError):
    """A run that cannot go on: the dataset's folder is in use or full, or no worker can be started."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the input: its path below the input folder (`/` between), bytes, time of change in ns.

    `raw` is the path as the system has it, where that is no UTF-8 (`path` then shows its odd bytes as `\\xNN`).
    `problem` says why a folder (path with `/` at the end) could not be listed.
    """

    path: str
    size: int
    mtime_ns: int
    raw: bytes | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be worked. `sha256` is set if a result for exactly this content is at hand already."""

    id: int
    path: str
    size: int
    raw: bytes | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task. `parts` are packed; size and time are those of the file when it was read."""

    id: int
    state: State
    seconds: float = 0.0
    error: str | None = None
    sha256: str | None = None
    size: int | None = None
    mtime_ns: int | None = None
    parts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds, megabytes of memory beyond the idle worker's own, bytes of file."""

    seconds: float = 120.0
    memory_mb: int = 2048
    file_mb: int = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's content, with its size and time of change at the moment of reading."""

    data: bytes
    size: int
    mtime_ns: int


class Opener(Protocol):
    """Reads a file of the input by its task; raises ReadError. Must be picklable."""

    def __call__(self, task: Task, max_bytes: int) -> Opened: ...
