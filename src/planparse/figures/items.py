"""The words of the item that a number stands in: those in front of it, and those behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.joints import joint_before
from planparse.figures.nouns import LONGEST_NOUN, PERSONS, is_place, opened
from planparse.figures.rows import EACH_PLACE, row_of_names
from planparse.figures.usable_times import behind_origin
from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.verbs import Verbs
    from planparse.mentions.model import QuantityMention, TimeMention

__all__ = ["words_behind", "words_in_front"]

# Characters that an item reaches on either side of its number.
_REACH = 60
_LONGEST_ATTRIBUTE = 8
# 覆盖率由目前的40%提高到45%: what is measured stands in front of 由, and in front of 减少到 in 减少到目前的2万人.
_FROM_NOW = lazy_quick_pattern(r"(?:[由从]|(?<=[到至为]))(?:目前|现有|现在|现状|当前)(?:的|值)?$")
_FROM_NOW_ENDS = frozenset("前有在状的值")
_UPON = ("基础上", "的基础上", "底基础上", "末基础上")
# 养老金今年|再|提高7%
_AGAIN = lazy_quick_pattern(r"^(?:再|又|还|继续|进一步|力争|预计|将|要)+")
_AT = frozenset("到至在于自从由")  # 到2035年|至少80%的学校: the time has no subject in front.
_DATED = ("date", "period", "deadline")
# 清河水务公司2031年完成2万吨扩建: who does it, and where, is no subject that comes to a value.
_WORK_DONE = ("完成", "实现")
_ACTORS = ("公司", "集团", "政府", "管委会", "委员会", "办事处", "村委会", "局", "厅")
_MARK = lazy_pattern(
    r"[-—●■◆◇•·▪★\s]{1,4}(?=[一-龥“])"
    r"|(?:\d{1,2}\.){1,3}\d{1,2}(?=[一-龥])"  # 6.2预案至少修订一次
    r"|[-\s]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]+是|[①-⑳])"
    r"|\((?:[近中远]期|第[一二三四五]阶段)\)"  # 2035年(远期)|绿化率达到35%: which phase a time is.
    r"|[=×+]$"  # 横幅6米×20元|=120元
)
_NUMERALS = frozenset("一二三四五六七八九十")
# 中央、省|林业投入, 市级、县级|财政
_LEVELS = frozenset("省市州盟县旗区乡镇村")
_LEVEL_ROW = lazy_pattern(r"(?:(?:中央|国家|自治区|街道|[部省市州盟县旗区乡镇村])(?:级|财政)?、){1,5}$")
_LEVEL = lazy_pattern(r"[一-龥](?!级)(?:\([^()]{1,8}\))?")
_LEVEL_REACH = 24
_AMONG = ("其中", "含", "包括")
_ADVERB = lazy_quick_pattern(r"至少|最少|起码|最多|至多")
# 提高到每人每月380元: the rate belongs to the value.
_RATE = lazy_quick_pattern(
    r"(?:每(?:人|户|名|位|生|亩|村|处|台|头|只|张|块|幅|面|枚|件|份|本|年|月|日|天|季度|学年|学期|平方米|[十百千]?平方公里|个?[一-龥]{0,2}(?:人|户|村|县|点))){1,3}$"
)
_IN_ONE = lazy_pattern(r"集.{2,50}?[于为]一体的(?P<noun>[^,;。、\n]{2,20})")
# Not 县(市、区)的河水.
_MODIFIED = lazy_pattern(r"[^、()]{2,12}(?:、[^、()]{2,12})*、[^、()]{2,12}的(?P<noun>[^、的]{2,20})")
# 12个镇的|河道、水库整治: of what the first of a row has, and not the others, the places are all that is counted.
_OF_PLACES = lazy_pattern(r"(?:县市区|县区|区县|乡镇|镇街|街道|社区|[县市区镇乡村])(?:\([^()]{1,8}\))?(?=的)")
_PEOPLE, _PLACES = frozenset("名人位"), frozenset("县区乡镇街社市村")
# Here 组织 is a noun, where it ends the words between two numbers.
_ORGANISATION = lazy_quick_pattern(r"(?:社会|党|团|经济|合作|自治|群众|群团|行业|志愿|公益)组织$")
# With these begins what is measured of each thing: 6家总投资3亿元企业, 4个年产10万吨项目.
_OF_EACH = "总年日单均"
# 清淤支渠98条|长119公里, 带动农户450户|户均增收3000元: what the next number measures of the things, and no thing.
_OF_THEM = lazy_pattern(
    r"(?:[户人亩村校班场镇县年月日]|平)均|年[产出销营]|占[地比]|(?:计划|预计|估算|概算)?总?投资"
    r"|总(?:长|宽|高|价|造价|产|量|库容|容积|容量|面积|里程|规模|建筑面积|占地|装机|金额|额)|[全共]长"
    r"|(?:(?:建筑|种植|使用|经营|灌溉|流转|水域)?面积|容积|库容|里程|[长宽高深厚]度?)(?:达到?|为|约|共)?$"
    r"|[=×+]"  # 6米|×20元=120元
)
_OF_THEM_BEGINS = frozenset("户人亩村校班场镇县年月日平占计预估概总投全共建种使经灌流水面容库里长宽高深厚=×+")
# 村组道路2、3、|7组共5公里: the last of the numbers by which groups are named, and the words in front of their row.
_GROUPS = lazy_pattern(r"\d{1,3}(?:村民小?组|居民小?组|小?组|合作社|社|屯|队)")
_ROW = lazy_pattern(r"(?P<front>[一-龥“”\"]{0,30})(?P<row>(?:\d{1,3}(?:小?组|社|屯|队)?[、和及]){1,20})$")
# 按每户2000元的标准|扶持300户, 3.5米宽|村道12公里: the standard, and the side, is that of the number before.
_STANDARD = lazy_quick_pattern(
    r"的?(?:标准(?!化)|价格|额度|限额|宽(?![带阔敞窄裕松])|深(?![度水入化加层远山圳])|厚(?![度植重实]))"
)
_IN_ALL = lazy_quick_pattern(r"(?:共计|合计|总计|共|(?<![所拥国私享公含占富没共])有|共有)$")
_NO_ATTRIBUTE = lazy_pattern(r"[\d和及与或、=+]|的$")


def words_in_front(
    quantity: QuantityMention, spot: Spot, previous: QuantityMention | None, context: PlanContext, table: Verbs
) -> tuple[str, int]:
    """The words of the item in front of the number, behind the number or time before it, and where they begin."""
    text, number, op_start = context.words, quantity.start, quantity.op_start
    start = spot.item_start if spot.item_start >= number - _REACH else number - _REACH
    if previous and previous.op_end > start:
        start = previous.op_end + (text[previous.op_end] == "/")  # 300延米/12座: the same, in two measures
        if joint := joint_before(previous, quantity, context):
            start = joint[1]
    if text[start - 1] == "、" and start == spot.item_start:
        if text[start] in _LEVELS:
            start = _row_of_levels(start, context, table)
        if start == spot.item_start and (previous is None or previous.op_end <= spot.clause_start):
            start = row_of_names(start, spot.clause_start, op_start, context, table)
    stop = op_start if op_start > start else start
    times = context.time_row.between(start - LONGEST_NOUN, stop)
    if times:
        start, words = _around_times(times, start, stop, context, table)
    else:
        words = text[start:stop]
    if words:
        if words[-1] in _FROM_NOW_ENDS:
            words = _FROM_NOW.sub("", words)
        if "每" in words:
            words = _RATE.sub("", words)
        if "各" in words and (places := EACH_PLACE.match(words)):
            words, start = words[places.end() :], start + places.end()
    if op_start < number and start <= op_start and (adverb := _ADVERB.match(text, op_start)) and adverb.end() < number:
        words += text[op_start:number]  # 至少|制作条幅10条; right before the number it is but its comparator
    if not words:
        return words, start
    if previous and previous.op_end == start and (standard := _STANDARD.match(words)):
        rest = words[standard.end() :]
        if rest and table.joining.ending(rest) != rest:
            words, start = rest, start + standard.end()
    if ("“" in words or '"' in words) and (opening := _opened_quotation(words)):
        words, start = words[opening:], start + opening
    first = words[:1]
    if first.isalpha() and first not in _NUMERALS:
        return words, start
    if first.isdigit() and (groups := _GROUPS.match(words)):
        floor = max(previous.op_end if previous else 0, spot.clause_start)
        return _behind_groups(words, start, groups.end(), floor, context)
    mark = _MARK.match(words)
    return (words[mark.end() :], start + mark.end()) if mark else (words, start)


def _behind_groups(words: str, start: int, end: int, floor: int, context: PlanContext) -> tuple[str, int]:
    """The words around the numbers of groups (村组道路|2、3、7组|共5公里) and where they begin.

    `words[:end]` is the last group. All words, where no row of numbers stands in front.
    """
    floor = max(floor, start - _REACH)
    times = context.time_row.between(floor, start)
    row = _ROW.search(context.words, times[-1].end if times else floor, start)
    return (row["front"] + words[end:], row.start()) if row else (words, start)


def _row_of_levels(start: int, context: PlanContext, table: Verbs) -> int:
    """Where the words begin of an item at `start` that opens with the last of a row of levels (国家、省|专项资金).

    The row is of the name, with the verb in front of it; 各县、区 is the whole territory, and none of the name. In
    清河市、县财政 the first is no level but a place.
    """
    text = context.words
    row = _LEVEL_ROW.search(text, max(0, start - _LEVEL_REACH), start)
    if row is None:
        return start
    begin = context.marks.item(row.start())[0]
    front = text[max(begin, start - _REACH) : row.start()]
    if front.endswith("各"):
        whole = _LEVEL.match(text, start)
        return whole.end() if whole else start
    return begin if front in _AMONG or table.are_all(opened(front, table)) else start


def _around_times(
    times: Iterable[TimeMention], start: int, stop: int, context: PlanContext, table: Verbs
) -> tuple[int, str]:
    """Where the words of an item begin, and these up to `stop`, without the times that are no part of what is said."""
    text, end, joined, front = context.words, stop, "", ""
    for time in times:
        if start < time.end <= stop and _begins_item(time, start, context):
            if text.startswith(_UPON, time.end):
                # 优良率在2020年基础上提高9%: what the level of a year is taken as stands behind the subject.
                end = time.start - (text[time.start - 1] in "在于以")
            elif time.start > start and text[time.end : stop] in ("", "的") and text[start : time.start] not in _AT:
                end = time.start  # 覆盖率由2020年的35%提高到2025年的38%: the time stands between subject and value
            elif (
                (verb := _AGAIN.sub("", text[time.end : stop]))
                and table.joining.ending(verb) == verb
                and (subject := opened(text[start : time.start].rstrip("到在于"), table))
                and not (verb in _WORK_DONE and (subject.endswith(_ACTORS) or is_place(subject)))
            ):
                # 覆盖率2035年达到45%: it stands between subject and verb.
                end, joined = time.start - (text[time.start - 1] in "到在于"), verb
            elif 0 < (behind := behind_origin(time, text, context.begin)) <= stop:
                front, start = text[start : time.start].rstrip("对将把"), behind
            else:
                start = time.end
    return start, front + text[start:end] + joined


def _begins_item(time: TimeMention, start: int, context: PlanContext) -> bool:
    """Whether what is measured stands behind a time: a date it is not compared to, a duration that opens the item."""
    if time.kind in _DATED or (time.kind == "recurring" and time.last):  # 每年3月底前|完成计划的30%
        return context.words[time.start - 1] not in "比较与"
    if time.start < start:
        return True  # 每年3、9月份检查: the item begins inside the time
    front = context.words[start : max(start, time.start)]
    return time.kind == "duration" and not opened(front, verbs(context.rules)).strip("连续今后未来")


def words_behind(quantity: QuantityMention, spot: Spot, following: QuantityMention | None, context: PlanContext) -> str:
    """The words of the item behind the number and its comparator, up to the next number."""
    text, start = context.words, quantity.op_end
    if text.startswith("集", start) and (one := _IN_ONE.match(text, start)):
        return one["noun"]
    end, clause_end = spot.item_end, spot.clause_end
    if start > end:
        _, end = context.marks.item(start)
    if start > clause_end:
        _, clause_end = context.marks.clause(start)
    if end < clause_end <= start + _REACH and (following is None or following.start >= clause_end):
        # A row of modifiers before the thing: 4个条件差、设施弱、人口多的片区.
        modified = _MODIFIED.match(text, start, clause_end)
        if modified:
            return modified["noun"]
        # 10名站在科技前沿的科学院、工程院院士: the words behind 的 name them all.
        row = text[start:clause_end] if "的" in text[start:end] and quantity.unit in _PEOPLE else ""
        if row.endswith(PERSONS) and len(row) <= LONGEST_NOUN:
            return row
    if end > start + _REACH:
        end = start + _REACH
    if following and following.start < end:
        if following.op_end < end and _is_attribute(text[start : following.start], quantity, following, context):
            return text[following.op_end : end]
        end = max(start, following.op_start)
        if text[start] in _OF_THEM_BEGINS and _OF_THEM.match(text[start:end]):
            return ""
        # Between two numbers stand the thing counted and what is done with it: 31个村|种植饲草918亩, 9家企业|组织60人.
        joint = joint_before(quantity, following, context)
        end = start + _before_verb(text[start : joint[0] if joint else end], context)
    if times := context.time_row.between(start, end):
        end = _before_time(times[0], quantity.op_start, start, end, context)
    if text.startswith("、", end) and text[start] in _PLACES and (places := _OF_PLACES.match(text, start, end)):
        end = places.end()
    return text[start:end]


def _before_time(time: TimeMention, begin: int, start: int, end: int, context: PlanContext) -> int:
    """Where the thing counted ends in `start:end`, behind a number that begins at `begin`, if by when something is done
    with it stands behind it.

    其中12个|6月底前完工, 60所学校|于9月底前通电, 20家企业|2031年完成改造. A time that tells which things are meant
    (12个2030年建成的小区, 20个2031年重点项目) belongs to their name.
    """
    text, front, rest = context.words, time.start, context.words[time.end : end]
    if "的" in rest:
        return end
    is_led = front > start and text[front - 1] in "于到"
    is_deadline = time.kind == "deadline"
    # 年内到期项目 is a name, 学校9月底前通电 and 其中2个年内通电 are a thing and what becomes of it.
    if not (is_led or (is_deadline and (front > start or text.endswith("其中", 0, begin)))):
        table = verbs(context.rules)
        is_done = rest and (table.opening.at(rest) or (table.content.at(rest) if is_deadline else table.are_all(rest)))
        if time.kind not in _DATED or not is_done:
            return end
    return front - is_led


def _opened_quotation(words: str) -> int:
    """How much of the words in front of a number stands in front of its quotation (完成“新建公路8公里”)."""
    if (at := words.rfind("“")) >= 0:
        return at + 1 if words.find("”", at) < 0 else 0
    return words.rfind('"') + 1 if words.count('"') % 2 else 0


def _is_attribute(words: str, quantity: QuantityMention, following: QuantityMention, context: PlanContext) -> bool:
    """Whether the words up to the next number, and that, only say of what kind the things counted are.

    Such an attribute stands before the noun: 20所床位100张以上的养老院, 5座500立方米蓄水池. In 12个工作队36名队员 and
    7个企业组织300人 two things are counted.
    """
    if len(words) > _LONGEST_ATTRIBUTE or following.unit == quantity.unit or _NO_ATTRIBUTE.search(words):
        return False
    if following.op == "=" and is_place(words):
        return False  # 6个县(区)|900万亩坡耕地
    behind = context.words[following.op_end : following.op_end + 2]
    if behind[:1] == "=":
        return False  # 展板8块×50元=400元 is a sum, 2台×350兆瓦机组 a thing of some size
    if not words or behind[:1] == "的":
        return not behind[:1].isdigit() and (behind[:1] != "共" or behind == "共青")
    known = unit_table(context.rules).by_word.get(following.unit)
    if known is None or known.dimension in ("counter", "people"):
        return False
    return words[0] in _OF_EACH or _before_verb(words, context) == len(words)


def _before_verb(words: str, context: PlanContext) -> int:
    """Where the noun ends with which words begin: at a content verb behind its first character, or at the verbs or
    共计 with which they end."""
    table = verbs(context.rules)
    if (verb := table.content.find(words[1:])) >= 0:
        name = words.removesuffix("以及").rstrip("和及与")
        return len(name) if name != words and not is_place(words[: verb + 1]) and table.ends_kind(name) else verb + 1
    noun = words
    while noun and not _ORGANISATION.search(noun):
        ended = _IN_ALL.search(noun)
        last = ended[0] if ended else table.done.ending(noun)
        if not last:
            break
        noun = noun.removesuffix(last)
    return len(noun)
