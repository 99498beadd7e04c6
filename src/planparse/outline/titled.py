"""Plans that begin at their titles: the only one, annexed ones, and those of a compendium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.closing import signed_month
from planparse.outline.enacting import run_in_title
from planparse.outline.opening import has_amount, opening_title, opens_untitled, text_of_plan
from planparse.outline.shapes import organ_of
from planparse.outline.succession import begins_at_one, has_name, is_enacting, is_outlined, is_place, opens_next
from planparse.patterns import lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = ["PARAGRAPH", "Start", "with_titles"]

PARAGRAPH = 40
"""So many characters make a line a paragraph's."""
_SHORT_TITLE = 10
_ANNEXED_PLAN = lazy_plain_pattern(
    r".*(?:方案|计划|规划|预案|要点|行动|纲要)(?:\([^()]*\))*(?:之[一二三四五六七八九十]|[ ]?[1一])?"
)


class Start(Record):
    """Where a plan begins: `line` is its first line, `lead` the first that the plan before it no longer holds.

    `taken` are the lines that name department and title, which are therefore no headings. In a bulletin of several
    letters `letter` is the title's line of the one that sends the plan out, and `stop` where the next one begins.
    """

    __slots__ = ("department", "lead", "letter", "line", "stop", "taken", "title")

    def __init__(
        self,
        line: int,
        lead: int,
        department: str | None,
        title: str | None,
        taken: tuple[int, ...],
        letter: int | None = None,
        stop: int | None = None,
    ) -> None:
        self.line = line
        self.lead = lead
        self.department = department
        self.title = title
        self.taken = taken
        self.letter = letter
        self.stop = stop


def with_titles(page: Page, starts: list[Start], after: int, announced: tuple[int, int, str] | None) -> list[Start]:
    """Adds the plans that begin at their title: the one of a document without departments, and annexed ones.

    `announced` is the title that the covering letter names, whatever kind of paper it is.
    """
    taken = {line for start in starts for line in range(start.lead, max(start.taken) + 1)}
    titles: list[tuple[int, int, str]] = []
    index = after
    for short in [line for line in page.fragments if line >= after and line not in taken]:
        if short >= index and (found := page.title_at(short)):
            titles.append((short, *found))
            index = found[0]
    titles = _with_run_ins(page, titles, after, taken)
    main = announced or (_first_of(page, titles, starts[0].lead) if starts else _main_title(page, titles))
    plans = sorted([*starts, *([_title_start(main, main[0])] if main else [])], key=lambda start: start.line)
    if main and main[0] and not (starts or after or announced):
        plans = _with_untitled(page, main)
    organs = {organ_of(words, page.rules) for _, _, words in titles} if len(titles) > 2 else {None}
    several = len(organs - {None}) > 1
    nearest = 0  # of the starts, the one that a title stands behind
    for title in titles:
        if main and title[0] <= main[0]:
            continue
        while nearest + 1 < len(plans) and plans[nearest + 1].line < title[0]:
            nearest += 1
        before = plans[nearest] if plans and plans[nearest].line < title[0] else None
        if _is_run_in(title) and before:
            if _has_text(page, before.line, title[0]):
                plans.insert(nearest + 1, _title_start(title, title[0]))
            continue
        lead = _lead(page, title, before, several=several)
        if lead is not None and _goes_on(page, title[1]):
            plans.insert(nearest + 1 if before else 0, _title_start(title, lead))
    if main and not after and plans[0].line == 1 and (first := _under_place(page, plans[0])) is not plans[0]:
        plans[:] = first, *(_under_place(page, start) for start in plans[1:])
    return plans


def _under_place(page: Page, start: Start) -> Start:
    """A plan with the bare place on the line above its title, if one stands there, as its department.

    石城县高田镇 / 2031年…方案. A title that begins with an organ is broken behind the place (青河县 / 水利局…方案).
    """
    above = start.line - 1
    if start.department or not start.title or start.lead != start.line or not is_place(page.lines.words(above)):
        return start
    if organ_of(start.title, page.rules):
        return start
    return Start(above, above, page.lines.words(above), start.title, (above, *start.taken))


