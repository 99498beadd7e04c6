"""Heads: which rows are a table's head, and what each column holds."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planparse.figures.tables.units import bracketed_unit, is_unit, units_of_caption
from planparse.patterns import lazy_pattern
from planparse.records import Record
from planparse.rules.families.tables import TableRule

if TYPE_CHECKING:
    import regex

    from planparse.figures.tables.grid import Grid, GridCell
    from planparse.rules import RuleSet
    from planparse.rules.families.tables import ColumnMeaning

__all__ = ["VALUES", "Column", "Head", "find_head", "meaning_of"]

VALUES = frozenset({"target", "amount", "baseline", "actual", "progress", "year", "rate", "total", "measure"})
_ABOUT = frozenset({"indicator", "task", "place", "category"})
_PLAN = "“?十[二三四五六七]五”?(?:规划)?(?:期?末|期间|时期|以来)?"
_YEAR = r"20\d\d年?(?:度|底|末)?"
_TIME = rf"(?:{_YEAR}(?:[-~至到—、]+{_YEAR})?|{_PLAN})"
_MONTHS = r"\d{1,2}(?:[-~至到—–]\d{1,2})?月"
# A part of a year: 一季度, 第2季度, 2031年上半年, 1-9月份, 6月底, 年底.
_STRETCH = (
    rf"(?:(?:{_YEAR})?(?:第?[一二三四1-4]季度|前[二三]季度|[上下]半年|{_MONTHS}(?:份|底|末|中旬|[上下]旬)?"
    r"|[一二三四五六七八九十]{1,2}月(?:份|底|末)?)|年[底末中])(?:末|前)?"
)
_LEADING_TIME = lazy_pattern(rf"^(?:到|至)?{_TIME}(?=[一-龥]{{2}})")
_OF_WHICH = lazy_pattern(r"^其中[:,]?")
_BRACKETS = lazy_pattern(r"[(〔\[【][^()〔〕\[\]【】]*+[)〕\]】]")
# Rows above the head: the table's title, and a line that only states the unit.
_TITLE_ROWS = 3
_DEEPEST = 3
_LONGEST = 40
_DIGITS = lazy_pattern(r"\d(?!\w*[A-Za-z])")
# Footnotes, also those whose raised number a pdf has as a plain one: 1主要指标, 22025年.
_FOOTNOTE = lazy_pattern(r"[①-⑳*]|^\d(?=(?![年月])[一-龥]|20\d\d年)")
_DONE = lazy_pattern(r"已|^\D{0,4}\d[\d.]{0,6}%$")
_TIME_AHEAD = lazy_pattern(r"[年月季底]前|年底|月底|全年|长期|季度")
_NUMERIC = lazy_pattern(r"[\d.,%\s+*/~-]+")


class Column(Record):
    """What a column holds and the rule that says so (None: unknown); `name` is its head without unit and brackets.

    `unit` stands in the head's brackets. `qualifier` is what a head below the telling one adds (2025年 over 城市).
    `cells` are the head's cells from top to bottom.
    """

    __slots__ = ("cells", "meaning", "name", "number", "qualifier", "rule", "unit")

    def __init__(
        self,
        number: int,
        meaning: ColumnMeaning | None,
        rule: str,
        name: str,
        unit: str | None,
        qualifier: str,
        cells: tuple[GridCell, ...],
    ) -> None:
        self.number = number
        self.meaning = meaning
        self.rule = rule
        self.name = name
        self.unit = unit
        self.qualifier = qualifier
        self.cells = cells


class Head(Record):
    """The columns of an understood table, the first row below its head, and the units stated for the whole table."""

    __slots__ = ("body", "columns", "units")

    def __init__(self, columns: tuple[Column, ...], body: int, units: tuple[str, ...]) -> None:
        self.columns = columns
        self.body = body
        self.units = units

    def of(self, *meanings: ColumnMeaning) -> list[Column]:
        """The columns that hold one of some things."""
        return [column for column in self.columns if column.meaning in meanings]


def find_head(grid: Grid, rules: RuleSet) -> Head | None:
    """The head of a table; None where its words do not tell what the rows are about and what they say of it."""
    above = grid.caption
    for top in range(min(_TITLE_ROWS, grid.rows)):
        cells = grid.row(top)
        if len(cells) <= 1:
            above += "\n" + "".join(cell.words for cell in cells)
            continue
        units = units_of_caption(above, rules)
        known = [cell for cell in cells if meaning_of(cell.words, rules)[0] or (units and _heads_numbers(grid, cell))]
        if len(known) < 2 or 2 * len(known) < len(cells):
            return None
        depth = _depth(grid, top, rules)
        columns = tuple(_column(grid, index, top, depth, rules) for index in range(grid.columns))
        columns = _settled(columns, grid, top + depth, rules)
        head = Head(_measured(columns, grid, rules) if units else columns, top + depth, units)
        return head if _understood(head) else None
    return None


def _heads_numbers(grid: Grid, head: GridCell) -> bool:
    """Whether a cell heads a column of bare numbers, whose unit the caption states."""
    below = (grid.at(row, head.column) for row in range(head.row + head.rows, grid.rows))
    words = [cell.words for cell in below if cell]
    return head.columns == 1 and bool(words) and all(_NUMERIC.fullmatch(word) for word in words)


def _measured(columns: tuple[Column, ...], grid: Grid, rules: RuleSet) -> tuple[Column, ...]:
    """The columns with those of bare numbers as measures that no rule knows: 人工造林 below 单位:亩."""
    rule = next((rule.id for rule in rules.of(TableRule) if rule.column == "measure"), "")
    return tuple(
        column.replaced(meaning="measure", rule=rule)
        if column.meaning is None and column.cells and _heads_numbers(grid, column.cells[-1])
        else column
        for column in columns
    )


def _understood(head: Head) -> bool:
    meanings = {column.meaning for column in head.columns}
    said = meanings & (
        VALUES | {"note", "due", "lead", "support", "responsible", "person_in_charge", "contact_person", "phone"}
    )
    if said == {"measure"} and not meanings & {"indicator", "task", "place"}:
        return False  # 产品类别, 基准值(吨/吨): parameters of kinds, no work of anybody's
    if "phone" in said and said & {"person_in_charge", "contact_person"}:
        return True
    return bool(meanings & _ABOUT and said) or bool(meanings & {"responsible", "lead"} and said & VALUES)


@cache
def _patterns(rules: RuleSet) -> tuple[tuple[TableRule, regex.Pattern[str]], ...]:
    return tuple(
        (
            rule,
            lazy_pattern(
                "|".join(f"(?:{word.replace('{time}', _TIME).replace('{stretch}', _STRETCH)})" for word in rule.words)
            ),
        )
        for rule in rules.of(TableRule)
    )


@lru_cache(maxsize=4096)  # a head is asked alone, with the one above it, and for the depth
def meaning_of(words: str, rules: RuleSet) -> tuple[ColumnMeaning | None, str]:
    """What a head says that its column holds, and the rule; a head with a unit in brackets is an indicator's."""
    plain = _FOOTNOTE.sub("", "".join(words.split())).replace("(单位)", "")
    if len(plain) > _LONGEST:
        return None, ""
    named, unit = bracketed_unit(plain, rules)
    bare = _BRACKETS.sub("", plain)
    # What brackets explain may be what tells: 2020年(基期); 目标值(2025年).
    inside = plain.translate({ord(char): None for char in "()〔〕[]【】〈〉<>"})
    forms = (inside, bare) if not unit else (named,)
    fits = (rule for form in forms for rule, pattern in _patterns(rules) if pattern.fullmatch(form))
    measure = None
    for rule in fits:
        if rule.column != "measure":
            return rule.column, rule.id
        measure = measure or rule  # 2030年基期值(起算时点): the word that tells may stand outside the brackets
    if measure:
        return "measure", measure.id
    if unit and named:
        return "measure", next((rule.id for rule in rules.of(TableRule) if rule.column == "measure"), "")
    return None, ""


