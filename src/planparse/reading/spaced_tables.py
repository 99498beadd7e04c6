"""Tables that were flattened: each row on a line of its own, its cells parted by single blanks.

They are taken only where little can go wrong: the head begins with 序号 (a group may stand in front) and all its words
are known to head columns, a row begins with the next number, and its words between blanks fit the columns one by one.
Other rows stay running text. A head of 指标 (or 县区, or a group and 指标) and columns of values needs no numbers: each
of its rows is a name and as many values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_heads import FEWEST, MOST, column_kind
from planparse.reading.listed_lines import Line, LineRun
from planparse.reading.listed_rows import Placed, Placer
from planparse.reading.listed_stretches import GROUP
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["spaced_tables", "table_pieces"]

_VALUES = frozenset({"value", "goal"})
# What the cells of a column may be by their form.
_FITTING = {
    "value": ("value", "blank", "serial"),
    "goal": ("value", "blank", "serial"),
    "unit": ("unit",),
    "nature": ("nature",),
    "owner": ("owner",),
    "time": ("time",),
}
_NAMING = ("words", "owner", "time")  # 东山县 and 全年用水量 are names, too
_WORD = lazy_plain_pattern(r"[^ \u3000]+")
_SAYING = frozenset({"owner", "value", "goal", "time"})


def spaced_tables(
    text: str, measured: Sequence[tuple[int, int]], numbered: Sequence[tuple[int, int]]
) -> Iterator[Table]:
    """The flattened tables of a plain text below its `spaced_heads`, in pieces that have the head each."""
    for head in measured:
        yield from _measured_tables(text, _words(text, *head))
    for head in numbered:
        yield from _numbered_tables(text, _words(text, *head))


def _kinds(words: Sequence[Line]) -> list[str]:
    """The kinds of the columns that the words of a head name."""
    kinds: list[str] = []
    for word in words:
        kinds.append(column_kind(word.words, kinds) or "words")
    return kinds


def _measured_tables(text: str, head: Sequence[Line]) -> Iterator[Table]:
    """The table whose rows are an indicator's or a place's name, perhaps behind its group, and its values."""
    kinds = _kinds(head)
    if not _VALUES & set(kinds):
        return
    named = 1 + (kinds[0] == "group")
    if kinds[named - 1] == "name" and all(kind in _FITTING for kind in kinds[named:]):
        yield from _tables(text, head, _measured(text, head, kinds))


def _numbered_tables(text: str, head: Sequence[Line]) -> Iterator[Table]:
    """The table whose rows begin with their numbers, or with their group and them."""
    kinds = _kinds(head)
    if FEWEST <= len(head) <= MOST and "words" not in kinds and "name" in kinds and _SAYING & set(kinds):
        yield from _tables(text, head, _numbered(text, head, Placer(kinds), is_grouped=kinds[0] == "group"))


def _measured(text: str, head: Sequence[Line], kinds: Sequence[str]) -> list[list[Placed]]:
    """The rows of names and what fits the columns behind them, in pieces between the names of groups."""
    lines, at = LineRun(text, head[-1].end), 0
    pieces: list[list[Placed]] = [[]]
    while line := lines.at(at):
        at += 1
        if GROUP.fullmatch(line.words):
            pieces.append([])
            continue
        row = _words(text, line.start, line.end)
        lost = len(kinds) - len(row)  # a group's name stands in its first row alone
        if not _is_measured(row, kinds[lost:] if lost == 1 and kinds[0] == "group" else kinds):
            break
        pieces[-1].append(Placed((*[()] * lost, *((word,) for word in row)), 0, is_whole=True))
    return pieces


def _is_measured(row: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether the words of a line are a name, perhaps behind its group's, and what fits the columns behind it."""
    return len(row) == len(kinds) and all(
        word.kind in _FITTING.get(kind, _NAMING) for word, kind in zip(row, kinds, strict=True)
    )


def _numbered(text: str, head: Sequence[Line], placer: Placer, *, is_grouped: bool) -> list[list[Placed]]:
    """The rows that begin with the next number, or their group and it, in pieces between those that do not fit."""
    lines = LineRun(text, head[-1].end)
    pieces: list[list[Placed]] = [[]]
    last = at = 0
    while line := lines.at(at):
        at += 1
        if GROUP.fullmatch(line.words):
            pieces.append([])
            continue
        words = _words(text, line.start, line.end)
        numbers = [word.words.rstrip(".、．") for word in words[: 1 + is_grouped]]
        if str(last + 1) not in numbers:
            break
        last += 1
        row = placer.placed(words)
        if row and row.is_whole:
            pieces[-1].append(row)
        else:
            pieces.append([])
    return pieces


def _tables(text: str, head: Sequence[Line], pieces: Sequence[Sequence[Placed]]) -> Iterator[Table]:
    yield from table_pieces(text, head, [[row.columns for row in rows] for rows in pieces])


def table_pieces(
    text: str, head: Sequence[Line], pieces: Sequence[Sequence[Sequence[Sequence[Line]]]]
) -> Iterator[Table]:
    """The pieces of a table that has rows at all, a row by its columns; the first has the head, rows or not."""
    above = caption(text, head[0].start)
    for number, rows in enumerate(pieces if any(pieces) else ()):
        if rows or not number:
            yield _table(head, rows, above, is_first=not number)


def _words(text: str, start: int, end: int) -> list[Line]:
    return [Line(*match.span(), match[0]) for match in _WORD.finditer(text, start, end)]


def _table(
    head: Sequence[Line], rows: Sequence[Sequence[Sequence[Line]]], above: str | None, *, is_first: bool
) -> Table:
    cells = [Cell(word.start, word.end, 0, column) for column, word in enumerate(head)]
    cells += [
        Cell(words[0].start, words[-1].end, number, column)
        for number, row in enumerate(rows, 1)
        for column, words in enumerate(row)
        if words
    ]
    below = cells if is_first else cells[len(head) :]
    return Table(below[0].start, below[-1].end, tuple(cells), above)
