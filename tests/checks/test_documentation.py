"""The page of the checks is what they say of themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planparse.checks.documentation import page
from planparse.checks.registry import all_checks
from planparse.cli.app import main

if TYPE_CHECKING:
    from planparse.checks.model import Check

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_is_up_to_date() -> None:
    hint = "python -m planparse.checks.documentation > docs/checks.md"
    assert (DOCS / "checks.md").read_bytes() == page().encode(), hint


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_check_explains_itself(check: Check) -> None:
    assert check.documentation.partition("\n")[0].endswith(".")
    for part in ("\nFix: ", "\nFails", "\nPasses"):
        assert part in check.documentation
    assert check.code[:3] in {"PP1", "PP2", "PP3", "PP4", "PP5", "PP9"}


def test_codes_and_names_are_unique() -> None:
    words = [word for check in all_checks() for word in (check.code, check.name)]
    assert len(words) == len(set(words)) == 2 * len(all_checks())


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readmes_show_what_comes_out(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(DOCS.parent)
    main(["check", "samples/township.txt"])
    readme = (DOCS.parent / name).read_text(encoding="utf-8")
    assert f"```text\n$ planparse check samples/township.txt\n{capsys.readouterr().out}```" in readme
