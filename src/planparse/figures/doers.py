"""Who does something, where and from what on: words in front of what is done, which are no part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.figures.verbs import Verbs

__all__ = ["behind_done", "behind_mover", "behind_places", "of_actor", "without_office"]

# 县水利局负责新建泵站3座: who does it is no part of what is done.
_WHO = lazy_pattern(
    r"^(?:由)?[一-龥、]{1,20}(?:[局委办厅部院站所处科]|中心|政府|公司|单位|部门|集团)(?:具体|分别|共同)?(?:负责|牵头|承担)(?=[一-龥]{2})"
)
# 各村要悬挂横幅, 各学校每校须配备保安: who is to do it. In 各村主要道路, 各类应急物资 the sign is part of a word.
_ACTOR = lazy_plain_pattern(
    r"[各每][一-龥]{1,9}?(?:[均都]?(?<![主重需首必])要(?![素点求件闻道塞害务员])|应当|应(?![急用对届征收聘诊变税])"
    r"|必须|(?<!必)须|需(?![求水氧电量])|(?<!即)将(?![军领才士帅]))(?=[一-龥]{2})"
)
# 清河市已累计|建成充电站, 省属企业累计|投入资金: who has done it, where adverbs part him from what is done.
_HAS_DONE = lazy_plain_pattern(
    r"(?![全我本该各])[一-龥]{1,12}(?:(?<!城)[省市县区旗州镇乡]|政府|财政|企业|公司|集团|机构|单位|部门|地区)"
    r"(?:(?:已经?|目前|现|共)?(?:累计|已经?|共计?)|力争|计划)(?=[一-龥]{2})"
)
# 县已|建桥: no match is shorter.
_SHORTEST_DONE = 5
_HAS = ("累计", "已", "共", "力争", "计划")
# 各县(市、区)|新建学校, 各村|培训骨干: all places that a plan speaks of, where a verb follows or brackets end the name;
# not 各县级医院, 各村庄, 各乡村教师.
_ALL_PLACES = lazy_plain_pattern(
    r"(?:各|每个?)(?:省|市|县|区|乡镇|乡(?!村)|镇|村|街道|社区|旗|盟|州)+(?P<kinds>\([省市县区旗州盟乡镇街道办农场、]{1,8}\))?"
)
# In 在建, 在校 no place follows, and 高等, 等级 sum up nothing.
_IN_PLACES = lazy_plain_pattern(
    r"在(?![建校园册编岗读线职研])(?P<places>[^在]{2,40}?(?<![高中初平均同何]))等(?![级额次值奖效待])(?:[地处](?![方理置点]))?"
)
_PLACE_NOUN_ENDS = frozenset("域段口所点处位场方")
_SHORTEST_WORK = 3
# 银行逐步将|贷款利率降至3%, 社区把|办结时限压缩至3天: what is moved. Not 将军, 把手, 一把.
_MOVED = lazy_plain_pattern(
    r"[一-龥](?:(?<![即必行麻主名大])将(?![军领才士帅])|(?<![火拖车刀一两三几])把(?![手关握控门柄戏]))"
)
_BASIS = "基础上"
# 农村污水治理已建成设施运行率, 光伏企业累计建成装机规模: what is measured is of whoever stands in front.
_MEASURED = lazy_plain_pattern(r"(?:[率量值度比]|比例|规模|装机|面积)$")
_SHORTEST_THING, _SHORTEST_NAME = 2, 4


def without_office(words: str) -> str:
    """What is done, behind the office that is to do it (县水利局负责|新建泵站)."""
    return _WHO.sub("", words)


def behind_mover(words: str) -> str:
    """What is brought to a value, behind who brings it there (银行将|贷款利率), or behind what it is reckoned from."""
    rest = words.rpartition(_BASIS)[2] if _BASIS in words else words
    moved = _MOVED.search(rest)
    if moved and len(rest) - moved.end() >= _SHORTEST_THING:
        return rest[moved.end() :]
    return rest if len(rest) >= _SHORTEST_THING else words


def behind_done(words: str, verbs: Verbs) -> str:
    """What is done, behind who has done it so far (清河市已累计|建成充电站); all words, where no verb with a thing
    of its own stands there (企业累计利润)."""
    if len(words) < _SHORTEST_DONE or not has_any(words, _HAS) or not (done := _HAS_DONE.match(words)):
        return words
    rest = words[done.end() :]
    verb = verbs.content.at(rest) or verbs.done.at(rest)
    shortest = _SHORTEST_THING if verbs.content.at(verb) else _SHORTEST_NAME  # 灾区已完成|投资: whose it is
    is_work = len(verb) >= _SHORTEST_THING and len(rest) - len(verb) >= shortest and rest[len(verb)] != "的"
    return rest if is_work and not _MEASURED.search(rest) else words


def of_actor(words: str, verbs: Verbs) -> str:
    """What is done, behind who is to do it (各村每村至少|制作条幅); all words, where none of them say who."""
    at = words.rfind("至少") + len("至少")
    if at >= len("至少") and len(words) - at > 1 and not verbs.are_all(words[at:]):
        return words[at:]
    if words[0] not in "各每":
        return words
    places = _ALL_PLACES.match(words)
    if places and places.end() == len(words):
        return "" if words[0] == "各" else words  # 各镇至少完成一个|试点: the thing stands behind the number
    if places and (places["kinds"] or verbs.content.at(words, places.end())):
        return words[places.end() :]
    actor = _ACTOR.match(words)
    return words[actor.end() :] if actor else words


def behind_places(words: str, verbs: Verbs) -> str:
    """What is done behind a list of places (干部在路口、车站等处|张贴标语); all words, where 等 sums up
    no places, or nothing stands behind them."""
    listed = _IN_PLACES.search(words)
    if listed is None or verbs.done.find(listed["places"]) >= 0:
        return words
    done = words[listed.end() :]
    verb = verbs.content.find(done)
    if verb > 0 and done[verb - 1] in _PLACE_NOUN_ENDS:
        done = done[verb:]  # 在城区等重点区域|安装路灯
    return words if len(done) < _SHORTEST_WORK or verbs.are_all(done) else done
