"""A finding as a plain record, the same in JSON and JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planparse.checks.baseline import fingerprint
from planparse.checks.formats.paths import shown

if TYPE_CHECKING:
    from planparse.checks.model import Finding
    from planparse.checks.run import Failure, Report

__all__ = ["failure_record", "finding_record"]


def finding_record(finding: Finding, report: Report) -> dict[str, Any]:
    """Everything known of a finding; lines and columns count characters from 1, `end_column` is behind the last."""
    end_line, end_column = finding.stop
    return {
        "code": finding.check.code,
        "name": finding.check.name,
        "severity": finding.severity,
        "message": finding.message(report.language),
        "fix": finding.fix(report.language),
        "path": shown(finding.path),
        "line": finding.line,
        "column": finding.column,
        "end_line": end_line,
        "end_column": end_column,
        "page": finding.page,
        "plan": finding.plan,
        "department": finding.department,
        "quoted": finding.quoted,
        "span": {"start": finding.start, "end": finding.end},
        "fingerprint": fingerprint(finding, report.folder),
    }


def failure_record(failure: Failure) -> dict[str, Any]:
    """A file that could not be checked."""
    return {"path": shown(failure.path), "message": failure.message}
