"""How a spreadsheet shows a number: its format codes (ECMA-376 part 1, 18.8.31), with exact decimals throughout."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

__all__ = ["BUILTIN", "shown_number"]

# The codes that a file may name by number alone; 27–58 are those of Chinese Excel.
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 47: "mm:ss", 48: "0.0E+0",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
# Excel computes with 15 significant digits; what floats show beyond is noise.
SIGNIFICANT = 15
TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)" | [\\!](?P<escaped>.) | _. | \*.
    | \[\$(?P<currency>[^\]-]*)[^\]]*\] | \[(?P<elapsed>h+|m+|s+)\] | \[[^\]]*\]
    | (?P<half>AM/PM|A/P|上午/下午) | (?P<weekday>aaaa|aaa) | (?P<date>y+|m+|d+|h+|s+|e+(?![+-]))
    | (?P<power>E[+-]0+) | (?P<general>General) | (?P<digit>[0#?]) | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
WEEKDAYS = "一二三四五六日"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Beyond these powers of ten a number is shown as it is stored.
MAX_POWER = 25
MAX_SERIAL = 2_958_465  # 9999-12-31


class Token(NamedTuple):
    """A piece of a format code: what it is (`digit`, `date`, `literal`, …) and its characters."""

    kind: str
    text: str


def shown_number(digits: str, code: str, *, since_1904: bool = False) -> str:
    """A stored number as its cell shows it under a format code; numbers that are none stay as stored."""
    try:
        number = Decimal(digits)
        if not number.is_finite() or abs(number.adjusted()) > MAX_POWER:
            return digits
        number = Decimal(f"{number:.{SIGNIFICANT}g}")
    except (InvalidOperation, ValueError):
        return digits
    sections = _sections(code)
    section = sections[0]
    if len(sections) > 1 and number < 0:
        section, number = sections[1], -number
    elif len(sections) > 2 and number == 0:
        section = sections[2]
    kinds = {token.kind for token in section}
    if kinds & {"date", "elapsed", "half", "weekday"}:
        return _date(number, section, since_1904=since_1904)
    if "digit" not in kinds:
        plain = "general" in kinds or not section or "@" in code
        return "".join(token.text for token in section if token.kind == "literal") if not plain else _plain(number)
    if "power" in kinds or any(token.text == "/" for token in section):
        return _plain(number)
    return _number(number, section)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[Token, ...], ...]:
    sections: list[list[Token]] = [[]]
    for match in TOKEN.finditer(code):
        kind, text = match.lastgroup, match[0]
        if kind == "other" and text == ";":
            sections.append([])
        elif kind in ("quoted", "escaped", "currency"):
            sections[-1].append(Token("literal", match[kind]))
        elif kind == "other":
            sections[-1].append(Token("literal" if text not in ".,%/@" else "mark", text))
        elif kind:
            sections[-1].append(Token(kind.lower(), match[kind]))
    return tuple(tuple(section) for section in sections)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


def _number(number: Decimal, section: tuple[Token, ...]) -> str:
    """Fills the digits of a number into the places of a format, its literals kept where they stand."""
    marks = [index for index, token in enumerate(section) if token.kind == "digit"]
    first, last = marks[0], marks[-1]
    point = next((i for i in range(first - 1 if first else 0, last + 1) if section[i] == Token("mark", ".")), None)
    whole = section[: point if point is not None else last + 1]
    percents = sum(token == Token("mark", "%") for token in section)
    thousands = 0
    for token in section[last + 1 :]:
        if token != Token("mark", ","):
            break
        thousands += 1
    places = [token for token in section[point + 1 :] if token.kind == "digit"] if point is not None else []
    scaled = number.scaleb(2 * percents - 3 * thousands)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    integer, _, decimals = f"{rounded:f}".partition(".")
    grouped = any(token == Token("mark", ",") for token in section[first:last])
    text = _integer(integer, whole, grouped=grouped)
    if places:
        needed = max((index + 1 for index, token in enumerate(places) if token.text == "0"), default=0)
        kept = decimals.rstrip("0").ljust(needed, "0")
        text += f".{kept}" if kept else ""
    tail = "".join(
        token.text for token in section[last + 1 :] if token.kind == "literal" or token == Token("mark", "%")
    )
    negative = scaled < 0 and rounded != 0
    return ("-" if negative else "") + text + tail


def _integer(digits: str, places: tuple[Token, ...], *, grouped: bool) -> str:
    minimum = sum(token.text == "0" for token in places if token.kind == "digit")
    digits = digits.lstrip("0").rjust(minimum, "0")
    if grouped:
        return "".join(token.text for token in places if token.kind == "literal") + f"{int(digits or '0'):,}"
    written: list[str] = []
    left = sum(token.kind == "digit" for token in places)
    for token in reversed(places):
        if token.kind == "literal":
            written.append(token.text)
        elif token.kind == "digit":
            left -= 1
            # The leftmost place takes all the digits that are left.
            taken = digits if left == 0 else digits[-1:]
            digits = "" if left == 0 else digits[:-1]
            written.append(taken)
    return "".join(reversed(written))


def _date(number: Decimal, section: tuple[Token, ...], *, since_1904: bool) -> str:
    if not 0 <= number <= MAX_SERIAL:
        return _plain(number)
    # Excel counts a 29 February 1900 that never was, so days before March 1900 are one off.
    origin = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if number >= 61 else 31)  # noqa: DTZ001
    moment = origin + timedelta(seconds=int((number * 86400).to_integral_value(ROUND_HALF_UP)))
    half_day = any(token.kind == "half" for token in section)
    parts: list[str] = []
    clock = False  # whether the last unit was hours: then m means minutes
    for index, token in enumerate(section):
        if token.kind in ("literal", "mark"):
            parts.append(token.text if token.text != "@" else "")
        elif token.kind == "weekday":
            parts.append(("星期" if len(token.text) == 4 else "") + WEEKDAYS[moment.weekday()])
        elif token.kind == "half":
            parts.append("AM" if moment.hour < 12 else "PM")
        elif token.kind == "elapsed":
            units = {"h": 3600, "m": 60, "s": 1}
            parts.append(str(int(number * 86400) // units[token.text[0].lower()]))
            clock = True
        elif token.kind == "date":
            unit = token.text.lower()
            following = next((t.text[0].lower() for t in section[index + 1 :] if t.kind == "date"), "")
            minutes = unit[0] == "m" and (clock or following == "s")
            parts.append(_unit(moment, unit, minutes=minutes, half_day=half_day))
            clock = unit[0] == "h"
    return "".join(parts).strip()


def _unit(moment: datetime, unit: str, *, minutes: bool, half_day: bool) -> str:
    wide = len(unit) == 2
    match unit[0]:
        case "y" | "e":
            return f"{moment.year % 100:02d}" if wide else str(moment.year)
        case "m" if minutes:
            value = moment.minute
        case "m" if len(unit) > 2:
            return MONTHS[moment.month - 1]
        case "m":
            value = moment.month
        case "d" if len(unit) > 2:
            return WEEKDAYS[moment.weekday()]
        case "d":
            value = moment.day
        case "h":
            value = (moment.hour + 11) % 12 + 1 if half_day else moment.hour
        case _:
            value = moment.second
    return f"{value:02d}" if wide else str(value)
