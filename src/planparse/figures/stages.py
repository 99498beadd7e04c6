"""Stages of a work told in its sentence: the first is not when the whole is done (3月选址、4月开工,9月底前建成)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.brackets import LONGEST_SENTENCE
from planparse.figures.verbs import verbs
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext, Spot
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["BEGUN", "finished", "is_on_eve", "looks_ahead"]

BEGUN = ("开工", "动工", "启动", "开建", "开始", "进场", "奠基", "招标")
"""With these, behind a time, something is begun that is done later."""
_DONE = lazy_pattern(r"[^,。;、\d]{0,4}?(?:完工|竣工|建成|完成|投用|投产|投入|交付|验收|交工|通车)")
# 3月选址、: a step that fills its item; 10月底前全部完成: all that the last one says.
_STEP = lazy_pattern(r"(?P<verb>[一-龥]{2})[一-龥]{0,4}[、,;]")
# 3月底前完成选址,: what comes in front of any building, even if it has a day.
_PREPARED = lazy_pattern(
    r"(?:全面|全部)?(?:完成|开展|进行)?(?:项目|入户|前期|施工)?(?P<verb>摸底|选址|设计|立项|勘[察测]|招投?标|公示|申报|审[批核]|报批|备案|评审)"
    r"[一-龥]{0,4}[、,;]"
)
_WHOLE = lazy_pattern(
    r"(?:全面|全部|基本|如期|按期|顺利)?"
    r"(?:完工|竣工|(?:建成)?(?:通车|投用|投产|投运|投入使用)|建成|完成|交付|交工|到位)"
    r"(?:(?:全部)?(?:建设|施工|改造|安装|整治|治理)?(?:任务|工程|工作)?(?:并[一-龥]{2,8})?)(?=[,。;)\n]|$|率[^,。;\d\n]{0,3}100%)"
)

# 力争到2033年,全县80%…: alone between commas a year opens what follows it.
_ALONE = lazy_pattern(r"(?:力争|确保|争取|努力|预计|计划|并|同时|再)*[到至在于]")
_HASTENED = ("加快", "加速", "加紧")
_NAMED = lazy_pattern(r"度?的?[一-龥]{2}")

# Characters of a clause in front of its number, and of one that says no more than before what season.
_LONGEST_CLAUSE = 60
_LONGEST_EVE = 8
_LONGEST_VERB = 4


def finished(begun: TimeMention, quantity: QuantityMention, spot: Spot, context: PlanContext) -> TimeMention | None:
    """The time later in the sentence at which that is done for which a time was given at first: 3月开工,9月底前完工.

    Behind the quantity a month or quarter that has another verb than its clause is but a step, whatever is done in it.
    """
    words = context.words
    is_begun = words.startswith(BEGUN, begun.end)
    if not is_begun and (begun.start < quantity.end or not _is_step(begun, quantity, spot, context)):
        return None
    _, stop = context.marks.period(begun.start)
    end = min(stop, begun.end + LONGEST_SENTENCE)
    later = context.usable_times.between(begun.end, end)
    for time in later:
        if (is_begun and _DONE.match(words, time.end)) or _WHOLE.match(words, time.end):
            return time if is_begun or not context.quantities_between(begun.end, time.start) else None
    return None


def _is_step(time: TimeMention, quantity: QuantityMention, spot: Spot, context: PlanContext) -> bool:
    """Whether a time has a verb of its own (not 新建3座,6月新建). A day by which something is done is a step's only
    where that prepares the work (改造50户,3月底前完成选址, not 3月底前发放补助)."""
    words, end = context.words, time.end
    step = _PREPARED.match(words, end)
    if step is None and time.kind == "period" and not _DONE.match(words, end):
        step = _STEP.match(words, end)
    if step is None:
        return False
    return words.find(step["verb"], max(spot.clause_start, quantity.start - _LONGEST_CLAUSE), time.start) < 0


def is_on_eve(quantity: QuantityMention, spot: Spot, context: PlanContext) -> bool:
    """Whether the words in front say before what season it is to be done (雨季前完成60%,10月底前完成): no later date
    is its."""
    words, number = context.words, quantity.start
    start = max(spot.clause_start, number - _LONGEST_CLAUSE)
    if words.endswith("前,", 0, start):
        start = max(spot.period_start, start - _LONGEST_EVE)  # 春节前,发放50%
    if words.find("前", start, number) < 0:
        return False
    return verbs(context.rules).eve.search(words, start, number) is not None


def looks_ahead(time: TimeMention, start: int, context: PlanContext) -> bool:
    """Whether a time behind what is counted is another's: it opens what follows it (力争到2033年,…), or is a part of
    what a verb of its own does (加快2033年度渠道建设). `start` is where its clause begins."""
    words, end = context.words, time.end
    if words.startswith(",", end) and _ALONE.fullmatch(words, start, time.start):
        return not _WHOLE.match(words, end + 1)
    if time.kind != "period" or _DONE.match(words, end) or words.startswith(BEGUN, end):
        return False
    front = words[max(start, time.start - _LONGEST_VERB) : time.start]
    is_verb = front.endswith(_HASTENED) or bool(verbs(context.rules).done.ending(front))
    return is_verb and _NAMED.match(words, end) is not None
