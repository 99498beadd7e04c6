"""Whom a sentence tells its reader to ask: 请联系县教育局苏晓同志(电话0555-2345678), and offices beside a number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.names import may_be_person, name_grammar
from planparse.patterns import alternatives, lazy_pattern
from planparse.records import Record
from planparse.rules.families.contacts import ContactRule

if TYPE_CHECKING:
    import regex

    from planparse.cleaning.text import CleanText
    from planparse.rules import RuleSet

__all__ = ["Asked", "asked"]

# Between who is asked and the number or its label stand marks, and perhaps a label without a colon: 同志(电话0555-…
_MARKS = r"[ \t,;、:(]{0,3}"
_TELEPHONE = r"(?:(?:联系|咨询|办公|固定|办公室)?(?:电话|手机|座机)(?:号码?)?|联系方式)"
_BETWEEN = rf"{_MARKS}(?:{_TELEPHONE}[ \t:为是(]{{0,3}})?$"
_WHOM = r"(?P<whom>\p{Han}{2,24}?)"
_REACH = 48
_LENGTHS = (3, 2)
# What stands for an office beside its number: 政务中心窗口:0555-2345678.
_DESKS = ("窗口", "技术支持", "服务台")


class Asked(Record):
    """Who is to be asked: the rule that says so, and the person's name with its clean offsets; None of an office."""

    __slots__ = ("person", "rule")

    def __init__(self, rule: str, person: tuple[int, int, str] | None) -> None:
        self.rule = rule
        self.person = person


class _Grammar(Record):
    """Who is asked behind or in front of a verb, an office beside a number, what a name may stand behind, and posts."""

    __slots__ = ("asked", "beside", "front", "post", "rule")

    def __init__(
        self,
        rule: str,
        asked: regex.Pattern[str],
        beside: regex.Pattern[str],
        front: regex.Pattern[str],
        post: regex.Pattern[str],
    ) -> None:
        self.rule = rule
        self.asked = asked
        self.beside = beside
        self.front = front
        self.post = post


@cache
def _grammar(rules: RuleSet) -> _Grammar:
    of_part = {
        part: [word for rule in rules.of(ContactRule) if rule.part == part for word in rule.words]
        for part in ("asking", "post", "unit")
    }
    verb = "|".join(of_part["asking"]) or "(?!)"
    post = "|".join(of_part["post"]) or "(?!)"
    unit = alternatives([*of_part["unit"], *_DESKS])
    return _Grammar(
        next((rule.id for rule in rules.of(ContactRule) if rule.part == "asking"), ""),
        lazy_pattern(rf"(?:(?:{verb}){_WHOM}|[与和同向]{_WHOM}(?:进行)?(?:{verb}))(?<!热线|方式){_BETWEEN}"),
        lazy_pattern(rf"(?<!\p{{Han}})(?P<whom>\p{{Han}}{{1,23}}(?:{unit}))(?=[ \t:(]|{_TELEPHONE}|$){_BETWEEN}"),
        lazy_pattern(rf".*(?:{unit}|{post})$|"),
        lazy_pattern(rf"(?:{post})+$"),
    )


def asked(text: CleanText, begin: int, rules: RuleSet) -> Asked | None:
    """Who stands right before the number or label that begins at `begin` in its line; None where nobody does.

    Behind or in front of a verb of asking it is whoever that is (请联系苏晓, 与县水利局联系); elsewhere only an office.
    """
    words = text.text
    first = words.rfind("\n", max(0, begin - _REACH), begin) + 1 or max(0, begin - _REACH)
    grammar = _grammar(rules)
    if found := grammar.asked.search(words, first, begin):
        person = _person(found["whom"], found.start("whom"), rules)
        return Asked(grammar.rule, person) if person or grammar.front.fullmatch(found["whom"]) else None
    return Asked(grammar.rule, None) if grammar.beside.search(words, first, begin) else None


def _person(whom: str, start: int, rules: RuleSet) -> tuple[int, int, str] | None:
    """The name in who is asked, behind an office and in front of a post; of 王老师 the post is part.

    None where only an office is named.
    """
    grammar, names = _grammar(rules), name_grammar(rules)
    found = grammar.post.search(whom)
    named = whom[: found.start()] if found else whom
    if not named or names.unit.fullmatch(named):
        return None
    lengths = (4, *_LENGTHS) if named[-4:-2] in names.compound else _LENGTHS
    for length in lengths:
        name, front = named[-length:], named[:-length]
        is_name = len(name) == length and (may_be_person(name) or name[:2] in names.compound)
        if is_name and grammar.front.fullmatch(front):
            return start + len(front), start + len(named), name
    if found and may_be_person(f"{named[-1]}某") and grammar.front.fullmatch(named[:-1]):
        return start + len(named) - 1, start + len(whom), whom[len(named) - 1 :]
    return None
