"""Indicators: the shortest phrase of the text that says what a quantity counts or measures.

A counted thing mostly follows its number (`137个村`), a measured one precedes it (`治理面积3万亩`); where neither side
has words of its own the phrase is shared with the number beside it (`村小20所、6000平方米`) or stands in the label in
front (`村卫生室建设:2016年建设12个`).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from planparse.figures.bearers import PLACES_BEGIN, bearer, place, place_with_work
from planparse.figures.grades import graded
from planparse.figures.inline_headings import behind_heading
from planparse.figures.items import words_behind, words_in_front
from planparse.figures.nouns import ADVERBS, LONGEST_NOUN, action_and_change, counted, improved, is_place, measured
from planparse.figures.phrase import Phrase
from planparse.figures.respective import respective
from planparse.figures.row_names import STATES, may_be_row, row_name
from planparse.figures.shared import shared
from planparse.figures.shares import of_whole, sharing
from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.verbs import Verbs
    from planparse.mentions.model import QuantityMention
    from planparse.mentions.units import Unit

__all__ = ["phrases"]

# Numbers before it whose words a number may share.
_EARLIER = 4
# The rule of units that are things themselves, and need no other behind them: 80村.
_BARE_PLACE = "quantity/place"
# What is done with all that is named in front (老旧锅炉35台|全部淘汰), or where it goes (教师60人|到乡村支教).
_DONE_WITH = lazy_pattern(
    "全部|赴|前往|下乡|深入|到(?![位期户岗龄账校访])|(?:完成|实现|得到|享受|参加|通过|脱贫|退出|摘帽)(?!.*的)"
)
_DONE_WITH_BEGINS = frozenset("全赴前下深到完实得享参通脱退摘")
_STEP = "台阶"
_STRIVES = frozenset({"力争", "力争达到", "争取", "争取达到", "力争突破", "力争实现", "努力达到"})
_PAUSES = frozenset(",、")
_ROW = ("、", "和", "及", "与", "以及")
_PEOPLE = frozenset({"户", "人", "名"})
_LONGEST_VERB = 2
# 合作社为50户|农户|提供种苗: for whom something is done.
_SERVED = lazy_pattern(
    r"([^,。;、\d\n]{1,14}?)(?:免费|无偿|统一|上门|优先|全部)?(?:提供|发放|办理|解决|配备|安装|购买|落实|缴纳|代缴)"
)
_GOES = ("在", "到", "向")
# 横幅6米×20元=120元, 每张30元: signs, and what the price is of, name nothing.
_NO_NAME_BEGINS = frozenset("=×xX*+≈/每")
_LONGEST_PIECE = 2
# 青山、白石、红山寺2乡: names of places in a row.
_LONGEST_PLACE = 4
_AGE = "岁"
# 余下的40户, 当年改造的20户: told by when, not by what.
_REST = ("余", "剩", "当年", "今年", "本年", "首批", "先期", "第")


def phrases(context: PlanContext, spots: list[Spot]) -> list[Phrase]:
    """One phrase per quantity of the plan, in order; `spots` is where they stand."""
    found: list[Phrase] = []
    table, units = verbs(context.rules), unit_table(context.rules).by_word
    before: QuantityMention | None = None
    for quantity, spot, following in zip_longest(context.quantities, spots, context.quantities[1:]):
        found.append(_phrase(quantity, spot, before, found, following, context, table, units.get(quantity.unit)))
        before = quantity
    return graded(context, respective(context, spots, found))


def _phrase(
    quantity: QuantityMention,
    spot: Spot,
    before: QuantityMention | None,
    found: Sequence[Phrase],
    following: QuantityMention | None,
    context: PlanContext,
    table: Verbs,
    unit: Unit | None,
) -> Phrase:
    """The phrase of a quantity; `found` are those of all before it, `before` the last of these."""
    left, left_start = words_in_front(quantity, spot, before, context, table)
    words = context.words
    if words[left_start - 1] in ")、.":
        left, left_start = behind_heading(left, left_start, quantity.start, context)
    if before and left_start == before.op_end:
        if left[:1] in PLACES_BEGIN:
            # 在10个镇|建成养老服务中心12所: the places are what the number before counts.
            there = place_with_work(left, table)
            if there != left and there == found[-1].indicator:
                left, left_start = left[len(there) :], left_start + len(there)
        elif left[:1] == "内" and len(left) > 1:
            left, left_start = left[1:], left_start + 1  # 公交站50米内|换乘比例
    right = behind = ""
    if quantity.op_end != spot.item_end:
        right = words_behind(quantity, spot, following, context)
        if "”" in right or '"' in right:
            right = _in_quotation(right)
        behind = counted(right, table)
        if behind in STATES or (behind[:1].isdigit() and not _is_counted(unit)):
            behind = ""
        if behind and behind[0] in PLACES_BEGIN and _is_counted(unit):
            behind = place_with_work(behind, table)
        if behind and following and following.op_start <= spot.item_end and _is_counted(unit):
            between = words[quantity.op_end : following.op_start]
            behind = bearer(behind, between, following.op_start < following.start, table)
    action, change = action_and_change(left, table)
    last = left[-1:]
    if last == "为" and _is_counted(unit) and (served := _SERVED.match(right)):
        left, behind = "为", served[1]
    if change is None and before and (changed := found[-1].change):
        goes_on = _is_row(before, quantity, context)
        if goes_on or (changed == "by" and _goes_further(before, quantity, left, context)):
            change = changed
    in_front = measured(left, table)
    noun, phrase, joined = in_front.noun, in_front.phrase, in_front.joined
    if phrase and may_be_row(phrase):
        is_behind_value = before is not None and left_start == before.op_end  # …提高5%以上⏎5|污泥处置率90%
        begins_line = is_behind_value or words[left_start - 1 : left_start] in ("", "\n")
        name = row_name(phrase, begins_line, unit_table(context.rules).by_word)
        if name != phrase:
            phrase, noun = name, noun and name
    if noun in ADVERBS or (phrase[:1] in _NO_NAME_BEGINS and _is_no_name(phrase, unit)):
        noun = phrase = ""  # 免费为2.4万名|学生配镜
    if (
        last == "在"
        and left[-2:] != "存在"
        and behind
        and _is_counted(unit)
        and quantity.op_end == quantity.end
        and right[0] != "的"
    ):
        # 分布在4个|县, where 在 joins no value: but of 保持在, 控制在 it is part.
        joined = table.joining.ending(left) != "在"
        behind = behind if joined else place(behind, table)
    if last == "的" and quantity.unit == "%" and (comer := sharing(left, table)):
        noun = phrase = comer
    if change == "by" and (work := improved(left, behind, unit.dimension if unit else "counter", table)):
        noun, phrase, joined, change = work.noun, work.phrase, work.joined, None
    if behind and (
        (noun and _is_done(behind, noun, table))
        or (phrase and behind in table.closers)
        or (joined and behind.endswith(_STEP))
    ):
        # 老旧锅炉35台全部淘汰, 选派60人参加: what is done with the thing in front; 收入跨上300亿元新台阶
        behind = ""
    if behind and unit is not None and unit.rule == _BARE_PLACE and _ends_row(noun, left_start, context):
        noun = phrase = ""  # 东坝、西吉2乡|供水工程: the places are named in front, and only counted
    # 山北地区150万亩林地, 在某村建设200亩示范区: what stands in front only says where, or what is done.
    is_behind = behind and not joined and (_is_counted(unit) or is_place(noun) or table.done.ending(left))
    if behind and not joined and right[0] == "的" and action in table.rule_of["light"] and _names_work(behind, table):
        is_behind = True  # 完成红岩公路5公里的|路基改造
    indicator: str | None
    if noun and not is_behind:
        indicator = (of_whole(phrase) if quantity.unit == "%" else None) or phrase
    elif behind:
        indicator = behind
    elif unit is not None and unit.rule == _BARE_PLACE:
        indicator = quantity.unit
    else:
        shown = _counted_by_next(quantity, following, context)
        earlier = context.quantities[max(0, len(found) - _EARLIER) : len(found)]
        others = [(other, said.indicator) for other, said in zip(reversed(earlier), reversed(found), strict=False)]
        own = phrase if before and last == "的" and _is_own(phrase, quantity, before, context) else ""
        if left and quantity.unit in _PEOPLE and right.startswith(_GOES):
            others, phrase = [], phrase or right.strip()  # 引导2万人在中心镇落户: no more of the people before
        indicator = (
            own or shared(quantity, spot, others, left, bool(in_front.phrase), shown, context) or phrase or _use(right)
        )
    if before and before.unit == _AGE and left_start == before.op_end and indicator and left.startswith(indicator):
        indicator = words[before.start : before.op_end] + indicator  # 9岁以下|儿童建档率
    stop = quantity.op_end + (len(right) if behind and indicator == behind else 0)
    start = quantity.op_start
    if left_start < start:
        start = left_start
    return Phrase(indicator, action, change, start, stop)


def _goes_further(last: QuantityMention, quantity: QuantityMention, left: str, context: PlanContext) -> bool:
    """Whether a percentage is a bit more of the change told in front of it (能耗下降12%,力争达到13%).

    A level (普及率提高5%,力争达到95%) is far above the change that leads to it.
    """
    if not (last.unit == quantity.unit == "%" and left in _STRIVES and last.value and quantity.value):
        return False
    between = context.words[last.op_end : quantity.op_start]
    return between[:1] in _PAUSES and between[1:] == left and last.value < quantity.value <= 2 * last.value


def _is_done(behind: str, noun: str, table: Verbs) -> bool:
    """Whether the words behind a number say what is done with what the noun in front names, or where it goes."""
    if behind[0] not in _DONE_WITH_BEGINS or not (said := _DONE_WITH.match(behind)):
        return False
    return said[0] == "全部" or not (is_place(noun) or table.done.ending(noun))  # 合作社带动450户|脱贫


def _is_no_name(phrase: str, unit: Unit | None) -> bool:
    """Whether a phrase that begins with a sign or 每 is but the sign, or what a sum of money is the price of."""
    if phrase[0] != "每":
        return len(phrase) == 1
    return len(phrase) <= _LONGEST_PIECE and unit is not None and unit.dimension == "money"


def _ends_row(noun: str, start: int, context: PlanContext) -> bool:
    """Whether a noun that begins at `start` is the last of a row of short names, or the row."""
    last = noun.rpartition("、")[2]
    return 0 < len(last) <= _LONGEST_PLACE and (last != noun or context.words[start - 1 : start] == "、")


def _names_work(behind: str, table: Verbs) -> bool:
    """Whether the words behind a number name a work: 路基改造."""
    ending = table.done.ending(behind)
    return ending in table.rule_of["content"] and len(behind) > len(ending) + 1


def _is_counted(unit: Unit | None) -> bool:
    """Whether a unit counts the thing that stands behind it. A village (80村) is the thing itself."""
    return unit is None or (unit.dimension in ("counter", "people") and unit.rule != _BARE_PLACE)


def _is_own(phrase: str, quantity: QuantityMention, before: QuantityMention, context: PlanContext) -> bool:
    """Whether a phrase with 的 behind it says what a number counts, so that it shares nothing with the one before.

    甲承担资金的75%,乙承担资金的25%: a share of something is no share of the rate before it. In 因病致贫的50户,
    缺劳动力的30户 each part of a stock has its own name. Where it has but a verb the stock's goes on
    (改造危房60户,需改造的20户), unless the part before has a name of its own (缺劳动力的30户,需要搬迁的20户).
    """
    if quantity.unit == "%":
        return before.unit == "%"
    if quantity.unit not in _PEOPLE or phrase.startswith(_REST):
        return False
    is_named = len(phrase) > _LONGEST_VERB or not verbs(context.rules).are_all(phrase)
    return is_named or context.words[before.start - 1] == "的"


def _is_row(before: QuantityMention, quantity: QuantityMention, context: PlanContext) -> bool:
    """Whether two numbers of one unit are coordinated (下降2%、3%): what changes the first changes the second."""
    return before.unit == quantity.unit and context.words[before.op_end : quantity.start] in _ROW


def _use(right: str) -> str | None:
    """What a share is used for, where nothing else says what it is (其中60%以上用于产业发展)."""
    words = right.strip("的 ")
    return words[:LONGEST_NOUN] if words.startswith(("用于", "投向", "投入")) else None


def _counted_by_next(quantity: QuantityMention, following: QuantityMention | None, context: PlanContext) -> str:
    """The thing that the next, coordinated number counts (`15939户、62202人得到扶持`), or nothing."""
    if following is None or context.words[quantity.op_end : following.start] not in ("、", "和", "及", "与", "或", "/"):
        return ""
    return counted(words_behind(following, context.spot(following.start), None, context), verbs(context.rules))


def _in_quotation(words: str) -> str:
    """The words behind a number, up to the end of the quotation that it is in."""
    if (at := words.find("”")) >= 0:
        return words[:at] if words.find("“", 0, at) < 0 else words
    return words[: words.find('"')] if words.count('"') % 2 else words
