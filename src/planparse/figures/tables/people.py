"""Who answers for the rows of a table: units and persons in columns of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from planparse.mentions.assignment_regions import listed_answers
from planparse.mentions.model import AssignmentMention, ContactMention
from planparse.mentions.names import find_persons
from planparse.mentions.phones import find_phones
from planparse.mentions.unit_names import unit_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.cleaning import CleanText
    from planparse.figures.tables.grid import Grid, GridCell
    from planparse.figures.tables.heads import Column, Head
    from planparse.rules import RuleSet
    from planparse.rules.families.tables import ColumnMeaning

__all__ = ["CONTACTS", "UNITS", "assignments_of", "contacts_of"]

UNITS: tuple[ColumnMeaning, ...] = ("lead", "support", "responsible")
CONTACTS: tuple[ColumnMeaning, ...] = ("person_in_charge", "contact_person", "phone")


def assignments_of(text: CleanText, grid: Grid, head: Head, rules: RuleSet) -> Iterator[AssignmentMention]:
    """The units of the columns 牵头单位, 配合单位, 责任单位, each answering for the rows beside its cell.

    In formats without merged cells a blank below a leading or responsible unit goes on with it.
    """
    for column in head.of(*UNITS):
        role = (cast("str", column.meaning), column.rule)
        for cell, last in _cells(grid, head, column):
            scope = grid.stretch(cell.row, last)
            for begin, stop in _parts(text, cell, rules):
                for answer in listed_answers(text.text, begin, stop, role, rules):
                    unit = text.text[answer.start : answer.end]
                    yield AssignmentMention(answer.start, answer.end, answer.role, unit, *scope, answer.rule)


def _cells(grid: Grid, head: Head, column: Column) -> list[tuple[GridCell, int]]:
    """The cells of a column and the last row that each holds for."""
    found: list[tuple[GridCell, int]] = []
    for row in range(head.body, grid.rows):
        cell = grid.at(row, column.index)
        if cell and cell.columns > len(UNITS) + 1:
            continue  # a line across the table names a group of rows
        if cell and (not found or found[-1][0] != cell):
            found.append((cell, row))
        elif found and (cell or (not grid.merges and column.meaning != "support")):
            found[-1] = (found[-1][0], row)
    return found


def _parts(text: CleanText, cell: GridCell, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """The stretches of a cell between line ends that part two names: 县水利局 over 县财政局, each in full."""
    names = unit_names(rules)
    begin = cell.start
    for offset in range(cell.start + 1, cell.end):
        between = text.source[text.source_start(offset - 1) + 1 : text.source_start(offset)]
        whole = between and between.isspace() and names.kind(text.text[begin:offset]) in ("unit", "place")
        if whole and names.kind(text.text[offset : cell.end].partition("、")[0]) in ("unit", "place"):
            yield begin, offset
            begin = offset
    yield begin, cell.end


def contacts_of(text: CleanText, grid: Grid, head: Head, rules: RuleSet) -> Iterator[ContactMention]:
    """The persons and telephones of the rows; a number belongs to the person named last before it in its row."""
    columns = head.of(*CONTACTS)
    seen: set[tuple[int, int]] = set()
    for row in range(head.body, grid.rows if columns else 0):
        person = None
        for column in columns:
            cell = grid.at(row, column.index)
            if cell is None:
                continue
            for contact in _contacts(text, cell, column, person, rules):
                if contact.role != "phone":
                    person = contact.value
                if (contact.start, contact.end) not in seen:
                    seen.add((contact.start, contact.end))
                    yield contact


def _contacts(
    text: CleanText, cell: GridCell, column: Column, person: str | None, rules: RuleSet
) -> Iterator[ContactMention]:
    if column.meaning != "phone":
        role = cast("Literal['person_in_charge', 'contact_person']", column.meaning)
        for start, end, name in find_persons(text, cell.start, cell.end, rules, surnames=True):
            person = name
            yield ContactMention(start, end, role, name, column.name, None, column.rule)
    for start, end, number, beside, _ in find_phones(text, cell.start, cell.end, rules, labelled=True):
        yield ContactMention(start, end, "phone", number, column.name, beside or person, column.rule)
