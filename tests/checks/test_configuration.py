"""Configuration files, profiles, comments and baselines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.checks.globs import fits
from planparse.checks.profiles import builtin_profiles, load_profile
from planparse.checks.silence import find_silences

CODES = ["PP501", "PP206", "PP401"]


def codes(check: Any, capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    check(*arguments, "--ignore", "PP202", "--output-format", "json-lines")
    return [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]


def test_nearest_upward(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[tool.planparse]\nignore = ["PP4"]\n', encoding="utf-8")
    deep = folder / "a" / "b"
    deep.mkdir(parents=True)
    plan = deep / "plan.txt"
    plan.write_text((folder / "plan.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert codes(check, capsys, plan) == ["PP501", "PP206"]
    (folder / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert codes(check, capsys, plan) == ["PP501", "PP206"]
    (folder / "a" / "planparse.toml").write_text('select = ["PP2"]\n', encoding="utf-8")
    from planparse.checks import configuration

    configuration._nearest.cache_clear()
    assert codes(check, capsys, plan) == ["PP206"]
    assert codes(check, capsys, plan, "--config", folder / "pyproject.toml") == ["PP501", "PP206"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("selct = []", "no key is called 'selct' (did you mean 'select'?"),
        ('fail-on = "never"', "fail-on: Input should be"),
        ("select = [", "not valid TOML"),
        ('profile = "strickt"', "no profile is called 'strickt'"),
        ('ignore = ["PP7"]', "'PP7' selects no check"),
        ('[per-file-ignores]\n"*.txt" = ["PQ"]', "per-file-ignores: 'PQ' selects no check"),
        ('baseline = "none.json"', "none.json: cannot be read"),
    ],
)
def test_mistakes(check: Any, folder: Path, capsys: pytest.CaptureFixture[str], content: str, said: str) -> None:
    (folder / "planparse.toml").write_text(content, encoding="utf-8")
    assert check("plan.txt") == 2
    assert said in capsys.readouterr().err


def test_ignores_per_file_exclude_and_severity(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "plan.txt").write_text((folder / "plan.txt").read_text(encoding="utf-8"), encoding="utf-8")
    settings = 'exclude = ["clean.txt"]\n[severities]\nPP401 = "info"\n[per-file-ignores]\n"old/**" = ["PP2", "PP5"]\n'
    (folder / "planparse.toml").write_text(settings, encoding="utf-8")
    assert codes(check, capsys, ".") == ["PP401", *CODES]
    assert check("old") == 0
    assert check("clean.txt") == 0
    assert "检查 0 份文件" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a/b/plan.txt", "*.txt", True),
        ("a/b/plan.txt", "a/*.txt", False),
        ("a/b/plan.txt", "a/**/*.txt", True),
        ("a/plan.txt", "a/**/*.txt", True),
        ("a/b/plan.txt", "a", True),
        ("a/b/plan.txt", "./a/", True),
        ("ab/plan.txt", "a", False),
        ("a/plan.txt", "a/plan.???", True),
    ],
)
def test_globs(path: str, pattern: str, expected: bool) -> None:
    assert fits(path, pattern) is expected


def test_a_profile_of_ones_own(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = "extends: strict\ncontacts: []\nalso:\n  required: [funding]\nseverities: {PP101: warning}\n"
    (folder / "county.yaml").write_text(profile, encoding="utf-8")
    (folder / "planparse.toml").write_text('profile = "county.yaml"\nselect = ["PP1"]\n', encoding="utf-8")
    check("plan.txt", "--output-format", "json")
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(f["message"], f["severity"]) for f in found] == [
        ("缺少“保障措施”部分", "warning"),
        ("缺少“资金”部分", "warning"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("requird: [goal]", "no key is called 'requird' (did you mean 'required'?"),
        ("required: [gaol]", "required.0"),
        ("extends: mine.yaml", "the profile extends itself"),
        ("- goal", "a profile is a table of keys"),
        ("a: [", "not valid YAML"),
    ],
)
def test_mistakes_in_profiles(
    check: Any, folder: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    (folder / "mine.yaml").write_text(content, encoding="utf-8")
    assert check("plan.txt", "--profile", "mine.yaml") == 2
    assert said in capsys.readouterr().err


def test_builtin_profiles_load() -> None:
    assert set(builtin_profiles()) == {"default", "five-year", "strict"}
    assert all(load_profile(name).required for name in builtin_profiles())
    assert set(load_profile("strict").required) > set(load_profile("default").required)


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# planparse: ignore[PP206]", ["PP501", "PP401"]),
        ("<!-- planparse: ignore[PP206] -->", ["PP501", "PP401"]),
        ("# planparse: ignore[ambiguous-range, PP1]", ["PP501", "PP401"]),
        ("# planparse: ignore", ["PP501", "PP401"]),
        ("# planparse: ignore[PP401]", CODES),
        ("# planparse: ignore-file[PP4,PP5]", ["PP206"]),
        ("# planparse: ignore-file", []),
    ],
)
@pytest.mark.parametrize("own_line", [True, False])
def test_comments(
    check: Any, folder: Path, capsys: pytest.CaptureFixture[str], comment: str, expected: list[str], own_line: bool
) -> None:
    text = (folder / "plan.txt").read_text(encoding="utf-8")
    line = "2031年底前新建水厂3座，发放贷款5-10万元。"
    assert line in text
    commented = f"{comment}\n{line}" if own_line else f"{line} {comment}"
    for name in ("plan.md", "plan.txt"):
        (folder / name).write_text(text.replace(line, commented), encoding="utf-8")
        assert codes(check, capsys, name) == expected


def test_comments_are_blanked_and_nothing_moves() -> None:
    text = "一、现状 # planparse: ignore[PP102]\n# planparse: ignore\n\n二、目标\n"
    silences = find_silences(text)
    assert len(silences.text) == len(text)
    assert "planparse" not in silences.text
    assert silences.lines == {1: ("PP102",), 4: ("PP",)}


def test_baseline(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("plan.txt", "--write-baseline", "known.json") == 0
    capsys.readouterr()
    assert check("plan.txt", "--baseline", "known.json") == 0
    text = (folder / "plan.txt").read_text(encoding="utf-8")
    moved = text.replace("一、基本现状\n", "一、基本现状\n全县有水厂。\n")
    (folder / "plan.txt").write_text(moved, encoding="utf-8")
    assert check("plan.txt", "--baseline", "known.json") == 0
    (folder / "plan.txt").write_text(
        moved.replace("加强管理。", "发放奖金5-10万元，发放贷款5-10万元。"), encoding="utf-8"
    )
    capsys.readouterr()
    assert codes(check, capsys, "plan.txt", "--baseline", "known.json") == ["PP206", "PP206"]
    (folder / "planparse.toml").write_text('baseline = "known.json"\nselect = ["PP5"]\n', encoding="utf-8")
    from planparse.checks import configuration

    configuration._nearest.cache_clear()
    assert check("plan.txt") == 0


def test_a_file_that_is_no_baseline(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "known.json").write_text("[]", encoding="utf-8")
    assert check("plan.txt", "--baseline", "known.json") == 2
    assert "not a baseline" in capsys.readouterr().err
