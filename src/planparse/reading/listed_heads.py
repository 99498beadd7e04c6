"""Heads of tables whose cells stand on lines of their own: where they end, and what kind of cell each column has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_lines import UNIT
from planparse.reading.text_tables import HEAD_CELL

if TYPE_CHECKING:
    from planparse.reading.listed_lines import Line, LineRun

__all__ = ["FEWEST", "MOST", "Head", "column_kind", "listed_heads"]

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
    ("value", lazy_plain_pattern(rf"(?:到|至)?{_YEAR}(?:[(（].{{1,8}}[)）])?.{{0,6}}(?:[(（].{{1,8}}[)）])?")),
    (
        "value",
        lazy_plain_pattern(r".{0,6}(?:目标|基期|现状|规划|计划|预期|实际|完成|累计|年均)(?:值|数|量|任务数|增速|增长)"),
    ),
    ("value", lazy_plain_pattern(r"(?:任务)?(?:数量|数值|任务数|任务量|计划数)")),
    ("value", lazy_plain_pattern(r".{0,4}(?:增速|增长率|合计|总计|基期|现状)(?:[(（].{1,6}[)）])?")),
    (
        "goal",
        lazy_plain_pattern(r".{0,6}(?:目标|规划|计划|预期|完成|进展|落实)(?:任务|要求|内容|情况)?|(?:建设|工程)规模"),
    ),
    ("note", lazy_plain_pattern(r"备注|说明")),
    (
        "name",
        lazy_plain_pattern(
            r".{0,6}(?:指标|任务|事项|内容|项目|措施|举措|工作|要求)(?:名称|内容)?|(?:各?(?:县|市|区|乡|镇|村|街道|旗)){1,3}"
            r"(?:名称|别)?|地区|单位名称|名称"
        ),
    ),
)
# 人工造林(亩): an amount of its own below a place or project, or between a row's number and its unit.
_MEASURE = lazy_plain_pattern(rf"[一-龥]{{2,12}}[(（](?:单位[:：])?{UNIT}[)）]")
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
    cells: list[Line] = []
    kinds: list[str] = []
    while (line := lines.at(len(cells))) and len(cells) < MOST:
        kind = column_kind(line.words, kinds)
        if "serial" in kinds and line.kind == "serial":
            break
        if not HEAD_CELL.fullmatch(line.words) or (kind is None and "serial" not in kinds[:2]):
            break
        cells.append(line)
        kinds.append(kind or "words")
    if "serial" in kinds[:2]:
        return _numbered(lines, cells, kinds)
    if measured and kinds == ["name"] * len(kinds):
        return _measured(lines)
    if len(cells) < FEWEST or "name" not in kinds or not {"value", "goal"} & set(kinds) or kinds[0] not in _NAMES:
        return []
    return [Head(tuple(cells), tuple(kinds), len(cells))]


def _numbered(lines: LineRun, cells: list[Line], kinds: list[str]) -> list[Head]:
    """A head with a column of numbers; the group of the first row, which may stand behind it, is none of its cells."""
    first = lines.at(len(cells))
    if first is None or first.kind != "serial" or len(cells) < FEWEST:
        return []
    heads = [Head(tuple(cells), tuple(kinds), len(cells))]
    if kinds[-1] == "words" and len(cells) > FEWEST:
        shorter = Head(tuple(cells[:-1]), tuple(kinds[:-1]), len(cells) - 1)
        heads.insert(0 if kinds[0] == "group" else 1, shorter)
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
    if may_measure and _MEASURE.fullmatch(plain):
        return "value"
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(plain)), None)
