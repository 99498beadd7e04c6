"""Compounds in the names of offices: 审批 cuts no name within 行政审批, nor 全局 within 安全局."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.rules.families.assignments import AssignmentRule

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["within_compounds"]


def within_compounds(rules: RuleSet) -> str:
    """A look around, as a pattern's source, that fails where a barrier's word is but a piece of a compound."""
    barriers = tuple(word for rule in rules.of(AssignmentRule) if rule.form == "barrier" for word in rule.words)
    pieces: dict[str, list[str]] = {}
    for rule in rules.of(AssignmentRule):
        for word in rule.words if rule.form == "compound" else ():
            for at in range(len(word)):
                if word.startswith(barriers, at):
                    # What comes first tells most places apart; what must stand in front of it is looked at last.
                    pieces.setdefault(word[at], []).append(word[at + 1 :] + (f"(?<={word})" if at else ""))
    found = [f"{first}(?:{'|'.join(rest)})" for first, rest in pieces.items()]
    return f"(?!{'|'.join(found)})" if found else ""
