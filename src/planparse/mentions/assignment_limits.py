"""Where a clause begins and ends around a word that makes a unit answerable."""

from __future__ import annotations

from planparse.patterns import lazy_plain_pattern

__all__ = ["BREAK", "EDGE", "LONGEST", "SENTENCE_BREAK", "clause_end", "clause_start"]

LONGEST = 160
"""So many characters a clause has at most."""
BREAK = ",;:。!?\n…"
"""What ends a clause."""
SENTENCE_BREAK = ";。!?\n"
"""What ends a sentence; a semicolon does (X负责A;Y负责B)."""
EDGE = lazy_plain_pattern(rf"[(){BREAK}]")
"""A break or a bracket, to be searched."""
_EDGES = {BREAK: EDGE, SENTENCE_BREAK: lazy_plain_pattern(rf"[(){SENTENCE_BREAK}]")}


def clause_end(text: str, begin: int) -> int:
    """Where the clause ends: at a break outside of brackets, or at a bracket that it did not open."""
    depth = 0
    stop = min(len(text), begin + LONGEST)
    for mark in EDGE.finditer(text, begin, stop):
        char = mark[0]
        depth += (char == "(") - (char == ")")
        if depth < 0 or (depth == 0 and char not in "()"):
            return mark.start()
    return stop


def clause_start(text: str, at: int, breaks: str) -> int:
    """Where the clause in front of `at` begins."""
    depth = 0
    for mark in _EDGES[breaks].finditer(text[max(0, at - LONGEST + 1) : at][::-1]):
        char = mark[0]
        depth += (char == ")") - (char == "(")
        if depth < 0 or (depth == 0 and char in breaks):
            return at - mark.start()
    return max(0, at - LONGEST)
