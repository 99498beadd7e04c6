"""Where 和 parts what one number counts from what the next one does: 20个充电桩|和|换电站10座."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention

__all__ = ["joint_before"]

_LONGEST = 30
# Not in 和平, 饱和, 普及, 参与.
_JOINT = lazy_plain_pattern(
    r"(?<![饱温缓共协亲普涉惠遍触顾兼危波参给赋])(?:以及|和(?![平谐睦解])|与(?!会)|及(?![时其早格]|以[上下内外]))"
)
_JOINTS = frozenset("和与及")
# Whose the next things are: 50个问题和国家移交我省14个典型问题.
_HANDED = ("下达", "移交", "交办", "反馈", "安排我")
# 6条公路项目和|东岭等3个铁路项目: the second number sums up what is named behind 和.
_AND_OTHERS = "等"
# What names of two kinds share at their end: of 20个文化和旅游项目5公里 all are 项目.
_HEADS = ("项目", "工程", "任务", "工作", "活动", "机构", "岗位", "基地", "设施")
_SHORTEST = 2


def joint_before(first: QuantityMention, second: QuantityMention, context: PlanContext) -> tuple[int, int] | None:
    """The stretch of the 和 between two numbers behind which the second one's own words begin, None without one.

    The thing stands in front of the second number and nothing behind it, and is neither paid for by it nor has so many
    people; or somebody has handed down what the second one counts.
    """
    start, end = first.op_end, second.op_start
    between = context.words[start:end]
    if not 0 < len(between) <= _LONGEST or _JOINTS.isdisjoint(between):
        return None
    joints = [*_JOINT.finditer(between)]
    joint = joints[-1] if joints else None
    if joint is None or joint.start() < _SHORTEST or len(between) - joint.end() < _SHORTEST:
        return None
    if (
        has_any(between, ",;。:()")
        or not (
            context.words.startswith(between[: joint.start()], second.op_end)  # 国控2条目标断面和|市控3条目标断面
            or has_any(between[joint.end() :], _HANDED)
            or between.endswith(_AND_OTHERS)
            or _is_name(between[joint.end() :], first, second, context)
        )
    ):
        return None
    return start + joint.start(), start + joint.end()


def _is_name(words: str, first: QuantityMention, second: QuantityMention, context: PlanContext) -> bool:
    """Whether the words in front of the second number are the name of what it measures, and the first one's are not."""
    if "一" <= context.words[second.op_end : second.op_end + 1] <= "龥" or words.endswith(_HEADS) or "的" in words:
        return False
    if context.words.startswith("的", first.op_end):
        return False  # 500万元以下的|小微企业和农户费率不超过1%: which ones are meant
    units = unit_table(context.rules).by_word
    one, other = units.get(first.unit), units.get(second.unit)
    if other is None or other.dimension == "money" or other.rule == "quantity/place":
        return False
    of_one = one.dimension if one else "counter"
    if of_one == "money" or (other.dimension == "people" and of_one != "people"):
        return False
    content = verbs(context.rules).content
    return content.find(words[len(content.at(words)) or 1 :]) < 0
