"""What quantities of one clause say of each other: rates and comparators shared, articles told from counts."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.mentions.clauses import clauses
from planparse.mentions.haves import had_by_each
from planparse.mentions.rates import RATE_SIGN, RHYTHMS, ROW_REACH, WHO_DOES, rate_of_all, rates_before
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.mentions.model import QuantityMention

__all__ = ["read_together"]

_RATE_REACH = 120
_JOINING = ("和", "、", "及", "与", "以及")
# 人均面积由30平方米提高到35平方米: what is measured stays the same.
_CHANGED = lazy_plain_pattern(r"[^,;。、\d]{1,8}[到至为]")
# 按每户2000元的标准扶持300户: a standard that is stated says nothing of what is done by it, nor of the sum that it
# makes (每亩30元计120万元); what tells who they are (每周参加2次以上健身的人数达18万人) is said of them alone.
_STANDARD = lazy_plain_pattern(
    r"的?(?:[一-龥]{0,4}标准(?!化)|价格|额度|限额)|[,、]?(?:(?:合|共|总|小|预)?计|共需?)约?(?=\d)"
    rf"|{WHO_DOES}"
)
# 年产20万吨粮食、10万吨油料: the flow of the first goes on behind the goods, but not to what stores them.
_YEARLY_IN_FRONT = lazy_plain_pattern(r"年[一-龥]{0,2}[产工理栏供]$")
_GOODS = lazy_plain_pattern(r"[一-龥]{2,8}[、和及]")
_STORED = lazy_plain_pattern(r"[一-龥]{0,4}?[库仓储]")

# 每个村有2名带头人,有1个合作社: what each has goes on behind the comma, unless it is counted itself (有30个村).
_HAS_TOO = lazy_quick_pattern(r"[^,;。:\n\d每]{0,14},(?:并|还|且|均|都|同时|至少)*有[^,;。:\n\d每]{0,6}")
_EACH_REACH = 40
# 人均收入增长8%,突破2万元: the level that the growth leads to is of what is measured in front of both.
_SHARES = frozenset({"%", "个百分点", "百分点"})
# 年径流总量控制率75%, 年均浓度下降12%, 年发电量占全省的12%: share and change are of what is measured by the year,
# and no more in the next year; 年增长5% is. 人均收入中工资收入占45%: nor is a share of something one for each.
_OF_LEVEL = lazy_pattern(
    r"(?P<of>年)(?:均(?!增|递|下降|降|提|上升|减|压|净)[^,;。、\d]{0,8}?(?:浓度|气温|温度|降[水雨]量|值|水平)"
    r"|(?<![\d每逐前后来两几〇零一二三四五六七八九十]年)(?!均|复合|[净递]?[增减]|递|下降|降低|提[高升]|上升|压减)"
    r"(?![^,;。、]*(?:(?:增长|递增|增加|下降|递减|变化|收益|回报|通胀|利)率|年[均增递]))[^,;。、]{2,32}$)"
    r"|(?P<of>[户人])均[^,;。\d]{1,24}占"
)
_GROWS = ("增长", "增加", "提高", "上升", "递增", "提升")
_REACHES = lazy_plain_pattern(
    r",(?:并|且|将|要|力争|争取|预计|确保|有望|首次|一举|成功|率先|连续)*"
    r"(?:突破|超过|超|逾|跨上|迈上|跃上|站上|达到?|接近|近|不[低少]于)约?"
)
# Behind 均 and 都 in front of what each has.
_NEAR = 12
_ONE = Decimal(1)
_WITHIN = ("以内", "以下", "之内")
_KEPT = ("控制在", "压减到", "压减至", "降至", "降到", "压缩到", "压缩至", "缩短到", "缩短至")


def read_together(words: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """The quantities `found` in clean text, in order, with what they have from each other; articles are dropped."""
    return _counted_ones(words, _shared_comparators(words, _with_rates(words, found)))


def _with_rates(words: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Adds what the words in front say each quantity is counted per; the number before it ends their reach."""
    marks, before, closed = clauses(words), 0, 0
    if "个百分点" in words:
        _share_points(words, found)
    items = marks.items
    rated: QuantityMention | None = None
    for quantity in found:
        start = quantity.start
        item = items[bisect_left(items, start) - 1] + 1
        if item < before:
            item = min(before, start)
        reach = start - _RATE_REACH if start > _RATE_REACH else 0
        # 户均种植、养殖收入
        said = max(0, item - ROW_REACH) if words.startswith("、", item - 1) else item
        if "每" in words[reach:start] or RATE_SIGN.search(words, said, start):
            per = rates_before(words, max(marks.clause(start)[0], reach, closed), item, start)
            if per and quantity.unit in _SHARES and (level := _OF_LEVEL.search(words, item, start)):
                per = [of for of in per if of != level["of"]]
            if per:
                quantity.per = tuple(dict.fromkeys([*per, *quantity.per]))
        near = words[start - _NEAR if start > _NEAR else 0 : start]
        if ("均" in near or "都" in near) and quantity.unit not in _SHARES and RHYTHMS.issuperset(quantity.per):
            of_all = rate_of_all(words, max(marks.clause(start)[0], reach, closed), start)
            quantity.per = (of_all, *quantity.per) if of_all else quantity.per
        if (
            rated
            and not quantity.per
            and (_is_said_of_both(words, rated, quantity) or _each_has(words, rated, quantity))
        ):
            quantity.per = rated.per
        elif rated and rated.unit in _SHARES and not quantity.per and _is_level_of(words, rated, quantity):
            quantity.per = tuple(of for of in rated.per if of not in RHYTHMS)
        before, rated = quantity.op_end, None
        if quantity.per:
            rated = quantity
            # 6元每斤×10斤=60元: a 每 behind the price is of this alone.
            if words.startswith("每", quantity.end) or _STANDARD.match(words, before):
                closed = before
    had_by_each(words, found)
    return found


