"""分别: numbers in a row that belong, one by one, to the subjects in a row in front, or to the numbers before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import measured, opened
from planparse.figures.phrase import Phrase
from planparse.figures.rows import MEASURE
from planparse.figures.shared import subject_before
from planparse.figures.verbs import verbs
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.word_boundaries import begins_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention

__all__ = ["respective"]

_REACH = 60
_JOINED = ("、", "和", "及", "与", "以及", "或", "/")
# In 城镇、农村居民 and 单位地区生产总值能耗 no place has a name of its own.
_REGION = lazy_pattern(
    r"(?!城[镇区市乡]|乡镇|农村|单位|万元|人均)(?P<name>[一-龥]{1,8}?)(?:[省市县区旗州镇乡]|街道)(?P<thing>.+)"
)
_LONGEST_MODIFIER = 4
_LONGEST_NAME = 10
# What is measured of pollutants, crops, plants and wares alike.
_COMMON_HEAD = lazy_pattern(
    r"(?:重点工程)?(?:二氧化碳|碳)?(?:排放|减排|削减)(?:总量|量|强度)$|(?:播种|种植|养殖)面积$|[总年]?产[量值能]$"
    r"|(?:累计|新增|并网|总)*装机(?:容量|规模)?$|年?发电量$|增加值$|(?:综合|安全)?(?:利用|处理|回收|普及|自给|使用)率$"
    r"|总?[使施]用(?:量|比例|占比)$|回收利用量$|销售(?:收入|额|量)$|(?:存栏|出栏|库存)量$"
)
# And of people, schools, machines and insurances, where those in front are of different lengths.
_SECOND_HEAD = lazy_pattern(
    r"(?:覆盖|近视|死亡|发病|患病|感染|入学|入园|升学|巩固|就业|合格|达标|建档|就诊|参保|接种|筛查|知晓|满意"
    r"|(?:综合|全程)?机械化)率$|(?:[增产]加?值)?占[^占、]{2,12}(?:比重|比例)$"
    r"|(?:年|日|排放)?(?:平均|均)?(?:质量)?浓度(?:年?均值)?$|(?:参保|就业|受益|培训|服务)人数$|满意度$"
)
# PM10、NO2平均浓度, 可吸入颗粒物(PM10)、臭氧(O3)浓度: behind a sign a new word begins.
_SIGN = r"(?:[一-龥]{0,10}\()?[A-Za-z][A-Za-z0-9.]{0,11}\)?"
_SIGNED = lazy_pattern(_SIGN)
_BEHIND_SIGN = lazy_pattern(rf"{_SIGN}(?P<head>[一-龥]{{2,8}})")
# 城市、县城污水处理率: whose, and not of what; but in 餐厨垃圾、生活污水处理率 each is what is treated.
_TREATED = lazy_pattern("(?:(?:生活|餐厨|建筑|城镇|农村)?(?:污水|垃圾|废水|污泥)(?:无害化|资源化|集中)?|绿化|森林)$")
# 氨氮、总磷等2项主要污染物排放总量: what they all are.
_ALL_ARE = lazy_plain_pattern(
    r"(?<=[一-龥A-Za-z0-9)])(?<![要气水体])等?(?:(?:[两二三四五六七八九十]|\d{1,2})[项种类])?(?:主要)?(?:大气|水)?污染物(?=[排减削浓重])"
)
_ORDINAL = lazy_pattern("第?[一二三四五六七八九十]{1,2}")
_ORDINALS = lazy_pattern("第?[一二三四五六七八九十]{1,2}((?:产业|类|级|期|标段|阶段|梯队)[一-龥]{0,10})")
# 化学需氧量 measures, but is itself what is let out.
_OF_WATER = ("需氧量",)
_BARE_NAME = lazy_pattern("[一-龥]{2}")
_COMPARING = frozenset("较比与和同")
# ,较2030年分别|下降5%、6%, ,在2030年基础上分别|下降
_AGAIN = lazy_pattern("(?:并|且|将|要|力争|预计|同比|[比较与在][^,;。分、]{2,12})*?(?:累计|将|约)?分别")
# 1.新生儿、婴儿: the number of a list is no part of the first name. Not 一、, as in LIST_MARK: it may be the first of
# some ordinals (一、二、三产业).
_MARK = lazy_pattern(r"^\s*(?:\(?\d{1,2}[.、)]|\([一二三四五六七八九十]{1,3}\)|[①-⑳])\s*")
_JOINING = lazy_pattern("、|以及|[和与或]|(?<![普涉惠遍])及")


def _of_regions(names: Sequence[str]) -> str | None:
    """What is measured in each of some regions: 青山县、白石县和红河县耕地面积 lists three and names it once."""
    last = _REGION.fullmatch(names[-1])
    if last is None:
        return None
    # 青山、白石和红河市…: the last says of what kind all are.
    bare = _BARE_NAME if len(last["name"]) <= 3 else _REGION
    if all(_REGION.fullmatch(f"{name}的") or bare.fullmatch(name) for name in names[:-1]):
        return str(last["thing"])
    return None


def _shared_head(names: Sequence[str]) -> str | None:
    """What the last of some names ends in for all of them: of 风电、光伏装机容量 风电 has its 装机容量 too.

    Coordinated modifiers are of one length, and none of the others says itself what is measured. Of any length they may
    be in front of what is measured of many things (氨氮、总磷、氮氧化物|排放总量).
    """
    size, last = len(names[0]), names[-1]
    if ordinals := _ORDINALS.fullmatch(last):
        # 一、二、三|产业: of the ordinals all are.
        return ordinals[1] if all(map(_ORDINAL.fullmatch, names[:-1])) else None
    behind = _BEHIND_SIGN.fullmatch(last)
    if behind and MEASURE.search(behind["head"]) and all(map(_SIGNED.fullmatch, names[:-1])):
        return str(behind["head"])
    if common := _COMMON_HEAD.search(last, 1):
        return _of_all(names, common.start())
    head = last[size:]
    second = _SECOND_HEAD.search(last, 1)
    is_even = all(len(name) == size and not MEASURE.search(name) for name in names[:-1])
    if is_even and second and second.start() == size + 1:
        is_even = False  # 氨气、硫化氢|浓度: one character alone ends the name in front
    if is_even and size <= _LONGEST_MODIFIER and MEASURE.search(head) and begins_word(last, size):
        return head
    return _of_all(names, second.start()) if second else None


def _of_all(names: Sequence[str], start: int) -> str | None:
    """What the last of some names ends in from `start` on, where none of the others says what is measured of it."""
    last, others = names[-1], [name for name in names[:-1] if not name.endswith(_OF_WATER)]
    if any(len(name.partition("(")[0]) > _LONGEST_NAME for name in names[:-1]) or any(map(MEASURE.search, others)):
        return None
    treated = _TREATED.search(last, 1, start)
    if treated and not any(map(_TREATED.search, others)):
        start = treated.start()  # 城市、县城|污水处理率
    return last[start:]


def respective(context: PlanContext, spots: Sequence[Spot], found: list[Phrase]) -> list[Phrase]:
    """`甲、乙、丙分别下降1%、2%、3%`: the n-th number belongs to the n-th subject."""
    words, quantities = context.words, context.quantities
    if "分别" not in words:
        return found
    result, at, count = list(found), 0, len(found)
    while at < count:
        stop = at + 1
        while stop < count and words[quantities[stop - 1].op_end : quantities[stop].start] in _JOINED:
            stop += 1
        if stop - at > 1:
            row = found[at:stop]
            shares = _of_subjects(row, quantities[at], spots[at], context)
            if shares is row:
                shares = _of_numbers_before(row, at, spots[at], result, context)
            result[at:stop] = shares
        at = stop
    return result


def _of_subjects(row: list[Phrase], first: QuantityMention, spot: Spot, context: PlanContext) -> list[Phrase]:
    """The phrases of coordinated numbers, with as many subjects in front of the first as there are numbers.

    They may stand in the clause in front (知晓率和满意率持续提升,分别达到92%、95%).
    """
    words, table = context.words, verbs(context.rules)
    start = max(spot.clause_start, first.start - 3 * _REACH)
    front = words[start : first.start]
    subjects, marker, _ = front.rpartition("分别")
    times = [*context.time_row.between(start, start + len(subjects))]
    if times and words[times[-1].start - 1] in _COMPARING:
        # 化肥、农药使用量|与2030年相比|分别下降
        subjects = subjects[: times.pop().start - 1 - start]
    if len(times) >= len(row):
        return row  # 2031年、2032年分别建成5个、6个: the times are no subjects
    if times and times[0].start - start <= 1 and "、" not in front[: times[0].end - start]:
        subjects = subjects[times[0].end - start :]  # 到2031年|城镇、农村居民收入分别
    if marker and not subjects:
        subjects = subject_before(start, spot.period_start, context) or ""
    names = [opened(name, table) for name in _JOINING.split(_MARK.sub("", subjects))] if marker else []
    if len(names) != len(row) or not all(names):
        return row
    if thing := _of_regions(names):
        names = [thing] * len(names)
    elif head := _shared_head([*names[:-1], measured(names[-1], table).phrase or names[-1]]):
        names = [*(name + head for name in names[:-1]), _ALL_ARE.sub("", names[-1])]
    nouns = [measured(name, table).phrase or name for name in names]
    action, change = row[0].action, row[0].change
    return [Phrase(noun, action, change, phrase.start, phrase.end) for phrase, noun in zip(row, nouns, strict=True)]


def _of_numbers_before(
    row: list[Phrase], at: int, spot: Spot, found: list[Phrase], context: PlanContext
) -> list[Phrase]:
    """The phrases of coordinated numbers that a 分别 of their own gives to the things of as many numbers before them.

    医院3所、诊所20个,分别比上年增加1所、5个. The numbers before are all of their clause, or else each of the unit of
    its partner; what has a name of its own (分别投资1亿元、2亿元) keeps that.
    """
    size, quantities, words = len(row), context.quantities, context.words
    start = spot.clause_start
    if at < size or words[start - 1] != "," or not (again := _AGAIN.match(words, start)):
        return row
    front = words[again.end() : quantities[at].op_start]
    if len(front) > _REACH or measured(front, verbs(context.rules)).phrase:
        return row
    before = quantities[at - size : at]
    begin, end = context.marks.clause(before[0].start)
    if begin < spot.period_start or (at > size and quantities[at - size - 1].op_end > begin):
        return row
    partners = zip(before, quantities[at : at + size], strict=True)
    if end != start - 1 and any(one.unit != other.unit for one, other in partners):
        return row
    things = [phrase.indicator for phrase in found[at - size : at]]
    if not all(things):
        return row
    return [
        Phrase(thing, row[0].action, row[0].change, own.start, own.end) for thing, own in zip(things, row, strict=True)
    ]
