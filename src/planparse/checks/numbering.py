"""The number of a heading: 一、 （二） 3. （4） → value and style."""

from __future__ import annotations

from dataclasses import dataclass

import regex

__all__ = ["HeadingNumber", "heading_number"]

_NUMBER = regex.compile(
    r"^\W{0,3}?(?P<open>[（(]?)(?P<digits>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})(?P<close>[）)]|[、.．](?![0-9]))"
)
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """`style` tells numbers of one row: Chinese or Arabic, bracketed or not."""

    value: int
    style: str
    written: str
    opening: str
    closing: str

    def like(self, value: int) -> str:
        """Another number written the same way."""
        digits = _chinese(value) if self.style.startswith("chinese") else str(value)
        return f"{self.opening}{digits}{self.closing}"


def heading_number(heading: str) -> HeadingNumber | None:
    """The number that a heading begins with, if it has one."""
    match = _NUMBER.match(heading)
    if match is None:
        return None
    digits = match["digits"]
    chinese = not digits.isdigit()
    style = ("chinese" if chinese else "arabic") + ("-bracketed" if match["close"] in "）)" else "")
    value = _value(digits) if chinese else int(digits)
    return HeadingNumber(value, style, match.group().strip(), match["open"], match["close"])


def _value(digits: str) -> int:
    tens, ten, ones = digits.rpartition("十")
    high = (_DIGITS.index(tens) if tens else 1) if ten else 0
    return high * 10 + (_DIGITS.index(ones) if ones else 0)


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones else "")
