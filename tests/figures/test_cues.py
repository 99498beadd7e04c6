"""Cue characters: what a text must have one of for a pattern to match, and nothing where that cannot be told."""

from __future__ import annotations

import pytest
import regex

from planparse.figures.cues import cue_characters
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
    # What `regex` reads otherwise than `re`.
    ("(?:承担){e<=1}", None),
    ("[[:alpha:]]承", None),
    (r"\p{Han}承", None),
    ("(?i)a", None),
    ("(", None),
]


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_cue_characters(pattern: str, expected: str | None) -> None:
    assert cue_characters(pattern) == (None if expected is None else frozenset(expected))


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
