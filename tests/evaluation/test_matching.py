from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.evaluation.gold import GoldItem
from planparse.evaluation.matching import Found, overlap, pair

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=12)


def test_the_better_overlap_wins() -> None:
    gold = [GoldItem(0, 4, {}), GoldItem(3, 8, {})]
    found = [Found(3, 7, "second"), Found(0, 3, "first"), Found(20, 22, "beside")]
    match = pair(gold, found)
    assert {(item.start, said.item) for item, said in match.pairs} == {(0, "first"), (3, "second")}
    assert [said.item for said in match.spurious] == ["beside"]
    assert match.missed == []


@given(SPANS, SPANS)
@settings(max_examples=60, deadline=None)
def test_everything_is_paired_once_or_left(gold_spans: list[tuple[int, int]], spans: list[tuple[int, int]]) -> None:
    gold = [GoldItem(start, start + length, {"n": n}) for n, (start, length) in enumerate(gold_spans)]
    found = [Found(start, start + length, n) for n, (start, length) in enumerate(spans)]
    match = pair(gold, found)
    assert sorted([item.fields["n"] for item, _ in match.pairs] + [item.fields["n"] for item in match.missed]) == list(
        range(len(gold))
    )
    assert sorted([said.item for _, said in match.pairs] + [said.item for said in match.spurious]) == list(
        range(len(found))
    )
    assert all(overlap(item, said) >= 0.5 for item, said in match.pairs)
    # What is left on both sides overlaps nothing else that is left far enough.
    assert all(overlap(item, said) < 0.5 for item in match.missed for said in match.spurious)
