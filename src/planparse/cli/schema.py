"""`planparse schema`: the JSON Schema of the output."""

from __future__ import annotations

import typer

__all__ = ["app"]

app = typer.Typer()


@app.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) that every output of extract follows."""
    import json

    from planparse.export.schema import document_schema

    typer.echo(json.dumps(document_schema(), ensure_ascii=False, indent=2))
