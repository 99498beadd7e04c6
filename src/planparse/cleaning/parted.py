"""Numbers whose digits blanks set apart (新造林 6 0 0 0 亩, 2 0 3 1 年 1 2 月): closed where they are surely one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.cleaning.characters import REMOVED
from planparse.cleaning.lines import masked
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

__all__ = ["NUMBERED", "close_numbers"]

# A single blank between two digits: most texts have none, and no other place is looked at.
_PARTED = lazy_plain_pattern(r" (?<=\d )\d")
_NUMERAL = "0123456789., "
# No number is written with more characters; a longer run is a row of a table.
_LONGEST = 32
_RUN = lazy_plain_pattern(rf"[\d., ]{{1,{_LONGEST}}}")
# How far to either side of a number the punctuation of prose is looked for.
_PROSE = 60
_PROSE_MARKS = ",。;:、"

# 2 0 3 1 年, 20 31年, 到203 1年底, and in front of another year: 2 0 2 9 - 2 0 3 1 年. Not 2031年, which has no blank.
_YEAR_DIGITS = r"(?:1 ?9|2 ?0) ?\d ?\d"
_PARTED_DIGITS = r"(?:1(?=\d{0,2} ) ?9|2(?=\d{0,2} ) ?0) ?\d ?\d"
_YEAR = lazy_plain_pattern(rf"{_PARTED_DIGITS}(?= ?年| ?[-~至到] ?{_YEAR_DIGITS} ?年)")
# Looked for from the blank on, which is sooner found than a digit.
_YEAR_END = lazy_plain_pattern(r" (?<=\d )\d(?: ?\d){0,2} ?[年\-~至到]")
_MONTH = lazy_plain_pattern(r" (?<=1 )[0-2](?= ?月)")
_DAY = lazy_plain_pattern(r" (?:(?<=[12] )\d|(?<=3 )[01])(?= ?[日号])")

# 电话 and what else announces a number to dial.
_DIALLED = lazy_plain_pattern(r"(?:电 ?话|手 ?机|传 ?真|热 ?线|方 ?式|号 ?码)[^\d\n]{0,3}\Z")
_DIAL = lazy_plain_pattern(r"\d(?: ?[-()]{0,2} ?\d){6,15}")
_SINGLES = lazy_plain_pattern(r" (?<=\d )\d \d \d")
_DIALLED_REACH = 8
_DIALLED_DIGITS = range(7, 13)
_MOBILE_DIGITS = 11

NUMBERED = frozenset("图表件附例注号")
"""Behind these stands the number of a thing, to which no figure behind it belongs: 表1 120个."""
_LINE_STARTS = ("", "\n", "\f")
_FRONT = frozenset("(,:;、。“》")
_BACK = frozenset("%‰℃")
_SPAN_SIGNS = frozenset("-~")
_DATED = frozenset("月日号时")
_THOUSANDS = lazy_plain_pattern(r"[1-9]\d{0,2}(?:,\d{3}){1,3}")
_YEAR_LIKE = lazy_plain_pattern(r"(?:19|20)\d\d")
# 甲镇 3 5 个 may be a row that its place heads.
_PLACE = lazy_pattern(r" *(?:\d{1,3}[. 、] ?)?[一-鿿 ]{1,12}[镇乡村县市区局] *")
# Several digits beside a blank and another digit, in the line above or below: columns.
_COLUMNS = lazy_plain_pattern(r"\d \d\d|\d\d \d")
# 学段 2030年 2031年 合计, so far above.
_HEAD = lazy_plain_pattern(r" *[^ ,。;、:]{2,12}(?: {1,8}[^ ,。;、:]{2,12}){2,12} *")
_HEAD_REACH = 160
# Two groups of other sizes are one number of at most so many digits.
_MOST_DIGITS = 6
_FEW, _THREE = 2, 3


def close_numbers(text: str) -> str:
    """The folded text with `REMOVED` for the blanks inside numbers; its length is unchanged.

    Digits that stand apart one by one, behind Chinese words and in front of a unit, are one number (`6 0 0 0 亩`,
    `1 , 2 0 0 万元`, `2 0. 66万株`), and so are the four digits of a year and those of a month or day. Groups of
    several digits are one only in prose (`8 640万元`, `37 57亩`), where no second figure can stand behind a blank
    alone: in a row of a table the blank parts columns.
    """
    if not _PARTED.search(text):
        return text
    if _SINGLES.search(text):
        text = _DIAL.sub(_closed_dialling, text)
    if _YEAR_END.search(text):
        text = _YEAR.sub(_closed_date, text)
    for pattern in (_MONTH, _DAY):
        text = pattern.sub(_closed_date, text)
    return masked(text, _blanks_inside(text), REMOVED)


def _closed_date(match: re.Match[str]) -> str:
    """A year's, month's or day's digits, or what is behind their first, where none stands in front of them."""
    start = match.start() - match[0].startswith(" ")
    before = match.string[max(0, start - 2) : start].rstrip(" ")
    if before[-1:].isdecimal() or before[-1:] == ".":
        return match[0]
    return match[0].replace(" ", REMOVED)


