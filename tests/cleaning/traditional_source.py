"""Writes src/planparse/cleaning/traditional.txt from OpenCC's tables: `python tests/cleaning/traditional_source.py`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import opencc

TARGET = Path(__file__).parents[2] / "src" / "planparse" / "cleaning" / "traditional.txt"
# The ideographs of the Basic Multilingual Plane: what fonts and input methods of plan documents can write.
IDEOGRAPHS = range(0x4E00, 0xA000)
# Simplified writing has 蒜薹 and 苔藓, and no 苔 in the former.
KEPT = "薹"


def table() -> str:
    """One line per simplified character: it, and the traditional (also Taiwan's and Hong Kong's) forms of it."""
    converters = [opencc.OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    simplified: dict[str, str] = {}
    for char in map(chr, IDEOGRAPHS):
        for converter in converters:
            plain = converter.convert(char)
            if plain != char and len(plain) == 1 and ord(plain) in IDEOGRAPHS:
                simplified[char] = plain
                break
    # Words, not characters, decide over this one in OpenCC: 显著 stays, 看著 does not.
    simplified["著"] = "着"
    lines: dict[str, list[str]] = defaultdict(list)
    for old, new in simplified.items():
        if old not in simplified.values() and old not in KEPT:
            lines[new].append(old)
    return "".join(f"{new}{''.join(sorted(olds))}\n" for new, olds in sorted(lines.items()))


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8", newline="\n")
