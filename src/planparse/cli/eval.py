"""`planparse eval`: how good the extraction is, measured against gold, and what a change of the rules does to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

__all__ = ["app"]

app = typer.Typer()


@app.command()
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of NAME.gold.json beside NAME.txt, or a review page's corrections."
        ),
    ],
    rules: Annotated[
        list[Path] | None, typer.Option(help="A folder of rules to lay over the built-in ones. Repeatable.")
    ] = None,
    errors: Annotated[
        str | None, typer.Option(metavar="KIND", help="List what was wrong, missed or spurious of a kind.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare with a run stored by --save: what was gained and lost.")
    ] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Store this run for a later comparison.")] = None,
    format_name: Annotated[
        Literal["table", "json"], typer.Option("--format", help="A table for people or JSON for programs.")
    ] = "table",
) -> int:
    """Measure extraction against gold: precision, recall and F1 per kind.

    Edit a rule, run this with --against, and see what it does before using it. Exit code 0: measured. 2: the gold, the
    rules or an earlier run cannot be read.
    """
    from planparse.errors import UsageError
    from planparse.evaluation import KINDS, load_gold
    from planparse.evaluation import evaluate as measure
    from planparse.evaluation.compare import compare, load_run, save_run
    from planparse.evaluation.report import as_json, as_table
    from planparse.pipeline import extract
    from planparse.rules import load_rules

    if errors and errors not in KINDS:
        raise UsageError(f"--errors {errors}: there is no such kind", f"choose one of {', '.join(KINDS)}")
    rule_set = load_rules(rules or ())
    before = load_run(against) if against else None
    scores = measure(load_gold(gold), lambda source: extract(source, rules=rule_set, with_text=True))
    comparison = compare(before, scores) if before else None
    if save:
        save_run(scores, save, rule_set.fingerprint)
    if format_name == "json":
        print(as_json(scores, comparison, errors))
    else:
        from rich.console import Console

        Console(soft_wrap=not sys.stdout.isatty()).print(as_table(scores, comparison, errors))
    return 0
