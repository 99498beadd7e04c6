from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from planparse.export import FORMATS, rows
from planparse.export.tables import TABLES, column_names

if TYPE_CHECKING:
    from planparse.models import Document


@pytest.mark.parametrize("table", TABLES)
def test_every_value_comes_back_typed(table: str, yunling: Document, hostile: Document) -> None:
    stream = BytesIO()
    FORMATS["parquet"].write([yunling, hostile], stream, table=table)
    read = pq.read_table(BytesIO(stream.getvalue()))
    assert tuple(read.column_names) == column_names(table)
    expected = [row for document in (yunling, hostile) for row in rows.table_rows(table, document)]
    for have, want in zip(read.to_pylist(), expected, strict=True):
        for column in TABLES[table]:
            value = want[column.name]
            if value is not None and column.type == "number":
                assert have[column.name] == Decimal(str(value))
            elif value is not None and column.type == "date":
                assert have[column.name] == date.fromisoformat(str(value))
            else:
                assert have[column.name] == value


def test_types_do_not_depend_on_the_rows() -> None:
    stream = BytesIO()
    FORMATS["parquet"].write([], stream)
    fields = pq.read_schema(BytesIO(stream.getvalue()))
    assert fields.field("value").type == pa.decimal128(38, 18)
    assert fields.field("due_end").type == pa.date32()
    assert fields.field("span_start").type == pa.int64()


def test_a_folder_holds_every_table(yunling: Document, tmp_path: Path) -> None:
    FORMATS["parquet"].write([yunling], tmp_path / "tables")
    assert {file.name for file in (tmp_path / "tables").iterdir()} == {f"{name}.parquet" for name in TABLES}


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (1 / 3, Decimal("0.3333333333333333")),
        (99_999_999_999_999_999_999, Decimal("99999999999999999999")),
        (10**20, None),
    ],
)
def test_numbers_keep_their_digits_or_are_null(value: float, stored: Decimal | None, yunling: Document) -> None:
    plan = yunling.plans[1]
    figure = plan.targets[0]
    changed = figure.model_copy(update={"quantity": figure.quantity.model_copy(update={"value": value})})
    document = yunling.model_copy(update={"plans": [plan.model_copy(update={"targets": [changed]})]})
    stream = BytesIO()
    FORMATS["parquet"].write([document], stream)
    assert pq.read_table(BytesIO(stream.getvalue())).column("value").to_pylist() == [stored]
