"""What a line is by its shape alone: a department's name, a title, a date, the mark of a part or an attachment."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cache import Answers
from planparse.outline.dates import read_date_line
from planparse.outline.kinds import kind_words
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record
from planparse.rules.families.plans import PlanRule

if TYPE_CHECKING:
    import regex

    from planparse.rules import RuleSet

__all__ = ["CLOSED", "LONGEST", "Shape", "may_end", "organ_of", "shape_as", "shape_of"]

# The longest line that can have a shape; whatever is longer is a paragraph.
LONGEST = 120
# A line that a sentence ends has none either.
CLOSED = "。;,、"
# The first characters of a title, among which its organ's name ends, and on which of them.
_NAME = 18
_ORGAN_ENDS = frozenset("局厅府委会部办室联社司")
# 农村学校, 优化布局 have the shape of a department, and name none: in a title only what is surely a name counts.
_NAMES_ORGAN = lazy_pattern(
    r"[\p{Han}]{0,16}(?:(?<![布格结全大])局|厅|委员会|人民政府|管委会)"
    r"|(?!全|各|本|我|该|乡镇|城镇|村镇|城市)[\p{Han}]{0,6}?(?:省|市|县|州|旗|镇|乡|街道|(?<![社园灌库景小片辖城山牧林])区)"
    r"(?:[\p{Han}]{2,12}|委)"
)
# The shortest name of a place (云县, 某市) and what is none: 全县, 各镇.
_SHORTEST_PLACE = 2
_PLACE_ENDS = frozenset("省市县区州旗镇乡")
_NO_NAME = frozenset("全各本我该城村集乡")
# Of such expressions it is the same whether they are matched from the left or from the right.
_EITHER_WAY = lazy_plain_pattern(
    r"(?:\\[pPdDwWsSnt\W]|\((?![?*])|\(\?(?::|<?[=!])|[*+?}](?!\+)|[^\\(*+?}])*", re.DOTALL
)
_GROUP_NAME = lazy_plain_pattern(r"\(\?P<\w+>")


class Shape(Record):
    """A line's shape (`department`, `title`, `notice`, `division`, `series`, `attachment`, `number`, `masthead`,
    `issued`, `issuer`, `label`, `date`).

    `value` is what the line names: the department, the title, the part's own title, the issuer, the ISO date.
    """

    __slots__ = ("part", "rule", "value")

    def __init__(self, part: str, value: str | None, rule: str) -> None:
        self.part = part
        self.value = value
        self.rule = rule


class _Fit(Record):
    """One pattern of a rule, ready to be held against lines.

    `opens` is asked for the first character of a line and `closes` for its last, where they can tell that it does not
    fit. `closes` is matched from the end, which is the quicker way to fail. `named` tells whether the pattern names a
    part of the line.
    """

    __slots__ = ("closes", "named", "never", "opens", "pattern", "rule")

    def __init__(
        self,
        rule: PlanRule,
        pattern: regex.Pattern[str],
        opens: regex.Pattern[str] | None,
        closes: regex.Pattern[str] | None,
        never: regex.Pattern[str] | None,
        named: bool,
    ) -> None:
        self.rule = rule
        self.pattern = pattern
        self.opens = opens
        self.closes = closes
        self.never = never
        self.named = named


@cache
def _grammar(rules: RuleSet) -> tuple[_Fit, ...]:
    order = (
        *("attachment", "division", "number", "issued", "issuer", "masthead", "notice", "title", "department"),
        *("series", "label"),
    )
    return tuple(
        _fit(rule, pattern)
        for rule in sorted(rules.of(PlanRule), key=lambda rule: order.index(rule.part))
        for pattern in rule.patterns
    )


def _fit(rule: PlanRule, written: str) -> _Fit:
    never = lazy_pattern("|".join(f"(?:{pattern})" for pattern in rule.never)) if rule.never else None
    backwards = _from_the_end(written)
    if backwards != written:
        pattern = closes = lazy_pattern(backwards)
        return _Fit(rule, pattern, None, closes, never, named=False)
    # What a group holds may depend on the direction, whether the line fits does not.
    unnamed = _GROUP_NAME.sub("(?:", written)
    backwards = _from_the_end(unnamed)
    pattern = lazy_pattern(written)
    return _Fit(
        *(rule, pattern, pattern),
        lazy_pattern(backwards) if backwards != unnamed else None,
        never,
        named="<value>" in written,
    )


@lru_cache(maxsize=8192)
def _possible(
    first: str, last: str, part: str | None, rules: RuleSet
) -> tuple[tuple[int, regex.Pattern[str] | None, _Fit], ...]:
    """The patterns, of one part or of all, that a line between two characters can fit: few for most.

    In front of each the longest line that it fits, and what is to be held against the line before it. What a label
    announces is asked for alone.
    """
    closing = {*map(id, _closing(last, rules))}
    wanted = (
        fit for fit in _opening(first, rules) if part == fit.rule.part or (part is None and fit.rule.part != "label")
    )
    return tuple(
        (fit.rule.longest, fit.closes if fit.closes is not fit.pattern else None, fit)
        for fit in wanted
        if id(fit) in closing
    )


@lru_cache(maxsize=1024)
def _opening(first: str, rules: RuleSet) -> tuple[_Fit, ...]:
    def opened() -> list[int]:
        each = enumerate(fit.opens for fit in _grammar(rules))
        return [at for at, opens in each if opens is None or opens.fullmatch(first, partial=True)]

    return tuple(_grammar(rules)[at] for at in _answers(rules).of(f"{first}…", opened))


@lru_cache(maxsize=1024)
def _closing(last: str, rules: RuleSet) -> tuple[_Fit, ...]:
    def closed() -> list[int]:
        each = enumerate(fit.closes for fit in _grammar(rules))
        return [at for at, closes in each if closes is None or closes.fullmatch(last, partial=True)]

    return tuple(_grammar(rules)[at] for at in _answers(rules).of(f"…{last}", closed))


@cache
def _answers(rules: RuleSet) -> Answers:
    """Which patterns a line that opens or closes with a character can fit."""
    patterns = [pattern for rule in rules.of(PlanRule) for pattern in (rule.part, *rule.patterns)]
    return Answers("ends of lines", Path(__file__).read_text("utf-8"), *patterns)


@lru_cache(maxsize=1024)
def _closing_parts(last: str, rules: RuleSet) -> frozenset[str]:
    return frozenset(fit.rule.part for fit in _closing(last, rules))


def _from_the_end(pattern: str) -> str:
    """What departments, titles and letters are told by stands at the line's end: matched from there most lines fail at
    once."""
    return f"(?r)(?:{pattern})" if _EITHER_WAY.fullmatch(pattern) else pattern


def may_end(part: str, words: str, rules: RuleSet) -> bool:
    """Whether what ends as a line does can have the shape `part`."""
    return part in _closing_parts(words[-1:], rules)


def shape_of(words: str, rules: RuleSet) -> Shape | None:
    """The shape of a line, or None where it has none; of several the most telling."""
    if not 2 <= len(words) <= LONGEST or words[-1] in CLOSED:
        return None
    if date := read_date_line(words):
        return Shape("date", date.iso, "plan/date")
    return _first(None, words, rules)


def shape_as(part: str, words: str, rules: RuleSet) -> Shape | None:
    """The shape `part` of a line, if it has that one, whatever others it has."""
    return _first(part, words, rules)


def organ_of(title: str, rules: RuleSet) -> str | None:
    """The organ that surely a title begins with, as long as its name can be; None where it begins with none."""
    for end in range(min(len(title) - 2, _NAME), 2, -1):
        name = title[:end]
        if name[-1] in _ORGAN_ENDS and _NAMES_ORGAN.fullmatch(name) and shape_as("department", name, rules):
            return name
    return None


def _first(part: str | None, words: str, rules: RuleSet) -> Shape | None:
    if not words:
        return None
    size = len(words)
    for longest, closes, fit in _possible(words[0], words[-1], part, rules):
        if size > longest or (closes and not closes.fullmatch(words)):
            continue
        rule, match = fit.rule, fit.pattern.fullmatch(words)
        if match is None or (fit.never and fit.never.fullmatch(words)):
            continue
        if rule.part in ("title", "department") and _only_kinds(words, rules):
            continue
        return Shape(rule.part, match["value"] if fit.named else words, rule.id)
    return None


def _only_kinds(words: str, rules: RuleSet) -> bool:
    """Whether the line is a bare heading (保障措施, 全县进度计划) rather than a name of something (云县投资计划)."""
    known = kind_words(words, 1, rules)
    if not known or known[0].start > _SHORTEST_PLACE or known[-1].end < len(words):
        return False
    return known[0].start < _SHORTEST_PLACE or words[1] not in _PLACE_ENDS or words[0] in _NO_NAME
