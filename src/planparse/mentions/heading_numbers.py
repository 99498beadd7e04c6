"""Numbers of headings and items in front of what begins like a measure word (2.3人员培训, 5个人防护) or an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.mentions.units import UnitTable

__all__ = ["amount_start", "behind_numbers"]

# Nobody counts 4.2 households; an average (户均3.2人) opens no line. Not 1.2个百分点, 3.5个月.
_WHOLE = lazy_plain_pattern(r"[ \t]*(?:个(?!百分|月)|[户人处座家所条次名项件台部组本种类期起对支场套栋口批份篇门节])")
# What begins with a measure word's character and is another word.
_WORD = (
    r"项目|人[员才口力居均]|户[厕籍用型主]|处[置理罚]|个[人体性案]|家[庭长具政]|所[属需在]|条[件例款]|次[序生要]"
    r"|名[称单录额]|件均|台账|部[门署]"
)
_OTHER_WORD = lazy_plain_pattern(rf"[ \t]*(?:{_WORD})")
# 5个人防护, 3项目管理: a bare number that such a word follows, on a line of a few Chinese characters.
_BARE = lazy_plain_pattern(
    r"[ \t]*(?:人[员才]|处[置理]|个人|条件|名[称单录]|项目(?=管理|规模|投资|组织|目标|进度|选址|单位|效益))"
    r"[一-龥、]{2,10}(?:\n|\Z)"
)
# What an item holds behind its number, also where that is glued to a round amount (2.500亩) or an age (2.0-14岁).
_ITEM = lazy_plain_pattern(r"[ \t]*(?:[一-龥“\"《(]|[1-9]\d{1,5}0(?![\d.,])|(?:\d\d?[-~至到])?\d\d?周?岁)")
_RANGE_SIGNS = frozenset("-~至到")
_AGE = lazy_plain_pattern(r"(?:[-~至到]\d\d?)?周?岁")
# 2组织机构: a line of a few Chinese characters behind its number.
_SHORT = lazy_plain_pattern(r"[ \t]*[一-龥、]{3,14}(?:\n|\Z)")
# 5.2.|3市财政局: the rest of a number of two levels or more.
_LEVELS = lazy_plain_pattern(r"[ \t\u3000]*(?:\d{1,2}\.){1,3}\Z")
_LAST_LEVEL = lazy_plain_pattern(r"\d{1,2}(?=[一-龥])")
_LONGEST_NUMBER = 12
# So many digits has no decimal of what is counted in whole things, nor others with a last 0.
_MANY_DIGITS = 3
# The line of the number before or behind is looked for so far away, in characters.
_REACH = 3000


def amount_start(words: str, start: int, end: int, units: UnitTable) -> int:
    """Where the amount begins that the numeral `[start, end)` states at the beginning of a line.

    That is behind an item's number that is glued to it (2.500亩示范园 between items 1. and 3.), and `end` where all
    of it numbers a heading or the item's first word only begins like a measure word (11.137人才方阵).
    """
    if _is_heading_number(words, start, end, units):
        return end
    number, point, rest = words[start:end].partition(".")
    if not (point and number.isdecimal() and len(number) <= 2) or number[0] == "0":
        return start
    # Of what begins with nought only a range does as well (2.0-14岁).
    if rest[0] == "0" and (rest != "0" or words[end : end + 1] not in _RANGE_SIGNS):
        return start
    if not _numbers_item(words, start, end, int(number), rest.rstrip("百千万亿")):
        return start
    return end if _OTHER_WORD.match(words, end) else start + len(number) + 1


def _numbers_item(words: str, start: int, end: int, number: int, decimals: str) -> bool:
    """Whether a decimal is an item's number and an amount: the items before and behind stand around and it is missing.

    One of them is enough where no decimal is written so, and in front of an age; many decimals of what is counted in
    whole things need none.
    """
    is_whole = _WHOLE.match(words, end) is not None
    has_many = len(decimals) >= _MANY_DIGITS
    if is_whole and has_many:
        return True
    low, high = max(0, start - _REACH), start + _REACH
    last = _item(words, number - 1, low, start) if number > 1 else -1
    behind = words.find(f"\n{number + 1}.", start, high)
    own = _item(words, number, max(low, last), start)
    if own >= 0 and (number > 1 or _item(words, number + 1, own, start) < 0):
        return False
    has_next = behind >= 0 and _ITEM.match(words, behind + len(f"\n{number + 1}.")) is not None
    has_next = has_next and _item(words, number, start, behind) < 0
    has_last = last >= 0
    if has_next and (has_last or number == 1):
        return True
    if not (has_next or has_last):
        return False
    return (decimals.endswith("0") and (is_whole or has_many)) or _AGE.match(words, end) is not None


def _item(words: str, number: int, low: int, high: int) -> int:
    """Where the last line between two offsets begins that the item of a number opens; -1 where none does."""
    opening = f"\n{number}."
    at = words.rfind(opening, low, high)
    return at if at >= 0 and _ITEM.match(words, at + len(opening)) else -1


def _is_heading_number(words: str, start: int, end: int, units: UnitTable) -> bool:
    """Whether the Arabic numeral `[start, end)`, which opens a line, numbers a heading and counts nothing.

    So does a decimal in front of what is counted in whole things, where another word begins there (人员, 户厕) or the
    line of the number before it or behind it stands near (4.1, 4.3); and a small whole number in front of such a word
    that fills a short line, of words that only begin like a measure word where the chapter's own parts follow
    (2组织机构, 2.1…) or the chapter before or behind stands near.
    """
    whole, point, minor = words[start:end].partition(".")
    if not point:
        if len(whole) > 2 or not whole.isdecimal():
            return False
        return _BARE.match(words, end) is not None or (
            _SHORT.match(words, end) is not None
            and _opens_other_word(words, end, units)
            and _is_chapter(words, start, end, int(whole))
        )
    if not (minor.isdecimal() and len(minor) <= 2 and len(whole) <= 2):
        return False
    if _opens_other_word(words, end, units):
        return True
    if not _WHOLE.match(words, end):
        return False
    return _OTHER_WORD.match(words, end) is not None or _has_neighbour(words, start, whole, int(minor))


def _has_neighbour(words: str, start: int, whole: str, minor: int) -> bool:
    """Whether a line near by opens with the number before or behind, as the numbers of headings do."""
    before = words.rfind(f"\n{whole}.{minor - 1}", max(0, start - _REACH), start) if minor > 1 else -1
    behind = words.find(f"\n{whole}.{minor + 1}", start, start + _REACH)
    numbers = ((before, minor - 1), (behind, minor + 1))
    return any(at >= 0 and _opens_words(words, at + len(f"\n{whole}.{number}")) for at, number in numbers)


def _opens_words(words: str, end: int) -> bool:
    """Whether Chinese words that are no unit of measure follow a number."""
    behind = words[end : end + 8].lstrip(" \t.、")[:1]
    return "一" <= behind <= "龥" and behind not in "万亿千百元亩米吨公平立倍年月日"


def _opens_other_word(words: str, end: int, units: UnitTable) -> bool:
    """Whether what looks like a measure word behind a number begins another word (组织, 分级, 本级)."""
    found = units.at(words, end, arabic=True)
    return found is not None and found[0].is_measure and words.startswith(found[0].compounds, end)


def _is_chapter(words: str, start: int, end: int, number: int) -> bool:
    """Whether the line below begins with the first part of chapter `number`, or a chapter next to it stands near."""
    below = words.find("\n", end) + 1
    if below and words.startswith(f"{number}.1", below):
        return True
    return any(
        _is_opened(words, f"\n{other}", low, high)
        for other, low, high in (
            (number - 1, max(0, start - _REACH), start),
            (number + 1, end, end + _REACH),
        )
        if other
    )


def _is_opened(words: str, opening: str, low: int, high: int) -> bool:
    """Whether a short line between two offsets opens with a number and words that are no unit of measure."""
    at = words.find(opening, low, high)
    while at >= 0:
        end = at + len(opening)
        if _SHORT.match(words, end) and _opens_words(words, end):
            return True
        at = words.find(opening, end, high)
    return False


def behind_numbers(words: str, start: int) -> int:
    """Where a name that begins at `start` does so without the last level of its line's number (5.2.|3市财政局)."""
    if words[start - 1 : start] != "." or not (last := _LAST_LEVEL.match(words, start)):
        return start
    line = words.rfind("\n", max(0, start - _LONGEST_NUMBER), start) + 1
    return last.end() if _LEVELS.fullmatch(words, line, start) else start
