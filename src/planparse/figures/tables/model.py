"""What a table says: figures of its cells, and what its rows and columns say of the prose in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planparse.mentions.model import AssignmentMention, ContactMention, QuantityMention, TimeMention

__all__ = ["CellFigure", "CellScope", "TableReading"]


class CellScope(NamedTuple):
    """A cell and what its row and column say of the quantities in it. Offsets are clean ones.

    `role` is set where the column decides it (a target only against what title and headings say); `label` names the
    row; `row` are the cells that begin in it.
    `undated`: the row says itself that its work has no end (长期坚持).
    """

    start: int
    end: int
    role: str | None
    label: str | None
    due: TimeMention | None
    every: str | None
    nature: str | None
    responsible: tuple[str, ...]
    row: tuple[tuple[int, int], ...]
    undated: bool = False


class CellFigure(NamedTuple):
    """The figure of a cell that holds a value and little else; `column` is what its column holds."""

    quantity: QuantityMention
    scope: CellScope
    role: str
    indicator: str | None
    action: str | None
    change: str | None
    previous: QuantityMention | None = None
    column: str | None = None


class TableReading(NamedTuple):
    """An understood table: what it holds, and the cells in which the quantities found as prose still count.

    In `unit_cells` no assignments, in `contact_cells` no contacts that prose reading found do; what numbers stand in
    `naming_cells` count nothing.
    """

    start: int
    end: int
    figures: tuple[CellFigure, ...]
    prose: tuple[CellScope, ...]
    times: tuple[TimeMention, ...]
    assignments: tuple[AssignmentMention, ...]
    contacts: tuple[ContactMention, ...]
    unit_cells: tuple[tuple[int, int], ...]
    contact_cells: tuple[tuple[int, int], ...]
    naming_cells: tuple[tuple[int, int], ...]
