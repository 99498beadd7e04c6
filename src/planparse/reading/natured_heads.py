"""Heads of flattened tables of indicators that have a column of 属性: where they stand and what their columns are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["NaturedHead", "natured_heads"]

_NATURE = lazy_plain_pattern(r"(?:属\s{0,3}性|性\s{0,3}质)(?=\s)")
_WORD = lazy_plain_pattern(r"\S+")
_PLAN = r"[“\"]?十[二三四五六七]五[”\"]?"
_YEAR = rf"(?:20\d\d年?|{_PLAN})(?:度|底|末|期?末|期间|时期|规划)?"
_SAID = r"(?:现状|基期|基准|基数|目标|规划|实际|实现|完成|预期|计划|预计|累计|考核|展望)"
_VALUED = rf"{_SAID}{{1,3}}(?:年|值|数|(?<![现实][状现]完成)情况|水平|目标|任务)?"
# What the words of a head say of the cells below, without the blanks in them. The first that fits.
_COLUMNS = (
    ("serial", lazy_plain_pattern(r"序号|编号")),
    ("group", lazy_plain_pattern(r"(?:指标)?(?:类别|类型|分类|领域|类)|专栏|一级指标")),
    ("unit", lazy_plain_pattern(r"(?:计量|计算)?单位")),
    ("nature", lazy_plain_pattern(r"(?:指标)?(?:属性|性质)")),
    (
        "value",
        lazy_plain_pattern(
            rf"(?:到|至)?{_YEAR}(?:[（(]?{_VALUED}[)）]?|情况)?|{_VALUED}(?:[（(]?{_YEAR}[)）]?)?"
            rf"|(?:(?:五年|5年)?累计(?:值|目标|减排量)?|(?:{_PLAN})?(?:年均|累计)(?:增速|增长率?|增|累计)?)(?:[（(〔\[].{{1,8}}[)）〕\]])?"
        ),
    ),
    (
        "name",
        lazy_plain_pattern(
            r"(?:主要|具体|规划|目标)?指标(?:名称|体系|内容)?[①-⑩]?(?:[（(](?:计量)?单位[)）])?|项目|名称"
        ),
    ),
)
_FARTHEST, _MOST_WORDS, _MOST_PARTS = 160, 36, 8
_SPANNING = frozenset(("规划目标", "目标", "规划值", "目标值"))
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")

_Column = tuple[str, int, int]


class NaturedHead(NamedTuple):
    """The cells of a head, the kinds of its columns, the columns of the name and of 属性, and where the next begins."""

    cells: tuple[Line, ...]
    kinds: tuple[str, ...]
    name: int
    nature: int
    limit: int

    @property
    def start(self) -> int:
        """Where the first cell begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where the last cell ends."""
        return max(cell.end for cell in self.cells)


def natured_heads(text: str) -> Iterator[NaturedHead]:
    """The heads of a plain text that have a column of 属性 behind their name, in order."""
    last: NaturedHead | None = None
    for match in _NATURE.finditer(text):
        found = _head(text, match.start(), match.end())
        if found is None:
            continue
        if last:
            yield last._replace(limit=found.start)
        last = found
    if last:
        yield last


def _head(text: str, start: int, end: int) -> NaturedHead | None:
    """The head whose 属性 stands at a place; None where not all words around it head columns."""
    before = [word.span() for word in _WORD.finditer(text, max(0, start - _FARTHEST), end)][-_MOST_WORDS:]
    behind = [word.span() for word in _WORD.finditer(text, end, end + _FARTHEST)][:_MOST_WORDS]
    more: list[_Column] | None = None
    for nature in range(max(0, len(before) - _MOST_PARTS), len(before)):
        if _kind(_plain(text, before[nature][0], end)) != "nature":
            continue
        for columns in _ending(text, before[:nature]):
            columns = [*columns, ("nature", before[nature][0], end)]
            more = _beginning(text, behind) if more is None else more
            if len(more) > 1 and _plain(text, *columns[-2][1:]) in _SPANNING:
                # 规划目标 stands above the columns that follow, which a page names below it: 属性 is the last.
                head = _of_columns(text, [*columns[:-2], *more, columns[-1]])
            else:
                head = _of_columns(text, [*columns, *more])
            if head:
                return head
    return None


def _of_columns(text: str, columns: Sequence[_Column]) -> NaturedHead | None:
    kinds = tuple(kind for kind, _, _ in columns)
    if kinds.count("name") != 1 or kinds.count("nature") != 1 or "value" not in kinds:
        return None
    name, nature = kinds.index("name"), kinds.index("nature")
    front = set(kinds[:name])
    if nature < name or not front <= {"serial", "group"} or {"serial", "group"} & set(kinds[name:]):
        return None
    cells = tuple(Line(start, end, text[start:end]) for _, start, end in columns)
    return NaturedHead(cells, kinds, name, nature, len(text))


def _ending(text: str, words: Sequence[tuple[int, int]]) -> Iterator[list[_Column]]:
    """The fewest columns that some words head up to the last, from each that begins a line; the longest first."""
    best: dict[int, list[_Column]] = {len(words): []}
    for first in range(len(words) - 1, -1, -1):
        reached = [stop for stop in range(first + 1, min(len(words), first + _MOST_PARTS) + 1) if stop in best]
        if not reached:
            break
        for stop in sorted(reached, key=lambda at: len(best[at])):
            start, end = words[first][0], words[stop - 1][1]
            if (kind := _kind(_plain(text, start, end))) and kind != "nature":
                best[first] = [(kind, start, end), *best[stop]]
                break
    for first in sorted(best)[:-1]:
        start = words[first][0]
        line = text.rfind("\n", max(0, start - _FARTHEST), start)
        if (line >= 0 or start < _FARTHEST) and not text[max(line, 0) : start].strip():
            yield best[first]


def _beginning(text: str, words: Sequence[tuple[int, int]]) -> list[_Column]:
    """The columns of values that the first of some words head, as far as they do; the fewest."""
    best: dict[int, list[_Column]] = {0: []}
    for stop in range(1, len(words) + 1):
        reached = [first for first in range(max(0, stop - _MOST_PARTS), stop) if first in best]
        if not reached:
            break
        for first in sorted(reached, key=lambda at: len(best[at])):
            start, end = words[first][0], words[stop - 1][1]
            if _kind(_plain(text, start, end)) == "value":
                best[stop] = [*best[first], ("value", start, end)]
                break
    return best[max(best)]


def _plain(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split()).translate(_WIDE)


@lru_cache(maxsize=1024)  # each word is asked for alone and with those around it
def _kind(words: str) -> str | None:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(words)), None)
