"""`planparse batch`: a folder of plans becomes a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planparse.batch.extraction import Extraction
    from planparse.batch.model import Answer, Limits, Opener, Task, Work
    from planparse.batch.run import Engine, Input, Options, Progress

__all__ = ["app"]

app = typer.Typer(add_completion=False)
FormatName = Literal["jsonl", "json", "csv", "xlsx", "parquet"]
EngineName = Literal["local", "ray"]
STOPPED = 130


@app.command()
def batch(
    source: Annotated[
        str, typer.Argument(metavar="IN", help="The folder of plans, or its URL (s3://, hdfs://, oss://).")
    ],
    target: Annotated[
        str, typer.Argument(metavar="OUT", help="The folder, or URL, of the dataset. Run again to go on.")
    ],
    glob: Annotated[
        list[str] | None, typer.Option(help="Which files: *.docx, or 2023/**/*.pdf. Else all kinds of documents.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="How many documents at a time; 0: one per processor.")] = 0,
    format_name: Annotated[FormatName, typer.Option("--format", help="The form of the tables.")] = "jsonl",
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one document may take.")] = 120,
    memory_limit: Annotated[int, typer.Option(min=16, help="MB that one document may take.")] = 2048,
    max_size: Annotated[int, typer.Option(min=1, help="MB that a file may have.")] = 100,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Work failed files again.")] = False,
    rules: Annotated[list[Path] | None, typer.Option(help="A folder of rules to lay over the built-in ones.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")] = False,
    engine: Annotated[EngineName, typer.Option(help="Who does the work: this machine, or a Ray cluster.")] = "local",
    work_dir: Annotated[
        Path | None, typer.Option(help="Where a dataset with a URL is put together. Else in the cache folder.")
    ] = None,
) -> int:
    """Turn a folder of plans into a dataset; stop it and run it again as you like.

    Exit code 0: all files were read. 1: some failed (see files.csv). 2: the run could not go on. 130: stopped.
    """
    from planparse import __version__
    from planparse.batch.extraction import Extraction
    from planparse.batch.model import Limits
    from planparse.batch.places import dataset_folder, input_folder
    from planparse.batch.progress import progress_here
    from planparse.batch.run import Options
    from planparse.rules import load_rules

    extraction = Extraction(load_rules(rules or ()))
    options = Options(
        __version__,
        extraction.rules.fingerprint,
        format_name,
        jobs or _processors(),
        Limits(timeout, memory_limit, max_size),
        retry_failed,
    )
    files = input_folder(source, glob, target)
    with dataset_folder(target, work_dir, read_only=dry_run) as out:
        if dry_run:
            return _preview(files, out, options, progress_here())
        return _run(files, out, extraction, _engine(engine, extraction, jobs), options, progress_here())


def _run(files: Input, out: Path, extraction: Extraction, engine: Engine, options: Options, progress: Progress) -> int:
    import time

    from planparse.batch.progress import show_summary
    from planparse.batch.run import run_batch

    began = time.monotonic()
    summary = run_batch(files, out, work=extraction, engine=engine, options=options, progress=progress)
    show_summary(summary, out, time.monotonic() - began)
    if summary.interrupted:
        typer.echo("planparse: stopped; the same command goes on from here", err=True)
        return STOPPED
    return 1 if summary.failed else 0


def _preview(files: Input, out: Path, options: Options, progress: Progress) -> int:
    from planparse.batch.run import preview

    counts, size = preview(files, out, options, progress)
    typer.echo(f"to be worked: {counts.get('pending', 0)} files, {size / 1e6:.1f} MB")
    typer.echo(f"up to date: {counts.get('done', 0)}")
    typer.echo(f"failed before and left alone (see --retry-failed): {counts.get('failed', 0)}")
    for reason, count in sorted(files.skipped.items()):
        typer.echo(f"passed over, {reason}: {count}")
    return 0


def _engine(name: str, extraction: Extraction, actors: int) -> Engine:
    if name == "ray":
        from planparse.batch.ray_engine import RayEngine

        return RayEngine(actors)
    from planparse.batch.crew import work_here

    def work_warm(
        tasks: Iterable[Task], opener: Opener, work: Work, limits: Limits, jobs: int
    ) -> Iterator[Answer | None]:
        extraction.warm()  # before the workers are forked, so that all share what it loads
        return work_here(tasks, opener, work, limits, jobs)

    return work_warm


def _processors() -> int:
    """The processors that this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
