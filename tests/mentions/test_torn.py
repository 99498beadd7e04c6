"""What may be the last part of a torn number alone is no amount."""

from __future__ import annotations

import pytest

from planparse import extract
from planparse.mentions.torn import is_torn


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("甲镇3 500个", True),
        ("造林37 57亩", True),
        ("甲镇3 5 8个", True),
        ("到2031 120个", False),
        ("表1 120个", False),
        ("G318 50公里", False),
        ("甲镇120 300 500个", False),
        ("改造120个", False),
        ("改造500", False),
    ],
)
def test_is_torn(words: str, wanted: bool) -> None:
    last = words.rstrip("个亩公里")
    start = len(last.rstrip("0123456789"))
    assert is_torn(words, start) is wanted


def test_a_torn_number_is_reported_and_not_read() -> None:
    document = extract("青禾镇2031年造林工作方案\n一、目标任务\n新造林37 57 亩\n")
    assert not document.plans[0].targets
    spans = [item.span for item in document.diagnostics if item.code == "unread-number" and item.span]
    assert len(spans) == 2
