"""SARIF 2.1.0, as GitHub code scanning and editors read it. Columns count code points, as Python does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planparse import __version__
from planparse.checks.baseline import fingerprint
from planparse.checks.formats.paths import shown, uri
from planparse.checks.registry import all_checks

if TYPE_CHECKING:
    from planparse.checks.model import Check, Finding, Language
    from planparse.checks.run import Failure, Report

__all__ = ["write"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(report: Report) -> str:
    """One run: the checks that exist, the findings, and whether every file could be read."""
    places = {check.code: place for place, check in enumerate(all_checks())}
    driver = {
        "name": "planparse",
        "semanticVersion": __version__,
        "rules": [_rule(check, report.language) for check in all_checks()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [_notification(failure) for failure in report.failures],
            }
        ],
        "results": [_result(finding, places[finding.check.code], report) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(check: Check, language: Language) -> dict[str, Any]:
    title, _, rest = check.documentation.partition("\n")
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": " ".join(rest.partition("\n\nFix")[0].split()) or title},
        "help": {"text": check.fix.unfilled(language), "markdown": check.documentation},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _result(finding: Finding, place: int, report: Report) -> dict[str, Any]:
    end_line, end_column = finding.stop
    stop = "。" if report.language == "zh" else ". "
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": {"text": finding.places.text[finding.start : finding.end]},
    }
    properties = {"plan": finding.plan, "department": finding.department, "page": finding.page}
    return {
        "ruleId": finding.check.code,
        "ruleIndex": place,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message(report.language)}{stop}{finding.fix(report.language)}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(finding.path)}, "region": region}}],
        "partialFingerprints": {"planparse/v1": fingerprint(finding, report.folder)},
        "properties": {key: value for key, value in properties.items() if value is not None},
    }


def _notification(failure: Failure) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}
    return {
        "level": "error",
        "message": {"text": f"{shown(failure.path)}: {failure.message}"},
        "locations": [location],
    }
