"""The user's own cache folder: what can always be made again, kept from one run to the next.

An entry is one file, named by the hash of all that it was made from, so that nothing ever goes stale: a changed rule, a
new version of planparse, of Python or of a library asks for another name. Entries are JSON, or bytes, behind a
checksum; a file that is cut, changed or foreign is no entry, and is written anew. Nothing is read from a folder that
another user can write, and without a usable folder nothing is kept: the cache only ever saves time.
"""

from __future__ import annotations

import atexit
import json
import os
import stat
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Answers", "fingerprint", "keep", "keep_bytes", "kept", "recall", "recall_bytes"]

# A folder with more files is emptied when the next is written: those still needed come back.
_MOST = 2000
# More answers than these would take longer to read than the most usual of them to find.
_MOST_ANSWERS = 3000
_CHECKSUM_LENGTH = 2 * sha256().digest_size + 1
_MADE_BY = (__version__, sys.version)


def kept(find: Callable[[], Any], *made_from: str) -> Any:
    """What `find` finds, a value of JSON's types, found anew only where it was not kept for what it is made from."""
    value = recall(*made_from)
    if value is None:
        value = _packaged(made_from)
        if value is None:
            value = find()
        keep(value, *made_from)
    return value


def _packaged(made_from: tuple[str, ...]) -> Any:
    """What comes with planparse: facts of its own rules that take seconds to find, for the first run of all."""
    return _facts().get(fingerprint(*made_from))


@cache
def _facts() -> dict[str, Any]:
    # Written by tests/facts_source.py.
    facts: dict[str, Any] = json.loads(Path(__file__).with_name("facts.json").read_text("utf-8"))
    return facts


def fingerprint(*made_from: str) -> str:
    """Short for many words: what several entries are made from is read once."""
    return sha256("\0".join(made_from).encode("utf-8", "surrogatepass")).hexdigest()


class Answers:
    """Answers to questions that come up one by one: those of former runs and of this one, kept when the program ends.

    Each is a value of JSON's types that follows from the question and from what all are made from, and nothing else.
    """

    def __init__(self, *made_from: str) -> None:
        self._made_from = made_from
        self._known: dict[str, Any] = kept(dict, *made_from)
        self._has_grown = False
        atexit.register(self._keep)

    def of(self, question: str, find: Callable[[], Any]) -> Any:
        """The answer, found anew only where it is not known."""
        answer = self._known.get(question)
        if answer is None:
            answer = find()
            if len(self._known) < _MOST_ANSWERS:
                self._known[question], self._has_grown = answer, True
        return answer

    def _keep(self) -> None:
        if self._has_grown:
            keep(self._known, *self._made_from)


def recall(*made_from: str) -> Any:
    """The value kept for what it was made from, or None."""
    written = recall_bytes(*made_from)
    return None if written is None else json.loads(str(written, "utf-8"))


def recall_bytes(*made_from: str) -> memoryview | None:
    """The bytes kept for what they were made from, as they were read, or None."""
    entry = _entry(made_from)
    if entry is None:
        return None
    try:
        with open(entry, "rb") as file:  # noqa: PTH123 - on the way of every start
            content = memoryview(file.read())
    except OSError:
        return None
    written = content[_CHECKSUM_LENGTH:]
    return written if content[:_CHECKSUM_LENGTH] == _checksum(entry, written) else None


def keep(value: Any, *made_from: str) -> None:
    """Keeps a value of JSON's types, whole or not at all; where it cannot be kept, that is no error."""
    keep_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), *made_from)


def keep_bytes(written: bytes, *made_from: str) -> None:
    """Like `keep`, of bytes."""
    entry = _entry(made_from)
    if entry is None:
        return
    unfinished = f"{entry}.{os.getpid()}"
    try:
        _make_room(os.path.dirname(entry))  # noqa: PTH120
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123
            file.write(_checksum(entry, written))
            file.write(written)
        os.replace(unfinished, entry)  # noqa: PTH105
    except OSError:
        return


def _checksum(entry: str, written: bytes | memoryview) -> bytes:
    """A line, over the entry's name too: a file under another's name is no entry."""
    checksum = sha256(os.path.basename(entry).encode() + b"\0")  # noqa: PTH119
    checksum.update(written)
    return f"{checksum.hexdigest()}\n".encode()


def _entry(made_from: tuple[str, ...]) -> str | None:
    folder = _folder(os.environ.get("PLANPARSE_CACHE", ""), _users_caches())
    if folder is None:
        return None
    return os.path.join(folder, fingerprint(*_MADE_BY, *made_from))  # noqa: PTH118


def _users_caches() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")  # noqa: PTH111
    # The XDG specification: a path that is not absolute is to be ignored.
    given = os.environ.get("XDG_CACHE_HOME", "")
    return given if os.path.isabs(given) else os.path.expanduser("~/.cache")  # noqa: PTH111, PTH117


@cache
def _folder(wish: str, caches: str) -> str | None:
    """The folder, made if need be; None where there is none, it is not wanted, or others could write in it."""
    if wish.lower() in {"off", "0", "no", "false"} or not os.path.isabs(caches):  # noqa: PTH117
        return None
    folder = os.path.join(caches, "planparse")  # noqa: PTH118
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        found = os.lstat(folder)
    except OSError:
        return None
    if not stat.S_ISDIR(found.st_mode):
        return None
    if sys.platform == "win32":
        return folder
    return folder if found.st_uid == os.getuid() and not found.st_mode & 0o077 else None


def _make_room(folder: str) -> None:
    files = os.listdir(folder)  # noqa: PTH208
    if len(files) >= _MOST:
        for file in files:
            os.unlink(os.path.join(folder, file))  # noqa: PTH108, PTH118
