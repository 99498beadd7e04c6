"""A goal uses a vague word where a number is required (一批, 若干, 大幅).

The words are the profile's (`vague`). A clause that gives a number besides is precise enough, and slogans in quotation
marks (“搬迁一批、帮扶一批”) are left alone.

Fix: put the number.

Fails:

    二、目标任务
    建成一批示范村。

Passes:

    二、目标任务
    建成示范村12个。
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAUSE = regex.compile(r"[^，,；;。\n]++")


def find(subject: Subject) -> Iterator[Hit]:
    """Vague words in the clauses of goal sections that have no digit."""
    pattern = _pattern(subject.profile.vague)
    for section in subject.sections("goal") if pattern else ():
        for clause in CLAUSE.finditer(subject.text, section.heading_span.end, section.span.end):
            if pattern and not any(char.isdigit() for char in clause.group()):
                for match in pattern.finditer(subject.text, clause.start(), clause.end()):
                    if not _in_quotes(subject.text, match.start()):
                        yield Hit(match.start(), match.end(), {"quoted": match.group()})


def _in_quotes(text: str, offset: int) -> bool:
    line = text.rfind("\n", 0, offset) + 1
    return text.count("“", line, offset) > text.count("”", line, offset)


@cache
def _pattern(words: tuple[str, ...]) -> regex.Pattern[str] | None:
    if not words:
        return None
    return regex.compile("(?<![第首每])(?:" + "|".join(map(regex.escape, sorted(words, key=len, reverse=True))) + ")")


CHECK = Check(
    code="PP204",
    name="vague-quantity",
    severity="warning",
    message=Saying("“{quoted}”不是数量", "{quoted} is no number"),
    fix=Saying("写出具体数字", "put the number"),
    find=find,
)
