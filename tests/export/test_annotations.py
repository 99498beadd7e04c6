"""The formats for those who train models: labels stand where the words stand."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planparse.errors import UsageError
from planparse.export import FORMATS
from planparse.export.marks import LABELS, marks

if TYPE_CHECKING:
    from planparse.models import Document


def written(name: str, *documents: Document) -> str:
    stream = BytesIO()
    FORMATS[name].write(documents, stream)
    return stream.getvalue().decode()


def text(document: Document) -> str:
    assert document.source.text is not None
    return document.source.text


def test_marks_cover_every_kind_once(yunling: Document) -> None:
    found = marks(yunling)
    assert len(found) == len(set(found)) == 42
    assert {mark.label for mark in found} == set(LABELS)
    assert {text(yunling)[mark.start : mark.end] for mark in found if mark.label == "LEAD"} == {"县林业局", "县水务局"}


def test_label_studio(yunling: Document, hostile: Document) -> None:
    tasks = json.loads(written("labelstudio", yunling, hostile))
    assert [task["data"]["text"] for task in tasks] == [text(yunling), text(hostile)]
    result = tasks[0]["predictions"][0]["result"]
    regions = {region["id"]: region["value"] for region in result if region["type"] == "labels"}
    for value in regions.values():
        assert text(yunling)[value["start"] : value["end"]] == value["text"]
        assert value["labels"][0] in LABELS
    due = [
        (regions[link["from_id"]]["text"], regions[link["to_id"]]["text"])
        for link in result
        if link["type"] == "relation"
    ]
    assert ("1.5万亩", "2024年底") in due
    assert len(due) == 8


def test_label_studio_without_documents_is_an_empty_list() -> None:
    assert json.loads(written("labelstudio")) == []


def test_doccano(yunling: Document, hostile: Document) -> None:
    lines = [json.loads(line) for line in written("doccano", yunling, hostile).split("\n")[:-1]]
    ids = [entity["id"] for line in lines for entity in line["entities"]]
    assert len(set(ids)) == len(ids)
    words = {
        entity["id"]: (entity["label"], line["text"][entity["start_offset"] : entity["end_offset"]])
        for line in lines
        for entity in line["entities"]
    }
    assert ("PHONE", "0999-6123456") in words.values()
    linked = [(words[link["from_id"]], words[link["to_id"]]) for line in lines for link in line["relations"]]
    assert (("TARGET", "30个"), ("DEADLINE", "2025年底")) in linked


def test_brat(yunling: Document, hostile: Document, tmp_path: Path) -> None:
    FORMATS["brat"].write([yunling, hostile, yunling], tmp_path / "brat")
    names = {path.name for path in (tmp_path / "brat").iterdir()}
    assert {"annotation.conf", "yunling.txt", "yunling.ann", "yunling-2.txt", "yunling-2.ann"} < names
    assert len(names) == 7
    source = (tmp_path / "brat" / "yunling.txt").read_text(encoding="utf-8")
    assert source == text(yunling)
    labels = {}
    for line in (tmp_path / "brat" / "yunling.ann").read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"(T\d+)\t(\w+) (\d+) (\d+)\t(.+)", line):
            name, label, start, end, words = match.groups()
            labels[name] = (label, words)
            assert source[int(start) : int(end)] == words
        else:
            link = re.fullmatch(r"R\d+\tdue Arg1:(T\d+) Arg2:(T\d+)\t", line)
            assert link
            assert labels[link[1]][0] == "TARGET"
    assert len(labels) == 42


def test_brat_writes_a_span_over_a_line_end_in_parts(yunling: Document, tmp_path: Path) -> None:
    contact = yunling.plans[0].contacts[0]
    broken = yunling.source.model_copy(update={"text": text(yunling).replace("方远山", "方\n山")})
    plan = yunling.plans[0].model_copy(
        update={
            "contacts": [contact],
            "sections": [],
            "targets": [],
            "baselines": [],
            "parameters": [],
            "times": [],
            "assignments": [],
        }
    )
    FORMATS["brat"].write([yunling.model_copy(update={"source": broken, "plans": [plan]})], tmp_path)
    start = contact.span.start
    said = (tmp_path / "yunling.ann").read_text(encoding="utf-8")
    assert said == f"T1\tPERSON_IN_CHARGE {start} {start + 1};{start + 2} {start + 3}\t方 山\n"


def test_brat_needs_a_folder(yunling: Document) -> None:
    with pytest.raises(UsageError, match="brat writes several files"):
        FORMATS["brat"].write([yunling], BytesIO())


def test_spacy_entities_do_not_overlap_and_spans_hold_all(yunling: Document) -> None:
    doc = json.loads(written("spacy", yunling))
    words = "".join(doc["text"][token["start"] : token["end"]] for token in doc["tokens"])
    assert words == text(yunling).replace(" ", "")
    assert len(doc["spans"]["planparse"]) == 42
    ends = [0, *(entity["end"] for entity in doc["ents"])]
    assert all(entity["start"] >= end for entity, end in zip(doc["ents"], ends, strict=False))
    assert {entity["label"] for entity in doc["ents"]} == set(LABELS)


def test_spacy_reads_it(yunling: Document, hostile: Document) -> None:
    blanks = " 甲  乙 \n\n 丙\t丁\u3000 戊 \n"
    blank = yunling.model_copy(
        update={"source": yunling.source.model_copy(update={"text": blanks}), "plans": [], "diagnostics": []}
    )
    spacy: Any = pytest.importorskip("spacy", reason="spaCy is not installed")
    vocabulary = spacy.blank("xx").vocab
    bin_ = spacy.tokens.DocBin()
    for line in written("spacy", yunling, hostile, blank).split("\n")[:-1]:
        bin_.add(spacy.tokens.Doc(vocabulary).from_json(json.loads(line)))
    docs = list(bin_.get_docs(vocabulary))
    assert [doc.text for doc in docs] == [text(yunling), text(hostile), blanks]
    assert "1.5万亩" in {entity.text for entity in docs[0].ents if entity.label_ == "TARGET"}


@pytest.mark.parametrize("name", ["labelstudio", "doccano", "spacy"])
def test_a_document_without_its_text_is_named(name: str, yunling: Document) -> None:
    textless = yunling.model_copy(update={"source": yunling.source.model_copy(update={"text": None})})
    with pytest.raises(UsageError, match=r"plans/yunling\.txt: annotations need the text"):
        written(name, textless)
