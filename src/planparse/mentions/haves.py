"""Lists of what each household or village is to have: 户“五有”,即:①有1亩良田;②有1个产业项目."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.mentions.model import QuantityMention

__all__ = ["had_by_each"]

_SLOGAN = "有”"
_WHO = "(?:[户村组镇校]|乡镇?|社区?)"
# Where such a list begins: 户“五有”,即:…, or, behind the slogan, the first that each has: 即:户有1亩果园;村有1个卫生室.
_LIST = lazy_plain_pattern(
    r"(?P<who>[户村组镇校乡社](?<=[,、;。:\n].)(?:(?<=乡)镇|(?<=社)区)?)"
    r"(?:(?P<named>“[一二三四五六七八九十]{1,2}有”)[,:]?(?:即|是指|指|就是|包括)[,:]?|(?=有))"
)
_END = lazy_plain_pattern(r"[。\n]")
_LONGEST = 400
# How far behind the slogan the first thing may stand.
_REACH = 200
# ⑤有|1亩以上的果园, 年有|1头牛出栏, and 或|2头猪.
_HAS = lazy_plain_pattern(rf"(?:[①-⑳]|\(?\d{{1,2}}[).、])?{_WHO}?(?P<yearly>年)?有")
_OR = lazy_plain_pattern(r"[一-龥]{1,8}(?:或者?|和|、)")
_ITEM = lazy_plain_pattern(r"[^,;:。\n]{0,8}$")


def had_by_each(words: str, found: Iterable[QuantityMention]) -> None:
    """Says of the quantities of such lists, which come in order, that each has as many; of others nothing."""
    if _SLOGAN not in words:
        return
    lists = [
        (match.end(), match["who"])
        for match in _LIST.finditer(words)
        if match["named"] or words.find(_SLOGAN, max(0, match.start() - _REACH), match.start()) >= 0
    ]
    at, last = 0, None
    for quantity in found:
        start = quantity.op_start
        while at < len(lists) and lists[at][0] <= start:
            at += 1
        begin, who = lists[at - 1] if at else (0, "")
        if not who or start - begin > _LONGEST or _END.search(words, begin, start):
            last = None
        elif (item := _ITEM.search(words, begin, start)) and (has := _HAS.fullmatch(item[0])):
            quantity.per, last = (who, "年") if has["yearly"] else (who,), quantity
        elif last and _OR.fullmatch(words, last.op_end, start):
            quantity.per = last.per
