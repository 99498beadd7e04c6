"""What is measured in front of a number, and what is counted behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.figures.word_boundaries import begins_word
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.verbs import Verbs

__all__ = ["LONGEST_NOUN", "Measured", "action_and_change", "counted", "is_place", "measured", "opened"]

LONGEST_NOUN = 30
"""Characters: beyond, a phrase is no name."""

# The whole territory or field that a plan speaks of says nothing of what is counted: 全市, 我局, 辖区内, 各县区.
_SCOPE = lazy_pattern(
    r"(?:(?:全|我|本)(?:国|省|市|县|区|镇|乡|村|州|盟|旗|局|委|院|校|厅|系统|社会|行业)|全?辖区内?|境内|[区县市镇乡村]内"
    r"|规划区内?|各(?:省|市|县|区|乡|镇|村|地|州|盟|旗)+|上述|年度?)"
)
# In front of the value: what it is compared to, adverbs, particles.
_COMPARED = r"(?:分别|均)?[比较与](?:上年|去年|上一?年度?|同期|基期|“?十[一二三四]五|20\d\d年?)[^,;。、]{0,6}"
_TAIL = lazy_pattern(
    rf"(?:{_COMPARED}|(?:[与和同较比][^,;。、]{{0,12}})?相比|同比|年均|分别|累计|大约|力争|确保|预计|至少|也|都|(?<![产功性智节职技])能|均|要|将|约|各"
    r"|共|总|有|仅|翻|大体|日均|由[^,;。]{1,10}(?:承担|负担|支付)|按照?|新增|保持|数?量?为|每(?:人次|件|人|户|名|亩|吨|蒸吨|家|处|年|月|季度|个?[一-龥]{0,2}(?:村|县|点))|最高|最低|[了由从:“\"(,、的])$"
)
_AVERAGE = lazy_pattern(r"(?:人|户|亩|村|校|班|县|镇|年)均(?:达到|达|为|占有|拥有)?$")
_PLACE = lazy_pattern(r"[一-龥、]{0,16}(?:地区|区域|境内|流域|县|市|区|镇|乡|村|省|街道|社区|片区|范围内?|中|内)")
# 3个村没有设施: what is denied ends the shortest name.
_NEGATIONS = ("没有", "未", "无")
_COORDINATED = ("的", "和", "及", "与", "或")


@dataclass(frozen=True, slots=True)
class Measured:
    """The words in front of a number: the noun without its verb, the phrase with it, and whether a verb joins it to the
    value (覆盖率达到…), so that nothing behind the number can be meant."""

    noun: str
    phrase: str
    joined: bool


def measured(left: str, verbs: Verbs) -> Measured:
    """What is measured, from the words of the item in front of the number."""
    words, joined = left.strip(), False
    while words:
        average = _AVERAGE.search(words)
        if average:
            words, joined = words[: average.start()], False
            continue
        joining, tail = verbs.joining.search(words), _TAIL.search(words)
        match = min((m for m in (joining, tail) if m), key=lambda m: m.start(), default=None)
        if not match:
            break
        joined = joined or match is joining
        words = words[: match.start()]
    phrase = opened(words, verbs)
    if left.endswith(_COORDINATED):
        return Measured("", phrase.rstrip("的和及与或"), joined)
    noun = phrase
    while verb := verbs.content.match(noun):
        noun = opened(noun[verb.end() :], verbs)
    return Measured(noun or (phrase if joined else ""), phrase[-LONGEST_NOUN:], joined)


def opened(words: str, verbs: Verbs) -> str:
    """Drops light verbs, fillers and the whole territory from the front."""
    while match := verbs.opening.match(words) or _SCOPE.match(words):
        words = words[match.end() :]
    return words


def counted(right: str, verbs: Verbs) -> str:
    """The thing counted, from the words of the item behind the number: up to what is done with it."""
    words = right.strip().removeprefix("的")
    if not words or not ("一" <= words[0] <= "龥" or words[0] in '“"' or words[0].isascii()) or words[0] in "(/":
        return ""
    if verbs.elsewhere.match(words):
        return ""
    for close in verbs.closing.finditer(words, 1):
        if close.start() == 1 and close[0] not in _NEGATIONS:
            continue
        # One character alone may be part of a longer word (不动产, 未成年人): only then the words are cut.
        # …暂无改造意愿的危房户 is one name; what is 进行 or 开展 never is.
        is_modifier = "的" in words[close.start() :] and close[0] not in ("进行", "开展")
        if not is_modifier and (len(close[0]) > 1 or begins_word(words, close.start())):
            words = words[: close.start()]
            break
    return words[:LONGEST_NOUN].rstrip("的、,和及与或")


def is_place(noun: str) -> bool:
    """Whether a noun only says where (山北地区, 某县): then the thing itself stands behind the number."""
    return _PLACE.fullmatch(noun) is not None


def action_and_change(left: str, verbs: Verbs) -> tuple[str | None, str | None]:
    """The verb that opens the item, and the change of level that the joining verb makes."""
    changed = verbs.change.search(left)
    change = verbs.change_of[changed[1]] if changed else None
    words = left
    while words:
        verb = verbs.verb.match(words)
        if verb:
            return verb[0], change
        skipped = verbs.opening.match(words) or _SCOPE.match(words)
        if not skipped:
            break
        words = words[skipped.end() :]
    return None, change
