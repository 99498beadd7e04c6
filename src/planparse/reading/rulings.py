"""Tables of a page from its ruling lines: the grid that they draw, with the cells that are merged in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.reading.assembly import GridCell
from planparse.reading.lines import rows_of_glyphs
from planparse.reading.paragraphs import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.reading.lines import Glyph

__all__ = ["PageTable", "Ruling", "edges", "page_tables"]

# Lines nearer than this are one line; a line may end this far from the one it meets.
SNAP = 3.0
MIN_SIDE = 6.0
# Lines that reach this far beyond the outermost one that they cross bound one more row or column.
MIN_REACH = 9.0
# A rectangle thinner than this is a line.
THIN = 3.0
MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Ruling:
    """A horizontal line from x `start` to `end` at y `place`, or a vertical one from y `start` to `end` at x."""

    start: float
    end: float
    place: float
    horizontal: bool


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page: its box, the x places of its column lines, and its cells with their words."""

    box: tuple[float, float, float, float]
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]
    page: int


def edges(left: float, top: float, right: float, bottom: float, *, stroked: bool) -> Iterator[Ruling]:
    """The lines that a drawn rectangle or stroke makes: itself where it is thin, its four sides where it is framed."""
    if bottom - top < THIN and right - left < THIN:
        return
    if bottom - top < THIN:
        yield Ruling(left, right, (top + bottom) / 2, horizontal=True)
    elif right - left < THIN:
        yield Ruling(top, bottom, (left + right) / 2, horizontal=False)
    elif stroked:
        yield Ruling(left, right, top, horizontal=True)
        yield Ruling(left, right, bottom, horizontal=True)
        yield Ruling(top, bottom, left, horizontal=False)
        yield Ruling(top, bottom, right, horizontal=False)


def page_tables(glyphs: list[Glyph], rulings: list[Ruling], page: int) -> tuple[list[PageTable], list[Glyph]]:
    """The tables of a page, and the glyphs that stand outside them."""
    tables: list[PageTable] = []
    if len(rulings) > 20 * MAX_LINES:
        return tables, glyphs
    for drawn in _clusters(_merged(rulings)):
        cluster = drawn + _missing_sides(drawn)
        across = _places([ruling.place for ruling in cluster if ruling.horizontal])
        down = _places([ruling.place for ruling in cluster if not ruling.horizontal])
        # A single row counts only as what is left of a table on the next page: it needs three cells.
        if len(across) < 2 or len(down) < (3 if len(across) > 2 else 4) or len(across) + len(down) > MAX_LINES:
            continue
        box = (down[0], across[0], down[-1], across[-1])
        inside = [glyph for glyph in glyphs if _is_inside(glyph, box)]
        if not inside:
            continue
        cells = _cells(cluster, across, down, inside, page)
        if len(cells) < 3 or len({cell.column for cell in cells}) < 2:
            continue
        tables.append(PageTable(box, tuple(down), tuple(cells), page))
        taken = set(map(id, inside))
        glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
    return sorted(tables, key=lambda table: table.box[1]), glyphs


def _merged(rulings: list[Ruling]) -> list[Ruling]:
    """Lines drawn in pieces (cell by cell, or as dashes) put together."""
    merged: list[Ruling] = []
    ordered = sorted(rulings, key=lambda ruling: (ruling.horizontal, round(ruling.place / SNAP), ruling.start))
    for ruling in ordered:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.horizontal == ruling.horizontal
            and abs(last.place - ruling.place) < SNAP
            and ruling.start <= last.end + SNAP
        ):
            merged[-1] = Ruling(last.start, max(last.end, ruling.end), last.place, last.horizontal)
        else:
            merged.append(ruling)
    return [ruling for ruling in merged if ruling.end - ruling.start >= MIN_SIDE]


def _clusters(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Lines that meet each other, directly or through others."""
    across = [ruling for ruling in rulings if ruling.horizontal]
    down = [ruling for ruling in rulings if not ruling.horizontal]
    if len(across) > MAX_LINES or len(down) > MAX_LINES:
        return []
    group = {id(ruling): number for number, ruling in enumerate(rulings)}
    members: dict[int, list[Ruling]] = {number: [ruling] for number, ruling in enumerate(rulings)}
    for one in across:
        for other in down:
            if _meet(one, other) and group[id(one)] != group[id(other)]:
                kept, gone = group[id(one)], group[id(other)]
                for ruling in members[gone]:
                    group[id(ruling)] = kept
                members[kept] += members.pop(gone)
    return [cluster for cluster in members.values() if len(cluster) >= 4]


def _missing_sides(cluster: list[Ruling]) -> list[Ruling]:
    """The sides that were not drawn, where the lines across them reach further than the outermost side.

    Tables that go on on another page often have no line where the page ends; many have none on the left and right.
    """
    sides: list[Ruling] = []
    for horizontal in (True, False):
        places = [ruling.place for ruling in cluster if ruling.horizontal == horizontal]
        crossing = [ruling for ruling in cluster if ruling.horizontal != horizontal]
        if not places or len(crossing) < 2:
            continue
        start, end = min(ruling.start for ruling in crossing), max(ruling.end for ruling in crossing)
        for side, reach in ((start, min(places) - start), (end, end - max(places))):
            touching = sum(abs((r.start if side == start else r.end) - side) <= SNAP for r in crossing)
            if reach > MIN_REACH and touching >= 2:
                extent = [r.place for r in crossing]
                sides.append(Ruling(min(extent), max(extent), side, horizontal))
    return sides


def _meet(across: Ruling, down: Ruling) -> bool:
    return (
        across.start - SNAP <= down.place <= across.end + SNAP and down.start - SNAP <= across.place <= down.end + SNAP
    )


def _places(places: list[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > SNAP:
            distinct.append(place)
    return distinct


def _is_inside(glyph: Glyph, box: tuple[float, float, float, float]) -> bool:
    x, y = (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size
    return box[0] < x < box[2] and box[1] < y < box[3]


def _cells(
    cluster: list[Ruling], across: list[float], down: list[float], glyphs: list[Glyph], page: int
) -> list[GridCell]:
    """The cells of a grid: fields grow to the right and down as long as no line bounds them."""
    horizontal = [ruling for ruling in cluster if ruling.horizontal]
    vertical = [ruling for ruling in cluster if not ruling.horizontal]

    def is_drawn(rulings: list[Ruling], place: float, middle: float) -> bool:
        return any(abs(r.place - place) <= SNAP and r.start - SNAP <= middle <= r.end + SNAP for r in rulings)

    rows, columns = len(across) - 1, len(down) - 1
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row in range(rows):
        middle_y = (across[row] + across[row + 1]) / 2
        for column in range(columns):
            if (row, column) in taken:
                continue
            last_column = column
            while last_column + 1 < columns and not is_drawn(vertical, down[last_column + 1], middle_y):
                last_column += 1
            middle_x = (down[column] + down[column + 1]) / 2
            last_row = row
            while last_row + 1 < rows and not is_drawn(horizontal, across[last_row + 1], middle_x):
                last_row += 1
            covered = {(r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)}
            taken |= covered
            box = (down[column], across[row], down[last_column + 1], across[last_row + 1])
            inside = [glyph for glyph in glyphs if _is_inside(glyph, box)]
            text = joined([line.text for line in rows_of_glyphs(inside, page)])
            cells.append(GridCell(text, row, column, last_row - row + 1, last_column - column + 1, page, box))
    return cells