def _with_run_ins(
    page: Page, titles: list[tuple[int, int, str]], after: int, taken: set[int]
) -> list[tuple[int, int, str]]:
    """The titles, and those that run on into the text of their plans, in order; these stand on no line of their own."""
    lines = page.lines
    found = [
        (index, index, title)
        for index in page.enacting
        if index >= after and index not in taken and lines.numbers[index] is None and index not in lines.in_tables
        if (title := run_in_title(lines.words(index), page.rules))
    ]
    return sorted([*titles, *found]) if found else titles


def _is_run_in(title: tuple[int, int, str]) -> bool:
    """Whether a title has no line of its own."""
    return title[0] == title[1]


def _has_text(page: Page, first: int, stop: int) -> bool:
    return any(_is_text(page, index) for index in range(first, stop))


def _main_title(page: Page, titles: list[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    """The title at which the only plan begins: the last one before any text, as a cover repeats it.

    Behind an outline's first heading the name of a list (…2031年工作台账) is that of a table or an attachment.
    """
    outlined = page.tops[0] if page.tops else len(page.lines)
    first = next(
        (i for i, title in enumerate(titles) if title[0] < outlined or _ANNEXED_PLAN.fullmatch(title[2])), None
    )
    if first is None:
        return None
    main = titles[first]
    checked = main[1]
    for later in titles[first + 1 :]:
        if _has_text(page, checked, later[0]) or _is_run_in(later):
            break
        is_table = later[2].endswith("表") and _ANNEXED_PLAN.fullmatch(main[2])
        if later[2] == main[2] or (len(later[2]) >= _SHORT_TITLE and not is_table):
            main = later
        checked = later[1]
    return main


def _is_text(page: Page, index: int) -> bool:
    """Whether a line is none of a cover: a paragraph, why a plan is made, a heading, or what states an amount."""
    if page.lines.size(index) >= PARAGRAPH or is_enacting(page, index) or index in page.headings:
        return True
    return has_amount(page.lines.words(index))


def _first_of(page: Page, titles: list[tuple[int, int, str]], stop: int) -> tuple[int, int, str] | None:
    """The title of the plan in front of the first one that begins at its department: an outline stands behind it."""
    main = _main_title(page, [title for title in titles if title[0] < stop])
    if main is None or _is_run_in(main):
        return main
    if not begins_at_one(page, main[1], stop):
        return None
    return main if has_name(main[2]) or organ_of(main[2], page.rules) else None


def _with_untitled(page: Page, main: tuple[int, int, str]) -> list[Start]:
    """The plan of a title, and the one without a known title in front of it; only that one where it goes on.

    The title is of a plan of its own where it says of what year or place it is and an outline begins behind it.
    """
    own = _title_start(main, main[0])
    if not opens_untitled(page, main[0]):
        first = text_of_plan(page, main[0])
        return [own] if first is None else [Start(first, first, None, None, ()), own]
    name = opening_title(page)
    untitled = Start(0, 0, None, name, (0,) if name else ())
    outlined = is_outlined(page, 0, main[0])
    if outlined and is_enacting(page, main[1]):
        return [untitled, own]
    is_apart = has_name(main[2]) or organ_of(main[2], page.rules) is not None
    if not is_apart or not begins_at_one(page, main[1], len(page.lines)):
        return [untitled]
    return [untitled, own] if name or outlined or (page.tops and page.tops[0] < main[0]) else [own]


def _title_start(title: tuple[int, int, str], lead: int) -> Start:
    first, behind, words = title
    return Start(first, min(lead, first), None, words, tuple(range(min(lead, first), behind)))


def _lead(page: Page, title: tuple[int, int, str], before: Start | None, *, several: bool) -> int | None:
    """The line at which the plan of a title behind another one begins; None where it opens no plan.

    It is the mark of an attachment right above the title, or the title itself behind a date that closes the plan
    before, or where it is plain without a mark.
    """
    index = title[0]
    annexed = _ANNEXED_PLAN.fullmatch(title[2]) is not None
    if page.part(index - 1) == "attachment":
        return index - 1 if annexed else None
    if annexed and (page.part(index - 1) == "date" or signed_month(page, index - 1)):
        return index
    if before is None or not (annexed or organ_of(title[2], page.rules)):
        return None
    name = (before.department or "") + (before.title or "")
    return index if opens_next(page, title, before.line, name, several=several) else None


def _goes_on(page: Page, index: int) -> bool:
    return any(
        page.lines.size(i) >= PARAGRAPH or page.headings.get(i) for i in range(index, min(index + 3, len(page.lines)))
    )
