"""Where each plan of a document begins."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.cleaning.titles import LISTED_DATE
from planparse.outline.opening import has_amount, named_paper
from planparse.outline.page import FRAGMENT
from planparse.outline.shapes import organ_of, shape_as
from planparse.outline.succession import begins_at_one, is_outlined
from planparse.outline.titled import PARAGRAPH, Start, with_titles
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.outline.page import Page

__all__ = ["OF_LETTERS", "Start", "announced_title", "find_starts", "joined", "notice_end", "sent_out"]

_LONGEST_OF_SERIES = 48
_LAST_OF_SERIES = frozenset("0123456789一二三四五六七八九十):】]")
_LONGEST_LETTER = 60
_LONGEST_HEAD = 60  # lines among which a covering letter begins
# 关于印发《…》的通知, or without the title's marks.
_SENT_OUT = lazy_plain_pattern(
    r"(?:印发|转发|下发|发布)[^《]{0,6}《(.{4,80})》(?:的|$)|(?:印发|转发|下发)([^《》]{4,80}?)的?(?:通知|函)"
)
# 青河县水利局转发省农业 / 农村厅关于…的通知: broken before 关于.
_PASSES_ON = lazy_plain_pattern(r"转发(?:国|中共|自治|[省市州县区])")
# 现将《…》印发给你们: all that is left of a letter whose title is lost, as on pages saved from the web.
_SENT_TO_YOU = lazy_plain_pattern(r"《([^《》]{6,80})》[^。《》]{0,30}(?:印发|下发|转发)给你们")
_LETTER_REACH = 12
# What a letter sends out under its signature, and is no plan by its name alone: …责任分解, …任务分工表, …责任清单.
_DIVISION_OF_WORK = lazy_plain_pattern(
    r"[^。;:!?|>\t,]{4,60}?(?:分解(?:落实)?|分工|(?:责任|任务|目标|工作|项目)清单)(?:方案|一览)?表?(?:\([^()]{1,16}\))?"
)
_BLANKS = lazy_plain_pattern(r"\s")
# 篇二:某县防汛工作汇报, 【篇2】春季促销: as a collection writes what its parts are.
_OF_COLLECTION = lazy_plain_pattern(r"[^:】\]]{2,8}(?:\s*:|[】\]])")
# 关于开展检查的通知 05-01, …的函 [2031-05-01]: an entry in a list of news.
_LISTED = lazy_plain_pattern(rf"(?:通知|函|批复|决定|公告|通告)[ \t\[(]{{0,9}}{LISTED_DATE}")
_LISTED_ENDS = frozenset("0123456789日])")
OF_LETTERS = ("关于", "印发", "转发")
_OF_A_LETTER = lazy_plain_pattern("|".join(OF_LETTERS))
_CHAPTERS = ("heading/chapter", "heading/section")


def find_starts(page: Page) -> tuple[list[Start], int | None]:
    """The beginnings of all plans in order, and the line of the covering letter's title, if there is one."""
    notice, after = _notice(page)
    starts = _divisions(page) or _series(page) or _departments(page, after)
    announced = None
    if not starts and notice is not None:
        announced = announced_title(page, sent_out(joined(page, notice, after)), after) or _below_letter(page, after)
    elif not starts and (letter := _untitled_letter(page)):
        announced = announced_title(page, letter[1], letter[0] + 1)
        notice = letter[0] if announced else None
    starts = with_titles(page, starts, after, announced)
    if not starts and notice is None and (paper := named_paper(page)):
        return [Start(0, 0, None, paper, (0,))], None
    if not starts and page.lines:
        first = notice if notice is not None else 0
        title = joined(page, notice, after) if notice is not None else None
        above = notice is not None and page.part(first - 1) == "department"
        department = page.lines.words(first - 1) if above else None
        first = first - 1 if above else first
        return [Start(first, first, department, title, tuple(range(first, after)))], None
    return starts, notice


def _notice(page: Page) -> tuple[int | None, int]:
    """The line of the covering letter's title and the line behind it; None and 0 where there is none."""
    head = min(_LONGEST_HEAD, len(page.lines))
    if not has_any(_words(page, head), OF_LETTERS):
        return None, 0
    lines, behind = page.lines, 0
    for letter in _OF_A_LETTER.finditer(lines.text, 0, lines.ends[head - 1]):
        if letter.start() < behind:
            continue
        index = bisect_right(lines.starts, letter.start()) - 1
        behind, words = lines.ends[index], lines.words(index)
        is_sent = "关于" in words or "印发" in words or ("转发" in words and _PASSES_ON.search(words))
        if is_sent and (end := notice_end(page, index)):
            return (None, 0) if _has_plan_above(page, index, end) else (index, end)
    return None, 0


