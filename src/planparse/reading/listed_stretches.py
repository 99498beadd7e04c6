"""Where the rows of a table begin and end whose cells stand on lines of their own.

A row begins with its number where the table has a column of numbers. Else it ends with 约束性 or 预期性, where the last
column says so, or with its numbers, where the last column is one; else each row has as many lines as the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.reading.listed_heads import Head
    from planparse.reading.listed_lines import Line, LineRun
    from planparse.reading.listed_rows import Placed, Placer

__all__ = ["GROUP", "Stretch", "row_stretches"]

# What parts the rows of a table and is none: the name of a group with a number of its own.
GROUP = lazy_plain_pattern(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；，]{1,24}")
# What stands below a table and is none of its cells.
_BELOW = lazy_plain_pattern(r"(?:附件|注|备注|说明)[：:\d].*|第[一二三四五六七八九十]+[章节].*")
# A date in full signs what stands above it.
_DATE = lazy_plain_pattern(r".*\d{4}年\d{1,2}月\d{1,2}日")
_LONGEST_TASK, _MOST_PARTS = 60, 6
_AMOUNTS = ("value", "serial", "blank")


class Stretch(NamedTuple):
    """The lines of a row; `is_parted`: the name of a group stands above it."""

    lines: tuple[Line, ...]
    is_parted: bool


def row_stretches(head: Head, lines: LineRun, placer: Placer) -> Iterator[Stretch]:
    """The rows below a head, as far as it is certain where they begin and end."""
    return _numbered(head, lines, placer) if head.has_serial else _closed(head, lines, placer)


def _numbered(head: Head, lines: LineRun, placer: Placer) -> Iterator[Stretch]:
    """Rows that begin with their numbers; the name of a group may stand in front."""
    at, last, parted = head.body, 0, False
    while line := lines.at(at):
        if GROUP.fullmatch(line.words):
            at, parted = at + 1, True
            continue
        serial = at
        if line.kind != "serial":
            # One line in front of the number: the group that begins here.
            serial = at + 1
            number = lines.at(serial)
            if line.kind != "words" or number is None or number.kind != "serial":
                return
            line = number
        if int(line.words) != last + 1 and not (parted and line.words == "1"):
            return
        last = int(line.words)
        begin = at if head.kinds[0] != "serial" else serial
        end = _numbered_end(head, lines, placer, begin, serial, last + 1)
        if end is None:
            return
        yield Stretch(_between(lines, begin, end), parted)
        at, parted = end, False


def _numbered_end(head: Head, lines: LineRun, placer: Placer, begin: int, serial: int, following: int) -> int | None:
    """The number of the line behind a row: before the next one's number or group, or a whole row's last line."""
    width = len(head.kinds)
    ends: list[int] = []
    for end in range(serial + 1, serial + 3 * width + 4):
        line = lines.at(end)
        if line is None or _BELOW.fullmatch(line.words) or GROUP.fullmatch(line.words):
            ends.append(end)
            break
        if line.words == str(following):
            ends += [end, end - 1] if _may_be_group(lines.at(end - 1)) else [end]
    told = [end for end in ends if (line := lines.at(end)) and line.words == str(following)]
    if not told:
        limit = max(ends, default=serial + 3 * width + 4)
        ends += [end for end in (begin + width, begin + width - 1) if end < limit]
        if head.kinds[-1] == "time":
            timed = (at + 1 for at in range(begin, limit) if (line := lines.at(at)) and line.kind == "time")
            ends += [end for end in [next(timed, None)] if end is not None and end not in ends]
    rows = [(row, end) for end in ends if end > serial + 1 and (row := placer.placed(_between(lines, begin, end)))]
    if not told:
        rows = [(row, end) for row, end in rows if _may_end(row)]
    best = min(rows, key=lambda found: (not found[0].is_whole, found[0].cost), default=None)
    if best is None:
        return next(iter(told), None)
    return best[1] if told or head.kinds[-1] != "time" else _behind_parts(lines, best[1])


def _behind_parts(lines: LineRun, end: int) -> int:
    """The number of the line behind a table's last row and the further tasks in it, which have a time each."""
    for _ in range(_MOST_PARTS):
        task, time = lines.at(end), lines.at(end + 1)
        if task is None or time is None or task.kind != "words" or time.kind != "time":
            break
        if len(task.words) > _LONGEST_TASK or _DATE.fullmatch(time.words) or _BELOW.fullmatch(task.words):
            break
        end += 2
    return end


def _may_be_group(line: Line | None) -> bool:
    return line is not None and line.kind == "words" and not line.words.endswith("。")


def _may_end(row: Placed) -> bool:
    """Whether a row may be a table's last, below which prose goes on: its last cell is no sentence."""
    return not any(line.words.endswith("。") for line in row.columns[-1])


def _closed(head: Head, lines: LineRun, placer: Placer) -> Iterator[Stretch]:
    """Rows that end with a cell of a kind that no other column has."""
    at, parted = head.body, False
    while line := lines.at(at):
        if GROUP.fullmatch(line.words):
            at, parted = at + 1, True
            continue
        end = _closed_end(head, lines, placer, at)
        if end is None:
            return
        yield Stretch(_between(lines, at, end), parted)
        at, parted = end, False


def _closed_end(head: Head, lines: LineRun, placer: Placer, begin: int) -> int | None:
    last = head.kinds[-1]
    width = len(head.kinds)
    if last not in ("nature", "value"):
        whole = (end for end in (begin + width, begin + width - 1) if lines.at(end - 1))
        rows = ((end, placer.placed(_between(lines, begin, end))) for end in whole)
        return next((end for end, row in rows if row and row.is_whole), None)
    amounts = 0
    for end in range(begin, begin + 3 * width + 4):
        line = lines.at(end)
        if last == "value" and amounts and (line is None or line.kind not in _AMOUNTS):
            return end
        if line is None or _BELOW.fullmatch(line.words) or GROUP.fullmatch(line.words) or line.words.endswith("。"):
            return None
        if last == "nature" and line.kind == "nature":
            return end + 1
        amounts += line.kind in _AMOUNTS
    return None


def _between(lines: LineRun, start: int, end: int) -> tuple[Line, ...]:
    return tuple(line for at in range(start, end) if (line := lines.at(at)))