def _closed_dialling(match: re.Match[str]) -> str:
    """A telephone number whose digits stand apart, all or those of one part: `0 3 9 2 - 5 5 5 0 1 2 3`."""
    words = match[0]
    digits = sum(map(str.isdecimal, words))
    parts = [part.strip(" ").split(" ") for part in words.replace("(", "-").replace(")", "-").split("-")]
    is_spaced = all(len(part) == 1 or max(map(len, part)) == 1 for part in parts)
    before = match.string[max(0, match.start() - _DIALLED_REACH) : match.start()]
    is_mobile = len(parts) == 1 and digits == _MOBILE_DIGITS and words[0] == "1"
    is_dialled = digits in _DIALLED_DIGITS and (is_mobile or _DIALLED.search(before) is not None)
    return words.replace(" ", REMOVED) if is_spaced and is_dialled else words


def _blanks_inside(text: str) -> Iterator[tuple[int, int]]:
    """The blanks inside of numbers, in order."""
    done = 0
    for parted in _PARTED.finditer(text):
        if parted.start() < done:
            continue
        lowest = max(done, parted.start() - _LONGEST)
        start = lowest + len(text[lowest : parted.start()].rstrip(_NUMERAL))
        run = _RUN.match(text, start)
        done = run.end() if run else parted.end()
        if run and (start > lowest or not start) and len(run[0]) < _LONGEST:
            for begin, end in _numbers(text, start, done):
                yield from ((at, at + 1) for at in range(begin, end) if text[at] == " ")


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a run of digits, blanks, points and commas that are one number each."""
    words = text[start:end]
    if "," not in words or _THOUSANDS.match(words.replace(" ", "")):
        stretches = [(start, end)]
    else:
        commas = [start - 1, *(at for at in range(start, end) if text[at] == ","), end]
        stretches = [(before + 1, comma) for before, comma in pairwise(commas)]
    for begin, stop in stretches:
        first = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip(" .,"))
        last = first + len(text[first:stop].rstrip(" .,"))
        if " " in text[first:last] and _is_one(text, first, last):
            yield first, last


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether the digits of a stretch, which blanks part, are one number."""
    whole, point, fraction = text[start:end].replace(",", "").partition(".")
    groups, decimals = whole.split(), fraction.split()
    if not groups or "." in fraction or (whole[0] == "0" and (len(groups) > 1 or not point)):
        return False
    if len(decimals) > 1 and max(map(len, decimals)) > 1:
        return False
    several = sum([len(group) > 1 for group in groups])
    if not _stands_before_unit(text, end, spaced=not several):
        return False
    if text[start - 1 : start] in _LINE_STARTS:
        # 1 5个村 may be the first of a list; no number but one's own rest begins with 0.
        return not several and (len(groups) > _FEW or groups[-1] == "0")
    if not _stands_behind_words(text, start):
        return False
    if _is_prose(text, start, end):
        is_short = len(groups) == _FEW and sum(map(len, groups)) <= _MOST_DIGITS
        is_mixed = several <= 1 or (is_short and not _YEAR_LIKE.fullmatch(groups[0]))
        return is_mixed or _is_thousands(groups)
    if several:
        return text[start - 1] >= "〇" and _is_thousands(groups)
    return not _is_in_columns(text, start, end)


def _is_thousands(groups: list[str]) -> bool:
    # GB/T 15835-2011 lets a blank part the thousands: 8 640万元, 1 286 400.5 公里.
    return len(groups[0]) <= _THREE and all(len(group) == _THREE for group in groups[1:])


def _stands_before_unit(text: str, end: int, *, spaced: bool) -> bool:
    """Whether a unit may stand behind a stretch; behind one of single digits a line's end may part them."""
    behind = text[end : end + 4].lstrip(" \n" if spaced else " ")
    if behind[:1] in _SPAN_SIGNS:
        return behind[1:].lstrip(" ")[:1].isdecimal()
    return behind[:1] in _BACK or (behind[:1] >= "〇" and behind[0] not in _DATED)


def _stands_behind_words(text: str, start: int) -> bool:
    """Whether Chinese words stand in front of a stretch, or the other end of a range."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    if before[-1:] in _SPAN_SIGNS and before[:-1].rstrip(" ")[-1:].isdecimal():
        return True
    return before[-1:] in _FRONT or (before[-1:] >= "〇" and before[-1] not in NUMBERED)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a sentence's punctuation stands near, in the same line: rows of tables have none."""
    before = text[max(0, start - _PROSE) : start].rpartition("\n")[2]
    after = text[end : end + _PROSE].partition("\n")[0]
    return any(mark in before or mark in after for mark in _PROSE_MARKS)


def _is_in_columns(text: str, start: int, end: int) -> bool:
    """Whether a place heads the line as it does a table's row, blanks part groups of several digits nearby, or a line
    above parts three words or more, as the head of columns does."""
    above = text[max(0, start - _HEAD_REACH) : start].split("\n")
    if _PLACE.fullmatch(above[-1]):
        return True
    below = text[end : end + _PROSE].split("\n")[:2]
    return any(map(_COLUMNS.search, (*above[-2:], *below))) or any(map(_HEAD.fullmatch, above[:-1]))
