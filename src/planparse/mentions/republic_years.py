"""Years of the Republic (民国113年 is 2024) in texts that leave 民国 out: 113年度, 114年7月31日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.traditional import is_traditional
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.cleaning import CleanText

__all__ = ["BARE_REPUBLIC_YEAR", "counts_republic_years"]

# 100年以上, 100年历史, 120年间: so many years. Of 90 to 99 only what goes on as a date does.
_A_DATE = r"年(?:度|[底末初]|\d{1,2}月|[上下]半年|第?[一二三四1-4]季)"
BARE_REPUBLIC_YEAR = (
    rf"(?<![\d.第])(?:9\d(?={_A_DATE})"
    r"|1[0-4]\d(?=年(?!以[上内]|[之]?内|的?(?:历史|时间|寿命)|[来间后多期代租级]|一遇)|[-~至到](?:1[0-4]|9)\d年))"
)
"""A pattern for a year of the Republic from 2001 on whose 民国 is left out."""
# That a text counts so: 民国 years of our time, or in traditional writing a year of three digits that is a date.
_NAMED = lazy_plain_pattern(r"民国(?:9\d|1[0-4]\d)(?!\d)")
_BARE = lazy_plain_pattern(rf"1[0-4]\d(?<!\d\d\d\d)(?:{_A_DATE}|年\n)")


def counts_republic_years(text: CleanText) -> bool:
    """Whether a year of three digits in `text` is one of the Republic.

    So it is in a text that names a year of our time with its 民国, and in one in traditional writing that has a date of
    such a year (113年度, 113年8月) or a line of it alone. Elsewhere 113年 is how long something takes.
    """
    words = text.text
    if "民国" in words and _NAMED.search(words):
        return True
    return _BARE.search(words) is not None and is_traditional(text.source)
