"""Headings that run on in one line with what stands around them, as portals flatten documents: each gets its own line.

`…可辐射全县。(二)主要成效1.灌溉面积达到3万亩。三、发展目标到2031年,产量达到9万吨。`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.headings import read_heading
from planparse.outline.kinds import kind_words
from planparse.outline.numbering import Number, read_number
from planparse.outline.shapes import shape_as
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.headings import HeadingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.cleaning.text import CleanText
    from planparse.reading.source import SourceText
    from planparse.rules import RuleSet

__all__ = ["opening_cut", "part_headings"]

# 一、, (一) and 第一章. Not 一、二年级, 第一节课. Digits count steps inside a paragraph as well: they are looked
# at behind a heading alone.
_NUMERALS = frozenset("一二三四五六七八九十")
_NUMBER = lazy_plain_pattern(
    r"[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}[、类级次线产季月年等者])"
    r"|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}(?:章|节(?!课))"
)
# What ends such a number, which most characters do not: quicker to find than what begins one. Each on its own, as `re`
# skips ahead to a character, and not nearly so fast to one of several.
_NUMBER_ENDS = {end: lazy_plain_pattern(rf"{re.escape(end)}(?<=[一二三四五六七八九十].)") for end in "、)章节"}
_MARGIN = " \t\u3000"
_STOPS = frozenset("。!?")
# Behind these a heading is one only where its words tell a kind.
_WEAK = frozenset(":;)")
_CLOSERS = frozenset('”’"》】)')
# The brackets and quotes in which a number may stand, looked for so far in front of it.
_PAIRS = ("“”", "《》", "()")
_QUOTED = 120
_BRACKETED = "heading/han-bracket"
_LONGEST_TITLE = 60
_TITLE_ENDS = frozenset("案划结点见法要)")
# How many characters a heading has that text runs on from without any mark, and how many behind it are looked at.
_SHORTEST, _LONGEST = 2, 16
# Those with fewer (资金, 进度) are subjects of a sentence as well, but for 现状 and 目标.
_SHORTEST_OTHERS = 4
_SHORT = frozenset(("status", "goal"))
# 二、项目资金 投入30万元: behind a blank, what the words in front of it are the subject of.
_PREDICATES = ("投入", "到位", "达", "为", "共")
_LOOK = 160
_OPENING = 40
_SENTENCE = ",。;:"
_OF_TITLES = r"[\p{Han}“”、,]"
_TITLE = lazy_quick_pattern(rf"(?:20\d\d年度?)?{_OF_TITLES}{{2,20}}")
_DIGIT = lazy_plain_pattern(r"\d")
# One of these stands in whatever runs on behind a heading's words.
_RUNS_ON = lazy_plain_pattern(rf"[{_SENTENCE}\d(第]")
# The number of the first item right behind a heading's words; not 附件1、, 表1.
_FIRST = lazy_quick_pattern(
    r"(?<![件表图例第注号约和及至为是有共])(?:\((?P<han>一)\)|\(1\)|1[.、]|第一节)(?=[\p{Han}“])"
)
# A row of items goes on behind the end of a sentence, not further than this.
_ENDED = frozenset("。;!?)")
_REACH = 4000
_LONGEST_ITEM = 20
_table_start = attrgetter("start")


class _Line(Record):
    """A line: `start:end`, and whether it is a row of a table, in which nothing is parted."""

    __slots__ = ("end", "in_table", "start")

    def __init__(self, start: int, end: int, in_table: bool) -> None:
        self.start = start
        self.end = end
        self.in_table = in_table


@cache
def _openings(rules: RuleSet) -> tuple[re.Pattern[str], tuple[tuple[HeadingRule, regex.Pattern[str]], ...]]:
    """Any opening behind what can be a title, and the openings of each rule."""
    found = [rule for rule in rules.of(HeadingRule) if rule.part == "opening"]
    each = ["|".join(f"(?:{word})" for word in rule.words) for rule in found]
    either = lazy_quick_pattern(rf"(?:20\d\d年度?)?{_OF_TITLES}{{2,{_LONGEST}}}?(?:{'|'.join(each) or '(?!)'})")
    return either, tuple(zip(found, map(lazy_pattern, each), strict=True))


def part_headings(text: CleanText, source: SourceText, rules: RuleSet) -> CleanText:
    """The text with a line for each heading behind whose words text runs on, or that stands behind a sentence's end.

    A number alone makes no heading: the words behind it tell the kind of a section, or its row goes on
    (一、…。二、…。).
    """
    breaks = sorted({*_breaks(text, source, rules)})
    return text.parted(breaks) if breaks else text


def opening_cut(words: str, level: int, rules: RuleSet) -> tuple[int, int, str] | None:
    """Where text opens behind a heading's words with no mark between (发展目标|到2031年…), where that opening ends, and
    whose rule's it is; None where `words`, which a heading's number of `level` opens, do not run on so."""
    either, each = _openings(rules)
    if not either.match(words, 0, _OPENING):  # as most are
        return None
    for rule, opening in each:
        for match in opening.finditer(words, _SHORTEST, _OPENING, overlapped=True):
            cut = match.start()
            if cut > _LONGEST:
                break
            kind = _kind(words[:cut], level, rules) if _TITLE.fullmatch(words, 0, cut) else None
            if kind in rule.behind and (cut >= _SHORTEST_OTHERS or kind in _SHORT):
                return cut, match.end(), rule.id
    return None


def _breaks(text: CleanText, source: SourceText, rules: RuleSet) -> Iterator[int]:
    """The offsets at which a line has to begin, none of which begins one."""
    words, line, cut = text.text, _Line(0, -1, in_table=False), -1
    has_columns = "|" in words or "\t" in words
    last: dict[str, int] = {}  # the number that opened a line last, of each style
    for start in _numbers(words):
        if start > line.end:
            line, cut = _line(text, start, source), -1
        is_first = start == line.start or not words[max(line.start, start - _LOOK) : start].strip(_MARGIN)
        is_sure = is_first or start == cut
        number = read_number(words[start : min(line.end, start + _LOOK)], rules)
        if number is None or line.in_table or (has_columns and _is_cell(words, line, start)):
            continue
        goes_on = last.get(number.style, 0 if start == cut else None) == number.value - 1
        is_likely = is_sure or _may_begin(words, line, start, rules)
        if not is_likely and (not goes_on or number.level > 1 or _is_inside(words, line, start)):
            continue
        behind = _end_of_title(text, start + number.end, line.end, number, rules)
        if (
            is_first
            or behind
            or (is_likely and _heads(words, start, line, number, rules, is_sure=is_sure, goes_on=goes_on))
        ):
            last[number.style] = number.value
            if not is_first:
                yield start
            if behind:
                cut = behind
                last.pop(_BRACKETED if number.level == 1 else "", None)
                yield cut
                yield from _items(words, cut, line.end)


def _numbers(words: str) -> Iterator[int]:
    """Where the numbers begin with which a heading may open."""
    ends = [found.start() for end, its in _NUMBER_ENDS.items() if end in words for found in its.finditer(words)]
    for end in sorted(ends):
        start = end - 1
        while start and words[start - 1] in _NUMERALS and end - start < 3:
            start -= 1
        start -= words[end] != "、"
        if start >= 0 and _NUMBER.match(words, start):
            yield start


def _line(text: CleanText, start: int, source: SourceText) -> _Line:
    words = text.text
    begin = words.rfind("\n", 0, start) + 1
    end = words.find("\n", start)
    end = len(words) if end < 0 else end
    if not source.tables:
        return _Line(begin, end, in_table=False)
    place = text.source_start(begin)
    table = bisect_right(source.tables, place, key=_table_start) - 1
    return _Line(begin, end, in_table=table >= 0 and place < source.tables[table].end)


def _is_cell(words: str, line: _Line, start: int) -> bool:
    """Whether an offset stands beside a mark that parts columns."""
    around = max(line.start, start - _LOOK), min(line.end, start + _LOOK)
    return words.find("|", *around) >= 0 or words.find("\t", *around) >= 0


def _may_begin(words: str, line: _Line, start: int, rules: RuleSet) -> bool:
    """Whether a heading may begin within a line: behind a sentence's end or a title, in no bracket or quote."""
    front = words[start - 1]
    if front in _STOPS or front in _WEAK or front in _CLOSERS:
        return not _is_inside(words, line, start)
    return front in _TITLE_ENDS and _titles(words, line, start, rules)


