"""Lines that are dates of issue, and the years that titles name."""

from __future__ import annotations

import pytest

from planparse.outline.dates import is_papers_name, names_year_of_funds, read_date_line, read_month_line, title_years


@pytest.mark.parametrize(
    ("words", "iso", "issuer"),
    [
        ("2023年8月25日", "2023-08-25", None),
        ("(2018年6月12日)", "2018-06-12", None),
        ("二〇二一年二月二十六日", "2021-02-26", None),
        ("二○一九年十月十日", "2019-10-10", None),
        ("青河县水利局\t2019年4月17日", "2019-04-17", "青河县水利局"),
        ("青河县水利局(2019年4月17日)", "2019-04-17", "青河县水利局"),
        ("2016年3月22月", None, None),
        ("2022年3月32日", None, None),
        ("2021年2月29日", None, None),
    ],
)
def test_a_line_that_is_a_date(words: str, iso: str | None, issuer: str | None) -> None:
    dated = read_date_line(words)
    assert dated is not None
    assert (dated.iso, dated.issuer) == (iso, issuer)


@pytest.mark.parametrize(
    "words",
    [
        "青河县水利局办公室 2021年4月16日印发",
        "公开方式 主动公开 生成日期 2021-04-16",
        "发布机构 青河县水利局 发文日期 2021-04-16",
        "2021年3月",
        "2021年3月15日起施行",
        "到2021年3月15日",
        "1、2021年",
        "3月15日",
        "(一)动员部署(2031年1月10日)",
        "动员部署(2031年1月10日)",
    ],
)
def test_a_line_that_says_more_or_less_is_none(words: str) -> None:
    assert read_date_line(words) is None


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("青河县2022年防汛工作要点", 2022, None),
        ("青河县造林绿化三年行动计划(2021—2023年)", None, (2021, 2023)),
        ("青河县造林绿化行动计划(2021-2023年)", None, (2021, 2023)),
        ("青河市“十四五”卫生健康规划", None, (2021, 2025)),
        ("青河市“十三五”水利规划", None, (2016, 2020)),
        ("青河市2040年前消除黑臭水体方案", None, None),
        ("青河市2031年底前完成改厕任务方案", None, None),
        ("青河市2031年前期工作要点", 2031, None),
        ("1+N健康扶贫专项工作方案", None, None),
        (None, None, None),
    ],
)
def test_the_years_of_a_title(title: str | None, year: int | None, period: tuple[int, int] | None) -> None:
    assert title_years(title) == (year, period)


@pytest.mark.parametrize(
    ("words", "month", "issuer", "han"),
    [
        ("2031年7月", "2031-07", None, False),
        ("(2031年11月)", "2031-11", None, False),
        ("二○三一年七月", "2031-07", None, True),
        ("青河市水利局2031年7月", "2031-07", "青河市水利局", False),
    ],
)
def test_a_line_that_is_a_month(words: str, month: str, issuer: str | None, han: bool) -> None:
    dated = read_month_line(words)
    assert dated is not None
    assert (dated.iso, dated.month, dated.issuer, dated.han) == (None, month, issuer, han)


@pytest.mark.parametrize("words", ["2031年13月", "2031年7月3日", "7月", "2031年7月底", "2031年3月-7月"])
def test_a_line_that_is_no_month(words: str) -> None:
    assert read_month_line(words) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("云岭县2031年度财政扶贫资金茶园项目实施方案", True),
        ("云岭县2031年财政衔接资金使用计划", False),
        ("云岭县2031年茶园项目实施方案", False),
        (None, False),
    ],
)
def test_the_year_of_a_title_may_be_that_of_funds(title: str | None, expected: bool) -> None:
    assert names_year_of_funds(title) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("青河市2031年政府工作报告", True),
        ("关于2031年全市经济计划的报告(草案)", True),
        ("全县2031年水利工作会议讲话", True),
        ("青河县2031年度水利建设任务书", True),
        ("青河县2031年度水利工作报告", False),
        ("关于2031年计划执行情况的报告", False),
        ("在2031年度总结大会上的讲话", False),
        ("青河县水利建设任务书", False),
        ("青河县2031年任务书,请各镇办理", False),
    ],
)
def test_the_name_of_a_paper_that_speaks_in_its_year(words: str, expected: bool) -> None:
    assert is_papers_name(words) is expected
