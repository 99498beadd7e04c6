"""Which kinds a heading's words tell."""

from __future__ import annotations

import pytest

from planparse.outline.kinds import kinds_of
from planparse.rules import load_rules

FIRST_LEVEL = [
    ("基本情况", {"status"}),
    ("山区学校现状", {"status"}),
    ("养老服务与社会保障现状", {"status"}),
    ("工作基础与面临形势", {"status"}),
    ("总体要求", {"guidance"}),
    ("指导思想和基本原则", {"guidance"}),
    ("总体思路和目标任务", {"guidance", "goal"}),
    ("任务与目标", {"goal"}),
    ("经济社会发展主要预期目标分解(12项)", {"goal"}),
    ("目标责任分解", {"responsibility"}),
    ("主要指标", {"goal"}),
    ("主要任务", {"measures"}),
    ("重点任务", {"measures"}),
    ("工作重点", {"measures"}),
    ("工作内容", {"measures"}),
    ("落实措施", {"measures"}),
    ("工作目标及推进措施", {"goal", "measures"}),
    ("目标及时间安排", {"goal", "schedule"}),
    ("建设内容及进度安排(重点任务和措施)", {"measures", "schedule"}),
    ("时间步骤", {"schedule"}),
    ("完成时限", {"schedule"}),
    ("资金筹措", {"funding"}),
    ("项目资金管理", {"funding"}),
    ("工作责任", {"responsibility"}),
    ("职责分工", {"responsibility"}),
    ("组织机构及职责", {"responsibility"}),
    ("政策保障", {"safeguards"}),
    ("工作要求", {"safeguards"}),
    ("强化保障措施", {"safeguards"}),
    ("切实加强组织领导", {"safeguards"}),
    ("农村社会保障", {"other"}),
    ("加大财政金融支持力度", {"other"}),
    ("推进产业发展,完善帮扶措施", {"other"}),
    ("解决突出问题", {"other"}),
    ("其他事项", {"other"}),
]

LOWER_LEVELS = [
    ("指导思想", {"guidance"}),
    ("2025年目标", {"goal"}),
    ("移民后期扶持措施", {"measures"}),
    ("宣传发动阶段(3月1日-3月15日)", {"schedule"}),
    ("全面推进阶段(2026年5月至6月)", {"schedule"}),
    ("组织实施(2026年5月至6月)", {"schedule"}),
    ("加强基础设施建设", {"other"}),
    ("及时完成任务", {"other"}),
    ("强力推动工作进展", {"other"}),
    ("加强组织领导", {"other"}),
    ("落实工作责任", {"other"}),
    ("坚持目标导向", {"other"}),
    ("加大资金投入", {"other"}),
    ("完善住房保障体系", {"other"}),
    ("农村饮水工程", {"other"}),
]


@pytest.mark.parametrize(("title", "kinds"), FIRST_LEVEL)
def test_a_first_level_heading_tells_its_kinds(title: str, kinds: set[str]) -> None:
    assert set(kinds_of(title, 1, load_rules())) == kinds


@pytest.mark.parametrize(("title", "kinds"), LOWER_LEVELS)
def test_a_sub_heading_that_names_an_activity_has_no_kind(title: str, kinds: set[str]) -> None:
    assert set(kinds_of(title, 2, load_rules())) == kinds
