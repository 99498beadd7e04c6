"""`planparse extract`: a plan goes in, validated data comes out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planparse.records import Record

if TYPE_CHECKING:
    from planparse.export import Format
    from planparse.stream import DocumentStream

__all__ = ["app"]

app = typer.Typer()


@app.command()
def extract(
    source: Annotated[str, typer.Argument(metavar="PATH", help="A document, or - for standard input.")],
    format_name: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="json, jsonl, table, csv, xlsx, parquet, html, ics, …"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")
    ] = None,
    table: Annotated[
        str | None, typer.Option(help="csv, parquet: write this table alone (plans, sections, targets, times, …).")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(help="table: the columns of the figures, such as role,indicator,value,rule.")
    ] = None,
    pager: Annotated[bool, typer.Option(help="Page through a table that is longer than the terminal.")] = True,
    rules: Annotated[
        list[Path] | None, typer.Option(help="A folder of rules to lay over the built-in ones. Repeatable.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Keep the text in source.text.")] = False,
    encoding: Annotated[str | None, typer.Option(help="The text file's encoding, where it is not recognised.")] = None,
    max_pages: Annotated[int | None, typer.Option(min=1, help="Stop reading a pdf after so many pages.")] = None,
) -> int:
    """Read a plan: sections, targets, times, contacts, assignments.

    JSON is written, or on a terminal a table for each plan. Exit code 0: the document was read. 2: it was not, or the
    options make no sense.
    """
    from planparse.reading import read_bytes, read_path
    from planparse.rules import load_rules
    from planparse.stream import DocumentStream

    form = _format(format_name, output)
    rule_set = load_rules(rules or ())
    keep = with_text or form.text
    if source == "-":
        words = read_bytes(sys.stdin.buffer.read(), encoding=encoding, max_pages=max_pages)
    else:
        words = read_path(Path(source), encoding=encoding, max_pages=max_pages)
    stream = DocumentStream(words, rule_set, with_text=keep)
    return _write(stream, form, output, _Choices(table, columns.split(",") if columns else None, pager))


def _format(name: str | None, output: Path | None) -> Format:
    """The format asked for; else the one that the output's suffix names; else a table on a terminal, JSON elsewhere."""
    from planparse.cli.hints import did_you_mean
    from planparse.errors import UsageError
    from planparse.export import FORMATS

    if name in FORMATS:
        return FORMATS[name]
    if name:
        raise UsageError(f"--format {name}: there is no such format", did_you_mean(name, FORMATS))
    if output:
        return next(
            (form for form in FORMATS.values() if form.suffix and form.suffix == output.suffix.lower()), FORMATS["json"]
        )
    return FORMATS["table" if sys.stdout.isatty() else "json"]


class _Choices(Record):
    """What the user wants of a format's output."""

    __slots__ = ("columns", "pager", "table")

    def __init__(self, table: str | None, columns: list[str] | None, pager: bool) -> None:
        self.table = table
        self.columns = columns
        self.pager = pager


def _write(stream: DocumentStream, form: Format, output: Path | None, choices: _Choices) -> int:
    if not output and sys.stdout.isatty():
        if form.name == "table" and not choices.table:
            from planparse.cli.paging import show

            show(stream.document(), choices.columns, choices.pager)
            return 0
        if form.binary:
            from planparse.errors import UsageError

            raise UsageError(f"{form.name} is nothing for a terminal", "name a file with -o")
    document = stream if form.streams else stream.document()
    if output:
        form.write([document], output, table=choices.table, columns=choices.columns)
        return 0
    try:
        form.write([document], sys.stdout.buffer, table=choices.table, columns=choices.columns)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever read our output (head, less) has seen enough; Python's own flush at exit must not fail over it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
