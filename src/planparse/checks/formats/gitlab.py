"""GitLab's code quality report: shown in the merge request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planparse.checks.baseline import fingerprint
from planparse.checks.formats.paths import shown

if TYPE_CHECKING:
    from planparse.checks.model import Finding, Language
    from planparse.checks.run import Failure, Report

__all__ = ["write"]

SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def write(report: Report) -> str:
    """An array of issues; every fingerprint is unique, as GitLab demands."""
    issues, seen = [], set()
    for finding in report.findings:
        known = fingerprint(finding, report.folder)
        while known in seen:
            known = f"{known}+"
        seen.add(known)
        issues.append(_issue(finding, known, report.language))
    issues += [_unread(failure) for failure in report.failures]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, known: str, language: Language) -> dict[str, Any]:
    end_line, end_column = finding.stop
    place = {
        "begin": {"line": finding.line, "column": finding.column},
        "end": {"line": end_line, "column": end_column},
    }
    return {
        "description": f"{finding.check.code} {finding.message(language)}",
        "check_name": finding.check.name,
        "fingerprint": known,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": shown(finding.path), "positions": place, "lines": {"begin": finding.line}},
    }


def _unread(failure: Failure) -> dict[str, Any]:
    return {
        "description": f"cannot be checked: {failure.message}",
        "check_name": "readable",
        "fingerprint": f"readable:{shown(failure.path)}",
        "severity": "blocker",
        "location": {"path": shown(failure.path), "lines": {"begin": 1}},
    }
