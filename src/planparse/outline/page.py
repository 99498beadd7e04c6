"""A document as the search for plans sees it: lines, their headings, their shapes, the titles that begin at them."""

from __future__ import annotations

import re
from operator import sub
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from planparse.outline.dates import read_month_line
from planparse.outline.enacting import enacting_lines
from planparse.outline.shapes import CLOSED, LONGEST, Shape, organ_of, shape_as, shape_of
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from planparse.outline.headings import Heading
    from planparse.outline.lines import Lines
    from planparse.rules import RuleSet

__all__ = ["FRAGMENT", "HEAD", "Page"]

HEAD = 40
"""Among so many lines stand number, masthead and issuer, at the head of a document."""
# 发布机构 县政府办公室 发文日期 2031-05-27 文号 青水发〔2031〕12 号: fields of a page's head on one line, no colons.
# The first character of a label stands alone, with a look back at it, so that `re` can skip to it.
_LABEL = (
    r"[发制成印文](?:(?:(?<=[制印])发|(?<=发)布|(?<=[发成])文)(?:机关|单位|机构|日期|时间)"
    r"|(?<=发)文字号|(?<=文)[ \t]?号)"
)
# Where a label stands one of these does, each quickly found by its first character.
_NAMED = "(?:机关|单位|机构|日期|时间)"
_IN_LABELS = [
    lazy_plain_pattern(rf"发(?:(?:布|文|(?<=[制印]发)){_NAMED}|文字号)"),
    lazy_plain_pattern(rf"文(?:(?<=成文){_NAMED}|[ \t]?号)"),
]
_FIELD = lazy_plain_pattern(
    rf"({_LABEL})[ \t]*+((?:[^\s|:。,;]| (?=号)){{2,40}}?)(?=[ \t|]*(?:{_LABEL}|$))", re.MULTILINE
)

# A line that can be a title or a piece of one.
_LONGEST_FRAGMENT = 45
_LONGEST_DEPARTMENT = 36  # its number included
FRAGMENT = lazy_plain_pattern(rf"[^。;:!?|>\t,]{{2,{_LONGEST_FRAGMENT}}}")
_NEVER_LAST = frozenset("。;:!?|>\t,")
_NEVER_IN_TITLES = frozenset({"date", "attachment", "division", "number", "masthead", "department"})
# A title broken over lines: the first piece asks for more, or the last is no more than the kind of paper.
_ASKING = ("的", "年", "年度", "与", "和", "及", "、", "”", "推进", "开展")
_KIND_OF_PAPER = lazy_pattern(
    r"[\p{Han}\d+—-]{0,4}(?:工作|实施|专项|行动|建设|发展)?(?:方案|计划|规划|纲要|要点|意见|办法|预案)(?:\([^()]*\))*"
)
_KIND_ENDS = frozenset("案划要点见法)")
_OF_PLACE_AND_YEAR = lazy_plain_pattern(r"[一-龥*×某]{0,8}[省市县区州旗镇乡村]20\d\d年度?[一-龥“”]{2,24}$")
# 青河县“十四五”: a title's first line, the second of which asks for a third; 青河县水环境 / “十四五”规划.
_OF_PLACE_AND_PERIOD = lazy_plain_pattern(r"[一-龥]{1,8}[省市县区州旗盟镇乡]“十[一二三四五六七八九]五”[^。;:]{0,24}$")
_OF_PLACE = lazy_plain_pattern(r"[一-龥]{1,8}[省市县区州旗盟镇乡][一-龥、]{0,20}$")
_PERIOD = lazy_plain_pattern(r"“十[一二三四五六七八九]五”")
_BETWEEN = 12
_KINDS_OF_PLAN = ("方案", "计划", "规划", "预案", "要点")
_CHAPTERS = ("heading/chapter", "heading/formal")
# At a document's very top its title may stand in title marks; further down such a line names another paper.
_TOP = 2
_IN_TITLE_MARKS = lazy_plain_pattern(r"《([^《》]+)》")
# What stands on a line of its own below a title and belongs to it: a bulletin's number, a plan's years, its state.
_TITLE_TAIL = lazy_plain_pattern(
    r"[(]?(?:20\d\d年)?(?:总)?第[\d一二三四五六七八九十]{1,4}期[)]?(?:[(]总第?\d{1,4}期[)])?"
    r"|\((?:20\d\d年?[-—–~至]{1,2}20\d\d年?|20\d\d年度?|试行|暂行|修订(?:版|稿)?|草案|送审稿|征求意见稿|讨论稿)\)"
)
# What heads a column of a table, beside which 考核要点 and 实施方案 head others.
_COLUMN = lazy_plain_pattern(
    r"序号|编号|[项科]目|类别|级别|档次|分值|权重|得分|指标|备注|(?:项目|任务|指标|工程|活动|课题)名称"
    r"|(?:工作|重点|具体|考核|检查|评价|评估|建设)(?:任务|内容|项目|指标)|(?:一|二|三)级指标|(?:责任|牵头)(?:单位|部门|人)"
)


