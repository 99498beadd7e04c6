"""Comments in a document that silence checks: `# planparse: ignore[PP203]`.

Behind a line it silences that line, on a line of its own the next one that is not blank, and `ignore-file` the whole
document; without codes, all checks. In Markdown `<!-- planparse: ignore[PP203] -->` is not shown to readers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from planparse.checks.model import Finding

__all__ = ["Silences", "find_silences"]

_COMMENT = regex.compile(
    r"(?:<!--[ \t]*+|[#＃]++[ \t]*+)planparse[:：][ \t]*+ignore(?P<file>-file)?+"
    r"(?:[ \t]*+\[(?P<codes>[^\]\n]*+)\])?+(?:[ \t]*+-->)?+[ \t]*+(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Silences:
    """What a document's comments silence. `text` is the document without them, of the same length."""

    text: str
    document: tuple[str, ...] = ()
    lines: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def cover(self, finding: Finding) -> bool:
        """Whether a comment silences the finding: on its lines, or for the whole document."""
        codes = [*self.document]
        for line in range(finding.line, finding.stop[0] + 1):
            codes += self.lines.get(line, ())
        return any(finding.check.code.startswith(code) or finding.check.name == code for code in codes)


def find_silences(text: str) -> Silences:
    """The comments of `text`, and the text with blanks in their place: what they say is not the plan's word."""
    if "planparse" not in text:
        return Silences(text)
    document: list[str] = []
    lines: dict[int, tuple[str, ...]] = {}
    pieces, last = [], 0
    for match in _COMMENT.finditer(text):
        codes = tuple(code.strip() for code in (match["codes"] or "PP").split(",") if code.strip())
        if match["file"]:
            document += codes
        else:
            line = _line_meant(text, match.start(), match.end())
            lines[line] = (*lines.get(line, ()), *codes)
        pieces += [text[last : match.start()], " " * (match.end() - match.start())]
        last = match.end()
    return Silences("".join([*pieces, text[last:]]), tuple(document), lines)


def _line_meant(text: str, start: int, end: int) -> int:
    """The comment's own line, or the next with words where the comment stands alone."""
    line = text.count("\n", 0, start) + 1
    if text[text.rfind("\n", 0, start) + 1 : start].strip():
        return line
    rest = text[end:]
    blank = len(rest) - len(rest.lstrip())
    return line + rest.count("\n", 0, blank)
