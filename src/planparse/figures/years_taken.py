"""How many years a work takes (三年内), where the sentence says no more than that, or which years they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.brackets import LONGEST_SENTENCE
from planparse.patterns import lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["is_behind_years", "is_in_so_long"]

# In a time of so long: 用三年时间, 今后三年, 三年内.
_SPAN_OF_TIME = ("时间", "内", "左右", "努力")
_AHEAD = ("今后", "未来", "用", "通过", "利用")
# 三年内(2031至2033年): which years they are; but 比前三年(2028至2030年) compares.
_BEHIND_YEARS = lazy_quick_pattern(
    r"(?<![前近上每逐去往比较到])(?:\d{1,2}|[一二两三四五六七八九十])年(?:时间|以?内|之内|间)?\($"
)
_REACH = 8


def is_behind_years(time: TimeMention, words: str) -> bool:
    """Whether a time stands in brackets right behind how many years it takes: 三年内(2031至2033年)."""
    return _BEHIND_YEARS.search(words, max(0, time.start - _REACH), time.start) is not None


def is_in_so_long(quantity: QuantityMention, spot: Spot, context: PlanContext) -> bool:
    """Whether the sentence says only how long it takes (用三年时间,新建…): no year is named for it."""
    if not context.years_taken.times:
        return False
    start = quantity.start - LONGEST_SENTENCE
    if start < spot.sentence_start:
        start = spot.sentence_start
    words = context.words
    for time in context.years_taken.between(start, quantity.start):
        said = words[time.start : time.end]
        if said.startswith(_AHEAD) or said.endswith(_SPAN_OF_TIME) or words[start : time.start].endswith(_AHEAD):
            return True
    return False