def _has_plan_above(page: Page, index: int, end: int) -> bool:
    """Whether a plan's text stands above what has the shape of a letter's title (the lines `index:end`).

    Then it sends nothing out: 附件, a link to the next page, a piece of a sentence. Headings are a plan's where
    sentences stand among them, else a table of contents has them; so are amounts, where no outline follows, as it does
    where a page leads in a paper by what is in it.
    """
    if not index:
        return False
    stating = any(has_amount(page.lines.words(above)) for above in range(index))
    headed = any(line < index and (found.number or found.kinds != ("other",)) for line, found in page.headings.items())
    if headed or is_outlined(page, 0, index):
        return stating or any(page.lines.words(above)[-1] == "。" for above in range(index))
    return stating and not is_outlined(page, end, len(page.lines))


def _words(page: Page, stop: int) -> str:
    """The text of the lines in front of a line."""
    return page.lines.text[: page.lines.ends[stop - 1]] if stop else ""


def notice_end(page: Page, index: int) -> int | None:
    """The line behind a covering letter's title that begins at `index`, over up to four lines."""
    if (heading := page.headings.get(index)) and heading.number:
        return None
    words = ""
    for stop in range(index, min(index + 4, len(page.lines))):
        own = page.lines.words(stop)
        if (not FRAGMENT.fullmatch(own) and "关于" not in own) or (own[-1] in _LISTED_ENDS and _LISTED.search(own)):
            return None
        words += own
        if shape_as("notice", words, page.rules):
            return stop + 1
    return None


def joined(page: Page, first: int, stop: int) -> str:
    """The words of several lines as one."""
    return "".join([page.lines.words(index) for index in range(first, stop)])


def sent_out(notice: str) -> str:
    """What a covering letter's title says it sends out; empty where it names nothing."""
    named = _SENT_OUT.search(notice)
    return _BLANKS.sub("", named[1] or named[2]) if named else ""


def _untitled_letter(page: Page) -> tuple[int, str] | None:
    """The line of a letter without a title that sends a paper out, and the paper's title."""
    reach = min(_LETTER_REACH, len(page.lines))
    for index in range(reach if "给你们" in _words(page, reach) else 0):
        if named := _SENT_TO_YOU.search(page.lines.words(index)):
            return None if _has_plan_above(page, index, index + 1) else (index, _BLANKS.sub("", named[1]))
    return None


def announced_title(page: Page, wanted: str, after: int) -> tuple[int, int, str] | None:
    """The title, over up to three lines, of the paper that a covering letter names as sent out.

    The last such lines before any numbered heading: a list of what is annexed, and a cover, have the title too.
    """
    found = None
    last = len(page.lines) - 1
    for index in range(after, min(last, after + _LONGEST_LETTER) if wanted else after):
        heading = page.headings.get(index)
        if found and heading and heading.number:
            break
        words = ""
        for stop in range(index, min(index + 3, last)):
            words += _BLANKS.sub("", page.lines.words(stop))
            if words.strip("《》") == wanted:
                found = index, stop + 1, wanted
            if not wanted.startswith(words):
                break
    return found


def _below_letter(page: Page, after: int) -> tuple[int, int, str] | None:
    """The title, over up to two lines, of a division of work right below the date that signs the covering letter.

    A letter with numbered headings says itself what is to be done; what stands below it is an attachment.
    """
    for index in range(after, min(len(page.lines) - 2, after + _LONGEST_LETTER)):
        heading = page.headings.get(index)
        if heading and heading.number:
            return None
        if index > after and page.part(index) == "date":
            words = ""
            for stop in range(index + 1, min(index + 3, len(page.lines) - 1)):
                words += page.lines.words(stop)
                if page.lines.numbers[stop] is None and _DIVISION_OF_WORK.fullmatch(words):
                    return index + 1, stop + 1, words
            return None
    return None


def _divisions(page: Page) -> list[Start]:
    """Plans that begin at 第1篇, 第2篇 …; in a document of chapters these are divisions of one plan instead.

    So they are where one has a title that is no plan's (第一篇 开局), unless it stands as a collection writes it, with
    a colon or brackets, and another one is a plan's: such a paper is one of the collection (篇二:防汛工作汇报).
    """
    if "division" not in page.parts or any(heading.rule in _CHAPTERS for heading in page.headings.values()):
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
    if found and lines.words(found[0])[-1] in ":】]" and _has_plan_above(page, found[0], found[0] + 1):
        return []  # 保障措施1:, 保障措施2: within a plan
    return [Start(index, index, None, page.lines.words(index).strip("【】[]:"), (index,)) for index in found]


def _departments(page: Page, after: int) -> list[Start]:
    """Plans that begin at the line naming their department: a title or the first heading of an outline follows it."""
    parts = page.parts if "department" in page.parts else ()
    plain = [i for i, part in enumerate(parts) if part == "department" and i >= after]
    numbered = [i for i in page.numbered_departments if i >= after]
    starts = [start for i in plain if (start := _department(page, i, page.lines.words(i)))]
    listed = [start for i in numbered if (start := _department(page, i, page.numbered_departments[i]))]
    listed = listed or _numbered_titles(page, after)
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
    if below >= len(page.lines):
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
