"""What a line is by its shape alone: a department's name, a title, a date, the mark of a part or an attachment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planparse.outline.dates import read_date_line
from planparse.outline.kinds import kind_words
from planparse.patterns import lazy_pattern
from planparse.rules.families.plans import PlanRule

if TYPE_CHECKING:
    import regex

    from planparse.rules import RuleSet

__all__ = ["Shape", "shape_of", "shapes_of"]

# The longest line that can have a shape; whatever is longer is a paragraph.
_LONGEST = 120
# A line that a sentence ends has none either.
_CLOSED = "。;,、"


@dataclass(frozen=True, slots=True)
class Shape:
    """A line's shape (`department`, `title`, `notice`, `division`, `series`, `attachment`, `number`, `masthead`,
    `issued`, `issuer`, `date`).

    `value` is what the line names: the department, the title, the part's own title, the issuer, the ISO date.
    """

    part: str
    value: str | None
    rule: str


@cache
def _grammar(rules: RuleSet) -> tuple[tuple[PlanRule, regex.Pattern[str], regex.Pattern[str] | None], ...]:
    order = (
        *("attachment", "division", "number", "issued", "issuer", "masthead", "notice", "title", "department"),
        "series",
    )
    return tuple(
        (
            rule,
            lazy_pattern(_either(rule.patterns)),
            lazy_pattern(_either(rule.never)) if rule.never else None,
        )
        for rule in sorted(rules.of(PlanRule), key=lambda rule: order.index(rule.part))
    )


def _either(patterns: tuple[str, ...]) -> str:
    # Two patterns of a rule may name the same groups, which a plain alternation allows in `regex`.
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def shape_of(words: str, rules: RuleSet) -> Shape | None:
    """The shape of a line, or None where it has none."""
    if len(words) > _LONGEST or len(words) < 2 or words[-1] in _CLOSED:
        return None
    if date := read_date_line(words):
        return Shape("date", date.iso, "plan/date")
    return next(iter(shapes_of(words, rules)), None)


def shapes_of(words: str, rules: RuleSet) -> list[Shape]:
    """Every shape that the rules give a line, the telling ones first."""
    found = []
    for rule, pattern, never in _grammar(rules):
        if len(words) > rule.longest:
            continue
        match = pattern.fullmatch(words)
        if match is None or (never and never.fullmatch(words)):
            continue
        if rule.part in ("title", "department") and _only_kinds(words, rules):
            continue
        value = match["value"] if "value" in pattern.groupindex else words
        found.append(Shape(rule.part, value, rule.id))
    return found


def _only_kinds(words: str, rules: RuleSet) -> bool:
    """Whether the line is a bare heading (保障措施, 进度计划) rather than a name of something."""
    known = kind_words(words, 1, rules)
    return bool(known) and known[0].start <= 2 and known[-1].end == len(words)
