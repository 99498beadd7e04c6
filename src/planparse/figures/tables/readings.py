"""What the rules of tables read from an example: the head of a table, its cells parted by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning import clean
from planparse.figures.tables.grid import grid_of
from planparse.figures.tables.heads import find_head
from planparse.reading.source import Cell, SourceText, Table
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["readings"]


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """One reading for each column of the head whose meaning a rule knows; the value is what the column holds."""
    cells, offset = [], 0
    for column, words in enumerate(text.split("\t")):
        cells.append(Cell(offset, offset + len(words), 0, column))
        offset += len(words) + 1
    table = Table(0, len(text), tuple(cells))
    cleaned = clean(SourceText(text, wrapped=False, tables=(table,)))
    head = find_head(grid_of(table, cleaned), rules)
    return [
        Reading(column.rule, *cleaned.span(column.cells[0].start, column.cells[0].end), {"column": column.meaning})
        for column in (head.columns if head else ())
        if column.meaning
    ]
