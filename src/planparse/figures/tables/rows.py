"""Rows: what each row of an understood table is about, and the figures in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.tables.grid import TOTAL
from planparse.figures.tables.heads import VALUES
from planparse.figures.tables.model import CellFigure, CellScope
from planparse.figures.tables.units import bracketed_unit, is_unit, unit_among
from planparse.figures.tables.values import is_blank, is_sum, value_of
from planparse.figures.verbs import verbs
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.tables.columns import TimeTable, ValueColumn
    from planparse.figures.tables.grid import Grid, GridCell
    from planparse.figures.tables.heads import Column, Head
    from planparse.figures.tables.values import CellValue
    from planparse.mentions.model import TimeMention
    from planparse.rules import RuleSet
    from planparse.rules.families.tables import ColumnMeaning

__all__ = ["RowReader", "naming"]

_MARK = lazy_pattern(
    r"(?:\d{1,3}[.、)](?!\d)|[(]\d{1,3}[)]|[(]?[一二三四五六七八九十]{1,3}[)、.]|[①-⑳]|\d{1,2}\.\d{1,2}(?=[一-龥]))\s*"
)
_LINE_END = lazy_pattern(r"\s*\n\s*")
_OF_WHICH = lazy_pattern(r"其中[:,]?|#")
_NATURES = (("约束", "binding"), ("预期", "expected"), ("指导", "guiding"))
_LONGEST_LABEL = 40
_AMOUNT = lazy_pattern(r"(?<=[一-龥]{2})\d[\d.]{0,8}([一-龥%]{1,5})$")
_BREAK = lazy_pattern(r"[,。;:]")
_PLACE = lazy_pattern(r"[一-龥][一-龥()、]{1,19}")
_RESULTS: tuple[ColumnMeaning, ...] = ("actual", "progress")
# Columns whose numbers count nothing: they name, number or remark.
_NAMING = frozenset({"serial", "category", "indicator", "place", "unit", "nature", "note"})
_ANSWERING = frozenset({"lead", "support", "responsible", "person_in_charge", "contact_person", "phone"})


def naming(values: Sequence[ValueColumn]) -> frozenset[str]:
    """The meanings of columns whose numbers count nothing: without values beside them, indicators state their own."""
    return _NAMING if values else _NAMING - {"indicator"}


class RowReader:
    """Reads the rows of a table from top to bottom; keeps what a blank below it goes on with.

    `caption_due` is the time that the line above the table states; `since` the ISO date on which the plan's years
    begin, from which cumulative values (〔13.5〕) count.
    """

    def __init__(
        self,
        grid: Grid,
        head: Head,
        values: list[ValueColumn],
        times: TimeTable,
        rules: RuleSet,
        caption_due: TimeMention | None,
        since: str | None,
    ) -> None:
        self.grid = grid
        self.head = head
        self.values = values
        self.times = times
        self.rules = rules
        self.caption_due = caption_due
        self.since = since
        self.due: tuple[TimeMention | None, str | None, bool] = (None, None, False)
        self.parent: str | None = None

    def read(self, row: int) -> tuple[list[CellFigure], list[CellScope]]:
        """The figures of a row, and the cells of prose whose quantities count."""
        cells = self.grid.row(row)
        if not cells or self._is_head(cells):
            return [], []
        if len(cells) == 1 and cells[0].columns > 1 and self.grid.columns > 1:
            return [], []
        self.due = self._due(row)
        label, unit = self._label(row)
        due, every, undated = self.due
        own = tuple((cell.start, cell.end) for cell in cells if cell.row == row)
        base = CellScope(0, 0, None, label, due, every, self._nature(row), self._owners(row), own, undated)
        figures, prose = [], []
        seen: set[GridCell] = set()
        for value in self.values:
            cell = self.grid.at(row, value.column.number)
            if cell is None or cell in seen or cell.row < row:
                continue
            seen.add(cell)
            scope = base.replaced(start=cell.start, end=cell.end, role=_role(value))
            if value.role == "baseline":
                scope = scope.replaced(due=None, every=None)
            elif value.due:
                scope = scope.replaced(due=value.due, every=None)
            elif not due and not every and not undated:
                scope = scope.replaced(due=self.caption_due)
            if is_blank(cell.words):
                continue
            measured = "%" if _is_yearly_rate(value.column, cell) else self._unit(row, value.column, unit)
            found = value_of(cell, measured, value.column.rule, self.rules, summed=_holds_sums(value.column))
            figure = self._figure(found, scope, value, label) if found else None
            if figure:
                figures.append(figure)
            elif not found:
                prose.append(scope)
        prose += self._prose(row, base, seen)
        return _with_previous(figures), prose

    def _figure(self, found: CellValue, scope: CellScope, value: ValueColumn, label: str | None) -> CellFigure | None:
        """The figure of a value; None where nothing says what it measures."""
        # Where a row is a place, the column says what is counted there.
        name = label or (value.column.name if scope.responsible else None)
        if value.column.meaning == "measure":
            whole = label is None or TOTAL.fullmatch(label)
            name = value.column.name if whole else f"{label}:{value.column.name}"
        elif label and value.column.qualifier:
            name = f"{label}:{value.column.qualifier}"
        if not name or TOTAL.fullmatch(name):
            return None
        quantity = found.quantity
        change = found.change or ("by" if value.column.meaning == "rate" else None)
        if (
            value.column.meaning == "rate"
            and not _is_of_whole(value.column)
            and not found.cumulative
            and quantity.unit == "%"
            and not quantity.per
        ):
            quantity = quantity.replaced(per=("年",))
        if found.cumulative and scope.due and self.since:
            scope = scope.replaced(due=scope.due.replaced(kind="period", first=self.since))
        return CellFigure(
            quantity, scope, value.role, name, verbs(self.rules).verb(name) or None, change, column=value.column.meaning
        )

    def _is_head(self, cells: list[GridCell]) -> bool:
        """Whether a row repeats the table's head, as behind a page break."""
        heads = {cell.words for column in self.head.columns for cell in column.cells}
        return len(cells) > 1 and all(cell.words in heads for cell in cells)

    def _label(self, row: int) -> tuple[str | None, str | None]:
        """What a row is about, and the unit in brackets behind its name."""
        wanted: tuple[ColumnMeaning, ...] = ("indicator", "task", "category")
        meaning = next((meaning for meaning in wanted if self.head.of(meaning)), None)
        if meaning is None:
            return None, None
        columns = self.head.of(meaning)[: None if meaning == "indicator" else 1]
        cells = [cell for column in columns if (cell := self.grid.at(row, column.number))]
        if not cells:
            return (None if self.grid.merges else self.parent), None
        names: list[str] = []
        unit = None
        for cell in dict.fromkeys(cells):
            if cell.words.isdecimal():
                names.clear()  # a number parts the group from the name: 环境质量 | 3 | 森林覆盖率
                continue
            name, own = self._name(cell.words)
            unit = own or unit
            names.append(name)
        # A unit may stand in a cell of its own beside the name.
        if len(names) > 1 and is_unit(names[-1], self.rules):
            unit = names.pop()
        label = ":".join(filter(None, names))
        return (self._of_parent(label) if label else None), unit

    def _name(self, words: str) -> tuple[str, str | None]:
        """A name without its number, and the unit in brackets at its end: 3.森林覆盖率(%) → 森林覆盖率, %."""
        if "\n" in words:
            words = _LINE_END.sub("", words)  # lines of a narrow cell: 用电负荷(万千, 瓦)
        mark = _MARK.match(words)
        name, unit = bracketed_unit(words[mark.end() :] if mark else words, self.rules, durations=True)
        name = name.strip(" :,、*#★①②③④⑤⑥⑦⑧⑨⑩").removesuffix("其中")
        if (amount := _AMOUNT.search(name)) and is_unit(amount[1], self.rules):
            name = name[: amount.start()]  # the name of 疏浚河道12公里 is 疏浚河道
        if len(name) > _LONGEST_LABEL:
            name = _BREAK.split(name, maxsplit=1)[0][:_LONGEST_LABEL]
        return name.rstrip("。;"), unit

    def _of_parent(self, name: str) -> str:
        """其中:城区 is a part of what the row above names."""
        part = _OF_WHICH.match(name)
        if part is None:
            self.parent = name
            return name
        return f"{self.parent}:{name[part.end() :]}" if self.parent else name[part.end() :]

    def _unit(self, row: int, column: Column, bracketed: str | None) -> str | None:
        """The unit of a value: of its column's head, its row's own column or name, or the whole table."""
        for units in self.head.of("unit"):
            cell = self.grid.at(row, units.number)
            if cell and not is_blank(cell.words):
                return "".join(cell.words.split())
        return column.unit or bracketed or unit_among(self.head.units, column.name)

    def _due(self, row: int) -> tuple[TimeMention | None, str | None, bool]:
        """By when the row's work is to be done, in which rhythm, and whether the row says that it has no end."""
        for column in self.head.of("due"):
            cell = self.grid.at(row, column.number)
            if cell is None:
                if not self.grid.merges and row > self.head.body and not self.grid.is_total(row):
                    return self.due
                continue
            found = self.times.within(cell)
            every = next((time.every for time in found if time.kind == "recurring"), None)
            dated = [time for time in found if time.last and time.kind in ("date", "period", "deadline")]
            undated = not is_blank(cell.words) and all(time.hidden for time in found)
            return (dated[-1] if dated else None), (None if dated else every), undated
        return None, None, False

    def _nature(self, row: int) -> str | None:
        for column in self.head.of("nature"):
            if cell := self.grid.at(row, column.number):
                return next((nature for word, nature in _NATURES if word in cell.words), None)
        return None

    def _owners(self, row: int) -> tuple[str, ...]:
        """The place whose share a row is."""
        places = [cell.words for column in self.head.of("place") if (cell := self.grid.at(row, column.number))]
        return tuple(place for place in places[:1] if not TOTAL.fullmatch(place) and _PLACE.fullmatch(place))

    def _prose(self, row: int, base: CellScope, seen: set[GridCell]) -> list[CellScope]:
        """The cells of tasks and of columns unknown, in which the text's own quantities count."""
        silent = naming(self.values) | VALUES | _ANSWERING
        found = []
        for column in self.head.columns:
            cell = self.grid.at(row, column.number)
            if cell and cell.row == row and cell not in seen and column.meaning not in silent:
                seen.add(cell)
                if column.meaning is None and self.values and value_of(cell, None, "", self.rules):
                    continue  # an amount of which no head says what it measures
                role = "target" if column.meaning == "task" and self.head.of(*_RESULTS) else None
                found.append(base.replaced(start=cell.start, end=cell.end, role=role))
        return found


