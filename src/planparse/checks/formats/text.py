"""Findings for people: the line, a caret under the words, and how to put it right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from planparse.checks.formats.paths import shown

if TYPE_CHECKING:
    from planparse.checks.model import Finding
    from planparse.checks.run import Report

__all__ = ["width", "write"]

# Columns of a terminal that a quoted line may take; what is around is cut off with an ellipsis.
WIDEST = 88
ELLIPSIS = "…"


def write(report: Report) -> str:
    """One block per finding, and a last line that counts them."""
    blocks = [_block(finding, report) for finding in report.findings]
    blocks += [f"{shown(failure.path)}: cannot be checked: {failure.message}\n" for failure in report.failures]
    return "\n".join([*blocks, _summary(report) + "\n"])


def _block(finding: Finding, report: Report) -> str:
    page = f" p. {finding.page}" if finding.page else ""
    place = f"{shown(finding.path)}:{finding.line}:{finding.column}{page}"
    head = (
        f"{place}: {finding.check.code} {finding.severity}: {finding.message(report.language)} [{finding.check.name}]"
    )
    margin = " " * len(str(finding.line))
    line, before, marked = _window(finding)
    lines = [
        head,
        f"{margin} |",
        f"{finding.line} | {line}",
        f"{margin} | {' ' * before}{'^' * marked}",
        f"{margin} = {'改法' if report.language == 'zh' else 'fix'}: {finding.fix(report.language)}",
    ]
    return "\n".join(lines) + "\n"


def _window(finding: Finding) -> tuple[str, int, int]:
    """The quoted line cut to width around the words found; columns before the caret, and columns of carets."""
    text = finding.places.line_text(finding.line)
    start = finding.column - 1
    stop = finding.stop[1] - 1 if finding.stop[0] == finding.line else len(text)
    first, last = start, min(stop, start + WIDEST // 2)
    while last < len(text) or first > 0:
        grown = (max(first - 1, 0), min(last + 1, len(text)))
        if width(text[grown[0] : grown[1]]) > WIDEST:
            break
        first, last = grown
    head, tail = ELLIPSIS if first else "", ELLIPSIS if last < len(text) else ""
    before = width(head + text[first:start])
    return _plain(f"{head}{text[first:last]}{tail}"), before, max(width(text[start : min(stop, last)]), 1)


def width(words: str) -> int:
    """Columns that `words` take in a terminal: wide characters two, combining ones none."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in words)


def _plain(line: str) -> str:
    return "".join(" " if char in "\t\v\f\r\u2028\u2029" else char for char in line)


def _summary(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    files = len(report.files)
    if report.language == "zh":
        found = f"检查 {files} 份文件：错误 {counts['error']}，警告 {counts['warning']}，提示 {counts['info']}"
        return found + (f"；基线中已有 {report.accepted}" if report.accepted else "")
    found = f"{files} files checked: {counts['error']} errors, {counts['warning']} warnings, {counts['info']} infos"
    return found + (f"; {report.accepted} in the baseline" if report.accepted else "")
