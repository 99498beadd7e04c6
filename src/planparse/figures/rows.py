"""Names in a row, joined by 、, in front of one number that is said of them all: 森林覆盖率、绿地率均达到38%.

A row is kept whole where its members are seen to be of one kind, and none but the last has words of its own behind it.
Where that is not seen (制度健全、管理规范、合格率达到90%) the number is of the last alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import LONGEST_NOUN, measured, opened
from planparse.mentions.rates import SAID_OF_ALL
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.figures.verbs import Verbs

__all__ = ["EACH_PLACE", "MEASURE", "row_of_names"]

_A_PLACE = r"(?:(?![和及与])[一-龥]){1,8}?(?:[省市县区旗镇乡村]|街道)"
EACH_PLACE = lazy_plain_pattern(rf"(?:{_A_PLACE}[、和及与]){{1,6}}{_A_PLACE}各自?(?![类种项级地界方个])")
"""东山镇、西坪镇各|新建公园2座: places in a row say where, and no part of what. The 各 of 各类 is none of theirs."""
_MOST = 6
_REACH = 90
MEASURE = lazy_plain_pattern(
    r"[率量额值数度]$|(?:收入|面积|规模|能力|比重|比例|水平|投资|产能|里程|成本|装机|价格|支出|人次|余额)$"
)
"""What is measured, by the end of its name."""
_NAME = lazy_plain_pattern(r"[一-龥A-Za-z“”\-]{2,14}")
# 制度健全, 山清水秀, 就业增加: what is told of a thing is no name; those that are so short seldom tell anything.
_TOLD = lazy_plain_pattern(
    r"[好美强高低优全善显升降加减快慢稳齐备富绿清净洁序大小新]$|[不已被把将未更]|明显|全面|进一步|工作|建设"
)
_LONGEST_MODIFIER = 3
_LONGEST_THING = 6
_OF_ALL = lazy_plain_pattern(rf"(?<![村校班镇乡县])(?:{SAID_OF_ALL}|双双)")
_SHORTEST = 2
_LEADING = ("做好", "抓好", "加强", "推进", "落实", "开展", "实施", "组织", "促进", "推动", "加快", "积极", "全面")
_DOING = ("完成", "实施", "推进", "启动", "开展", "抓好", "加快")
# 新打、配套机井: what is done to the thing.
_NEW_WORK = lazy_plain_pattern(r"新[一-龥]|配套|[改扩]建")
# Numbers of a list, 一、 and 2、: what stands behind is no second member.
_COUNTED_OFF = lazy_plain_pattern(r"[一二三四五六七八九十\d]{1,3}")
# 新建云岭、白沙等街头公园: what they all are. Behind 等 in 等级, 等地 no such name stands.
_AND_OTHERS = lazy_plain_pattern(r"[一-龥“”]{1,12}等(?![级额次值奖效待地处])[一-龥]{2}")


def row_of_names(start: int, clause_start: int, stop: int, context: PlanContext, table: Verbs) -> int:
    """Where the row begins whose last member stands in `start:stop`, behind a 、 and in front of a number; `start`
    itself where the number is of this one alone. No other number stands in the clause before `start`."""
    text = context.words
    if start - clause_start > _REACH:
        return start
    begin = clause_start
    if times := context.time_row.between(begin, start):
        begin = max(begin, times[-1].end)
    members = text[begin : start - 1].split("、")
    if "各" in text[start:stop] and EACH_PLACE.match(text, begin, stop):
        return begin
    if _COUNTED_OFF.fullmatch(members[0]):
        begin += len(members.pop(0)) + 1
        if not members:
            return start
    front, members[0] = members[0], opened(members[0], table)
    if len(members) > _MOST:
        return start
    name = measured(text[start:stop], table)
    last = name.phrase
    if not last or start - begin + len(last) > LONGEST_NOUN or not all(_NAME.fullmatch(member) for member in members):
        return start
    # 化肥、农药利用率均达到…: said of them all, of however many characters each is.
    longest = LONGEST_NOUN if name.joined and _OF_ALL.search(text, start, stop) else _LONGEST_MODIFIER
    is_row = (
        _are_works(members, last, table)
        or (not (name.joined and _is_led(front, members[0])) and _are_measures(members, last, longest, table))
        or (not name.joined and _are_things(members, last, table))
        or (not name.joined and _are_worked_on(front, members, last, table))
        or ((last.endswith("等") or _AND_OTHERS.match(last) is not None) and _are_names(members, table))
    )
    return begin if is_row else start


def _are_works(members: list[str], last: str, table: Verbs) -> bool:
    """Whether verbs stand in front of a verb with its thing: 新建、改造公路."""
    if not table.content.at(last) and not _NEW_WORK.match(last):
        return False
    return not table.are_all(last) and all(_NEW_WORK.fullmatch(one) or _is_work(one, table) for one in members)


def _is_work(word: str, table: Verbs) -> bool:
    return table.content.at(word) == word


def _without_verb(members: list[str], table: Verbs) -> list[str]:
    """The members, the first one without the verb that opens the row."""
    first = members[0]
    while len(verb := table.content.at(first)) >= _SHORTEST and len(first) > len(verb):  # 改善 is no 改
        first = first[len(verb) :]  # 新建|改造|供排水
    return [first, *members[1:]]


def _is_led(front: str, first: str) -> bool:
    """Whether a verb opens the row that leads to no value (做好普查、统计,合格率达到98%)."""
    return front.removesuffix(first).endswith(_LEADING)


def _is_name(words: str, table: Verbs) -> bool:
    return table.content.find(words) < 0 and not _TOLD.search(words)


def _are_names(members: list[str], table: Verbs) -> bool:
    """Whether each, the first one without its verb, names something and tells nothing of it."""
    return all(len(one) >= _SHORTEST and _is_name(one, table) for one in _without_verb(members, table))


def _are_measures(members: list[str], last: str, longest: int, table: Verbs) -> bool:
    """Whether a row is measured: each by a name of its own (覆盖率、绿地率), or all by what the last ends in.

    Of 氨氮、总磷排放总量 the first is but a modifier, of `longest` characters at most; in 常住人口、户籍人口城镇化率 it
    ends like that of the last.
    """
    if not MEASURE.search(last) or table.content.at(last):
        return False
    return all(
        len(one) >= _SHORTEST
        and (MEASURE.search(one) or ((len(one) <= longest or one[-2:] in last) and _is_name(one, table)))
        for one in _without_verb(members, table)
    )


def _are_worked_on(front: str, members: list[str], last: str, table: Verbs) -> bool:
    """Whether one work is done to all of a row of short names: 完成|燃气、供水管网改造."""
    work = table.done.ending(last)
    if work not in table.rule_of["content"] or len(work) < _SHORTEST or len(last) - len(work) < _SHORTEST:
        return False
    if max(map(len, members)) > _LONGEST_MODIFIER or not front.removesuffix(members[0]).endswith(_DOING):
        return False
    return all(_is_name(one, table) for one in (*members, last.removesuffix(work)))


def _are_things(members: list[str], last: str, table: Verbs) -> bool:
    """Whether one verb makes all of a row of short names: 购置桌椅、电脑60套."""
    if not table.content.at(members[0]) or not _is_name(last, table):
        return False
    return max(map(len, (*members[1:], last))) <= _LONGEST_THING and _are_names(members, table)
