"""What holds for every text: findings lie inside it, every format can write them, and nothing crashes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.checks.formats import FORMATS, render
from planparse.checks.places import Places
from planparse.checks.profiles import load_profile
from planparse.checks.registry import all_checks
from planparse.checks.run import Report, check_document
from planparse.checks.silence import find_silences
from planparse.pipeline import extract

PIECES = [
    "云溪县水务局",
    "一、基本现状",
    "二、目标任务",
    "四、推进措施",
    "（一）组织",
    "新建水厂3座、改建2座，共6座。",
    "总投资500万元，其中：土建300万元，占65%；设备200万元，占40%。",
    "2031年2月30日前完成XX亩。",
    "发放贷款5-10万元，建成一批",
    "责任人：规划科",
    "联系电话：0718-55501",
    "# planparse: ignore[PP2]",
    "\t\x0b\u2028é\ufffd",
    "農業發展",
    "，",
    "",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14).map("\n".join)
CODES = [check.code for check in all_checks()]


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_findings_lie_in_the_text_and_can_be_written(text: str) -> None:
    document = extract(text + "\n")
    whole = text + "\n"
    findings = tuple(check_document(document, Places(whole, document), Path("plan.txt"), load_profile("strict"), CODES))
    lines = whole.split("\n")
    for finding in findings:
        assert 0 <= finding.start <= finding.end <= len(whole)
        assert lines[finding.line - 1][finding.column - 1 :].startswith(
            whole[finding.start : finding.end].split("\n")[0]
        )
    report = Report((Path("plan.txt"),), findings, failing=frozenset(map(id, findings)))
    written = {name: render(report, name) for name in FORMATS}
    assert len(json.loads(written["json"])["findings"]) == len(findings)
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == len(findings)
    assert len(written["json-lines"].splitlines()) >= len(findings)
    assert written["github"].count("\n") == len(findings)
    assert ElementTree.fromstring(written["junit"]).get("failures") == str(len(findings))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_comments_leave_every_offset_where_it_was(text: str) -> None:
    silences = find_silences(text)
    assert len(silences.text) == len(text)
    assert [i for i, char in enumerate(silences.text) if char == "\n"] == [
        i for i, char in enumerate(text) if char == "\n"
    ]
