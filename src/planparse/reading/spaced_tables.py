"""Tables that were flattened: each row on a line of its own, its cells parted by single blanks.

They are taken only where little can go wrong: the head begins with 序号 and all its words are known to head columns, a
row begins with the next number, and its words between blanks fit the columns one by one. Other rows stay running text.
A head of 指标 and columns of values needs no numbers: each of its rows is a name and as many values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.reading.listed_heads import FEWEST, MOST, column_kind
from planparse.reading.listed_lines import Line, LineRun
from planparse.reading.listed_rows import Placer
from planparse.reading.listed_stretches import GROUP
from planparse.reading.source import Cell, Table
from planparse.reading.text_tables import caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.reading.listed_rows import Placed

__all__ = ["spaced_tables"]

_HEAD = lazy_pattern(
    r"(?:^|(?<=[ \u3000]))(?:序号|编号)(?:[ \u3000]{1,8}[一-龥（）()、/]{2,12}){2,9}[ \u3000]*$", re.MULTILINE
)
_MEASURED_HEAD = lazy_pattern(
    r"(?:^|(?<=[ \u3000]))(?:指标|项目)(?:名称)?(?:[ \u3000]{1,8}[一-龥\d（）()]{2,12}){1,6}[ \u3000]*$", re.MULTILINE
)
_VALUES = frozenset({"value", "goal"})
# What the cells of a column may be by their form.
_FITTING = {
    "value": ("value", "blank", "serial"),
    "goal": ("value", "blank", "serial"),
    "unit": ("unit",),
    "nature": ("nature",),
}
_WORD = lazy_plain_pattern(r"[^ \u3000]+")
_SAYING = frozenset({"owner", "value", "goal", "time"})


def spaced_tables(text: str) -> Iterator[Table]:
    """The flattened tables of a plain text, in pieces that have the head each, in order."""
    if "指标 " in text or "项目 " in text or "名称 " in text:
        yield from _measured_tables(text)
    if "序号" not in text and "编号" not in text:
        return
    for head in _HEAD.finditer(text):
        words = _words(text, head.start(), head.end())
        kinds: list[str] = []
        for word in words:
            kinds.append(column_kind(word.words, kinds) or "words")
        if FEWEST <= len(words) <= MOST and "words" not in kinds and "name" in kinds and _SAYING & set(kinds):
            yield from _pieces(text, words, Placer(kinds))


def _measured_tables(text: str) -> Iterator[Table]:
    """The tables whose rows are an indicator's name and its values."""
    for head in _MEASURED_HEAD.finditer(text):
        words = _words(text, head.start(), head.end())
        kinds: list[str] = []
        for word in words:
            kinds.append(column_kind(word.words, kinds) or "words")
        if text[text.rfind("\n", 0, head.start()) + 1 : head.start()].strip() or not _VALUES & set(kinds):
            continue
        if not all(kind in _FITTING for kind in kinds[1:]):
            continue
        lines, at = LineRun(text, head.end()), 0
        rows: list[list[Line]] = []
        while (line := lines.at(at)) and _is_measured(row := _words(text, line.start, line.end), kinds):
            rows.append(row)
            at += 1
        if rows:
            cells = [
                Cell(word.start, word.end, number, column)
                for number, row in enumerate((words, *rows))
                for column, word in enumerate(row)
            ]
            yield Table(cells[0].start, cells[-1].end, tuple(cells), caption(text, cells[0].start))


def _is_measured(row: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether the words of a line are a name and what fits the columns behind it."""
    return (
        len(row) == len(kinds)
        and row[0].kind == "words"
        and all(word.kind in _FITTING[kind] for word, kind in zip(row[1:], kinds[1:], strict=True))
    )


def _pieces(text: str, head: Sequence[Line], placer: Placer) -> Iterator[Table]:
    lines = LineRun(text, head[-1].end)
    pieces: list[list[Placed]] = [[]]
    last = at = 0
    while line := lines.at(at):
        at += 1
        if GROUP.fullmatch(line.words):
            pieces.append([])
            continue
        words = _words(text, line.start, line.end)
        if words[0].words.rstrip(".、．") != str(last + 1):
            break
        last += 1
        row = placer.placed(words)
        if row and row.is_whole:
            pieces[-1].append(row)
        else:
            pieces.append([])
    if not any(pieces):
        return
    above = caption(text, head[0].start)
    for number, rows in enumerate(pieces):
        if rows or not number:
            yield _table(head, rows, above, is_first=not number)


def _words(text: str, start: int, end: int) -> list[Line]:
    return [Line(*match.span(), match[0]) for match in _WORD.finditer(text, start, end)]


def _table(head: Sequence[Line], rows: Sequence[Placed], above: str | None, *, is_first: bool) -> Table:
    cells = [Cell(word.start, word.end, 0, column) for column, word in enumerate(head)]
    cells += [
        Cell(words[0].start, words[-1].end, number, column)
        for number, row in enumerate(rows, 1)
        for column, words in enumerate(row.columns)
        if words
    ]
    below = cells if is_first else cells[len(head) :]
    return Table(below[0].start, below[-1].end, tuple(cells), above)
