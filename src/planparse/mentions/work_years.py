"""The year whose work a paragraph, or a plan's opening, says that it is about: 根据2031年度工作安排, 2031年是…之年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

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
    r"(?:根据|按照|依照|围绕|对照|落实|做好|抓好|谋划好?|(?:确定|下达|明确|安排|提出)的?)(?:[^,。;:|\s了已的\d]{0,8})?$"
)
_WORK = lazy_quick_pattern(r"度?的?[\p{Han}、“”]{0,10}?(?:工作|任务|目标|计划|安排|要点|打算|实事|项目)")
# Said of a year that is over, or with which something is only compared: 圆满完成2030年任务, 比2030年计划.
_NOT_ABOUT = frozenset("了已比较同与自")
_AFTER = ("了", "已", "以后", "之后", "后,", "后。")
_TO_BE_DONE = lazy_pattern(r"(?<!完成)$|(?:为|确保|力争|要|须|应|努力|保证)[^,。;:\n]{0,8}完成$")
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


class WorkYear:
    """The year of the work that the line `line` speaks of, and that of a plan's opening: None where it names several.

    Both are a last resort, where no clause, heading, title or date tells the year.
    """

    def __init__(self) -> None:
        self.line = -1
        self.until = 0
        """Where the sentence ends that only names work of the year (全县2031年重点项目,…): 今年 may be another one."""
        self.of_sentence: int | None = None
        self.of_line: int | None = None
        self.of_plan: int | None = None
        self.told: int | None = None
        """The year of which the first lines say that they take stock (青河县2031年工作总结): nothing is due by it."""
        self._several = False

    def written(self, text: str, start: int, end: int, year: int, *, line: tuple[int, int], opens: bool) -> None:
        """Notes a year at `[start, end)` of a line; `opens`: in the plan's opening."""
        if opens and self.told is None and line[1] - line[0] <= _TITLE and _STOCK.search(text, end, line[1]):
            self.told = year
        self.until = 0
        if text.startswith("是", end):
            if not is_the_year(text, end):
                return
        elif not _names_work(text, end):
            return
        elif not _ABOUT.search(text, max(0, start - _IN_FRONT), start):
            if _is_ahead(text, start, end):
                stop = text.find("。", end, min(end + _SENTENCE, line[1]))
                self.of_sentence, self.until = year, stop if stop >= 0 else min(end + _SENTENCE, line[1])
            return
        self.line, self.of_line = line[0], year
        if opens and not self._several:
            self._several = self.of_plan not in (None, year)
            self.of_plan = None if self._several else year

    def at(self, line: int, *, due: bool, offset: int | None = None) -> int | None:
        """The year for what stands on the line that begins at `line`, at `offset` if it is no 今年 but is of its place;
        `due` for what is not yet done, or 今年."""
        if offset is not None and offset < self.until:
            return self.of_sentence
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
    title = (plan and plan.title) or outline.title
    return plan is not None and plan.year is not None and (title is None or "政府工作报告" in title)


def looks_back(text: str, end: int, line_end: int) -> bool:
    """Whether the clause that goes on behind a year only looks back upon it."""
    found = _LOOKING_BACK.search(text, end, min(end + _IN_FRONT, line_end))
    return found is not None and not _LOOKED_BACK_UPON.search(text, end, found.start())


def _names_work(text: str, end: int) -> bool:
    """Whether a year says whose work it is that its clause speaks of."""
    return _WORK.match(text, end) is not None and not has_any(_clause(text, end), _OF_ANOTHER)


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether work of a year is neither told as done nor only compared with."""
    if not _NOT_ABOUT.isdisjoint(text[max(0, start - 4) : start]) or has_any(_clause(text, end), _AFTER):
        return False
    return _TO_BE_DONE.search(text, max(0, start - _IN_FRONT), start) is not None


def _clause(text: str, end: int) -> str:
    found = _CLAUSE_END.search(text, end, end + _CLAUSE)
    return text[end : found.start() + 1 if found else end + _CLAUSE]
