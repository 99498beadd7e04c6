"""JUnit XML as Jenkins reads it: a suite per file, a case per finding, and one that passes where there is none.

A finding too slight to fail the run is a case that passes, with its words in `system-out`; a file that could not be
checked is a case in error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import regex

from planparse.checks.formats.paths import shown

if TYPE_CHECKING:
    from planparse.checks.model import Finding
    from planparse.checks.run import Report

__all__ = ["write"]

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report) -> str:
    """The report as an indented document with an XML declaration."""
    failures = {failure.path: failure for failure in report.failures}
    root = ElementTree.Element("testsuites", name="planparse check")
    for file in report.files:
        found = [finding for finding in report.findings if finding.path == file]
        suite = ElementTree.SubElement(root, "testsuite", name=_clean(shown(file)))
        for finding in found:
            _case(suite, finding, report)
        if file in failures:
            case = ElementTree.SubElement(suite, "testcase", name="readable", classname=_clean(shown(file)), time="0")
            error = ElementTree.SubElement(case, "error", message=_clean(failures[file].message), type="ReadError")
            error.text = _clean(failures[file].message)
        elif not found:
            ElementTree.SubElement(suite, "testcase", name="planparse check", classname=_clean(shown(file)), time="0")
        _count(suite)
    _count(root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, finding: Finding, report: Report) -> None:
    name = f"{finding.check.code} {finding.check.name} {finding.line}:{finding.column}"
    case = ElementTree.SubElement(suite, "testcase", name=name, classname=_clean(shown(finding.path)), time="0")
    message = _clean(finding.message(report.language))
    words = _clean(
        f"{shown(finding.path)}:{finding.line}:{finding.column}\n{finding.quoted}\n{finding.fix(report.language)}"
    )
    if report.fails(finding):
        failure = ElementTree.SubElement(case, "failure", message=message, type=finding.severity)
        failure.text = words
    else:
        ElementTree.SubElement(case, "system-out").text = f"{finding.severity}: {message}\n{words}"


def _count(element: ElementTree.Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", str(sum(case.find("error") is not None for case in cases)))
    element.set("time", "0")


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
