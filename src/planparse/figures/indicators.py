"""Indicators: the shortest phrase of the text that says what a quantity counts or measures.

A counted thing mostly follows its number (`137个村`), a measured one precedes it (`治理面积3万亩`); where neither side
has words of its own the phrase is shared with the number beside it (`村小20所、6000平方米`) or stands in the label in
front (`村卫生室建设:2016年建设12个`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from planparse.figures.verbs import verbs
from planparse.mentions.units import unit_table

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention

__all__ = ["Phrase", "phrases"]

_LONGEST = 30
_DATED = ("date", "period", "deadline")
_REACH = 60
_MARK = regex.compile(r"^[-\s]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]+是|[①-⑳])")
_SCOPE = regex.compile(
    r"^(?:(?:全|我|本)(?:国|省|市|县|区|镇|乡|村|州|盟|旗|局|委|院|校|厅|系统|社会|行业)|全?辖区内?|境内|[区县市镇乡村]内|规划区内?|各(?:省|市|县|区|乡|镇|村|地|州|盟|旗)+|上述|年度?)"
)
_TAIL = regex.compile(
    r"(?:(?:分别|均)?[比较与](?:上年|去年|上一?年度?|同期|基期|“?十[一二三四五]五|20\d\d年?)[^,;。、]{0,6}$|同比|较上年|比上年|年均|分别|累计|大约|力争|确保|预计|至少|也|都|能|均|要|将|约|各|共|总|数?量?为|最高|最低"
    r"|(?:[与和同较比][^,;。、]{0,12})?相比|[了由从:“\"(,、的])$"
)
# Behind the number: words that open something else than the thing counted.
_NO_NOUN = regex.compile(
    r"(?:已|用于|给予|对|以|为|由|在|向|从|按|并|且|及|和|与|或|左右|之|等|目标|任务|要求|的目标|的任务|的要求|标准(?!化)|水平|进行|来|于|增长|下降|提高|。|$)"
)
_CUT = regex.compile(
    r"(?:进行|开展|实现|完成|全部|需要|得到|纳入|列入|参加|达到|建成|创建|具备|未|无(?!害|线|人|障)|没有|不|用于|给予|作为|以及|并|且|同时|开工|列为|有效|超过|到(?!位|期|岗|户)|赴|深入|均|实行|入户|就业)"
)
_AVERAGE = regex.compile(r"(?:人|户|亩|村|校|班|县|镇|年)均(?:达到|达|为|占有|拥有)?$")
# 提高到每人每月380元: the rate belongs to the value.
_RATE = regex.compile(
    r"(?:每(?:人|户|名|位|生|亩|村|处|台|头|只|年|月|日|天|季度|学年|学期|平方米|个?[一-龥]{0,2}(?:人|户|村|县|点))){1,3}$"
)
_PLACE = regex.compile(r"[一-龥、]{0,16}(?:地区|区域|境内|流域|县|市|区|镇|乡|村|省|街道|社区|片区|范围内?|中|内)")
_LABEL = regex.compile(r"([一-龥“”\"()]{2,20}):[^。;:\n]*$")
_IN_ONE = regex.compile(r"集.{2,50}?[于为]一体的(?P<noun>[^,;。、\n]{2,20})")
_MODIFIED = regex.compile(r"[^、]{2,12}(?:、[^、]{2,12})*、[^、]{2,12}的(?P<noun>[^、的]{2,20})")
_JOINED = regex.compile(r"[、和及与]|以及|或")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An indicator, the verb of its clause and how the level changes; `start:end` is the figure's own stretch."""

    indicator: str | None
    action: str | None
    change: str | None
    start: int
    end: int


def phrases(context: PlanContext) -> list[Phrase]:
    """One phrase per quantity of the plan, in order."""
    found: list[Phrase] = []
    quantities = context.quantities
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1] if at else None
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        found.append(_phrase(quantity, previous, following, found[-1] if found else None, context))
    _respective(context, found)
    return found


