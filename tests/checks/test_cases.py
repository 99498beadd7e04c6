"""Every check on the plans of its case file: it must speak where it says, and be silent where nothing is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from planparse.checks.places import Places
from planparse.checks.profiles import load_profile
from planparse.checks.registry import all_checks, selected
from planparse.checks.run import check_document
from planparse.pipeline import extract

CASES = Path(__file__).parent / "cases"


def cases(outcome: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{case['name'].replace(' ', '-')}")
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))[outcome]
    ]


def found(code: str, case: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings of one check, with the keys that the case tells of."""
    document = extract(case["text"])
    profile = load_profile(case.get("profile", "default"))
    codes = {code} - selected(profile.ignore, "profile")
    findings = list(check_document(document, Places(case["text"], document), Path("plan.txt"), profile, codes))
    for finding in findings:
        assert "{" not in finding.message("en") + finding.fix("en") + finding.message("zh") + finding.fix("zh")
    keys = {key for finding in case.get("findings", ()) for key in finding} or {"line", "quoted"}
    return [
        {
            key: value
            for key, value in (("line", f.line), ("quoted", f.quoted), ("message", f.message("zh")))
            if key in keys
        }
        for f in findings
    ]


@pytest.mark.parametrize(("code", "case"), cases("pass"))
def test_silent_where_nothing_is_wrong(code: str, case: dict[str, Any]) -> None:
    assert found(code, case) == []


@pytest.mark.parametrize(("code", "case"), cases("fail"))
def test_speaks_where_it_is_wrong(code: str, case: dict[str, Any]) -> None:
    assert found(code, case) == case["findings"]


def test_every_check_has_cases_of_both_outcomes() -> None:
    for check in all_checks():
        file = yaml.safe_load((CASES / f"{check.code}.yaml").read_text(encoding="utf-8"))
        assert file["check"] == check.code
        assert file["pass"]
        assert file["fail"]
