"""Slips of recognition and of the keyboard inside numerals, mended one character for one."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["mend_numerals"]

_LETTER_TO_DIGIT = str.maketrans("lIOo", "1100")
_LONGEST_NUMERAL = 16


def mend_numerals(text: str) -> str:
    """`l56处` → `156处`, `2O16` → `2016`, `二○二一` → `二〇二一`, `××亩` → `XX亩`; the length is unchanged.

    Latin words and formulas keep their letters (`CO2`, `O3`, `IO`, `5l`): an l or I must stand before a digit, an O
    between digits or behind one and before no letter.
    """
    text = _zero_pattern().sub(lambda match: "〇" * len(match[0]), text)
    text = _slip_pattern().sub(_mended, text)
    return _redaction_pattern().sub(lambda match: "X" * len(match[0]), text)


@cache
def _zero_pattern() -> re.Pattern[str]:
    # 二○二一, 二O二○年, 二00五
    return re.compile(r"(?<=[一二三四五六七八九])[○OoО0]{1,3}(?=[一二三四五六七八九年])")


@cache
def _slip_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?<![A-Za-z0-9.]) [lI]{1,2} (?=[.]?\d[\d.,]*+(?![A-Za-z]))   # l56, l.5 - not l5x, Al2
        | (?<=\d) [lIOo]{1,3} (?=\d)                                 # 2O16, 3l6
        | (?<=\d\.) [lIOo]{1,2} (?=[\d%]|[〇一-鿿])                   # 3.l5, 3.O%
        | (?<=\d) [lI] (?=\.\d)                                      # 3l.5
        | (?<=\d) O{1,4} (?=[.,%]|[〇一-鿿])                          # 10O万, 2O%
        | (?<![A-Za-z0-9.]) [Oo] (?=\.\d)                            # O.5
        """,
        re.VERBOSE,
    )


@cache
def _redaction_pattern() -> re.Pattern[str]:
    # Two in a row stand for what is not said; a lone × multiplies (长×宽, 3×5), but not days and years (×年×月).
    return re.compile(r"[×╳✕✖]{2,8}|(?<![\d×])[×╳✕✖](?=[年月日号])")


def _mended(match: re.Match[str]) -> str:
    """The digits meant, unless a Latin letter in front says that this is a formula or a name (`N2O`, `Fe2O3`)."""
    start = match.start()
    before = match.string[max(0, start - _LONGEST_NUMERAL) : start].rstrip("0123456789.,lIOo")
    return match[0] if before[-1:].isascii() and before[-1:].isalpha() else match[0].translate(_LETTER_TO_DIGIT)
