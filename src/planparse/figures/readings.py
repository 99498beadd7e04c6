"""What the rules of roles and actions read from an example: for the examples that every rule carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.text import CleanText
from planparse.figures.context import plan_context
from planparse.figures.indicators import phrases
from planparse.figures.roles import role_of
from planparse.figures.verbs import verbs
from planparse.mentions import find_mentions
from planparse.outline import find_outline
from planparse.reading.source import SourceText
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["readings"]


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """One reading per figure whose role a rule decided (values role, indicator, change), one per verb in front of one."""
    clean = CleanText.as_is(text)
    outline = find_outline(clean, SourceText(text), rules)
    mentions = find_mentions(clean, outline, rules)
    found = []
    for plan in outline.plans:
        context = plan_context(clean, plan, mentions, rules)
        for quantity, phrase in zip(context.quantities, phrases(context), strict=True):
            role, rule = role_of(quantity, context)
            values = {"role": role, "indicator": phrase.indicator, "change": phrase.change, "action": phrase.action}
            if rule:
                found.append(Reading(rule, quantity.start, quantity.end, values))
            found += _verbs(text, context.marks.clause(quantity.start)[0], quantity.start, values, rules)
    return found


def _verbs(text: str, start: int, end: int, values: dict[str, str | None], rules: RuleSet) -> list[Reading]:
    """The known verbs of the clause in front of a figure."""
    table = verbs(rules)
    return [
        Reading(table.rule_of[match[0]], match.start(), match.end(), values)
        for match in table.any_word.finditer(text, start, end)
    ]
