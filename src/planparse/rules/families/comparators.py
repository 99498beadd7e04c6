"""Comparators: 至少, 不超过, 以上, 左右, 余 — what they make of the number beside them."""

from __future__ import annotations

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["ComparatorRule"]


class ComparatorRule(Rule):
    """Words that set a quantity's `op`.

    `before` stand right in front of the numeral; `adverbs` too, but a verb may come between (`至少完成70%`);
    `after` stand behind the unit; `inside` between numeral and unit (`100余家`). Where the words of two rules meet,
    an `after` that bounds (以上, 以内) wins over an approximation.
    """

    op: Literal[">=", ">", "<=", "<", "~"]
    before: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    """Words that end like one of `before` and compare nothing (附近, 节约)."""
