"""Growth of what cannot be counted because it happens inside one call (a pattern's match): by processor time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["grows_no_faster"]

TRIES = 40


def grows_no_faster(work: Callable[[int], object], short: int, long: int, factor: float) -> bool:
    """Whether `work(long)` takes at most `factor` times as long as `work(short)`.

    Others at work on the machine can only add to a time, so the least of several tries is what counts, and a try that
    they disturbed is made again. What really grows faster does so in every try.
    """
    work(short)  # compiles, fills caches
    least = {short: float("inf"), long: float("inf")}
    for _ in range(TRIES):
        for size in least:
            begun = time.process_time()
            work(size)
            least[size] = min(least[size], time.process_time() - begun)
        if least[long] <= factor * max(least[short], 0.002):
            return True
    return False