T = TypeVar("T")


class _found(Generic[T]):  # noqa: N801 - a decorator
    """What is found when first asked for, and then an attribute; `functools.cached_property` takes a lock for it."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, page: Page, owner: type) -> T:
        found = page.__dict__[self.name] = self.find(page)
        return found


class Page:
    """A document's lines with their headings and shapes: what the search for plans looks at."""

    def __init__(self, lines: Lines, headings: dict[int, Heading], rules: RuleSet) -> None:
        self.lines = lines
        self.headings = headings
        self.rules = rules

    @_found
    def shapes(self) -> list[Shape | None]:
        """The shape of each line; a numbered line has one only as a numbered department."""
        lines, rules, heading_at = self.lines, self.rules, self.headings.get
        text = lines.text
        return [
            None
            if end - start > LONGEST or text[end - 1] in CLOSED or ((heading := heading_at(index)) and heading.number)
            else shape_of(text[start:end], rules)
            for index, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True))
        ]

    @_found
    def parts(self) -> list[str | None]:
        """The part of each line's shape."""
        return [shape.part if shape else None for shape in self.shapes]

    @_found
    def known(self) -> set[str | None]:
        """The parts that the document has: most have few, and no line has to be looked at for the others."""
        return {*self.parts}

    def part(self, index: int) -> str | None:
        """The part of the line's shape; None beyond the last line."""
        return self.parts[index] if 0 <= index < len(self.parts) else None

    @_found
    def fragments(self) -> list[int]:
        """The lines that are short enough for a title or a piece of one, end like one, and are no numbered headings."""
        lines, heading_at = self.lines, self.headings.get
        text, ends = lines.text, lines.ends
        return [
            index
            for index, size in enumerate(map(sub, lines.ends, lines.starts))
            if size <= _LONGEST_FRAGMENT
            and text[ends[index] - 1] not in _NEVER_LAST
            and not ((heading := heading_at(index)) and heading.number)
        ]

    @_found
    def fields(self) -> list[tuple[str, str]]:
        """The fields without a colon at the document's head, each with its label, in order."""
        lines = self.lines
        head = lines.text[lines.starts[0] : lines.ends[min(HEAD, len(lines)) - 1]]
        return _FIELD.findall(head) if any(label.search(head) for label in _IN_LABELS) else []

    @_found
    def enacting(self) -> list[int]:
        """The lines that say what a plan is made for: 为…,制定本方案."""
        return enacting_lines(self.lines)

    @_found
    def first_level(self) -> list[int]:
        """The lines that a number of the first level opens, headings or not."""
        return [index for index, number in enumerate(self.lines.numbers) if number and number.level == 1]

    @_found
    def named(self) -> list[tuple[int, str]]:
        """The numbered lines that are short enough for a title, with the words behind their numbers."""
        lines = self.lines
        text, starts, ends = lines.text, lines.starts, lines.ends
        return [
            (index, text[starts[index] + number.end : ends[index]])
            for index, number in enumerate(lines.numbers)
            if number is not None and ends[index] - starts[index] <= _LONGEST_FRAGMENT
        ]

    @_found
    def numbered_departments(self) -> dict[int, str]:
        """Lines such as `3.县教育局` that number a department, by index."""
        return {
            index: name
            for index, name in self.named
            if self.lines.size(index) <= _LONGEST_DEPARTMENT and shape_as("department", name, self.rules)
        }

    @_found
    def numbered_titles(self) -> dict[int, str]:
        """Lines such as `2.县水利局清渠工作方案` that number titles with their organs, by index; one alone is none."""
        found = {
            index: name
            for index, name in self.named
            if name.endswith(_KINDS_OF_PLAN) and shape_as("title", name, self.rules) and organ_of(name, self.rules)
        }
        return found if len(found) > 1 else {}

    @_found
    def tops(self) -> list[int]:
        """The lines of the topmost numbered headings: of the chapters, where there are any."""
        chapters = [index for index, heading in self.headings.items() if heading.rule in _CHAPTERS]
        if chapters:
            return chapters
        level, numbered = self.top_level, self.numbered
        return [
            index
            for index, heading in self.headings.items()
            if (number := heading.number) and number.level == level and index not in numbered
        ]

    @_found
    def numbered(self) -> set[int]:
        """The lines that number departments or their plans, and so head nothing of one plan."""
        return {*self.numbered_departments, *self.numbered_titles}

    @_found
    def top_level(self) -> int:
        """The level of the topmost numbered headings, numbered departments and titles apart."""
        numbered = self.numbered
        levels = [number.level for i, h in self.headings.items() if (number := h.number) and i not in numbered]
        return min(levels, default=1)

    def begins_outline(self, index: int) -> bool:
        """Whether an outline's first heading stands here: number 1 of the topmost style, or unnumbered kind words."""
        heading = self.headings.get(index)
        if heading is None or index in self.numbered:
            return False
        if heading.number is None:
            return heading.kinds != ("other",)
        return heading.number.value == 1 and heading.number.level == self.top_level and not heading.run_in

    def title_at(self, index: int) -> tuple[int, str] | None:
        """The title that begins at a line and may run over three: the line behind it, and its words."""
        lines, parts, words = self.lines, self.parts, ""
        for stop in range(index, min(index + 3, len(parts))):
            part = parts[stop]
            if part in _NEVER_IN_TITLES:
                return None
            own = lines.words(stop)
            if len(own) > _LONGEST_FRAGMENT or not FRAGMENT.fullmatch(own):
                return None
            heading = self.headings.get(stop)
            if heading and heading.number:
                return None
            if heading and heading.kinds != ("other",):
                # …任务分工 has the words of a heading, and is a title at the top or where an organ has put it forward.
                named = part == "title" and (stop <= _TOP or organ_of(own, self.rules))
                if not named:
                    return None
            if own[-1] in "月)" and read_month_line(own):
                return None
            goes_on = not words or "关于" in words or words.endswith(_ASKING)
            goes_on = goes_on or (own[-1] in _KIND_ENDS and bool(_KIND_OF_PAPER.fullmatch(own)))
            if not (
                goes_on or (stop == index + 1 and self._is_between(words, own, stop + 1)) or _has_period(words, own)
            ):
                return None
            words += own
            quoted = stop <= _TOP and _IN_TITLE_MARKS.fullmatch(words)
            words = quoted[1] if quoted else words
            shape = self.shapes[stop] if stop == index and not quoted else shape_of(words, self.rules)
            if shape and shape.part == "notice":
                return None
            if shape and shape.part == "title":
                if self._is_cell(index, stop, words):
                    return None
                tail = stop + 1 < len(parts) and _TITLE_TAIL.fullmatch(lines.words(stop + 1))
                return (stop + 2, words + tail[0]) if tail else (stop + 1, words)
        return None

    def _is_cell(self, first: int, last: int, words: str) -> bool:
        """Whether what has a title's shape stands in a table's head: bars or another column's words are beside it.

        序号 / 考核要点 / 分值; 项目名称 / 实施方案. What names an organ, or a place and a year, is a title.
        """
        lines = self.lines
        if _OF_PLACE_AND_YEAR.match(words) or organ_of(words, self.rules):
            return False
        if lines.is_bar(first - 1) or (first and lines.is_bar(last + 1)):
            return True
        return any(_COLUMN.fullmatch(lines.words(index)) for index in range(max(0, first - 1), last))

    def _is_between(self, above: str, own: str, below: int) -> bool:
        """Whether a short line stands between a title's first, which names a place and a year, and its kind of paper.

        青河县2031年度财政扶贫资金 / 茶园项目 / 实施方案.
        """
        if len(own) > _BETWEEN or below >= len(self.lines) or below in self.headings:
            return False
        return _OF_PLACE_AND_YEAR.match(above) is not None and bool(_KIND_OF_PAPER.fullmatch(self.lines.words(below)))


def _has_period(above: str, own: str) -> bool:
    """Whether lines are a title broken around the five years that it plans: 青河县 / “十四五”供水规划."""
    if own[0] == "“" and _PERIOD.match(own):
        return _OF_PLACE.match(above) is not None
    return "五”" in above and _OF_PLACE_AND_PERIOD.match(above) is not None
