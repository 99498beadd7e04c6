"""Every rule does what it says of itself: one test for all rules, and tests that this test can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from planparse.rulebook import Failure, check_examples, check_rules, reader_of
from planparse.rules import builtin_folder, load_rules
from planparse.rules.examples import Reading
from planparse.rules.families import FAMILIES

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = sorted(file.stem for file in builtin_folder().glob("*.yaml"))


def said(failures: list[Failure]) -> str:
    return "\n".join(f"{failure.rule}: {failure.text}\n    {failure.reason}" for failure in failures)


def test_every_example_of_every_rule_holds() -> None:
    run, failures = check_rules(load_rules())
    assert not failures, said(failures)
    assert run == sum(len(rule.examples) + len(rule.counterexamples) for rule in load_rules())


@pytest.mark.parametrize("family", WRITTEN)
def test_every_family_is_read_by_its_room(family: str) -> None:
    assert family in FAMILIES
    assert callable(reader_of(family))


@pytest.mark.parametrize("family", WRITTEN)
def test_every_rule_says_what_it_generalises(family: str) -> None:
    silent = [rule.id for rule in load_rules().families[family] if not rule.about.strip()]
    assert not silent


def overlay(folder: Path, **changes: object) -> Path:
    """A rules folder that holds one built-in rule with some of its keys changed."""
    written = yaml.safe_load((builtin_folder() / "assignments.yaml").read_text(encoding="utf-8"))
    seat = next(rule for rule in written["rules"] if rule["id"] == "assignment/seat")
    (folder / "assignments.yaml").write_text(
        yaml.safe_dump({"rules": [{**seat, **changes}]}, allow_unicode=True), encoding="utf-8"
    )
    return folder


def failures_of(folder: Path) -> list[Failure]:
    rules = load_rules([folder])
    only = type(rules)({"assignments": rules.families["assignments"]}, rules.fingerprint)
    return check_rules(only)[1]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"examples": ["今天天气很好。"]}, "does not match"),
        ({"examples": ["办公室设在【县】水利局。"]}, "is not claimed"),
        ({"examples": [{"text": "办公室设在【县水利局】。", "role": "lead"}]}, "role is 'responsible', not 'lead'"),
        ({"examples": [{"text": "办公室设在【县水利局】。", "unit": "水利局"}]}, "unit is '县水利局'"),
        ({"examples": ["由【县水利局】牵头。"]}, "does not match; heard: assignment/verb-lead"),
        ({"counterexamples": ["办公室设在县水利局。"]}, "must be silent"),
        ({"words": ["从来没有的话"]}, "does not match"),
    ],
)
def test_a_broken_example_fails(tmp_path: Path, changes: dict[str, object], reason: str) -> None:
    broken = failures_of(overlay(tmp_path, **changes))
    assert {failure.rule for failure in broken} == {"assignment/seat"}
    assert reason in broken[0].reason


def test_an_unbroken_overlay_holds(tmp_path: Path) -> None:
    assert failures_of(overlay(tmp_path)) == []


def test_an_example_is_claimed_by_its_own_rule_and_no_other() -> None:
    """A reading by another rule does not count, however right its characters are."""
    rules = load_rules()
    only = type(rules)({"assignments": rules.families["assignments"][:1]}, rules.fingerprint)

    def another(text: str, _: object) -> list[Reading]:
        return [Reading("assignment/other", 0, len(text))]

    run, failures = check_examples(only, {"assignments": another})
    claimed = len(rules.families["assignments"][0].examples)
    assert len(failures) == claimed < run
