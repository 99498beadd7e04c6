"""Headings that only a blank parts from the task behind them: (一)实施饮水工程  新建水站5处."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.verbs import verbs
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext

__all__ = ["behind_heading"]

_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_MARKS = ")、."
_REACH = 80
# One blank alone, with words of some length on its two sides: a text whose every letter is spaced has more of them.
_PARTED = lazy_pattern(r"\s{0,4}(?P<heading>\S{4,30})\s{1,8}(?P<task>\S{4,30})\s{0,4}")
_WORK = ("工程", "工作", "行动", "计划", "项目")


def behind_heading(left: str, start: int, stop: int, context: PlanContext) -> tuple[str, int]:
    """The words in front of a number without the heading that a blank parts from them, and where they begin.

    `left` begins at `start`, behind a heading's number; the number follows at `stop`. The blanks of a line are gone
    from the clean text, so the source is asked for them. What stands in front of the blank is a heading where it opens
    with a verb of plans and ends with a name of work (加强道路建设, 实施饮水工程); else the blank is a stray one.
    """
    words = context.words
    if start < 2 or words[start - 1] not in _MARKS or words[start - 2] not in _NUMERALS or stop - start > _REACH:
        return left, start
    parted = _PARTED.fullmatch(context.text.given(start, stop))
    if parted is None or not left.endswith(task := parted["task"]):
        return left, start
    heading, table = parted["heading"], verbs(context.rules)
    if table.opening.at(heading) not in table.rule_of["light"]:
        return left, start
    if not heading.endswith(_WORK) and not table.done.ending(heading):
        return left, start
    return task, stop - len(task)
