"""Sums that stand by structure: a total, and right before or behind it parts that make exactly as much.

No word says that the list is whole, so nothing is ever claimed broken here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.audit.claims import Claim, addable, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["sums_by_structure"]

# 总投资2000万元, 总数60个: the word that makes an amount a total, near before it.
_TOTAL = "总"
_OPENING = "("


def sums_by_structure(passage: Passage) -> Iterator[Claim]:
    """总投资 and its like with all parts in the sentence, and any amount with its parts in brackets right behind it."""
    text = passage.text
    numbers = [None, None, *[amount.sentence for amount in passage.amounts], None, None]
    for total, second_before, second_behind in zip(passage.amounts, numbers, numbers[4:], strict=False):
        # Parts are two at least, all before or all behind.
        sentence = total.sentence
        if sentence != second_before and sentence != second_behind:
            continue
        # Most have no bracket behind them, which is seen without their tail.
        bracket = text.find(_OPENING, total.end, total.after + 1) >= 0 and _opens_bracket(total)
        if not (bracket or total.is_led_by(_TOTAL)):
            continue
        start, end = passage.sentence(sentence)
        behind = [a for a in passage.behind(total.end, end) if addable(a, total)]
        if bracket:
            behind = [a for a in behind if a.depth > total.depth]
        before = [a for a in passage.in_front(start, total.start) if addable(a, total)]
        for parts in (behind, before[::-1]):
            found = _exact(total, parts)
            if found:
                yield sum_of(total, sorted(found, key=lambda part: part.start), holds=True)
                break


def _opens_bracket(total: Amount) -> bool:
    """Whether the words behind an amount end at a bracket that opens."""
    return total.text.startswith(_OPENING, total.end + len(total.tail))


def _exact(total: Amount, parts: Sequence[Amount]) -> Sequence[Amount] | None:
    """The nearest parts, two at least, that make the total to the last digit."""
    made = parts[0].value if parts else total.value
    for count in range(2, len(parts) + 1):
        made += parts[count - 1].value
        if made == total.value:
            return parts[:count]
    return None
