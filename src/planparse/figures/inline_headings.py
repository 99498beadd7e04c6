"""Headings that only a blank parts from the text: (一)实施饮水工程  新建水站5处, 二、工作目标 排查企业43家."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import measured
from planparse.figures.verbs import verbs
from planparse.outline.kinds import kind_words
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.figures.verbs import Verbs

__all__ = ["behind_heading"]

_HAN = "一二三四五六七八九十"
_NUMERALS = frozenset(_HAN + "0123456789")
_MARKS = ")、."
_REACH = 80
# One blank alone, with words of some length on its two sides: a text whose every letter is spaced has more of them.
_PARTED = lazy_pattern(r"\s{0,4}(?P<heading>\S{2,30})\s{1,8}(?P<task>\S{4,30})\s{0,4}")
_SHORTEST_WORK = 4
_WORK = ("工程", "工作", "行动", "计划", "项目")


def behind_heading(left: str, start: int, stop: int, context: PlanContext) -> tuple[str, int]:
    """The words in front of a number without the heading that a blank parts from them, and where they begin.

    `left` begins at `start`, behind a heading's number; the number follows at `stop`. The blanks of a line are gone
    from the clean text, so the source is asked for them. What stands in front of the blank is a heading where it opens
    with a verb of plans and ends with a name of work (加强道路建设, 实施饮水工程), or where its words tell the kind of
    a section (基本情况, 工作目标) and what stands behind it names a thing by itself; else the blank is a stray one.
    """
    words = context.words
    if start < 2 or words[start - 1] not in _MARKS or words[start - 2] not in _NUMERALS or stop - start > _REACH:
        return left, start
    parted = _PARTED.fullmatch(context.text.given(start, stop))
    if parted is None or not left.endswith(task := parted["task"]):
        return left, start
    heading, table = parted["heading"], verbs(context.rules)
    level = 1 if words[start - 1] != ")" and words[start - 2] in _HAN else 2
    if _is_work(heading, table) or (kind_words(heading, level, context.rules) and measured(task, table).noun):
        return task, stop - len(task)
    return left, start


def _is_work(heading: str, table: Verbs) -> bool:
    """Whether words open with a verb of plans and end with a name of work."""
    if len(heading) < _SHORTEST_WORK or table.opening.at(heading) not in table.rule_of["light"]:
        return False
    return heading.endswith(_WORK) or bool(table.done.ending(heading))
