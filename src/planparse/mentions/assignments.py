"""Finds the units that a text makes answerable for a piece of work (MEANING.md section 6)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.mentions.assignment_clauses import clause_reader
from planparse.mentions.assignment_regions import bracket_regions, label_region
from planparse.mentions.assignment_words import answer_words
from planparse.mentions.heading_numbers import behind_numbers
from planparse.mentions.model import AssignmentMention
from planparse.mentions.unit_names import named
from planparse.patterns import lazy_plain_pattern
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.cleaning.text import CleanText
    from planparse.mentions.assignment_regions import Region
    from planparse.mentions.assignment_words import Answer
    from planparse.outline.model import Outline
    from planparse.rules import RuleSet

__all__ = ["find_assignments", "find_in", "readings"]

# An office named at most so often is the plan's contact (mentions/contacts.py), else it answers task by task.
_FEW = 2
_SENTENCE_MARK = lazy_plain_pattern(r"[;。!?\n]")
# 追究法律责任:(一)不公开收费标准…: what follows is what one is punished for.
_ANSWER = "责任"
_LIABILITY = ("法律", "刑事", "民事", "行政", "赔偿", "违约", "追究")
# What may follow a label.
_BEHIND_LABEL = frozenset(":(为")


def find_assignments(text: CleanText, outline: Outline, rules: RuleSet) -> list[AssignmentMention]:
    """All assignments of a text, in reading order, one item per unit; offsets are clean ones.

    `scope` is the work that the unit answers for: for a bracket or a label the task in front of it, in its own
    paragraph, or in the section where it has a paragraph of its own; for a running sentence the sentence. Who does what
    in the world that a paper explains (名词解释) answers for none of its tasks.
    """
    sections = [section for plan in outline.plans for section in plan.sections]
    heads = sorted({section.head_start for section in sections})
    found = find_in(text.text, rules, heads, [(plan.start, plan.end) for plan in outline.plans])
    explained = [section for section in sections if section.explains]
    if not explained:
        return found
    return [one for one in found if not any(section.start <= one.start < section.end for section in explained)]


def find_in(
    text: str, rules: RuleSet, heads: list[int] | None = None, plans: list[tuple[int, int]] | None = None
) -> list[AssignmentMention]:
    """Like `find_assignments`, of plain clean text.

    `heads` are the offsets at which sections begin, rising; `plans` the stretches of the plans, the whole text without.
    """
    offices = _offices(text, plans or [(0, len(text))], rules)
    found: dict[int, AssignmentMention] = {}
    taken = -1
    last_region = 0
    for start, end, answers, apart in _findings(text, rules, offices):
        if apart:
            scope = _task(text, start, last_region, heads or [])
            last_region = end
        else:
            scope = _sentence(text, start)
        for answer in sorted(answers, key=lambda one: one.start):
            if answer.start >= taken or apart:
                begin = behind_numbers(text, answer.start)
                unit = text[begin : answer.end]
                found.setdefault(
                    begin, AssignmentMention(begin, answer.end, answer.role, unit, scope[0], scope[1], answer.rule)
                )
        taken = max(taken, end if apart else taken)
    return _apart([found[start] for start in sorted(found)])


def _offices(text: str, plans: list[tuple[int, int]], rules: RuleSet) -> set[int]:
    """Where an office in charge is named task by task, and not once for the plan, whose contact it then is."""
    found: set[int] = set()
    words = answer_words(rules)
    for start, end in plans if has_any(text, words.office_ends) else ():
        places = [match.start() for match in words.offices.finditer(text, start, end)]
        found.update(places if len(places) > _FEW else ())
    return found


def _findings(text: str, rules: RuleSet, offices: set[int]) -> Iterator[tuple[int, int, tuple[Answer, ...], bool]]:
    """Stretches with answers in reading order: `(start, end, answers, stands apart from the sentence)`.

    `offices` are the offsets of the recurring labels that count.
    """
    words, reader = answer_words(rules), clause_reader(rules)
    brackets: list[Region] = sorted(bracket_regions(text, rules), key=lambda region: region.start)
    pending = iter(brackets)
    bracket = next(pending, None)
    covered = 0
    for cue in words.cue.finditer(text):
        at = cue.start()
        while bracket and bracket.start <= at:
            if bracket.start >= covered:
                yield bracket.start, bracket.end, bracket.answers, True
                covered = bracket.end
            bracket = next(pending, None)
        if at < covered:
            continue
        word = cue[0]
        if text[at] in words.office_first and at not in offices and words.offices.match(text, at):
            continue
        if word == _ANSWER and text.startswith(_LIABILITY, max(0, at - 2)):
            continue
        announces = "label" in words.forms[word] and not _BEHIND_LABEL.isdisjoint(text[at : cue.end() + 1])
        if announces and (region := label_region(text, at, rules)):
            yield region.start, region.end, region.answers, True
            covered = region.end
            continue
        answers = [
            answer for way in reader.ways[word] for answer in way(reader, text, word, at) if answer.start >= covered
        ]
        if answers:
            yield at, cue.end(), tuple(answers), False
    while bracket:
        if bracket.start >= covered:
            yield bracket.start, bracket.end, bracket.answers, True
            covered = bracket.end
        bracket = next(pending, None)


def _apart(found: list[AssignmentMention]) -> list[AssignmentMention]:
    """Of findings that overlap, the first stays: the cue in front of a unit (由) is surer than the one behind it."""
    kept: list[AssignmentMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _task(text: str, start: int, last_region: int, heads: list[int]) -> tuple[int, int]:
    """The task in front of a bracket or label at `start`."""
    begin = max(text.rfind("\n", 0, start) + 1, last_region)
    if text[begin:start].strip(" (【〔[。;"):
        return begin, start
    before = heads[bisect_right(heads, start) - 1] if heads and heads[0] <= start else 0
    paragraph = text.rfind("\n", 0, max(0, begin - 1)) + 1
    return (min(max(before, last_region), paragraph) if before < begin else paragraph), start


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around an offset; a semicolon ends it (X负责A;Y负责B)."""
    begin = text.rfind("\n", 0, at) + 1
    for mark in ";。!?":
        begin = text.rfind(mark, begin, at) + 1 or begin
    stop = _SENTENCE_MARK.search(text, at)
    return begin, stop.start() if stop else len(text)


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """What the rules of the family read in an example: assignments, or, of a name alone, what kind of name it is."""
    heard = [
        Reading(mention.rule, mention.start, mention.end, {"role": mention.role, "unit": mention.unit})
        for mention in find_in(text, rules)
    ]
    return [*heard, *(Reading(rule, start, end) for rule, start, end in named(text, rules))]
