"""A whole run: list the input, work what is new or changed, publish the dataset."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planparse.batch.interrupt import Interrupt, Interrupted
from planparse.batch.manifest import Manifest
from planparse.batch.model import Answer, BatchError, Found, Limits, Opener, Task, Work
from planparse.batch.publish import is_published, publish
from planparse.batch.tables import check_format
from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections import Counter

    from planparse.batch.tables import Written

__all__ = ["MANIFEST", "Engine", "Input", "Options", "Progress", "Summary", "preview", "run_batch"]

MANIFEST = "manifest.sqlite"
LOCK = ".lock"
FAILURES_SHOWN = 10

Engine = Callable[[Iterable[Task], Opener, Work, Limits, int], "Iterator[Answer | None]"]
"""Works the tasks with so many jobs; yields one answer for each, and None now and then."""


class Input(Protocol):
    """Where the files come from: those found, what was passed over while finding, how a worker opens one."""

    skipped: Counter[str]

    def __iter__(self) -> Iterator[Found]: ...

    @property
    def opener(self) -> Opener: ...


class Progress(Protocol):
    """Who is told how the run goes."""

    def listing(self, found: int) -> None:
        """So many files have been found by now."""

    def working(self, done: int, failed: int, total: int) -> None:
        """So many of the files that wait have been worked by now, so many of them in vain."""

    def publishing(self) -> None:
        """The dataset's files are being written."""

    def close(self) -> None:
        """The run is over, or has ended early."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. `version` and `rules` (a fingerprint) are what a result depends on besides the file."""

    version: str
    rules: str
    format: str = "jsonl"
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    retry_failed: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What has become of the input: files read, failed, still waiting (interrupted runs), and worked in this run.

    `skipped` counts what the listing passed over, by reason; `failures` are the first failed files and their reasons.
    """

    done: int
    failed: int
    waiting: int
    worked: int
    skipped: dict[str, int]
    failures: list[tuple[str, str]]
    files: list[Written]
    interrupted: bool = False

    def rows(self) -> dict[str, int]:
        """How many rows each table has, and how many documents there are."""
        rows: dict[str, int] = {}
        for file in self.files:
            name = file.name.split("/")[0]
            rows[name] = rows.get(name, 0) + file.rows
        return rows


def run_batch(source: Input, out: Path, *, work: Work, engine: Engine, options: Options, progress: Progress) -> Summary:
    """Brings the dataset in `out` up to date with `source`.

    What is done stays done whatever ends the run; the next run goes on from there. The dataset's files are replaced
    only when no file waits any more. Raises UsageError for an input without files, a folder that is not ours, an
    unknown format; BatchError where the run cannot go on.
    """
    check_format(options.format)
    with closing(progress), _held(out), _plain_errors(out), Interrupt() as interrupt:
        worked, written = 0, list["Written"]()
        with closing(Manifest(out / MANIFEST)) as manifest:
            with suppress(Interrupted):
                _list(manifest, source, options, progress, interrupt)
                worked = _work(manifest, source.opener, work, engine, options, progress, interrupt)
            counts, failures = manifest.counts(), manifest.failures(FAILURES_SHOWN)
            published = manifest.meta("published") == options.format
        if not interrupt.wanted:
            # The manifest is closed: the writers are forked, and an open SQLite connection must not go through a fork.
            with suppress(Interrupted):
                written = _published(out, published, options, progress, interrupt)
    return Summary(
        counts.get("done", 0),
        counts.get("failed", 0),
        counts.get("pending", 0),
        worked,
        dict(source.skipped),
        failures,
        written,
        interrupt.wanted and not written,
    )


def preview(source: Input, out: Path, options: Options, progress: Progress) -> tuple[dict[str, int], int]:
    """What a run would do, with nothing written: how many files wait, are done and failed; bytes of those that wait."""
    with closing(progress), closing(Manifest(None)) as manifest, _plain_errors(out), Interrupt() as interrupt:
        if (out / MANIFEST).exists():
            manifest.borrow_states(out / MANIFEST)
        _list(manifest, source, options, progress, interrupt)
        return manifest.counts(), manifest.pending_bytes()


def _list(manifest: Manifest, source: Input, options: Options, progress: Progress, interrupt: Interrupt) -> None:
    def told() -> Iterator[Found]:
        for number, file in enumerate(source, 1):
            interrupt.check()
            progress.listing(number)
            yield file

    if not manifest.list_files(told(), rules=options.rules, version=options.version, retry=options.retry_failed):
        passed = (
            ", ".join(f"{count} {reason}" for reason, count in sorted(source.skipped.items())) or "the folder is empty"
        )
        raise UsageError(f"no plan is found in the input ({passed})", "check the folder, or say --glob '*'")


def _work(
    manifest: Manifest,
    opener: Opener,
    work: Work,
    engine: Engine,
    options: Options,
    progress: Progress,
    interrupt: Interrupt,
) -> int:
    """Works what waits; returns how many files have been worked, not counting those found to be as they were."""
    total, done, failed, worked = manifest.counts().get("pending", 0), 0, 0, 0
    if not total:
        return 0
    answers = engine(manifest.waiting(), opener, work, options.limits, min(options.jobs, total))
    with closing(answers):  # type: ignore[type-var] # engines are generators: closing one ends its workers
        progress.working(0, 0, total)
        for answer in answers:
            if interrupt.wanted:
                break
            if answer is not None:
                manifest.record(answer, rules=options.rules, version=options.version)
                done += 1
                failed += answer.state == "failed"
                worked += answer.state != "unchanged"
            progress.working(done, failed, total)
    return worked


def _published(out: Path, published: bool, options: Options, progress: Progress, interrupt: Interrupt) -> list[Written]:
    """The dataset's files, written anew unless they are what the manifest says already."""
    there = is_published(out, options.format) if published else None
    if there is not None:
        return there
    progress.publishing()
    about = {"planparse": options.version, "rules": options.rules}
    written = publish(out / MANIFEST, out, options.format, about, options.jobs, interrupt.check)
    with closing(Manifest(out / MANIFEST)) as manifest:
        manifest.set_meta("published", options.format)
    return written


@contextmanager
def _held(out: Path) -> Iterator[None]:
    """The dataset's folder, made if need be and held against other runs until the end of this process."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        strangers = [name for entry in out.iterdir() if not (name := entry.name).startswith((".", MANIFEST))]
    except OSError as error:
        raise UsageError(f"{out}: no dataset can be written here ({error.strerror})", "name another folder") from None
    if strangers and not (out / MANIFEST).exists():
        raise UsageError(f"{out} holds other things ({min(strangers)}…)", "name a new or empty folder for the dataset")
    # SQLite's own lock: it works on every system, ends with the process, and is not inherited by workers.
    with closing(sqlite3.connect(out / LOCK, isolation_level=None, timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise BatchError(f"{out} is in use by another run", "wait for its end, or name another folder") from None
        yield


@contextmanager
def _plain_errors(out: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise BatchError(f"{out}: the manifest cannot be used ({error})", "make room, or name another folder") from None
