"""The documentation page of all checks, generated: `python -m planparse.checks.documentation > docs/checks.md`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from planparse.checks.configuration import Settings
from planparse.checks.profiles import builtin_profiles, load_profile
from planparse.checks.registry import all_checks

if TYPE_CHECKING:
    from planparse.checks.model import Check

__all__ = ["page"]

GROUPS = {
    "PP1": "Structure",
    "PP2": "Targets",
    "PP3": "People",
    "PP4": "Dates",
    "PP5": "Arithmetic",
    "PP9": "Text",
}
HEAD = """# The checks of `planparse check`

Generated from the checks themselves (`python -m planparse.checks.documentation`); a test compares this page with them.
How to run them in CI stands in [ci.md](ci.md).

A code or its beginning selects checks: `PP2` is all checks of targets. A finding is silenced by a comment in a text or
Markdown file, `# planparse: ignore[PP203]` behind its line or alone on the line before, or `ignore-file[PP203]`
anywhere for the whole file; where readers should not see it, `<!-- planparse: ignore[PP203] -->`.
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [HEAD, _overview(), _configuration(), _profiles()]
    for prefix, title in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += [_entry(check) for check in all_checks() if check.code.startswith(prefix)]
    return "\n".join(parts)


def _overview() -> str:
    rows = [
        f"| [{check.code}](#{check.code.lower()}-{check.name}) | `{check.name}` | {check.severity} | {_title(check)} |"
        for check in all_checks()
    ]
    return "\n".join(["| code | name | severity | what it finds |", "|---|---|---|---|", *rows, ""])


def _configuration() -> str:
    rows = []
    for name, field in Settings.model_fields.items():
        default = json.dumps(field.get_default(), ensure_ascii=False, default=list)
        rows.append(f"| `{field.alias or name}` | {field.description} | `{default}` |")
    lines = [
        "## Configuration",
        "",
        "`planparse.toml`, or `[tool.planparse]` in `pyproject.toml`, the nearest upward from each plan. Paths and",
        "globs are relative to the file; `**` crosses folders. The command line comes first.",
        "",
        "| key | what it is | default |",
        "|---|---|---|",
        *rows,
    ]
    return "\n".join([*lines, ""])


def _profiles() -> str:
    rows = []
    for name in builtin_profiles():
        profile = load_profile(name)
        about = " ".join(profile.about.split())
        rows.append(f"| `{name}` | {about} | {', '.join(profile.required)} | {', '.join(profile.contacts) or '–'} |")
    lines = [
        "## Profiles",
        "",
        "| name | what for | required sections | required contacts |",
        "|---|---|---|---|",
        *rows,
        "",
        "A profile of your own is a YAML file that extends another and is named in the configuration",
        '(`profile = "county.yaml"`). What it states replaces the other\'s keys; `also` adds to lists:',
        "",
        "```yaml",
        "extends: default",
        "contacts: [person_in_charge]",
        "severities: {PP202: error}",
        "also: {required: [funding], vague: [进一步]}",
        "```",
    ]
    return "\n".join([*lines, ""])


def _entry(check: Check) -> str:
    rest = check.documentation.partition("\n")[2].strip()
    return f"### {check.code} {check.name}\n\n{_title(check)} ({check.severity})\n\n{rest}\n"


def _title(check: Check) -> str:
    return check.documentation.partition("\n")[0]


if __name__ == "__main__":
    sys.stdout.write(page())
