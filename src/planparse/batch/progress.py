"""How a run goes, for people: a bar on a terminal, a line now and then elsewhere, a table at the end."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rich.progress import Progress as Bar

    from planparse.batch.run import Progress, Summary

__all__ = ["BarProgress", "LineProgress", "progress_here", "show_summary"]

BAR_EVERY_S = 0.1
LINE_EVERY_S = 10.0


def progress_here() -> Progress:
    """A bar if standard error is a terminal, lines if not."""
    return BarProgress() if sys.stderr.isatty() else LineProgress()


class LineProgress:
    """A line on standard error every ten seconds, for logs."""

    def __init__(self, every_s: float = LINE_EVERY_S) -> None:
        self._every_s = every_s
        self._said = time.monotonic()
        self._began: float | None = None

    def listing(self, found: int) -> None:
        """Says how many files have been found by now."""
        self._say(f"{found} files found")

    def working(self, done: int, failed: int, total: int) -> None:
        """Says how many files are worked, how fast, and how long the rest will take."""
        now = time.monotonic()
        if self._began is None:
            self._began = now
            self._say(f"{total} files to work", always=True)
        elif done == total:
            self._say(f"{done}/{total} files, {failed} failed", always=True)
        elif done:
            rate = done / max(now - self._began, 1e-9)
            self._say(f"{done}/{total} files, {failed} failed, {rate:.1f}/s, {_span((total - done) / rate)} left")

    def publishing(self) -> None:
        """Says that the tables are being written."""
        self._say("writing the tables", always=True)

    def close(self) -> None:
        """Nothing: lines stay."""

    def _say(self, words: str, *, always: bool = False) -> None:
        if always or time.monotonic() - self._said >= self._every_s:
            self._said = time.monotonic()
            print(f"planparse batch: {words}", file=sys.stderr, flush=True)


class BarProgress:
    """A bar with count, failures, rate and time left. Drawn when told, not by a thread: workers are forked."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[note]}"),
        )
        self._bar: Bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task = self._bar.add_task("listing", total=None, note="")
        self._drawn = self._began = 0.0
        self._bar.start()

    def listing(self, found: int) -> None:
        """Draws how many files have been found by now."""
        self._draw("listing", found, None, "", now=False)

    def working(self, done: int, failed: int, total: int) -> None:
        """Draws how many files are worked, how fast, and how long the rest will take."""
        if not done:
            self._began = time.monotonic()
        rate = done / max(time.monotonic() - self._began, 1e-9)
        left = f", {_span((total - done) / rate)} left" if done else ""
        self._draw("extracting", done, total, f"{failed} failed, {rate:.1f}/s{left}", now=done == total)

    def publishing(self) -> None:
        """Draws that the tables are being written."""
        self._bar.update(self._task, description="writing tables", note="", refresh=True)

    def close(self) -> None:
        """Takes the bar from the screen."""
        self._bar.stop()

    def _draw(self, description: str, done: int, total: int | None, note: str, *, now: bool) -> None:
        if now or time.monotonic() - self._drawn >= BAR_EVERY_S:
            self._drawn = time.monotonic()
            self._bar.update(self._task, description=description, completed=done, total=total, note=note, refresh=True)


def show_summary(summary: Summary, out: Path | str, seconds: float) -> None:
    """Prints what has become of the input, the first failures, and the tables."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False, soft_wrap=True)
    table = Table(title=escape(f"{out}: {'stopped' if summary.interrupted else 'complete'} after {_span(seconds)}"))
    table.add_column("files")
    table.add_column("count", justify="right")
    counts = {"read": summary.done, "failed": summary.failed, "still to do": summary.waiting}
    counts |= {"worked in this run": summary.worked}
    counts |= {f"passed over: {reason}": count for reason, count in sorted(summary.skipped.items())}
    for name, count in counts.items():
        if count or name in {"read", "failed"}:
            table.add_row(name, f"{count:,}")
    table.add_section()
    for name, rows in summary.rows().items():
        table.add_row(escape(name), f"{rows:,}")
    console.print(table)
    for path, reason in summary.failures:
        console.print(f"[red]failed[/red] {escape(_plain(path))}: {escape(_plain(reason))}")
    if summary.failed > len(summary.failures):
        console.print(f"… and {summary.failed - len(summary.failures):,} more: see files.csv or manifest.sqlite")


def _plain(words: str) -> str:
    """Words without characters that would move the cursor or colour the screen: file names may have them."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda found: f"\\x{ord(found.group()):02x}", words)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
