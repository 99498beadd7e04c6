"""Characters one by one: width, look-alikes and traditional forms folded, every character in its place.

Folding never changes a text's length, so that offsets into folded text are offsets into the source; what must change
length (`⑴` → `(1)`) is named by `EXPANSIONS` and done by the assembly.
"""

from __future__ import annotations

import unicodedata
from codecs import charmap_build, charmap_encode
from functools import cache
from typing import TYPE_CHECKING

from planparse.cleaning.traditional import traditional_table
from planparse.patterns import compiled_plain_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

__all__ = ["EXPANSIONS", "GLOSS", "REMOVED", "SOFT", "expansion", "fold_characters", "has_any"]

# Fillers: they keep a place whose character goes out of the stream. Control characters of the source are folded to
# REMOVED, so that none of them can be mistaken for one of these.
REMOVED = "\0"
GLOSS = "\1"
SOFT = "\2"

_DASHES = "‐‑‒–—―−－─━⸺﹣﹘"
_DOTS = "・•‧∙⋅･"
_LOOKS = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_DOTS, "·"),
    **dict.fromkeys("〜∼～˜", "~"),
    **dict.fromkeys("「『〝｢", "“"),
    **dict.fromkeys("」』〞｣", "”"),
    **dict(zip("«»", "《》", strict=True)),
    **dict.fromkeys("∶︰﹕︓", ":"),
    **dict.fromkeys("∕⁄", "/"),
    **dict.fromkeys("\u3000\u2001\u2003", "\u3000"),
    **dict.fromkeys("\x0b\x85\u2028\u2029\r", "\n"),
    **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
    "\n": "\n",
    "\t": "\t",
    "\f": "\f",
    "◯": "○",
    "℅": "%",  # care of, for want of a per cent sign
    **dict(zip("≦⩽≧⩾∗", "≤≤≥≥*", strict=True)),
    # NFKC would make three full stops, two primes and a letter of them, and lose what they are.
    "…": "…",
    "℃": "℃",
    "№": "№",
}

# The CJK Radicals Supplement has no compatibility mappings in Unicode's data; PDF fonts map real characters to it.
_RADICALS = dict(
    zip(
        "⺁⺎⺏⺐⺒⺓⺕⺙⺛⺜⺝⺞⺟⺠⺡⺣⺧⺩⺫⺬⺭⺮⺯⺰⺳⺷⺸⺻⺼⺽⺾⻁⻂⻄⻅⻆⻈⻉⻊⻋⻌⻍⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂尢尣尢巳幺彐攵旡日月歹母民氵灬牛王罒示礻竹糸纟网羊羊聿肉臼艹虎衤西见角讠贝足车辶辶阝钅长镸长门阝雨青韦页风飞食食饣饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
        strict=True,
    )
)

# What the fonts of printed gazettes leave in their PDFs: full-width signs by their number in GB2312 read as one in
# Unicode, where syllables of Yi stand (ꎬ is the comma A3AC; A3AE stops sentences), and two marks of their own: the
# point inside numbers (３１□７％), without which 31.7 would be 317, and the leaders of tables of contents.
_PRINTED = {
    **{chr(0xA380 + sign): chr(sign) for sign in range(0x21, 0x7F)},
    chr(0xA3AE): "。",
    "\U001001b0": ".",
    "\U001001ba": "…",
}

# GB2312 has these few beside their simplified forms.
_TRADITIONAL_IN_GB2312 = "後菸醣麴榘捱"

