"""The facts that come with planparse are those of its rules."""

from __future__ import annotations

import pytest
from tests.facts_source import FACTS, facts

from planparse import cache


def test_the_facts_are_those_of_the_rules() -> None:
    assert FACTS.read_text("utf-8") == facts(), "write them again: python tests/facts_source.py"


def test_what_comes_with_planparse_is_not_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANPARSE_CACHE", "off")
    monkeypatch.setattr(cache, "_facts", lambda: {cache.fingerprint("numbers", "一", "二"): [12]})
    assert cache.kept(lambda: pytest.fail("was asked"), "numbers", "一", "二") == [12]
    assert cache.kept(lambda: [3], "numbers", "三") == [3]
