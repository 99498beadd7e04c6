"""Times that govern a task, and times that something is only compared to, counted from or named after."""

from __future__ import annotations

import pytest

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
        # Too far behind, or behind another clause, it says nothing of the time.
        ("【2025年】" + "建" * 25 + "基础上提高3%", True),
        ("【2025年】建成,在此基础上提高3%", True),
    ],
)
def test_time_governs_unless_it_is_a_reference(text: str, governs: bool) -> None:
    words = text.replace("【", "").replace("】", "")
    time = TimeMention(text.index("【"), text.index("】") - 1, "period", "2025-01-01", "2025-12-31")
    assert can_govern(time, words, clauses(words)) is governs
