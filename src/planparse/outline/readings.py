"""Runs the outline's mechanism on an example text, for the examples of the rule families `headings` and `plans`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.headings import read_heading
from planparse.outline.kinds import activity_end, kind_words
from planparse.outline.numbering import Number, read_number
from planparse.outline.run_ins import opening_cut
from planparse.outline.shapes import shape_as, shape_of
from planparse.rules.examples import Reading
from planparse.rules.families.headings import HeadingRule

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["headings_readings", "plans_readings"]


def headings_readings(text: str, rules: RuleSet) -> list[Reading]:
    """The heading that opens each line, the words of a kind in its title, the verb that makes it an activity, and
    what text opens with behind it."""
    readings = []
    activities = [rule.id for rule in rules.of(HeadingRule) if rule.part == "activity"]
    for start, words, number in _lines(text, rules):
        level = number.level if number else 1
        heading = read_heading(words, number, start, 0, rules) if number else None
        if heading:
            values = {"level": level, "title": heading.title}
            readings.append(Reading(heading.rule, heading.start, heading.end, values))
        begin = start + (number.end if number else 0)
        if number and (opening := opening_cut(words[number.end :], level, rules)):
            readings.append(Reading(opening[2], begin + opening[0], begin + opening[1]))
        title = heading.title if heading else words[begin - start :]
        if end := activity_end(title, rules):
            readings += [Reading(rule, begin, begin + end) for rule in activities]
        for kind in kind_words(title, level, rules, numbered=number is not None):
            readings.append(Reading(kind.rule, begin + kind.start, begin + kind.end, {"kind": kind.kind}))
    return readings


def plans_readings(text: str, rules: RuleSet) -> list[Reading]:
    """The shape of each line, with what the line names as its value."""
    return [
        Reading(shape.rule, start, start + len(words), {"part": shape.part, "value": shape.value})
        for start, words, _ in _lines(text, rules)
        for shape in (shape_of(words, rules), shape_as("label", words, rules))
        if shape
    ]


def _lines(text: str, rules: RuleSet) -> list[tuple[int, str, Number | None]]:
    """The lines of a text that say something: where each begins, its words, the number that opens it."""
    lines, offset = [], 0
    for words in text.split("\n"):
        if words.strip():
            lines.append((offset, words, read_number(words, rules)))
        offset += len(words) + 1
    return lines
