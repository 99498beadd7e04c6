"""Baselines: what an old collection is known to lack, so that it passes while nothing new gets in.

A finding is known by its check, its file and its words, not by its line: a baseline survives edits above it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from planparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planparse.checks.model import Finding

__all__ = ["fingerprint", "load_baseline", "new_findings", "write_baseline"]

VERSION = 1


def fingerprint(finding: Finding, folder: Path) -> str:
    """What a finding is known by: check, path from `folder`, department and quoted words."""
    path = os.path.relpath(finding.path.resolve(), folder.resolve()).replace(os.sep, "/")
    known = "\0".join((finding.check.code, path, finding.department or "", finding.quoted))
    return hashlib.sha256(known.encode()).hexdigest()[:32]


def load_baseline(file: Path) -> Counter[str]:
    """Fingerprint → how often it is accepted. Raises UsageError for a file that is no baseline."""
    try:
        content: Any = json.loads(file.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            raise UsageError(f"{file}: a baseline of version {content['version']}", "write it anew: --write-baseline")
        return Counter({str(entry["fingerprint"]): int(entry["count"]) for entry in content["findings"]})
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})", "write one: --write-baseline FILE") from None
    except (ValueError, KeyError, TypeError):
        raise UsageError(f"{file}: not a baseline", "write one: --write-baseline FILE") from None


def new_findings(findings: Iterable[Finding], known: Counter[str], folder: Path) -> list[Finding]:
    """The findings that the baseline does not know; one known once hides only the first of its like."""
    left = Counter(known)
    new = []
    for finding in findings:
        print_ = fingerprint(finding, folder)
        if left[print_] > 0:
            left[print_] -= 1
        else:
            new.append(finding)
    return new


def write_baseline(findings: Iterable[Finding], file: Path) -> int:
    """Writes all findings as accepted; returns how many."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for finding in findings:
        path = os.path.relpath(finding.path.resolve(), file.parent.resolve()).replace(os.sep, "/")
        counts[finding.check.code, path, finding.quoted, fingerprint(finding, file.parent)] += 1
    entries = [
        {"code": code, "path": path, "quoted": quoted, "fingerprint": known, "count": count}
        for (code, path, quoted, known), count in sorted(counts.items())
    ]
    content = json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=1)
    try:
        file.write_text(content + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror})", "name another file") from None
    return sum(counts.values())
