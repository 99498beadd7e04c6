"""Heads of tables whose cells stand on lines of their own: where they end, and what kind of cell each column has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_lines import UNIT
from planparse.reading.text_tables import HEAD_CELL

if TYPE_CHECKING:
    from planparse.reading.listed_lines import Line, LineRun

__all__ = ["FEWEST", "MOST", "Head", "column_kind", "headed", "listed_heads"]

FEWEST, MOST = 3, 12
_YEAR = r"(?:20\d\d年?(?:度|底|末)?|[“\"]?十[二三四五六七八九]五[”\"]?(?:期?末|期间|时期)?|上年|去年|当年)"
_TIME = r"(?:年限|工期|时限|时间|期限|进度(?:安排|计划)?)"
# What the words of a head say of the cells below it; blanks within are left out. The first that fits.
_COLUMNS = (
    ("serial", lazy_plain_pattern(r"序号|编号")),
    ("group", lazy_plain_pattern(r".{0,6}(?:类别|类型|分类|领域|板块|维度|方面)|考核项目|[一二]级指标")),
    ("unit", lazy_plain_pattern(r"(?:计量|指标)?单位")),
    ("nature", lazy_plain_pattern(r"(?:指标)?(?:属性|性质)|指标类型")),
    ("phone", lazy_plain_pattern(r".{0,4}(?:电话|联系方式)")),
    ("person", lazy_plain_pattern(r".{0,4}(?:责任人|负责人|联系人|领导|联络员)")),
    ("owner", lazy_plain_pattern(r".{1,6}(?:单位|部门|主体|科室|股室|处室)")),
    ("time", lazy_plain_pattern(rf".{{0,6}}{_TIME}.{{0,2}}")),
    ("value", lazy_plain_pattern(rf"(?:到|至)?{_YEAR}(?:[(（].{{1,8}}[)）])?.{{0,6}}(?:[(（].{{1,20}}[)）])?")),
    (
        "value",
        lazy_plain_pattern(
            r".{0,6}(?:目标|基期|现状|规划|计划|预期|实际|完成|累计|年均)(?:值|数|量|任务数|增速|增长|增)"
            r"(?:[(（〔\[].{1,8}[)）〕\]])?"
        ),
    ),
    ("value", lazy_plain_pattern(r"(?:任务)?(?:数量|数值|任务数|任务量|计划数)")),
    ("value", lazy_plain_pattern(r".{0,4}(?:增速|增长率|合计|总计|累计|基期|现状)(?:[(（〔\[].{1,8}[)）〕\]])?")),
    (
        "goal",
        lazy_plain_pattern(r".{0,6}(?:目标|规划|计划|预期|完成|进展|落实)(?:任务|要求|内容|情况)?|(?:建设|工程)规模"),
    ),
    ("note", lazy_plain_pattern(r"备注|说明")),
    (
        "name",
        lazy_plain_pattern(
            r".{0,6}(?:指标|任务|事项|内容|项目|措施|举措|工作|要求)(?:名称|内容)?|(?:各?(?:县|市|区|乡|镇|村|街道|旗)){1,3}"
            r"(?:名称|别)?|地区|(?:单位|科目)?名称|科目"
        ),
    ),
)
# 人工造林(亩): an amount of its own below a place or project, or between a row's number and its unit.
_MEASURE = lazy_plain_pattern(rf"[一-龥]{{2,12}}[(（](?:单位[:：])?{UNIT}[)）]")
# 〔累计〕, (基期): a line that goes on with the cell above it; not 〔1.5〕, which is a value.
_IN_BRACKETS = lazy_plain_pattern(r"[(（〔\[【](?![-\d.,]+[%％]?[)）〕\]】])[^()（）〔〕\[\]【】]{1,10}[)）〕\]】]")
_BARE_YEAR = lazy_plain_pattern(rf"(?:到|至)?{_YEAR}")
_WHICH_VALUE = lazy_plain_pattern(r"(?:规划|目标|基期|基数|现状|计划|预期|预计|实际|完成|任务)(?:值|数|量|情况|水平)?")
_LONGEST_BROKEN = 12
_NUMBERS = ("value", "serial", "blank")
_NAMES = ("name", "group")


class Head(NamedTuple):
    """The cells of a head and the kinds of their columns; `body` is the number of the first line below it."""

    cells: tuple[Line, ...]
    kinds: tuple[str, ...]
    body: int

    @property
    def has_serial(self) -> bool:
        """Whether each row begins with its number, perhaps behind its group."""
        return "serial" in self.kinds[:2]


def listed_heads(lines: LineRun, *, measured: bool = False) -> list[Head]:
    """What may be the head at the beginning of a run of lines, the likeliest first; none where there is none.

    With a column of numbers the head goes on until the first number, and may have any words in it; else only words that
    are known to head columns belong to it, and among them must be a name and a value. `measured`: the line above states
    a unit, so that the names of places or projects have columns of numbers beside them, whatever heads these.
    """
    heads: list[Head] = []
    for merging in (False, True):
        cells, kinds, body = _cells(lines, merging=merging)
        if heads and len(cells) == len(heads[0].cells):
            break
        heads += _of_cells(lines, Head(tuple(cells), tuple(kinds), body), measured=measured)
    return heads


def headed(lines: LineRun) -> list[Line]:
    """The lines that surely are cells of a head, of which a value, though below them no row can be made out."""
    cells, kinds, _ = _cells(lines, merging=False)
    known = [cell for cell, kind in zip(cells, kinds, strict=True) if kind != "words"]
    return known if len(known) >= FEWEST and "value" in kinds and ("name" in kinds or "serial" in kinds) else []


def _of_cells(lines: LineRun, read: Head, *, measured: bool) -> list[Head]:
    """What may be the head whose cells were read as far as they can be some."""
    kinds = read.kinds
    if "serial" in kinds[:2]:
        return _numbered(lines, read)
    if measured and kinds == ("name",) * len(kinds):
        return _measured(lines)
    if kinds[:1] not in (("name",), ("group",)):
        return []
    # 2030年, 2035年, 粮食产量(万吨): the last may be the first row's name.
    heads = [read]
    if (named := next((at for at, cell in enumerate(read.cells) if _is_measure(cell.words)), 0)) >= FEWEST:
        begin = read.cells[named].start
        body = next(at for at in range(named, read.body) if (line := lines.at(at)) and line.start == begin)
        heads.append(Head(read.cells[:named], kinds[:named], body))
    return [head for head in heads if _is_known(head.kinds)]


def _is_known(kinds: tuple[str, ...]) -> bool:
    return len(kinds) >= FEWEST and "name" in kinds and bool({"value", "goal"} & set(kinds))


def _cells(lines: LineRun, *, merging: bool) -> tuple[list[Line], list[str], int]:
    """The cells of a head with their kinds, and the number of the line behind it; cells may be broken over two lines.

    `merging`: what says which value a year has (目标值 below 2035年) belongs to the year's cell.
    """
    cells: list[Line] = []
    kinds: list[str] = []
    at = 0
    while (line := lines.at(at)) and len(cells) < MOST:
        if ("serial" in kinds and line.kind == "serial") or not HEAD_CELL.fullmatch(line.words):
            break
        at += 1
        if cells and _goes_on(cells[-1], line, merging=merging):
            cells[-1] = _joined(cells[-1], line)
            continue
        kind = column_kind(line.words, kinds)
        if kind is None and "serial" not in kinds[:2]:
            below = lines.at(at)
            if below is None or not _is_broken(line, below):
                at -= 1
                break
            line, kind, at = _joined(line, below), "value", at + 1
        cells.append(line)
        kinds.append(kind or "words")
    return cells, kinds, at


def _goes_on(cell: Line, line: Line, *, merging: bool) -> bool:
    """Whether a line of a head belongs to the cell above it: 〔累计〕, or the value that a year's column has."""
    if _IN_BRACKETS.fullmatch(line.words):
        return True
    return merging and _BARE_YEAR.fullmatch(cell.words) is not None and _WHICH_VALUE.fullmatch(line.words) is not None


