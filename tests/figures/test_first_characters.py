"""First characters: of which patterns a text's first character leaves open whether they match it."""

from __future__ import annotations

import pytest
import regex

from planparse.figures.first_characters import FirstCharacters
from planparse.rules import load_rules
from planparse.rules.families.roles import RoleRule

PATTERNS = ["^的?标准", "^[^,;。]{1,3}中", r"^(?!新)[一-龥]{2}\d", "标准", None, "^(?:以上)?$"]
FIRST = [("的", "01234"), ("标", "01234"), (",", "34"), ("新", "134"), ("以", "12345"), ("山", "1234"), ("", "345")]


@pytest.mark.parametrize(("first", "expected"), FIRST)
def test_first_characters(first: str, expected: str) -> None:
    found = FirstCharacters(PATTERNS)[first]
    assert "".join(str(at) for at in range(len(PATTERNS)) if found >> at & 1) == expected


def test_of_characters_that_no_pattern_names_nothing_is_told_but_of_chinese_ones() -> None:
    assert FirstCharacters(["^[①-⑳]", "^的"])["③"] == -1
    assert FirstCharacters(["^[一-龥]", "^的"])["山"] == 1


def test_no_pattern_matches_that_is_not_left_open() -> None:
    rules = [rule for rule in load_rules().of(RoleRule) if rule.after]
    first_characters = FirstCharacters([rule.after for rule in rules])
    texts = {example.plain[at:] for rule in rules for example in rule.examples for at in range(len(example.plain) + 1)}
    for at, rule in enumerate(rules):
        pattern = regex.compile(rule.after or "")
        for text in texts:
            assert first_characters[text[:1]] >> at & 1 or not pattern.search(text), (rule.id, text)
