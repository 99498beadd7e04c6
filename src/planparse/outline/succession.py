"""Plans that follow one another without a mark between them: each begins at a title of its own."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from planparse.outline.closing import signed_month
from planparse.outline.labels import opening_label
from planparse.outline.shapes import organ_of
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = ["begins_at_one", "has_name", "is_enacting", "is_outlined", "is_place", "opens_next"]

# Where the outline's first heading stands behind a title: between them the reasons for the plan.
_REASONS = 12
_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?:年|[-—–~至])")
# 青河县…, 清溪镇…: not 全县, 各镇, 乡镇, which are no names, nor a word that only ends so (社区, 园区, 灌区).
_PLACE_NAME = (
    r"(?!全|各|本|我|该|乡镇|城镇|村镇|集镇|城市|区县|市县|县区)"
    r"[\p{Han}]{1,6}?(?:省|市(?![场民])|县|州|旗|镇|乡|街道|(?<![社园灌库景小片辖])区|(?<![农乡])村)"
)
_PLACE = lazy_pattern(_PLACE_NAME)
_PLACES = lazy_pattern(rf"(?!建设|创建|打造|加快|推进|贫困|示范|试点|重点|美丽|平安|特色)(?:{_PLACE_NAME}){{1,3}}")
_LONGEST_PLACE = 16
# A line that ends so has not done: what stands below belongs to it.
_GOES_ON = frozenset(":,、《(“")
_DONE = frozenset("。!;)”")
# 防汛工作方案1: the first of a collection.
_FIRST = frozenset("1一")


def opens_next(page: Page, title: tuple[int, int, str], since: int, before: str, *, several: bool) -> bool:
    """Whether a title (its first line, the line behind it, its words) opens a plan of its own without any mark.

    `since` is the line at which the plan in front begins, `before` what that one is called, department and title;
    `several` tells that titles of the document name several organs. A title of its own says whose or of which year it
    is, but among those of several organs; and either the numbers of the topmost headings have run in front of it and
    begin at one again behind it, or the plan in front has ended, is another organ's, and does not go on behind it. A
    title with reasons of its own (为…,制定本方案) or the first number of a collection needs no name.
    """
    first, behind, words = title
    if first == 0 or not before or before.endswith(words) or page.lines.words(first - 1)[-1] in _GOES_ON:
        return False
    number, next_number = _numbers_around(page, since, first, behind)
    restarts = number is not None and next_number == 1
    if restarts and (has_name(words) or (several and _ends_above(page, first))):
        return True
    apart = words[-1] in _FIRST or (has_name(words) and _ends_above(page, first))
    if (is_enacting(page, behind) or (apart and number is None and next_number == 1)) and is_outlined(
        page, since, first
    ):
        return True
    organ = organ_of(words, page.rules)
    if organ is None:
        return False
    if restarts:
        return True
    goes_on = number is not None and next_number == number + 1
    known = organ_of(before, page.rules)
    other = _other(organ, known) if known else several and next_number == 1
    return other and not goes_on and _ends_above(page, first)


def has_name(title: str) -> bool:
    """Whether a title says of which year or of what place it is."""
    return _YEAR.search(title) is not None or _PLACE.match(title) is not None


def is_place(words: str) -> bool:
    """Whether words are the name of a place and of those it lies in alone: 石城县高田镇."""
    return len(words) <= _LONGEST_PLACE and _PLACES.fullmatch(words) is not None


def _other(organ: str, known: str) -> bool:
    """Whether an organ is not the one that is known, its name shortened or not."""
    return not known.endswith(organ) and not organ.endswith(known)


def _ends_above(page: Page, index: int) -> bool:
    """Whether something has ended right above a line: a sentence, the block of contacts, a signature."""
    above = page.lines.words(index - 1)
    if above[-1] in _DONE or page.part(index - 1) in ("date", "department", "attachment"):
        return True
    return opening_label(above, 0, len(above), page.rules) is not None or signed_month(page, index - 1) is not None


def is_outlined(page: Page, first: int, stop: int) -> bool:
    """Whether the lines `first:stop` have the text of a plan: numbers of the first level, or why it is made.

    A line such as 一、工作目标 储备沙袋500条。 has a number, and is no heading.
    """
    return _is_any(page.first_level, first, stop) or _is_any(page.enacting, first, stop)


def is_enacting(page: Page, index: int) -> bool:
    """Whether a line says what a plan is made for."""
    return _is_any(page.enacting, index, index + 1)


def _is_any(lines: list[int], first: int, stop: int) -> bool:
    return bisect_left(lines, first) < bisect_left(lines, stop)


def begins_at_one(page: Page, first: int, stop: int) -> bool:
    """Whether the first of the topmost headings among the lines `first:stop` has the number one."""
    return _number(page, bisect_left(page.tops, first), first, stop) == 1


def _numbers_around(page: Page, since: int, first: int, behind: int) -> tuple[int | None, int | None]:
    """The number of the last topmost heading in front of a title, and of the first that stands soon behind it."""
    at = bisect_left(page.tops, first)
    return _number(page, at - 1, since, first), _number(page, at, behind, behind + _REASONS)


def _number(page: Page, at: int, first: int, stop: int) -> int | None:
    """The number of one of the topmost headings, if it stands among the lines `first:stop`."""
    tops = page.tops
    if not 0 <= at < len(tops) or not first <= tops[at] < stop:
        return None
    number = page.headings[tops[at]].number
    return number.value if number else None