def _phrase(
    quantity: QuantityMention,
    previous: QuantityMention | None,
    following: QuantityMention | None,
    last: Phrase | None,
    context: PlanContext,
) -> Phrase:
    left, left_start = _left(quantity, previous, context)
    right = _right(quantity, following, context)
    action, change = _action(left, context)
    noun, joined, whole = _left_noun(left, context)
    behind = _right_noun(right)
    known = unit_table(context.rules).by_word.get(quantity.unit)
    place = known is not None and known.rule == "quantity/place"
    counted = known is None or known.dimension in ("counter", "people")
    indicator: str | None
    if counted and not place and behind and not joined:
        indicator = behind
    elif noun and not (behind and not joined and (_is_scope(noun) or _ends_in_verb(left, context))):
        indicator = whole
    elif behind:
        indicator = behind
    elif place:
        indicator = quantity.unit
    else:
        indicator = _shared(quantity, previous, following, last, left, context) or whole or None
    stop = quantity.op_end + (len(right) if behind and indicator == behind else 0)
    return Phrase(indicator, action, change, min(left_start, quantity.op_start), max(stop, quantity.op_end))


def _left(quantity: QuantityMention, previous: QuantityMention | None, context: PlanContext) -> tuple[str, int]:
    """The words of the item in front of the number, behind the number or time before it."""
    start, _ = context.marks.item(quantity.start)
    start = max(start, quantity.start - _REACH)
    if previous and previous.op_end > start:
        start = previous.op_end
    stop = max(start, min(quantity.start, quantity.op_start))
    for time in context.times_between(start - _LONGEST, stop):
        if start < time.end <= stop and time.kind in _DATED and context.words[time.start - 1] not in "比较与":
            start = time.end
    words = _RATE.sub("", context.words[start:stop])
    if quantity.op_start < quantity.start and quantity.op_start >= start:
        words += context.words[quantity.op_start : quantity.start] if _adverbial(quantity, context) else ""
    mark = _MARK.match(words)
    return (words[mark.end() :], start + mark.end()) if mark else (words, start)


def _adverbial(quantity: QuantityMention, context: PlanContext) -> bool:
    """Whether words of the task stand between the comparator and the number (至少完成70%)."""
    return quantity.start - quantity.op_start > len((quantity.op_text or "").split("…")[0]) or bool(
        regex.match(r"至少|最少|起码|最多|至多", context.words[quantity.op_start : quantity.start])
    )


def _right(quantity: QuantityMention, following: QuantityMention | None, context: PlanContext) -> str:
    """The words of the item behind the number and its comparator, up to the next number."""
    start = quantity.op_end
    one = _IN_ONE.match(context.words, start)
    if one:
        return one["noun"]
    _, end = context.marks.item(max(quantity.end, start))
    _, clause_end = context.marks.clause(max(quantity.end, start))
    if end < clause_end <= start + _REACH and (following is None or following.start >= clause_end):
        # A row of modifiers before the thing: 4个条件差、设施弱、人口多的片区.
        modified = _MODIFIED.match(context.words, start, clause_end)
        if modified:
            return modified["noun"]
    end = min(end, start + _REACH)
    if following and following.start < end:
        # An attribute with its own number stands before the noun: 20所床位100张以上的养老院.
        attribute = context.words[start : following.start]
        if following.op_end < end and not regex.search(r"[\d和及]|的$", attribute) and following.unit != quantity.unit:
            return context.words[following.op_end : end]
        end = max(start, min(following.start, following.op_start))
    return context.words[start:end]


def _action(left: str, context: PlanContext) -> tuple[str | None, str | None]:
    """The verb that opens the item, and the change of level that the joining verb makes."""
    table = verbs(context.rules)
    changed = table.change.search(left)
    change = table.change_of[changed[1]] if changed else None
    words = left
    while words:
        verb = table.any_verb.match(words)
        if verb:
            return verb[0], change
        skipped = table.opening.match(words) or _SCOPE.match(words)
        if not skipped:
            break
        words = words[skipped.end() :]
    return None, change


def _left_noun(left: str, context: PlanContext) -> tuple[str, bool, str]:
    """What is measured, from the words in front: the bare noun, whether a verb joins it to the value, and the phrase
    with its content verb."""
    table = verbs(context.rules)
    words, joined = left.strip(), False
    while words:
        match = _AVERAGE.search(words)
        if match:
            words, joined = words[: match.start()], False
            continue
        joining, tail = table.joining.search(words), _TAIL.search(words)
        match = min((m for m in (joining, tail) if m), key=lambda m: m.start(), default=None)
        if not match:
            break
        joined = joined or match is joining
        words = words[: match.start()]
    words = _opened(words, table.opening)
    bare = words
    while bare:
        match = table.content.match(bare)
        if not match:
            break
        bare = _opened(bare[match.end() :], table.opening)
    if left.endswith(("的", "和", "及", "与", "或")):
        return "", joined, words.rstrip("的和及与或")
    if joined and not bare:
        return words, joined, words
    return bare, joined, words[-_LONGEST:]