# One character in the source, several in the stream: (1), 1., (一), 1月, 0点, m2, 1日, fi.
EXPANSIONS = "⑴-⒵㈀-㉃㋀-㋏㍘-㏿ﬀ-ﬆ"


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether any of a few characters or words stands in a text: to look for each is quicker than for all at once."""
    for sign in signs:  # noqa: SIM110 - `any` takes four times as long
        if sign in text:
            return True
    return False


def expansion(char: str) -> str:
    """What a character of `EXPANSIONS` stands for, in plain characters."""
    return unicodedata.normalize("NFKC", char)


# What most texts have by the hundred, replaced one after the other, which is quickest.
_COMMONEST = "，（）：；—"
# More characters than these are replaced in one go.
_MANY = 32
# So many characters are looked for one after the other.
_FEW = 8
# What most of a text is made of: plain already, but for traditional forms among the Chinese characters.
_ODD = lazy_plain_pattern(r"[^\n\t -~\u3000。、“”《》·…〇一-鿿]")
# All that may not be plain of the character set of simplified writing, and more. Each is a byte of an encoding that
# has no other characters: what is written so is read in half the time that a search for them takes.
_FULL_WIDTH = map(chr, (*range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE6)))
_CONTROLS = map(chr, (*range(0x20), 0x7F))
_SIGNS = "".join(dict.fromkeys([*_CONTROLS, *_FULL_WIDTH, *_LOOKS, *_TRADITIONAL_IN_GB2312]))
_SIGN_BYTES = charmap_build(_SIGNS)


def fold_characters(text: str) -> str:
    """The text with every character in its plain, half-width, simplified form; its length is unchanged."""
    for char in _COMMONEST:
        text = text.replace(char, _fold(char))
    rare = _rare(text)
    if rare is None:
        odd = set(_ODD.findall(text))
    else:
        odd = rare.union(map(_SIGNS.__getitem__, {*charmap_encode(text, "ignore", _SIGN_BYTES)[0]}))
    folded = {char: plain for char in odd if (plain := _fold(char)) != char}
    if len(folded) > _MANY:
        return _simplified(_ODD.sub(lambda match: _fold(match[0]), text))
    # `⁻` becomes `−`, and `−` becomes `-`: what another becomes is replaced before it.
    for char in sorted(folded, key=lambda char: folded[char] in folded):
        text = text.replace(char, folded[char])
    return _simplified(text) if rare is None else text


def _simplified(text: str) -> str:
    """`text`, whose other characters are plain already, without traditional ones."""
    pieces = _traditional().split(text)
    pieces[1::2] = map(_simplified_forms().__getitem__, pieces[1::2])
    return "".join(pieces)


def _rare(text: str) -> set[str] | None:
    """The characters of a text that simplified writing has not; None where they are more than a few.

    Its character set has hardly any traditional ones, so most texts are found to be simplified by writing them in it.
    """
    found = set()
    for _ in range(_FEW):
        try:
            text.encode("gb2312")
        except UnicodeEncodeError as error:
            char = text[error.start]
            found.add(char)
            text = text[error.start + 1 :].replace(char, "")
        else:
            return found
    return None


@cache
def _simplified_forms() -> dict[str, str]:
    return {char: plain for char, plain in traditional_table().items() if not _is_in_gb2312(char)}


@cache
def _traditional() -> re.Pattern[str]:
    """Any traditional character, as a group: what parts a text into those and what stands between them."""
    return compiled_plain_pattern(f"([{''.join(_simplified_forms())}])")


@cache
def _fold(char: str) -> str:
    if char < "\x7f" and char >= " ":
        return char
    if char in _LOOKS:
        return _LOOKS[char]
    if char in _PRINTED:
        return _PRINTED[char]
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category in {"Cc", "Cf", "Co", "Cs"} or _is_variation_selector(char):
        return REMOVED
    char = _RADICALS.get(char, char)
    # ① ² ½ Ⅱ keep their looks: as bare digits they would run into the numeral beside them.
    if category not in {"No", "Nl"}:
        plain = unicodedata.normalize("NFKC", char)
        char = plain if len(plain) == 1 else char
    if _is_in_gb2312(char):
        return char
    return traditional_table().get(char, char)


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_in_gb2312(text: str) -> bool:
    """Whether the character set of simplified writing has it all: spares most texts the loading of the table."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not has_any(text, _TRADITIONAL_IN_GB2312)
