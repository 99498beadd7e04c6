"""What the rules of roles and actions read from an example: for the examples that every rule carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.text import CleanText
from planparse.figures.context import PlanContext
from planparse.figures.indicators import phrases
from planparse.figures.lead_ins import FromAbove
from planparse.figures.roles import RoleReader
from planparse.figures.verbs import verbs
from planparse.mentions import find_mentions
from planparse.outline import find_outline
from planparse.reading.source import SourceText
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    from planparse.mentions.model import QuantityMention
    from planparse.rules import RuleSet

__all__ = ["readings"]


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """One reading per figure whose role a rule decided, one per verb beside one; values role, indicator."""
    whole = CleanText.as_is(text)
    outline = find_outline(whole, SourceText(text), rules)
    found = []
    for plan in outline.plans:
        part, alone = outline.alone(plan, whole, plan.start)
        context = PlanContext(part, alone.plans[0], find_mentions(part, alone, rules), rules)
        roles = RoleReader(context, FromAbove(context))
        spots = context.spots()
        for quantity, spot, phrase in zip(context.quantities, spots, phrases(context, spots), strict=True):
            role, rule = roles.role(quantity, spot)
            values = {"role": role, "indicator": phrase.indicator, "change": phrase.change, "action": phrase.action}
            said = [(rule, quantity.start, quantity.end)] if rule else []
            for name, start, end in (*said, *_verbs(context, quantity, rules)):
                found.append(Reading(name, *part.span(start, end), values))
    return found


def _verbs(context: PlanContext, quantity: QuantityMention, rules: RuleSet) -> list[tuple[str, int, int]]:
    """The known verbs of the clause in front of a figure, and the words behind it that end or begin no name."""
    table = verbs(rules)
    start, end = context.marks.clause(quantity.start)
    found = [(table.rule(m[0]), m) for m in table.word.finditer(context.words, start, quantity.start)]
    found += [(table.rule(m[0], "closing"), m) for m in table.closing.finditer(context.words, quantity.op_end, end)]
    found += [(table.rule(m[1], "eve"), m) for m in table.eve.finditer(context.words, start, quantity.start)]
    read = [(rule, *match.span()) for rule, match in found]
    item_end = context.marks.item(quantity.op_end)[1]
    if word := table.becoming.ending(context.words[quantity.op_end : item_end]):
        read.append((table.rule(word, "becoming"), item_end - len(word), item_end))
    if word := table.head.ending(context.words[quantity.op_end : item_end]):
        read.append((table.rule(word, "head"), item_end - len(word), item_end))
    for _, match in found:
        if word := table.how.ending(context.words[start : match.start()]):
            read.append((table.rule(word, "how"), match.start() - len(word), match.start()))
    words = context.words[quantity.op_end : item_end]
    if (found_at := table.bearer.find(words)) >= 0:
        at = quantity.op_end + found_at
        read.append((table.rule(word := table.bearer.at(words, found_at), "bearer"), at, at + len(word)))
    at = quantity.op_end
    if word := table.elsewhere.at(context.words, at):
        read.append((table.rule(word, "elsewhere", "to"), at, at + len(word)))
    return read
