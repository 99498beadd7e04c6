"""What a telephone number of the mainland can look like (numbering plan of the fixed and mobile networks)."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

__all__ = ["phone_fault"]

# Area codes without the leading 0: first-last of each block in use.
_BLOCKS = """
10 20-25 27-29 310-319 335 349-359 370-379 391-398 410-419 421 427 429 431-440 448 451-459 464 467-470 471-479 482-483
510-519 523 527 530-539 543 546 550-566 570-580 591-599 631-635 660 662 663 668 691 692 701 710-719 722 724 728 730-739
743-746 750-760 762 763 766 768-779 790-799 812 813 816-818 825-827 830-839 851-859 870 872-879 881 883 886-888 891-899
901-903 906 908 909 910-917 919 930-939 941 943 951-955 970-977 979 990-999
"""
_EXTENSION = regex.compile(r"(?:转|-|—|\*|ext\.?)\s*[0-9]{1,5}$", regex.IGNORECASE)
# Taiwan's numbers, as they are read: area codes that are no mainland ones, and mobiles, which have none.
_TAIWAN = regex.compile(r"0(?:[2-8]|37|49|8[29])-[2-9][0-9]{5,7}|09[0-9]{8}")


def phone_fault(number: str) -> Literal["length", "area", "first"] | None:
    """What makes `number` (digits, the area code joined by a hyphen) impossible; None where nothing does."""
    if _TAIWAN.fullmatch(_EXTENSION.sub("", number) if number.count("-") > 1 else number):
        return None
    for reading in (number, _EXTENSION.sub("", number)):
        digits = "".join(char for char in reading if char.isdigit())
        fault = _fault(digits, "-" in reading)
        if fault is None:
            return None
    return _fault("".join(char for char in number if char.isdigit()), "-" in number)


def _fault(digits: str, parted: bool) -> Literal["length", "area", "first"] | None:
    digits = digits.removeprefix("86") if len(digits) > 12 else digits
    if digits.startswith("1") and not parted:
        if len(digits) in {3, 5, 6} or (len(digits) == 11 and digits[1] in "3456789"):
            return None
        return "length" if len(digits) != 11 else "first"
    if digits.startswith(("400", "800")) and len(digits) == 10:
        return None
    if digits.startswith("0"):
        return _fixed(digits)
    if len(digits) not in {7, 8}:
        return "length"
    return None if digits[0] in "2345678" else "first"


def _fixed(digits: str) -> Literal["length", "area", "first"] | None:
    width = 2 if digits[1:2] in {"1", "2"} else 3
    if int(digits[1 : 1 + width] or 0) not in _area_codes():
        return "area"
    rest = digits[1 + width :]
    if len(rest) not in {7, 8}:
        return "length"
    return None if rest[0] in "2345678" else "first"


@cache
def _area_codes() -> frozenset[int]:
    codes: set[int] = set()
    for block in _BLOCKS.split():
        first, _, last = block.partition("-")
        codes |= set(range(int(first), int(last or first) + 1))
    return frozenset(codes)
