"""Tables of indicators that were flattened, each row with a word that says whether it binds: 约束性, 预期性.

As they come out of pages: cells are parted by single blanks, by line ends, or by both, and long ones are wrapped. What
tells the rows apart is the word of the last or a middle column, 约束性: every row has it. Behind the name there must be
what the columns hold, one by one; a row that has it not is left out, and the text is read there as it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planparse.patterns import lazy_plain_pattern
from planparse.reading.listed_lines import UNIT, Line
from planparse.reading.natured_heads import natured_heads
from planparse.reading.spaced_tables import table_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.reading.natured_heads import NaturedHead
    from planparse.reading.source import Table

__all__ = ["natured_tables"]

_B = r"\s{1,40}"
_NATURE = r"(?:约\s?束|预\s?期|指\s?导|导\s?向|参\s?考)\s?性(?:\s?指\s?标)?"
_NATURES = lazy_plain_pattern(rf"(?<=\s){_NATURE}(?=\s|\Z)")
_NUMBER = r"\d{1,12}(?:[,，]\d{3})*(?:[.．]\d{1,6})?"
_AMOUNT = (
    rf"[〔\[［【（(]?\s?(?:(?:[≥≤＞＜><≦≧约]|[不大小]\s?[低高少大小]?\s?于)\s?)?[-－]?{_NUMBER}(?:\s?[-~～—至]\s?{_NUMBER})?\s?(?:{UNIT})?"
    r"\s?(?:左\s?右|以\s?[上下内])?\s?[〕\]］】）)]?[*＊①-⑩]?"
)


def _spread(words: str) -> str:
    """A pattern for words that line ends and blanks may part."""
    return "|".join(r"\s?".join(word) for word in words.split("|"))


# What a column of values may say instead of a number: 基本消除, 完成省级分解任务, 持续改善.
_SAYING = (
    rf"(?:{_spread('完成|达到|满足|执行|以|待')})\s?(?:(?!完\s?成|达\s?到)[一-龥“”]\s?){{1,12}}?(?:{_spread('目标|任务|要求|指标|指标要求|下达指|为准|标准|核定')})"
    rf"|(?:{_spread('基本|全面|动态|持续|稳步|逐步|稳定|明显|有所|得到|有效|巩固|已|提前|大幅|显著|达到|稳中')}){{0,2}}\s?"
    rf"(?:(?:\s?|(?<=[一-龥]))(?:{_spread('消除|清零|改善|提升|提高|下降|降低|向好|减少|增加|保障|保持|稳定|好转|完成|达标|预期|有升|有降')})){{1,2}}"
    rf"|{_spread('不降低|不减少|不增加|不上升|不下降|未完成|无|有')}"
)
_VALUE = rf"(?:{_AMOUNT}|[-—–―－/]{{1,3}}|{_SAYING})"
_CELLS = {
    "value": _VALUE,
    "unit": rf"(?:{UNIT}|[十百千万亿]{{0,3}}吨\s?标准?煤|克\s?标准?煤/\S{{1,6}}|[μµu]g/m\s?[3³]|微克\s?/\s?立方米"
    r"|毫克\s?/\s?升|mg/L|起/\S{1,5}|无量纲|[-—–/]{1,2})",
    "nature": _NATURE,
}
_GAP = 300
_LONGEST_NAME = 90
_PAGE = lazy_plain_pattern(r"(?:\A|(?<=\n))[^\S\n]*[-—–－ ]{0,4}\d{1,4}[-—–－ ]{0,4}[^\S\n]*(?=\n)")
_END = lazy_plain_pattern(r"。|\n\s*(?:备\s?)?注\s?[:：\d]|\n\s*第[一二三四五六七八九十]{1,3}[章节]\s")
# The mark in front of a name that has no column of its own: 3. or （3）.
_MARK = lazy_plain_pattern(r"(?:\A|\n)\s*(?=[（(]\d{1,2}[）)])|(?<!\S)(?=\d{1,2}[.、．](?!\d))")
_NUMERAL = lazy_plain_pattern(r"(?<!\S)(\d{1,3})[.、．]?(?=\s)")
# What is no part of a name: a number that stands alone, a value in brackets, or what else columns of values say; nor
# the name of a part behind that of the whole, whose own values stand elsewhere.
_ALONE = lazy_plain_pattern(
    r"(?<!\S)(?:[≥≤＞＜><]?\d+(?:\.\d+)?[%％]?(?!\s?[万亿年])|[〔\[［][^\s]{1,12}[〕\]］]|[-—–/]{1,2}[*＊]?|[^\s\d]{0,6}属\s?性)(?!\S)"
    r"|(?<=\S)\s+(?:(?:完成|达到)[^\n]{0,10}|基本消除|持续下降)\Z|.\s*其中|，(?!\S)"
)
_GROUP = lazy_plain_pattern(r"[一-龥（）()、\s]{1,30}")
_SHORT = 5
_MOST_LOST = 8
_LINE = lazy_plain_pattern(r"\S[^\n]*")
_IN_LINE = lazy_plain_pattern(r"([（(]?[一-龥]{2,6})[^\S\n]+(?=[一-龥])")
_NO_GROUP = frozenset(("单位", "县级", "地级", "其中"))


class _Row(NamedTuple):
    """The cells of a row, column by column, and where it ends."""

    cells: tuple[tuple[Line, ...], ...]
    end: int


def natured_tables(text: str) -> Iterator[Table]:
    """The flattened tables of a plain text with a column of 约束性 and 预期性, in pieces that have the head each."""
    done, above = 0, None
    last: NaturedHead | None = None
    for head in natured_heads(text):
        if head.start < done:
            continue
        is_repeated = last is not None and head.kinds == last.kinds and head.start - done < _GAP
        for table in table_pieces(text, head.cells, _pieces(text, head)):
            above, done, last = above if is_repeated else table.caption, table.end, head
            yield table.replaced(caption=above)


def _pieces(text: str, head: NaturedHead) -> list[list[Sequence[Sequence[Line]]]]:
    """The rows below a head that are whole, gathered where nothing parts them."""
    pieces: list[list[Sequence[Sequence[Line]]]] = [[]]
    begin, number, lost = head.end, 0, False
    for nature in _NATURES.finditer(text, head.end, head.limit):
        if nature.start() < begin:
            continue
        if nature.start() - begin > _GAP or _END.search(text, begin, nature.start()):
            break
        row, numeral = _row(text, head, begin, nature.span(), number, lost=lost)
        number = numeral or number
        if row:
            pieces[-1].append(row.cells)
            begin, lost = row.end, False
        else:
            pieces.append([])
            begin, lost = nature.end(), head.nature < len(head.kinds) - 1
    return pieces


def _row(
    text: str, head: NaturedHead, begin: int, nature: tuple[int, int], last: int, *, lost: bool
) -> tuple[_Row | None, int]:
    """The row whose word of nature stands at a place, and its number; None where its cells do not fit the columns.

    `lost`: the row above could not be read, so that what stands in front of the name may be its rest.
    """
    ahead, behind = _patterns(head.kinds[head.name + 1 : head.nature], head.kinds[head.nature + 1 :])
    tail = ahead.search(text, begin, nature[0])
    after = behind.match(text, nature[1])
    if not tail or not after:
        return None, 0
    name = _name(text, head, begin, tail.start(), last, lost=lost)
    if name is None:
        return None, 0
    group, serial, words = name
    cells: list[tuple[Line, ...]] = []
    for kind in head.kinds[: head.name]:
        span = serial if kind == "serial" else group
        cells.append(_lines(text, span))
    cells.append(_lines(text, words))
    cells += [_lines(text, tail.span(at + 1)) for at in range(ahead.groups)]
    cells.append(_lines(text, nature))
    cells += [_lines(text, after.span(at + 1)) for at in range(behind.groups)]
    numeral = int("".join(c for c in text[slice(*serial)] if c.isdecimal()) or 0) if serial else 0
    return _Row(tuple(cells), after.end()), numeral


def _lines(text: str, span: tuple[int, int] | None) -> tuple[Line, ...]:
    span = _trimmed(text, *span) if span else (0, 0)
    return (Line(*span, text[slice(*span)]),) if span[0] < span[1] else ()


@cache
def _patterns(ahead: tuple[str, ...], behind: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between name and nature, up to the nature, and what stands behind it; a group for each cell."""
    before = "".join(rf"\s{{1,40}}({_CELLS[kind]})" for kind in ahead)
    after = "".join(rf"\s{{1,40}}({_CELLS[kind]})" for kind in behind)
    return re.compile(rf"(?:(?<=\S)|(?<=\A)){before}\s{{1,40}}\Z"), re.compile(rf"{after}(?=\s|\Z)")