def _role(value: ValueColumn) -> str | None:
    """The role of what the cells of a column say in prose, as far as the column tells."""
    return value.role if value.role == "baseline" or value.column.meaning in ("target", "year") else None


def _is_of_whole(column: Column) -> bool:
    """Whether a rate is that of the whole period (“十五五”累计下降); not 年均/累计, whose sums stand in brackets."""
    return any(word in column.name for word in ("累计", "预计")) and "均" not in column.name


def _is_yearly_rate(column: Column, cell: GridCell) -> bool:
    """年均增速 is in per cent, whatever the row's unit is; a sum in brackets (〔1.2〕) is in the row's unit."""
    is_yearly = (
        column.meaning == "rate" and column.unit in (None, "%") and any(word in column.name for word in "均速率幅")
    )
    return (
        is_yearly
        and not cell.words.startswith(("〔", "[", "【"))
        and not is_sum(cell.words, summed=_holds_sums(column))
    )


def _holds_sums(column: Column) -> bool:
    """Whether a column of rates says at its head that it has sums of years, too: 年均增(5年累计)."""
    return column.meaning == "rate" and any("累计" in cell.words for cell in column.cells)


def _with_previous(figures: list[CellFigure]) -> list[CellFigure]:
    """The targets of a row with the level that they start from: its last baseline in the same unit.

    What was reached so far is no such level.
    """
    baselines = [f for f in figures if f.role == "baseline" and not f.change and f.column not in _RESULTS]

    def previous(figure: CellFigure) -> CellFigure:
        same = [b for b in baselines if _same_measure(b, figure)]
        return figure.replaced(previous=same[-1].quantity) if same and figure.role == "target" else figure

    return [previous(figure) for figure in figures]


def _same_measure(baseline: CellFigure, target: CellFigure) -> bool:
    one, other = baseline.quantity, target.quantity
    return (one.unit, one.per, baseline.indicator) == (other.unit, other.per, target.indicator) and not target.change
