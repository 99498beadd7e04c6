"""What the figures of a plan say of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.audit.claims import relation_of
from planparse.audit.cues import find_cues
from planparse.audit.growth import growth, growth_from_named
from planparse.audit.listed import sums_of_parts, sums_with_total
from planparse.audit.passage import Passage
from planparse.audit.products import products
from planparse.audit.series import sums_over_time, wholes_with_rest
from planparse.audit.shares import shares, shares_of_named
from planparse.audit.structure import sums_by_structure

if TYPE_CHECKING:
    from planparse.audit.claims import Claim
    from planparse.audit.passage import Placed
    from planparse.cleaning import CleanText
    from planparse.models import Relation
    from planparse.rules import RuleSet

__all__ = ["find_relations"]

_FINDERS = (
    sums_of_parts,
    sums_with_total,
    sums_over_time,
    wholes_with_rest,
    sums_by_structure,
    shares,
    shares_of_named,
    products,
    growth,
    growth_from_named,
)


def find_relations(placed: Placed, text: CleanText, rules: RuleSet) -> list[Relation]:
    """The relations of a plan in reading order.

    Of several claims about the same total and kind, those that hold stand: parts that add up are the reading meant.
    """
    if len(placed.figures) < 2:
        return []
    passage = Passage(placed, text.text, find_cues(text.text, rules), rules)
    claims: dict[tuple[str, str | None, tuple[str, ...]], Claim] = {}
    for finder in _FINDERS:
        for claim in finder(passage):
            key = (claim.kind, claim.total.id if claim.total else None, tuple(sorted(part.id for part in claim.parts)))
            claims.setdefault(key, claim)
    held = {claim.total.id for claim in claims.values() if claim.holds and claim.kind == "sum" and claim.total}
    kept = [c for c in claims.values() if c.holds or c.kind != "sum" or not c.total or c.total.id not in held]
    relations = [relation_of(claim, text) for claim in kept]
    return sorted(relations, key=lambda relation: (relation.span.start, relation.span.end))
