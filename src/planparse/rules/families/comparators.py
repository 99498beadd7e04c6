"""Comparators: 至少, 不超过, 以上, 左右, 余 — what they make of the number beside them."""

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["ComparatorRule"]


class ComparatorRule(Rule):
    """Words that set a quantity's `op`.

    `before` stand right in front of the numeral; `adverbs` too, but a verb may come between (`至少完成70%`);
    `after` stand behind the unit; `inside` between numeral and unit (`100余家`). Where the words of two rules meet,
    an `after` that bounds (以上, 以内) wins over an approximation. Each word of `negated` behind each of `negations`
    (不得 and 超过) stands like one of `before`; so does one behind a word of `apart` and what is measured between.
    """

    op: Literal[">=", ">", "<=", "<", "~"]
    before: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    not_of: tuple[str, ...] = ()
    """Units of whose quantities the words say something else (主体封顶12栋)."""
    not_in: tuple[str, ...] = ()
    """Words that end like one of `before`, or begin or end like one of `adverbs`, and compare nothing (附近, 最高气温,
    历史最高)."""

    @property
    def in_front(self) -> tuple[str, ...]:
        """All words that stand right in front of the numeral."""
        return self.before + self._turned

    @property
    def comparing(self) -> tuple[str, ...]:
        """Those between which and the numeral may stand what the share is of (不超过总数的3%; but 没有超时办理3件)."""
        return self.before + tuple(word for word in self._turned if word.endswith(("于", "过")))

    @property
    def _turned(self) -> tuple[str, ...]:
        return tuple(no + word for no in self.negations for word in self.negated)
