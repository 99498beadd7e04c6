"""What extraction does grows with the text and no faster, counted in calls; times are the benchmark's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from planparse.pipeline import extract

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "health.txt"
HEAD = "青禾镇2031年农村饮水安全工作方案\n一、工作目标\n"
HOSTILE = {
    "digits": "0123456789",
    "numerals": "一",
    "years": "年",
    "opening brackets": "（",
    "brackets": "()",
    "dates": "2031年1月1日",
    "months": "2031年3月",
    "amounts": "3亿元",
    "amounts in a row": "3万元、",
    "percentages": "1%",
    "by": "由",
    "units": "县",
    "headings": "一、总体要求\n",
    "labels": "责任人：",
    "telephones": "电话0555-2345678",
    "names": "张三、",
    "quotation marks": "“",
    "blanks": " ",
    "line ends": "\n",
    "assignments": "由县水利局负责，",
    "plans": "县水利局\n工作方案\n一、目标\n完成3处。\n",
    "plans by their titles": "县水利局方案\n一、目标\n完成3处。\n县民政局方案\n一、目标\n改造3处。\n",
    "titles of no plan": "县水利局方案\n",
    "titles in one line with their text": "清渠方案为修渠道,制定本方案。\n",
    "letters": "县水利局关于印发方案的通知\n各县:\n完成3处。\n",
    "letters that state nothing": "县水利局关于印发方案的通知\n各县:\n",
    "first numbers of collections": "清渠方案1\n一、目标\n",
}


def calls(text: str) -> int:
    """The calls that extraction makes, of Python's functions and of C's."""
    extract(text)
    counted = 0

    def count(_frame: object, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    words = HOSTILE[name]
    short, long = (calls(HEAD + (words * length)[:length]) for length in (1500, 3000))
    assert long <= 2.15 * short + 1000


@pytest.mark.parametrize("name", ["health", "three-year", "compendium"])
def test_another_plan_in_the_file_is_no_more_work(name: str) -> None:
    """However many plans and tables stand in front of it."""
    plan = SAMPLE.with_stem(name).read_text(encoding="utf-8")
    few, some, many = (calls(plan * times) for times in (4, 8, 16))
    assert many - some <= 2.001 * (some - few)


def test_a_plan_is_read_in_few_calls() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert calls(text) <= 14 * len(text)
