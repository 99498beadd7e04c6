"""Where each plan of a document begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.letters import (
    LETTER_REACH,
    OF_LETTERS,
    announced_title,
    below_letter,
    has_plan_above,
    joined,
    letter_title,
    sent_out,
    untitled_letter,
)
from planparse.outline.opening import named_paper
from planparse.outline.shapes import organ_of, shape_as
from planparse.outline.succession import begins_at_one
from planparse.outline.titled import PARAGRAPH, Start, with_titles
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = ["Start", "find_starts"]

_LONGEST_OF_SERIES = 48
_LAST_OF_SERIES = frozenset("0123456789一二三四五六七八九十):】]")
# 篇二:某县防汛工作汇报, 【篇2】春季促销: as a collection writes what its parts are.
_OF_COLLECTION = lazy_plain_pattern(r"[^:】\]]{2,8}(?:\s*:|[】\]])")
# 管理单位: / 县防汛办, under the title: whose paper it is.
_LABELS_OF_UNITS = frozenset(
    f"{whose}{unit}:"
    for whose in ("管理", "批准", "编制", "主管", "发布", "制定", "责任", "实施", "牵头")
    for unit in ("单位", "部门", "机关", "机构")
)
_CHAPTERS = ("heading/chapter", "heading/section")


def find_starts(page: Page) -> tuple[list[Start], int | None]:
    """The beginnings of all plans in order, and the line of the covering letter's title, if there is one."""
    notice, after = letter_title(page)
    starts = _divisions(page) or _series(page) or _departments(page, after)
    announced = None
    if not starts and notice is not None:
        announced = announced_title(page, sent_out(joined(page, notice, after)), after) or below_letter(page, after)
    elif not starts and (letter := untitled_letter(page)):
        announced = announced_title(page, letter[1], letter[0] + 1)
        notice = letter[0] if announced else None
    elif not starts and "attachment" in page.parts[:LETTER_REACH]:
        announced = below_letter(page, 0)  # the end of a letter is all that is left: 附件:1.…, who signed and when
        notice = 0 if announced else None
    starts = with_titles(page, starts, after, announced)
    if not starts and notice is None and (paper := named_paper(page)):
        return [Start(0, 0, None, paper, (0,))], None
    if not starts and page.lines:
        first = notice if notice is not None else 0
        above = notice is not None and page.part(first) == "department"
        above = above and not has_any(page.lines.words(first), OF_LETTERS)
        title = joined(page, first + above, after) if notice is not None else None
        department = page.lines.words(first) if above else None
        return [Start(first, first, department, title, tuple(range(first, after)))], None
    return starts, notice


def _divisions(page: Page) -> list[Start]:
    """Plans that begin at 第1篇, 第2篇 …; in a document of chapters these are divisions of one plan instead.

    So they are where one has a title that is no plan's (第一篇 开局), unless it stands as a collection writes it, with
    a colon or brackets, and another one is a plan's: such a paper is one of the collection (篇二:防汛工作汇报).
    """
    if "division" not in page.known or any(heading.rule in _CHAPTERS for heading in page.headings.values()):
        return []
    marks = [i for i, part in enumerate(page.parts) if part == "division" and page.part(i + 1) != "division"]
    titles = [shape.value if (shape := page.shapes[index]) else None for index in marks]
    odd = [i for i, title in zip(marks, titles, strict=True) if title and not _is_of_paper(page, i, title)]
    if len(odd) == len(marks) or not all(_OF_COLLECTION.match(page.lines.words(i)) for i in odd):
        return []
    starts = []
    for index, title in zip(marks, titles, strict=True):
        department, taken = None, [index]
        behind = index + 1
        if page.part(behind) == "department":
            department, behind = page.lines.words(behind), behind + 1
        if title is None and (found := page.title_at(behind)):
            behind, title = found
        taken += range(index + 1, behind)
        starts.append(Start(index, index, department, title, tuple(taken)))
    return starts


def _is_of_paper(page: Page, index: int, title: str) -> bool:
    """Whether what a mark names is a paper: it is a plan's title, or stands in front of the mark (工作安排篇二)."""
    return page.lines.words(index).startswith(title) or shape_as("title", title, page.rules) is not None


