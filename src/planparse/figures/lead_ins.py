"""The time that governs a paragraph from above it: earlier sentences, lead-ins, the first lines of goals, headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.figures.list_marks import LIST_MARK, mark_of
from planparse.figures.papers import says
from planparse.figures.phases import STAGE, is_of_list
from planparse.figures.year_lines import of_year_line
from planparse.mentions.work_years import is_the_year
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention, TimeMention
    from planparse.outline.model import SectionOutline

__all__ = ["FromAbove"]

# Before a time that opens a sentence: list marks, connectives, an excluded 在…基础上, a label.
_ITEM = r"[-\s]*(?:[一二三四五六七八九十]+是|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[①-⑳])\s*"
# The title of an item, step or stage in front of a time in brackets: 2.组织实施(3—10月)。第二步,集中整治(4月—6月),
# (三)第一阶段:宣传发动(3月)。 The time behind a number in it (第一阶段:印发资料2万份(3月)) is that one's.
_STEP = "第[一二三四五六](?:步|阶段)[,:]"
_NO_NUMBER = r"(?![^,。;:\n(]{0,14}\d)"
_TITLE = rf"(?:{_ITEM}(?:{_STEP}{_NO_NUMBER})?|{_STEP}?{_NO_NUMBER})[^,。;:\n(]{{0,14}}(?=[(])"
_OPENING = lazy_plain_pattern(
    rf"(?:{_TITLE})?"
    r"(?:[-\s]*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+,|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[①-⑳])?\s*"
    rf"(?:[^,。;:\n]{{0,14}}:|[^,。;:\n(]{{0,14}}{STAGE}(?=[(]))?(?:[^,。;\n]{{0,30}}基础上,|[^,。;\n]{{0,10}}(?:目标|规划|要求|部署),)?"
    r"(?:全[省市县区州镇乡])?(?:力争|确保|预计|计划|争取|其中|同时|并|也|将|即|拟)?(?:到|至|在|于|从|截至)?[(]?)"
)
# 2031年5月,县委印发实施意见,明确以下任务: the day of an order is not that of what it orders.
_TELLS_OF_ORDER = lazy_pattern(
    r"(?:印发|下发|出台|发布|颁布|召开|作出|批准|批复|签署)[^。;\n]{0,80}"
    r"(?:明确|提出|部署|安排|要求|强调|规定|确定|决定|研究|讨论|批准|特批)[^。;\n]{0,40}:$"
)
_THAT_IS = lazy_pattern(r"[^,。;\n]{1,14},即[:是]?")
_TIME_LABEL = lazy_pattern(
    r"(?:完成时限|完成时间|时限要求|时间节点|时间要求|整改时限|办结时限|时限)[:为]{1,2}[到至在]?"
    # (责任单位:县司法局,6月底前完成): who answers for the task, and by when
    r"|\((?:(?:责任|牵头|负责|承办)(?:单位|部门|科室):)?[^()\n]{2,100}[局委办院会厅府室队心][,;](?=[^,;()\n]{2,12}(?:完成|办结)\))"
)
# One of these stands in each: to see that none does takes a tenth of the time of the pattern.
_OF_TIME_LABELS = ("时限:", "时限为", "时限要求", "完成时间", "时间节点:", "时间节点为", "时间要求", "完成)", "办结)")
_UNIT_LABEL = lazy_pattern(r"(?:责任|牵头|负责|承办)(?:单位|部门|科室)[:]")
_NEXT_TASK = lazy_pattern(r"\n|(?:责任|牵头|负责|承办)(?:单位|部门|科室):")
_LINE_END = lazy_pattern(r"\n")
_LONGEST_TASK = 3000
# No plan's list or paragraph is longer; beyond, a hostile text would cost quadratic time.
_LONGEST_PARAGRAPH = 4000
_LONGEST_LIST, _LONGEST_OPENING, _LONGEST_LEAD = 40, 120, 200


class _Section(Record):
    """What a section and those above it say of the figures in it.

    `end` is the outermost one's; `floor` where the text under the nearest heading of its own line begins: lead-ins
    above it do not count; `goal` where the heading of goals begins, its text where it looks back at one of two times;
    `headings` are those with a time, innermost first: where each ends, and its last time.
    """

    __slots__ = ("end", "floor", "goal", "headings")

    def __init__(self, end: int, floor: int, goal: int | None, headings: tuple[tuple[int, TimeMention], ...]) -> None:
        self.end = end
        self.floor = floor
        self.goal = goal
        self.headings = headings


class FromAbove:
    """The times that govern a plan's figures from above them. Each section, line and sentence is asked once."""

    def __init__(self, context: PlanContext) -> None:
        self._context = context
        plan = context.plan
        self._labels: list[int] = []
        words = context.words
        if has_any(words, _OF_TIME_LABELS):
            labels = _TIME_LABEL.finditer(words, plan.start, plan.end, overlapped=True)
            self._labels = [label.start() for label in labels]
        self._heads: list[int] | None = None
        self._sections: dict[int | None, _Section] = {}
        self._openings: dict[int, TimeMention | None] = {}
        self._opens: dict[int, bool] = {}
        self._lead_ins: dict[tuple[int, int], TimeMention | None] = {}
        self._goals: dict[tuple[int, int], TimeMention | None] = {}
        self._marks: dict[tuple[int, int], str | None] = {}

    def time(self, quantity: QuantityMention, spot: Spot) -> TimeMention | None:
        """From the 完成时限 below, earlier sentences, the lead-in above, the goals' first lines, or the headings."""
        section = self._sections.get(spot.section) or self._section(spot.section)
        return (
            (self._labelled(quantity, section) if self._labels else None)
            or self.opening(spot)
            or self._lead_in(spot, section)
            or (self._goal(spot, section.goal) if section.goal is not None else None)
            or (self.heading(quantity, spot) if section.headings else None)
        )

    def opening(self, spot: Spot) -> TimeMention | None:
        """The time that opened an earlier sentence of the paragraph and goes on."""
        end = spot.period_start
        if end not in self._openings:
            reach = end - _LONGEST_PARAGRAPH
            start = spot.paragraph_start if spot.paragraph_start > reach else reach
            self._openings[end] = self._opening(start, end)
        return self._openings[end]

    def heading(self, quantity: QuantityMention, spot: Spot) -> TimeMention | None:
        """The last time of the nearest heading that has one."""
        section = self._sections.get(spot.section) or self._section(spot.section)
        for end, time in section.headings:
            if end <= quantity.start:
                return time
        return None

    def opens_sentence(self, time: TimeMention) -> bool:
        """Whether only list marks, labels and connectives stand between a time and the beginning of its sentence."""
        start = time.start
        if start not in self._opens:
            words, (sentence, _) = self._context.words, self._context.marks.sentence(start)
            self._opens[start] = (
                sentence == start
                or _OPENING.fullmatch(words, max(sentence, start - _LONGEST_OPENING), start) is not None
                or (words.startswith("是", time.end) and is_the_year(words, time.end))  # title and text on one line
                or (says(words, sentence, start) and not self._context.quantities_between(sentence, start))
            )
        return self._opens[start]

    def _section(self, index: int | None) -> _Section:
        """What a section says that was not asked before."""
        context, usable_times = self._context, self._context.usable_times
        lineage = context.lineage(index)
        floor = goal = None
        headings: list[tuple[int, TimeMention]] = []
        for section in lineage:
            if floor is None and section.has_own_line:
                floor = section.head_end + 1
            times = usable_times.between(section.head_start, section.head_end)
            if goal is None and "goal" in section.kinds:
                # “十四五”时期发展成就和“十五五”时期主要目标: what such a heading names first is over.
                looks_back = len(times) > 1 and "status" in section.kinds and section.has_own_line
                goal = min(section.head_end + 1, section.end - 1) if looks_back else section.head_start
            if times and not section.implicit:
                headings.append((section.head_end, times[-1]))
        end = lineage[-1].end if lineage else context.plan.end
        found = _Section(end, floor or self._floor_above(lineage), goal, tuple(headings))
        self._sections[index] = found
        return found

    def _floor_above(self, lineage: list[SectionOutline]) -> int:
        """Where the text under the last heading above some sections begins, none of which has a line of its own.

        Under 二、工作措施 items may begin at 一、 again: what stands above that heading does not lead them in.
        """
        if not lineage:
            return self._context.plan.start
        if self._heads is None:
            self._heads = sorted(
                section.head_end + 1 for section in self._context.plan.sections if section.has_own_line
            )
        at = bisect_right(self._heads, lineage[-1].start)
        return self._heads[at - 1] if at else self._context.plan.start

    def _labelled(self, quantity: QuantityMention, section: _Section) -> TimeMention | None:
        """The time behind a label (完成时限:2027年底) below the quantity, that closes the task."""
        end = min(section.end, quantity.end + _LONGEST_TASK)
        at = bisect_left(self._labels, quantity.end)
        if at == len(self._labels) or self._labels[at] >= end:
            return None
        label = _TIME_LABEL.search(self._context.words, quantity.end, end)
        if label is None:
            return None
        is_far = label[0][0] == "(" and _NEXT_TASK.search(self._context.words, quantity.end, label.start())
        if is_far or self._is_of_another(quantity.end, label.start()):
            return None
        times = self._context.usable_times.between(label.end(), label.end() + 2)
        return times[0] if times else None

    def _is_of_another(self, start: int, label: int) -> bool:
        """Whether a label closes another task than that of a quantity in front.

        It stands in a later item's own line, or the units that answer for the quantity and another item stand between.
        """
        words = self._context.words
        line = words.rfind("\n", start, label) + 1
        if line and LIST_MARK.match(words, line):
            return True
        unit = _UNIT_LABEL.search(words, start, label)
        return unit is not None and any(
            LIST_MARK.match(words, end.end()) for end in _LINE_END.finditer(words, unit.end(), label)
        )

    def _lead_in(self, spot: Spot, section: _Section) -> TimeMention | None:
        """The time of the line above that introduces this one: it ends in a colon over a list, or this one says 即."""
        floor, start = section.floor, spot.paragraph_start
        if start <= floor:
            return None  # A quantity in a heading, which stands above the floor, has nothing above it.
        if (start, floor) not in self._lead_ins:
            self._lead_ins[start, floor] = self._introduced(start, floor)
        return self._lead_ins[start, floor]

    def _introduced(self, start: int, floor: int) -> TimeMention | None:
        context = self._context
        mark = self._mark(start, start + 12)
        for _ in range(_LONGEST_LIST):
            if start <= floor:
                return None
            above, _ = context.marks.paragraph(start - 1)
            if context.words.find(",即", start, start + 40) > 0 and _THAT_IS.match(context.words, start, start + 40):
                return _last(context.usable_times.between(above, start - 1))
            if mark is None:
                return of_year_line(start, floor, context)
            if self._mark(above, min(above + 12, start - 1)) != mark:
                if above == start - 1 or context.words[start - 2] != ":":
                    return None
                if self._tells_of_order(above, start - 1):
                    return None
                return self._opening(above, start - 1) or _last(context.usable_times.between(above, start - 1))
            start = above
        return None

    def _opening(self, start: int, end: int, *, first: bool = False) -> TimeMention | None:
        """The last (or first) time in `[start, end)` that opens a sentence, and so governs those after it."""
        times = self._context.usable_times.between(start, end)
        for time in times if first else reversed(times):
            if self.opens_sentence(time) and not self._milestone(time, start):
                return time
        return None

    def _goal(self, spot: Spot, goal: int) -> TimeMention | None:
        """Under a heading of goals the year that opens the lead paragraph (到2025年,…) governs those after it.

        No numbered item governs another; a lead of several years (到2025年…;到2030年…) is led by its first. One that
        looks beyond the plan's own years governs nothing where one of them stands in front.
        """
        key = spot.paragraph_start, goal
        if key not in self._goals:
            self._goals[key] = self._led(*key)
        return self._goals[key]

    def _led(self, start: int, heading: int) -> TimeMention | None:
        context, begun, vision = self._context, start, None
        floor, _ = context.marks.paragraph(heading)
        for _ in range(_LONGEST_LIST):
            if start <= floor:
                break
            above, _ = context.marks.paragraph(start - 1)
            if (above == floor or self._mark(above, above + 12) is None) and self._reaches(above, begun):
                if (due := self._opening(max(above, floor), start - 1, first=True)) and not context.is_beyond(due):
                    return due
                vision = vision or due
            start = above
        return vision

    def _reaches(self, above: int, start: int) -> bool:
        """Whether the section in which a paragraph stands goes on at `start`: what another says governs nothing."""
        index = self._context.section_index(above)
        return index is None or self._context.plan.sections[index].end > start

    def _mark(self, start: int, end: int) -> str | None:
        """The form of the list mark with which a line begins."""
        if (start, end) not in self._marks:
            self._marks[start, end] = mark_of(self._context.words[start:end])
        return self._marks[start, end]

    def _tells_of_order(self, start: int, end: int) -> bool:
        """Whether a line that leads in what stands below tells by whom and when it was ordered."""
        words = self._context.words
        return words[end - 1] == ":" and _TELLS_OF_ORDER.search(words, max(start, end - _LONGEST_LEAD), end) is not None

    def _milestone(self, time: TimeMention, start: int) -> bool:
        """Whether a time is one step's own (5月底前, 二季度): it governs its sentence and no further.

        A stretch of months that opens a paragraph and stands alone in its sentence (2016年3月-6月,…) is the
        paragraph's.
        """
        line, end = self._context.marks.paragraph(time.start)
        if self._tells_of_order(max(line, time.end), end):
            return True
        if str(time.last).endswith("-12-31") and (time.first is None or time.first.endswith("-01-01")):
            return time.kind == "period" and is_of_list(time, self._context)
        if time.hidden:
            return "月" in self._context.words[time.start : time.end]
        if time.kind != "period":
            return True
        sentence = self._context.marks.period(time.start)
        return sentence[0] > start or len(self._context.usable_times.between(*sentence)) > 1


def _last(times: Sequence[TimeMention]) -> TimeMention | None:
    return times[-1] if times else None
