"""Short bare lines that have a heading's words and stand in a table, cell by cell, or in the midst of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.shapes import shape_of
from planparse.patterns import lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.outline.lines import Lines
    from planparse.rules import RuleSet

__all__ = ["is_cell"]

_LONGEST = 6
_LABEL = lazy_quick_pattern(r"[\p{Han}]{2,6}+$")
# 序 / 号, 2025年 / 目标: what stands beside a cell that is set on a line of its own.
_BESIDE = lazy_plain_pattern(r"[一-龥]|20\d\d年?|\d{1,4}")
# 序号任务目标, 项目名称建设内容: the words that head a table's columns, of which one at least heads nothing else.
# With a year (序号指标2035年目标) they say by when what stands below is to be reached, as a heading does.
_COLUMNS = lazy_plain_pattern(
    r"(?=.*(?:序号|编号|名称|备注|属性|分值|得分|单位|分类))"
    r"(?:序号|编号|类[别型]|(?:项目|指标|任务|工程)(?:名称|分类|类别)?|备注|属性|性质|分值|得分|[(][^()\d]{1,8}[)]"
    r"|(?:重点|主要|工作|建设|具体)(?:任务|内容|项目|指标)|(?:牵头|责任|配合)?单位|(?:目标|现状)值?"
    r"|(?:规划|完成)(?:指标|情况|时限|时间)|所需资金|内容){2,}"
)
# A line that ends or goes on so stops in mid-sentence.
_OPEN = frozenset(",、(《“")
_GOES_ON = frozenset(",。;、)》”")
# 的措施, 和任务: the rest of a sentence's last words.
_REST = frozenset("的和及与等或")


def is_cell(lines: Lines, index: int, rules: RuleSet) -> bool:
    """Whether a line of kind words is a cell of a table or a piece of a sentence, by what it is and stands between.

    Short bare words stand around it, as in a table's head (重点任务 / 责任单位 / 完成时限), or bars, or a year.
    A title or a department right above is none of them.
    """
    text, words, below = lines.text, lines.words(index), lines.words(index + 1)
    if words[0] in _REST or below[0] in _GOES_ON or (index and text[lines.ends[index - 1] - 1] in _OPEN):
        return True
    if _LABEL.match(below) or lines.is_bar(index + 1) or lines.is_bar(index - 1) or _COLUMNS.fullmatch(words):
        return True
    if lines.size(index) > _LONGEST:
        return False
    if _BESIDE.fullmatch(below) or _COLUMNS.fullmatch(below):
        return True
    if index == 0:
        return False
    above = lines.words(index - 1)
    if _BESIDE.fullmatch(above):
        return True
    return _LABEL.match(above) is not None and shape_of(above, rules) is None
