from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planparse.export import rows
from planparse.export.tables import TABLES, column_names

if TYPE_CHECKING:
    from planparse.models import Document


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_the_columns_of_its_table_in_order(table: str, yunling: Document, hostile: Document) -> None:
    made = [row for document in (yunling, hostile) for row in rows.table_rows(table, document)]
    assert made
    for row in made:
        assert tuple(row) == column_names(table)
        assert all(value is None or isinstance(value, str | int | float | bool) for value in row.values())


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("plans", 2),
        ("sections", 7),
        ("targets", 14),
        ("times", 12),
        ("contacts", 6),
        ("assignments", 5),
        ("relations", 1),
        ("diagnostics", 2),
    ],
)
def test_one_row_per_item(table: str, count: int, yunling: Document) -> None:
    assert len(list(rows.table_rows(table, yunling))) == count


def test_a_target_says_what_how_much_until_when_and_where(yunling: Document) -> None:
    assert yunling.source.text
    row = next(row for row in rows.targets(yunling) if row["id"] == "p1.t5")
    assert (row["role"], row["indicator"], row["value"], row["unit"], row["change"]) == (
        "target",
        "森林覆盖率",
        35,
        "%",
        "to",
    )
    assert (row["previous_value"], row["previous_unit"]) == (31.2, "%")
    assert (row["due"], row["due_start"], row["due_end"]) == ("2024年底", None, "2024-12-31")
    assert (row["document"], row["plan"], row["department"]) == ("plans/yunling.txt", "p1", "云岭县林业局")
    assert (row["section"], row["heading"]) == ("p1.s2", "二、任务目标")
    start, end = row["span_start"], row["span_end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert yunling.source.text[start:end] == row["text"]


def test_all_roles_stand_in_one_table_in_the_order_of_the_text(yunling: Document) -> None:
    made = [row for row in rows.targets(yunling) if row["plan"] == "p1"]
    assert {row["role"] for row in made} == {"target", "baseline", "parameter"}
    starts = [row["span_start"] for row in made]
    assert starts == sorted(starts, key=lambda start: start if isinstance(start, int) else -1)


def test_lists_are_joined_and_empty_ones_are_none(yunling: Document) -> None:
    by_id = {row["id"]: row for row in rows.targets(yunling)}
    assert by_id["p2.t1"]["responsible"] == "县水务局、县卫生健康局"
    assert by_id["p1.t2"]["responsible"] is None
    assert by_id["p1.q1"]["per"] == "个"


def test_a_document_without_a_path_is_named_by_its_hash(yunling: Document) -> None:
    nameless = yunling.model_copy(update={"source": yunling.source.model_copy(update={"path": None})})
    assert {row["document"] for row in rows.times(nameless)} == {yunling.source.sha256}


def test_a_diagnostic_names_the_department_of_its_plan(yunling: Document) -> None:
    first, second = rows.diagnostics(yunling)
    assert (first["code"], first["department"]) == ("impossible-date", "云岭县林业局")
    assert (second["span_start"], second["span_end"]) == (None, None)
