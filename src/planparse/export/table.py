"""The document as people read it on a terminal: a block per plan with its sections, figures, contacts and units."""

from __future__ import annotations

from decimal import Decimal
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from planparse.export.files import opened
from planparse.export.labels import OPERATORS, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rich.console import RenderableType

    from planparse.models import Diagnostic, Document, Figure, Plan, Quantity

__all__ = ["amount", "show", "write"]

WIDTH_OF_A_FILE = 100
# From 100 000 on, numbers are read in 万: 450 万元, but 26,000 人.
SCALES = ((10**8, 10**8, "亿"), (10**5, 10**4, "万"))
ROLE_STYLES = {"target": "green", "baseline": "cyan", "parameter": "yellow"}
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes the tables as plain text without colours."""
    with opened(target) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        console = Console(
            file=text, width=WIDTH_OF_A_FILE, color_system=None, force_terminal=False, legacy_windows=False
        )
        for document in documents:
            show(document, console)
        text.flush()
        text.detach()


def show(document: Document, console: Console) -> None:
    """Prints a document; widths count display cells, so that Chinese and Latin columns align."""
    about = document.metadata
    said = [about.doc_number, about.issuer, about.date]
    if about.title:
        console.print(Text(about.title, "bold"), Text("  ".join(word for word in said if word), "dim"))
    for plan in document.plans:
        console.rule(Text(" · ".join(filter(None, (plan.department, plan.title, plan.date))) or plan.id), align="left")
        for part in _parts(plan):
            console.print(Padding(part, (0, 0, 1, 1), expand=False))
    if not document.plans:
        console.print("没有找到方案。no plan found")
    if document.diagnostics:
        console.print(_diagnostics(document.diagnostics))


def amount(quantity: Quantity) -> str:
    """A quantity as one reads it: `≥70%`, `5–10 万元`, `20 个/村·年`; the exact value, large ones in 万 and 亿."""
    numbers = [number for number in (quantity.value, quantity.min, quantity.max) if number is not None]
    if not numbers:
        return quantity.text
    scale, word = next(((size, word) for least, size, word in SCALES if min(map(abs, numbers)) >= least), (1, ""))
    number = "–".join(_number(number, scale) for number in numbers)
    unit = quantity.unit if quantity.unit in ("%", "‰") else f" {word}{quantity.unit}".rstrip()
    per = f"/{'·'.join(quantity.per)}" if quantity.per else ""
    return f"{OPERATORS[quantity.op]}{number}{unit}{per}"


def _number(value: float, scale: int) -> str:
    exact = Decimal(str(value)) / scale
    whole = exact == exact.to_integral_value()
    return f"{int(exact):,}" if whole else f"{exact.normalize():,f}"


def _parts(plan: Plan) -> Iterator[RenderableType]:
    if plan.sections:
        yield _sections(plan)
    if any((plan.targets, plan.baselines, plan.parameters)):
        yield _figures(plan)
    people = [
        f"{label('role', contact.role)} {contact.value}" + (f"（{contact.person}）" if contact.person else "")
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


def _figures(plan: Plan) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    table.add_column("角色", no_wrap=True)
    table.add_column("指标", ratio=3, overflow="fold")
    table.add_column("数值", justify="right", overflow="fold")
    table.add_column("期限", no_wrap=True)
    table.add_column("责任单位", ratio=2, overflow="fold")
    roles = {"target": plan.targets, "baseline": plan.baselines, "parameter": plan.parameters}
    rows = [(role, figure) for role, figures in roles.items() for figure in figures]
    for role, figure in sorted(rows, key=lambda row: row[1].quantity.span.start):
        style = ROLE_STYLES[role]
        table.add_row(
            Text(label("role", role), style),
            Text(figure.indicator or figure.clause),
            Text(_change(figure) + amount(figure.quantity), style),
            Text(_due(figure)),
            Text("、".join(figure.responsible)),
        )
    return table


def _change(figure: Figure) -> str:
    before = f"{amount(figure.previous)} → " if figure.previous else ""
    return before + ("+ " if figure.change == "by" else "")


def _due(figure: Figure) -> str:
    if figure.due:
        return figure.due.end or figure.due.start or figure.due.text
    return label("every", figure.every) if figure.every else ""


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
