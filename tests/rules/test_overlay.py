"""A user's rules over the built-in ones: replace, add, disable; and what a broken file is told."""

from __future__ import annotations

import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from planparse.errors import RuleError
from planparse.mentions.assignments import find_in
from planparse.rules import load_rules
from planparse.rules.families.units import UnitRule
from planparse.rules.load import builtin_folder

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "值班工作由大队长室把关,秘书处设在县水利局。"
ADDED = """
rules:
  - id: assignment/secretariat
    form: seat
    words: [秘书处设在]
    examples: ["秘书处设在【县水利局】。"]
    counterexamples: ["秘书处设在三楼。"]
"""
REPLACED = """
rules:
  - id: assignment/seat
    form: seat
    words: [秘书处设在]
    examples: ["秘书处设在【县水利局】。"]
    counterexamples: ["秘书处设在三楼。"]
"""
EXAMPLES = "examples: [甲], counterexamples: [乙]"
UNIT = "rules: [{id: quantity/x, dimension: length, base: 米, units: {丈: FACTOR}, EXAMPLES}]"


def folder(path: Path, content: str, name: str = "assignments.yaml") -> Path:
    path.mkdir(exist_ok=True)
    (path / name).write_text(content, encoding="utf-8")
    return path


def found(text: str, *folders: Path) -> list[tuple[str, str]]:
    return [(mention.unit, mention.rule) for mention in find_in(text, load_rules(folders))]


def test_a_new_id_adds(tmp_path: Path) -> None:
    assert found(SENTENCE) == []
    mine = folder(tmp_path / "mine", ADDED)
    assert found(SENTENCE, mine) == [("县水利局", "assignment/secretariat")]
    assert found("办公室设在县水利局。", mine) == [("县水利局", "assignment/seat")]


