"""What a check is, what it sees, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from pathlib import Path

    from planparse.checks.places import Places
    from planparse.checks.profiles import Profile
    from planparse.models import Document, Figure, Plan, Section

__all__ = ["SEVERITIES", "Check", "Finding", "Hit", "Language", "Saying", "Severity", "Subject"]

Severity = Literal["error", "warning", "info"]
Language = Literal["zh", "en"]
_NAME = regex.compile(r"\{[a-z_]+\}")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence in both languages, with `{names}` to fill in."""

    zh: str
    en: str

    def said(self, language: Language, values: Mapping[str, object]) -> str:
        """The sentence in `language`."""
        return (self.zh if language == "zh" else self.en).format(**values)

    def unfilled(self, language: Language) -> str:
        """The sentence with … where words would be filled in."""
        return _NAME.sub("…", self.zh if language == "zh" else self.en)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a check speaks: a half-open span of the text as read, and the words that its sentences are filled with."""

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """One plan of one document, as a check sees it. `text` is the text as read, into which all spans point."""

    document: Document
    plan: Plan
    text: str
    profile: Profile

    @property
    def title_span(self) -> tuple[int, int]:
        """The plan's first line with words: where findings about the plan as a whole are shown."""
        start, end = self.plan.span.start, self.plan.span.end
        while start < end and self.text[start].isspace():
            start += 1
        stop = self.text.find("\n", start, end)
        return start, len(self.text[: end if stop < 0 else stop].rstrip()) if start < end else start

    @property
    def stretch(self) -> tuple[int, int]:
        """The plan's part of the document: the first plan takes along what stands before it."""
        first = self.plan.id == self.document.plans[0].id
        return 0 if first else self.plan.span.start, self.plan.span.end

    @property
    def figures(self) -> list[Figure]:
        """Targets, baselines and parameters together."""
        return [*self.plan.targets, *self.plan.baselines, *self.plan.parameters]

    def sections(self, kind: str) -> list[Section]:
        """The sections of a kind, without those that stand inside another of the kind."""
        of_kind = [section for section in self.plan.sections if kind in section.kinds]
        ids = {section.id for section in of_kind}
        return [section for section in of_kind if section.parent not in ids]

    def diagnosed(self, code: str) -> Iterator[Hit]:
        """The document's diagnostics of that code in this plan, `quoted` and with their message."""
        start, end = self.stretch
        for diagnostic in self.document.diagnostics:
            span = diagnostic.span
            if diagnostic.code == code and span and start <= span.start < end:
                values = {"quoted": self.quote(span.start, span.end), "message": diagnostic.message}
                yield Hit(span.start, span.end, values)

    def quote(self, start: int, end: int) -> str:
        """The words of a span on one line."""
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its code and name, how grave its findings are, what it says and how to put it right.

    `find` yields its hits in one plan. `documentation` is the docstring of its module.
    """

    code: str
    name: str
    severity: Severity
    message: Saying
    fix: Saying
    find: Callable[[Subject], Iterator[Hit]]
    documentation: str = ""


@dataclass(frozen=True)
class Finding:
    """What a check found, with its place: lines and columns count characters from 1, ends are behind the last one."""

    check: Check
    severity: Severity
    path: Path
    plan: str
    department: str | None
    start: int
    end: int
    places: Places
    values: Mapping[str, object]

    @cached_property
    def line(self) -> int:
        """Line of the first character."""
        return self.places.position(self.start)[0]

    @cached_property
    def column(self) -> int:
        """Column of the first character."""
        return self.places.position(self.start)[1]

    @cached_property
    def stop(self) -> tuple[int, int]:
        """Line and column behind the last character."""
        return self.places.end_position(self.end)

    @property
    def page(self) -> int | None:
        """Page of the first character, where the format has pages."""
        return self.places.page(self.start)

    @property
    def quoted(self) -> str:
        """The words found, on one line."""
        return " ".join(self.places.text[self.start : self.end].split())

    def message(self, language: Language) -> str:
        """What is wrong."""
        return self.check.message.said(language, self.values)

    def fix(self, language: Language) -> str:
        """How to put it right."""
        return self.check.fix.said(language, self.values)
