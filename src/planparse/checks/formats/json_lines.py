"""JSON Lines: one finding per line, files that could not be checked as lines with `failure`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planparse.checks.formats.records import failure_record, finding_record

if TYPE_CHECKING:
    from planparse.checks.run import Report

__all__ = ["write"]


def write(report: Report) -> str:
    """One object per line; nothing where nothing was found."""
    records = [finding_record(finding, report) for finding in report.findings]
    records += [{"failure": failure_record(failure)} for failure in report.failures]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
