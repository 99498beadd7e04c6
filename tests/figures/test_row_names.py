"""Names of rows of a table that are run into a line of text. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse
from planparse.figures.row_names import may_be_row, row_name
from planparse.mentions.units import unit_table
from planparse.rules import load_rules

UNITS = unit_table(load_rules()).by_word


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("4雨水收集率", "雨水收集率"),
        ("风电装机(万千瓦)12.5 80 163", "风电装机"),
        ("道路密度(公里/平方公里)", "道路密度"),
        ("绿地率(%)", "绿地率"),
        ("11供水漏损率(%)下游城市", "供水漏损率"),
        ("农膜回收率预期性", "农膜回收率"),
        ("约束性农膜回收率", "农膜回收率"),
        ("水电694 713", "水电"),
        ("湿地保护率%52.5", "湿地保护率"),
        ("线损率-5.7%", "线损率"),
        ("村庄数量-", "村庄数量"),
        ("、上游企业", "上游企业"),
        ("[", ""),
        ("-16%", ""),
        ("120/", ""),
        # what belongs to a name
        ("90后创业者占比", "90后创业者占比"),
        ("国家级生态乡(镇)", "国家级生态乡(镇)"),
        ("细颗粒物(PM2.5)", "细颗粒物(PM2.5)"),
        ("PM10", "PM10"),
        ("5G基站", "5G基站"),
        ("生物多样性", "生物多样性"),
        ("约束性指标", "约束性指标"),
    ],
)
def test_the_name_alone_is_left(phrase: str, name: str) -> None:
    assert row_name(phrase, begins_line=True, units=UNITS) == name


def test_the_number_of_the_next_row_counts_nothing() -> None:
    text = "某市规划\n一、主要指标\n4 污水收集率（%） ≥70%，或较2030年提高5个百分点以上\n5 污泥处置率（%） ≥90%\n"
    plan = planparse.extract(text).plans[0]
    figures = sorted((*plan.targets, *plan.baselines), key=lambda figure: figure.quantity.span.start)
    assert [one.indicator for one in figures] == ["污水收集率", "污水收集率", "污泥处置率"]


def test_only_at_the_beginning_of_a_line_is_a_number_that_of_a_row() -> None:
    assert row_name("4雨水收集率", begins_line=False, units=UNITS) == "4雨水收集率"


def test_most_phrases_are_not_looked_at() -> None:
    assert not may_be_row("雨水收集率")
    assert may_be_row("4雨水收集率")
    assert may_be_row("雨水收集率(%)")


def test_what_the_last_column_says_of_a_value_is_not_counted() -> None:
    text = "某市规划\n一、主要指标\n7 农膜回收率 82% 85% 完成\n8 整治村庄数量 1500个 1620个 完成\n9 雨水率 70% 约束性\n"
    plan = planparse.extract(text).plans[0]
    figures = sorted((*plan.targets, *plan.baselines), key=lambda figure: figure.quantity.span.start)
    assert [one.indicator for one in figures] == ["农膜回收率"] * 2 + ["整治村庄数量"] * 2 + ["雨水率"]
