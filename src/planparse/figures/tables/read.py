"""Reads the tables of a document, and puts what they say in the place of what prose reading made of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from planparse.figures.tables.columns import TimeTable, value_columns
from planparse.figures.tables.grid import grid_of
from planparse.figures.tables.heads import find_head
from planparse.figures.tables.model import TableReading
from planparse.figures.tables.people import CONTACTS, UNITS, assignments_of, contacts_of
from planparse.figures.tables.rows import RowReader, naming
from planparse.figures.tables.turned import turned
from planparse.mentions.model import Mentions
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from planparse.cleaning import CleanText
    from planparse.figures.tables.grid import Grid
    from planparse.figures.tables.heads import Head
    from planparse.figures.tables.model import CellFigure, CellScope
    from planparse.mentions.model import ContactMention, TimeMention
    from planparse.outline.model import Outline, PlanOutline
    from planparse.reading import SourceText
    from planparse.reading.source import Table
    from planparse.rules import RuleSet

__all__ = ["read_tables", "with_tables"]

# A table without a head of its own, this near behind one of the same width, goes on with it.
_NEAR = 40
_CAPTION = 60
_UNIT_LINE = lazy_pattern(r"[(]?(?:计量)?单位:")


def read_tables(
    source: SourceText, text: CleanText, outline: Outline, mentions: Mentions, rules: RuleSet
) -> list[TableReading]:
    """The tables whose head tells what their columns are, in text order; those outside the plan are left alone."""
    readings: list[TableReading] = []
    times = TimeTable(mentions.times, [time.start for time in mentions.times])
    last: tuple[Grid, Head] | None = None
    (plan,) = outline.plans
    begin, stop = (bisect_left(source.tables, at, key=_start) for at in text.span(0, len(text.text)))
    for table in source.tables[begin:stop]:
        plain = grid_of(table, text)
        over = turned(plain, rules)
        grid = over or plain
        head = find_head(grid, rules)
        if head is None and last and grid.columns == last[0].columns and 0 <= grid.start - last[0].end <= _NEAR:
            head = last[1].replaced(body=0)
        last = (grid, head) if head and not over else None
        if head and plan.start <= grid.start < plan.end and (not readings or grid.start >= readings[-1].end):
            readings.append(_reading(grid, head, times, plan, outline, text, rules))
    return readings


def _reading(
    grid: Grid, head: Head, times: TimeTable, plan: PlanOutline, outline: Outline, text: CleanText, rules: RuleSet
) -> TableReading:
    caption = _caption_time(min((grid.start, *(start for start, _ in _head_cells(head)))), times, text)
    values, new_times = value_columns(grid, head, times, plan, outline, caption)
    since = f"{plan.period[0]}-01-01" if plan.period else None
    reader = RowReader(grid, head, values, times, rules, caption, since)
    figures: list[CellFigure] = []
    prose: list[CellScope] = []
    for row in range(head.body, grid.rows):
        of_row, cells = reader.read(row)
        figures += of_row
        prose += cells
    new_times += [f.scope.due for f in figures if f.scope.due and f.scope.due.rule == "table/due"]
    return TableReading(
        grid.start,
        grid.end,
        tuple(figures),
        tuple(sorted(prose, key=lambda scope: scope.start)),
        tuple(dict.fromkeys(new_times)),
        tuple(assignments_of(text, grid, head, rules)),
        tuple(contacts_of(text, grid, head, rules)),
        _cells(grid, head, UNITS),
        tuple(sorted({*_cells(grid, head, CONTACTS), *_head_cells(head)})),
        _cells(grid, head, naming(values)),
    )


def _caption_time(at: int, times: TimeTable, text: CleanText) -> TimeMention | None:
    """The time that the short line above a table's head states: 2024年任务分解表."""
    end = text.text.rfind("\n", 0, max(at, 0))
    start = text.text.rfind("\n", 0, max(end, 0)) + 1
    if end > start and _UNIT_LINE.match(text.text, start, end):
        end = start - 1
        start = text.text.rfind("\n", 0, max(end, 0)) + 1
    if not 0 < end - start <= _CAPTION:
        return None
    found = times.between(start, end)
    return next((time for time in reversed(found) if time.last and time.kind in ("period", "deadline")), None)


def _cells(grid: Grid, head: Head, meanings: Container[str]) -> tuple[tuple[int, int], ...]:
    columns = [column.number for column in head.columns if column.meaning in meanings]
    cells = {cell for row in range(head.body, grid.rows) for at in columns if (cell := grid.at(row, at))}
    return tuple(sorted((cell.start, cell.end) for cell in cells))


def _head_cells(head: Head) -> set[tuple[int, int]]:
    """The cells of a head: 职务 beside 责任人 is nobody's name."""
    return {(cell.start, cell.end) for column in head.columns for cell in column.cells}


def with_tables(mentions: Mentions, readings: Sequence[TableReading]) -> Mentions:
    """The mentions of the text with those of its understood tables in the place of what prose reading found there."""
    if not readings:
        return mentions
    tables = _Spans((reading.start, reading.end) for reading in readings)
    prose = _Spans((scope.start, scope.end) for reading in readings for scope in reading.prose)
    unit_cells = _Spans(span for reading in readings for span in reading.unit_cells)
    contact_cells = _Spans(span for reading in readings for span in reading.contact_cells)
    quantities = [q for q in mentions.quantities if not tables.hold(q.start) or prose.hold(q.start)]
    amounts = {figure.quantity.start for reading in readings for figure in reading.figures}
    times = [time for time in mentions.times if time.kind != "duration" or time.start not in amounts]
    times = [*times, *dict.fromkeys(time for reading in readings for time in reading.times)]
    assignments = [a for a in mentions.assignments if not unit_cells.hold(a.start)]
    assignments += [assignment for reading in readings for assignment in reading.assignments]
    contacts = [contact for contact in mentions.contacts if not contact_cells.hold(contact.start)]
    contacts += [contact for reading in readings for contact in reading.contacts]
    return Mentions(
        tuple(quantities),
        tuple(sorted(times, key=lambda time: time.start)),
        tuple(sorted(contacts, key=_place)),
        tuple(sorted(assignments, key=lambda assignment: assignment.start)),
        mentions.page_date,
    )


def _start(table: Table) -> int:
    return table.start


def _place(contact: ContactMention) -> tuple[int, int]:
    return contact.start, contact.end


class _Spans:
    """Spans that do not overlap, asked whether one of them holds an offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends = [end for _, end in ordered]

    def hold(self, offset: int) -> bool:
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]
