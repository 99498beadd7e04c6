"""The manifest: which files there are, what became of each, and the results of those that are done.

SQLite and not JSON Lines, because the state of a file and its result must change together or not at all: they stand in
one database and are written in one transaction. The write-ahead log keeps the database whole whatever kills the
process; a power cut can only take back the last transactions (`synchronous=NORMAL`), whose files are then done again.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from planparse.batch.model import Answer, BatchError, Found, Task
from planparse.batch.packing import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Manifest", "read_files", "read_part"]

SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    raw BLOB,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT,
    rules TEXT,
    version TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed')),
    seconds REAL,
    error TEXT,
    seen INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS pending ON files (path) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS results (
    file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    part TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (file, part)
);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""

# A file is left alone if nothing has changed that its result depends on. Else it waits; and where its result was made
# by the same rules and program, the hash is kept, so that a file that was only touched need not be worked again.
LIST = """
INSERT INTO files (path, raw, size, mtime_ns, state, error, seen)
VALUES (:path, :raw, :size, :mtime_ns, :state, :problem, :run)
ON CONFLICT (path) DO UPDATE SET
    seen = :run,
    state = CASE WHEN :problem IS NULL AND size = :size AND mtime_ns = :mtime_ns AND rules = :rules
        AND version = :version AND state <> 'pending' AND NOT (state = 'failed' AND :retry) THEN state ELSE :state END,
    sha256 = CASE WHEN rules = :rules AND version = :version AND (state <> 'failed' OR size = :size
        AND mtime_ns = :mtime_ns AND NOT :retry) THEN sha256 END,
    error = CASE WHEN :problem IS NULL THEN error ELSE :problem END,
    size = :size,
    mtime_ns = :mtime_ns
