"""Times that govern a task, and times that something is only compared to, counted from or named after."""

from __future__ import annotations

import pytest

import planparse
from planparse.figures.usable_times import can_govern
from planparse.mentions.clauses import clauses
from planparse.mentions.model import TimeMention


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("【2025年】建成30公里", True),
        ("到【2025年】,建成30公里", True),
        ("到【2025年】底建成30公里", True),
        ("力争【2025年】水域面积达到3万亩", True),
        ("【2025年】的目标是30公里", True),
        ("根据【2025年】建成30公里", False),
        ("占比【2025年】底达到60%", True),
        ("同比【2025年】增长3%", False),
        ("比【2025年】增长3%", False),
        ("省定【2025年】任务30公里", False),
        ("较\n【2025年】增长3%", False),
        ("在【2025年】全市全年普查数的基础上提高3%", False),
        ("【2025年】相比提高3%", False),
        ("【2025年】底存量30公里", False),
        ("【2025年】度的资金30万元", False),
        ("【2025年】水平的30%", False),
        ("【2025年】以来建成30公里", False),
        ("由【2025年】的30公里提高到40公里", False),
        ("从【2025年】底的30公里,增加到40公里", True),
        ("从【2025年】建成30公里", True),
        ("从【2025年】起提高到40公里", True),
        ("以【2025年】为基期增长3%", False),
        # the year before as a yardstick
        ("补差不低于当地【上年度】补差", False),
        ("产量超过【去年】", False),
        ("【去年】,产量超过30万吨", True),
        ("产量不低于【2025年】产量", True),
        # Too far behind, or behind another clause, it says nothing of the time.
        ("【2025年】" + "建" * 25 + "基础上提高3%", True),
        ("【2025年】建成,在此基础上提高3%", True),
    ],
)
def test_time_governs_unless_it_is_a_reference(text: str, governs: bool) -> None:
    words = text.replace("【", "").replace("】", "")
    time = TimeMention(text.index("【"), text.index("】") - 1, "period", "2025-01-01", "2025-12-31")
    assert can_govern(time, words, clauses(words)) is governs


# line → (quantity, role, due's end) in a plan of 2031 to 2035, whose own due is the end of 2035 or none
OBJECTS = [
    # a time behind the work's verb that tells how its object came to be is no time of the work
    ("改造2010年以前建成的小区30个。", ("30个", "target", None)),
    ("整改2029年审计发现的问题27个。", ("27个", "target", None)),
    ("完成2030年结转项目6个。", ("6个", "target", None)),
    ("完成2010年以前建成的小区改造30个。", ("30个", "target", None)),
    ("完成2010年底前建成的小区改造30个。", ("30个", "target", None)),
    ("改造2010年底前建成、失管失修的楼栋30栋。", ("30栋", "target", None)),
    ("完成2030年开工的学校3所。", ("3所", "target", None)),
    ("兑付2030年度奖补资金200万元。", ("200万元", "target", None)),
    ("对2030年已达标的街道进行提升,提升比例达到50%。", ("50%", "target", None)),
    ("力争2033年底前续建2030年开工的学校3所。", ("3所", "target", "2033-12-31")),
    # the work's own, or no work at all
    ("完成2033年建设的学校3所。", ("3所", "target", "2033-12-31")),
    ("推进2033年底前建成的学校3所。", ("3所", "target", "2033-12-31")),
    ("实现2033年退出的村3个。", ("3个", "target", "2033-12-31")),
    ("发放2033年度奖补资金200万元。", ("200万元", "target", "2033-12-31")),
    ("2030年全市建成的小区30个。", ("30个", "baseline", None)),
    ("2030年,全市完成的改造30个。", ("30个", "baseline", None)),
]


@pytest.mark.parametrize(("line", "expected"), OBJECTS)
def test_the_time_of_the_object_is_none_of_the_work(line: str, expected: tuple[str, str, str | None]) -> None:
    plan = planparse.extract(f"某县某局\n2031—2035年工作方案\n二、目标任务\n{line}\n").plans[0]
    found = [(one.quantity.text, "target", one.due and one.due.end) for one in plan.targets]
    found += [(one.quantity.text, "baseline", None) for one in plan.baselines]
    assert found == [expected]


# line → the indicator and the action of its figure in the same plan
ORIGINS = [
    ("改造2010年底前建成的楼栋30栋。", ("改造楼栋", "改造")),
    ("淘汰2008年以前注册登记的货车30辆。", ("淘汰货车", "淘汰")),
    ("对2010年底前建成的30个老旧小区实施改造。", ("老旧小区", None)),
    # a time of the plan's own is when the work is done
    ("推进2033年底前建成的学校3所。", ("建成的学校", "建成")),
]


@pytest.mark.parametrize(("line", "expected"), ORIGINS)
def test_from_when_an_object_is_belongs_not_to_its_name(line: str, expected: tuple[str, str | None]) -> None:
    plan = planparse.extract(f"某县某局\n2031—2035年工作方案\n二、目标任务\n{line}\n").plans[0]
    assert [(one.indicator, one.action) for one in plan.targets] == [expected]
