"""Values: what a cell says that holds a number and little else, in the unit that its table gives it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planparse.cleaning.text import CleanText
from planparse.figures.tables.units import DURATIONS, SCALE, is_unit
from planparse.figures.verbs import verbs
from planparse.mentions.comparators import Comparison, comparators
from planparse.mentions.model import QuantityMention
from planparse.mentions.numerals import ARABIC, MULTIPLIER, parse_numeral
from planparse.mentions.quantities import find_quantities
from planparse.patterns import lazy_pattern, lazy_quick_pattern
from planparse.records import Record

if TYPE_CHECKING:
    import regex

    from planparse.figures.tables.grid import GridCell
    from planparse.rules import RuleSet

__all__ = ["CellValue", "is_blank", "is_sum", "value_of"]

_BLANK = lazy_pattern(r"[-—–―/\\*·.…、\s]*|[(]?(?:无|暂无|空|空白|不适用|未评估|达标|完成)[)]?")
_NUMBER = rf"{ARABIC}{MULTIPLIER}?"
# 85, 1~2, 10-15
_AMOUNT = lazy_pattern(rf"(?<![A-Za-z])(?P<first>{_NUMBER})(?:\s?[-~至到]\s?(?P<second>{_NUMBER}))?")
# A mark of a footnote behind a value: 62.5※, 90[1], 48a.
_MARK = lazy_pattern(r"(?<=[\d%)\]〕])\s?(?:[#※△★☆†‡▲]|[a-e]|(?<![\]〕])\[\d{1,2}\])$")
# What is said of a value in brackets behind it: 4120(预估值), 86(以12个断面计); its own unit:
# 38(微克/立方米).
# Not 9.6(35), which are two values, nor 50(左右), which compares.
_REMARK = lazy_pattern(r"(?<=[\d%])\((?P<words>(?![\d.,%]+\)|左右|以[上下内]|以?含)[^()]+)\)$")
# What a cell says besides its amount: notes on the year, an earlier year that it is compared with, signs of a footnote.
_ASIDE = lazy_pattern(
    r"[(](?:20\d\d年?(?:底|末)?|预计|初步|累计|新增|不?含[^()\d]{1,8})[)]|(?:比|较|相比)?(?:20\d\d年(?:底|末)?|上年|去年|基期|“?十[二三四五]五”?(?:期间|末)?)"
    r"(?:相比)?|(?<![\d.])[1-5]年(?:累计)?|[一二三五]年(?:累计)?|累计|年均|平均(?!水平)|总计|合计|[〔〕\[\]【】*①-⑳;。:]|,(?!\d{3}(?!\d))|(?<![\d%])[-－−](?=\d)"
)
_PER = lazy_pattern(r"/每?(?P<of>[一-龥]{1,5}|[A-Za-z]+[23]?)")
_UNIT = lazy_pattern(r"[^\s\d]")
# 〔13.5〕, [4], and as scans have it [2.4), (7).
_BRACKETED = lazy_quick_pattern(r"[(〔\[【][-+]?[\d.,]{1,9}%?[)〕\]】]")
_LONGEST = 40


class CellValue(Record):
    """A quantity at its place in the text, how it changes a level, and whether it is a sum of years (〔13.5〕)."""

    __slots__ = ("change", "cumulative", "quantity")

    def __init__(self, quantity: QuantityMention, change: str | None, cumulative: bool) -> None:
        self.quantity = quantity
        self.change = change
        self.cumulative = cumulative


def is_blank(words: str) -> bool:
    """Whether a cell says nothing of an amount: —, /, 无."""
    return _BLANK.fullmatch(words) is not None


def is_sum(words: str, *, summed: bool) -> bool:
    """Whether brackets around a cell's value tell that it is a sum of years: 〔13.5〕, [2.4).

    Round ones do where the column is one of sums (`summed`): what scans make of [7].
    """
    return _BRACKETED.fullmatch(words) is not None and (summed or words[0] != "(" or words[-1] != ")")


def value_of(cell: GridCell, unit: str | None, rule: str, rules: RuleSet, *, summed: bool = False) -> CellValue | None:
    """The value of a cell, at its clean offsets; None where it holds none, or more than one amount.

    `unit` (万亩, 件/万人) stands elsewhere in the table and holds where the cell names none of its own. `summed`: the
    column is one of sums of years.
    """
    words = cell.words
    if len(words) > _LONGEST:
        return None
    if is_sum(words, summed=summed):
        words = f"〔{words[1:-1]}〕"
    read = _read(words, unit or "", rules)
    return read and read.replaced(quantity=_moved(read.quantity.replaced(rule=rule), cell.start))


@lru_cache(maxsize=4096)  # the same shares and counts fill whole columns
def _read(words: str, unit: str, rules: RuleSet) -> CellValue | None:
    """The value of a cell's words, at offsets into them."""
    shown = _MARK.sub(_blank, words)
    if (remark := _REMARK.search(shown)) and is_unit(remark["words"], rules):
        unit = remark["words"]
    plain = _ASIDE.sub(_blank, _REMARK.sub(_blank, shown))
    amounts = list(_AMOUNT.finditer(plain))
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    found = _in_repeated_unit(plain, amount, unit, rules) or (
        (_UNIT.search(plain, amount.end()) and _in_own_unit(plain, amount, rules))
        or _in_unit(plain, amount, unit, rules)
    )
    if found is None:
        return None
    front, change = _changed(words[: amount.start()], plain[: min(found.op_start, amount.start())], rules)
    behind = plain[max(found.op_end, found.end) :]
    if per := _PER.match(behind):
        behind = behind[per.end() :]
        found = found.replaced(per=tuple(dict.fromkeys((*found.per, per["of"]))))
    if front.strip() or behind.strip():
        return None
    before = words[: amount.start()]
    if before.endswith(_MINUS) and found.value is not None:
        found = found.replaced(value=-found.value, start=found.start - 1, op_start=found.start - 1)
    return CellValue(found, change, before.endswith(_OPENERS))


