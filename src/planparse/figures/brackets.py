"""Brackets in a line: in which one a clause stands, and whether one closes between two places."""

from __future__ import annotations

__all__ = ["LONGEST_SENTENCE", "bracket_start", "open_to"]

# No plan's sentence is longer; beyond, a hostile text would cost quadratic time.
LONGEST_SENTENCE = 600


def bracket_start(words: str, clause_start: int, paragraph_start: int) -> int:
    """Where the bracket opens in which a clause stands, or 0: what is in brackets is governed there first."""
    reach = clause_start - LONGEST_SENTENCE
    line = paragraph_start if paragraph_start > reach else reach
    opened = words.rfind("(", line, clause_start)
    if opened <= words.rfind(")", line, clause_start):
        return 0
    # One that is never closed is a slip of the pen, and holds nothing.
    end = words.find("\n", clause_start, clause_start + LONGEST_SENTENCE)
    return opened if words.find(")", clause_start, end if end >= 0 else clause_start + LONGEST_SENTENCE) >= 0 else 0


def open_to(words: str, start: int, end: int) -> bool:
    """Whether no bracket that was open at `start` closes before `end`; a closing one alone is a slip of the pen."""
    if words.find(")", start, end) < 0:
        return True
    line = max(0, start - LONGEST_SENTENCE)
    line = max(line, words.rfind("\n", line, start) + 1)
    if words.rfind("(", line, start) <= words.rfind(")", line, start):
        return True
    depth = 0
    for char in words[start:end]:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return True
