"""The work that the clause in front names, where a number's own clause only says when and that it is done.

推进污水管网改造,6月底前完成30公里 counts 污水管网改造.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import opened
from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.figures.verbs import Verbs
    from planparse.mentions.model import QuantityMention

__all__ = ["work_before"]

_REACH = 40
_LONGEST = 20
# What a clause says that names no thing: that work is done, begun or finished. 投入, 检查, 培训 say more than that.
_DONE = lazy_quick_pattern(
    r"(?:计划|预计|力争|确保|争取|全部|全面|再|要|将|共|[春夏秋冬]季|今冬明春"
    r"|完成|实现|建成|建设|新开工|开工|竣工|完工|投产|开展|组织|实施|启动|达到|不少于|不低于|至少|约)*"
)
_BUILT = ("建成", "开工建设", "新开工", "开工", "竣工", "完工", "投产")
# 推进, 抓好 and the like say that the clause is about a work; behind 加强, 确保, 保持 stands how it is done.
_OPENING = lazy_quick_pattern(r"(?:开展|实施|推进|推动|抓好|做好|启动|推行|组织)$")
_OF_WORK = lazy_pattern(r"(?:工作|任务|工程|项目)$")
_NUMBER = lazy_pattern(r"^\s?(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑳])\s?")
_GROUPS = lazy_pattern(r"^\d{1,2}(?:[、至~-]\d{1,2}){0,9}[组社队](?=[一-龥]{2})")
# 开展义诊,全年不少于12场: what is held so many times is no work of which so much is done.
_HELD = frozenset({"场", "次", "场次", "期", "轮"})


def work_before(quantity: QuantityMention, clause: int, period: int, left: str, context: PlanContext) -> str | None:
    """What a number counts by the clause in front of its own, which begins at `clause`; None where that names no work.

    `left` are the words in front of the number, of which nothing may name a thing. The clause in front says that a
    work is carried on (推进, 抓好, 开展…), there is no number before this one, and what it carries on is named by a
    verb of work (危房改造, 增设电梯); of what is held so many times any name will do (开展义诊).
    """
    if len(left) > _LONGEST or not _DONE.fullmatch(left):
        return None
    unit = unit_table(context.rules).by_word.get(quantity.unit)
    is_extent = not left and unit is not None and unit.dimension in ("length", "area")
    if is_extent and (built := _built_before(quantity, clause, period, context)):
        return built
    if unit is not None and unit.dimension == "money":
        return None  # 推进道路建设,完成200万元: so much is spent, not built
    if quantity.unit == "%" and not left.endswith("完成"):
        return None
    start = max(context.marks.clause(clause - 1)[0], period, clause - 1 - _REACH)
    front, table = context.words[start : clause - 1], verbs(context.rules)
    work = opened(front, table)
    if not _OPENING.search(front[: len(front) - len(work)]) or context.quantities_between(start, quantity.start):
        return None
    work = _OF_WORK.sub("", work)
    if not 2 <= len(work) <= _LONGEST or not _names_work(work, quantity.unit, table):
        return None
    if left.endswith(_BUILT) and len(work) > len("建设") + 1:
        return work.removesuffix("建设")
    return work


def _built_before(quantity: QuantityMention, clause: int, period: int, context: PlanContext) -> str | None:
    """The object that the clause in front has made, where a length or area stands bare behind the comma.

    修建2、3组村道,8.5公里、3.5米宽 makes 8.5 km of 修建村道. A verb of work opens that clause, and it has no number of
    its own but those of villagers' groups.
    """
    start = max(context.marks.clause(clause - 1)[0], period, clause - 1 - _REACH)
    if context.quantities_between(start, quantity.start):
        return None
    table = verbs(context.rules)
    work = opened(_NUMBER.sub("", context.words[start : clause - 1]), table)
    verb = table.content.at(work)
    thing = _GROUPS.sub("", work[len(verb) :])
    return verb + thing if verb and 2 <= len(thing) <= _LONGEST and not table.are_all(thing) else None


def _names_work(work: str, unit: str, table: Verbs) -> bool:
    """Whether a phrase names a work with a thing: 危房改造, 增设电梯, not 改造 alone, nor 责任落实."""
    if unit in _HELD:
        return True
    ending = table.done.ending(work)
    if ending:
        return ending in table.rule_of["content"] and len(work) > len(ending) + 1
    return 0 < table.content.find(work) < len(work) - 2 or bool(table.content.at(work))