def _blank(said: regex.Match[str]) -> str:
    return " " * len(said[0])


_MINUS = ("-", "－", "−")
_OPENERS = ("〔", "[", "【")


def _in_own_unit(plain: str, amount: regex.Match[str], rules: RuleSet) -> QuantityMention | None:
    """The quantity that the cell states in full: 60%以上, 860座."""
    found = find_quantities(CleanText.as_is(plain), (), rules)
    return found[0] if len(found) == 1 and found[0].start == amount.start() else None


def _in_repeated_unit(plain: str, amount: regex.Match[str], unit: str, rules: RuleSet) -> QuantityMention | None:
    """The quantity of a cell that repeats a unit which in prose would make a time of it: 受教育年限(年), 12.3年以上."""
    end, long = amount.end(), len(unit)
    if unit not in DURATIONS or not plain.startswith(unit, end):
        return None
    cell = plain[:end] + plain[end + long :]
    read = _in_unit(cell, amount, unit, rules)
    if read is None:
        return None
    behind = read.op_end + long if read.op_end > end else end + long
    return read.replaced(end=end + long, op_end=behind)


def _in_unit(plain: str, amount: regex.Match[str], unit: str, rules: RuleSet) -> QuantityMention | None:
    """The quantity of a bare number and a unit from elsewhere, read as if the unit stood behind the number."""
    end = amount.end()
    if unit:
        found = find_quantities(CleanText.as_is(plain[:end] + unit + plain[end:]), (), rules)
        if len(found) == 1 and found[0].start == amount.start() and found[0].end > end:
            read, added = found[0], len(unit)
            rest = _PER.match(unit, max(read.end, read.op_end) - end) if read.op_end - end < added else None
            per = (*read.per, rest["of"]) if rest else read.per
            return read.replaced(end=end, op_end=max(end, read.op_end - added), per=per)
    scale, name = _scaled(unit)
    low, high = _decimal(amount["first"]), _decimal(amount["second"] or amount["first"])
    factor = _decimal("1" + scale)
    if low is None or high is None or factor is None or high < low:
        return None
    is_range = amount["second"] is not None
    start = amount.start()
    comparison = comparators(rules).around(plain, start, end, "") or Comparison("=", None, start, end, None)
    return QuantityMention(
        start,
        end,
        None if is_range else low * factor,
        low * factor if is_range else None,
        high * factor if is_range else None,
        name,
        "range" if is_range else comparison.op,
        comparison.words,
        (),
        "",
        comparison.start,
        comparison.end,
        comparison.rule,
    )


def _decimal(numeral: str) -> Decimal | None:
    value = parse_numeral(numeral)
    return value if isinstance(value, Decimal) else None


def _scaled(unit: str) -> tuple[str, str]:
    """万吨标煤 → 万, 吨标煤."""
    match = SCALE.match(unit)
    return (match[0], unit[match.end() :]) if match else ("", unit)


def _changed(words: str, front: str, rules: RuleSet) -> tuple[str, str | None]:
    """The words in front without verbs (提高到, 达到, 完成), and the change of level that they make."""
    table = verbs(rules)
    made = table.change(words.removesuffix("\n"))
    while front := front.rstrip():
        held = _HELD.search(front)
        word = table.joining.ending(front) or table.done.ending(front) or (held[0] if held else "")
        if not word:
            break
        front = front[: -len(word)]
    return front, made


_HELD = lazy_pattern(r"(?:达到|达|为|在|到|至|控制|保持|不变|力争|确保|基本|稳定|每年|新增|共|已|已经)$")


def _moved(quantity: QuantityMention, by: int) -> QuantityMention:
    return quantity.replaced(
        start=quantity.start + by,
        end=quantity.end + by,
        op_start=quantity.op_start + by,
        op_end=quantity.op_end + by,
    )
