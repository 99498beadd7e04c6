"""Contacts: the persons, offices and telephones that answer for a plan, behind their labels or beside a name."""

from __future__ import annotations

from collections import Counter
from functools import cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING

from planparse.cleaning import clean
from planparse.mentions.asked import asked
from planparse.mentions.model import ContactMention
from planparse.mentions.names import find_persons, find_units, is_posted, name_words
from planparse.mentions.phones import find_phones, person_beside
from planparse.outline import find_outline
from planparse.outline.labels import TELEPHONE, find_labels, opening_label
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.reading.source import SourceText
from planparse.rules.examples import Reading
from planparse.rules.families.contacts import ContactRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.cleaning import CleanText
    from planparse.outline.labels import Label
    from planparse.outline.model import PlanOutline
    from planparse.rules import RuleSet

__all__ = ["find_contacts", "readings"]

# How far what a label announces can reach: one long line of names.
_REACH = 160
# An office named more often than this, task by task, is made responsible for each and is no contact of the plan.
_FEW = 2
# A section of contacts is short; a longer one under 责任分工 gives out tasks.
_BLOCK = 400
# Under a heading of contacts, lines that name a task stand between those with numbers; a long line is prose.
_SILENT = 2
_LONGEST_ENTRY = 80
# Behind a label that may as well give out a task, four characters are rather its words (县长安排部署).
_USUAL_NAME = 3
# What stands between persons who are answered under one number.
_JOINTS = frozenset("、和与及")
# A colon that ends its line.
_NOTHING_BEHIND = lazy_plain_pattern(r":[ \t]*(?=\n)")
_VALUE_MARK = lazy_plain_pattern(r"[()\n。;]")
# 联系人及电话:严如意 2345678;苏晓 2345679
_NEXT_ENTRY = lazy_pattern(rf"[ ]?\p{{Han}}{{2,4}}[ ,、:(]{{0,2}}(?:\p{{Han}}{{0,2}}电话:?)?{TELEPHONE}")
_AN_AMOUNT = lazy_pattern(r"[ ]?(?:[万亿元亩吨个户人米株只头台]|[A-Za-z@%.])")


def find_contacts(text: CleanText, plan: PlanOutline, rules: RuleSet) -> list[ContactMention]:
    """The contacts of a plan in reading order.

    Persons and units stand behind a label (联系人:); a telephone behind a label or right beside a person's name. Labels
    without a colon count only in the plan's closing block, as does 责任单位.
    """
    blocks = [(section.start, section.end) for section in plan.sections if section.implicit]
    blocks += [(s.start, s.end) for s in plan.sections if "responsibility" in s.kinds and s.end - s.start <= _BLOCK]
    labels = list(_labels(text, plan, blocks, rules))
    announced = any(label.rule.roles and not label.rule.block_only for label in labels)
    repeated = Counter(label.rule.id for label in labels)
    found: list[ContactMention] = []
    for index, label in enumerate(labels):
        if not label.rule.roles:
            continue
        inside = any(start <= label.start < end for start, end in blocks)
        if label.rule.block_only and not (inside and announced):
            continue
        if not inside and label.rule.roles == ("unit_in_charge",) and repeated[label.rule.id] > _FEW:
            continue
        behind = labels[index + 1].start if index + 1 < len(labels) else plan.end
        end = _value_end(text.text, label, min(behind, plan.end, label.value + _REACH), inside=inside)
        if label.rule.posted and not is_posted(text.text[label.value : end], rules):
            continue
        found += _announced(text, label, _past_others(text.text, labels, index), end, found, rules)
    claimed = {offset for contact in found for offset in range(contact.start, contact.end)}
    for contact in _under_headings(text, plan, rules):
        if claimed.isdisjoint(range(contact.start, contact.end)):
            found.append(contact)
            claimed.update(range(contact.start, contact.end))
    for start, end, value, person, rule in find_phones(text, plan.start, plan.end, rules, labelled=False):
        if claimed.isdisjoint(range(start, end)):
            found += _unlabelled(text, ContactMention(start, end, "phone", value, None, person, rule), rules)
    return sorted(found, key=lambda contact: (contact.start, contact.end))


