"""Cue characters: what a text must have one of for a pattern to match, and nothing where that cannot be told."""

from __future__ import annotations

import re
from typing import Any

import pytest
import regex

from planparse.figures.cues import Cues, cue_characters, cues_of
from planparse.rules import load_rules
from planparse.rules.families.roles import RoleRule

PATTERNS = [
    ("×$", "×"),
    ("(?:[由从]|原来的?)[^,;。]{0,16}$", "由从原"),
    ("^[^,;。]{0,10}(?:获奖|荣获)", "获荣"),
    ("(?:未|没有)达到?", "达"),
    ("^(?!.*力争).{0,8}截[至止]", "截"),
    ("(?>承担|负担)了?", "承负"),
    (r"每\d[一-龥]", "每"),
    # Nothing need be there, or nearly every text has it.
    ("(?:承担)?", None),
    ("承担|", None),
    ("^(?!.*力争)", None),
    ("[^,;。]", None),
    ("[一-龥]", None),
    (r"\d", None),
]
# What `regex` reads otherwise than `re`.
OTHERWISE = ["(?:承担){e<=1}", "[[:alpha:]]承", r"\p{Han}承", "(?<=由|不再由)承", "(?i)a", "("]


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_cue_characters(pattern: str, expected: str | None) -> None:
    assert cue_characters(pattern) == (None if expected is None else frozenset(expected))


@pytest.mark.parametrize("pattern", OTHERWISE)
def test_of_what_re_reads_otherwise_nothing_is_told(pattern: str) -> None:
    assert cue_characters(pattern) is None


@pytest.mark.parametrize(("words", "expected"), [("", "1"), ("达", "1"), ("占", "12"), ("占比达到", "012")])
def test_a_rule_is_open_where_each_of_its_patterns_may_match(words: str, expected: str) -> None:
    known = {"达到": frozenset("达"), "占": frozenset("占"), ".": None}
    found = Cues(known, ["达到", None, "占"], ["占", ".", None]).open_rules(words)
    assert "".join(str(at) for at in range(3) if found >> at & 1) == expected


def test_re_finds_what_regex_finds() -> None:
    rules = load_rules().of(RoleRule)
    patterns = [pattern for rule in rules for pattern in rule.expressions()]
    alike = cues_of(patterns)
    assert len(alike) > 0.9 * len(set(patterns))
    assert not cues_of(OTHERWISE)
    texts = {example.plain for rule in rules for example in rule.examples}
    for pattern in alike:
        plain, other = re.compile(pattern), regex.compile(pattern)
        assert [_span(plain.search(text)) for text in texts] == [_span(other.search(text)) for text in texts], pattern


def _span(match: Any) -> tuple[int, int] | None:
    return None if match is None else (match.start(), match.end())


def test_no_match_of_a_role_s_pattern_is_without_a_cue() -> None:
    rules = load_rules().of(RoleRule)
    texts = {words for rule in rules for example in rule.examples for words in regex.split(r"[,。\n]", example.plain)}
    asked = 0
    for pattern in (pattern for rule in rules for pattern in rule.expressions()):
        cues = cue_characters(pattern)
        for match in (match for text in texts for match in regex.finditer(pattern, text) if cues is not None):
            asked += 1
            assert cues is not None
            assert not cues.isdisjoint(match[0] or match.string), (pattern, match.string)
    assert asked > len(rules)
