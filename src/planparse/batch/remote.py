"""IN and OUT in a storage that fsspec knows (s3://, hdfs://, oss://, file://…)."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.batch.durable import move_into_place, sync
from planparse.batch.folder import DOCUMENTS, glob_pattern, reason_to_skip, too_large
from planparse.batch.model import BatchError, Found, Opened, Task
from planparse.batch.publish import DATASET
from planparse.batch.run import MANIFEST
from planparse.errors import ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["RemoteFolder", "RemoteOpener", "brought", "cache_folder", "send"]


@dataclass(slots=True)
class RemoteFolder:
    """The files below a URL, like `Folder`; links are passed over. Changes are seen by the ETag, or by the time."""

    url: str
    globs: Sequence[str] = DOCUMENTS
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def opener(self) -> RemoteOpener:
        """What workers read the files with."""
        return RemoteOpener(self.url)

    def __iter__(self) -> Iterator[Found]:
        self.skipped.clear()
        storage, root = _storage(self.url)
        wanted = glob_pattern(self.globs)
        folders = [root]
        while folders:
            try:
                entries = storage.ls(folders.pop(), detail=True)
            except Exception as error:
                raise BatchError(
                    f"{self.url} cannot be listed ({_words(error)})", "check the URL and the rights"
                ) from None
            for entry in entries:
                name = entry["name"].rstrip("/")
                path = name.removeprefix(root).lstrip("/")
                if not path:
                    continue
                reason = "link" if entry.get("islink") else reason_to_skip(path.rsplit("/", 1)[-1])
                if reason is None and entry["type"] == "directory":
                    folders.append(name)
                elif reason is None and wanted.fullmatch(path):
                    yield Found(path, int(entry["size"] or 0), _changed(entry))
                else:
                    self.skipped[reason or "other kind"] += 1


@dataclass(frozen=True, slots=True)
class RemoteOpener:
    """Reads files below `url`."""

    url: str

    def __call__(self, task: Task, max_bytes: int) -> Opened:
        """The content of the task's file; raises ReadError where it cannot be had whole."""
        storage, root = _storage(self.url)
        try:
            about = storage.info(f"{root}/{task.path}")
            if (size := int(about["size"])) > max_bytes:
                raise too_large(size, max_bytes)
            data = bytes(storage.cat_file(f"{root}/{task.path}"))
        except (OSError, ValueError) as error:
            raise ReadError(f"the file cannot be read ({_words(error)})", "check the storage") from None
        if len(data) != size:
            raise ReadError("the file was written to while it was read", "run again with --retry-failed")
        return Opened(data, size, _changed(about))


def cache_folder(url: str) -> Path:
    """Where the dataset of a URL is put together, the same for every run of this user on this machine."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "planparse" / "batch" / hashlib.sha256(url.encode()).hexdigest()[:16]


def brought(url: str, folder: Path) -> None:
    """Fetches the manifest of the dataset at `url` into `folder`, unless one is there: the run goes on from it."""
    storage, root = _storage(url)
    if (folder / MANIFEST).exists():
        return
    try:
        if storage.exists(f"{root}/{MANIFEST}"):
            folder.mkdir(parents=True, exist_ok=True)
            aside = folder / f".{MANIFEST}.part"
            storage.get_file(f"{root}/{MANIFEST}", str(aside))
            sync(aside)
            move_into_place(aside, folder / MANIFEST)
    except OSError as error:
        raise BatchError(f"{url} cannot be read ({_words(error)})", "check the URL and the rights") from None


def send(folder: Path, url: str) -> None:
    """Sends a dataset's files, and then the manifest, to `url`; `dataset.json` goes first and comes back last."""
    storage, root = _storage(url)
    try:
        storage.makedirs(root, exist_ok=True)
        if (folder / DATASET).exists():
            files = json.loads((folder / DATASET).read_bytes())["files"]
            _replace_files(storage, root, folder, {file["name"]: file["sha256"] for file in files})
        storage.put_file(str(folder / MANIFEST), f"{root}/{MANIFEST}")
    except OSError as error:
        raise BatchError(f"{url} cannot be written ({_words(error)})", "check the rights, and run again") from None


def _replace_files(storage: Any, root: str, folder: Path, files: dict[str, str]) -> None:
    before: dict[str, str] = {}
    with suppress(OSError, ValueError):
        there = json.loads(storage.cat_file(f"{root}/{DATASET}"))["files"]
        before = {file["name"]: file["sha256"] for file in there}
        if before != files:
            storage.rm_file(f"{root}/{DATASET}")
    for name, sha256 in files.items():
        if before.get(name) != sha256:
            storage.makedirs(f"{root}/{name}".rsplit("/", 1)[0], exist_ok=True)
            storage.put_file(str(folder / name), f"{root}/{name}")
    for name in before.keys() - files.keys():
        storage.rm_file(f"{root}/{name}")
    storage.put_file(str(folder / DATASET), f"{root}/{DATASET}")


def _storage(url: str) -> tuple[Any, str]:
    """The file system of a URL (any: fsspec has no types), and the path in it. Made once in each process by fsspec."""
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError:
        raise UsageError(f"{url}: URLs need the package fsspec", "pip install 'planparse[ray]'") from None
    try:
        storage, root = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url} cannot be opened ({_words(error)})", "install what its storage needs") from None
    return storage, root.rstrip("/")


def _changed(about: dict[str, Any]) -> int:
    """A number that changes with the content, as far as the storage tells: of the ETag, or the time in ns."""
    if etag := about.get("ETag") or about.get("etag"):
        return int(hashlib.sha256(str(etag).encode()).hexdigest()[:15], 16)
    for key in ("mtime", "LastModified", "last_modified", "modified", "updated"):
        match about.get(key):
            case datetime() as moment:
                return int(moment.timestamp() * 1e9)
            case int() | float() as seconds:
                return int(seconds * 1e9)
            case str() as words:
                return int(hashlib.sha256(words.encode()).hexdigest()[:15], 16)
    return 0


def _words(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)) or type(error).__name__
