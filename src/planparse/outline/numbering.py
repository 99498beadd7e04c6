"""The number that opens a heading: which style it is, its value, where the words begin."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from planparse.cache import Answers
from planparse.patterns import lazy_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.headings import HeadingRule

if TYPE_CHECKING:
    import re

    import regex

    from planparse.rules import RuleSet

__all__ = ["Number", "read_number"]

# How the numeral of a number is written. OCR reads 一 as a dash, a long-vowel mark or an equals sign (二), 1 as l.
_SLOTS = {
    "{han}": r"(?P<n{i}>[一二三四五六七八九十百零〇]{1,5}|[ー—–―=-]|十[ー—–―])",
    "{formal}": r"(?P<n{i}>[壹贰叁参肆伍陆柒捌玖拾]{1,3})",
    "{arabic}": r"(?P<n{i}>\d{1,3}|[lI]\d?)",
    "{circled}": r"(?P<n{i}>[①-⑳])",
}
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "〇": 0, "零": 0}
_SLIPS = str.maketrans("ー—–―-=lI壹贰叁参肆伍陆柒捌玖拾", "一一一一一二11一二三三四五六七八九十")


# A pattern of numbers, and by each rule's group the rule and the group of its numeral.
_Openings: TypeAlias = "tuple[re.Pattern[str], dict[int | None, tuple[HeadingRule, int]]]"


class Number(Record):
    """A heading's number: `style` is the id of its rule, `end` the offset behind it and its blanks.

    `longest` and `sentences` say what may follow it; see HeadingRule.
    """

    __slots__ = ("end", "level", "longest", "sentences", "style", "value")

    def __init__(self, style: str, value: int, end: int, level: int, longest: int, sentences: bool) -> None:
        self.style = style
        self.value = value
        self.end = end
        self.level = level
        self.longest = longest
        self.sentences = sentences


@cache
def _grammar(rules: RuleSet) -> tuple[tuple[HeadingRule, str], ...]:
    """The rules of numbers, each with its expression as a group `rN`, N its place among them."""
    written = []
    for index, rule in enumerate(rule for rule in rules.of(HeadingRule) if rule.part == "number"):
        pattern = rule.pattern or ""
        for slot, numeral in _SLOTS.items():
            pattern = pattern.replace(slot, numeral.replace("{i}", str(index)))
        written.append((rule, f"(?P<r{index}>{pattern})"))
    return tuple(written)


@cache
def _each(rules: RuleSet) -> tuple[regex.Pattern[str], ...]:
    """The patterns of the numbers, which are asked for the character that they begin with."""
    return tuple(lazy_pattern(written) for _, written in _grammar(rules))


@cache
def _answers(rules: RuleSet) -> Answers:
    return Answers("what opens a number", *(written for _, written in _grammar(rules)))


def read_number(words: str, rules: RuleSet) -> Number | None:
    """The heading number that opens `words`, of one character at least, or None."""
    opened = _opened_by(words[0], rules)
    if opened is None or (match := opened[0].match(words)) is None:
        return None
    # The group that closed last is the rule's own; the numeral and whatever else it names stand inside.
    rule, numeral = opened[1][match.lastindex]
    return _number(rule, match[numeral], match.end())


@lru_cache(maxsize=4096)
def _opened_by(first: str, rules: RuleSet) -> _Openings | None:
    """The few numbers that can begin with a character; most lines begin with one of a few hundred that open none."""
    fitting = _answers(rules).of(first, lambda: [at for at, one in enumerate(_each(rules)) if _can_open(one, first)])
    return _one_of(tuple(fitting), rules) if fitting else None


def _can_open(pattern: regex.Pattern[str], first: str) -> bool:
    return pattern.match(first, partial=True) is not None


@cache
def _one_of(fitting: tuple[int, ...], rules: RuleSet) -> _Openings:
    written = "|".join(_grammar(rules)[at][1] for at in fitting)
    pattern = lazy_quick_pattern(rf"(?:{written})[ \t]*+")
    groups = pattern.groupindex
    own = ((int(name[1:]), group) for name, group in groups.items() if name[0] == "r")
    return pattern, {group: (_grammar(rules)[index][0], groups[f"n{index}"]) for index, group in own}


@lru_cache(maxsize=1024)
def _number(rule: HeadingRule, numeral: str, end: int) -> Number | None:
    """The number of a rule; every plan has the same few over and over."""
    value = _value(numeral)
    if value is None:
        return None
    return Number(rule.id, value, end, rule.level or 0, rule.longest, rule.sentences)


def _value(numeral: str) -> int | None:
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    numeral = numeral.translate(_SLIPS)
    if numeral.isdecimal():
        return int(numeral)
    if "百" in numeral:
        hundreds, _, rest = numeral.partition("百")
        return _DIGITS.get(hundreds, 1) * 100 + (_value(rest.lstrip("零〇")) or 0 if rest else 0)
    tens, ten, ones = numeral.partition("十")
    if ten:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(numeral)