_Span = tuple[int, int]


def _name(
    text: str, head: NaturedHead, begin: int, end: int, last: int, *, lost: bool
) -> tuple[_Span | None, _Span | None, _Span] | None:
    """The spans of a row's group, number and name in front of its values; None where they cannot be told."""
    is_numbered = "serial" in head.kinds[: head.name]
    while page := _PAGE.match(text, _trimmed(text, begin, end)[0], end):
        if is_numbered and page[0].strip().isdecimal() and _goes_on(int(page[0]), last):
            break
        begin = page.end()
    serial: _Span | None = None
    start = begin
    if is_numbered:
        numerals = (n for n in _NUMERAL.finditer(text, begin, end) if not last or _goes_on(int(n[1]), last))
        if numeral := next(numerals, None):
            serial, start = numeral.span(), numeral.end()
            if head.kinds[head.name - 1] == "group":
                start = _behind_group(text, start, end, is_grouped=True)
        elif lost or end - begin > _GAP // 10:
            return None
        elif "group" in head.kinds:
            start = _behind_group(text, begin, end, is_grouped=False)
    elif marks := list(_MARK.finditer(text, begin, end)):
        if len(marks) > 1:
            return None  # rows above have lost the word of their nature
        start = marks[0].end()
    elif lost:
        return None
    else:
        start = _behind_group(text, begin, end, is_grouped="group" in head.kinds)
    name = _trimmed(text, start, end)
    words = text[slice(*name)]
    if not 2 <= len(words) <= _LONGEST_NAME or _ALONE.search(words) or not any("一" <= c <= "龥" for c in words):
        return None
    is_behind = serial is not None and head.kinds[head.name - 1] == "group"
    group = _trimmed(
        text, serial[1] if serial and is_behind else begin, serial[0] if serial and not is_behind else start
    )
    has_group = "group" in head.kinds[: head.name] and _GROUP.fullmatch(text, *group)
    return (group if has_group else None), serial, name


def _goes_on(number: int, last: int) -> bool:
    """Whether a row's number may follow another: rows between may not have been read, and groups count anew."""
    return last < number <= last + _MOST_LOST or number == 1


def _behind_group(text: str, begin: int, end: int, *, is_grouped: bool) -> int:
    """Where the name begins behind the lines of its group, which are shorter than a name's that is wrapped."""
    lines = list(_LINE.finditer(text, begin, end))
    at = 0
    while at + 1 < len(lines) and len(lines[at][0].strip()) <= _SHORT:
        at += 1
    if not lines:
        return end
    if at and end - lines[at].start() <= max(len(line[0].strip()) for line in lines[:at]):
        at = 0  # the last is no longer: a name that is wrapped in a narrow column
    start = lines[at].start()
    if is_grouped and (inside := _IN_LINE.match(text, start, end)) and inside[1] not in _NO_GROUP:
        return inside.end()
    return start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))
