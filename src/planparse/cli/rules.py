"""`planparse rules`: list, show and test the rules, so that an analyst can change them without touching Python."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from planparse.rules import RuleSet
    from planparse.rules.schema import Rule

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True)

Folders = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder of rules to lay over the built-in ones. Repeatable.")
]


@app.callback()
def rules() -> None:
    """List, show and test the rules."""


@app.command("list")
def list_rules(
    family: Annotated[str | None, typer.Argument(help="Only this family: times, contacts, …")] = None,
    folders: Folders = None,
) -> None:
    """List the rules in force: id, family, number of examples, what each is about.

    Not on a terminal, the columns are separated by tabs.
    """
    from planparse.rules import load_rules

    rows = [
        (rule.id, name, str(len(rule.examples) + len(rule.counterexamples)), " ".join(rule.about.split()))
        for name, members in _families(load_rules(folders or ()), family)
        for rule in members
    ]
    if not sys.stdout.isatty():
        for row in rows:
            typer.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("id", "family", "examples", "about", box=None, header_style="dim", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


@app.command()
def show(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, as in a figure's rule.")],
    folders: Folders = None,
) -> None:
    """Print a rule as YAML: changed and saved in a folder, it replaces this one with --rules."""
    import yaml

    from planparse.cli.hints import did_you_mean
    from planparse.errors import UsageError
    from planparse.rules import load_rules

    rule_set = load_rules(folders or ())
    for family, members in rule_set.families.items():
        for rule in members:
            if rule.id == rule_id:
                written = {"rules": [rule.written()]}
                typer.echo(f"# {family}.yaml")
                typer.echo(yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=110), nl=False)
                return
    hint = did_you_mean(rule_id, [rule.id for rule in rule_set])
    raise UsageError(f"{rule_id}: there is no such rule", hint.replace("list them first", "`planparse rules list`"))


@app.command("test")
def run_examples(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder of rules to test with the built-in ones.")
    ] = None,
    folders: Folders = None,
) -> int:
    """Run all examples and counterexamples. Exit code 1: one does not hold. 2: a rule file is broken."""
    from planparse.rulebook import check_rules
    from planparse.rules import load_rules

    run, failures = check_rules(load_rules([*(folders or ()), *([folder] if folder else [])]))
    for failure in failures:
        typer.echo(f"{failure.rule}\n  example  {failure.text}\n  but      {failure.reason}\n")
    if failures:
        typer.echo(f"{len(failures)} of {run} examples do not hold: change the rule or the example, and test again")
        return 1
    typer.echo(f"all {run} examples hold")
    return 0


def _families(rule_set: RuleSet, family: str | None) -> list[tuple[str, tuple[Rule, ...]]]:
    from planparse.cli.hints import did_you_mean
    from planparse.errors import UsageError

    if family and family not in rule_set.families:
        raise UsageError(f"{family}: there is no such family of rules", did_you_mean(family, rule_set.families))
    return [(name, members) for name, members in rule_set.families.items() if family in (None, name)]
