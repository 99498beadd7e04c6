"""Full stops printed as points."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("结合实际,制定本方案.", "结合实际,制定本方案。"),
        ("开展清淤.加固堤防", "开展清淤。加固堤防"),
        ("达到45%.\n到2031年", "达到45%。\n到2031年"),
        ("印发《规划》．请认真执行．", "印发《规划》。请认真执行。"),
        ("一.总体要求", "一.总体要求"),
        ("3.加固堤防", "3.加固堤防"),
        ("长1.5公里", "长1.5公里"),
        ("网址为政务.cn", "网址为政务.cn"),
        ("按300元/人.年补助", "按300元/人.年补助"),
        ("按300元/人.年底兑现", "按300元/人。年底兑现"),
    ],
)
def test_a_point_that_ends_a_sentence_is_a_full_stop(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted
