"""`Outline`: where each plan and each section of a clean text begins and ends. Offsets are into `CleanText.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Outline", "PlanOutline", "SectionOutline"]


class SectionOutline(NamedTuple):
    """A heading and its stretch. `parent` is an index into the plan's sections, None at the top.

    `head_start:head_end` is the heading as it stands (number and words); `run_in` when text follows it in its own
    paragraph (`（一）坚持统筹。各部门…`). `start:end` is heading and body, sub-sections included.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    title: str
    level: int
    kinds: tuple[str, ...]
    parent: int | None = None
    implicit: bool = False
    run_in: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PlanOutline:
    """A plan's stretch, its own words about itself (ISO date), and its sections in reading order.

    `year` is the one year that the title names (`2022年行动计划`), which governs month-only dates; `period` the first
    and last year that the title names (`（2021—2023年）`, `“十四五”…规划`).
    """

    start: int
    end: int
    department: str | None
    title: str | None
    date: str | None
    sections: tuple[SectionOutline, ...] = ()
    year: int | None = None
    period: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The plans of a document and what its front matter says: title, issuer, 发文字号, ISO date."""

    plans: tuple[PlanOutline, ...]
    title: str | None = None
    issuer: str | None = None
    doc_number: str | None = None
    date: str | None = None
