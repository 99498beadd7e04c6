"""Pinyin in brackets behind a character (`產(chǎn)業(yè)`): found, and masked as the gloss of that character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from planparse.cleaning.characters import GLOSS

__all__ = ["mask_glosses"]

_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿ\u0304\u0301\u030c\u0300"
# ɑ and ɡ are what Chinese input methods and fonts write for a and g in pinyin.
_LETTERS = f"a-züêɑɡ\u0308{_TONED}"
# `( chǎn / shān)`: readings of a few letters each, the closing bracket perhaps lost. All repeats are bounded.
_READINGS = rf"[{_LETTERS}]{{1,24}}(?:[ ,/、;]{{1,3}}[{_LETTERS}]{{1,8}}){{0,3}}"
_BRACKETED = rf"[ ]{{0,2}}\([ ]{{0,2}}(?P<readings>{_READINGS})[ ]{{0,2}}"
_GLOSS = rf"(?<=[^\s\0-\2(]){_BRACKETED}(?P<close>\)|(?=[^\w\s]|[〇一-鿿]|$))"
# `時shí)間`: only the opening bracket is lost.
_UNOPENED = rf"(?<=[〇一-鿿])(?P<unopened>[{_LETTERS}]{{1,7}})[ ]{{0,2}}\)"
_SYLLABLE = (
    r"(?:(?:[bpmf]|[dtnl]|[gkh]|[zcs]h?|r|)(?:a(?:i|o|ng?)?|e(?:i|ng?|r)?|ou?|ong|u)"
    r"|[bpmdtnljqxy](?:i(?:a|ao|e|u|n|ng|an|ang|ong|u)?)|[bpmf]o|[zcs]h?i|ri"
    r"|(?:[dtnlgkhzcsr]|[zcs]h)u(?:o|i|n|an|a|ai|ang)?|[jqxy]u(?:e|an|n)?|y(?:a|ao|an|ang|e|o|ou|ong)"
    r"|w(?:u|a|o|ai|ei|an|en|ang|eng)|[nl](?:v|ü)e?|[nl]ue|m|n|ng)"
)


def mask_glosses(text: str) -> str:
    """The text with every pinyin gloss filled with `GLOSS`, so that its place is kept.

    A gloss has a tone mark and only pinyin syllables; without tone marks it counts where the text has others that have.
    Latin abbreviations, words and units in brackets (`(GDP)`, `(app)`, `(kw)`) are none.
    """
    if not _toned_pattern().search(text):
        return text
    return _gloss_pattern().sub(_masked, text)


@cache
def _toned_pattern() -> re.Pattern[str]:
    return re.compile(rf"\([^()\n]{{0,12}}[{_TONED}]|[{_TONED}][a-zɡ]{{0,4}} {{0,2}}\)")


@cache
def _gloss_pattern() -> re.Pattern[str]:
    return re.compile(f"{_GLOSS}|{_UNOPENED}")


@cache
def _syllables_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_SYLLABLE}){{1,4}}")


def _masked(match: re.Match[str]) -> str:
    words = match["readings"] or match["unopened"]
    is_whole = bool(match["close"])
    is_gloss = all(_is_pinyin(word, is_whole) for word in re.split("[ ,/、;]+", words))
    return GLOSS * len(match[0]) if is_gloss else match[0]


@lru_cache(maxsize=4096)
def _is_pinyin(word: str, may_lack_tone: bool) -> bool:
    letters = unicodedata.normalize("NFD", word.translate({0x251: "a", 0x261: "g"}))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    has_tone = any(char in _TONED for char in word)
    # One letter is a variable or a unit (`(a)`, `(m)`) unless it bears a tone.
    if not has_tone and (not may_lack_tone or len(plain) < 2):
        return False
    return bool(_syllables_pattern().fullmatch(plain))
