from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from planparse.errors import PlanparseError, ReadError
from planparse.evaluation.gold import Gold, load_gold, resolve
from planparse.pipeline import extract

if TYPE_CHECKING:
    from pathlib import Path

    from planparse.models import Document

TEXT = "甲局\n到2031年建水厂 2\n座、2座泵站2座\n"
STARTS = [0, 3, 15, 25]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"line": 2, "quote": "2座"}, "2\n座"),
        ({"line": 2, "quote": "2座", "nth": 1}, "2\n座"),
        ({"line": 3, "quote": "2座"}, "2座"),
        ({"line": 3, "quote": "2座", "nth": 2}, "2座"),
        ({"line": 1, "value": "甲局"}, "甲局"),
        ({"start_char": 4, "end_char": 9}, "2031年"),
    ],
)
def test_an_item_is_where_it_says(item: dict[str, Any], words: str) -> None:
    start, end = resolve(item, TEXT, STARTS)
    assert TEXT[start:end] == words


def test_nth_counts_from_the_line_on() -> None:
    assert resolve({"line": 3, "quote": "2座", "nth": 2}, TEXT, STARTS) > resolve(
        {"line": 3, "quote": "2座"}, TEXT, STARTS
    )


@pytest.mark.parametrize(
    "item",
    [{"line": 2, "quote": "三座"}, {"line": 9, "quote": "2座"}, {"quote": "2座"}, {"start_char": 4, "end_char": 999}],
)
def test_an_item_that_is_not_there_is_named(item: dict[str, Any]) -> None:
    with pytest.raises(PlanparseError, match=r"shuiwu: quantities: .*mend"):
        Gold("shuiwu", {"quantities": [item]}).items(TEXT)


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    for name, suffix in (("b", ".txt"), ("a", ".docx")):
        (tmp_path / f"{name}.gold.json").write_text("{}", encoding="utf-8")
        (tmp_path / f"{name}{suffix}").write_text("", encoding="utf-8")
    golds = load_gold(tmp_path)
    assert [(gold.name, gold.path and gold.path.name) for gold in golds] == [("a", "a.docx"), ("b", "b.txt")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("{", "no valid JSON"),
        ("[]", "neither gold nor corrections"),
        ("{}", "neither gold nor corrections"),
        ('{"format": "planparse-corrections", "documents": [{"path": "a.txt"}]}', "document 1 is no correction"),
    ],
)
def test_a_file_that_is_no_gold_is_said_to_be_none(content: str | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "corrections.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=said):
        load_gold(file)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no \.gold\.json"):
        load_gold(tmp_path)


def test_a_document_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps({"plans": []}), encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.txt: the document of a is missing"):
        load_gold(tmp_path)[0].read(lambda _: pytest.fail("nothing to extract"))


def corrected(path: Path | None, text: str) -> Gold:
    return Gold("plan.txt", {}, path, text)


def test_corrections_are_read_from_the_file_while_its_text_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("甲局\n工作方案\n", encoding="utf-8")
    assert corrected(file, "甲局\n工作方案\n").read(read).source.path == str(file)
    assert corrected(file, "甲局\n从前的方案\n").read(read).source.text == "甲局\n从前的方案\n"
    assert corrected(None, "乙局\n工作方案\n").read(read).source.text == "乙局\n工作方案\n"


def test_text_that_reads_otherwise_now_is_refused() -> None:
    with pytest.raises(ReadError, match=r"plan\.txt: its text reads otherwise"):
        corrected(None, "甲局\r\n工作方案\r\n").read(read)


def read(source: Path | str) -> Document:
    return extract(source, with_text=True)