def _is_broken(line: Line, below: Line) -> bool:
    """Whether two lines of a head are one cell of a column of values: 年均, 增速."""
    if below.kind in _NUMBERS or len(line.words) + len(below.words) > _LONGEST_BROKEN:
        return False
    return column_kind(below.words, []) in ("value", None) and column_kind(line.words + below.words, []) == "value"


def _joined(cell: Line, line: Line) -> Line:
    return cell._replace(end=line.end, words=cell.words + line.words)


def _numbered(lines: LineRun, read: Head) -> list[Head]:
    """A head with a column of numbers; the group of the first row, which may stand behind it, is none of its cells."""
    cells, kinds, body = read
    first = lines.at(body)
    if first is None or first.kind != "serial" or len(cells) < FEWEST:
        return []
    heads = [read]
    if kinds[-1] == "words" and len(cells) > FEWEST:
        heads.insert(0 if kinds[0] == "group" else 1, Head(cells[:-1], kinds[:-1], body - 1))
    return heads


def _measured(lines: LineRun) -> list[Head]:
    """The head above rows of a name and numbers: the first row tells how many columns there are."""
    first = next((at for at in range(MOST + 2) if (line := lines.at(at)) and line.kind in _NUMBERS), 0)
    across = 0
    while across <= MOST and (line := lines.at(first + across)) and line.kind in _NUMBERS:
        across += 1
    cells = tuple(line for at in range(first - 1) if (line := lines.at(at)) and HEAD_CELL.fullmatch(line.words))
    if across < 1 or len(cells) != across + 1 or first != across + 2:
        return []
    return [Head(cells, ("name", *["value"] * across), first - 1)]


def column_kind(words: str, before: list[str]) -> str | None:
    """The kind of the column that some words head, behind columns of the kinds `before`; None: unknown words."""
    plain = "".join(words.split())
    may_measure = "serial" in before or (before[:1] == ["name"] and set(before[1:]) <= {"value"})
    if may_measure and _is_measure(plain):
        return "value"
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(plain)), None)


def _is_measure(words: str) -> bool:
    return _MEASURE.fullmatch("".join(words.split())) is not None