def _series(page: Page) -> list[Start]:
    """Plans that begin at titles which differ in their last number alone: 工作方案1, 工作方案2 …"""
    runs: dict[str, dict[str, int]] = {}
    lines = page.lines
    text = lines.text
    for index in [index for index, end in enumerate(lines.ends) if text[end - 1] in _LAST_OF_SERIES]:
        if lines.size(index) > _LONGEST_OF_SERIES:
            continue
        # What has no shape at all has not that of a series; of numbered lines the page knows none.
        if lines.numbers[index] is None and page.shapes[index] is None:
            continue
        heading = page.headings.get(index)
        if heading and heading.number:
            continue
        words = lines.words(index)
        shape = shape_as("series", words, page.rules)
        if shape and shape.value:
            # A list of contents above has them too: the last counts.
            runs.setdefault(shape.value, {})[words] = index
    found = sorted(next((run.values() for run in runs.values() if len(run) > 1), ()))
    if found and lines.words(found[0])[-1] in ":】]" and has_plan_above(page, found[0], found[0] + 1):
        return []  # 保障措施1:, 保障措施2: within a plan
    return [Start(index, index, None, page.lines.words(index).strip("【】[]:"), (index,)) for index in found]


def _departments(page: Page, after: int) -> list[Start]:
    """Plans that begin at the line naming their department: a title or the first heading of an outline follows it."""
    parts = page.parts if "department" in page.known else ()
    plain = [i for i, part in enumerate(parts) if part == "department" and i >= after]
    numbered = [i for i in page.numbered_departments if i >= after]
    starts = [start for i in plain if (start := _department(page, i, page.lines.words(i)))]
    listed = [start for i in numbered if (start := _department(page, i, page.numbered_departments[i]))]
    listed = listed or _numbered_titles(page, after)
    if len(starts) == 1 and _is_within(page, starts[0]):
        starts = []
    if len(listed) > 1:
        starts += listed
    starts.sort(key=lambda start: start.line)
    if len(starts) > 2:
        known = {start.line for start in starts}
        starts += [
            Start(i, i, page.lines.words(i), None, (i,)) for i in plain if i not in known and _stands_alone(page, i)
        ]
        starts.sort(key=lambda start: start.line)
    return starts


def _is_within(page: Page, start: Start) -> bool:
    """Whether the only line that names a department above a heading without a number stands within a plan.

    In a table or an attachment such a line is a cell or half a title: 青河县绿色社区(试点) / 创建指标体系.
    """
    heading = page.headings.get(max(start.taken) + 1)
    if start.title or heading is None or heading.number:
        return False
    return bool(page.tops) and page.tops[0] < start.line


def _numbered_titles(page: Page, after: int) -> list[Start]:
    """Plans that begin at a numbered title with its organ: behind each the topmost headings begin at one."""
    lines = [index for index in page.numbered_titles if index >= after]
    behind = [*lines[1:], len(page.lines)] if lines else []
    return [
        Start(index, index, None, page.numbered_titles[index], (index,))
        for index, stop in zip(lines, behind, strict=True)
        if begins_at_one(page, index + 1, stop)
    ]


def _department(page: Page, index: int, name: str) -> Start | None:
    below = index + 1
    if below >= len(page.lines) or (index and page.lines.words(index - 1) in _LABELS_OF_UNITS):
        return None
    if found := page.title_at(below):
        organ = organ_of(found[1], page.rules) if index else None
        if organ and not organ.endswith(name) and not name.endswith(organ):
            return None  # signs what stands above; below it the plan of another begins
        return Start(index, index, name, found[1], tuple(range(index, found[0])))
    if not page.begins_outline(below):
        return None
    # A running head right above the department's line gives the title.
    for first in (index - 3, index - 2, index - 1):
        if first >= 0 and (found := page.title_at(first)) and found[0] == index:
            return Start(index, first, name, found[1], tuple(range(first, index + 1)))
    return Start(index, index, name, None, (index,))


def _stands_alone(page: Page, index: int) -> bool:
    """A department's line between a finished paragraph and a new one, in a compendium: a plan without headings."""
    if index == 0 or index + 1 >= len(page.lines):
        return False
    above, below = page.lines.words(index - 1), page.lines.words(index + 1)
    return above[-1] in "。!)" and len(below) >= PARAGRAPH and page.part(index + 1) is None
