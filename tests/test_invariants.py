"""Every sample, and what holds of every document: spans, ids, order, schema, the same bytes again."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.invariants import broken
from tests.programs import sample_params

from planparse.cleaning import clean
from planparse.export.json import to_json
from planparse.export.schema import document_schema
from planparse.models import Document
from planparse.pipeline import extract_source
from planparse.reading import SourceText, read_path

ROOT = Path(__file__).resolve().parents[1]
NEEDED = {".pdf": "pypdfium2", ".html": "lxml", ".xlsx": "openpyxl"}
SAMPLES = ROOT / "samples"
DOCUMENTS = sample_params([*SAMPLES.glob("*.txt"), *(SAMPLES / "formats").iterdir()], SAMPLES)


@cache
def source(path: Path) -> SourceText:
    if module := NEEDED.get(path.suffix):
        pytest.importorskip(module)
    return read_path(path)


@cache
def read(path: Path) -> Document:
    return extract_source(source(path), with_text=True)


@pytest.fixture(params=DOCUMENTS)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def document(sample: Path) -> Document:
    return read(sample)


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = document_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_span_gives_the_words(sample: Path, document: Document) -> None:
    assert document.source.text == source(sample).text
    assert broken(document, clean(source(sample))) == []
    assert document.plans


def test_the_json_is_valid(document: Document, validator: Any) -> None:
    errors = [error.message for error in validator.iter_errors(json.loads(to_json(document)))]
    assert errors == []


def test_the_json_reads_back_as_the_same_document(document: Document) -> None:
    assert Document.model_validate_json(to_json(document)) == document


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    """String hashes differ from process to process: an order that comes from a set would show."""
    script = (
        "import sys, hashlib, pathlib, planparse\n"
        "from planparse.export.json import to_json\n"
        "for path in sys.argv[1:]:\n"
        "    print(hashlib.sha256(to_json(planparse.extract(pathlib.Path(path), with_text=True)).encode()).hexdigest())"
    )
    paths = sorted(SAMPLES.glob("*.txt"))
    here = [hashlib.sha256(to_json(read(path)).encode()).hexdigest() for path in paths]
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", script, *map(str, paths)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        assert run.stdout.split() == here


def _changed(document: Document, change: str) -> Document:
    """A document with one thing wrong in it."""
    data = json.loads(to_json(document))
    plan = data["plans"][0]
    if change == "span":
        plan["times"][0]["span"]["start"] += 1
    elif change == "text":
        plan["targets"][0]["quantity"]["text"] += "X"
    elif change == "id":
        plan["targets"][1]["id"] = plan["targets"][0]["id"]
    elif change == "order":
        plan["contacts"].reverse()
    elif change == "parent":
        plan["sections"][0]["parent"] = "p1.s99"
    elif change == "section":
        plan["targets"][0]["section"] = plan["sections"][-1]["id"]
    elif change == "unit":
        plan["assignments"][0]["unit"] = "别的部门"
    elif change == "contact":
        plan["contacts"][0]["value"] = "别人"
    elif change == "relation":
        plan["relations"][0]["parts"][0] = "p1.t99"
    elif change == "outside":
        plan["span"]["end"] = plan["times"][-1]["span"]["start"]
    return Document.model_validate(data)


@pytest.mark.parametrize(
    "change",
    ["span", "text", "id", "order", "parent", "section", "unit", "contact", "relation", "outside"],
)
def test_a_broken_document_is_found_out(change: str) -> None:
    path = ROOT / "samples" / "township.txt"
    assert broken(_changed(read(path), change), clean(source(path)))
