"""The terminal table: amounts as one reads them, columns that align in display cells."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from planparse.cli import paging
from planparse.errors import UsageError
from planparse.export import FORMATS
from planparse.export.amounts import amount
from planparse.export.table import show, write
from planparse.models import Quantity, Span

if TYPE_CHECKING:
    from planparse.models import Document

AMOUNTS = [
    ({"value": 70, "unit": "%", "op": ">="}, "≥70%"),
    ({"value": 26000, "unit": "人"}, "26,000 人"),
    ({"value": 4500000, "unit": "元"}, "450 万元"),
    ({"value": 250000000, "unit": "元"}, "2.5 亿元"),
    ({"value": 54.056, "unit": "公里"}, "54.056 公里"),
    ({"value": 123456.7, "unit": "吨"}, "12.34567 万吨"),
    ({"min": 50000, "max": 100000, "unit": "元", "op": "range"}, "50,000–100,000 元"),
    ({"value": 2, "unit": "座", "op": ">=", "per": ["村", "年"]}, "≥2 座/村·年"),
    ({"text": "8:1:1", "unit": "比例"}, "8:1:1"),
    ({"text": "三分之二", "unit": "比例", "value": 0.6666666666666666, "op": ">="}, "≥三分之二"),
]


@pytest.mark.parametrize(("fields", "shown"), AMOUNTS)
def test_amounts(fields: dict[str, object], shown: str) -> None:
    quantity = Quantity.model_validate({"text": "…", "span": Span(start=0, end=1), **fields})
    assert amount(quantity) == shown


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(yunling: Document, width: int) -> None:
    console = Console(file=io.StringIO(), width=width, color_system="truecolor", force_terminal=True)
    with console.capture() as capture:
        show(yunling, console)
    plain = Console(file=io.StringIO(), width=width)
    with plain.capture() as uncoloured:
        show(yunling, plain)
    assert "\x1b[32m" in capture.get()
    assert max(cell_len(line) for line in uncoloured.get().splitlines()) <= width


def test_a_file_has_no_colours(yunling: Document) -> None:
    stream = io.BytesIO()
    write([yunling], stream)
    written = stream.getvalue().decode()
    assert "\x1b" not in written
    for plan in yunling.plans:
        assert plan.department is None or plan.department in written


def test_markup_in_a_plan_is_shown_as_it_is(hostile: Document) -> None:
    stream = io.BytesIO()
    write([hostile], stream)
    assert "<script" in stream.getvalue().decode()


def test_columns_are_chosen_by_name_and_order(yunling: Document) -> None:
    stream = io.BytesIO()
    FORMATS["table"].write([yunling], stream, columns=["rule", "value"])
    written = stream.getvalue().decode()
    assert re.search(r"quantity/percent +31\.2% → 35%", written)
    assert "示范苗圃" not in written


def test_an_unknown_column_is_named_with_the_known_ones(yunling: Document) -> None:
    with pytest.raises(UsageError, match=r"no column 'colour'.*indicator"):
        FORMATS["table"].write([yunling], io.BytesIO(), columns=["colour"])


@pytest.mark.parametrize(("format_name", "option"), [("csv", "columns"), ("json", "table"), ("xlsx", "table")])
def test_choices_that_a_format_does_not_have_are_refused(format_name: str, option: str) -> None:
    chosen: dict[str, Any] = {option: "targets"}
    with pytest.raises(UsageError, match=f"--{option} has no meaning for {format_name}"):
        FORMATS[format_name].write([], io.BytesIO(), **chosen)


@pytest.mark.parametrize(("height", "wanted", "paged"), [(10, True, True), (10, False, False), (500, True, False)])
def test_only_a_long_table_is_paged(
    height: int, wanted: bool, paged: bool, yunling: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("pydoc.pager", seen.append)
    monkeypatch.delenv("LESS", raising=False)
    screen = io.StringIO()
    console = Console(file=screen, width=100, height=height, force_terminal=True, color_system="truecolor")
    paging.show(yunling, None, wanted, console)
    assert bool(seen) is paged
    shown = "".join(seen) if paged else screen.getvalue()
    assert shown.count("示范苗圃") == 1
    assert "\x1b[32m" in shown
