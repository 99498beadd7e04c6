"""The year that governs a place: taken from what stands in front of it where an expression names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.mentions.month_runs import MonthRun
from planparse.mentions.opening_years import OnlyYear, OpeningYear, Said, announces_year, is_upload, tells_what_was
from planparse.mentions.sentence_years import Governing, SentenceYear, plans_own_year
from planparse.mentions.work_years import WorkYear, looks_back, names_a_paper, sets_out
from planparse.patterns import lazy_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from planparse.outline import Outline, PlanOutline, SectionOutline

__all__ = ["GoverningYears"]

# A year governs what follows it where it opens a clause: behind a break, an opening bracket or a preposition.
_OPENERS = frozenset('|\n,。;:()、. \t“"')
_PREPOSITIONS = ("在", "于", "到", "至", "从", "自", "由", "截止", "确保", "力争", "计划")
# 青水发〔2021〕17号 was issued in 2021.
_NUMBER_YEAR = lazy_quick_pattern(r"[〔\[(【]((?:19|20)\d\d)")
# What tells when the plan is carried out, within so many characters in front of a date.
_ANNOUNCING = ("时间", "日期", "定于", "拟于")
_LABEL = 24
# A year behind these stands beside another one, or explains what is in front: 2030年、2031年, (2031年).
_BESIDE = ("、", "(", "“", '"')
# 2029年以来, 2031年3月起: open towards now.
_SINCE = ("以来", "起")
# How far a date of the page (发布时间, 来源) may stand from the end of its line.
_PAGE_LINE = 80
# Wherever it stands near the top: 发布时间:2031-02-24, 2031-02-24 17:46 来源:县政府办 浏览次数:3.
_TOP_OF_PAGE = 800
_POSTED = ("发布时间:", "发布日期:", "更新时间:", "发表时间:", "发布于:", "上传时间:", "公开日期:")
_SOURCED = lazy_pattern(
    r"[ \t]{0,4}+(?:\d{1,2}:\d\d(?::\d\d)?[ \t]{0,4}+)?"
    r"(?:(?:信息|文章|稿件)?来源:|(?:浏览|点击|阅读)(?:次数|量|数):|字号:|字体:)"
)
# How far a sentence is looked through for its end or beginning: longer ones do not end in a plan.
_SENTENCE = 300
# So far from its beginning a plan's opening words reach, and so far behind a heading its first paragraph begins.
_OPENING = 600
_PARAGRAPH = 30
_BREAK = 3


class _Open:
    """A section that is being read: the year of its heading, the year last carried on in it, that of its first
    paragraph, and in one that tells what is the year up to which it tells (截至2030年底)."""

    def __init__(self, section: SectionOutline) -> None:
        self.section = section
        self.heading: int | None = None
        self.carried: int | None = None
        self.opening = OpeningYear()
        self.told: int | None = None


class GoverningYears:
    """Follows the years of a text from left to right; offsets must be asked and noted in rising order.

    The year of an expression without one is the last that opened a clause in the same paragraph, else that of the
    section's heading or carried on in the section, else that of the plan's title, else the one in which the plan says
    that it is carried out, else that of the opening words of the section or of the plan. What speaks of the document's
    own time (今年) takes the title's year or that of the document's date, and 年内 as a last resort the only year by
    whose end (到2031年底) the plan has something done. 全年 and 上年 of a section that tells what is take the year up
    to which it tells. Where none of these is there, there is no year. The date of a page that shows the plan years
    later (上传时间) is none of its own. The last resort is the year whose work is spoken of (根据2031年度工作安排),
    then that of the month in front (`run`).
    """

    def __init__(self, text: str, outline: Outline, page_date: str | None = None) -> None:
        self.text = text
        self.outline = outline
        self.page_date = page_date
        """The ISO date of the page that shows the plans, as far as it has come out."""
        self.run = MonthRun()
        self._plan = 0
        self._next_section = 0
        self._open: list[_Open] = []
        self._line_start = 0
        self._line_end = -1
        self._line_year: int | None = None
        self._line_year_at = 0
        self._line_told: int | None = None
        self._sentence = SentenceYear()
        self._every_until = 0
        self._announced: int | None = None
        """The year in which the plan says that it is carried out (活动时间:2031年5月15日至19日)."""
        self._opening = OpeningYear()
        self._only = OnlyYear()
        self._work = WorkYear()

    def of_document(self, offset: int) -> Governing:
        """The year in which the document at `offset` speaks."""
        own = self._own(self._move(offset))
        if own.year:
            return own
        ahead = (place.heading for place in reversed(self._open) if place.heading and sets_out(place.section))
        return Governing(self._only.of_document() or next(ahead, None) or self._work.at(self._line_start, due=True))

    def of_place(self, offset: int, *, whole_year: bool = False, due: bool = False) -> Governing:
        """The year that governs the place.

        `whole_year` for 全年 and 年底: a plan of several years has several of them. `due` for what is to be done by
        then: a year before the plan's own, in which a paragraph tells what was, does not govern it.
        """
        plan = self._move(offset)
        own = self._own(plan)
        plans_own = plans_own_year(plan, own.year)
        tells = whole_year and not due
        if tells and self._line_told is not None:
            return Governing(self._line_told)
        if offset < self._sentence.until and not tells:
            return Governing(self._sentence.year)
        if self._line_year is not None and not (due and self._line_year < plans_own):
            return Governing(self._line_year)
        if offset < self._every_until:
            return Governing(None)
        for place in reversed(self._open):
            if place.heading is not None:
                return Governing(place.heading)
            if place.carried is not None and place.carried >= plans_own:
                return Governing(place.carried)
            if tells and place.told is not None:
                return Governing(place.told)
        if own.year is None:
            year = self._announced or self._opened() or self._work.at(self._line_start, due=due, offset=offset)
            if year is None and whole_year:
                year = self._only.of_year_end()
            return Governing(year)
        is_over = not due and names_a_paper(plan, self.outline) and self._tells_what_is()
        return Governing(None) if is_over or (whole_year and own.issued and _of_several_years(plan)) else own

    def every_year(self, start: int, end: int) -> None:
        """Notes 每年 at `[start, end)`: no single year is meant by what its sentence dates (每年的安排是:第一季度)."""
        self._move(start)
        self._sentence.until, self.run = 0, MonthRun()
        stop = self.text.find("。", end, min(end + _SENTENCE, self._line_end))
        self._every_until = self._line_end if stop < 0 else stop
        if self.text.find("。", max(self._line_year_at, start - _SENTENCE), start) >= 0:
            self._line_year = None

    def written(
        self, start: int, end: int, year: int, *, fine: bool, horizon: bool, day: str | None, as_of: bool = False
    ) -> None:
        """Notes a written year at `[start, end)`.

        `fine`: it stands with a month, quarter or day. `horizon`: the end of a year as a goal (到2030年), which governs
        but its own clause. `as_of`: what is told is told up to then (截至2030年底). `day` is its ISO date, if any.
        """
        plan = self._move(start)
        if day and self.page_date is None and self._is_the_pages(start, end):
            if is_upload(self.text, start, end):
                return
            self.page_date = day
        opens = self._opens_clause(start) and not looks_back(self.text, end, self._line_end)
        self._sentence.until = 0
        if fine and not as_of:
            self._sentence.written(self.text, start, end, year, since=plans_own_year(plan, self._own(plan).year))
        if opens and (horizon or as_of) and self._tells_what_is():
            self._line_told = self._open[-1].told = year
        if plan is not None and plan.year is None and (day is None or day != self.page_date):
            aside = fine or as_of or not opens or self._tells_what_is() or tells_what_was(self.text, end)
            self._only.named(year, self._said(start, end, aside=aside, horizon=horizon), self.page_date)
            self._only.announced(self.text, start, end, year, self.page_date)
            opening = not self._open and start - plan.start <= _OPENING
            self._work.written(self.text, start, end, year, line=(self._line_start, self._line_end), opens=opening)
        if not horizon:
            self._note_opening(plan, start, end, year, fine=fine)
        if horizon or not opens:
            return
        self._line_year, self._line_year_at, self._line_told = year, start, None
        if not self._open:
            return
        place = self._open[-1]
        if fine and self._announced is None and self._announces(start, place.section):
            self._announced = year
        if start < place.section.head_end:
            place.heading = year
            if fine and len(self._open) > 1:
                self._open[-2].carried = year
        elif fine or self.text[self._line_end - 1 : self._line_end] == ":":
            place.carried = year

    def _said(self, start: int, end: int, *, aside: bool, horizon: bool) -> Said:
        if aside or self.text.endswith(_SINCE, start, end):
            return "aside"
        if not horizon:
            return "done"
        ends = self.text.find("底", start, end) >= 0 or self.text.find("末", start, end) >= 0
        return "end" if ends else "ahead"

    def _note_opening(self, plan: PlanOutline | None, start: int, end: int, year: int, *, fine: bool) -> None:
        """Notes a year as that of the opening words, or as one behind them, where the plan's own is not known."""
        if plan is None or _of_several_years(plan) or self._own(plan).year is not None:
            return
        in_opening = start - plan.start <= _OPENING and not fine
        if in_opening and announces_year(self.text, start, end):
            self._opening.named(year, announced=True)
            return
        if (start > 0 and self.text[start - 1] not in _OPENERS) or self.text.endswith(_SINCE, start, end):
            return
        place = self._open[-1] if self._open else None
        aside = fine or self.text[max(0, start - 1) : start] in _BESIDE or self._tells_what_is()
        if aside or looks_back(self.text, end, self._line_end) or tells_what_was(self.text, end):
            self._pass_by(year)
        elif place is None and in_opening and self._in_first_paragraph(plan):
            self._opening.named(year, announced=False)
        elif place is not None and self._line_start <= place.section.head_end + _BREAK:
            place.opening.named(year, announced=False)
            self._opening.passed(year)
        else:
            self._pass_by(year)

    def _in_first_paragraph(self, plan: PlanOutline) -> bool:
        """Whether nothing but the title and short lines stand in front of the line that is read."""
        in_front = self.text[plan.start + len(plan.title or "") : self._line_start]
        return all(len(line) < _PARAGRAPH for line in in_front.split("\n"))

    def _pass_by(self, year: int) -> None:
        for opening in (self._opening, *(place.opening for place in self._open)):
            opening.passed(year)

    def _opened(self) -> int | None:
        """The year of the opening words of the innermost section that names any, else of the plan."""
        for place in reversed(self._open):
            if place.opening.year is not None or place.opening.several:
                return place.opening.year
        return self._opening.year

    def _tells_what_is(self) -> bool:
        return any("status" in place.section.kinds for place in self._open)

    def _own(self, plan: PlanOutline | None) -> Governing:
        """The year of the plan's title, else of the document's own date, of the page that shows it, of its number."""
        if plan is not None and plan.year is not None:
            return Governing(plan.year)
        of_page = None if self._only.stale else self.page_date
        date = (plan and (plan.date or plan.month)) or self.outline.date or self.outline.month or of_page
        if date:
            return Governing(int(date[:4]), issued=date)
        number = _NUMBER_YEAR.search(self.outline.doc_number or "")
        return Governing(int(number[1]) if number else None)

    def _is_the_pages(self, start: int, end: int) -> bool:
        """Whether a date is that of the page: on a short line above all sections, or marked as such near the top."""
        if not self._open and self._line_end - self._line_start <= _PAGE_LINE:
            return True
        if start > _TOP_OF_PAGE:
            return False
        return self.text.endswith(_POSTED, 0, start) or _SOURCED.match(self.text, end) is not None

    def _opens_clause(self, start: int) -> bool:
        is_behind_break = start == 0 or self.text[start - 1] in _OPENERS
        return is_behind_break or self.text.endswith(_PREPOSITIONS, max(0, start - 2), start)

    def _announces(self, start: int, section: SectionOutline) -> bool:
        in_front = self.text[max(self._line_start, start - _LABEL) : start]
        return "schedule" in section.kinds or any(word in in_front for word in _ANNOUNCING)

    def _move(self, offset: int) -> PlanOutline | None:
        """Goes on to `offset`; returns the plan it is in."""
        plans = self.outline.plans
        while self._plan < len(plans) and plans[self._plan].end <= offset:
            self._plan, self._next_section, self._open, self._announced = self._plan + 1, 0, [], None
            self._opening, self._only, self._work, self.run = OpeningYear(), OnlyYear(), WorkYear(), MonthRun()
        plan = plans[self._plan] if self._plan < len(plans) and plans[self._plan].start <= offset else None
        if offset >= self._line_end:
            end = self.text.find("\n", offset)
            self._line_start = self.text.rfind("\n", max(self._line_end, 0), offset) + 1
            self._line_end = len(self.text) if end < 0 else end
            self._line_year, self._line_told, self._every_until = None, None, 0
        if plan is not None:
            sections, following, opened = plan.sections, self._next_section, self._open
            while following < len(sections) and sections[following].start <= offset:
                if sections[following].end > offset:
                    self._enter(sections[following])
                following += 1
            self._next_section = following
            while opened and opened[-1].section.end <= offset:
                opened.pop()
        return plan

    def _enter(self, section: SectionOutline) -> None:
        while self._open and self._open[-1].section.end <= section.start:
            self._open.pop()
        self._open.append(_Open(section))


def _of_several_years(plan: PlanOutline | None) -> bool:
    return plan is not None and plan.period is not None and plan.period[0] != plan.period[1]
