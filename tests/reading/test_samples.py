"""The samples of all formats: the same paragraphs, blocks and cells that hold, and files that their script rebuilds."""

from __future__ import annotations

import runpy
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC
from tests.programs import needs_libreoffice

from planparse.cleaning import clean
from planparse.reading import SourceText, from_text, read_path

SAMPLES = Path(__file__).parents[2] / "samples"
FORMATS = SAMPLES / "formats"
FILES = [
    *("plan.docx", "plan.pdf", "plan.html", "plan.xlsx", "plan.ofd", "plan.gb18030.txt", "plan.utf16.txt"),
    pytest.param("plan.doc", marks=needs_libreoffice),
]


@cache
def sample(name: str) -> SourceText:
    return read_path(FORMATS / name)


def paragraphs(source: SourceText) -> list[tuple[str, ...]]:
    """The lines without their indents; the cells of a row apart, without those that a merged cell leaves empty."""
    rows = ([cell.strip("　 ") for cell in line.split("\t")] for line in source.text.split("\n"))
    lines = (tuple(cell for cell in row if cell) for row in rows)
    return [line for line in lines if line]


@pytest.mark.parametrize("name", FILES)
def test_same_paragraphs(name: str) -> None:
    assert paragraphs(sample(name)) == paragraphs(sample("plan.txt"))


def test_markdown_says_the_same_without_its_marks() -> None:
    shown = clean(sample("plan.md")).text.replace("|", "")
    assert shown.replace("\n", "") == clean(sample("plan.txt")).text.replace("\t", "").replace("\n", "")


def test_same_paragraphs_in_traditional_characters() -> None:
    source = sample("plan.big5.txt")
    assert source.encoding == "big5"
    assert paragraphs(from_text(OpenCC("tw2s").convert(source.text))) == paragraphs(sample("plan.txt"))


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan.html", "plan.xlsx", "plan.ofd"])
def test_same_table_with_its_merged_cells(name: str) -> None:
    source = sample(name)
    (table,) = source.tables
    assert table.caption == "云溪镇2024年环境整治任务分解表"
    merged = {
        source.text[cell.start : cell.end]: (cell.row, cell.column, cell.rows, cell.columns)
        for cell in table.cells
        if cell.rows * cell.columns > 1
    }
    assert merged == {
        "序号": (0, 0, 2, 1),
        "任务": (0, 1, 2, 1),
        "目标值": (0, 2, 1, 2),
        "牵头单位": (0, 4, 2, 1),
        "完成时限": (0, 5, 2, 1),
        "镇建设办": (2, 4, 2, 1),
    }


@pytest.mark.parametrize("name", FILES)
def test_blocks_and_cells_hold(name: str) -> None:
    source = sample(name)
    assert all(0 <= block.start < block.end <= len(source.text) for block in source.blocks)
    assert all(one.end <= other.start for one, other in pairwise(source.blocks))
    assert [block.number for block in source.blocks] == list(range(len(source.blocks)))
    for table in source.tables:
        assert all(table.start <= cell.start <= cell.end <= table.end for cell in table.cells)
        taken = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert len(taken) == len(set(taken))


def test_heading_levels_of_styles() -> None:
    for name in ("plan.docx", "plan.md", "plan.html"):
        source = sample(name)
        levels = {source.text[block.start : block.end]: block.style_level for block in source.blocks}
        assert levels["（一）动员部署阶段"] is not None
        assert levels["一、基本现状"] is not None
        assert levels["一、基本现状"] < levels["（一）动员部署阶段"]
        assert levels.get("责任人：沈知行") is None


def test_script_rebuilds_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SAMPLES))
    built: dict[str, Any] = runpy.run_path(str(SAMPLES / "build_formats.py"))
    text = built["as_text"]()
    assert text == (FORMATS / "plan.txt").read_text(encoding="utf-8")
    assert built["traditional"](text).encode("cp950") == (FORMATS / "plan.big5.txt").read_bytes()
    assert built["as_html"]() == (FORMATS / "plan.html").read_text(encoding="utf-8")
    assert built["as_markdown"]() == (FORMATS / "plan.md").read_text(encoding="utf-8")
    assert built["docx"]() == (FORMATS / "plan.docx").read_bytes()
    assert built["ofd"]() == (FORMATS / "plan.ofd").read_bytes()
