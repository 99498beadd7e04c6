"""A worker process: reads the files it is told, works them, and answers, within its memory."""

from __future__ import annotations

import hashlib
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.batch.model import Answer, Limits, Opener, Task, Work
from planparse.batch.packing import packed
from planparse.batch.process import address_space, follow_parent, limit_memory
from planparse.errors import PlanparseError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

__all__ = ["READY", "RETIRED", "Orders", "serve"]

READY = "ready"
RETIRED = "retired"
MAX_ERROR = 500


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is to do, the same for all."""

    opener: Opener
    work: Work
    limits: Limits


def serve(connection: Connection, others: Sequence[Connection], orders: Orders) -> None:
    """Answers every task of every list that comes over `connection`, in order, until it is closed.

    Says READY first. Says RETIRED before it ends by itself, having grown so much that the next document would have
    less than half of its memory. `others` are the ends of siblings' pipes that came along with the fork.
    """
    for other in others:
        other.close()
    follow_parent()
    idle = address_space()
    limit = idle + orders.limits.memory_mb * 2**20
    limit_memory(limit)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(READY)
        while True:
            for task in connection.recv():
                connection.send(answer(task, orders))
                if address_space() > (idle + limit) // 2:
                    connection.send(RETIRED)
                    return


def answer(task: Task, orders: Orders) -> Answer:
    """Works one file. Whatever happens becomes the answer's `error`, one line that does not differ from run to run."""
    began = time.perf_counter()
    sha256 = size = mtime_ns = None
    try:
        opened = orders.opener(task, orders.limits.file_mb * 2**20)
        size, mtime_ns = opened.size, opened.mtime_ns
        sha256 = hashlib.sha256(opened.data).hexdigest()
        if sha256 == task.sha256:
            return Answer(task.id, "unchanged", 0.0, None, sha256, size, mtime_ns)
        parts = {part: packed(lines) for part, lines in orders.work(opened.data, task.path).items() if lines}
    except PlanparseError as error:
        return Answer(task.id, "failed", time.perf_counter() - began, _line(str(error)), sha256, size, mtime_ns)
    except MemoryError:
        reason = f"more than {orders.limits.memory_mb} MB of memory: raise --memory-limit and use --retry-failed"
        return Answer(task.id, "failed", time.perf_counter() - began, reason, sha256, size, mtime_ns)
    except Exception as error:  # a bug of ours, or a library's: it costs this document and no other
        return Answer(task.id, "failed", time.perf_counter() - began, _bug(error), sha256, size, mtime_ns)
    return Answer(task.id, "done", time.perf_counter() - began, None, sha256, size, mtime_ns, parts)


def _bug(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return _line(f"{type(error).__name__}: {error} ({Path(frame.filename).name}, line {frame.lineno})")


def _line(words: str) -> str:
    line = " ".join(words.encode("utf-8", "backslashreplace").decode().split())
    return line if len(line) <= MAX_ERROR else f"{line[: MAX_ERROR - 1]}…"
