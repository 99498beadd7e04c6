"""The crew: a fixed number of worker processes, each under watch; one that crashes or hangs costs one document."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from planparse.batch.model import Answer, BatchError, Limits, Opener, Task, Work
from planparse.batch.worker import READY, RETIRED, Orders, serve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["Crew", "start_method", "work_here"]

# Small files go to a worker several at a time: at most so many files, and no more once they have so many bytes.
CHUNK_FILES = 32
CHUNK_BYTES = 64 * 2**10
# The last files, so many for each worker, go out singly, so that none has many left when the others have none.
LAST_FILES = 8
# A worker that has started its last list is given the next, so that it never waits for the parent.
LISTS_AHEAD = 2
# Each time the parent wakes it takes a processor from a worker. So it lets answers gather while all have enough to do.
GATHER_S = 0.02
ENOUGH_FILES = 4
LOOK_EVERY_S = 0.25
START_S = 120.0
KILL_S = 5.0


def start_method() -> str:
    """Fork where it is safe, as it shares what is loaded: on Linux, while no thread runs (a storage's client may)."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return "fork"
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, our end of its pipe, what it was given and has not answered, and since when it is at the first."""

    process: BaseProcess
    connection: Connection
    ready: bool = False
    tasks: deque[Task] = field(default_factory=deque)
    lists: deque[int] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)


class Crew:
    """`jobs` workers under the same orders. Use as a context; leaving it kills them."""

    def __init__(self, jobs: int, orders: Orders, method: str | None = None) -> None:
        self._jobs = jobs
        self._orders = orders
        self._context: Any = multiprocessing.get_context(method or start_method())
        self._workers: list[_Worker] = []
        self._returned: deque[Task] = deque()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _kill(worker)
        self._workers.clear()

    def run(self, tasks: Iterable[Task]) -> Iterator[Answer | None]:
        """The answers, in the order in which they come, and None at least every quarter of a second.

        Draws from `tasks` only what the workers can take soon. Every task gets exactly one answer.
        """
        chunks = _chunks(tasks, self._jobs * LAST_FILES)
        while True:
            self._hand_out(chunks)
            if not any(worker.tasks for worker in self._workers):
                return
            yield None
            if all(len(worker.tasks) >= ENOUGH_FILES for worker in self._workers):
                time.sleep(GATHER_S)
            ends = {worker.connection: worker for worker in self._workers}
            for connection in wait(list(ends), LOOK_EVERY_S):
                yield from self._listen(ends[connection])  # type: ignore[index]
            for worker in tuple(self._workers):
                yield from self._check_time(worker)

    def _hand_out(self, chunks: Iterator[list[Task]]) -> None:
        while len(self._workers) < self._jobs and (chunk := self._next(chunks)):
            worker = self._start()
            self._workers.append(worker)
            self._give(worker, chunk)
        for worker in self._workers:
            while len(worker.lists) < LISTS_AHEAD and (chunk := self._next(chunks)):
                self._give(worker, chunk)

    def _next(self, chunks: Iterator[list[Task]]) -> list[Task]:
        if self._returned:
            return [self._returned.popleft()]
        return next(chunks, [])

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        forked = self._context.get_start_method() == "fork"
        others = [ours, *(worker.connection for worker in self._workers)] if forked else []
        process = self._context.Process(target=serve, args=(theirs, others, self._orders), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, chunk: list[Task]) -> None:
        if not worker.tasks:
            worker.since = time.monotonic()
        worker.tasks.extend(chunk)
        worker.lists.append(len(chunk))
        with suppress(OSError):  # it has died: found out when its answers end
            worker.connection.send(chunk)

    def _listen(self, worker: _Worker) -> Iterator[Answer]:
        try:
            while True:
                message = worker.connection.recv()
                worker.since = time.monotonic()
                if isinstance(message, Answer):
                    _cross_off(worker)
                    yield message
                elif message == READY:
                    worker.ready = True
                elif message == RETIRED:
                    self._dismiss(worker)
                    return
                if not worker.connection.poll():
                    return
        except (EOFError, OSError):
            yield from self._bury(worker)

    def _check_time(self, worker: _Worker) -> Iterator[Answer]:
        limit = self._orders.limits.seconds if worker.ready else START_S
        spent = time.monotonic() - worker.since
        if worker in self._workers and worker.tasks and spent > limit and not worker.connection.poll():
            if not worker.ready:
                raise BatchError("a worker process does not start", "use fewer --jobs")
            task = worker.tasks.popleft()
            self._dismiss(worker)
            reason = f"not finished after {limit:g} s: raise --timeout and use --retry-failed"
            yield Answer(task.id, "failed", spent, reason, size=task.size)

    def _bury(self, worker: _Worker) -> Iterator[Answer]:
        """A worker has died: its first unanswered document is held to be the cause, the others are worked by others."""
        worker.process.join(KILL_S)
        if not worker.ready:
            raise BatchError(f"a worker process cannot start ({_cause(worker)})", "see the lines above")
        spent = time.monotonic() - worker.since
        task = worker.tasks.popleft() if worker.tasks else None
        cause = _cause(worker)
        self._dismiss(worker)
        if task:
            yield Answer(task.id, "failed", spent, f"its worker process died ({cause})", size=task.size)

    def _dismiss(self, worker: _Worker) -> None:
        self._returned.extend(worker.tasks)
        self._workers.remove(worker)
        _kill(worker)


def work_here(tasks: Iterable[Task], opener: Opener, work: Work, limits: Limits, jobs: int) -> Iterator[Answer | None]:
    """The engine of one machine: a crew of so many workers."""
    gc.collect()
    gc.freeze()  # what is loaded by now is shared with the workers; their collectors shall not touch, so copy, it
    try:
        with Crew(jobs, Orders(opener, work, limits)) as crew:
            yield from crew.run(tasks)
    finally:
        gc.unfreeze()


def _chunks(tasks: Iterable[Task], last: int) -> Iterator[list[Task]]:
    """The tasks in lists, the `last` of them singly."""
    coming = iter(tasks)
    held = deque(islice(coming, last))
    chunk: list[Task] = []
    size = 0
    for task in coming:
        held.append(task)
        chunk.append(held.popleft())
        size += chunk[-1].size
        if len(chunk) == CHUNK_FILES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
    for task in held:
        yield [task]


def _cross_off(worker: _Worker) -> None:
    worker.tasks.popleft()
    worker.lists[0] -= 1
    if not worker.lists[0]:
        worker.lists.popleft()


def _cause(worker: _Worker) -> str:
    code = worker.process.exitcode
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"


def _kill(worker: _Worker) -> None:
    """Ends a worker and whatever it has started, and forgets it."""
    worker.connection.close()
    if worker.process.pid and hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.kill()
    worker.process.join(KILL_S)
    if worker.process.exitcode is not None:  # else it hangs in the system itself (a dead network drive): left behind
        worker.process.close()
