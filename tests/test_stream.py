"""A document that is read and written plan by plan says what it says when read whole."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from tests.programs import sample_params

from planparse.export import FORMATS
from planparse.export.json import json_pieces, to_json
from planparse.models import PLAN_LISTS, Document
from planparse.outline import model
from planparse.reading import SourceText, from_text, read_path
from planparse.rules import load_rules
from planparse.stream import DocumentStream

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
DOCUMENTS = sample_params([*SAMPLES.glob("*.txt"), *SAMPLES.glob("formats/plan.*")], SAMPLES)
CHAPTER = """{number}、第{number}片供水工程
（一）到2031年底，新建供水站{count}处，总投资{money}万元。由青禾镇水利站牵头，镇财政所配合。
（二）2031年{month}月前改造管网{length}公里，自来水普及率达到{share}%以上。
"""


def stream(source: SourceText) -> DocumentStream:
    return DocumentStream(source, load_rules())


def long_plan(chapters: int) -> SourceText:
    """A plan of so many chapters with other numbers each."""
    parts = [
        CHAPTER.format(
            number="一二三四五六七八九十"[n % 10],
            count=2 + n % 7,
            money=100 + n,
            month=1 + n % 12,
            length=3 + n % 90,
            share=50 + n % 50,
        )
        for n in range(chapters)
    ]
    return from_text("青禾镇农村饮水安全工作方案\n为保障饮水安全，制定本方案。\n" + "".join(parts))


@pytest.mark.parametrize("path", DOCUMENTS)
@pytest.mark.parametrize("indent", [None, 2])
def test_the_json_is_that_of_the_whole_document(path: Path, indent: int | None) -> None:
    source = read_path(path)
    assert b"".join(json_pieces(stream(source), indent)).decode() == to_json(stream(source).document(), indent)


@pytest.mark.parametrize("text", ["", '"plans":[],"diagnostics":[]}\n一、"sections": 建桥3座'])
@pytest.mark.parametrize("indent", [None, 2])
def test_words_that_look_like_keys_are_words(text: str, indent: int | None) -> None:
    made = DocumentStream(from_text(text), load_rules(), with_text=True)
    said = b"".join(json_pieces(made, indent)).decode()
    assert said == to_json(DocumentStream(from_text(text), load_rules(), with_text=True).document(), indent)
    assert Document.model_validate_json(said).source.text == text


def test_a_plan_beyond_measure_comes_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    source = long_plan(40)
    whole = stream(source).document()
    monkeypatch.setattr(model, "_LONGEST", 400)
    (plan,) = stream(source).plans()
    pieces = [piece for piece, _ in plan]
    assert len(plan) == len(pieces) > 5
    assert all(len(piece.sections) < len(whole.plans[0].sections) / 4 for piece in pieces)


@pytest.mark.parametrize("indent", [None, 2])
def test_pieces_together_say_what_the_whole_says(monkeypatch: pytest.MonkeyPatch, indent: int | None) -> None:
    source = long_plan(40)
    whole = stream(source).document()
    monkeypatch.setattr(model, "_LONGEST", 400)
    assert stream(source).document() == whole
    assert b"".join(json_pieces(stream(source), indent)).decode() == to_json(whole, indent)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("到2031年底新建供水站12处。\n", 300),
        ("到2031年底新建供水站12处，改造管网3.5公里。", 200),
        ("新建供水站12处，", 300),
        ("水", 4000),
    ],
)
def test_words_without_sections_come_in_pieces_too(monkeypatch: pytest.MonkeyPatch, words: str, count: int) -> None:
    source = from_text(words * count)
    whole = stream(source).document()
    monkeypatch.setattr(model, "_LONGEST", 500)
    (plan,) = stream(source).plans()
    assert len(plan) > 2
    assert stream(source).document() == whole


@pytest.mark.parametrize("words", ["12.5%", "3亿元", "5％"])
def test_words_without_an_end_are_parted_between_figures(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    source = from_text(words * 800)
    monkeypatch.setattr(model, "_LONGEST", 500)
    (plan,) = stream(source).document().plans
    figures = [*plan.targets, *plan.baselines, *plan.parameters]
    assert [figure.quantity.text for figure in figures] == [words] * 800


def test_a_long_opening_is_parted_and_sections_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    source = from_text("为保障饮水安全，制定本方案。\n" * 100 + long_plan(20).text)
    whole = stream(source).document()
    monkeypatch.setattr(model, "_LONGEST", 400)
    assert stream(source).document() == whole


@pytest.mark.parametrize("name", ["compendium", "annual", "three-year", "health", "town"])
def test_samples_in_pieces(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    source = read_path(SAMPLES / f"{name}.txt")
    whole = stream(source).document()
    monkeypatch.setattr(model, "_LONGEST", 300)
    pieced = stream(source).document()
    for plan, other in zip(whole.plans, pieced.plans, strict=True):
        for listed in PLAN_LISTS:
            ids = [getattr(item, "id", item.span) for item in getattr(plan, listed)]
            assert ids == [getattr(item, "id", item.span) for item in getattr(other, listed)]
        # The year of a title is not at hand any more in a later piece: the due is missing there, never another.
        dues = {figure.id: figure.due for figure in plan.targets}
        assert all(figure.due in (None, dues[figure.id]) for figure in other.targets)


def test_memory_does_not_grow_with_the_number_of_plans() -> None:
    text = (SAMPLES / "township.txt").read_text(encoding="utf-8")

    def peak(times: int) -> int:
        made = stream(from_text((text.rstrip() + "\n\n") * times))
        tracemalloc.start()
        try:
            for plan in made.plans():
                for _ in plan:
                    pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)
    few, many = peak(5), peak(20)
    assert len(list(stream(from_text((text.rstrip() + "\n\n") * 5)).plans())) == 5
    assert many < 1.5 * few


def test_a_broken_off_output_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("planparse.stream.audit", fail)
    with pytest.raises(RuntimeError):
        FORMATS["json"].write([stream(long_plan(2))], tmp_path / "plan.json")
    assert not list(tmp_path.iterdir())


def test_several_documents_follow_each_other() -> None:
    written = BytesIO()
    FORMATS["jsonl"].write([stream(long_plan(1)), stream(long_plan(2)).document()], written)
    lines = written.getvalue().splitlines()
    assert [len(Document.model_validate_json(line).plans) for line in lines] == [1, 1]
