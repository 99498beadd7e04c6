"""Grades in a row, of which one alone names the thing: 3家国家级、5家省级|龙头企业; 省级|示范园区|5个、市级12个."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.phrase import Phrase
from planparse.figures.verbs import verbs
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from re import Match

    from planparse.figures.context import PlanContext

__all__ = ["graded"]

_GRADE = (
    r"(?:国家|世界|自治区|乡镇|[部省市州盟区县旗乡镇村校])级|[一二三四五六甲乙丙丁特][级等]|[1-5]?A{1,5}级|[大中小微]型"
)
_ENDING = lazy_plain_pattern(rf"(?P<front>.*?)(?P<grade>{_GRADE})$")
_BEGINNING = lazy_plain_pattern(rf"(?P<grade>{_GRADE})的?(?P<thing>..+)")
_WITHIN = lazy_plain_pattern(rf".*?(?:{_GRADE})的?(?P<thing>..+)")
# Between two numbers: 国家级、|5家, and 、省级|5家.
_BETWEEN = lazy_plain_pattern(rf"(?:的?(?P<own>{_GRADE}))?(?:、|以及|[和及与])(?P<next>{_GRADE})?")
_ENDS = frozenset("级型等")


def graded(context: PlanContext, found: list[Phrase]) -> list[Phrase]:
    """The phrases of numbers, those that name a grade alone with the thing that the next or the one before names."""
    grades = [at for at, phrase in enumerate(found) if phrase.indicator and phrase.indicator[-1] in _ENDS]
    grades = [at for at in grades if _is_grade(str(found[at].indicator), context)]
    if not grades:
        return found
    result = list(found)
    for at in reversed(grades):
        if at + 1 < len(result):
            _with_thing_of_next(at, context, result)
    for at in grades:
        if at and result[at] is found[at]:
            _with_thing_before(at, context, result)
    return result


def _is_grade(indicator: str, context: PlanContext) -> bool:
    """Whether an indicator is a grade, with verbs in front of it or none."""
    grade = _ENDING.fullmatch(indicator)
    return grade is not None and verbs(context.rules).are_all(grade["front"])


def _with_thing_of_next(at: int, context: PlanContext, result: list[Phrase]) -> None:
    own, (after, thing) = result[at], (result[at + 1], result[at + 1].indicator)
    between = _between(at, context)
    if between is None or not thing:
        return
    named = _BEGINNING.fullmatch(thing)
    if named and (between["own"] or between["next"] == named["grade"]):
        result[at] = _named(own, f"{own.indicator}{named['thing']}")  # 3家国家级、5家省级|龙头企业
    elif between["next"] and not between["own"] and after.end > context.quantities[at + 1].op_end:
        result[at] = _named(own, f"{own.indicator}{thing}")  # 国家级3家、省级5家|龙头企业
        result[at + 1] = _named(after, between["next"] + thing)


def _with_thing_before(at: int, context: PlanContext, result: list[Phrase]) -> None:
    between, before = _between(at - 1, context), result[at - 1].indicator
    if between and between["next"] and not between["own"] and before and (named := _WITHIN.fullmatch(before)):
        result[at] = _named(result[at], between["next"] + named["thing"])  # 国家级|绿色工厂|5家、省级12家


def _between(at: int, context: PlanContext) -> Match[str] | None:
    one, other = context.quantities[at : at + 2]
    return _BETWEEN.fullmatch(context.words, one.op_end, other.op_start)


def _named(phrase: Phrase, indicator: str) -> Phrase:
    return Phrase(indicator, phrase.action, phrase.change, phrase.start, phrase.end)
