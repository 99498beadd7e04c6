"""Pinyin in brackets behind a character (`產(chǎn)業(yè)`): found, and masked as the gloss of that character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from planparse.cleaning.characters import GLOSS
from planparse.patterns import lazy_pattern, lazy_plain_pattern

__all__ = ["mask_glosses"]

_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿ\u0304\u0301\u030c\u0300"
# ɑ and ɡ are what Chinese input methods and fonts write for a and g in pinyin.
_LETTERS = f"a-züêɑɡ\u0308{_TONED}"
# `( chǎn / shān)`: readings of a few letters each, the closing bracket perhaps lost. All repeats are bounded.
_READING = rf"[{_LETTERS}]{{1,24}}"
_OTHERS = rf"(?:[ ,/、;]{{1,3}}[{_LETTERS}]{{1,8}}){{0,3}}"
# Behind its first character, with a look back at it and at what it glosses, so that `re` can skip to it.
_BRACKET = r"(?:(?<=[^\s\0-\2(]\()|(?<=[^\s\0-\2(] )[ ]?\()"
_GLOSS = rf"{_BRACKET}[ ]{{0,2}}{_READING}(?:\)|{_OTHERS}[ ]{{0,2}}(?:\)|(?=[^\w\s]|[〇一-鿿]|$)))"
# `時shí)間`: only the opening bracket is lost.
_UNOPENED = rf"(?<=[〇一-鿿][{_LETTERS}])[{_LETTERS}]{{0,6}}[ ]{{0,2}}\)"
_TONED_CLOSING = lazy_pattern(rf"\)(?<=[{_TONED}][a-zɡ]{{0,4}} {{0,2}}\))")
# The syllables of pinyin (汉语拼音方案), ü as u: initials and the finals that each takes.
_FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n l": "a e o ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un ue",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z c s": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang ong i in ing u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
_ALONE = "a o e ai ei ao ou an en ang eng er m n ng"
_SIZES = range(1, 7)
_TONED_OPENING = lazy_plain_pattern(rf"\([^()\n{_TONED}]{{0,12}}+[{_TONED}]")
# A group of its own: it parts a text into glosses and what stands between them.
_ANY_GLOSS = lazy_plain_pattern(rf"([ ({_LETTERS}](?:{_GLOSS}|{_UNOPENED}))")


def mask_glosses(text: str) -> str:
    """The text with every pinyin gloss filled with `GLOSS`, so that its place is kept.

    A gloss has a tone mark and only pinyin syllables; without tone marks it counts where the text has others that have.
    Latin abbreviations, words and units in brackets (`(GDP)`, `(app)`, `(kw)`) are none.
    """
    if not (_TONED_OPENING.search(text) or _TONED_CLOSING.search(text)):
        return text
    pieces = _ANY_GLOSS.split(text)
    pieces[1::2] = map(_filled, pieces[1::2])
    return "".join(pieces)


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_ALONE.split()).union(
        initial + final
        for initials, finals in _FINALS.items()
        for initial in initials.split()
        for final in finals.split()
    )


def _is_syllables(letters: str) -> bool:
    """Whether letters can be cut into syllables of pinyin."""
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(end - size in reached and letters[end - size : end] in _syllables() for size in _SIZES):
            reached.add(end)
    return len(letters) in reached


@lru_cache(maxsize=4096)
def _filled(gloss: str) -> str:
    """`GLOSS` for each character, or the same words where they are no pinyin."""
    may_lack_tone = gloss[0] in " (" and gloss[-1] == ")"
    words = re.split("[ ,/、;]+", gloss.strip(" ()"))
    return GLOSS * len(gloss) if all(_is_pinyin(word, may_lack_tone) for word in words) else gloss


def _is_pinyin(word: str, may_lack_tone: bool) -> bool:
    letters = unicodedata.normalize("NFD", word.translate({0x251: "a", 0x261: "g"}))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    has_tone = any(char in _TONED for char in word)
    # One letter is a variable or a unit (`(a)`, `(m)`) unless it bears a tone.
    if not has_tone and (not may_lack_tone or len(plain) < 2):
        return False
    return _is_syllables(plain)
