"""Blanks inside a line: which go, which part words, which part columns."""

from __future__ import annotations

from planparse.cleaning.characters import GLOSS, REMOVED, has_any
from planparse.patterns import lazy_plain_pattern

__all__ = ["part"]

_FILLERS = str.maketrans("", "", REMOVED + GLOSS)
_WIDE = 4
# A label line is looked at as far as this to either side; a longer one is prose.
_REACH = 48
_DIGITS = frozenset("0123456789〇一二三四五六七八九十")
_NO_BLANK_AFTER = frozenset(":,、;。!?(《“[")
_NO_BLANK_BEFORE = frozenset(":,、;。!?)》”]%")
# 责任科室:某某科 某某办. Behind a number other labels head text: 3、承办单位:甲局 乙局, but not 一、目标:到 2031年.
_LABEL = lazy_plain_pattern(
    r"(?:[\0-\2 \t\u3000]{0,12}(?:[〇一-鿿][\0-\2 \t\u3000]{0,8}){2,10}"
    r"|[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]{1,2}[ ]?[〇一-鿿]{2,8}(?:单位|部门|机关|机构)):[^,。;]*\Z"
)
# 1. 15人拔河: the mark of an item, which the marks of the items before or behind stand around.
_MARK = lazy_plain_pattern(r"[\0-\2 \t\u3000]{0,12}(\d{1,2})\.\Z")
_OTHER_MARK = lazy_plain_pattern(r"\n[\0-\2 \t\u3000]{0,12}(\d{1,2})\.(?!\d)")
_MARK_REACH = 16
_ITEMS_REACH = 600
_NUMBER = lazy_plain_pattern(r"第[〇一二三四五六七八九十百\d \t\u3000]{1,5}[章节条编]\Z")


def part(text: str, start: int, end: int) -> str:
    """What stands in the stream for the blanks `text[start:end]` inside a line: nothing, `" "` or `"\\t"`.

    A tab parts columns: four blanks or two ideographic ones, unless they only space the letters of a label
    (`责  任  人`). One blank stays between Latin words, between groups of digits, and between the names of a label's
    line (`联系人：某某某 某某某`), where it is all that parts them. A date closes up
    (`2031年    3月`), and so does a number with its words (`第一章    总则`).
    """
    blanks = text[start:end]
    before, after = text[start - 1], text[end]
    is_latin = before.isascii()
    if blanks == " " and is_latin != after.isascii():
        return ""
    if not blanks.isspace():
        blanks = blanks.translate(_FILLERS)
        if not blanks:
            return ""
    if before in _NO_BLANK_AFTER or after in _NO_BLANK_BEFORE:
        return ""
    if (before in "年月" and after in _DIGITS) or (before in "章节条编" and _ends_number(text, start)):
        return ""
    is_wide = "\t" in blanks or (len(blanks) > 1 and _columns(blanks) >= _WIDE)
    if is_latin and after.isascii():
        if is_wide:
            return "\t"
        are_words = before.isalnum() and after.isalnum() and not (before.isdigit() and after.isalpha())
        are_words = are_words or (before == "." and after.isdecimal() and _is_mark(text, start, end))
        return " " if are_words else ""
    if not is_latin and _is_letter(text, start - 1, -1) and _is_letter(text, end, 1):
        if not _parts_names(text, start, blanks):
            return ""
        return "\t" if is_wide else " " * _is_in_label_line(text, start, end)
    if is_wide:
        return "\t"
    return " " if not is_latin and not after.isascii() and _is_in_label_line(text, start, end) else ""


def _ends_number(text: str, end: int) -> bool:
    """Whether `第三章` or the like ends at `end`: the blanks behind it part it from its own words."""
    return bool(_NUMBER.search(text, max(0, end - 8), end))


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether an item's mark ends at `start`, and the point of no number: items of the numbers around it stand near."""
    begin = (
        max(text.rfind("\n", max(0, start - _MARK_REACH), start), text.rfind("\f", max(0, start - _MARK_REACH), start))
        + 1
    )
    mark = _MARK.match(text, begin, start) if begin or start <= _MARK_REACH else None
    if mark is None:
        return False
    number = int(mark[1])
    before = _OTHER_MARK.finditer(text, max(0, begin - _ITEMS_REACH), begin)
    behind = _OTHER_MARK.finditer(text, end, end + _ITEMS_REACH)
    return any(int(one[1]) == number - 1 for one in before) or any(int(one[1]) == number + 1 for one in behind)


def _columns(blanks: str) -> int:
    return len(blanks) + blanks.count("\u3000")


def _is_letter(text: str, place: int, step: int) -> bool:
    """Whether the character at `place` is a word of one Chinese character: blanks on its other side, or a colon."""
    if text[place].isascii():
        return False
    beyond = place + step
    return not 0 <= beyond < len(text) or text[beyond] in "\0\1\2 \t\u3000\n\f:"


def _parts_names(text: str, start: int, blanks: str) -> bool:
    """Whether this gap is twice as wide as the one before it (`联 系 人    王 某`)."""
    stop = start - 1
    begin = stop
    while begin > max(0, stop - _REACH) and text[begin - 1] in " \t\u3000":
        begin -= 1
    return 0 < 2 * _columns(text[begin:stop]) <= _columns(blanks) and begin > 0 and text[begin - 1] not in "\n\f"


def _is_in_label_line(text: str, start: int, end: int) -> bool:
    """Whether the blanks stand behind the label of a short line (`责任科室：某某科 某某办`)."""
    lowest = max(0, start - _REACH)
    if text.find(":", lowest, start) < 0:
        return False
    begin = max(text.rfind("\n", lowest, start), text.rfind("\f", lowest, start)) + 1
    if begin == 0 and lowest:
        return False
    stop = text.find("\n", end, end + _REACH)
    if stop < 0 and end + _REACH < len(text):
        return False
    rest = text[end : stop if stop >= 0 else len(text)]
    return not has_any(rest, ",。;") and bool(_LABEL.match(text, begin, start))