def _is_inside(words: str, line: _Line, start: int) -> bool:
    """Whether an offset stands within a bracket or a quote."""
    low = max(line.start, start - _QUOTED)
    return any(words.rfind(pair[0], low, start) > words.rfind(pair[1], low, start) for pair in _PAIRS)


def _titles(words: str, line: _Line, start: int, rules: RuleSet) -> bool:
    """Whether a line has nothing but a plan's title in front of an offset."""
    is_short = start - line.start <= _LONGEST_TITLE
    return is_short and shape_as("title", words[line.start : start], rules) is not None


def _heads(
    words: str, start: int, line: _Line, number: Number, rules: RuleSet, *, is_sure: bool, goes_on: bool
) -> bool:
    """Whether a number within a line opens a heading that a mark ends: by its words, or as its row goes on."""
    heading = read_heading(words[start : min(line.end, start + _LOOK)], number, start, 0, rules)
    if heading is None or not (heading.run_in or heading.end == line.end):
        return False
    if heading.kinds != ("other",):
        return True
    front = words[start - 1]
    is_ended = is_sure or front in _STOPS or (front in _CLOSERS and words[start - 2] in _STOPS)
    return goes_on and is_ended and heading.run_in and len(heading.title) <= _LONGEST_ITEM


def _end_of_title(text: CleanText, start: int, stop: int, number: Number, rules: RuleSet) -> int | None:
    """Where the words of a heading end from which text runs on with no mark between; None where none does.

    They tell a kind, and behind them stands the number of a first item, or words with which text begins, or the source
    has a blank; or they stand in front of a row of items.
    """
    rest = text.text[start : min(stop, start + _LOOK)]
    if not _RUNS_ON.search(rest):
        return None
    head = rest[2 : _LONGEST_ITEM + 4]
    item = _FIRST.search(rest, 2, _LONGEST_ITEM + 4) if "1" in head or "一" in head else None
    if item and not (item["han"] and number.style == _BRACKETED):
        cut = item.start()
        is_title = _TITLE.fullmatch(rest, 0, cut) is not None
        if is_title and (_kind(rest[:cut], number.level, rules) or any(_items(text.text, start + cut, stop))):
            return start + cut
    cut = 0
    if opened := opening_cut(rest, number.level, rules):
        cut = opened[0]
    elif (
        (blank := _blank(text, start, len(rest)))
        and not rest.startswith(_PREDICATES, blank)
        and _kind(rest[:blank], number.level, rules)
    ):
        cut = blank
    if not cut or not (has_any(rest[cut:], _SENTENCE) or _DIGIT.search(rest, cut)):
        return None
    return start + cut