def _depth(grid: Grid, top: int, rules: RuleSet) -> int:
    """How many rows the head has: as many as its merged cells cover, or while rows of more heads follow."""
    depth = min(_DEEPEST, max(cell.rows for cell in grid.row(top)), grid.rows - top)
    while depth < _DEEPEST and top + depth < grid.rows:
        row = [cell for cell in grid.row(top + depth) if cell.row == top + depth]
        leading = grid.at(top + depth, 0)
        if leading is not None and leading.row == top + depth:
            break
        if not row or not all(meaning_of(c.words, rules)[0] or not _NUMERIC.fullmatch(c.words) for c in row):
            break
        if not any(meaning_of(cell.words, rules)[0] for cell in row):
            break
        depth += 1
    return depth


def _column(grid: Grid, index: int, top: int, depth: int, rules: RuleSet) -> Column:
    """A column by the cells of its head, the lowest one first, with those above it."""
    chain = list(
        dict.fromkeys(cell for row in range(top, top + depth) if (cell := _over(grid, row, index, top, depth)))
    )
    unit = next((unit for cell in reversed(chain) if (unit := bracketed_unit(cell.words, rules)[1])), None)
    if not chain:
        return Column(index, None, "", "", None, "", ())
    above, lowest = "".join(cell.words for cell in chain[:-1]), chain[-1].words
    if above and not bracketed_unit(lowest, rules)[0]:
        above, lowest = "", above + lowest  # the unit alone in the row below
    name = _OF_WHICH.sub("", _LEADING_TIME.sub("", _BRACKETS.sub("", bracketed_unit(lowest, rules)[0])))
    joined, low = meaning_of(above + lowest, rules), meaning_of(lowest, rules)
    high = meaning_of(above, rules) if above else (None, "")
    qualifier = ""
    if not above:
        meaning, rule = low
    elif low[0] in ("amount", "year", "measure") and high[0] in VALUES:
        meaning, rule = high
        qualifier = name if low[0] == "measure" else ""
    elif joined[0] and joined[0] != "measure":
        meaning, rule = joined
    elif low[0] and not (low[0] in VALUES and high[0] is None and low[0] not in ("year", "measure")):
        meaning, rule = low
    elif high[0] in VALUES and not low[0]:
        (meaning, rule), qualifier = high, name
    else:
        meaning, rule = None, ""
    return Column(index, meaning, rule, name, unit, qualifier, tuple(chain))


