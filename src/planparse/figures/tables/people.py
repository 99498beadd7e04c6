"""Who answers for the rows of a table: units and persons in columns of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from planparse.mentions.assignment_regions import listed_answers
from planparse.mentions.assignment_words import Answer
from planparse.mentions.model import AssignmentMention, ContactMention
from planparse.mentions.names import find_persons
from planparse.mentions.phones import find_phones
from planparse.mentions.unit_names import unit_names
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.cleaning import CleanText
    from planparse.figures.tables.grid import Grid, GridCell
    from planparse.figures.tables.heads import Column, Head
    from planparse.rules import RuleSet
    from planparse.rules.families.tables import ColumnMeaning

__all__ = ["CONTACTS", "UNITS", "assignments_of", "contacts_of"]

UNITS: tuple[ColumnMeaning, ...] = ("lead", "support", "responsible")
_LABEL = lazy_pattern(
    r"[;,。]?(?:(?P<lead>牵头|主办)|(?P<support>配合|协办|参与|协助)|(?P<responsible>责任|负责|落实|承办))(?:单位|部门)?:"
)
_ENDING = lazy_pattern(r"[一-龥()]{2,14}(?:[局委办厅部院所站室科处会队司行]|中心|集团|公司)")
CONTACTS: tuple[ColumnMeaning, ...] = ("person_in_charge", "contact_person", "phone")


def assignments_of(text: CleanText, grid: Grid, head: Head, rules: RuleSet) -> Iterator[AssignmentMention]:
    """The units of the columns 牵头单位, 配合单位, 责任单位, each answering for the rows beside its cell.

    In formats without merged cells a blank below a leading or responsible unit goes on with it.
    """
    for column in head.of(*UNITS):
        for cell, last in _cells(grid, head, column):
            scope = grid.stretch(cell.row, last)
            for begin, stop, role in _labelled(text.text, cell, column):
                for first, end in _parts(text, begin, stop, rules):
                    for answer in _answers(text.text, first, end, (role, column.rule), rules):
                        unit = text.text[answer.start : answer.end]
                        yield AssignmentMention(answer.start, answer.end, answer.role, unit, *scope, answer.rule)


def _labelled(text: str, cell: GridCell, column: Column) -> Iterator[tuple[int, int, str]]:
    """The parts of a cell that labels of its own give another role than its column: 牵头:县水利局;配合:县财政局."""
    begin, role = cell.start, cast("str", column.meaning)
    for label in _LABEL.finditer(text, cell.start, cell.end):
        if begin < label.start():
            yield begin, label.start(), role
        begin, role = label.end(), str(label.lastgroup)
    yield begin, cell.end, role


def _answers(text: str, start: int, end: int, role: tuple[str, str], rules: RuleSet) -> list[Answer]:
    """The units of a list; at the head of its column stands that they are units, so that their endings suffice."""
    found = list(listed_answers(text, start, end, role, rules))
    taken = {answer.start for answer in found}
    found += [
        Answer(name.start, name.end, *role)
        for name in unit_names(rules).items(text, start, end)
        if name.kind == "unknown" and name.start not in taken and _ENDING.fullmatch(text, name.start, name.end)
    ]
    return sorted(found, key=lambda answer: answer.start)


def _cells(grid: Grid, head: Head, column: Column) -> list[tuple[GridCell, int]]:
    """The cells of a column and the last row that each holds for."""
    found: list[tuple[GridCell, int]] = []
    for row in range(head.body, grid.rows):
        cell = grid.at(row, column.number)
        if cell and cell.columns > len(UNITS) + 1:
            continue  # a line across the table names a group of rows
        if cell and (not found or found[-1][0] != cell):
            found.append((cell, row))
        elif found and (cell or (not grid.merges and column.meaning != "support" and not grid.is_total(row))):
            found[-1] = (found[-1][0], row)
    return found


def _parts(text: CleanText, start: int, end: int, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """The stretches of a list between line ends that part two names: 县水利局 over 县财政局, each in full."""
    names = unit_names(rules)
    begin = start
    for offset in range(start + 1, end):
        between = text.source[text.source_start(offset - 1) + 1 : text.source_start(offset)]
        whole = between and between.isspace() and names.kind(text.text[begin:offset]) in ("unit", "place")
        if whole and names.kind(text.text[offset:end].partition("、")[0]) in ("unit", "place"):
            yield begin, offset
            begin = offset
    yield begin, end


def contacts_of(text: CleanText, grid: Grid, head: Head, rules: RuleSet) -> Iterator[ContactMention]:
    """The persons and telephones of the rows; a number belongs to the person named last before it in its row."""
    columns = head.of(*CONTACTS)
    seen: set[tuple[int, int]] = set()
    for row in range(head.body, grid.rows if columns else 0):
        person = None
        for column in columns:
            cell = grid.at(row, column.number)
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
