"""The same work on Ray: Ray Data carries lists of tasks to actors, each actor has a crew of one.

The crew inside the actor is what gives a document its limits: a crash or a hang costs that document, and never the
actor, so that failures are recorded as on one machine. Answers come back to the driver, into the same manifest.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from planparse.batch.crew import Crew
from planparse.batch.model import Answer, BatchError, Limits, Opener, Task, Work
from planparse.batch.worker import Orders
from planparse.errors import UsageError

__all__ = ["RayEngine"]

# Files per list: enough to make Ray's own few milliseconds per list small. Lists per dataset: the driver holds one such
# window of tasks at a time, so that its memory does not grow with the input; actors start anew with each.
LIST_FILES = 32
WINDOW_LISTS = 2048


@dataclass(frozen=True, slots=True)
class RayEngine:
    """Works on the Ray cluster that RAY_ADDRESS names, or a local one; `actors` 0: one for each of its processors."""

    actors: int = 0

    def __call__(
        self, tasks: Iterable[Task], opener: Opener, work: Work, limits: Limits, _jobs: int
    ) -> Iterator[Answer | None]:
        """The answers in the order in which they come. How many jobs suit this machine says nothing of the cluster."""
        ray = _ray()
        ours = not ray.is_initialized()
        if ours:
            ray.init(log_to_driver=False, logging_level="ERROR")
        try:
            actors = self.actors or max(1, int(ray.cluster_resources().get("CPU", 1)))
            orders, lists = Orders(opener, work, limits), _lists(tasks)
            while window := list(islice(lists, WINDOW_LISTS)):
                yield None
                yield from _window(ray, window, orders, min(actors, len(window)))
        except ray.exceptions.RayError as error:
            raise BatchError(
                f"Ray has given up ({str(error).splitlines()[0]})", "see Ray's logs, and run again"
            ) from None
        finally:
            if ours:
                ray.shutdown()


class _Actor:
    """A crew of one worker on some machine of the cluster. Forked from a server, for Ray's processes have threads."""

    def __init__(self, orders: Orders) -> None:
        self._crew = Crew(1, orders, "forkserver")

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        tasks = [task for packed in batch["tasks"] for task in pickle.loads(packed)]
        return {"answer": [pickle.dumps(answer) for answer in self._crew.run(tasks) if answer is not None]}


def _window(ray: Any, window: list[bytes], orders: Orders, actors: int) -> Iterator[Answer]:
    lists = ray.data.from_items([{"tasks": tasks} for tasks in window], override_num_blocks=len(window))
    pool = ray.data.ActorPoolStrategy(size=actors)
    answers = lists.map_batches(_Actor, batch_size=1, compute=pool, num_cpus=1, fn_constructor_args=(orders,))
    for row in answers.iter_rows():
        yield pickle.loads(row["answer"])


def _lists(tasks: Iterable[Task]) -> Iterator[bytes]:
    tasks = iter(tasks)
    while some := list(islice(tasks, LIST_FILES)):
        yield pickle.dumps(some)


def _ray() -> Any:
    try:
        import ray
        import ray.data
    except ModuleNotFoundError:
        raise UsageError("--engine ray needs the package ray", "pip install 'planparse[ray]'") from None
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False  # there is one already
    return ray
