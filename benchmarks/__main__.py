"""Measures planparse against its goals, one line each: both figures, their ratio, and whether the goal is reached.

    python -m benchmarks [speed] [peers] [startup] [linear] [memory]

Without a name all but `peers` are run, which needs an environment of its own (`make bench PEERS=1` makes it). Speeds
are by processor time on one core; what is compared takes turns on the same texts, so that a busy machine slows both.
BENCH_MB sets the size of the text for `speed` (20 MB), BENCH_BIG that of the largest for `linear` and `memory` (16 MB).
"""

from __future__ import annotations

import sys

from benchmarks import linear, memory, peers, speed, startup

GOALS = {
    "speed": speed.measure,
    "peers": peers.measure,
    "startup": startup.measure,
    "linear": linear.measure,
    "memory": memory.measure,
}


def main() -> None:
    """Runs the goals named on the command line."""
    wanted = sys.argv[1:] or [name for name in GOALS if name != "peers"]
    for name in wanted:
        for line in GOALS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
