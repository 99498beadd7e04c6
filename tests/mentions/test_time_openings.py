"""Where times can begin: what the number in front tells of the patterns that can."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.mentions.openings import Openings
from planparse.mentions.time_grammar import scanner
from planparse.mentions.time_openings import NUMBER, WORD, Starts, number_before, openings
from planparse.rules import load_rules

SCANNER = scanner(load_rules())
WRITTEN = [pattern for _, pattern in SCANNER._tried]
BEGINNINGS = Openings([one] for one in WRITTEN)
STARTS = openings(WRITTEN, BEGINNINGS)


def beginning(opening: str, starts: Starts) -> tuple[int, ...] | None:
    """The patterns that can begin with a number and what stands behind it, None where none can."""
    place = re.match(starts.places, opening)
    kind = (place and place.lastindex) or WORD
    if place is None or kind == WORD:
        return None
    found = number_before(opening, place.end(kind), kind - NUMBER, SCANNER._fold)
    return found and starts.among(*found)


def leaves_out_none(opening: str) -> None:
    """Whatever the patterns themselves say can begin is among those that the number leaves."""
    is_bare = re.fullmatch(r"\d+(?:\.\d+)?\.?", opening)
    assert is_bare or set(BEGINNINGS.of(opening)) <= set(beginning(opening, STARTS) or ())


@given(
    st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,2})?", fullmatch=True),
    st.text(st.sampled_from("年月日天个小时分钟周岁至-—~.,、。第季度一上下半次*龘 "), max_size=4),
)
def test_a_number_leaves_out_no_pattern_that_can_begin(number: str, behind: str) -> None:
    leaves_out_none(number + behind)


@given(
    st.from_regex(r"[0-9]{1,4}年[0-9]{1,2}月", fullmatch=True),
    st.text(st.sampled_from("年月日号底末初中上下旬份前至-—~到.,、。起开0123456789一二三十龘 "), max_size=4),
)
def test_a_year_and_its_month_leave_out_no_pattern_that_can_begin(month: str, behind: str) -> None:
    leaves_out_none(month + behind)


@pytest.mark.parametrize(
    ("opening", "among"),
    [
        ("2035年", (0, 3, 4)),
        ("35年", None),
        ("120天", (1,)),
        ("1.5天", None),
        ("120家", None),
        ("7号", (2,)),
        ("2035年6月底", (0, 3)),
        ("2035年11月20日", (0, 4)),
        ("2035年6月", (0, 3, 4)),
        ("7个", None),
        ("7", None),
        ("年底", None),
    ],
)
def test_a_number_tells_by_its_form_and_what_follows(opening: str, among: tuple[int, ...] | None) -> None:
    year = r"(?:19|20)\d\d年"
    written = [year, r"\d{1,3}(?!\d)天", r"\d号", rf"{year}\d{{1,2}}月底", rf"{year}\d{{1,2}}月\d{{1,2}}日"]
    assert beginning(opening, openings(written, Openings([one] for one in written))) == among
