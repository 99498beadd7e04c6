"""`audit()`: the last stage, which reads a plan's figures and times against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.audit.diagnostics import diagnose
from planparse.audit.relations import find_relations

if TYPE_CHECKING:
    from planparse.audit.diagnostics import InName
    from planparse.audit.passage import Placed
    from planparse.cleaning import CleanText
    from planparse.models import Diagnostic, Plan
    from planparse.rules import RuleSet

__all__ = ["audit"]


def audit(
    plan: Plan, placed: Placed, text: CleanText, rules: RuleSet, in_name: InName
) -> tuple[Plan, list[Diagnostic]]:
    """`plan` with its relations, and the diagnostics of its stretch of `text`; the plan itself is not changed.

    `in_name` tells whether the numbers at two offsets of the clean text, begin and end, are part of a name.
    """
    relations = find_relations(placed, text, rules)
    related = plan.model_copy(update={"relations": relations}) if relations else plan
    return related, diagnose(related, placed.naming, text, rules, in_name)
