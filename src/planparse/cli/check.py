"""`planparse check`: a gate for plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from planparse.checks.run import Report

__all__ = ["app"]

app = typer.Typer()
FailOn = Literal["warning", "error"]
LanguageName = Literal["zh", "en"]


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATHS…", help="Files, and folders of plans.")] = None,
    config: Annotated[
        Path | None,
        typer.Option(help="The configuration.  [default: planparse.toml or pyproject.toml, nearest upward]"),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(help="What a plan must have: default, strict, five-year, or a file.")
    ] = None,
    select: Annotated[list[str] | None, typer.Option(help="Codes or prefixes to check: PP1,PP203.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Codes or prefixes to leave out.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity that fails the run.")] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, json-lines, junit, sarif, github, gitlab; with a file: sarif=FILE. Repeatable."),
    ] = None,
    output_file: Annotated[
        list[str] | None, typer.Option(help="Where the format goes, one per --output-format; - is the standard output.")
    ] = None,
    baseline: Annotated[Path | None, typer.Option(help="Findings that are accepted.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(help="Accept all findings: write them here.")] = None,
    rules: Annotated[list[Path] | None, typer.Option(help="A folder of rules to lay over the built-in ones.")] = None,
    language: Annotated[LanguageName | None, typer.Option(help="The language of the messages.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each check.")] = False,
    explain: Annotated[str | None, typer.Option(metavar="CODE", help="Explain a check.")] = None,
    list_checks: Annotated[bool, typer.Option("--list", help="List all checks.")] = False,
) -> int:
    """Check plans against what a plan must have.

    Exit code 0: clean. 1: findings at or above --fail-on. 2: a file, the configuration or a rule file is broken.
    """
    if explain is not None:
        return _explain(explain)
    if list_checks:
        return _list(language or "zh")
    from planparse.checks.baseline import write_baseline as write_accepted
    from planparse.checks.outputs import outputs, write_outputs
    from planparse.checks.run import Options, check_paths
    from planparse.errors import UsageError

    if not paths:
        raise UsageError("nothing to check", "name files or folders of plans")
    wanted = outputs(output_format or (), output_file or ())
    options = Options(config, profile, _codes(select), _codes(ignore), fail_on, baseline, tuple(rules or ()), language)
    report = check_paths(paths, options)
    if write_baseline:
        count = write_accepted(report.findings, write_baseline)
        typer.echo(f"{write_baseline}: {count} findings accepted", err=True)
        return 2 if report.failures else 0
    counted = _statistics(report) if statistics else ""
    write_outputs(report, wanted, counted)
    if counted and not any(output.format_name == "text" for output in wanted):
        typer.echo(counted, err=True, nl=False)
    return 0 if exit_zero and not report.failures else report.exit_code


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for codes in given or () for code in codes.split(",") if code.strip())


def _explain(code: str) -> int:
    from planparse.checks.registry import check_of

    asked = check_of(code)
    typer.echo(f"{asked.code} {asked.name} ({asked.severity})\n\n{asked.documentation}")
    return 0


def _list(language: LanguageName) -> int:
    from planparse.checks.registry import all_checks

    for one in all_checks():
        typer.echo(f"{one.code}  {one.severity:<8}{one.name:<28}{one.message.unfilled(language)}")
    return 0


def _statistics(report: Report) -> str:
    from collections import Counter

    counts = Counter((finding.check.code, finding.check.name) for finding in report.findings)
    return "".join(f"{count:>5}  {code}  {name}\n" for (code, name), count in counts.most_common())
