"""Telephone numbers: with area code, extension, of a mobile, and the short ones that a label must announce."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.names import find_persons, is_posted
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.rules.families.contacts import ContactRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.cleaning.text import CleanText
    from planparse.rules import RuleSet

__all__ = ["find_phones", "person_beside", "written"]

BARE = "contact/bare-phone"
_EXTENSION = lazy_quick_pattern(r"转|[ ,(]*分机|(?<=\d{7})[ \t]*[-—][ \t]*(?=\d{1,5}$)")
_DIGIT = lazy_plain_pattern(r"\d")
# What counts without a label has nine digits at least, those of an area code among them: more than 2026-2030年.
_LONG_NUMBER = lazy_plain_pattern(r"[0-9](?=[0-9 \t()—–―~-]{8})(?:[ \t()—–―~-]*+[0-9]){8}")
_SERVICE = lazy_pattern(r"[48]00")
_THREE_DIGIT_AREAS = ("010", "02")
# Area codes of two digits, and of three that are no mainland ones, must be set off; such a mobile has none.
_TAIWAN_AREA = lazy_quick_pattern(r"\(?(0(?:[2-8]|37|49|8[29]))[)—–-]")
_TAIWAN_MOBILE = lazy_quick_pattern(r"09\d\d-\d{3}-\d{3}")
_SERVICE_OF_AREA = lazy_pattern(r"(0\d{2,3})[-—–](1\d{4,7})")
_LANDLINE = 10  # digits of area code and number together, at least
# A name beside a number stands right before it: 方圆(水利站) 0555-2345678.
_REACH = 24
_BETWEEN = lazy_quick_pattern(r"(?:\([^()\n]{1,8}\))?[ \t,:、(]*+$")
# An office's own words are short; longer ones name a post.
_POST = lazy_pattern(r"[\p{Han}]{0,6}+")
_LONG_POST = lazy_pattern(r"[\p{Han}]{7,16}+")


@cache
def _grammar(rules: RuleSet) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple(
        (rule.id, lazy_pattern("|".join(rule.words))) for rule in rules.of(ContactRule) if rule.part == "phone"
    )


def find_phones(
    text: CleanText, start: int, end: int, rules: RuleSet, *, labelled: bool
) -> Iterator[tuple[int, int, str, str | None, str]]:
    """Numbers between two offsets: start, end, digits as `0555-2345678`, the person right beside it, the rule.

    Behind a label every form counts; elsewhere only those with an area code and mobiles.
    """
    found: dict[int, tuple[int, str]] = {}
    first = (_DIGIT if labelled else _LONG_NUMBER).search(text.text, start, end)
    if first is None:
        return
    # A bracket may stand in front of the digits.
    opening = max(start, first.start() - 1)
    for rule, pattern in _grammar(rules):
        if not labelled and rule != BARE:
            continue
        known = list(found.items())
        for match in pattern.finditer(text.text, opening, end):
            if not any(a < match.end() and match.start() < b for a, (b, _) in known):
                found[match.start()] = (match.end(), rule)
    for begin in sorted(found):
        stop, rule = found[begin]
        yield begin, stop, written(text.text[begin:stop]), person_beside(text, begin, rules, since=start), rule


def written(words: str) -> str:
    """A number's digits, area code and extension set off by hyphens: (0555)2345678转801 → 0555-2345678-801."""
    extension = ""
    if cut := _EXTENSION.search(words):
        words, extension = words[: cut.start()], "-" + "".join(c for c in words[cut.end() :] if c.isdecimal())
    digits = "".join(char for char in words if char.isdecimal())
    if short := _TAIWAN_AREA.match(words):
        return f"{short[1]}-{digits.removeprefix(short[1])}{extension}"
    if _TAIWAN_MOBILE.fullmatch(words):
        return digits
    if digits.startswith("0") and len(digits) >= _LANDLINE:
        area = 3 if digits.startswith(_THREE_DIGIT_AREAS) else 4
        return f"{digits[:area]}-{digits[area:]}{extension}"
    if of_area := _SERVICE_OF_AREA.fullmatch(words):
        return f"{of_area[1]}-{of_area[2]}"
    if _SERVICE.match(digits) and len(digits) == _LANDLINE:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return digits + extension


def person_beside(text: CleanText, begin: int, rules: RuleSet, *, since: int = 0) -> str | None:
    """The name right before a number or its label, in the same line; a post or a bracket may stand between.

    Nothing before `since` is looked at: a label is no name.
    """
    reach = max(since, begin - _REACH)
    line = text.text.rfind("\n", reach, begin) + 1
    between = _BETWEEN.search(text.text, line or reach, begin)
    stop = between.start() if between else begin
    persons = list(find_persons(text, line or reach, stop, rules, surnames=True))
    if not persons:
        return None
    start, behind, name = persons[-1]
    is_long = _LONG_POST.fullmatch(text.text, behind, stop) is not None
    if not (is_posted(text.text[behind:stop], rules) if is_long else _POST.fullmatch(text.text, behind, stop)):
        return None
    return name if line or reach == since or start > reach else None  # else the stretch may have cut it
