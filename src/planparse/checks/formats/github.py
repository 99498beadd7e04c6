"""GitHub workflow commands: annotations on the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.checks.formats.paths import shown

if TYPE_CHECKING:
    from planparse.checks.model import Finding, Language
    from planparse.checks.run import Report

__all__ = ["write"]

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report) -> str:
    """One command per finding and per file that could not be checked."""
    lines = [_annotation(finding, report.language) for finding in report.findings]
    lines += [
        _command("error", {"title": "cannot be checked", "file": shown(failure.path)}, failure.message)
        for failure in report.failures
    ]
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, language: Language) -> str:
    end_line, end_column = finding.stop
    properties = {
        "title": f"{finding.check.code} {finding.check.name}",
        "file": shown(finding.path),
        "line": str(finding.line),
        "endLine": str(end_line),
    }
    # GitHub shows columns only where a finding stays on one line.
    if end_line == finding.line:
        properties |= {"col": str(finding.column), "endColumn": str(end_column)}
    message = f"{finding.message(language)}\n{finding.fix(language)}"
    return _command(COMMANDS[finding.severity], properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
