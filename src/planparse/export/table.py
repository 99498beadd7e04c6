"""The document as people read it on a terminal: a block per plan with its sections, figures, contacts and units."""

from __future__ import annotations

from dataclasses import dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from planparse.errors import UsageError
from planparse.export.amounts import amount
from planparse.export.files import opened
from planparse.export.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.console import RenderableType

    from planparse.models import Diagnostic, Document, Figure, Plan

__all__ = ["COLUMNS", "choose_columns", "show", "write"]

WIDTH_OF_A_FILE = 100
ROLE_STYLES = {"target": "green", "baseline": "cyan", "parameter": "yellow"}
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}


@dataclass(frozen=True, slots=True)
class _Row:
    role: str
    figure: Figure
    heading: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the figures: its heading, and the words it shows of a row. With a `weight` it wraps, so broad."""

    heading: str
    words: Callable[[_Row], str]
    weight: int = 0
    number: bool = False
    coloured: bool = False


def _change(figure: Figure) -> str:
    before = f"{amount(figure.previous)} → " if figure.previous else ""
    return before + (f"{label('change', 'by')} " if figure.change == "by" else "")


def _due(figure: Figure) -> str:
    if figure.due:
        return figure.due.end or figure.due.start or figure.due.text
    return label("every", figure.every) if figure.every else ""


COLUMNS: dict[str, Column] = {
    "id": Column("编号", lambda row: row.figure.id),
    "role": Column("角色", lambda row: label("role", row.role), coloured=True),
    "indicator": Column("指标", lambda row: row.figure.indicator or row.figure.clause, weight=3),
    "value": Column("数值", lambda row: _change(row.figure) + amount(row.figure.quantity), number=True, coloured=True),
    "text": Column("原文", lambda row: row.figure.quantity.text),
    "due": Column("期限", lambda row: _due(row.figure)),
    "responsible": Column("责任单位", lambda row: "、".join(row.figure.responsible), weight=2),
    "section": Column("章节", lambda row: row.heading, weight=2),
    "clause": Column("语句", lambda row: "".join(row.figure.clause.split()), weight=4),
    "page": Column("页", lambda row: str(row.figure.quantity.span.page or ""), number=True),
    "rule": Column("规则", lambda row: row.figure.rule),
}
"""The columns that the figures can have, by the names of `--columns`."""

USUAL_COLUMNS = ("role", "indicator", "value", "due", "responsible")


def choose_columns(names: Iterable[str] | None) -> tuple[Column, ...]:
    """The columns of these names, in this order; the usual ones for None. Raises UsageError for an unknown name."""
    wanted = USUAL_COLUMNS if names is None else tuple(names)
    unknown = next((name for name in wanted if name not in COLUMNS), None)
    if unknown is not None:
        raise UsageError(f"--columns: there is no column {unknown!r}", f"choose from {', '.join(COLUMNS)}")
    return tuple(COLUMNS[name] for name in wanted)


def write(documents: Iterable[Document], target: Path | BinaryIO, *, columns: Iterable[str] | None = None) -> None:
    """Writes the tables as plain text without colours."""
    chosen = choose_columns(columns)
    with opened(target) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        console = Console(
            file=text, width=WIDTH_OF_A_FILE, color_system=None, force_terminal=False, legacy_windows=False
        )
        for document in documents:
            show(document, console, chosen)
        text.flush()
        text.detach()


def show(document: Document, console: Console, columns: Sequence[Column] | None = None) -> None:
    """Prints a document; widths count display cells, so that Chinese and Latin columns align."""
    chosen = choose_columns(None) if columns is None else columns
    about = document.metadata
    said = [about.doc_number, about.issuer, about.date]
    if about.title:
        console.print(Text(about.title, "bold"), Text("  ".join(word for word in said if word), "dim"))
    for plan in document.plans:
        console.rule(Text(" · ".join(filter(None, (plan.department, plan.title, plan.date))) or plan.id), align="left")
        for part in _parts(plan, chosen):
            console.print(Padding(part, (0, 0, 1, 1), expand=False))
    if not document.plans:
        console.print("没有找到方案。no plan found")
    if document.diagnostics:
        console.print(_diagnostics(document.diagnostics))


def _parts(plan: Plan, columns: Sequence[Column]) -> Iterator[RenderableType]:
    if plan.sections:
        yield _sections(plan)
    if any((plan.targets, plan.baselines, plan.parameters)):
        yield _figures(plan, columns)
    people = [
        f"{label('role', contact.role)}：{contact.value}" + (f"（{contact.person}）" if contact.person else "")
        for contact in plan.contacts
    ]
    if people:
        yield Text("  ".join(people))
    if plan.assignments:
        yield _units(plan)


def _sections(plan: Plan) -> RenderableType:
    lines = []
    for section in plan.sections:
        kinds = [label("kinds", kind) for kind in section.kinds if kind != "other"]
        line = Text("  " * (section.level - 1) + section.heading, overflow="ellipsis", no_wrap=True)
        lines.append(line.append(f"  {'、'.join(kinds)}", "dim") if kinds else line)
    return Group(*lines)


def _figures(plan: Plan, columns: Sequence[Column]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.number else "left",
            no_wrap=not column.weight and not column.number,
            ratio=column.weight or None,
            overflow="fold",
        )
    roles = {"target": plan.targets, "baseline": plan.baselines, "parameter": plan.parameters}
    rows = [(role, figure) for role, figures in roles.items() for figure in figures]
    headings = {section.id: section.heading for section in plan.sections}
    for role, figure in sorted(rows, key=lambda row: row[1].quantity.span.start):
        row = _Row(role, figure, headings.get(figure.section or "", ""))
        table.add_row(*(Text(column.words(row), ROLE_STYLES[role] if column.coloured else "") for column in columns))
    return table


def _units(plan: Plan) -> Table:
    table = Table.grid(padding=(0, 2))
    for role in ("lead", "support", "responsible"):
        units = list(dict.fromkeys(item.unit for item in plan.assignments if item.role == role))
        if units:
            table.add_row(Text(label("role", role), "magenta"), Text("  ".join(units), overflow="fold"))
    return table


def _diagnostics(diagnostics: list[Diagnostic]) -> Table:
    table = Table.grid(padding=(0, 2))
    for found in diagnostics:
        style = SEVERITY_STYLES[found.severity]
        table.add_row(Text(label("severity", found.severity), style), Text(found.plan or ""), Text(found.message))
    return table
