"""The family `tables`: what the words at the head of a table's column say that its cells hold."""

from typing import Annotated, Literal

from annotated_types import MinLen

from planparse.rules.schema import Rule

__all__ = ["ColumnMeaning", "TableRule"]

ColumnMeaning = Literal[
    "serial",
    "category",
    "indicator",
    "task",
    "place",
    "unit",
    "target",
    "amount",
    "baseline",
    "actual",
    "progress",
    "year",
    "rate",
    "total",
    "measure",
    "nature",
    "lead",
    "support",
    "responsible",
    "due",
    "person_in_charge",
    "contact_person",
    "phone",
    "note",
]


class TableRule(Rule):
    """Words that head a column, and what the column holds.

    `words` are patterns that fit the whole head without its brackets and blanks; `{time}` in them stands for a year, a
    span of years or a five-year plan, `{stretch}` for a part of a year (一季度, 1-9月份, 6月底). Where several rules
    fit, the first one counts. Of the meanings, `amount` is a value that takes its role from the head above it, `actual`
    what was reached of a target set earlier, `progress` what was reached so far, `rate` a yearly or cumulative change,
    `total` the sum of the year columns, `measure` an indicator of its own with values below it (as is every head with
    a unit in brackets), `nature` whether an indicator binds.
    """

    column: ColumnMeaning
    words: Annotated[tuple[str, ...], MinLen(1)]

    def expressions(self) -> tuple[str, ...]:
        return self.words
