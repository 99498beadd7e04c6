"""The year whose work a paragraph, or a plan's opening, says that it is about: 根据2031年度工作安排, 2031年是…之年."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline import Outline, PlanOutline, SectionOutline

__all__ = ["WorkYear", "is_the_year", "looks_back", "names_a_paper", "sets_out"]

# How far in front a clause is looked through.
_IN_FRONT = 24
# 2031年是实施规划的关键之年: the year in which the text speaks.
_IS_THE_YEAR = lazy_pattern(r"是[^。;\n]{1,60}?(?:之年|一年)(?<!(?:平凡|寻常|不凡|难忘|艰辛)的?一年)")
# The same sentence of a year that is over: 2031年是开局之年,一年来,全县上下取得了….
_WAS = ("了", "已", "取得", "一年来", "同比", "累计")
_SENTENCE = 200
# 根据2031年度工作安排, 做好2031年全县重点工作, 确定的2031年重点任务: whose work it is. That of which stock is taken,
# or that a paper or a meeting is of, is another year.
_ABOUT = lazy_pattern(
    r"(?:根据|按照|依照|围绕|做好|抓好|谋划好?|(?:确定|下达|明确|安排|提出)的?)(?:[全我本][省市县区州旗镇乡局委])?$"
)
_WORK = lazy_pattern(r"度?[\p{Han}、“”]{0,10}?(?:工作|任务|目标|计划|安排|要点|实事)")
_OF_ANOTHER = (
    *("文件", "精神", "会议", "通知", "成果", "成效", "基础", "以来", "经验", "教训", "问题", "报告"),
    *("总结", "考核", "验收", "评估", "决算", "审计", "结果", "剩余", "遗留", "结转"),
)
_CLAUSE = 40
_CLAUSE_END = lazy_plain_pattern(r"[,。;:|\t\n]")
# In these a year is only looked back upon: 在2030年完成任务的基础上.
_LOOKING_BACK = lazy_plain_pattern("基础上|以来|相比|数据|水平|为基数")
_LOOKED_BACK_UPON = lazy_plain_pattern("[,。;]")
# The name of a paper that takes stock: 青河县2031年度扶贫工作总结, 关于2031年项目进展情况的通报.
_STOCK = lazy_plain_pattern(r"(?:总结|通报|汇报|情况|述职报告|工作报告|自查报告)\Z")
_TITLE = 50
# A heading of what is ahead, and what makes it one of what was.
_AHEAD = ("打算", "计划", "安排", "目标", "任务", "要点", "思路", "谋划", "重点工作")
_TOLD = ("总结", "回顾", "情况", "成效", "完成", "进展", "问题")


@dataclass(slots=True)
class WorkYear:
    """The year of the work that the line `line` speaks of, and that of a plan's opening: None where it names several.

    Both are a last resort, where no clause, heading, title or date tells the year.
    """

    line: int = -1
    of_line: int | None = None
    of_plan: int | None = None
    told: int | None = None
    """The year of which the plan's first lines say that it takes stock (青河县2031年工作总结): nothing is due by it."""
    _several: bool = False

    def written(self, text: str, start: int, end: int, year: int, *, line: tuple[int, int], opens: bool) -> None:
        """Notes a year at `[start, end)` of a line; `opens`: in the plan's opening."""
        if opens and self.told is None and line[1] - line[0] <= _TITLE and _STOCK.search(text, end, line[1]):
            self.told = year
        if not _is_of_work(text, start, end):
            return
        self.line, self.of_line = line[0], year
        if opens and not self._several:
            self._several = self.of_plan not in (None, year)
            self.of_plan = None if self._several else year

    def at(self, line: int, *, due: bool) -> int | None:
        """The year for what stands on the line that begins at `line`; `due` for what is not yet done, or 今年."""
        return (self.of_line if line == self.line else self.of_plan) or (None if due else self.told)


def sets_out(section: SectionOutline) -> bool:
    """Whether a section's heading says that what follows is ahead: 二、2031年工作打算."""
    return has_any(section.title, _AHEAD) and not has_any(section.title, _TOLD)


def is_the_year(text: str, end: int) -> bool:
    """Whether what goes on behind a year says that it is the one in which the text speaks (2031年是…关键之年)."""
    found = _IS_THE_YEAR.match(text, end)
    if found is None:
        return False
    stop = text.find("。", found.end(), found.end() + _SENTENCE)
    return not has_any(text[found.end() : stop if stop >= 0 else found.end() + _SENTENCE], _WAS)


def names_a_paper(plan: PlanOutline | None, outline: Outline) -> bool:
    """Whether a plan's year is that of a report's or speech's name: what was, it tells of the year before."""
    return plan is not None and plan.year is not None and (plan.title or outline.title) is None


def looks_back(text: str, end: int, line_end: int) -> bool:
    """Whether the clause that goes on behind a year only looks back upon it."""
    found = _LOOKING_BACK.search(text, end, min(end + _IN_FRONT, line_end))
    return found is not None and not _LOOKED_BACK_UPON.search(text, end, found.start())


def _is_of_work(text: str, start: int, end: int) -> bool:
    if text.startswith("是", end):
        return is_the_year(text, end)
    if not _ABOUT.search(text, max(0, start - _IN_FRONT), start) or not _WORK.match(text, end):
        return False
    found = _CLAUSE_END.search(text, end, end + _CLAUSE)
    return not has_any(text[end : found.start() if found else end + _CLAUSE], _OF_ANOTHER)
