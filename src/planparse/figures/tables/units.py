"""Units as tables write them: in a column of their own, in brackets behind a name, in the line above the table."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from planparse.cleaning.text import CleanText
from planparse.mentions.quantities import find_quantities
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["DURATIONS", "SCALE", "bracketed_unit", "is_unit", "unit_among", "units_of_caption"]

# 森林面积(万亩), 主要污染物排放量[万吨/年], 达标率(100%)
_BRACKETED = lazy_quick_pattern(r"[(〔\[【](?:单位:?|100(?=%))?([^()〔〕\[\]【】]{1,12})[)〕\]】][\d①-⑳*#※△★☆†‡▲]*$")
DURATIONS = ("年", "个月", "天", "小时", "分钟")
_LONGEST = 14
_CAPTION = lazy_pattern(r"(?:计量)?单位[:：]\s*([^\s,，;；。)）]{1,12})")
# What a head names and its unit, where the table has several.
_MEASURED = (
    ("面积", "亩"),
    ("面积", "公顷"),
    ("面积", "平方米"),
    ("投资", "元"),
    ("资金", "元"),
    ("经费", "元"),
    ("金额", "元"),
)
SCALE = lazy_pattern(r"(?:[十百千]?万亿|[十百千]?[万亿](?=.)|[百千](?=[^分伏瓦米克卡]))")
# Units that stand in no list yet: Latin signs and their quotients (kWh/m2, μg/m3).
_SIGNS = lazy_pattern(r"(?=.*[/%‰℃μΩ])[十百千]?[万亿]?[A-Za-zμΩ℃%‰][A-Za-zμΩ℃%‰23/·.]{0,9}")


@lru_cache(maxsize=1024)
def is_unit(words: str, rules: RuleSet) -> bool:
    """Whether words are a unit and nothing else: 万亩, %, 件/万人, 吨标准煤/万元."""
    if len(words) > _LONGEST or words[:1].isdigit():
        return False
    found = find_quantities(CleanText.as_is(f"2{words}"), (), rules)
    if len(found) == 1 and found[0].start == 0 and found[0].op_end == len(words) + 1 and found[0].op == "=":
        return True
    parts = words.replace("/每", "/").split("/")
    return _SIGNS.fullmatch(words) is not None or (len(parts) == 2 and all(is_unit(part, rules) for part in parts))


def bracketed_unit(words: str, rules: RuleSet, *, durations: bool = False) -> tuple[str, str | None]:
    """A name without the unit in brackets at its end, and that unit: 森林面积(万亩) → 森林面积, 万亩.

    With `durations` 年 and its like are units too (人均受教育年限(年)); at the head of a column they head times.
    """
    name, stroke, unit = words.partition("/")
    if stroke and len(name) > 1 and unit != "年" and is_unit(unit, rules) and not is_unit(words, rules):
        return name, unit  # 装机/万千瓦
    match = _BRACKETED.search(words)
    if match is None or match[1] == "单位" or not (is_unit(match[1], rules) or (durations and match[1] in DURATIONS)):
        return words, None
    return words[: match.start()], match[1]


def units_of_caption(words: str, rules: RuleSet) -> tuple[str, ...]:
    """The units that the lines above a table state for it (单位:万元; 单位:户、人)."""
    match = _CAPTION.search(words)
    named = tuple(match[1].split("、")) if match else ()
    return named if all(is_unit(unit, rules) for unit in named) else ()


def unit_among(units: tuple[str, ...], column: str) -> str | None:
    """The one of some units that a column's values have: the only one, or the one that its head tells (户数, 投资)."""
    if len(units) == 1:
        return units[0]
    told = [unit for unit in units if unit in column or any(unit.endswith(u) and w in column for w, u in _MEASURED)]
    return told[0] if len(told) == 1 else None
