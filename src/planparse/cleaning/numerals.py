"""Slips of recognition and of the keyboard inside numerals, mended one character for one."""

from __future__ import annotations

import re

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_plain_pattern

__all__ = ["mend_numerals"]

_LETTERS = "lIOo"
_LETTER_TO_DIGIT = str.maketrans(_LETTERS, "1100")
_CROSSES = "×╳✕✖"
# 40册*25元=1000元, 30*15=450元: the star of a sum, behind a measure word or where the result follows; 138*5 hides.
_MEASURES = "册个人名元斤份只张套台米次天支瓶盒袋箱本块件桌间辆场"
_STAR = lazy_plain_pattern(
    rf"\*(?:(?<=[\d每][{_MEASURES}]\*)(?=\d{{1,6}}(?:\.\d{{1,2}})?[{_MEASURES}=])|(?<=\d\*)(?=\d{{1,6}}(?:\.\d{{1,2}})?=))"
)
_LONGEST_NUMERAL = 16
_NUMERAL = "0123456789.,lIOo"
_DIGITS = tuple("0123456789")
_BESIDE = frozenset("0123456789.,")
_DEEPEST_INDENT = 12
# Every pattern begins with the rare character that it is about, not with a look back: so the scan is fast. One or more
# of them are written `xx{0,3}`, as `re` skips ahead to a first character, but not to a repeated one.
# 32。63%, 1。5万亩: the keyboard's full stop for the decimal point.
_STOP = lazy_plain_pattern(r"。(?=\d{1,2} ?(?:[%‰万亿元亩吨分]|个百分点|公里|公顷|平方|立方))")
# 1·6%, 2·3万吨: the dot of names for the decimal point; 53、04万吨: the comma of lists, where none of its numbers can
# follow, as none begins with nought. A text that has one such number writes others so (53、04亿元, 14、39亿元).
_MEASURED = r" ?(?:[%‰]|个百分点|[万亿]?(?:[元亩吨]|公[里顷斤]|平方|立方))"
_DOT = lazy_plain_pattern(rf"·(?<=\d·)(?=\d{{1,2}}{_MEASURED})")
_COMMA = lazy_plain_pattern(rf"、0(?<=\d、0)(?=\d{_MEASURED})")
_COMMA_TOO = lazy_plain_pattern(rf"、(?<=\d、)(?=\d\d{_MEASURED})")
# 二○二一, 二O二○年, 二00五
_ZEROS = "○OoО"
_BEHIND_ZERO = rf"(?<=[一二三四五六七八九].)[{_ZEROS}0]{{0,2}}(?=[一二三四五六七八九年])"
_EACH_ZERO = {zero: lazy_plain_pattern(zero + _BEHIND_ZERO) for zero in f"0{_ZEROS}"}
_SLIP = lazy_plain_pattern("[lIOo][lIOo]{0,3}")
# What stands behind a number of things or of money (5l个, 3l万元), never behind litres (5l装, 5l桶, 5l家用).
_COUNTED = lazy_plain_pattern(
    r"[个人名座处所项条口眼头只株间栋幢辆宗亩元余万亿%]|[户家台](?![外用庭式])|公[里顷斤]|平方|千[瓦米]"
)
# 〈二), (三〉, [四] at a line's beginning: the brackets of GB/T 9704's second level, misread.
_NUMBER = "([一二三四五六七八九十]{1,3})"
_ODD_OPENING = {bracket: lazy_plain_pattern(rf"{re.escape(bracket)}{_NUMBER}[)〉>\]〕}}]") for bracket in "〈<[〔{"}
_CLOSING_BRACKETS = "〉>]〕}"
_ODD_CLOSING = lazy_plain_pattern(rf"\({_NUMBER}[〉>\]〕}}]")
# Two in a row stand for what is not said; a lone × multiplies (长×宽, 3×5), but not days and years (×年×月).
_REDACTION = lazy_plain_pattern(r"[×╳✕✖](?:[×╳✕✖]{1,7}|(?<![\d×][×╳✕✖])(?=[年月日号]))")
# 5月30日一6月4日, 3一5名, 85%一90%: a dash read as the numeral that looks like it, between a number or a unit of time
# and a number (never 第一5, 统一5月, 万一5级, 每月一2次); also ー and, behind a unit (not in a file's name), _.
_BEHIND_DASH = (
    r"(?=[ \d])(?:(?<=[\d%‰]{0})(?=\d)|(?<=\d[万亿]{0})(?=\d)|(?:(?<=年{0})|(?<=年 {0}))(?= ?(?:19|20)\d\d(?!\d))"
    r"|(?:(?<=月{0})|(?<=月 {0}))(?= ?(?:\d{{1,2}}月|20\d\d年))"
    r"|(?:(?<=[日号]{0})|(?<=[日号] {0}))(?= ?(?:\d{{1,2}}[月日号]|20\d\d年))"
    r"|(?<=[时点]{0})(?=\d{{1,2}}[时点:]))"
)
_DASH = lazy_plain_pattern("一" + _BEHIND_DASH.format("一"))
_ODD_DASHES = "ー_"
_ANY_DASH = lazy_plain_pattern(f"[一ー]{_BEHIND_DASH.format('[一ー]')}|_(?<!\\d_){_BEHIND_DASH.format('_')}")


