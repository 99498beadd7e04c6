"""The JSON of planparse: pydantic models of every output, and nothing else.

`Document` is what `planparse extract` writes. Additions are free within `schema_version` 1; renaming or removing is
not. Spans are half-open character offsets `[start, end)` into the text as read, so that `text[start:end]` gives back
what the reader sees. Numbers are exact: integral values are ints, others floats whose shortest form is the value
written (54.056 stays 54.056).
"""

from functools import partial
from operator import is_
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny
from pydantic.dataclasses import dataclass

__all__ = [
    "Assignment",
    "Contact",
    "Diagnostic",
    "Document",
    "Due",
    "Figure",
    "Metadata",
    "Number",
    "PlacedSpan",
    "Plan",
    "Quantity",
    "Relation",
    "Section",
    "Source",
    "Span",
    "Time",
]

SCHEMA_VERSION: Final = "1"

# Written as what it is: to try first whether a float is an int would take four times as long.
Number = Annotated[int | float, SerializeAsAny()]
Op = Literal["=", ">=", ">", "<=", "<", "~", "range"]
Kind = Literal[
    "status",
    "goal",
    "schedule",
    "measures",
    "responsibility",
    "safeguards",
    "guidance",
    "funding",
    "attachment",
    "other",
]
TimeKind = Literal["date", "period", "deadline", "recurring", "duration"]
ContactRole = Literal["person_in_charge", "unit_in_charge", "contact_person", "phone"]
AssignmentRole = Literal["lead", "support", "responsible"]
Severity = Literal["error", "warning", "info"]


# Asked four times for each span, which is quicker without a Python function.
_absent = partial(is_, None)


# pydantic reads the signature of a default's maker, which takes a Python function a tenth of the time of `list`.
def _nothing() -> list[Any]:
    return []


# Validators are built for what is made by itself: a plan's brings those of all that stands in it.
_CLOSED = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True, defer_build=True)


class Model(BaseModel):
    """Base of all but spans: closed to unknown keys, immutable once made."""

    model_config = ConfigDict(**_CLOSED, frozen=True)


