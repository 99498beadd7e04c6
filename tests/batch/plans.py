"""Invented plans, as many as wanted, each a little different."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """松溪县{name}局{year}年{work}工作方案
一、工作目标
到{year}年底，全县完成{work}{count}处，投入资金{money}万元，覆盖率达到{share}%以上。
二、工作措施
{year}年{month}月底前，各乡镇上报计划；每季度通报一次进度。由县{name}局牵头，县财政局、县审计局配合。
责任人：林某某
联系电话：0599-12345{count:02}
"""


def plan_text(number: int) -> str:
    """The plan of that number; the same number gives the same plan."""
    names, works = ("水利", "教育", "民政", "交通"), ("危桥改造", "校舍加固", "敬老院修缮", "村道硬化", "水库清淤")
    return TEXT.format(
        name=names[number % 4],
        work=works[number % 5],
        year=2020 + number % 7,
        month=1 + number % 12,
        count=3 + number % 90,
        money=120 + number,
        share=60 + number % 40,
    )


def write_plans(folder: Path, count: int) -> Path:
    """So many plans in folders of a hundred; returns the folder."""
    for number in range(count):
        path = folder / f"{number // 100:03}" / f"方案{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plan_text(number), "utf-8")
    return folder