"""
FORM = 2  # of the tables above and of what they hold; counts up when it changes
PAGE = 512
COMMIT_EVERY_S = 0.5
COMMIT_EVERY = 256


class Manifest:
    """The database at `path` (None: a temporary one). Open it in one process only; others may read beside it."""

    def __init__(self, path: Path | None) -> None:
        try:
            self._db = sqlite3.connect(path.absolute().as_uri() if path else "", isolation_level=None, uri=True)
            try:
                self._prepare(path)
            except BaseException:
                self._db.close()
                raise
        except sqlite3.Error as error:
            raise BatchError(f"{path} cannot be used ({error})", "choose another folder for the dataset") from None
        self._in_transaction = 0
        self._since = 0.0

    def _prepare(self, path: Path | None) -> None:
        self._db.execute("PRAGMA page_size = 16384")  # results are of some kB each
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        if self._db.execute("PRAGMA user_version").fetchone()[0] not in {0, FORM}:
            raise BatchError(f"{path} was written by another version", "choose another folder for the dataset")
        self._db.executescript(f"{SCHEMA} PRAGMA user_version = {FORM};")

    def borrow_states(self, path: Path) -> None:
        """Copies the files' states, without results, from the manifest at `path`, which is only read."""
        self._db.execute("ATTACH ? AS other", (f"{path.resolve().as_uri()}?mode=ro",))
        self._db.execute("INSERT INTO files SELECT * FROM other.files")
        self._db.execute("DETACH other")

    def list_files(self, found: Iterable[Found], *, rules: str, version: str, retry: bool) -> int:
        """Takes the input's files into the work list; files that are gone leave it, with their results.

        Returns how many there are. All in one transaction: a listing that is broken off changes nothing. With no file
        found nothing changes either.
        """
        run, count = int(self.meta("run") or 0) + 1, 0
        about = {"rules": rules, "version": version, "retry": retry, "run": run}
        with self._transaction():
            for file in found:
                count += 1
                self._db.execute(LIST, about | _listed(file))
                if file.problem:
                    self._keep_below(file.path, run)
            if not count:
                return 0
            if self._db.execute("DELETE FROM files WHERE seen <> ?", (run,)).rowcount:
                self._unpublish()
            self._db.execute("UPDATE files SET error = NULL WHERE state = 'pending' AND error IS NOT NULL")
            self.set_meta("run", str(run))
        return count

    def _keep_below(self, folder: str, run: int) -> None:
        """What is known of a folder that cannot be listed today stays as it is. (`0` follows `/` in the alphabet.)"""
        self._db.execute(
            "UPDATE files SET seen = ? WHERE path > ? AND path < ?", (run, folder, folder.removesuffix("/") + "0")
        )

    def waiting(self) -> Iterator[Task]:
        """The files to be worked, by path, in pages: the list itself stays in the database."""
        last = ""
        while True:
            page = self._db.execute(
                "SELECT id, path, size, raw, sha256 FROM files"
                " WHERE state = 'pending' AND path > ? ORDER BY path LIMIT ?",
                (last, PAGE),
            ).fetchall()
            if not page:
                return
            for row in page:
                yield Task(*row)
            last = page[-1][1]

    def record(self, answer: Answer, *, rules: str, version: str) -> None:
        """Writes down what became of a file, its result replacing the one before; committed soon, see `commit`."""
        if not self._in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
            self._since = time.monotonic()
        self._in_transaction += 1
        if answer.state != "unchanged":
            self._db.execute("DELETE FROM results WHERE file = ?", (answer.id,))
            self._db.executemany(
                "INSERT INTO results (file, part, content) VALUES (?, ?, ?)",
                [(answer.id, part, content) for part, content in answer.parts.items()],
            )
            self._unpublish()
        self._db.execute(
            "UPDATE files SET state = ?, seconds = CASE WHEN ? THEN seconds ELSE ? END, error = ?, sha256 = ?,"
            " size = coalesce(?, size), mtime_ns = coalesce(?, mtime_ns), rules = ?, version = ? WHERE id = ?",
            (
                "failed" if answer.state == "failed" else "done",
                answer.state == "unchanged",
                round(answer.seconds, 4),
                answer.error,
                answer.sha256,
                answer.size,
                answer.mtime_ns,
                rules,
                version,
                answer.id,
            ),
        )
        if self._in_transaction >= COMMIT_EVERY or time.monotonic() - self._since > COMMIT_EVERY_S:
            self.commit()

    def commit(self) -> None:
        """Makes everything recorded so far safe from the death of the process."""
        if self._in_transaction:
            self._db.execute("COMMIT")
            self._in_transaction = 0

    def counts(self) -> dict[str, int]:
        """How many files are in each state."""
        return dict(self._db.execute("SELECT state, count(*) FROM files GROUP BY state").fetchall())

    def pending_bytes(self) -> int:
        """The size of all files that wait."""
        return int(self._db.execute("SELECT coalesce(sum(size), 0) FROM files WHERE state = 'pending'").fetchone()[0])

    def failures(self, limit: int) -> list[tuple[str, str]]:
        """Path and reason of the first failed files."""
        rows = self._db.execute(
            "SELECT path, error FROM files WHERE state = 'failed' ORDER BY path LIMIT ?", (limit,)
        ).fetchall()
        return [(path, error) for path, error in rows]

    def meta(self, key: str) -> str | None:
        """A note on the dataset as a whole."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Writes such a note."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _unpublish(self) -> None:
        self._db.execute("DELETE FROM meta WHERE key = 'published'")

    def close(self) -> None:
        """Commits and closes; the database is then one file, without a log beside it."""
        try:
            self.commit()
            with suppress(sqlite3.OperationalError):  # someone reads it just now: the log stays, which is as safe
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA journal_mode = DELETE")
        finally:
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def read_part(path: Path, part: str) -> Iterator[bytes]:
    """One part of the results of every file that is done, by path, from the manifest at `path`: JSON lines."""
    with closing(_reader(path)) as db:
        # The cross join keeps SQLite on the index by path: rows come sorted one by one, and nothing is gathered.
        for (content,) in db.execute(
            "SELECT content FROM files CROSS JOIN results ON results.file = files.id AND part = ?"
            " WHERE state = 'done' ORDER BY path",
            (part,),
        ):
            yield unpacked(content)


def read_files(path: Path) -> Iterator[tuple[str, int, str | None, str, str | None]]:
    """Path, size, hash, state and error of every file, by path: what does not differ from run to run."""
    with closing(_reader(path)) as db:
        yield from db.execute("SELECT path, size, sha256, state, error FROM files ORDER BY path")


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _listed(file: Found) -> dict[str, object]:
    return {
        "path": file.path,
        "raw": file.raw,
        "size": file.size,
        "mtime_ns": file.mtime_ns,
        "state": "failed" if file.problem else "pending",
        "problem": file.problem or None,
    }
