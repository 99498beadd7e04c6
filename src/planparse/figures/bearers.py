"""Things that are counted by one number and measured by the next: 60个|县城|的汽车保有量超过|5万辆.

The words between the two numbers name the thing and what is measured of it. The first number counts the thing alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import is_place, measured
from planparse.figures.rows import MEASURE
from planparse.patterns import lazy_plain_pattern
from planparse.word_boundaries import begins_word

if TYPE_CHECKING:
    from planparse.figures.verbs import Verbs

__all__ = ["PLACES_BEGIN", "bearer", "place", "place_with_work"]

_LONGEST = 40
_SHORTEST = 2
_NO_ITEM = lazy_plain_pattern(r"[,;。:、()\n]")
_BRACKET = lazy_plain_pattern(r"\((?![省市县区旗])[^()]{1,14}\)")
_SPAN = ("占比", "年限", "时限", "时间", "浓度")
_COMPARED = ("比", "较", "同比")
# 乡镇|卫生院, 社区|工厂: what stands in a place is counted, and not the place.
_STANDS_THERE = frozenset("院校所站厂库园场馆店企司点面")
# 乡镇|建设污水处理站, 县(市、区)|推广良种
_PLACES = lazy_plain_pattern(
    r"(?:县\(市、?区\)|县市区|[市区]县|县[市区]|乡镇|镇街|街道|社区|国家(?:和地区)?|[省市县区镇乡村旗盟州])(?![级域])"
)
PLACES_BEGIN = frozenset("国省市县区镇乡村旗盟州街社")
"""The characters with which the name of a kind of place begins."""
_SHORTEST_WORK = 4
_LONGEST_NAME = 5


def bearer(counted: str, words: str, is_bounded: bool, verbs: Verbs) -> str:
    """The thing that a number counts, where `words` stand between it and the next and lead to that as to a value.

    `counted` is what it counts by the words behind it alone, which is kept where they lead to no value or do not show
    where the thing ends. `is_bounded` says that a comparator stands in front of the next number (超过5万辆).
    """
    if "(" in words:
        words = _BRACKET.sub("", words)  # 60个城市|颗粒物(PM10)浓度为50微克
    if not _SHORTEST < len(words) <= _LONGEST or _NO_ITEM.search(words):
        return counted
    words = words.removeprefix("的")
    found = measured(words, verbs)
    phrase, joined = found.phrase, found.joined
    if not phrase or not words.startswith(phrase):
        return counted
    if not (joined or is_bounded or words.startswith(_COMPARED, len(phrase))):
        return counted
    if not (MEASURE.search(phrase) or phrase.endswith(_SPAN)):
        return phrase if joined and counted.startswith(phrase) else counted  # 50件|实事|已完成20件
    if end := _end_of_thing(phrase, verbs):
        return phrase[:end]
    thing = phrase.partition("的")[0]
    if len(thing) < len(phrase) and verbs.content.find(thing) < 0:
        return thing
    return phrase if counted.startswith(phrase) else counted


def place(counted: str, verbs: Verbs) -> str:
    """The places, where a number behind 在 counts them, without what is done there (在15个|村|安装路灯)."""
    if verbs.ends_kind(counted):
        return counted
    verb, end = 0, 1
    while (at := verbs.content.find(counted[end:])) >= 0:
        verb, end = end + at, end + at + len(verbs.content.at(counted, end + at))
        if not verbs.head.at(counted, end):  # 社区|服务中心: of what kind they are
            where = counted[:verb]
            return where if is_place(where) or verbs.bearer.ending(where) or verbs.head.ending(where) else counted
    return counted


def place_with_work(counted: str, verbs: Verbs) -> str:
    """The places that a number counts, without what is to be done there (支持6个|乡镇|建设污水处理站).

    The verb stands right behind them, with a thing of its own: 村|建设|规划编制, 乡镇|改造提升|项目 are names.
    """
    where = _PLACES.match(counted)
    if where is None:
        return counted
    end = at = where.end()
    while len(verb := verbs.content.at(counted, at)) >= _SHORTEST:
        at += len(verb)
    thing = counted[at:]
    named = thing.removesuffix(verbs.head.ending(thing))
    if at == end or len(thing) < _SHORTEST_WORK or len(named) <= _SHORTEST or verbs.head.at(thing):
        return counted
    if len(thing) <= _LONGEST_NAME and verbs.done.ending(thing):
        return counted
    return where[0]


def _end_of_thing(phrase: str, verbs: Verbs) -> int:
    """Where the thing ends in the name of what is measured of it, 0 where no word says so."""
    at, words = 0, verbs.bearer
    while at < len(phrase) - _SHORTEST:
        word = words.at(phrase, at)
        end = at + len(word)
        # 示范村, 城市: one character alone is a thing at the beginning only (20个|村|集体收入).
        is_name = end - at > 1 or (word and at == 0)
        if is_name and end <= len(phrase) - _SHORTEST and (phrase[end] == "的" or begins_word(phrase, end)):
            further = words.at(phrase, end)
            is_there = further and further[-1] in _STANDS_THERE and end + len(further) <= len(phrase) - _SHORTEST
            return end + len(further) if is_there else end
        at += 1
    return 0
