"""`planparse review`: plans as a page on which people look, judge and correct."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.models import Document
    from planparse.rules import RuleSet

__all__ = ["app"]

app = typer.Typer()


@app.command()
def review(
    sources: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Documents, or folders of documents.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The page, one HTML file.")] = Path("review.html"),
    rules: Annotated[
        list[Path] | None, typer.Option(help="A folder of rules to lay over the built-in ones. Repeatable.")
    ] = None,
) -> int:
    """Write a page on which plans can be reviewed in a browser.

    The page is one file, uses no network, and takes corrections that `planparse eval` reads as gold. Exit code 0: the
    page was written. 1: it was, but some documents of a folder could not be read. 2: it was not.
    """
    from planparse.review import write
    from planparse.rules import load_rules

    reader = _Reader(sources, load_rules(rules or ()))
    write(reader, output)
    return 1 if reader.failed else 0


class _Reader:
    """The documents one after the other; what a folder holds besides readable documents is named and left out."""

    def __init__(self, sources: Sequence[Path], rules: RuleSet) -> None:
        self.sources = sources
        self.rules = rules
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        from planparse.errors import ReadError
        from planparse.pipeline import extract

        for source in self.sources:
            for path in _files(source):
                try:
                    yield extract(path, rules=self.rules, with_text=True)
                except ReadError as error:
                    if path == source:
                        raise
                    self.failed += 1
                    typer.echo(f"planparse: {error}", err=True)


def _files(source: Path) -> list[Path]:
    """The files of a folder that are not hidden, in order; anything else stands for itself."""
    if not source.is_dir():
        return [source]
    return sorted(
        path
        for path in source.rglob("*")
        if path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.lower() != ".json"
    )
