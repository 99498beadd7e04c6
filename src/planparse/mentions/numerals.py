"""Numerals as they stand in Chinese plans: what one looks like, and its exact value.

A numeral is split into an Arabic part, multipliers and a Chinese part. Only the well-formed Chinese integer goes to
cn2an, which fails or is silently wrong on everything mixed (`1.5万亿`, `百万`, `3,500`; `1.23456万` → 12345) and
whose `transform` eats words (`统一规划` → `统1规划`). What is vague (几十, 数百, 三五) or ill-formed has no value:
nothing is guessed.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from string import digits
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    import re

__all__ = [
    "ARABIC",
    "BEGINNINGS",
    "CHINESE",
    "FORMAL_DIGITS",
    "FRACTION",
    "INTEGER",
    "LONE",
    "LONGEST",
    "MULTIPLIER",
    "NUMERAL",
    "PERCENT_WORDS",
    "PLAIN",
    "SINGLE",
    "TENTHS",
    "decimal_of",
    "parse_numeral",
    "range_of",
    "stretches",
]

# Fragments for the `regex` module: no capturing groups, and each linear, being possessive or of bounded length.

# The 千 of a unit is none of the number's (10千伏, 50千瓦), nor the 百 of 百分点 and the 千 of 千分点.
_HUNDRED = "百(?!分)"
_THOUSAND = "千(?![伏瓦米克卡帕安赫乏焦]|分点)"
# 万, 千万, 万亿, 百
MULTIPLIER = rf"(?:(?:十(?=[万亿])|{_HUNDRED}|{_THOUSAND})?+(?:万亿|万|亿)|{_HUNDRED}|{_THOUSAND})"
ARABIC = r"(?<!\d)(?<!\d\.)(?:\d{1,3}(?:,\d{3}){1,8}+(?!\d)|\d++)(?:\.\d++)?+(?!\.\d)"
# 1.5万, 3.2千万, 1亿2000万, 1亿2,000万, 3万5千
_MIXED = rf"{ARABIC}(?:{MULTIPLIER}(?:\d{{1,8}}+(?:,\d{{3}})*+{MULTIPLIER}){{0,3}})?+"

FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖弌弍"
_DIGITS = f"零〇○一二两三四五六七八九{FORMAL_DIGITS}"
_SCALES = "十百千万亿拾佰仟廿卅"
# The characters with which numerals begin.
BEGINNINGS = f"{digits}{_DIGITS}{_SCALES}几数半"
# 几 but not 几乎, 数百 but not 人数百万 nor 数量; 千 but not in 千伏.
_CHINESE_CHAR = rf"(?:[{_DIGITS}拾佰仟廿卅十万亿]|百(?!分[^之])|千(?![伏瓦克帕安赫])|几(?![乎何])|数(?=[十百千万亿]))"
# A numeral begins with a lone 百/千/万/亿 (万元) only where that is counted (百万, 百余) or bounded (过亿元, 近万人).
_CHINESE_START = (
    rf"(?:(?=[{_DIGITS}十拾廿卅几])|(?=[百千](?:万|亿))|(?=万亿)|(?=[百千万]余)|(?<=[过超逾破近])(?=[万亿][元亩吨斤人名户])"
    r"|(?<![人户总个次件台倍分函参指系])(?=数))"
)
CHINESE = (
    rf"(?<![{_DIGITS}{_SCALES}几]){_CHINESE_START}{_CHINESE_CHAR}{{1,24}}+"
    rf"(?:点[{_DIGITS}]{{1,12}}+[十百千万亿]{{0,3}}+)?+"
)
_HALF = r"(?<![大多过前后下上夜])半(?=[个年天日月周小公里亩斤吨])"

# 百分之七十, 百分之七点五, 千分之三, 百分之百
PERCENT_WORDS = rf"[百千万]分之(?:百|{_MIXED}|{CHINESE})"
# 三分之一, 3分之1, 1/3 (no date: 2016/3/22)
FRACTION = (
    rf"(?:(?<![{_DIGITS}{_SCALES}])[{_DIGITS}十]{{1,4}}分之[{_DIGITS}十百]{{1,6}}+"
    r"|(?<![\d.])\d{1,4}分之\d{1,4}+|(?<![\d./])\d{1,4}/\d{1,4}+(?![\d/.年月]))"
)
# 七成, 三成五, 3成; not 一成不变, 八成员, 三成立
TENTHS = (
    rf"(?<![{_DIGITS}{_SCALES}\d.])[一二两三四五六七八九1-9]成(?:[一二三四五六七八九半](?![{_SCALES}个]))?+"
    r"(?![立为员长果功年本效绩交分不熟品型片套语就都])"
)

SINGLE = f"{_DIGITS}十拾廿卅"
"""Characters that are a numeral where they stand alone."""
_ON = rf"[\d{BEGINNINGS}.,点]"
INTEGER, LONE = 1, 3
# Where the scripts lie that have digits of their own. They are looked at by themselves: a class that has `\d` among its
# characters asks it of each that is none of them.
_OTHER_SCRIPTS = "\u0660-\u1c59\ua620-\uabf9\uff10-\uff19"
# Without the forms that carry a unit in themselves.
PLAIN = rf"(?:{_MIXED}|{CHINESE}|{_HALF})"
NUMERAL = rf"(?:{PERCENT_WORDS}|{FRACTION}|{TENTHS}|{PLAIN})"

# Exact: no plan's numeral is longer than the precision, and longer ones have no value.
_EXACT = Context(prec=80)
LONGEST = 36
_FORMAL = str.maketrans("壹弌贰弍叁肆伍陆柒捌玖拾佰仟○〇两", "一一二二三四五六七八九十百千零零二")
_DIGIT_VALUES = {char: str(value) for value, char in enumerate("零一二三四五六七八九")}
_LARGE = {"万": 10**4, "亿": 10**8}
_SCALE_VALUES = {"十": 10, "百": 10**2, "千": 10**3, **_LARGE}

_ARABIC_PART = lazy_pattern(r"(\d[\d,]*+(?:\.\d++)?+)((?:[十百千]?(?:万亿|万|亿)|[十百千])?+)")
# The 十 of 十二至二十个 belongs to its number alone.
_SCALE = lazy_quick_pattern(r"[十百千]?[万亿]+$|[百千]$")
_POWER = lazy_pattern(r"[十百千]?(?:万亿|万|亿)|[十百千]")
_RATIO_WORDS = lazy_pattern(r"([^分]++)分之([^分]++)")
_YEAR_DIGITS = lazy_pattern(r"一[八九]..|二[一二]..")
_DIGIT = "[一二三四五六七八九]"
_BELOW_HUNDRED = rf"(?:{_DIGIT}?+十{_DIGIT}?+|{_DIGIT})"
_BELOW_THOUSAND = rf"(?:{_DIGIT}百(?:{_DIGIT}十{_DIGIT}?+|零{_DIGIT})?+|{_BELOW_HUNDRED})"
# 一千二百三十四: each scale stands once and falls, and a gap wants 零.
_BELOW_TEN_THOUSAND = (
    rf"(?:{_DIGIT}千(?:{_DIGIT}百(?:{_DIGIT}十{_DIGIT}?+|零{_DIGIT})?+|零{_BELOW_HUNDRED})?+|{_BELOW_THOUSAND})"
)
# Behind 万 or 亿 a lone digit wants 零: 三万零五; 三万五 is a short form.
_INTEGER = lazy_pattern(
    rf"(?:{_BELOW_TEN_THOUSAND}(?:万亿|亿))?+(?:零?(?!(?<=亿){_DIGIT}万){_BELOW_TEN_THOUSAND}万)?+"
    rf"(?:零?(?!(?<=[万亿]){_DIGIT}$){_BELOW_TEN_THOUSAND})?+"
)
# cn2an wants the 零 of a gap that people leave out (三万五十) and none where people put one (一百万零三千).
_GAP = lazy_pattern(r"(?<=[万亿])零?+(?=[一二三四五六七八九十](千?))")
# 一百五 is 150, 三万五 is 35000: the digit counts the next lower scale.
_SHORT_FORM = lazy_pattern(rf"(.*[百千万亿])({_DIGIT})")


def stretches(behind_one: str) -> re.Pattern[str]:
    """A pattern for where numerals begin, and on: none begins or goes on elsewhere.

    A group tells that all of it is one numeral: digits (`INTEGER`), another figure (1.5万), or a lone character
    (`LONE`), which is found only in front of what `behind_one` matches.
    """
    return lazy_plain_pattern(
        rf"[{BEGINNINGS}lI{_OTHER_SCRIPTS}](?:(?<=\d)(?:(\d*+)|(\d*+(?:\.\d++)?+[万亿]?+))(?!{_ON})"
        rf"|(?<=[{SINGLE}])()(?!{_ON})(?={behind_one})|(?:{_ON}++|(?<![{SINGLE}])))"
    )


@lru_cache(maxsize=4096)
def parse_numeral(words: str) -> Decimal | Fraction | None:
    """The exact value of a numeral as `NUMERAL` matches it in clean text, or None where it is vague or ill-formed.

    Decimal for everything decimal (百分之七十 → 0.7, 七成 → 0.7, 1.5万亿 → 1500000000000), Fraction for 三分之一, 1/3.
    """
    if not 0 < len(words) <= LONGEST:
        return None
    if words == "半":
        return Decimal("0.5")
    plain = words.translate(_FORMAL)
    if "分之" in plain or "/" in plain:
        return _ratio(plain)
    if len(plain) > 1 and plain[1] == "成":
        return _tenths(plain)
    if plain[0].isdecimal():
        return _mixed(plain)
    return _chinese(plain)


def decimal_of(numeral: str) -> Decimal | None:
    """The value of a numeral as `parse_numeral` tells it, where it is a Decimal."""
    # Most are plain figures, nearly each another, or so many 万.
    if len(numeral) <= LONGEST and "," not in numeral:
        if numeral.isascii():
            return Decimal(numeral)
        figure, power = numeral[:-1], _LARGE.get(numeral[-1])
        if power and figure and figure.isascii():
            return _EXACT.multiply(Decimal(figure), power)
    value = parse_numeral(numeral)
    return value if isinstance(value, Decimal) else None


def range_of(low: str, high: str) -> tuple[Decimal, Decimal] | None:
    """The ends of a range of two numerals; None where the first is no number or not the lesser.

    GB/T 15835 calls 5-10万 ambiguous; it is read as 50000-100000, and the audit says so.
    """
    first, second = parse_numeral(low), parse_numeral(high)
    if not isinstance(first, Decimal) or not isinstance(second, Decimal):
        return None
    scale = _SCALE.search(high)
    if scale and not _SCALE.search(low):
        power = parse_numeral("1" + scale[0])
        shared = first * power if isinstance(power, Decimal) else first
        first = shared if shared <= second else first
    return (first, second) if first <= second else None


def _ratio(words: str) -> Decimal | Fraction | None:
    """百分之七十 (a part of a power of ten: Decimal), 三分之一, 1/3 (Fraction)."""
    if "/" in words:
        top, _, bottom = words.partition("/")
    elif match := _RATIO_WORDS.fullmatch(words):
        bottom, top = match.groups()
    else:
        return None
    part = Decimal(100) if top == "百" else parse_numeral(top)
    if bottom in ("百", "千", "万"):
        return part.scaleb(-len(str(_SCALE_VALUES[bottom])) + 1, _EXACT) if isinstance(part, Decimal) else None
    whole = parse_numeral(bottom)
    if not isinstance(part, Decimal) or not isinstance(whole, Decimal) or not whole:
        return None
    return Fraction(part) / Fraction(whole)


def _tenths(words: str) -> Decimal | None:
    """七成 0.7, 三成五 0.35, 五成半 0.55."""
    digits = [*words.replace("半", "五")[:1], *words.replace("半", "五")[2:]]
    values = [_DIGIT_VALUES.get(digit, digit) for digit in digits]
    return Decimal("0." + "".join(values)) if all(v.isdecimal() for v in values) else None


def _mixed(words: str) -> Decimal | None:
    """Arabic parts with multipliers, falling from part to part: 1.5万亿, 1亿2000万."""
    whole, point, rest = words.partition(".")
    if whole.isdecimal() and (rest.isdecimal() if point else True):
        return Decimal(words)
    total, last, offset = Decimal(0), None, 0
    while offset < len(words):
        match = _ARABIC_PART.match(words, offset)
        if match is None or (offset and match[2] == ""):
            return None
        power = _power(match[2])
        if last is not None and power >= last:
            return None
        total = _EXACT.add(total, _EXACT.multiply(Decimal(match[1].replace(",", "")), power))
        last, offset = power, match.end()
    return total


def _power(multiplier: str) -> int:
    value = 1
    for char in multiplier:
        value *= _SCALE_VALUES[char]
    return value


def _chinese(words: str) -> Decimal | None:
    """一百二十三, 百万, 廿三, 二〇二一, 一点五万."""
    if "点" in words:
        return _decimal_words(words)
    if _POWER.fullmatch(words):
        return Decimal(_power(words))
    words = words.replace("廿", "二十").replace("卅", "三十")
    if not any(char in _SCALE_VALUES for char in words):
        return _digit_string(words)
    value = _integer(words)
    if value is None and (match := _SHORT_FORM.fullmatch(words)):
        head = _integer(match[1])
        if head is not None:
            return head + Decimal(_SCALE_VALUES[match[1][-1]] // 10 * int(_DIGIT_VALUES[match[2]]))
    return value


def _digit_string(words: str) -> Decimal | None:
    """A single digit, a number with 〇 (一〇五) or a year spelt out (一九九八); 一二三 counts on, and 三五 is vague."""
    digits = [_DIGIT_VALUES.get(char, "") for char in words]
    if not all(digits) or (len(words) > 1 and "零" not in words[1:] and not _YEAR_DIGITS.fullmatch(words)):
        return None
    return Decimal("".join(digits))


def _decimal_words(words: str) -> Decimal | None:
    """一点五万: whole part, digits, multiplier."""
    whole, _, rest = words.partition("点")
    multiplier = rest.lstrip("零一二三四五六七八九")
    digits = "".join(_DIGIT_VALUES[char] for char in rest[: len(rest) - len(multiplier)])
    value = _chinese(whole)
    if value is None or not digits or (multiplier and not _POWER.fullmatch(multiplier)):
        return None
    return _EXACT.multiply(Decimal(f"{value}.{digits}"), _power(multiplier))


@cache
def _up_to_99() -> dict[str, int]:
    """The integers that nearly all plans use, so that cn2an is imported only for the others."""
    tens = ["", "十", *(f"{digit}十" for digit in "二三四五六七八九")]
    table = {
        ten + unit: 10 * count + value
        for count, ten in enumerate(tens)
        for value, unit in enumerate(["", *"一二三四五六七八九"])
    }
    del table[""]
    return table


def _integer(words: str) -> Decimal | None:
    """A well-formed Chinese integer without 两/〇/廿; None for every other string."""
    small = _up_to_99().get(words)
    if small is not None:
        return Decimal(small)
    if words[0] == "零" or words[-1] == "零" or not _INTEGER.fullmatch(words):
        return None
    from cn2an import cn2an  # imported late: its dependencies take a fifth of a second

    try:
        return Decimal(int(cn2an(_GAP.sub(lambda gap: "" if gap[1] else "零", words), "strict")))
    except ValueError:
        return None  # 一亿二千: short for 一亿二千万, or for 一亿零二千