def _unlabelled(text: CleanText, phone: ContactMention, rules: RuleSet) -> Iterator[ContactMention]:
    """A number without a label with whom the words in front tell to ask; nothing where nobody stands beside it."""
    whom = asked(text, phone.start, rules)
    if whom and whom.person:
        yield _to_be_asked(whom.rule, *whom.person)
        yield phone.replaced(person=whom.person[-1])
    elif whom or phone.person:
        yield phone


def _to_be_asked(rule: str, start: int, end: int, name: str) -> ContactMention:
    return ContactMention(start, end, "contact_person", name, None, None, rule)


def _labels(text: CleanText, plan: PlanOutline, blocks: list[tuple[int, int]], rules: RuleSet) -> Iterator[Label]:
    """Labels with a colon anywhere in the plan, and bare ones that open a line of a closing block."""
    found = {label.start: label for label in find_labels(text.text, plan.start, plan.end, rules)}
    for start, end in blocks:
        offset = start
        for line in text.text[start:end].split("\n"):
            lead = offset + len(line) - len(line.lstrip(" \t>*-"))
            if lead not in found and (label := opening_label(text.text, lead, offset + len(line), rules, tight=True)):
                found.setdefault(label.start, label)
            offset += len(line) + 1
    return (found[start] for start in sorted(found))


@cache
def _heading(rules: RuleSet) -> tuple[regex.Pattern[str], regex.Pattern[str], tuple[ContactRule, ...]]:
    """What ends a heading of contacts, or a label; what ends one of several in lines; and the rules, by group `hN`."""
    # Those of offices are longer and come first: of 责任科室及联系方式 the end would do for 联系方式.
    named = sorted((r for r in rules.of(ContactRule) if r.part == "heading"), key=lambda rule: -len(rule.roles))
    words = "|".join(f"(?P<h{index}>{'|'.join(rule.words)})" for index, rule in enumerate(named)) or "(?!)"
    return lazy_pattern(rf"(?:{words})[:]?$"), lazy_pattern(rf"(?m)(?:{words})[:]?$"), tuple(named)


def _under_headings(text: CleanText, plan: PlanOutline, rules: RuleSet) -> Iterator[ContactMention]:
    """The numbers under a heading 联系方式, or a label with nothing behind it, and the persons right before them."""
    ends, any_ends, named = _heading(rules)
    places: list[tuple[int, int, regex.Match[str]]] = []
    if any_ends.search("\n".join([section.title for section in plan.sections])):
        places = [(s.head_end, s.end, match) for s in plan.sections if (match := ends.search(s.title))]
    for colon in _NOTHING_BEHIND.finditer(text.text, plan.start, plan.end):
        begin = text.text.rfind("\n", plan.start, colon.start()) + 1 or plan.start
        if match := ends.search(text.text, begin, colon.start()):
            places.append((colon.end(), plan.end, match))
    for first, stop, match in places:
        rule = named[int(str(match.lastgroup)[1:])]
        place = text.text[first : min(stop, first + _BLOCK)]
        offset, silent = first, 0
        for line in place.split("\n"):
            numbers = list(_numbers_in_line(text, offset, offset + len(line), rules))
            silent = 0 if numbers or not line.strip() else silent + 1
            if silent > _SILENT or len(line) > _LONGEST_ENTRY:
                break
            if numbers and "unit_in_charge" in rule.roles:
                for start, end, unit in find_units(text, offset, numbers[0][0], rules, endings=True):
                    yield ContactMention(start, end, "unit_in_charge", unit, None, None, rule.id)
            last = offset
            for start, end, value, person in numbers:
                at = text.text.rfind(person, offset, start) if person else -1
                if person and at >= 0:
                    for beside in _beside(text, last, at, rules):
                        yield _to_be_asked(rule.id, *beside)
                    yield ContactMention(at, at + len(person), "contact_person", person, None, None, rule.id)
                yield ContactMention(start, end, "phone", value, None, person, rule.id)
                last = end
            offset += len(line) + 1


def _beside(text: CleanText, first: int, at: int, rules: RuleSet) -> list[tuple[int, int, str]]:
    """The persons behind `first` who share the number of the one named at `at`: 李华、|王芳 2345678."""
    found: list[tuple[int, int, str]] = []
    if text.text[at - 1] in _JOINTS:
        for person in reversed([*find_persons(text, first, at, rules, surnames=True)]):
            if text.text[person[1] : at].strip(" ") not in _JOINTS:
                break
            found.append(person)
            at = person[0]
    return found[::-1]


