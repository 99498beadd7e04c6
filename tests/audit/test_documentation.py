"""Every diagnostic is in the documentation, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
# How the code names a diagnostic: the first words of a call, or of a saying about a relation.
NAMED = re.compile(r'(?:_diagnostic\(|Diagnostic\(code=|": \()\s*"([a-z]+(?:-[a-z]+)+)"')


def test_the_table_has_every_code_that_extract_can_say() -> None:
    package = ROOT / "src" / "planparse"
    code = "".join((package / name).read_text("utf-8") for name in ("audit/diagnostics.py", "stream.py"))
    documented = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", documented, re.MULTILINE)) == sorted(set(NAMED.findall(code)))
