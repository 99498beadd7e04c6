from __future__ import annotations

from typing import Any

import pytest

from planparse.evaluation.agreement import same_due, same_indicator, same_per, same_quantity, same_time
from planparse.evaluation.gold import GoldItem
from planparse.models import Due, Figure, Quantity, Span, Time

PLACE = Span(start=0, end=1)


def gold(**fields: Any) -> GoldItem:
    return GoldItem(0, 1, fields)


def figure(indicator: str | None = None, due: dict[str, str] | None = None, **quantity: Any) -> Figure:
    return Figure(
        id="p1.t1",
        indicator=indicator,
        quantity=Quantity(text="…", span=PLACE, **quantity),
        due=Due(text="…", span=PLACE, **due) if due else None,
        clause="…",
        span=PLACE,
        rule="quantity/measure",
    )


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ({"value": 70, "unit": "%", "op": "="}, {"value": 70, "unit": "%"}, True),
        ({"value": 70, "unit": "％", "op": "="}, {"value": 70.0, "unit": "%"}, True),
        ({"value": "1/3", "unit": "比例", "op": "="}, {"value": 1 / 3, "unit": ""}, True),
        ({"value": 70, "unit": "%", "op": ">="}, {"value": 70, "unit": "%"}, False),
        ({"value": 70, "unit": "%", "op": ">=", "op_alt": ["="]}, {"value": 70, "unit": "%"}, True),
        ({"value": 70, "unit": "个", "unit_alt": ["处"], "op": "="}, {"value": 70, "unit": "处"}, True),
        ({"value": 70, "unit": "个", "op": "="}, {"value": 71, "unit": "个"}, False),
        ({"value": None, "unit": "比例", "op": "="}, {"value": None, "unit": "比例"}, True),
        ({"value": 70, "unit": "个", "op": "="}, {"value": None, "unit": "个"}, False),
        ({"min": 3, "max": 5, "unit": "个", "op": "range"}, {"min": 3, "max": 5, "unit": "个", "op": "range"}, True),
        ({"min": 3, "max": 5, "unit": "个", "op": "range"}, {"min": 3, "max": 6, "unit": "个", "op": "range"}, False),
    ],
)
def test_quantities(wanted: dict[str, Any], said: dict[str, Any], same: bool) -> None:
    assert same_quantity(gold(**wanted), figure(**said)) is same


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ({"per": ["村", "年"]}, ["年", "村"], True),
        ({"per": []}, ["年"], False),
        ({}, [], True),
        ({"per": [], "per_alt": ["年"]}, ["年"], True),
        ({"per": [], "per_alt": [["年"], ["月"]]}, ["月"], True),
    ],
)
def test_per(wanted: dict[str, Any], said: list[str], same: bool) -> None:
    assert same_per(gold(**wanted), figure(per=said)) is same


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ({"indicator": "改造管网"}, "改造 管网", True),
        ({"indicator": "改造老旧管网"}, "老旧管网", True),
        ({"indicator": "管网"}, "改造城区老旧管网", True),
        ({"indicator": "管网"}, "年内改造城区全部老旧的供水管网", False),
        ({"indicator": "水厂"}, "医院", False),
        ({"indicator": "水厂", "indicator_alt": ["医院"]}, "医院", True),
        ({"indicator": "水厂"}, None, False),
    ],
)
def test_indicators(wanted: dict[str, Any], said: str | None, same: bool) -> None:
    assert same_indicator(gold(**wanted), figure(said)) is same


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ({"due": None}, None, True),
        ({"due": None}, {"end": "2031-12-31"}, False),
        ({"due": {"end": "2031-12-31"}}, None, False),
        ({"due": {"end": "2031-12-31"}}, {"start": "2031-01-01", "end": "2031-12-31"}, True),
        ({"due": {"start": "2031-07-01", "end": "2031-12-31"}}, {"start": "2031-01-01", "end": "2031-12-31"}, False),
        ({"due": {"end": "2031-12-31", "alt_end": "2030-12-31"}}, {"end": "2030-12-31"}, True),
        ({"due": {"start": "2031-07-01", "end": None}}, {"start": "2031-07-01"}, True),
        ({"due": {"end": "2031-12-31"}, "due_alt": None}, None, True),
    ],
)
def test_dues(wanted: dict[str, Any], said: dict[str, str] | None, same: bool) -> None:
    assert same_due(gold(**wanted), figure(due=said)) is same


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        (
            {"kind": "deadline", "end": "2031-12-31"},
            {"kind": "period", "start": "2031-01-01", "end": "2031-12-31"},
            True,
        ),
        (
            {"kind": "period", "start": "2031-07-01", "end": "2031-12-31"},
            {"kind": "deadline", "end": "2031-12-31"},
            False,
        ),
        (
            {"kind": "deadline", "end": "2031-12-31", "alt_end": "2030-12-31"},
            {"kind": "deadline", "end": "2030-12-31"},
            True,
        ),
        ({"kind": "recurring", "every": "year"}, {"kind": "recurring", "every": "year"}, True),
        ({"kind": "recurring", "every": "year"}, {"kind": "recurring", "every": "month"}, False),
        ({"kind": "duration", "duration": "P3Y"}, {"kind": "duration", "duration": "P3Y"}, True),
        ({"kind": "duration"}, {"kind": "duration", "duration": "P1M"}, True),
        ({"kind": "duration"}, {"kind": "date", "end": "2031-01-01"}, False),
    ],
)
def test_times(wanted: dict[str, Any], said: dict[str, Any], same: bool) -> None:
    time = Time(id="p1.x1", text="…", span=PLACE, rule="time/year", **said)
    assert same_time(gold(**wanted), time) is same
