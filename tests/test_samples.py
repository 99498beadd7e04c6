"""The samples and what planparse makes of them, byte for byte; together they show every feature."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from samples.update_expected import EXPECTED, expected_path, extracted, samples

from planparse import models
from planparse.cli.app import main
from planparse.models import Document

ROOT = Path(__file__).resolve().parents[1]


def documents() -> list[Document]:
    return [Document.model_validate_json(expected_path(sample).read_bytes()) for sample in samples()]


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.stem)
def test_the_expected_json_is_what_extract_writes(sample: Path) -> None:
    advice = "run `python samples/update_expected.py`, read what `git diff samples` shows, and commit it if it is right"
    assert expected_path(sample).is_file(), advice
    wanted, written = (data.decode().splitlines() for data in (expected_path(sample).read_bytes(), extracted(sample)))
    different = [
        (number, *lines) for number, lines in enumerate(zip(wanted, written, strict=False), 1) if len({*lines}) > 1
    ]
    assert not different, f"{expected_path(sample).name} differs from line {different[0]} on: {advice}"
    assert expected_path(sample).read_bytes() == extracted(sample), advice


def test_nothing_is_expected_of_samples_that_are_gone() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == {expected_path(sample).name for sample in samples()}


def test_the_command_line_writes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    target = tmp_path / "out.json"
    assert main(["extract", "samples/town.txt", "-o", str(target)]) == 0
    assert target.read_bytes() == (EXPECTED / "town.json").read_bytes()


def test_the_readme_speaks_of_every_sample() -> None:
    text = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    assert [sample.name for sample in samples() if f"[{sample.name}]({sample.name})" not in text] == []


def test_together_they_show_every_value_that_the_contract_has() -> None:
    plans = [plan for document in documents() for plan in document.plans]
    figures = [figure for plan in plans for figure in (*plan.targets, *plan.baselines, *plan.parameters)]
    shown = {
        models.Op: {figure.quantity.op for figure in figures},
        models.Kind: {kind for plan in plans for section in plan.sections for kind in section.kinds},
        models.TimeKind: {time.kind for plan in plans for time in plan.times},
        models.ContactRole: {contact.role for plan in plans for contact in plan.contacts},
        models.AssignmentRole: {assignment.role for plan in plans for assignment in plan.assignments},
    }
    for values, seen in shown.items():
        assert set(get_args(values)) == seen
    assert {figure.change for figure in figures} == {"to", "by", "times", None}
    assert {relation.kind for plan in plans for relation in plan.relations} >= {"sum", "share", "growth"}
    assert any(figure.previous for figure in figures)
    assert any(figure.due and figure.due.alt_end for figure in figures) or any(
        t.alt_end for p in plans for t in p.times
    )


def test_together_they_show_every_encoding_and_many_shapes() -> None:
    found = documents()
    assert {document.source.encoding for document in found} >= {"utf-8", "gb18030", "big5", "utf-16"}
    assert max(len(document.plans) for document in found) >= 4
    assert {code for document in found for code in (d.code for d in document.diagnostics)} >= {
        "impossible-date",
        "redacted-number",
        "ambiguous-range",
        "sum-does-not-add-up",
    }
    assert {section.level for document in found for plan in document.plans for section in plan.sections} >= {1, 2, 3, 4}
