"""Tables whose rows are years and whose columns are indicators (年份 | 新建公路(公里) | 改造危房(户)), turned over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.tables.grid import GridCell
from planparse.figures.tables.heads import meaning_of
from planparse.figures.tables.units import bracketed_unit
from planparse.figures.tables.values import is_blank
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.tables.grid import Grid
    from planparse.rules import RuleSet

__all__ = ["turned"]

# What the corner of such a table heads: the years below it, or the indicators beside it. It may be blank.
_CORNER = lazy_pattern(
    r"年[份度]?|时间|时期|阶段|(?:主要|具体|核心)?(?:指标|项目|内容)(?:名称)?|(?:主要|工作|规划)?目标(?:名称)?"
    r"|(?:指标|项目)[/\\、]?年[份度]?|年[份度]?[/\\、]?(?:指标|项目)"
)
# What the rows may say of the indicators, and those of them that hold values.
_VALUES = frozenset({"year", "target", "baseline", "actual", "progress", "total", "rate"})
_BESIDE = frozenset({"nature", "unit", "note"})
_YEAR = lazy_pattern(r"20\d\d|十[二三四五六七八九]五")
_AMOUNT = lazy_pattern(
    r"[<>≥≤=~约]{0,2}(?:不[低少高多]于|超过|达到?)?[-+]?\d[\d.,]{0,14}(?:[-~至]\d[\d.,]{0,14})?[^\d,。;:]{0,10}"
)
# No plan's table has more years, or indicators beside each other.
_MOST = 40


def turned(grid: Grid, rules: RuleSet) -> Grid | None:
    """The grid with rows for columns where its first column names years or targets and its first row what is measured.

    None where it does not surely do: where a row or a column is about something else, or a cell is no bare amount.
    """
    first = grid.at(1, 0)
    if first is None or grid.merges or not 2 <= grid.columns <= _MOST or grid.rows > _MOST:
        return None
    corner = grid.at(0, 0)
    if corner and not _CORNER.fullmatch("".join(corner.words.split())):
        return None
    told = [_told(grid.at(row, 0), rules) for row in range(1, grid.rows)]
    is_dated = any((cell := grid.at(row, 0)) and _YEAR.search(cell.words) for row in range(1, grid.rows))
    if not (is_dated or {"year", "target"} & set(told)) or not all(
        meaning in _VALUES or meaning in _BESIDE for meaning in told
    ):
        return None
    if not all(_measures(grid.at(0, column), rules) for column in range(1, grid.columns)):
        return None
    amounts = [
        grid.at(row, column)
        for row, meaning in enumerate(told, 1)
        if meaning in _VALUES
        for column in range(1, grid.columns)
    ]
    if not any(amounts) or not all(_is_amount(cell) for cell in amounts):
        return None
    places = {(column, row): _over(cell) for (row, column), cell in grid.places.items()}
    at = corner.start if corner else grid.start
    places[0, 0] = GridCell(at, corner.end if corner else at, "指标", 0, 0, 1, 1)
    return grid.replaced(rows=grid.columns, columns=grid.rows, places=places)


def _told(cell: GridCell | None, rules: RuleSet) -> str | None:
    return meaning_of(cell.words, rules)[0] if cell else None


def _measures(cell: GridCell | None, rules: RuleSet) -> bool:
    """Whether the head of a column names something measured: with a unit, or in words that head nothing else."""
    if cell is None or _YEAR.search(cell.words):
        return False
    return bracketed_unit(cell.words, rules)[1] is not None or meaning_of(cell.words, rules)[0] in (None, "measure")


def _is_amount(cell: GridCell | None) -> bool:
    return cell is None or is_blank(cell.words) or _AMOUNT.fullmatch(cell.words) is not None


def _over(cell: GridCell) -> GridCell:
    return cell.replaced(row=cell.column, column=cell.row, rows=cell.columns, columns=cell.rows)