def _over(grid: Grid, row: int, index: int, top: int, depth: int) -> GridCell | None:
    """The cell of the head over a column; where no cell is merged, a blank with heads below goes on from the left."""
    cell = grid.at(row, index)
    if cell or grid.merges or row == top + depth - 1 or not grid.at(row + 1, index):
        return cell
    for left in range(index - 1, -1, -1):
        if not grid.at(row + 1, left):
            return None
        if found := grid.at(row, left):
            return found
    return None


def _settled(columns: tuple[Column, ...], grid: Grid, body: int, rules: RuleSet) -> tuple[Column, ...]:
    """The columns with what their cells tell of those whose heads are open."""
    columns = _named_or_not(_units_or_owners(columns, grid, body, rules), grid, body)
    columns = tuple(_plan_or_progress(column, grid, body, rules) for column in columns)
    return tuple(
        column.replaced(meaning=None) if column.meaning == "measure" and _is_worded(column, grid, body) else column
        for column in columns
    )


def _plan_or_progress(column: Column, grid: Grid, body: int, rules: RuleSet) -> Column:
    """实施进度 may head by when work is to be done or how far it is: cells of what is done and of shares tell."""
    if column.meaning != "due" or not column.name.endswith("进度"):
        return column
    cells = [cell.words for row in range(body, grid.rows) if (cell := grid.at(row, column.number))]
    told = any(_DONE.search(words) for words in cells)
    if not told or any(_TIME_AHEAD.search(words) for words in cells):
        return column
    rule = next((rule.id for rule in rules.of(TableRule) if rule.column == "progress"), "")
    return column.replaced(meaning="progress", rule=rule)


def _is_worded(column: Column, grid: Grid, body: int) -> bool:
    """Whether no cell of a column holds a number: 机型(例) heads examples, not amounts in 例."""
    cells = [cell.words for row in range(body, grid.rows) if (cell := grid.at(row, column.number))]
    return bool(cells) and not any(_DIGITS.search(words) for words in cells)


def _named_or_not(columns: tuple[Column, ...], grid: Grid, body: int) -> tuple[Column, ...]:
    """Where no head says what the rows are about, the first column of words beside years or targets names them."""
    meanings = {column.meaning for column in columns}
    if meanings & _ABOUT or not meanings & {"year", "target"}:
        return columns
    for column in columns:
        cells = [cell.words for row in range(body, grid.rows) if (cell := grid.at(row, column.number))]
        if column.meaning is None and cells and not any(_NUMERIC.fullmatch(words) for words in cells):
            named = column.replaced(meaning="indicator")
            return tuple(named if other is column else other for other in columns)
        if column.meaning not in ("serial", None):
            break
    return columns


def _units_or_owners(columns: tuple[Column, ...], grid: Grid, body: int, rules: RuleSet) -> tuple[Column, ...]:
    """单位 may head units of measure or the units that do the work: the cells below tell."""
    settled = []
    measured = any(column.meaning in VALUES for column in columns)
    for column in columns:
        if column.meaning == "unit":
            cells = [cell.words for row in range(body, grid.rows) if (cell := grid.at(row, column.number))]
            measures = [words for words in cells if len(words) <= 1 or is_unit(words, rules)]
            if not measured or 2 * len(measures) < len(cells):
                column = column.replaced(meaning="place")
        settled.append(column)
    return tuple(settled)
