"""What stands behind a contact's label, whether or not the extraction could make anything of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.checks.model import Subject

__all__ = ["unread_values"]

_LABELS = {
    "person": r"(?:主要|直接|分管|第一)?责\s*任\s*人|负\s*责\s*人|联\s*系\s*人",
    "phone": r"(?:联\s*系|办\s*公|固\s*定)?\s*电\s*话|手\s*机(?:号码)?|联\s*系\s*方\s*式",
}


def unread_values(subject: Subject, label: Literal["person", "phone"]) -> Iterator[tuple[int, int]]:
    """The spans behind the labels of a line of contacts that no contact of the document covers."""
    start, end = subject.stretch
    contacts = [(contact.span.start, contact.span.end) for contact in subject.plan.contacts]
    for match in _pattern(label).finditer(subject.text, pos=start, endpos=end):
        first, last = match.span("value")
        if not any(first < stop and begin < last for begin, stop in contacts):
            yield first, last


@cache
def _pattern(label: str) -> regex.Pattern[str]:
    """责任人：张某 联系电话：…, the value up to the next label; a label in running text has no colon."""
    value = r"[^\n，。；;：:]{1,40}?"
    end = r"(?=[ \t]*(?:$|[，。；;]|\S{2,6}[:：]))"
    return regex.compile(rf"(?m)(?:{_LABELS[label]})\s*[:：][ \t]*+(?P<value>{value}){end}")
