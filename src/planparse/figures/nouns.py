"""What is measured in front of a number, and what is counted behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.doers import behind_done, behind_mover, behind_places, of_actor, without_office
from planparse.figures.phrase import Measured
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.word_boundaries import begins_word

if TYPE_CHECKING:
    from planparse.figures.verbs import Verbs

__all__ = [
    "ADVERBS",
    "LONGEST_NOUN",
    "PERSONS",
    "action_and_change",
    "counted",
    "improved",
    "is_place",
    "measured",
    "opened",
]

LONGEST_NOUN = 30
"""Characters: beyond, a phrase is no name."""

PERSONS = ("人才", "专家", "学者", "院士", "带头人", "企业家", "人员", "教师", "学生", "能手", "工匠", "干部", "队员")
"""With these ends the name of persons, whatever says in front of it which they are."""

# In front of the value: what it is compared to, adverbs, how long (产量连续三年|稳定在50万吨), particles.
_COMPARED = (
    r"(?:相[比较]|相对于?|[比较与])(?:上年|去年|上一?年度?|上一?个?(?:五年期|周期|月|季度)|同期|基期|“?十[一二三四]五|20\d\d年?)"
    r"[^,;。、]{0,6}"
)
# It is tried only where one of the characters stands with which the alternatives begin. Each of these opens with a
# character, and only then looks back: what opens otherwise is asked at every place, and not told by one comparison.
_TAIL_BEGINS = (
    '分均比较与和同相年累合大力确预至也都能可要将约各共总现已尚仍还有仅只翻日由按新保数量为让使每最了从:“"(,、的'
    "平首率双一连已应宜必须不就近两二三四五六七八九十0123456789"
)
_TAIL = lazy_plain_pattern(
    rf"(?=[{_TAIL_BEGINS}])(?:{_COMPARED}|分别{_COMPARED}|均{_COMPARED}|[与和同较比][^,;。、]{{0,12}}相比|相比|同比(?:\(下同\))?|年均|分别|累计|大约|力争|确保|预计|至少|相对|也|都|能(?<![产功性智节职技储动热潜机效体核势阳赋耗用氢风光电]能)|可(?<![许认可]可)|均|要|将|约|各"
    r"|合共|共|总|[现共已尚仍还]有|有|仅|只(?<![船羊牛禽]只)有?|翻|大体|日均|由[^,;。]{1,10}(?:承担|负担|支付)|按照?|新增|保持|数量为|为|[让使]?每(?:人次|件|人|户|名|亩|吨|蒸吨|家|处|年|月|季度|[立平]方米|(?:平方)?公里|公顷|升|公斤|千克|天|日|周|次|床|台|辆|套|个?[一-龥]{0,2}(?:村|县|点)|个(?:有[^,;。、]{1,14}的)?[一-龥]{0,4}(?:户|家庭))|最高|最低|首[次度]|率先|双双|一举|已(?<!早已)|平均|应(?<![供响效反适对顺相感呼回照策]应)当?|宜(?<![适便事合权时不]宜)|不宜|必须|须|约需|就有(?<![成造迁俯]就有)|近[几两]?年来?|近年来|[由从](?:原来|原先|原有|过去|以往|目前|现在)|应控制(?<!供应控制)|宜控制|连续(?:[两二三四五六七八九十]|\d{1,2})年[之以]?内?|[两二三四五六七八九十](?<![前后近头首第每].)年[之以]?内?|\d(?<![前后近头首第每\d.].)\d?年[之以]?内?|\d[×xX*]|[了由从:“\"(,、的])$"
)
# 发生率高达20%, 绿化率低至12%: how high it is, said with the verb. Not 产量提高|达5%, 身高|达165厘米, 减少至.
_REACHED = lazy_plain_pattern(
    r"(?:(?<![提升增抬拔新最身楼塔坝墙株树层净])高达|(?<![增最])多达|(?<![增延生成全总身])长达|(?<![降减])低至|(?<![减])少至)$"
)
_REACHED_ENDS = frozenset("达至")
# 服务业增加值可比|增长6%, 利用外资名义|增长3%: how the change is reckoned.
_RECKONED = lazy_plain_pattern(
    r"(?:按?(?:可比(?:价格?|口径)?|不变价格?|同(?:一?口径|等口径))|按(?:现行|当年)价格?|扣除(?:价格|物价)(?:上涨)?因素后?)(?:计算|测算)?$"
    r"|(?:名义|实际)$"
)
_RECKONED_ENDS = frozenset("比价格径素后算义际")
_AVERAGE = lazy_pattern(r"(?:年?[人户]|亩|村|校|班|县|镇|年)均(?:达到|达|为|占有|拥有)?$")
_PLACE = lazy_pattern(r"[一-龥、]{0,16}(?:地区|区域|境内|流域|县|市|区|镇|乡|村|省|街道|社区|片区|范围内?|中|内)")
# 优良率|比全国平均水平高3个百分点, 失业率|低于省控目标0.5个百分点: what a value is compared to.
_STANDARD = (
    r"(?:全[国省市县区球]|国家|世界|自治区|[省市县区](?!域)|同期|预期|规划|上级|年度|考核|控制|下达|既定)"
    r"[^,;。、的\d]{0,12}?"
)
_SET = r"(?:平均(?:水平|值|线)?|要求|目标值?|任务|指标|标准|水平|增速|增幅|考核线|限值)"
_BEYOND = lazy_plain_pattern(
    rf"(?:[比较]{_STANDARD}(?:{_SET}?(?:高|低|多|少|快|慢|优)出?|{_SET})"
    rf"|(?:高于|低于|优于|好于|快于|慢于|高出|低出|超出|超过?|领先|落后)于?{_STANDARD}{_SET})$"
)
_BEYOND_ENDS = frozenset("高低多少快慢优出均平值线求标务准速幅")
# 公路改造提升200公里, 森林质量精准提升45万亩: so much is worked on, and nothing grows by it. What has a quality can
# rise by grades (质量提升2个等级), but not by an area; nor does 3万亩|基地 behind 巩固提升.
_IMPROVED = "提升"
_WORKED_ON = lazy_pattern(r"(?:[改建]造|整治|治理|修复|优化|更新|抚育|巩固|[新改扩]建|[绿亮美净]化)(?:精准)?提升$")
_BARELY = frozenset({"", "巩固", "整体", "整合", "完善", "全域", "连片", "整村", "系统", "重点"})
_GRADES = ("位", "名次", "等级", "档", "台阶", "层", "级", "点", "星")
_BETTERED = lazy_pattern(r"(?:质量|品质|环境)(?:精准)?提升$")
# 3个村没有设施: what is denied ends the shortest name.
# With one of these characters each begins or ends: to see that it does not takes a tenth of the time of the pattern.
_AVERAGE_ENDS = frozenset("均到达为有")
_TAIL_ENDS = frozenset(
    '比均别计约争保少对也都能可要将各共总有仅只翻体担付按照增持为次件人户名亩吨家处年月季度村县点庭米里顷升斤克天周床台辆套高低了由从:“"(),、的先双举内已应当宜须制需来先往前在×xX*'
)
_PLACE_ENDS = frozenset("区域内县市镇乡村省道围中")
# 春季完成3000亩: when it is done, not what.
_SEASONS = frozenset({"春季", "夏季", "秋季", "冬季", "今冬", "今春", "今冬明春", "秋冬季", "冬春"})
# 原则上|不超过1%, 继续|保持40亿斤: adverbs that end no name, whatever stands behind them.
_EVER = frozenset({"继续", "原则上", "逐步", "拟", "拟再", "总体上"})
_NEGATIONS = ("没有", "未", "无")
# 100个村|开展试点: things whose names are one character long, and what is done with them. What they become says more
# than they do (40%的村建成花园村庄), and 10项完成 names nothing.
_ONE_CHARACTER = frozenset("县市区镇乡村户人校班店厂")
_WITH_THEM = ("进行", "开展", "实施", "纳入", "列入", "列为", "作为", "参加", "被", "入选", "获评", "获批")
# 项目|新开工, but 更新, 创新.
_WITH_NEW = frozenset("创更革高翻全崭")
_BUILT = ("开工", "建成")
_SHORTEST_THING = 2
_BROUGHT = frozenset("至到")
_WITH_JI = ("惠及", "涉及", "普及", "遍及")
# 新建共计3座|泵站: a sum joins nothing, as 新建共3座 does not.
_SUMS = frozenset({"共计", "合计", "总计"})
_COORDINATED = ("的", "和", "及", "与", "或")


ADVERBS = frozenset({"免费", "无偿", "义务", "统一", "集中", "就近", "就地", "稳定", "充分", "上门"})
"""How something is done, which says nothing of what is counted."""
# 乡村|基本|实现绿化
_BY_NOW = lazy_plain_pattern(
    r"(?:(?:共同|适时|方可|(?<![许认])可|全部|基本|已经?|稳定|就近|就地|集中|先后|分别|也|都|均|(?<![供响效反适对顺相])应)(?<![平人户亩年])){1,3}$"
)

# 在全省具有影响力的|研究院: what they are known for.
_KNOWN_FOR = lazy_plain_pattern(
    r"在[^,。;在]{1,12}?(?:具有|享有|领先|知名|占有|居于?前|位居)[^,。;的]{0,14}的[^的]{2,16}$"
)
# Words with which no name begins but one that says of what kind a thing is.
_KINDS = frozenset({"标准", "提升", "提高", "增加", "扩大", "扩充", "目标"})
_LONGEST_KIND = 14


def measured(left: str, verbs: Verbs) -> Measured:
    """What is measured, from the words of the item in front of the number."""
    words, joined, joining = left.strip(), False, verbs.joining
    if "负责" in words or "牵头" in words or "承担" in words:
        words = without_office(words)
    while words:
        last = words[-1]
        if last in _AVERAGE_ENDS and "均" in words and (average := _AVERAGE.search(words)):
            words, joined = words[: average.start()], False
            continue
        if last in _REACHED_ENDS and (reached := _REACHED.search(words)):
            words, joined = words[: reached.start()], True
            continue
        if joined and last in _RECKONED_ENDS and (reckoned := _RECKONED.search(words)):
            words = words[: reckoned.start()]
            continue
        if last in _BEYOND_ENDS and (beyond := _BEYOND.search(words)):
            words = words[: beyond.start()]
            continue
        verb = joining.ending(words) if last in joining.ends else ""
        if last in _TAIL_ENDS or "比" in words or "较" in words or "与" in words:
            tail = _TAIL.search(words)
            if tail and len(words) - tail.start() > len(verb):
                words = words[: tail.start()]
                continue
        if not verb:
            if last not in verbs.how.ends or not (how := verbs.how.ending(words)):
                break
            if len(words) == len(how) or not (joined or how in _EVER):
                break
            words = words[: -len(how)]
            continue
        words, joined = words[: -len(verb)], joined or verb not in _SUMS
    if not words or words in _SEASONS:
        return Measured("", "", joined)
    if words[-1] in _BROUGHT and not joined and (brought := _brought(words, verbs)):
        return Measured(brought, brought, joined=True)
    if "至少" in words or words[0] in "各每":
        words = of_actor(words, verbs)
        if not words:
            return Measured("", "", joined)
    if "等" in words and "在" in words:
        words = behind_places(words, verbs)
    if joined and ("将" in words or "把" in words or "基础上" in words):
        words = behind_mover(words)
    phrase = noun = opened(words, verbs) if words[0] in verbs.opens else words
    if (done := behind_done(phrase, verbs)) != phrase:
        phrase = noun = opened(done, verbs)
    if "前" in phrase and (eve := verbs.eve.match(phrase)):
        phrase = noun = opened(phrase[eve.end() :], verbs)  # 春节前|发放50%
        if not phrase:
            return Measured("", "", joined)
    if left.endswith(_COORDINATED) and not left.endswith(_WITH_JI):
        return Measured("", phrase.rstrip("的和及与或"), joined)
    while noun and noun[0] in verbs.content.begins and (content := verbs.content.at(noun)):
        noun = opened(noun[len(content) :], verbs)
    return Measured(noun or (phrase if joined else ""), phrase[-LONGEST_NOUN:], joined)


def _brought(words: str, verbs: Verbs) -> str:
    """What a verb in front of it brings to a value behind 至 or 到 (降低|迟到率|至4%), or nothing."""
    words = opened(words[:-1], verbs)
    verb = verbs.any_verb.at(words)
    return words[len(verb) :] if verb in verbs.rule_of["by"] and len(words) - len(verb) >= _SHORTEST_THING else ""


def improved(left: str, behind: str, dimension: str, verbs: Verbs) -> Measured | None:
    """What is worked on, where the 提升 in front of a number of some dimension names the work; None if it is a rise.

    It has no name where no words are in front of 提升 but verbs and the thing stands `behind` the number.
    """
    is_extent = dimension in ("area", "length")
    if not (is_extent or dimension in ("counter", "people")) or not left.endswith((_IMPROVED, "提高")):
        return None
    rest = opened(left[:-2], verbs)
    if behind and not behind.startswith(_GRADES) and (rest in _BARELY or verbs.are_all(rest)):
        return Measured("", "", joined=False)
    if not (_WORKED_ON.search(left) or (is_extent and _BETTERED.search(left))):
        return None
    front = measured(left.removesuffix(_IMPROVED), verbs)
    return Measured(front.noun and front.noun + _IMPROVED, front.phrase + _IMPROVED, joined=False)


def opened(words: str, verbs: Verbs) -> str:
    """Drops light verbs, fillers and the whole territory from the front."""
    opens = verbs.opens
    while words and words[0] in opens and (length := verbs.opener(words)):
        words = words[length:]
    return words


def counted(right: str, verbs: Verbs) -> str:
    """The thing counted, from the words of the item behind the number: up to what is done with it."""
    words = right.strip().removeprefix("的")
    if not words or not ("一" <= words[0] <= "龥" or words[0] in '“"' or words[0].isascii()) or words[0] in "(/=+[]<>-":
        return ""
    if elsewhere := verbs.elsewhere.at(words):
        words = _of_kind(words, elsewhere, verbs)
    if not words:
        return ""
    for close in verbs.closing.finditer(words, 1):
        at = close.start()
        if at == 1 and close[0] not in _NEGATIONS and (close[0] not in _WITH_THEM or words[0] not in _ONE_CHARACTER):
            continue
        # One character alone may be part of a longer word (不动产, 未成年人): only then the words are cut.
        # …暂无改造意愿的危房户 is one name; what is 进行 or 开展 never is.
        is_modifier = "的" in words[at:-1] and close[0] not in ("进行", "开展")
        is_name = is_modifier or words[:at] in ADVERBS or words[:at] in verbs.closers
        if is_name or (len(close[0]) == 1 and not begins_word(words, at)):
            continue
        if words[at - 1] == "新" and words[at - 2] not in _WITH_NEW:
            if close[0] in _BUILT and not verbs.are_all(words[close.end() :]):
                continue  # 万吨以上新开工|项目: of what kind they are; 项目|新开工: what is done with them
            at -= 1
        words = _BY_NOW.sub("", words[:at])
        break
    words = words[:LONGEST_NOUN].removesuffix("的目标").removesuffix("之一").rstrip("的、,和及与或")
    return _before_state(words, verbs) if words[-1:] in verbs.becoming.ends else words


def _of_kind(words: str, elsewhere: str, verbs: Verbs) -> str:
    """The thing counted, in words that begin with one with which no name does; nothing where none is named.

    70名在车间一线起示范作用的|后备工匠, 6家在全省具有影响力的|研究院: where, and known for what.
    3个|提升型项目, 5座|标准厂房, 6个|已建成水站: of what kind they are.
    """
    if elsewhere == "在":
        known = words.endswith(PERSONS) or _KNOWN_FOR.match(words)
        return words.rpartition("的")[2] if known else ""
    if elsewhere == "已" and "的" not in words:
        thing = words[1 + len(verbs.content.at(words, 1)) :]
        is_kind = len(words) - len(thing) > _SHORTEST_THING and len(thing) >= _SHORTEST_THING
        return words if is_kind and verbs.head.ending(thing) and verbs.content.find(thing) < 0 else ""
    if elsewhere in _KINDS and len(words) <= _LONGEST_KIND and verbs.head.ending(words):
        return words if "的" not in words else ""
    return ""


def _before_state(words: str, verbs: Verbs) -> str:
    """The thing alone, where words end with what becomes of it (产业项目|陆续投产); not where they say nothing else."""
    thing = words
    while state := verbs.becoming.ending(thing):
        thing = thing.removesuffix(state)
    if len(thing) < len(words):
        thing = _BY_NOW.sub("", thing.removesuffix("实现"))
        if thing in _ONE_CHARACTER:
            return thing
    return words if len(thing) < _SHORTEST_THING or verbs.are_all(thing) else thing


def is_place(noun: str) -> bool:
    """Whether a noun only says where (山北地区, 某县): then the thing itself stands behind the number."""
    if noun[-1:] == ")":
        noun = noun.partition("(")[0]
    return noun[-1:] in _PLACE_ENDS and _PLACE.fullmatch(noun) is not None


def action_and_change(left: str, verbs: Verbs) -> tuple[str | None, str | None]:
    """The verb that opens the item, and the change of level that the joining verb makes."""
    change = verbs.change(left) if left[-1:] in verbs.change_ends else None
    words, begins, opens = left, verbs.any_verb.begins, verbs.opens
    while words:
        first = words[0]
        if first in begins and (verb := verbs.verb(words)):
            if change is None and left[-1] in _BROUGHT and verb in verbs.rule_of["by"] and _brought(left, verbs):
                change = "to"
            return verb, change
        if first not in opens or not (length := verbs.opener(words)):
            break
        words = words[length:]
    return None, change
