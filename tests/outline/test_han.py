"""HAN: the same characters as `regex` means by `\\p{Han}`."""

from __future__ import annotations

import re
import sys

import regex

from planparse.outline.han import HAN


def test_it_is_what_regex_calls_han() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert re.findall(f"[{HAN}]", every) == regex.findall(r"\p{Han}", every)
