"""Roles: target, baseline or parameter, by the cues around a quantity and the section it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.past import Past, kinds_told
from planparse.figures.role_rules import role_rules
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.figures.context import PlanContext, Spot
    from planparse.figures.lead_ins import FromAbove
    from planparse.figures.role_rules import ReadyRule
    from planparse.mentions.model import QuantityMention

__all__ = ["RoleReader"]

# Cues stand no further from their quantity; a sentence without end would be gone through once for each.
_LONGEST_TITLE = 60
_REACH = 400
# The number of a list's item, in front of its first clause: (一)每400亩 opens with 每.
# None are 5、6月, 三、四季度, 3.5公里.
_NUMBERED = lazy_plain_pattern(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.]|[①-⑳])(?![一二三四五六七八九十\d])"
)
_NUMBERED_BEGINS = frozenset("(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


class RoleReader:
    """Reads the roles of one plan's quantities; what its title and sections decide is asked once for each section."""

    def __init__(self, context: PlanContext, above: FromAbove) -> None:
        self._context = context
        self._words = context.words
        self._rules = role_rules(context.rules)
        self._past = Past(context, above)
        title = _title(context)
        self._in_plan = self._rules.title.open_rules(title)
        for bit, entry in self._each(self._in_plan & self._rules.of_plans):
            is_missing = entry.title and not entry.title.search(title)
            if is_missing or (entry.rule.past and not self._past.is_told()):
                self._in_plan ^= bit
        self._sections: dict[int | None, tuple[int, tuple[str, None]]] = {}
        self._stretch: tuple[int, int | None] = -1, None
        self._here: tuple[int, tuple[str, None]] = 0, ("target", None)
        # Where the last sentence's paragraph begins, how far it was asked, and the rules that it leaves open.
        self._in_front: tuple[int, int, int] = -1, 0, 0

    def role(self, quantity: QuantityMention, spot: Spot) -> tuple[str, str | None]:
        """The role of a quantity and the rule that decided it; None where the section did."""
        if self._stretch != (spot.sentence_start, spot.section):
            in_section, otherwise = self._sections.get(spot.section) or self._in_section(spot.section)
            self._here = in_section & self._in_sentence(spot), otherwise
            self._stretch = spot.sentence_start, spot.section
        left, otherwise = self._here
        # Comparisons instead of `max` and `min`, as wherever each figure is asked: those take ten times as long.
        rules, words, start, behind = self._rules, self._words, quantity.start, quantity.op_end
        stop = spot.sentence_end
        left &= rules.behind[words[behind] if behind < stop else ""]
        left &= rules.over(quantity.unit, quantity.op, quantity.per)
        reach, end = start - _REACH, behind + _REACH
        clause_start = spot.clause_start if spot.clause_start > reach else reach
        if words[clause_start] in _NUMBERED_BEGINS and clause_start == spot.sentence_start:
            mark = _NUMBERED.match(words, clause_start, quantity.op_start)
            clause_start = mark.end() if mark else clause_start
        clause = words[clause_start : quantity.op_start]
        left &= rules.before.open_rules(clause)
        if left & rules.of_past and not self._past.governs(quantity, spot):
            left &= ~rules.of_past
        if left & (rules.aimed | rules.unaimed):
            left &= ~(rules.unaimed if self._past.is_aimed(quantity, spot) else rules.aimed)
        if not left:
            return otherwise
        stretches = (
            quantity.op_text or "",
            words[behind : stop if stop < end else end],
            clause,
            words[spot.sentence_start if spot.sentence_start > reach else reach : start],
        )
        deciding = rules.deciding
        while left:
            bit, decision, questions, unless = deciding[left.bit_length() - 1]
            left ^= bit
            for stretch, pattern in questions:
                if not pattern.search(stretches[stretch] if stretch < 4 else self._paragraph(start, spot)):
                    break
            else:
                if unless is None or not unless.search(stretches[3]):
                    return decision
        return otherwise

    def is_of_the_whole(self, rule: str | None) -> bool:
        """Whether a role was told by the section or by a rule that asks for a title or heading."""
        deciding = (entry.rule for entry in self._rules.ready if entry.rule.id == rule)
        return rule is None or any(entry.title or entry.heading or entry.chapter for entry in deciding)

    def _in_section(self, index: int | None) -> tuple[int, tuple[str, None]]:
        """The rules that can decide in a section of the plan, and what it is where none of them does."""
        lineage = self._context.lineage(index)
        kinds, titles = kinds_told(lineage)
        rules = self._in_plan & self._rules.under(kinds)
        rules &= self._rules.heading.open_rules("".join(titles))
        for bit, entry in self._each(rules & self._rules.of_headings):
            is_missing = entry.heading and not any(map(entry.heading.search, titles))
            if is_missing or (entry.chapter and not (lineage and entry.chapter.search(lineage[-1].title))):
                rules ^= bit
        told = self._sections[index] = rules, ("baseline" if "status" in kinds else "target", None)
        return told

    def _in_sentence(self, spot: Spot) -> int:
        """The rules that the characters of a sentence, and of what stands in front of it, leave open."""
        words, start = self._words, spot.sentence_start
        begin, asked, in_front = self._in_front
        if begin != spot.paragraph_start:
            begin, asked, in_front = spot.paragraph_start, self._front(start, spot), 0
        in_front |= self._rules.paragraph.open_rules(words[asked:start])
        self._in_front = begin, start, in_front
        return in_front & self._rules.sentence.open_rules(words[start : spot.sentence_end])

    def _each(self, rules: int) -> Iterator[tuple[int, ReadyRule]]:
        """Each of some rules with its bit, in order."""
        while rules:
            at = rules.bit_length() - 1
            yield 1 << at, self._rules.ready[at]
            rules ^= 1 << at

    def _paragraph(self, start: int, spot: Spot) -> str:
        """The paragraph in front of the sentence of a quantity that begins at `start`, as far as cues reach."""
        return self._words[self._front(start, spot) : spot.sentence_start]

    def _front(self, start: int, spot: Spot) -> int:
        reach = start - 2 * _REACH
        return spot.paragraph_start if spot.paragraph_start > reach else reach


def _title(context: PlanContext) -> str:
    """The plan's title, or the line that it begins with where it has none."""
    if context.plan.title:
        return context.plan.title
    first_line = context.marks.paragraph(context.plan.start)
    return context.words[context.plan.start : min(first_line[1], context.plan.start + _LONGEST_TITLE)]