def mend_numerals(text: str) -> str:
    """`l56处` → `156处`, `2O16` → `2016`, `32。6%` and `32·6%` → `32.6%`,
    `二○二一` → `二〇二一`, `××亩` → `XX亩`, `〈二)` → `(二)`, `3一5名` → `3-5名`; no length changes.

    Latin words and formulas keep their letters (`CO2`, `O3`, `IO`, `5l`): an l or I must stand before a digit, or
    behind one and before what counts (`5l个`), an O between digits or behind one and before no letter.
    """
    text = _STOP.sub(_with_point, text)
    if "·" in text:
        text = _DOT.sub(_with_point, text)
    if "、0" in text and (mended := _COMMA.sub(_with_point, text)) != text:
        text = _COMMA_TOO.sub(_with_point, mended)
    for zero, its in _EACH_ZERO.items():
        if zero in text:
            text = its.sub(lambda match: "〇" * len(match[0]), text)
    if has_any(text, _LETTERS):
        text = _SLIP.sub(_digits, text)
    text = (_ANY_DASH if has_any(text, _ODD_DASHES) else _DASH).sub("-", text)
    if "*" in text:
        text = _STAR.sub("×", text)
    for bracket, odd in _ODD_OPENING.items():
        if bracket in text:
            text = odd.sub(_plain_brackets, text)
    if has_any(text, _CLOSING_BRACKETS):
        text = _ODD_CLOSING.sub(_plain_brackets, text)
    return _REDACTION.sub(lambda match: "X" * len(match[0]), text) if has_any(text, _CROSSES) else text


def _with_point(match: re.Match[str]) -> str:
    """The point, but the stop or dot behind a year, a telephone number, a table's number or a list's (1。5万亩水田)."""
    before = match.string[max(0, match.start() - _LONGEST_NUMERAL) : match.start()].rpartition("\n")[2]
    front = before.rstrip("0123456789")
    whole = before[len(front) :]
    is_year = len(whole) == 4 and whole[:2] in ("19", "20")
    is_figure = 0 < len(whole) < 5 and not is_year and "〇" <= front[-1:] <= "鿿" and front[-1] not in "第表图件例注附"
    return f".{match[0][1:]}" if is_figure else match[0]


def _digits(match: re.Match[str]) -> str:
    """The digits that letters stand for, or the letters where they are no part of a numeral."""
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] not in _BESIDE and text[end : end + 1] not in _BESIDE:
        return match[0]
    before, after = text[max(0, start - _LONGEST_NUMERAL) : start], text[end : end + _LONGEST_NUMERAL]
    front, back = before.rstrip(_NUMERAL)[-1:], after.lstrip(_NUMERAL)[:1]
    if (front.isascii() and front.isalpha()) or (back.isascii() and back.isalpha()):
        return match[0]  # N2O, Fe2O3, l5x
    goes_before, goes_after = before.rstrip(".,")[-1:] in _DIGITS, after.lstrip(".,")[:1] in _DIGITS
    is_one = not match[0].strip("lI")
    if goes_before and goes_after:
        is_slip = True  # 2O16, 3l.5
    elif goes_after:
        is_slip = is_one if after[0] != "." else len(match[0]) == 1  # l56, O.5, but O3
    elif goes_before:
        is_slip = before[-1] == "." or not match[0].strip("O")  # 3.l%, 10O万, but 5l
        beyond = after.lstrip(_NUMERAL).lstrip(" ")[:1]
        is_slip = is_slip and (beyond in "%" or not beyond.isascii())
        if match[0][-1] in "lI":
            is_slip = is_slip or bool(_COUNTED.match(after)) or (after[:1] == "日" and "月" in before)
    else:
        is_slip = False
    return match[0].translate(_LETTER_TO_DIGIT) if is_slip else match[0]


def _plain_brackets(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _DEEPEST_INDENT) : match.start()].rstrip(" \t\u3000")
    is_at_line_start = before.endswith("\n") or (not before and match.start() <= _DEEPEST_INDENT)
    return f"({match[1]})" if is_at_line_start else match[0]
