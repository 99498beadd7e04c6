"""What a line is by its shape alone: a department's name, a title, a date, the mark of a part or an attachment."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planparse.outline.dates import read_date_line
from planparse.outline.kinds import kind_words
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.rules.families.plans import PlanRule

if TYPE_CHECKING:
    import regex

    from planparse.rules import RuleSet

__all__ = ["Shape", "may_have_shape", "shape_as", "shape_of"]

# The longest line that can have a shape; whatever is longer is a paragraph.
_LONGEST = 120
# A line that a sentence ends has none either.
_CLOSED = "。;,、"
# Of such expressions it is the same whether they are matched from the left or from the right.
_EITHER_WAY = lazy_plain_pattern(
    r"(?:\\[pPdDwWsSnt\W]|\((?![?*])|\(\?(?::|<?[=!])|[*+?}](?!\+)|[^\\(*+?}])*", re.DOTALL
)


class Shape(NamedTuple):
    """A line's shape (`department`, `title`, `notice`, `division`, `series`, `attachment`, `number`, `masthead`,
    `issued`, `issuer`, `date`).

    `value` is what the line names: the department, the title, the part's own title, the issuer, the ISO date.
    """

    part: str
    value: str | None
    rule: str


class _Fit(NamedTuple):
    """A rule ready to be held against lines; `named` tells whether its pattern names a part of the line."""

    rule: PlanRule
    pattern: regex.Pattern[str]
    never: regex.Pattern[str] | None
    named: bool


@cache
def _grammar(rules: RuleSet) -> tuple[_Fit, ...]:
    order = (
        *("attachment", "division", "number", "issued", "issuer", "masthead", "notice", "title", "department"),
        "series",
    )
    return tuple(
        _Fit(
            rule,
            lazy_pattern(_from_the_end(_either(rule.patterns))),
            lazy_pattern(_either(rule.never)) if rule.never else None,
            any("<value>" in pattern for pattern in rule.patterns),
        )
        for rule in sorted(rules.of(PlanRule), key=lambda rule: order.index(rule.part))
    )


@cache
def _members(part: str, rules: RuleSet) -> tuple[_Fit, ...]:
    return tuple(fit for fit in _grammar(rules) if fit.rule.part == part)


def _either(patterns: tuple[str, ...]) -> str:
    # Two patterns of a rule may name the same groups, which a plain alternation allows in `regex`.
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _from_the_end(pattern: str) -> str:
    """What departments, titles and letters are told by stands at the line's end: matched from there most lines fail at
    once."""
    return f"(?r)(?:{pattern})" if _EITHER_WAY.fullmatch(pattern) else pattern


def may_have_shape(size: int, last: str) -> bool:
    """Whether a line of so many characters that ends in the character `last` can have a shape."""
    return 2 <= size <= _LONGEST and last not in _CLOSED


def shape_of(words: str, rules: RuleSet) -> Shape | None:
    """The shape of a line, or None where it has none; of several the most telling."""
    if not may_have_shape(len(words), words[-1:]):
        return None
    if date := read_date_line(words):
        return Shape("date", date.iso, "plan/date")
    return _first(_grammar(rules), words, rules)


def shape_as(part: str, words: str, rules: RuleSet) -> Shape | None:
    """The shape `part` of a line, if it has that one, whatever others it has."""
    return _first(_members(part, rules), words, rules)


def _first(fits: tuple[_Fit, ...], words: str, rules: RuleSet) -> Shape | None:
    for rule, pattern, never, named in fits:
        if len(words) > rule.longest:
            continue
        match = pattern.fullmatch(words)
        if match is None or (never and never.fullmatch(words)):
            continue
        if rule.part in ("title", "department") and _only_kinds(words, rules):
            continue
        return Shape(rule.part, match["value"] if named else words, rule.id)
    return None


def _only_kinds(words: str, rules: RuleSet) -> bool:
    """Whether the line is a bare heading (保障措施, 进度计划) rather than a name of something."""
    known = kind_words(words, 1, rules)
    return bool(known) and known[0].start <= 2 and known[-1].end == len(words)