# Every second object of a document is a span: with slots it takes a fifth of the memory of a model.
@dataclass(frozen=True, slots=True, config=_CLOSED)
class Span:
    """A stretch of the text as read: character offsets, half-open. What only a `PlacedSpan` tells is None here."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: ClassVar[int | None] = None
    block: ClassVar[int | None] = None
    cell: ClassVar[str | None] = None
    box: ClassVar[tuple[float, float, float, float] | None] = None


@dataclass(frozen=True, slots=True, config=_CLOSED)
class PlacedSpan(Span):
    """A span of a format that has pages, blocks or cells.

    `page` counts from 1 (pdf, ofd); `block` numbers paragraphs and cells in reading order (docx, html, xlsx); `cell` is
    the address inside a table (`"B3"`); `box` is `[left, top, right, bottom]` in points from the page's top left
    corner. What the format has not is absent.
    """

    page: int | None = Field(default=None, exclude_if=_absent)  # type: ignore[misc]
    block: int | None = Field(default=None, exclude_if=_absent)  # type: ignore[misc]
    cell: str | None = Field(default=None, exclude_if=_absent)  # type: ignore[misc]
    box: tuple[float, float, float, float] | None = Field(default=None, exclude_if=_absent)  # type: ignore[misc]


# The first that fits is taken: most documents are plain text, and four absent fields would cost as much as the rest.
# Each span is written as what it is: to try which of the two fits would make a dictionary of it first.
AnySpan = Annotated[Span | PlacedSpan, Field(union_mode="left_to_right"), SerializeAsAny()]


class Quantity(Model):
    """An amount: numeral and unit as written (`text`), its value with 万/亿 multiplied in, and how it is compared.

    A range has `min` and `max` and no `value`; a ratio (`8:1:1`) has none of the three. `per` is what it is counted per
    (`["村", "年"]`). `base_value`/`base_unit` convert where the unit is known (亩 → m², % → 1), null for counters.
    """

    text: str
    span: AnySpan
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    unit: str = ""
    op: Op = "="
    op_text: str | None = None
    per: list[str] = Field(default_factory=_nothing)
    base_value: Number | None = None
    base_unit: str | None = None


class Due(Model):
    """The time by which, or in which, a target is to be reached. Dates are ISO 8601, both inclusive."""

    text: str
    span: AnySpan
    start: str | None = None
    end: str | None = None
    alt_end: str | None = None


class Figure(Model):
    """A quantity and what the plan says with it. The list it stands in (targets, baselines, parameters) is its role.

    `rule` found the quantity; `role_rule` decided its role, null where the section's kind or a table's column did.
    `nature` is what a table of indicators says of it (属性): binding (约束性), expected (预期性) or guiding (指导性).
    """

    id: str
    indicator: str | None = None
    action: str | None = None
    quantity: Quantity
    change: Literal["to", "by", "times"] | None = None
    previous: Quantity | None = None
    due: Due | None = None
    every: str | None = None
    responsible: list[str] = Field(default_factory=_nothing)
    clause: str
    span: AnySpan
    section: str | None = None
    rule: str
    role_rule: str | None = None
    nature: Literal["binding", "expected", "guiding"] | None = Field(default=None, exclude_if=_absent)


class Time(Model):
    """An expression that names a point, a stretch or a rhythm of calendar time.

    `start`/`end` are ISO dates, inclusive; `duration` is ISO 8601 (`P3Y`); `every` is year, half-year, quarter, month,
    half-month, week, day or an ISO duration. `alt_end` is the other reading of `2020年前`.
    """

    id: str
    text: str
    kind: TimeKind
    start: str | None = None
    end: str | None = None
    alt_end: str | None = None
    duration: str | None = None
    every: str | None = None
    span: AnySpan
    section: str | None = None
    rule: str


class Contact(Model):
    """A person, unit or telephone number that answers for the plan; `person` is whom a telephone stands beside."""

    role: ContactRole
    value: str
    label: str | None = None
    person: str | None = None
    span: AnySpan
    section: str | None = None
    rule: str


class Assignment(Model):
    """A unit made answerable for a piece of work in running text."""

    role: AssignmentRole
    unit: str
    span: AnySpan
    section: str | None = None
    rule: str


class Section(Model):
    """A heading and what stands under it. `level` 1 is 一、, 2 （一）, 3 1., 4 （1）; `parent` is the id above."""

    id: str
    heading: str
    title: str
    level: int = Field(ge=1)
    parent: str | None = None
    kinds: list[Kind]
    implicit: bool = False
    heading_span: AnySpan
    span: AnySpan


class Relation(Model):
    """What the figures say of each other, and whether it holds."""

    kind: Literal["sum", "share", "product", "growth"]
    total: str | None = None
    parts: list[str]
    stated: Number | None = None
    computed: Number | None = None
    holds: bool
    span: AnySpan


class Plan(Model):
    """One plan of the document: a department's 工作方案 inside a compendium, or the whole of a single one."""

    id: str
    department: str | None = None
    title: str | None = None
    date: str | None = None
    span: AnySpan
    sections: list[Section] = Field(default_factory=_nothing)
    targets: list[Figure] = Field(default_factory=_nothing)
    baselines: list[Figure] = Field(default_factory=_nothing)
    parameters: list[Figure] = Field(default_factory=_nothing)
    times: list[Time] = Field(default_factory=_nothing)
    contacts: list[Contact] = Field(default_factory=_nothing)
    assignments: list[Assignment] = Field(default_factory=_nothing)
    relations: list[Relation] = Field(default_factory=_nothing)


PLAN_LISTS: Final = tuple(Plan.model_fields)[tuple(Plan.model_fields).index("sections") :]
"""The fields of a plan that are lists; they stand last."""


class Diagnostic(Model):
    """What could not be understood, or does not add up: a code, a sentence, and its place."""

    code: str
    severity: Severity
    message: str
    plan: str | None = None
    span: AnySpan | None = None


class Source(Model):
    """Where the text came from. `text` is written only on request (`--with-text`)."""

    path: str | None = None
    format: str
    encoding: str | None = None
    sha256: str
    chars: int
    text: str | None = Field(default=None, exclude_if=_absent)


class Metadata(Model):
    """What the document says of itself: title, issuing body, 发文字号, 成文日期."""

    title: str | None = None
    issuer: str | None = None
    doc_number: str | None = None
    date: str | None = None


class Document(Model):
    """Everything read from one document."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    metadata: Metadata
    plans: list[Plan]
    diagnostics: list[Diagnostic] = Field(default_factory=_nothing)