def _opened(words: str, opening: regex.Pattern[str]) -> str:
    """Drops light verbs, fillers and the whole territory from the front."""
    while words:
        match = opening.match(words) or _SCOPE.match(words)
        if not match:
            break
        words = words[match.end() :]
    return words


def _is_scope(noun: str) -> bool:
    """Whether a noun only says where (山北地区, 某县): then the thing itself stands behind the number."""
    return bool(
        regex.fullmatch(
            r"[一-龥、]{0,16}(?:地区|区域|境内|流域|县|市|区|镇|乡|村|省|街道|社区|片区|范围内?|中|内)", noun
        )
    )


def _ends_in_verb(left: str, context: PlanContext) -> bool:
    """Whether the words in front end in what is done, so that the thing itself stands behind (在某村建设200亩示范区)."""
    return verbs(context.rules).ending.search(left) is not None


def _right_noun(right: str) -> str:
    """The thing counted, from the words behind the number: up to what is done with it."""
    words = right.strip().removeprefix("的")
    if not words or _NO_NOUN.match(words) or not ("一" <= words[0] <= "龥" or words[0] in '“"A'):
        return ""
    cut = _CUT.search(words)
    if cut and cut.start() > 1 and "的" not in words[cut.start() :]:
        words = words[: cut.start()]
    return words[:_LONGEST].rstrip("的、,和及与或")


def _shared(
    quantity: QuantityMention,
    previous: QuantityMention | None,
    following: QuantityMention | None,
    last: Phrase | None,
    left: str,
    context: PlanContext,
) -> str | None:
    """The phrase that coordinated numbers share: the one before, the one behind, or the label in front."""
    words = context.words
    if following and _JOINED.fullmatch(words[quantity.op_end : following.start]):
        behind = _right_noun(_right(following, None, context))
        if behind:
            return behind
    period, _ = context.marks.period(quantity.start)
    if previous and last and last.indicator and previous.start >= max(period, quantity.start - _REACH):
        table = verbs(context.rules)
        if not _left_noun(left, context)[2]:
            own = None
        else:
            own = table.content.match(_opened(left, table.opening))
        between = words[previous.op_end : quantity.start]
        if own and ";" not in between and not _is_money(quantity, context):
            noun = table.ending.sub("", _left_noun(last.indicator, context)[0])
            return own[0] + noun
        if not own and (
            left.startswith(("比", "较", "同比", "增长", "下降"))
            or previous.unit == quantity.unit
            or _JOINED.fullmatch(between)
            or not between
        ):
            return last.indicator
    clause, _ = context.marks.clause(quantity.start)
    if words[clause - 1 : clause] == "(":
        before = _opened(words[context.marks.item(clause - 1)[0] : clause - 1], verbs(context.rules).opening)
        explained = regex.search(r"[一-龥]{2,8}$", before)
        if explained:
            return regex.sub(r"^.*进行", "", explained[0])
    label = regex.search(
        r"([一-龥“”\"()]{2,20}):[^。;:\n]*$", words[max(period, quantity.start - _REACH) : quantity.start]
    )
    return label[1] if label else None


def _is_money(quantity: QuantityMention, context: PlanContext) -> bool:
    unit = unit_table(context.rules).by_word.get(quantity.unit)
    return unit is not None and unit.dimension == "money"


def _respective(context: PlanContext, found: list[Phrase]) -> None:
    """`甲、乙、丙分别下降1%、2%、3%`: the n-th number belongs to the n-th subject."""
    words, quantities = context.words, context.quantities
    at = 0
    while at < len(quantities):
        stop = at + 1
        while stop < len(quantities) and _JOINED.fullmatch(words[quantities[stop - 1].op_end : quantities[stop].start]):
            stop += 1
        if stop - at > 1:
            clause, _ = context.marks.clause(quantities[at].start)
            front = words[max(clause, quantities[at].start - 3 * _REACH) : quantities[at].start]
            subjects, marker, _ = front.rpartition("分别")
            names = [_opened(name, verbs(context.rules).opening) for name in _JOINED.split(subjects)]
            if marker and len(names) == stop - at and all(names):
                for offset, name in enumerate(names):
                    old = found[at + offset]
                    noun = _left_noun(name, context)[2] or name
                    change = found[at].change
                    found[at + offset] = Phrase(noun, found[at].action, change, old.start, old.end)
        at = stop