def _share_points(words: str, found: list[QuantityMention]) -> None:
    """Of `分别降低20个、10个百分点` the first is of 百分点, too."""
    for at in range(len(found) - 1, 0, -1):
        last, quantity = found[at - 1], found[at]
        if quantity.unit == "个百分点" and last.unit == "个" and words[last.op_end : quantity.start] in _JOINING:
            last.unit, last.rule = quantity.unit, quantity.rule


def _is_said_of_both(words: str, rated: QuantityMention, quantity: QuantityMention) -> bool:
    """Whether the next quantity is of what was measured before: 人均收入分别达到2万元和1万元."""
    if rated.unit != quantity.unit:
        return False
    between = rated.op_end, quantity.start
    return (
        words[slice(*between)] in _JOINING
        or _CHANGED.fullmatch(words, *between) is not None
        or (rated.per == ("年",) and _is_of_one_flow(words, rated, quantity))
    )


def _is_of_one_flow(words: str, rated: QuantityMention, quantity: QuantityMention) -> bool:
    """Whether the next quantity is in a row with one of which 年产 stands right in front, or which had it so."""
    before = rated.start
    is_flow = words[before - 1] == "、" or _YEARLY_IN_FRONT.search(words, max(0, before - 4), before) is not None
    return (
        is_flow
        and rated.op_end == rated.end
        and _GOODS.fullmatch(words, rated.end, quantity.start) is not None
        and not _STORED.match(words, quantity.end)
    )


def _is_level_of(words: str, rated: QuantityMention, quantity: QuantityMention) -> bool:
    """Whether a quantity is the level that is reached by the growth told in front of it."""
    return (
        quantity.unit not in _SHARES
        and words.endswith(_GROWS, 0, rated.op_start)
        and _REACHES.fullmatch(words, rated.op_end, quantity.start) is not None
    )


def _each_has(words: str, last: QuantityMention, quantity: QuantityMention) -> bool:
    """Whether a quantity is of what each has of whom `last` tells behind a 每 in the clause before."""
    if not _HAS_TOO.fullmatch(words, last.op_end, quantity.start):
        return False
    each = max(clauses(words).clause(last.start)[0], last.start - _EACH_REACH)
    counted = words[quantity.end - len(quantity.unit) : quantity.end + len(last.per[0])]
    return words.find("每", each, last.start) >= 0 and not any(of in counted or of in RHYTHMS for of in last.per)


def _shared_comparators(words: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """`分别达到95%和90%以上`, `分别不低于22%和30%`: one comparator, behind the last or in front of the first, holds for
    all of the coordinated numbers; without 分别 only one in front (不低于95%和80%)."""
    result = found.copy()
    for row in _rows(words, found):
        last, first = result[row[-1]], result[row[0]]
        clause_start, _ = clauses(words).clause(first.start)
        bound = first if first.op_start < first.start else None
        # 6%、9%以上、12%以上: where one in front has a bound of its own, the last one's is not the row's.
        own = any(result[at].op_end > result[at].end and result[at].op != "=" for at in row[:-1])
        if "分别" in words[clause_start : first.start]:
            bound = last if last.op_end > last.end and last.op != "=" and not own else bound
        elif first.op == "=" and words.startswith(_WITHIN, last.end) and words.endswith(_KEPT, 0, first.start):
            bound = last  # 控制在45人、50人以内
        elif first.op_end > first.end or any(result[at].op != "=" for at in row[1:]):
            continue
        for at in row:
            if bound and result[at].op == "=":
                result[at] = result[at].replaced(op=bound.op, op_text=bound.op_text, op_rule=bound.op_rule)
    return result


def _rows(words: str, found: list[QuantityMention]) -> list[list[int]]:
    """The indices of coordinated numbers of one unit: 95%和90%, 10、20和30公里."""
    rows: list[list[int]] = []
    for at, (last, quantity) in enumerate(pairwise(found), 1):
        if last.unit == quantity.unit and words[last.op_end : quantity.start] in _JOINING:
            if rows and rows[-1][-1] == at - 1:
                rows[-1].append(at)
            else:
                rows.append([at - 1, at])
    return rows


def _counted_ones(words: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """一个, 一次 count only where bounded (至少, 每…) or among other counts; else 一 is an article."""
    kept: list[QuantityMention] = []
    for at, quantity in enumerate(found):
        if quantity.value != _ONE:
            kept.append(quantity)
            continue
        if words[quantity.start] == "一" and quantity.op == "=" and not quantity.per:
            start, end = clauses(words).clause(quantity.start)
            if quantity.unit == "番" or "每" in words[max(start, quantity.start - 20) : quantity.start]:
                kept.append(quantity)
                continue
            near = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
            if not any(start <= other.start < end and words[other.start] != "一" for other in near):
                continue
        if not words.endswith(("没有", "无一"), 0, quantity.start):
            kept.append(quantity)
    return kept
