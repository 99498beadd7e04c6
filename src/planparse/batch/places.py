"""IN and OUT as the user names them: a folder, or the URL of one in some storage."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.batch.folder import DOCUMENTS, Folder
from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.batch.run import Input

__all__ = ["dataset_folder", "input_folder"]


def input_folder(source: str, globs: Sequence[str] | None, target: str) -> Input:
    """The files of a folder or URL; a dataset's folder inside it is left out. Raises UsageError if it is not there."""
    if "://" in source and not source.startswith("file://"):
        from planparse.batch.remote import RemoteFolder

        return RemoteFolder(source, tuple(globs or DOCUMENTS))
    root = Path(source.removeprefix("file://"))
    if not root.is_dir():
        what = "is a file" if root.exists() else "does not exist"
        raise UsageError(f"{source} {what}", "name a folder; for one file there is planparse extract")
    leave_out = None if "://" in target else Path(target)
    if leave_out and leave_out.exists() and leave_out.resolve() == root.resolve():
        raise UsageError(f"{target} is the input itself", "name another folder for the dataset")
    return Folder(root.absolute(), tuple(globs or DOCUMENTS), leave_out)


@contextmanager
def dataset_folder(target: str, work_dir: Path | None, *, read_only: bool) -> Iterator[Path]:
    """The dataset's folder on this machine; for a URL, `work_dir` or one in the cache, sent to the URL at the end."""
    if "://" not in target or target.startswith("file://"):
        if work_dir:
            raise UsageError("--work-dir is for a dataset with a URL", "leave it out")
        yield Path(target.removeprefix("file://"))
        return
    from planparse.batch.remote import brought, cache_folder, send

    folder = work_dir or cache_folder(target)
    brought(target, folder)
    yield folder
    if not read_only:
        send(folder, target)
