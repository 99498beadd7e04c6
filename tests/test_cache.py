"""The user's cache folder: what is kept comes back, and nothing that anybody else could have written."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from planparse import cache
from planparse.cache import Answers, keep, recall
from planparse.errors import RuleError
from planparse.rules import load

if TYPE_CHECKING:
    from pathlib import Path

needs_owners = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder private by itself")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of this test's own."""
    monkeypatch.delenv("PLANPARSE_CACHE", raising=False)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    return tmp_path / "planparse"


def only_entry(folder: Path) -> Path:
    [entry] = [file for file in folder.rglob("*") if file.is_file()]
    return entry


@pytest.mark.usefixtures("folder")
def test_what_is_kept_comes_back() -> None:
    keep({"目标": [1, "二", None]}, "a", "b")
    assert recall("a", "b") == {"目标": [1, "二", None]}
    assert recall("a", "c") is None
    assert recall("ab") is None


@pytest.mark.usefixtures("folder")
def test_answers_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find(question: str) -> list[str]:
        asked.append(question)
        return [question, "答"]

    monkeypatch.setattr(cache, "_MOST_ANSWERS", 2)
    for run in range(2):
        answers = Answers("a")  # as each run of the program makes its own
        for question in ("一", "二", "三", "一"):
            assert answers.of(question, lambda question=question: find(question)) == [question, "答"]  # type: ignore[misc]
        assert asked == ["一", "二", "三", "三"][: 3 + run]  # what is one too many is found each time
        answers._keep()
    assert recall("a").keys() == {"一", "二"}
    assert recall("b") is None


@needs_owners
def test_nobody_else_may_look(folder: Path) -> None:
    keep(1, "a")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_entry(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-3], id="cut"),
        pytest.param(lambda content: content.replace(b"30000", b"90000"), id="changed"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\x80\x04\x95", id="a pickle"),
        pytest.param(lambda content: content.partition(b"\n")[2], id="without its checksum"),
    ],
)
def test_a_spoilt_entry_is_none_and_is_written_anew(folder: Path, spoil: object) -> None:
    keep({"value": 30000}, "a")
    entry = only_entry(folder)
    entry.write_bytes(spoil(entry.read_bytes()))  # type: ignore[operator]
    assert recall("a") is None
    keep({"value": 30000}, "a")
    assert recall("a") == {"value": 30000}


def test_an_entry_under_anothers_name_is_none(folder: Path) -> None:
    keep("of a", "a")
    entry = only_entry(folder)
    content = entry.read_bytes()
    entry.unlink()
    keep("of b", "b")
    only_entry(folder).write_bytes(content)
    assert recall("b") is None


@needs_owners
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755])
def test_a_folder_that_others_can_enter_is_not_used(folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    keep(1, "a")
    assert recall("a") is None
    assert not list(folder.iterdir())


@needs_owners
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    folder.symlink_to(elsewhere)
    keep(1, "a")
    assert recall("a") is None
    assert not list(elsewhere.iterdir())


def test_it_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANPARSE_CACHE", "off")
    keep(1, "a")
    assert recall("a") is None
    assert not folder.exists()


def test_without_a_folder_nothing_is_kept(folder: Path) -> None:
    folder.write_text("a file stands here")
    keep(1, "a")
    assert recall("a") is None


def test_nothing_half_written_stays(folder: Path) -> None:
    for number in range(5):
        keep(number, str(number))
    assert {json.loads(entry.read_bytes().partition(b"\n")[2]) for entry in folder.iterdir()} == set(range(5))


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    """A folder with one rule, loaded as if for the first time."""
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "set-phrases.yaml").write_text(
        "rules:\n- id: set-phrase/own\n  words: [五色花]\n  examples: [种【五色花】]\n  counterexamples: [五朵花]\n",
        encoding="utf-8",
    )
    return rules


def test_rules_out_of_the_cache_are_the_same(folder: Path, own_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load._load.cache_clear()
    first = load.load_rules([own_rules])
    said = [rule.written() for rule in first]
    assert any(folder.iterdir())
    load._load.cache_clear()
    monkeypatch.setattr("yaml.load", lambda *_, **__: pytest.fail("YAML was read again"))
    second = load.load_rules([own_rules])
    assert [rule.written() for rule in second] == said
    assert second.fingerprint == first.fingerprint


@pytest.mark.usefixtures("folder")
def test_rules_are_validated_again_when_what_they_may_say_changes(
    own_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load._load.cache_clear()
    load.load_rules([own_rules])
    load._load.cache_clear()
    monkeypatch.setattr(load, "_forms", lambda: "a class has another field")
    monkeypatch.setattr(
        "planparse.rules.validation.validated", lambda *_, **__: [({"id": "a/b", "disabled": True}, {})]
    )
    assert not list(load.load_rules([own_rules]))
    load._load.cache_clear()


@pytest.mark.usefixtures("folder")
def test_patterns_of_a_users_copy_of_the_built_in_rules_are_tried(
    own_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_rules / "set-phrases.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("words: [五色花]", "patterns: ['(']"), encoding="utf-8")
    load._load.cache_clear()
    with monkeypatch.context() as ours:
        ours.setattr(load, "builtin_folder", lambda: own_rules)
        load.load_rules()
    load._load.cache_clear()
    with pytest.raises(RuleError, match="is no regular expression"):
        load.load_rules([own_rules])


@pytest.mark.usefixtures("folder")
def test_a_changed_rule_is_read_anew(own_rules: Path) -> None:
    load._load.cache_clear()
    first = load.load_rules([own_rules])
    file = own_rules / "set-phrases.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("五色花", "六月雪"), encoding="utf-8")
    load._load.cache_clear()
    second = load.load_rules([own_rules])
    load._load.cache_clear()
    assert second.fingerprint != first.fingerprint
    assert any("六月雪" in getattr(rule, "words", ()) for rule in second.families["set-phrases"])
