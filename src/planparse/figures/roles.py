"""Roles: target, baseline or parameter, by the cues around a quantity and the section it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import regex

from planparse.figures.lead_ins import opening_time, usable_times
from planparse.mentions.units import unit_table
from planparse.patterns import lazy_pattern
from planparse.rules.families.roles import RoleRule

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention
    from planparse.rules import RuleSet

__all__ = ["role_of"]

_CLAUSE, _SENTENCE = 120, 300
Pattern = regex.Pattern[str] | None
# Cues stand no further from their quantity; a sentence without end would be gone through once for each.
_LONGEST_TITLE = 60
_REACH = 400


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: RoleRule
    before: Pattern
    after: Pattern
    sentence: Pattern
    heading: Pattern
    paragraph: Pattern
    title: Pattern
    compared: Pattern


@cache
def _compiled(rules: RuleSet) -> tuple[_Compiled, ...]:
    def compiled(pattern: str | None) -> Pattern:
        return lazy_pattern(pattern) if pattern else None

    return tuple(
        _Compiled(
            rule,
            compiled(rule.before),
            compiled(rule.after),
            compiled(rule.sentence),
            compiled(rule.heading),
            compiled(rule.paragraph),
            compiled(rule.title),
            compiled(rule.compared),
        )
        for rule in rules.of(RoleRule)
    )


@lru_cache(maxsize=4096)
def _in_question(
    rules: RuleSet, dimension: str, unit: str, op: str, per: tuple[str, ...], kinds: tuple[str, ...]
) -> tuple[_Compiled, ...]:
    """The rules that can decide over quantities of some unit, comparison and rate in sections of some kinds."""
    return tuple(
        entry
        for entry in _compiled(rules)
        if (not entry.rule.units or dimension in entry.rule.units)
        and (not entry.rule.unit_names or unit in entry.rule.unit_names)
        and (not entry.rule.op or op in entry.rule.op)
        and (not entry.rule.per or any(of in entry.rule.per for of in per))
        and (not entry.rule.sections or any(kind in entry.rule.sections for kind in kinds))
    )


def role_of(quantity: QuantityMention, context: PlanContext) -> tuple[str, str | None]:
    """The role of a quantity and the rule that decided it; None where the section did."""
    lineage = context.lineage(context.section_index(quantity.start))
    telling = next((at for at, section in enumerate(lineage) if section.kinds not in ((), ("other",))), len(lineage))
    kinds = lineage[telling].kinds if telling < len(lineage) else ("other",)
    titles = [section.title for section in lineage[: telling + 1]]
    clause_start, _ = context.marks.clause(quantity.start)
    sentence_start, sentence_end = context.marks.sentence(quantity.start)
    clause = context.words[max(clause_start, quantity.start - _REACH) : min(quantity.start, quantity.op_start)]
    after = context.words[quantity.op_end : min(sentence_end, quantity.op_end + _REACH)]
    sentence = context.words[max(sentence_start, quantity.start - _REACH) : quantity.start]
    paragraph_start, _ = context.marks.paragraph(quantity.start)
    paragraph = context.words[max(paragraph_start, quantity.start - 2 * _REACH) : sentence_start]
    known = unit_table(context.rules).by_word.get(quantity.unit)
    dimension = known.dimension if known else "counter"
    for entry in _in_question(context.rules, dimension, quantity.unit, quantity.op, quantity.per, tuple(kinds)):
        rule = entry.rule
        if (
            (entry.before is None or entry.before.search(clause))
            and (entry.after is None or entry.after.search(after))
            and (entry.sentence is None or entry.sentence.search(sentence))
            and (entry.compared is None or entry.compared.search(quantity.op_text or ""))
            and (entry.heading is None or any(entry.heading.search(title) for title in titles))
            and (entry.title is None or entry.title.search(_title(context)))
            and (entry.paragraph is None or entry.paragraph.search(paragraph))
            and (not rule.past or _is_past(quantity, sentence_start, context))
        ):
            return rule.role, rule.id
    return ("baseline" if "status" in kinds else "target"), None


def _title(context: PlanContext) -> str:
    """The plan's title, or the line that it begins with where it has none."""
    if context.plan.title:
        return context.plan.title
    first_line = context.marks.paragraph(context.plan.start)
    return context.words[context.plan.start : min(first_line[1], context.plan.start + _LONGEST_TITLE)]


def _is_past(quantity: QuantityMention, sentence_start: int, context: PlanContext) -> bool:
    """Whether the nearest governing time in front of a quantity ends before the plan's first year, or its date."""
    plan = context.plan
    first_year = plan.period[0] if plan.period else plan.year
    begin = f"{first_year}-01-01" if first_year else plan.date
    if begin is None:
        return False
    times = usable_times(context, sentence_start, quantity.start)
    time = times[-1] if times else opening_time(quantity, context)
    return time is not None and time.last is not None and time.last[0] != "-" and time.last < begin
