"""A folder with one broken plan, and a way to run the program in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.cli.app import main

Run = Callable[..., int]

PLAN = """云溪县水务局
农村饮水安全工作方案
一、基本现状
全县有60个村没有水厂，有20个村具备建厂条件，其他45个村不具备条件。
二、目标任务
2031年底前新建水厂3座，发放贷款5-10万元。
三、时间安排
2031年2月30日前完成100%的选址。
四、推进措施
加强管理。
责任人：何川
责任科室：规划科
联系人：周宁
联系电话：0718-5550137
2031年1月5日
"""
CLEAN = (
    PLAN.replace("45个", "40个")
    .replace("5-10万元", "8万元")
    .replace("2月30日", "2月28日")
    .replace("放贷款", "放年度贷款")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with `plan.txt` that has three findings and `clean.txt` that has none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check() -> Run:
    """Runs `planparse check` with arguments; returns the exit code."""
    return lambda *arguments: main(["check", *map(str, arguments)])