def _blank(text: CleanText, start: int, size: int) -> int:
    """How many characters stand before the first blank that the source has behind an offset; 0 for too few or many.

    A text whose every letter is spaced has one behind the first.
    """
    starts = text.clean_starts
    for run in range(bisect_right(starts, start), len(starts)):
        length = starts[run] - start
        if length > _LONGEST or length >= size:
            break
        end, begin = text.source_ends[run - 1], text.source_starts[run]
        if end < begin:
            is_parted = length >= _SHORTEST_OTHERS and "\n" not in text.source[end:begin]
            return length if is_parted and _TITLE.fullmatch(text.text, start, start + length) else 0
    return 0


def _kind(title: str, level: int, rules: RuleSet) -> str | None:
    """The kind of a heading that ends in a kind's words."""
    known = kind_words(title, level, rules, numbered=True)
    return known[-1].kind if known and known[-1].end == len(title) else None


def _items(words: str, start: int, stop: int) -> Iterator[int]:
    """Where the items behind the first of a row in digits begin, which opens a heading's text: 1.…。2.…。3.…"""
    first = _FIRST.match(words, start, stop)
    if first is None or "1" not in first[0]:
        return
    at, value = start, 2
    while True:
        mark = first[0].replace("1", str(value))
        at = words.find(mark, at, min(stop, at + _REACH))
        if at < 0 or words[at - 1] not in _ENDED or not "一" <= words[at + len(mark) : at + len(mark) + 1] <= "龥":
            return
        yield at
        value += 1
