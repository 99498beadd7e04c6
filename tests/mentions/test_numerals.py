"""What a numeral looks like and what it is worth."""

from decimal import Decimal
from fractions import Fraction

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster

from planparse.mentions.numerals import NUMERAL, parse_numeral

VALUES = [
    ("5000", 5000),
    ("3,500", 3500),
    ("12,345,678", 12345678),
    ("44366.5", "44366.5"),
    ("0.08", "0.08"),
    # Arabic with multipliers: exact, where cn2an is wrong or fails
    ("1.5万", 15000),
    ("3.2千万", 32000000),
    ("1.5万亿", 1500000000000),
    ("1.23456万", "12345.6"),
    ("2亿", 200000000),
    ("5百", 500),
    ("1亿2000万", 120000000),
    ("1亿2,000万", 120000000),
    ("3万5千", 35000),
    # Chinese
    ("三", 3),
    ("十", 10),
    ("一百二十三", 123),
    ("两千", 2000),
    ("廿三", 23),
    ("卅", 30),
    ("一百零五", 105),
    ("一百五", 150),
    ("三万五", 35000),
    ("三万零五", 30005),
    ("一百万零三千", 1003000),
    ("百万", 1000000),
    ("千亿", 100000000000),
    ("十二亿五千万", 1250000000),
    ("一点五万", 15000),
    ("零点五", "0.5"),
    ("壹佰贰拾叁", 123),
    ("二〇三一", 2031),
    ("一九九八", 1998),
    ("一〇五", 105),
    # parts of a whole
    ("百分之七十", "0.7"),
    ("百分之七点五", "0.075"),
    ("百分之百", 1),
    ("千分之三", "0.003"),
    ("百分之12.5", "0.125"),
    ("三分之一", Fraction(1, 3)),
    ("3分之1", Fraction(1, 3)),
    ("2/3", Fraction(2, 3)),
    ("十分之一", Fraction(1, 10)),
    ("七成", "0.7"),
    ("三成五", "0.35"),
    ("五成半", "0.55"),
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_a_numeral_is_found_whole_and_has_its_exact_value(words: str, value: int | str | Fraction) -> None:
    assert regex.findall(NUMERAL, f"为{words},") == [words]
    assert parse_numeral(words) == (value if isinstance(value, Fraction) else Decimal(value))


@pytest.mark.parametrize(
    "words", ["几十", "一亿二千", "十几", "数百", "几", "三五", "两三百", "一二三", "二百十五", "2千3百万", "1/0", ""]
)
def test_what_is_vague_or_ill_formed_has_no_value(words: str) -> None:
    assert parse_numeral(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("半年", ["半"]),
        ("数百家", ["数百"]),
        ("三十余户", ["三十"]),
        ("百余家", ["百"]),
        # a multiplier alone, or that of a unit, is no numeral
        ("万元", []),
        ("百强县", []),
        ("千方百计", []),
        ("110千伏", ["110"]),
        ("50千瓦", ["50"]),
        ("几乎没有", []),
        ("半导体", []),
        # neither dates nor versions are fractions or decimals
        ("2031/3/22", ["2031", "3", "22"]),
        ("1.2.3", []),
        ("12,34", ["12", "34"]),
        # 成 that is no tenth
        ("三成立", ["三"]),
    ],
)
def test_where_a_numeral_begins_and_ends(text: str, found: list[str]) -> None:
    assert [match[0] for match in regex.finditer(NUMERAL, text)] == found


def spelt_out(number: int) -> str:
    """The number in Chinese, by the book: 10005 → 一万零五."""
    words, gap = "", False
    for size, scale in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, size)
        gap = gap or (bool(words) and group < 1000)
        for ten, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, group = divmod(group, ten)
            if digit:
                words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + name
                gap = False
            elif words and words[-1] not in "亿万":
                gap = True
        if words and words[-1] not in "亿万" and size > 1:
            words += scale
        gap = gap and size > 1
    return words.removeprefix("一") if words.startswith("一十") else words


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**11) | st.integers(1, 9999) | st.integers(1, 999).map(lambda n: n * 10**6))
def test_every_integer_spelt_out_is_read_back(number: int) -> None:
    assert parse_numeral(spelt_out(number)) == number


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.,/零〇一二两三十百千万亿几数半点分之成余壹廿个", max_size=40))
def test_whatever_matches_can_be_parsed(text: str) -> None:
    for match in regex.finditer(NUMERAL, text):
        value = parse_numeral(match[0])
        assert value is None or value >= 0


@pytest.mark.parametrize(
    "unit", ["1", "一", "千", "1.", "1,", "1,000", "百分之", "一成", "数百", "1/", "1万", "一点", "一百"]
)
def test_matching_is_linear(unit: str) -> None:
    pattern = regex.compile(NUMERAL + "个")

    assert grows_no_faster(lambda length: pattern.findall((unit * length)[:length] + "。个"), 20_000, 80_000, 7)
