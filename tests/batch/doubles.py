"""Stand-ins for extraction: work functions of a few lines, that do on demand what documents only do now and then."""

from __future__ import annotations

import json
import os
import signal
import time


def rows(data: bytes, name: str) -> dict[str, bytes]:
    """A document of its words, and a row of `targets` for each line."""
    lines = data.decode("utf-8", "replace").splitlines()
    document = json.dumps({"source": {"path": name}, "lines": len(lines)}, ensure_ascii=False)
    table = "".join(
        json.dumps({"document": name, "id": f"t{number}", "text": line}, ensure_ascii=False) + "\n"
        for number, line in enumerate(lines)
    )
    return {"documents": document.encode() + b"\n", "targets": table.encode()}


def slow_rows(data: bytes, name: str) -> dict[str, bytes]:
    """The same, in a few milliseconds."""
    time.sleep(0.004)
    return rows(data, name)


def obedient(data: bytes, name: str) -> dict[str, bytes]:
    """Does what the first word of the document says."""
    match data.split(maxsplit=1)[:1]:
        case [b"hang"]:
            time.sleep(600)
        case [b"crash"]:
            os.kill(os.getpid(), signal.SIGSEGV)
        case [b"exit"]:
            os._exit(7)
        case [b"grow"]:
            return {"documents": bytes(8 * 2**30)}
        case [b"bug"]:
            raise KeyError("第一章")
    return rows(data, name)
