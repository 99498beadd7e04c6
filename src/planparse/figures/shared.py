"""Indicators that a number shares: with the number beside it, with a list of subjects, with a label in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.brackets import open_to
from planparse.figures.line_labels import line_label
from planparse.figures.nouns import measured, opened
from planparse.figures.rows import MEASURE
from planparse.figures.shares import of_whole
from planparse.figures.verbs import verbs
from planparse.figures.works import work_before
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention

__all__ = ["shared", "subject_before"]

_REACH = 60
_JOINED = ("、", "和", "及", "与", "以及", "或", "/")
# The weight or points of a label in brackets are none of it, nor is its number: 利润(15分):3亿元, (三)校本培训:36学时.
_LABEL = lazy_quick_pattern(
    r"(?<!\d)(?:\([一二三四五六七八九十]{1,3}\))?"
    r"([一-龥“”\"()]{2,20})(?:\((?:占|权重|分值)?[\d.]{1,5}[分%]\))?+:[^。;:\n]*$"
)
_EXPLAINED = lazy_pattern(r"(?:.*进行)?([一-龥]{2,8})$")
# The same measure, told once more: …提高到35%,比2022年提高3个百分点.
_COMPARES = (
    "比",
    "较",
    "或比",
    "或较",
    "相比",
    "相较",
    "相对",
    "同比",
    "增长",
    "可比",
    "同口径",
    "下降",
    "提高",
    "提升",
    "上升",
    "降低",
    "减少",
    "增加",
    "达到",
    "再",
    "年均",
    "高于",
    "低于",
    "优于",
    "好于",
    "快于",
    "慢于",
    "高出",
    "低出",
    "超",
    "领先",
    "落后",
)
# 连续迈上4个万亿元台阶、|达|14万亿元
_REACHED = frozenset({"达", "达到", "突破", "超过", "超"})
# 占比达到55%、5年|提升10个百分点: over how many years.
_YEARS = lazy_quick_pattern(r"^(?:近|这|连续|累计)?(?:\d{1,2}|[两二三四五六七八九十])年(?:来|间|累计)?")
_LONGEST_LINE = 24
_NAME = lazy_pattern("[一-龥]{1,20}")
_SUM = lazy_pattern(r"(?:共计|合计|总计|总共|共|计)?(?:大约|约|近)?$")
_SUM_ENDS = ("约", "计", "共", "近")
_VALUES = ("由", "从", "达到", "较", "比", "年均", "提高", "降至", "降低")
# 知晓率和满意率逐年提升,均达到92%: said of all that the clause in front measures.
_OF_ALL = ("均", "都", "双双", "分别")
_RISES = lazy_pattern(
    r"(?:不断|持续|稳步|显著|明显|进一步|大幅度?|逐步|逐年|稳定|快速|同步|继续)*(?:提升|提高|增长|下降|降低|扩大|优化|改善|增加|减少|上升|增强)$"
)
# 提高入学率,2032年由88%提高到92%: what is to rise.
_RAISED = lazy_pattern(
    r"(?:不断|持续|稳步|显著|明显|进一步|大幅|逐步|稳定|快速)*(?:提升|提高|降低|扩大|改善|增加|减少|增强|优化)(?P<measure>[一-龥“”A-Za-z0-9]{2,20})$"
)
# 8.5公里、3.5米宽: what the next is, and not this.
_SIDES = frozenset("宽长高深厚")
# What parts a growth from the level that it leads to: ,力争突破, ,连续跨上
_REACHES = lazy_pattern(
    r",(?:并|且|将|要|力争|争取|预计|确保|有望|首次|一举|成功|率先|连续)*"
    r"(?:突破|超过|超|逾|跨上|迈上|跃上|站上|达到?|达到?或超过|接近|近|不[低少]于)约?"
)
_GROWTHS = ("增幅", "增速", "涨幅", "降幅")
_SHARES = frozenset({"%", "个百分点", "百分点"})


def shared(
    quantity: QuantityMention,
    spot: Spot,
    earlier: Sequence[tuple[QuantityMention, str | None]],
    left: str,
    is_named: bool,
    behind_next: str,
    context: PlanContext,
) -> str | None:
    """The phrase of a number with no words of its own: what the next counts, the one before, or the label in front.

    `earlier` are the quantities before it with their indicators, nearest first; `left` the words in front of the
    number, `is_named` whether they name anything, `behind_next` what the next, coordinated number counts.
    """
    if behind_next and behind_next not in _SIDES:
        return behind_next
    words = context.words
    period = spot.period_start
    is_clause = spot.item_start == spot.clause_start and words[spot.clause_start - 1] == ","
    if is_clause and (work := work_before(quantity, spot.clause_start, period, left, context)):
        return work
    floor = max(period, quantity.start - _REACH)
    near = [(other, indicator) for other, indicator in earlier if other.start >= floor and indicator]
    if near and ")" in words[near[-1][0].end : quantity.start]:
        # 建设牧场4万平方米(其中饲料库1万平方米),建成1万平方米: what stands in a bracket is of no one outside.
        near = [one for one in near if open_to(words, one[0].end, quantity.start)]
    if left:
        # 粮食产量比上年增加60吨,增幅31%,年均增长5%: by how much it grew names nothing that grows.
        near = [one for one in near if one[1] not in _GROWTHS] or near
    for at, (other, indicator) in enumerate(near):
        # Beyond the number right before it only one of the same unit goes on: 3200户、1.1万人,2031年完成1000户.
        if at == 0 or other.unit == quantity.unit:
            found = _of_previous(quantity, other, indicator, near, left, is_named, context)
            if found:
                return found
    clause = spot.clause_start
    if words[clause - 1 : clause] == "(":
        if near and near[0][0].op_end == clause - 1:
            return near[0][1]  # 14.8公里(5万平方米): the same, told in another unit
        # 给予补助(计560万元已列入预算): the bracket explains what stands in front of it.
        front = opened(words[context.marks.item(clause - 1)[0] : clause - 1], verbs(context.rules))
        explained = _EXPLAINED.search(front)
        if explained:
            return explained[1]
    subject = subject_before(clause, period, context)
    if not subject and quantity.unit == "%" and not left:
        subject = _whole_before(clause, period, context)
    if subject:
        return subject
    front = words[floor : quantity.start]
    if ":" in front and (label := _LABEL.search(front)):
        # 某项目:占地10亩,预计投资1000万元: a sum with a verb of its own is not the label's.
        return None if is_named and _is_money(quantity, context) else label[1]
    if left:
        return _on_line_before(spot, left, context)
    return line_label(quantity, context) or _led_to_on_line_before(quantity, context)


def _on_line_before(spot: Spot, left: str, context: PlanContext) -> str | None:
    """What is measured, where the line breaks in front of the verb (利用率⏎达到90%) and no mark ends the one before."""
    start, words, table = spot.item_start, context.words, verbs(context.rules)
    if words[start - 1 : start] != "\n" or table.joining.ending(left) != left:
        return None
    front = words[context.marks.clause(start - 1)[0] : start - 1]
    if not 2 < len(front) <= _LONGEST_LINE or not MEASURE.search(front):
        return None
    return measured(front, table).phrase or None


def _led_to_on_line_before(quantity: QuantityMention, context: PlanContext) -> str | None:
    """What is measured, where the line breaks behind the verb that leads to the value (利用率达到⏎90%)."""
    words, table, end = context.words, verbs(context.rules), quantity.op_start - 1
    if words[end : end + 1] != "\n":
        return None
    begin = _behind_mark(words, end)
    front = words[begin:end]
    if not table.joining.ending(front):
        return None
    if words[begin - 1 : begin] == "\n":
        # 县城污水⏎处理率达到⏎90%
        further = words[_behind_mark(words, begin - 1) : begin - 1]
        front = further + front if _NAME.fullmatch(further) else front
    phrase = measured(front, table).phrase
    return phrase if len(phrase) > 2 and MEASURE.search(phrase) else None


def _behind_mark(words: str, end: int) -> int:
    """Where the words begin that end at `end`, behind the mark or line end in front of them."""
    return max(words.rfind(mark, max(0, end - _LONGEST_LINE), end) for mark in "\n,;。、:") + 1


def _is_money(quantity: QuantityMention, context: PlanContext) -> bool:
    unit = unit_table(context.rules).by_word.get(quantity.unit)
    return unit is not None and unit.dimension == "money"


def subject_before(clause: int, period: int, context: PlanContext) -> str | None:
    """The subject of the clause in front, where this one only gives its value (比重不断提升,由33%提升至37%)."""
    words = context.words
    if clause <= period or words[clause - 1] != ",":
        return None
    value = clause
    if words.startswith(_OF_ALL, clause):
        value = -1
    elif not words.startswith(_VALUES, clause):
        times = context.time_row.between(clause, clause + 2)
        value = times[0].end if times else clause
        if value == clause or not words.startswith(_VALUES, value):
            return None
    start, _ = context.marks.clause(clause - 1)
    front = words[max(start, clause - _REACH) : clause - 1]
    if context.quantities_between(start, clause):
        return None
    table = verbs(context.rules)
    if (raised := _RAISED.match(opened(front, table))) and MEASURE.search(raised["measure"]):
        return str(raised["measure"])
    subject = measured(_RISES.sub("", front), table).phrase
    return subject if subject and (value == clause or MEASURE.search(subject)) else None


def _whole_before(clause: int, period: int, context: PlanContext) -> str | None:
    """What a share is taken of, where the clause in front ends with it (参加培训的学员中,不少于70%…)."""
    words = context.words
    if clause <= period + 1 or words[clause - 1] != ",":
        return None
    start, _ = context.marks.clause(clause - 1)
    whole = of_whole(words[max(start, clause - _REACH) : clause - 1])
    if whole is None or context.quantities_between(start, clause):
        return None
    return opened(whole.rpartition("的")[2], verbs(context.rules)) or None


def _of_previous(
    quantity: QuantityMention,
    previous: QuantityMention,
    indicator: str,
    near: Sequence[tuple[QuantityMention, str | None]],
    left: str,
    is_named: bool,
    context: PlanContext,
) -> str | None:
    """The indicator of the number before, with the verb that this one has (改建20个 after 新建活动室15个).

    `near` are the numbers before this one that may say what it counts.
    """
    table = verbs(context.rules)
    between = context.words[previous.op_end : quantity.start]
    summed = _SUM.sub("", between) if between.endswith(_SUM_ENDS) else between
    verb = table.content.at(opened(left, table)) if is_named else ""
    if not verb:
        is_same = (
            previous.unit == quantity.unit
            or _is_level_of(previous, quantity, between, context)
            or not summed
            or summed in _JOINED
            # 承担资金的75%,41.25万元: the same, told as an amount; 新建厂房6栋,共计约3万平方米
            or (summed == "," and (not left or summed != between))
        )
        if is_same or left in _REACHED:
            return indicator
        return indicator if _YEARS.sub("", left).startswith(_COMPARES) else None
    unit = unit_table(context.rules).by_word.get(quantity.unit)
    is_alike = any(one.unit == quantity.unit for one, _ in near)
    if not is_alike or ";" in between or (unit and unit.dimension == "money"):
        return None
    noun = measured(indicator.removeprefix("已"), table).noun  # 新建 behind 已建成公路: another road
    return verb + noun.removesuffix(table.done.ending(noun))


def _is_level_of(previous: QuantityMention, quantity: QuantityMention, between: str, context: PlanContext) -> bool:
    """Whether a number is the level that is reached by the growth told in front of it: 收入增长10%,突破300亿元."""
    if previous.unit not in _SHARES or between[:1] != "," or not _REACHES.fullmatch(between):
        return False
    if quantity.unit == "%" and previous.unit == "%":
        return False
    return verbs(context.rules).change(context.words[max(0, previous.op_start - 8) : previous.op_start]) == "by"
