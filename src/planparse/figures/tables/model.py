"""What a table says: figures of its cells, and what its rows and columns say of the prose in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.records import Record

if TYPE_CHECKING:
    from planparse.mentions.model import AssignmentMention, ContactMention, QuantityMention, TimeMention

__all__ = ["CellFigure", "CellScope", "TableReading"]


class CellScope(Record):
    """A cell and what its row and column say of the quantities in it. Offsets are clean ones.

    `role` is set where the column decides it (a target only against what title and headings say); `label` names the
    row; `row` are the cells that begin in it.
    `undated`: the row says itself that its work has no end (长期坚持).
    """

    __slots__ = ("due", "end", "every", "label", "nature", "responsible", "role", "row", "start", "undated")

    def __init__(
        self,
        start: int,
        end: int,
        role: str | None,
        label: str | None,
        due: TimeMention | None,
        every: str | None,
        nature: str | None,
        responsible: tuple[str, ...],
        row: tuple[tuple[int, int], ...],
        undated: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.role = role
        self.label = label
        self.due = due
        self.every = every
        self.nature = nature
        self.responsible = responsible
        self.row = row
        self.undated = undated


class CellFigure(Record):
    """The figure of a cell that holds a value and little else; `column` is what its column holds."""

    __slots__ = ("action", "change", "column", "indicator", "previous", "quantity", "role", "scope")

    def __init__(
        self,
        quantity: QuantityMention,
        scope: CellScope,
        role: str,
        indicator: str | None,
        action: str | None,
        change: str | None,
        previous: QuantityMention | None = None,
        column: str | None = None,
    ) -> None:
        self.quantity = quantity
        self.scope = scope
        self.role = role
        self.indicator = indicator
        self.action = action
        self.change = change
        self.previous = previous
        self.column = column


class TableReading(Record):
    """An understood table: what it holds, and the cells in which the quantities found as prose still count.

    In `unit_cells` no assignments, in `contact_cells` no contacts that prose reading found do; what numbers stand in
    `naming_cells` count nothing.
    """

    __slots__ = (
        "assignments",
        "contact_cells",
        "contacts",
        "end",
        "figures",
        "naming_cells",
        "prose",
        "start",
        "times",
        "unit_cells",
    )

    def __init__(
        self,
        start: int,
        end: int,
        figures: tuple[CellFigure, ...],
        prose: tuple[CellScope, ...],
        times: tuple[TimeMention, ...],
        assignments: tuple[AssignmentMention, ...],
        contacts: tuple[ContactMention, ...],
        unit_cells: tuple[tuple[int, int], ...],
        contact_cells: tuple[tuple[int, int], ...],
        naming_cells: tuple[tuple[int, int], ...],
    ) -> None:
        self.start = start
        self.end = end
        self.figures = figures
        self.prose = prose
        self.times = times
        self.assignments = assignments
        self.contacts = contacts
        self.unit_cells = unit_cells
        self.contact_cells = contact_cells
        self.naming_cells = naming_cells
