"""Scores as people and programs read them: a table with the change since an earlier run, the errors, JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from planparse.evaluation.score import HEADLINE, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from planparse.evaluation.compare import Comparison
    from planparse.evaluation.score import Outcome, Scores

__all__ = ["as_json", "as_table"]

STYLES = {"right": "green", "wrong": "red", "missed": "yellow", "spurious": "magenta"}


def as_table(scores: Scores, comparison: Comparison | None = None, errors: str | None = None) -> RenderableType:
    """The figures per kind; then what was gained and lost, and the errors of one kind, where asked for."""
    parts: list[RenderableType] = [_figures(scores, comparison)]
    if comparison:
        parts += [_outcomes("gained", comparison.gained, "+"), _outcomes("lost", comparison.lost, "-")]
    if errors:
        parts.append(_outcomes(f"errors in {errors}", scores.errors(errors), " "))
    return Group(*parts)


def as_json(scores: Scores, comparison: Comparison | None = None, errors: str | None = None) -> str:
    """The same as one JSON object: `scores`, and where asked for `before`, `gained`, `lost` and `errors`."""
    data: dict[str, Any] = {"scores": scores.table()}
    if comparison:
        data["before"] = comparison.before.table()
        data["gained"] = [asdict(outcome) for outcome in comparison.gained]
        data["lost"] = [asdict(outcome) for outcome in comparison.lost]
    if errors:
        data["errors"] = [asdict(outcome) for outcome in scores.errors(errors)]
    return json.dumps(data, ensure_ascii=False, indent=1)


def _figures(scores: Scores, comparison: Comparison | None) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("", no_wrap=True)
    for name in ("P", "R", "F1", *(["change"] if comparison else []), "tp", "fp", "fn"):
        table.add_column(name, justify="right", no_wrap=True)
    rows, before = scores.table(), comparison.before.table() if comparison else {}
    for kind in KINDS:
        row = rows[kind]
        change = [_change(row["f1"], before[kind]["f1"])] if comparison else []
        shares = (f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))
        counts = (str(row[name]) for name in ("tp", "fp", "fn"))
        table.add_row(Text(kind, "" if kind in HEADLINE else "dim"), *shares, *change, *counts)
    overall = rows["overall"]["f1"]
    change = [_change(overall, before["overall"]["f1"])] if comparison else []
    table.add_row(Text("overall", "bold"), "", "", Text(f"{overall:.3f}", "bold"), *change)
    return table


def _change(now: float, before: float) -> Text:
    difference = round(now - before, 4)
    style = "green" if difference > 0 else "red" if difference < 0 else "dim"
    return Text(f"{difference:+.4f}" if difference else "=", style)


def _outcomes(heading: str, outcomes: Iterable[Outcome], sign: str) -> RenderableType:
    listed = list(outcomes)
    lines = [Text(f"\n{heading}: {len(listed)}", "bold")]
    for outcome in listed:
        line = Text(f"{sign} {outcome.document} {outcome.kind} ")
        line.append(outcome.verdict, STYLES[outcome.verdict]).append(f" {outcome.words}")
        if outcome.wanted:
            line.append(f"\n    gold  {outcome.wanted}", "dim")
        if outcome.found and outcome.verdict != "right":
            line.append(f"\n    found {outcome.found}", "dim")
        lines.append(line)
    return Group(*lines)
