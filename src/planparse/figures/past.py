"""What has been and what is ahead: the times that tell it of a figure, and the sections under a look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.figures.brackets import LONGEST_SENTENCE, open_to
from planparse.figures.usable_times import TimeRow
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.lead_ins import FromAbove
    from planparse.mentions.model import QuantityMention, TimeMention
    from planparse.outline.model import SectionOutline

__all__ = ["Past", "kinds_told"]

# The kinds of a section that does not say of what kind it is.
_UNTOLD = ("other",)
# What a heading of these says stands under a look back, too, but is ahead: (三)下一步措施.
_AHEAD = (
    "打算",
    "计划",
    "安排",
    "目标",
    "任务",
    "要点",
    "思路",
    "谋划",
    "对策",
    "建议",
    "下步",
    "下一步",
    "今后",
    "要求",
)
# A heading that opens with a time: 第一节 “十三五”发展成果; not 落实2030年计划.
_HEADING_OPENS = lazy_pattern(
    r"(?:第[一二三四五六七八九十]{1,3}[章节篇]|\(?[一二三四五六七八九十\d]{1,3}[)、.]|[\d.]{1,8})?\s*(?:[全我本][省市县区州盟旗])?[“\"]?"
)
# 2030年反馈问题整改: what is left of another time is a task of this one.
_LEFT = ("整改", "结转", "遗留", "续建", "剩余", "未完成", "反馈", "基础上")
_LONGEST_HEADING = 40
# 到2035年, 至2035年; as does 2035年底前: by when something is to be reached.
_BY = frozenset("到至")


class Past:
    """Whether what governs a plan's figures lies before its own years, or is still to come."""

    def __init__(self, context: PlanContext, above: FromAbove) -> None:
        self._context = context
        self._above = above
        self._begin = context.begin
        self._times = TimeRow([time for time in context.usable_times.times if self._is_before(time)])
        self._headings: dict[int, bool] = {}
        # Both questions are asked of one quantity after the other.
        self._asked: QuantityMention | None = None
        self._nearest: TimeMention | None = None

    def is_told(self) -> bool:
        """Whether any time of the plan that can govern a task ends before the plan's first year, or its date."""
        return bool(self._times.times)

    def governs(self, quantity: QuantityMention, spot: Spot) -> bool:
        """Whether the nearest governing time in front of a quantity ends before the plan's first year, or its date.

        What a bracket tells that has closed dates nothing behind it: 死亡率降至4‰(2029年6‰),医师达到360人. A bracket of
        the time alone may (第一阶段(2029年),…).
        """
        heading = self._above.heading(quantity, spot)
        if not self._times.between(spot.paragraph_start, quantity.start) and (
            heading is None or not self._is_before(heading)
        ):
            return False  # as of nearly all, and for little
        time = self._in_front(quantity, spot) or self._above.opening(spot)
        if time is not None:
            return self._is_before(time)
        if heading is None:
            return False
        if heading.start not in self._headings:
            self._headings[heading.start] = self._is_heading_of_past(heading)
        return self._headings[heading.start]

    def is_aimed(self, quantity: QuantityMention, spot: Spot) -> bool:
        """Whether the nearest time in front of a quantity in its sentence is one to come by which it is due."""
        begin, words = self._begin, self._context.words
        if begin is None:
            return False
        time = self._in_front(quantity, spot)
        if time is None or time.last is None or time.last[0] == "-" or time.last < begin:
            return False
        if time.last[:4] == begin[:4] and words.startswith("的", time.end):
            return False  # 由2030年的30公里提高到2031年的50公里, told in the first year itself
        return words[time.start - 1] in _BY or words.endswith("底前", time.start, time.end)

    def _in_front(self, quantity: QuantityMention, spot: Spot) -> TimeMention | None:
        if quantity is not self._asked:
            self._asked, self._nearest = quantity, self._time_before(quantity, spot)
        return self._nearest

    def _time_before(self, quantity: QuantityMention, spot: Spot) -> TimeMention | None:
        words, start = self._context.words, quantity.start
        reach = start - LONGEST_SENTENCE
        begin = spot.sentence_start if spot.sentence_start > reach else reach
        for time in reversed(self._context.usable_times.between(begin, start)):
            if words.startswith(")", time.end) or open_to(words, time.end, start):
                return time
        return None

    def _is_before(self, time: TimeMention) -> bool:
        last = time.last
        return last is not None and self._begin is not None and last[0] != "-" and last < self._begin

    def _is_heading_of_past(self, time: TimeMention) -> bool:
        """Whether a heading opens with a time that was over before the plan's first year began."""
        if not self._is_before(time) or str(time.last)[:4] >= str(self._begin)[:4]:
            return False
        words, (start, end) = self._context.words, self._context.marks.paragraph(time.start)
        start = max(start, time.start - _LONGEST_HEADING)
        opens = _HEADING_OPENS.fullmatch(words, start, time.start) is not None
        return opens and not has_any(words[time.end : min(end, time.end + _LONGEST_HEADING)], _LEFT)


def kinds_told(lineage: Sequence[SectionOutline]) -> tuple[tuple[str, ...], list[str]]:
    """The kinds of the innermost of some sections that says of what kind it is, and the titles up to it.

    What stands under a look back has been, whatever its words (一、发展成就 (三)生态安全得到保障), but for goals and
    for what a heading in between says to be ahead.
    """
    kinds: tuple[str, ...] = _UNTOLD
    titles: list[str] = []
    for above, section in enumerate(lineage):
        if kinds is _UNTOLD:
            titles.append(section.title)
            if section.kinds and section.kinds != _UNTOLD:
                kinds = section.kinds
        elif (
            "status" in section.kinds
            and "goal" not in section.kinds
            and not any(has_any(below.title, _AHEAD) for below in lineage[:above])
        ):
            kinds = ("status",)
        if "goal" in kinds or "status" in kinds:
            break
    return kinds, titles