def _numbers_in_line(
    text: CleanText, start: int, end: int, rules: RuleSet
) -> Iterator[tuple[int, int, str, str | None]]:
    """The telephones of a line that no other label (邮箱, 传真) claims and that are no amounts."""
    labels = list(find_labels(text.text, start, end, rules))
    for begin, stop, value, person, _ in find_phones(text, start, end, rules, labelled=True):
        label = next((label for label in reversed(labels) if label.end <= begin), None)
        person = person or (person_beside(text, label.start, rules, since=start) if label else None)
        if (label is None or label.rule.roles) and not _AN_AMOUNT.match(text.text, stop):
            yield begin, stop, value, person


def _value_end(words: str, label: Label, limit: int, *, inside: bool) -> int:
    """Where what a label announces ends: at the line's end, a full stop, a semicolon, or a bracket closing on it."""
    depth = 0
    for mark in _VALUE_MARK.finditer(words, label.value, limit):
        char = mark[0]
        depth += (char == "(") - (char == ")")
        if char in "\n。" or depth < 0 or (char == ";" and not inside and not _NEXT_ENTRY.match(words, mark.end())):
            return mark.start()
    return limit


def _past_others(words: str, labels: list[Label], index: int) -> int:
    """Where the labels that announce no contact begin right before one in its line: 于成 QQ:2860 手机:13900001234."""
    first = labels[index].start
    for label in reversed(labels[:index]):
        if label.rule.roles or words.find("\n", label.start, first) >= 0:
            break
        first = label.start
    return first


def _announced(
    text: CleanText, label: Label, first: int, end: int, before: list[ContactMention], rules: RuleSet
) -> Iterator[ContactMention]:
    """What a label announces between its colon and `end`; a person without a label can stand right before `first`."""
    words = text.text[label.start : label.end]
    rule, roles = label.rule.id, label.rule.roles
    persons: list[ContactMention] = []
    for role in roles:
        if role == "phone":
            continue
        find = find_units if role == "unit_in_charge" else partial(find_persons, surnames=label.rule.posted)
        for start, stop, value in find(text, label.value, end, rules):
            if label.rule.posted and len(value) > _USUAL_NAME:
                continue
            persons.append(ContactMention(start, stop, role, value, words, None, rule))
    yield from persons
    if roles == ("unit_in_charge",):
        return
    numbers = list(find_phones(text, label.value, end, rules, labelled=True))
    if not numbers:
        return
    reach = max(0, label.start - _REACH)
    line = text.text.rfind("\n", reach, label.start) + 1 or reach
    beside = [*takewhile(lambda contact: contact.start >= line, reversed(before))][::-1]
    named = [contact for contact in [*beside, *persons] if contact.role in ("person_in_charge", "contact_person")]
    whom = None if persons else asked(text, label.start, rules)
    if whom and whom.person and all(contact.start != whom.person[0] for contact in named):
        named.append(_to_be_asked(whom.rule, *whom.person))
        yield named[-1]
    for start, stop, value, person, _ in numbers:
        nearest = next((contact.value for contact in reversed(named) if contact.end <= start), None)
        nearest = nearest or person or person_beside(text, label.start, rules)
        if nearest is None and first < label.start:
            nearest = person_beside(text, first, rules)
        yield ContactMention(start, stop, "phone", value, words, nearest, rule)


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """Runs the contacts' mechanism on an example text, for the examples of the rule family `contacts`.

    Besides the contacts themselves, the words in and beside them that posts, family names, unit endings and number
    forms claim.
    """
    source = SourceText(text)
    cleaned = clean(source)
    found: list[Reading] = []
    for plan in find_outline(cleaned, source, rules).plans:
        for contact in find_contacts(cleaned, plan, rules):
            values = {"role": contact.role, "value": contact.value, "person": contact.person}
            span = cleaned.span(contact.start, contact.end)
            found.append(Reading(contact.rule, *span, values))
            for start, end, _, _, rule in find_phones(cleaned, contact.start, contact.end, rules, labelled=True):
                found.append(Reading(rule, *cleaned.span(start, end), values))
            for rule, start, end in name_words(cleaned, contact, rules):
                found.append(Reading(rule, *cleaned.span(start, end), values))
        found += [
            Reading(label.rule.id, *cleaned.span(label.start, label.end))
            for label in find_labels(cleaned.text, plan.start, plan.end, rules)
            if not label.rule.roles
        ]
    return found
