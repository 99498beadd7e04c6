"""What a child process settles with the system: whom it obeys, how long it lives, how much memory it may take."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

__all__ = ["address_space", "follow_parent", "limit_memory"]

PR_SET_PDEATHSIG = 1


def follow_parent() -> None:
    """Ctrl-C is for the parent; children of a reader go with the group; and no worker outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(os, "setsid"):
        with suppress(PermissionError):
            os.setsid()
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def address_space() -> int:
    """Bytes of address space of this process; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def limit_memory(limit: int) -> None:
    """The system refuses memory beyond `limit` bytes of address space, which Python turns into a MemoryError.

    Chosen over watching the resident memory from outside: it holds at the very allocation, not at the next look.
    Only where the address space can be measured (Linux); elsewhere the limit is not enforced.
    """
    if address_space():
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
