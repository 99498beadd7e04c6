"""What the READMEs show is what comes out."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

import planparse
from planparse.cli.app import main
from planparse.export import FORMATS

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]
SAMPLE = ROOT / "samples" / "township.txt"


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("name", READMES)
def test_the_json_is_what_extract_writes(name: str) -> None:
    shown = json.loads(blocks(name, "json")[0])
    assert shown == planparse.extract(SAMPLE).plans[0].targets[0].model_dump(mode="json")
    text = SAMPLE.read_text(encoding="utf-8")
    span = shown["quantity"]["span"]
    assert text[span["start"] : span["end"]] == shown["quantity"]["text"]


@pytest.mark.parametrize("name", READMES)
def test_the_table_is_what_the_demo_prints(name: str) -> None:
    stream = io.BytesIO()
    FORMATS["table"].write([planparse.extract(SAMPLE)], stream)
    printed = {" ".join(line.rstrip("─").split()) for line in stream.getvalue().decode().splitlines()}
    shown = [" ".join(line.rstrip("─").split()) for line in blocks(name, "text")[0].splitlines()]
    assert [line for line in shown if line not in printed] == ["…", "…"]


@pytest.mark.parametrize("name", READMES)
def test_the_rule_can_be_used(name: str, tmp_path: Path) -> None:
    (tmp_path / "assignments.yaml").write_text(blocks(name, "yaml")[0], encoding="utf-8")
    assert main(["rules", "test", str(tmp_path)]) == 0


def test_both_languages_show_the_same() -> None:
    for language in ("json", "text"):
        assert blocks(READMES[0], language)[0] == blocks(READMES[1], language)[0]
