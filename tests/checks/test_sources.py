"""Findings name the lines of the file, in Markdown and csv too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.checks.sources import place_in, read_original

MARKDOWN = """# 云溪县水务局

<!-- 发放贷款，仅供参考 -->
## 一、目标任务

- 2031年底前，**新建水厂3座**、改建水厂2座，
  共6座。
- 发放[贷款](https://example.org/5)5-10万元。 {comment}

| 项目 | 数量 |
|---|---|
| 泵站 | XX座 |
"""


def found(check: Any, capsys: pytest.CaptureFixture[str], name: str) -> list[tuple[str, int, int, str]]:
    check(name, "--select", "PP5,PP206,PP9", "--output-format", "json-lines")
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(r["code"], r["line"], r["column"], r["quoted"]) for r in records]


def test_lines_of_markdown(check: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = MARKDOWN.format(comment="")
    (folder / "plan.md").write_text(text, encoding="utf-8")
    findings = found(check, capsys, "plan.md")
    assert [(code, line) for code, line, _, _ in findings] == [("PP501", 7), ("PP206", 8), ("PP901", 12)]
    for _, line, column, quoted in findings:
        assert text.splitlines()[line - 1][column - 1 :].startswith(quoted)


@pytest.mark.parametrize("comment", ["<!-- planparse: ignore[PP206] -->", "# planparse: ignore[PP206]"])
def test_comments_in_markdown(check: Any, folder: Path, capsys: pytest.CaptureFixture[str], comment: str) -> None:
    (folder / "plan.md").write_text(MARKDOWN.format(comment=comment), encoding="utf-8")
    assert [code for code, *_ in found(check, capsys, "plan.md")] == ["PP501", "PP901"]


def test_comments_do_not_make_a_text_markdown(folder: Path) -> None:
    plain = "二、目标任务\n# planparse: ignore[PP1]\n新建水厂3座。\n# planparse: ignore\n改建2座。\n"
    (folder / "plan.txt").write_bytes(plain.replace("\n", "\r\n").encode("gb18030"))
    original = read_original(folder / "plan.txt")
    assert original.source.format == "txt"
    assert original.shown == plain
    assert len(original.source.text) == len(plain)
    assert "planparse" not in original.source.text


def test_places() -> None:
    assert place_in("目标\t3座\n", '"目标",3座\n') == (1, 2, 3, 5, 6, 7, 7)
    assert place_in("目标", "目") is None
