"""One JSON object: findings, files that could not be checked, and a summary."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from planparse.checks.formats.records import failure_record, finding_record

if TYPE_CHECKING:
    from planparse.checks.run import Report

__all__ = ["write"]


def write(report: Report) -> str:
    """The report as an indented object."""
    content = {
        "version": 1,
        "findings": [finding_record(finding, report) for finding in report.findings],
        "failures": [failure_record(failure) for failure in report.failures],
        "summary": {
            "files": len(report.files),
            "findings": len(report.findings),
            "in_baseline": report.accepted,
            "by_code": dict(sorted(Counter(finding.check.code for finding in report.findings).items())),
            "exit_code": report.exit_code,
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
