"""`audit()`: the last stage, which reads figures and times against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.audit.cues import find_cues
from planparse.audit.diagnostics import diagnose
from planparse.audit.relations import find_relations

if TYPE_CHECKING:
    from planparse.cleaning import CleanText
    from planparse.models import Document
    from planparse.rules import RuleSet

__all__ = ["audit"]


def audit(document: Document, text: CleanText, rules: RuleSet) -> Document:
    """Returns `document` with `plans[].relations` and `diagnostics` added; the document itself is not changed."""
    cues = find_cues(text.text, rules)
    plans = [plan.model_copy(update={"relations": find_relations(plan, text, cues, rules)}) for plan in document.plans]
    related = document.model_copy(update={"plans": plans})
    return related.model_copy(update={"diagnostics": [*document.diagnostics, *diagnose(related, text, rules)]})
