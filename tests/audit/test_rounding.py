"""How finely numbers are stated, and what rounding excuses."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planparse.audit.amounts import number_step, same_noun
from planparse.pipeline import extract


@pytest.mark.parametrize(
    ("written", "size", "decimals"),
    [
        ("30公里", "1", False),
        ("1.5万亩", "1E+3", True),
        ("706 万吨", "1E+4", False),
        ("2亿元", "1E+8", False),
        ("3,500元", "1", False),
        ("15.9%", "0.1", True),
        ("三百户", "1", False),
    ],
)
def test_the_last_digit_written(written: str, size: str, decimals: bool) -> None:
    step = number_step(written)
    assert (step.size, step.decimals) == (Decimal(size), decimals)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("村", "村庄", True), ("贫困村", "村", True), ("村", "社区", False), ("", "村", False), ("水厂", "水塔", False)],
)
def test_same_noun(one: str, other: str, same: bool) -> None:
    assert same_noun(one, other) is same


@pytest.mark.parametrize(
    ("parts", "holds"),
    [
        # Most numbers have a digit behind the point: each may be off by half of it.
        (["20.2亿元", "12.3亿元", "4.5亿元", "3.3亿元"], True),
        (["20.6亿元", "12.3亿元", "4.5亿元", "3.3亿元"], False),
        # Few have: they are exact.
        (["44.5万元", "15.5万元", "18万元", "4万元", "7万元"], True),
        (["44.5万元", "15.6万元", "18万元", "4万元", "7万元"], False),
        # The total is stated more coarsely than its parts.
        (["7万人", "3.2万人", "3.9万人"], True),
        (["7万人", "3.2万人", "4.9万人"], False),
        (["706个", "450个", "256个"], True),
        (["706个", "450个", "257个"], False),
    ],
)
def test_sums(parts: list[str], holds: bool) -> None:
    total, *members = parts
    listed = "、".join(f"第{number}类{part}" for number, part in zip("甲乙丙丁", members, strict=False))
    (plan,) = extract(f"二、目标任务\n安排任务{total}，其中{listed}。\n").plans
    assert any(relation.holds for relation in plan.relations) is holds
