"""Openings: which patterns can begin with some characters, whatever stands in front."""

import pytest

from planparse.mentions.openings import INTEGERS, OTHER, GoesOn, Openings, names_digits, opens_with_others

CAN = [
    ("一批", "一", True),
    ("一批", "一批", True),
    ("一批", "一批次", True),
    ("一批", "一些", False),
    ("一批(?!次)", "一批次", False),
    ("(?<=统)一", "一", True),
    ("(?<!第)(?:二|三)(?<![(x)])期", "三期", True),
    (r"(?<=翻(?:了|(?<=再)翻))番", "番", True),
    (r"\b5G", "5", True),
    (r"\(?<=x", "(<", True),
    (r"[(?<=x)]期", ")期", True),
    ("三|(?<=a)b|五", "b", True),
]


@pytest.mark.parametrize(("pattern", "opening", "can"), CAN)
def test_what_is_demanded_in_front_is_not_asked(pattern: str, opening: str, can: bool) -> None:
    assert Openings([[pattern]]).of(opening) == ((0,) if can else ())


def test_patterns_are_told_by_their_numbers() -> None:
    openings = Openings([["一批", "两委"], ["一次"], ["三农"]])
    assert [openings.of(words) for words in ("一", "一批", "两", "三", "四")] == [(0, 1), (0,), (0,), (2,), ()]


def test_a_number_is_asked_at_each_of_its_places() -> None:
    openings = Openings([[r"\d\d号"], [r"\d{1,3}分之"]])
    assert openings.within("125号楼", 3) == [(1, (0,))]
    assert openings.within("125分之", 3) == [(0, (1,)), (1, (1,)), (2, (1,))]
    assert openings.within("125家", 3) == []


def test_what_follows_a_number_tells_whether_any_can_begin_in_it() -> None:
    goes_on = GoesOn(Openings([[r"\d\d号"], [r"\d{1,3}分之"]]), INTEGERS)
    assert [goes_on[char] for char in ("号", "分", "家", "")] == [True, True, False, True]


def test_the_characters_with_which_patterns_go_on() -> None:
    openings = Openings([["一[批次]", "两委"], ["一[^批]"]])
    assert openings.beginning() == {"一", "两"}
    assert {"批", "次", OTHER} <= openings.going_on("一")
    assert openings.going_on("两") == {"委"}


def test_long_numbers_are_asked_piece_by_piece() -> None:
    assert [at for at, _ in Openings([[r"\d{2}号"]]).within("0" * 2000 + "号", 2000)] == [1998]


@pytest.mark.parametrize(
    ("pattern", "names"), [(r"\d{1,3}号", False), ("12345", True), ("[1-9]号", True), (r"最后(?:1|一)", True)]
)
def test_naming_digits(pattern: str, names: bool) -> None:
    assert names_digits(pattern) == names


@pytest.mark.parametrize(
    ("pattern", "others"), [(r"(?<=天数)\d+天", False), (r"\d+天|一天", False), ("约?三天", True), ("[^三]天", True)]
)
def test_opening_with_others(pattern: str, others: bool) -> None:
    assert opens_with_others(pattern, "0123456789一二三") == others
