"""The line that a goal prints."""

from __future__ import annotations


def line(goal: str, ours: str, theirs: str, ratio: float, reached: bool) -> str:
    """`goal: ours against theirs, ratio r (reached)`."""
    return f"{goal}: {ours} against {theirs}, ratio {ratio:.2f} ({'reached' if reached else 'NOT reached'})"