def test_a_known_id_replaces(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", REPLACED)
    assert found(SENTENCE, mine) == [("县水利局", "assignment/seat")]
    assert found("办公室设在县水利局。", mine) == []
    assert [rule.id for rule in load_rules([mine])] == [rule.id for rule in load_rules()]


def test_disabled_removes_and_a_later_folder_has_the_last_word(tmp_path: Path) -> None:
    off = folder(tmp_path / "off", "rules: [{id: assignment/seat, disabled: true}]")
    assert found("办公室设在县水利局。", off) == []
    assert found(SENTENCE, off, folder(tmp_path / "mine", REPLACED)) == [("县水利局", "assignment/seat")]


def test_the_fingerprint_follows_the_rules(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", ADDED)
    assert load_rules([mine]).fingerprint != load_rules().fingerprint
    assert load_rules([mine]).fingerprint == load_rules([folder(tmp_path / "same", ADDED)]).fingerprint


BROKEN = [
    ("assignments.yaml", "rules: [", "not valid YAML"),
    ("assignments.yaml", "rules: {}", "rules"),
    ("assignments.yaml", "regeln: []", "regeln"),
    ("assignments.yaml", "rules: [{id: assignment/x, form: seat, words: [甲]}]", "assignment/x: examples"),
    ("assignments.yaml", ADDED.replace("form: seat", "form: chair"), "assignment/secretariat: form"),
    (
        "assignments.yaml",
        ADDED.replace("form: seat", "form: label"),
        "assignment/secretariat: a rule of form label needs a role",
    ),
    ("assignments.yaml", ADDED.replace("words: [秘书处设在]", "word: 秘书处"), "assignment/secretariat: "),
    ("assignments.yaml", ADDED + ADDED.replace("\nrules:", ""), "assignment/secretariat: the id stands twice"),
    ("assignments.yaml", ADDED.replace("assignment/secretariat", "Büro"), "Büro: id"),
    ("assignments.yaml", "rules: [{id: [1]}]", "[1]: id: Input should be a valid string"),
    ("units.yaml", UNIT.replace("FACTOR", "viel"), "quantity/x: units.丈: Input is not a valid fraction"),
    ("units.yaml", UNIT.replace("FACTOR", "1/0"), "quantity/x: "),
    (
        "contacts.yaml",
        "rules: [{id: a/b, part: unit, words: [], EXAMPLES}]",
        "a/b: words: Tuple should have at least 1",
    ),
    ("headings.yaml", "rules: [{id: a/b, part: number, level: 10, EXAMPLES}]", "a/b: level: Input should be less than"),
    (
        "plans.yaml",
        "rules: [{id: a/b, part: title, patterns: [x], longest: 1, EXAMPLES}]",
        "a/b: longest: Input should",
    ),
    ("departments.yaml", ADDED, "no rule family is called 'departments'"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN)
def test_a_broken_file_is_named_with_rule_and_reason(tmp_path: Path, name: str, content: str, reason: str) -> None:
    mine = folder(tmp_path / "mine", content.replace("EXAMPLES", EXAMPLES), name)
    with pytest.raises(RuleError) as raised:
        load_rules([mine])
    message = str(raised.value)
    assert str(mine / name) in message
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("written", "exact"),
    [("0.1", Fraction(1, 10)), ("'2000/3'", Fraction(2000, 3)), ("4", Fraction(4)), ("null", None)],
)
def test_factors_are_kept_exact(tmp_path: Path, written: str, exact: Fraction | None) -> None:
    content = UNIT.replace("FACTOR", written).replace("EXAMPLES", EXAMPLES)
    rules = load_rules([folder(tmp_path / "mine", content, "units.yaml")])
    assert rules.of(UnitRule)[-1].units == {"丈": exact}


PATTERNS = [
    ("roles.yaml", "{id: role/x, role: target, before: '(未闭合', EXAMPLES}"),
    ("quantities.yaml", "{id: quantity/x, form: plain, pattern: '(?P<value>{number}', unit: 份, EXAMPLES}"),
    ("set-phrases.yaml", "{id: set-phrase/x, patterns: ['*份'], EXAMPLES}"),
    ("plans.yaml", "{id: plan/x, part: title, patterns: ['[方案'], EXAMPLES}"),
    ("headings.yaml", "{id: heading/x, part: number, pattern: '({arabic}', level: 1, EXAMPLES}"),
    ("headings.yaml", "{id: heading/x, part: kind, kind: goal, words: ['目标)'], EXAMPLES}"),
    ("contacts.yaml", "{id: contact/x, part: phone, words: ['\\d{11}('], EXAMPLES}"),
    ("tables.yaml", "{id: table/x, column: target, words: ['({time}'], EXAMPLES}"),
    ("times.yaml", "{id: time/x, form: calendar, patterns: ['({year}年'], EXAMPLES}"),
    ("times.yaml", "{id: time/x, form: calendar, patterns: ['{year}年(度'], EXAMPLES}"),
    ("times.yaml", "{id: time/x, form: calendar, patterns: ['{year}年'], after: '(从', EXAMPLES}"),
]


@pytest.mark.parametrize(("name", "rule"), PATTERNS)
def test_a_broken_pattern_is_told_before_anything_is_read(tmp_path: Path, name: str, rule: str) -> None:
    rule = rule.replace("EXAMPLES", EXAMPLES)
    mine = folder(tmp_path / "mine", f"rules:\n- {rule}\n", name)
    with pytest.raises(RuleError, match="is no regular expression") as raised:
        load_rules([mine])
    assert str(raised.value).startswith(f"{mine / name}: ")
    assert "/x: " in str(raised.value)


def test_every_built_in_pattern_would_pass_as_a_users(tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(builtin_folder(), copied, ignore=shutil.ignore_patterns("profiles"))
    assert [rule.written() for rule in load_rules([copied])] == [rule.written() for rule in load_rules()]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such rules folder"):
        load_rules([tmp_path / "nowhere"])
