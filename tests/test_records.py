"""Records: what a named tuple would give, without its price at a start."""

from __future__ import annotations

import pickle

import pytest

from planparse.records import Record


class Stay(Record):
    __slots__ = ("days", "place")

    def __init__(self, place: str, days: int = 1) -> None:
        self.place = place
        self.days = days


class Visit(Stay):
    __slots__ = ("days", "place")


def test_what_holds_the_same_is_equal() -> None:
    assert Stay("青禾镇") == Stay("青禾镇", 1)
    assert Stay("青禾镇") != Stay("青禾镇", 2)
    assert Stay("青禾镇") != Visit("青禾镇")
    assert Stay("青禾镇") != ("青禾镇", 1)
    assert {Stay("青禾镇"), Stay("青禾镇"), Stay("白石乡")} == {Stay("白石乡"), Stay("青禾镇")}


def test_replaced_changes_what_is_named_and_nothing_else() -> None:
    stay = Stay("青禾镇", 3)
    assert stay.replaced(days=5) == Stay("青禾镇", 5)
    assert stay == Stay("青禾镇", 3)
    with pytest.raises(AttributeError, match="nights"):
        stay.replaced(nights=2)


def test_a_record_is_shown_by_its_fields_and_goes_to_another_process() -> None:
    assert repr(Stay("青禾镇", 3)) == "Stay(days=3, place='青禾镇')"
    assert pickle.loads(pickle.dumps(Stay("青禾镇", 3))) == Stay("青禾镇", 3)
