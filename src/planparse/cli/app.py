"""The typer application: commands are found by name and imported only when called for, so that start-up stays short."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from planparse.errors import PlanparseError

COMMANDS = {
    "extract": "Read a plan: sections, targets, times, contacts, assignments.",
    "batch": "Turn a folder of plans into a dataset.",
    "check": "Check plans against what a plan must have.",
    "review": "Write a page on which plans can be reviewed in a browser.",
    "eval": "Measure extraction against gold annotations.",
    "rules": "List, show and test the rules.",
    "schema": "Print the JSON Schema of the output.",
}


class LazyGroup(TyperGroup):
    """A group whose commands are modules of `planparse.cli`, each with a typer `app`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"planparse.cli.{cmd_name}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=LazyGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        from planparse import __version__

        typer.echo(f"planparse {__version__}")
        raise typer.Exit


@app.callback()
def planparse(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn Chinese plan documents (工作方案, 实施方案, 行动计划, 规划) into structured, validated data."""


def main(arguments: list[str]) -> int:
    """Runs one command; returns its exit code.

    Every `PlanparseError` and every mistake in the arguments becomes one line on standard error and exit code 2.
    """
    try:
        result = app(arguments, standalone_mode=False)
    except PlanparseError as error:
        print(f"planparse: {error}", file=sys.stderr)
        return 2
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        print("planparse: stopped", file=sys.stderr)
        return 130
    except Exception as error:
        # typer vendors click and exports no base class of the errors in arguments; they alone have a format_message.
        say = getattr(error, "format_message", None)
        if say is None:
            raise
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "planparse"
        print(f"planparse: {say()} (try: {command} --help)", file=sys.stderr)
        return 2
    return result if isinstance(result, int) else 0
