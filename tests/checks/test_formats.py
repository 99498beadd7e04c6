"""Golden outputs of every format, and what the readers of each demand."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from planparse.checks.formats import FORMATS
from planparse.checks.formats.text import width

HERE = Path(__file__).parent
NAMES = {"json-lines": "jsonl", "junit": "xml", "text": "txt"}


def written(check: Any, folder: Path, name: str, *arguments: str) -> str:
    """What a format says of the folder's plans."""
    check(
        "plan.txt",
        "clean.txt",
        "--select",
        "PP1,PP2,PP4,PP5",
        "--ignore",
        "PP202",
        *arguments,
        "--output-format",
        f"{name}=out",
    )
    return (folder / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_golden(check: Any, folder: Path, name: str) -> None:
    golden = HERE / "golden" / f"check.{name}.{NAMES.get(name, 'txt' if name == 'github' else 'json')}"
    assert written(check, folder, name) == golden.read_text(encoding="utf-8")


def test_the_caret_stands_under_the_words(check: Any, folder: Path) -> None:
    lines = written(check, folder, "text").splitlines()
    place = next(number for number, line in enumerate(lines) if "PP206" in line)
    quoted, caret = lines[place + 2], lines[place + 3]
    before = quoted[: quoted.index("5-10万元")]
    assert width(before) == caret.index("^")
    assert caret.count("^") == width("5-10万元") == 8


def test_a_long_line_is_cut_around_the_words(check: Any, folder: Path) -> None:
    (folder / "plan.txt").write_text(
        "二、目标任务\n" + "推进农村供水，" * 40 + "发放贷款5-10万元。\n", encoding="utf-8"
    )
    lines = written(check, folder, "text").splitlines()
    place = next(number for number, line in enumerate(lines) if "PP206" in line)
    assert "| …" in lines[place + 2]
    assert width(lines[place + 2]) < 100
    assert width(lines[place + 2].partition("5-10万元")[0]) == lines[place + 3].index("^")


def test_junit_is_what_jenkins_reads(check: Any, folder: Path) -> None:
    from junitparser import JUnitXml
    from lxml import etree

    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    content = written(check, folder, "junit", "broken.docx").encode()
    etree.XMLSchema(etree.parse(HERE / "jenkins-junit.xsd")).assertValid(etree.fromstring(content))
    report = JUnitXml.fromstring(content)
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in report] == [
        ("plan.txt", 3, 3, 0),
        ("clean.txt", 1, 0, 0),
        ("broken.docx", 1, 0, 1),
    ]


def test_junit_lets_slight_findings_pass(check: Any, folder: Path) -> None:
    from junitparser import JUnitXml

    report = JUnitXml.fromstring(written(check, folder, "junit", "--fail-on", "error").encode())
    assert report.failures == 2


def test_sarif_has_the_models_form(check: Any, folder: Path) -> None:
    from sarif_pydantic import Sarif

    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    log = Sarif.model_validate_json(written(check, folder, "sarif", "broken.docx"))
    (run,) = log.runs
    rules = [rule.id for rule in run.tool.driver.rules or []]
    for result in run.results or []:
        assert rules[result.rule_index or 0] == result.rule_id
        region = result.locations[0].physical_location.region
        words = (folder / "plan.txt").read_text(encoding="utf-8").splitlines()[region.start_line - 1]
        assert words[region.start_column - 1 : region.end_column - 1] == region.snippet.text
    assert run.invocations
    assert not run.invocations[0].execution_successful


@pytest.fixture(scope="module")
def sarif_schema(pytestconfig: pytest.Config) -> dict[str, Any]:
    """The committee's schema of SARIF 2.1.0, which the source archive of sarif-om carries; its wheel does not."""
    assert pytestconfig.cache
    folder = pytestconfig.cache.mkdir("sarif-om")
    if not any(folder.glob("*.tar.gz")):
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*pip, "-d", str(folder), "sarif-om==1.0.4"], capture_output=True, timeout=120, check=False)
    archive = next(folder.glob("*.tar.gz"), None)
    if archive is None:
        pytest.skip("the package index cannot be reached")
    with tarfile.open(archive) as packed:
        member = next(name for name in packed.getnames() if Path(name).name.startswith("sarif-2.1.0"))
        file = packed.extractfile(member)
        assert file
        schema: dict[str, Any] = json.load(file)
    return schema


def test_sarif_fits_the_official_schema(check: Any, folder: Path, sarif_schema: dict[str, Any]) -> None:
    import jsonschema

    (folder / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    log = json.loads(written(check, folder, "sarif", "坏.docx"))
    # The archive's copy names the draft's own file; the version of the format is the same.
    del log["$schema"]
    jsonschema.Draft7Validator(sarif_schema).validate(log)
    assert log["runs"][0]["invocations"][0]["toolExecutionNotifications"]


def test_github_escapes_what_would_end_a_property(check: Any, folder: Path) -> None:
    (folder / "plan.txt").rename(folder / "a,b:c%.txt")
    check("a,b:c%.txt", "--select", "PP502,PP206", "--output-format", "github=out")
    (line,) = (folder / "out").read_text(encoding="utf-8").splitlines()
    properties, _, message = line.removeprefix("::warning ").partition("::")
    assert "file=a%2Cb%3Ac%25.txt," in properties
    assert "%0A" in message
    assert "\n" not in message


def test_gitlab_fingerprints_are_unique(check: Any, folder: Path) -> None:
    (folder / "plan.txt").write_text("二、目标任务\n发放贷款5-10万元。\n发放贷款5-10万元。\n", encoding="utf-8")
    issues = json.loads(written(check, folder, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 1
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
