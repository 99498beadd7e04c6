"""The year that the opening words of a plan, or of a section, are about."""

from __future__ import annotations

from typing import Literal

from planparse.patterns import lazy_pattern, lazy_plain_pattern

__all__ = ["OnlyYear", "OpeningYear", "Said", "announces_year", "is_upload", "tells_what_was"]

# How a plan names a year: as the one in which something is to be done, the end of one by which (到2031年底) or another
# time by which, or aside.
Said = Literal["done", "end", "ahead", "aside"]
# How far a clause and a sentence are looked through around a year.
_IN_FRONT = 24
_CLAUSE = 40
_SENTENCE = 200
_CLAUSE_ENDS = ",。;:|\t\n"
_SENTENCE_END = lazy_plain_pattern(r"[。;|\t\n]")
_LAST_BREAK = lazy_pattern(r"[,。;:|\t\n()]")
# 现将2031年防汛工作安排如下, 提出2031年工作计划: what the plan is, by who puts it forward.
_PUTS_FORWARD = lazy_pattern(r"(?:现将|现就|特?制[定订]|提出|拟定|编制|下达)[\p{Han}、“”]{0,12}$")
_A_PLAN = ("计划", "方案", "安排", "要点", "工作", "任务", "目标", "谋划", "打算", "清单", "项目", "实事", "如下")
# 为做好2031年敬老院改造,制定本方案: what the plan is for.
_IN_ORDER_TO = lazy_pattern(
    r"为(?:了|切实|进一步|全面|扎实|有序|有效|更好地?|高质量|圆满|认真|持续|深入|大力|加快)*"
    r"(?:做好|抓好|搞好|推进|推动|完成|确保|保障|实现|开展|实施|组织好?|加强|落实好?)[\p{Han}、“”]{0,12}$"
)
_MADE = ("制定", "制订", "提出", "拟定", "编制", "如下", "安排", "部署")
# The year of a paper or of what is built upon is not the plan's: 落实2030年会议精神, 巩固2030年成果.
_OF_ANOTHER = ("文件", "精神", "会议", "部署", "通知", "成果", "成效", "基础", "以来", "经验", "教训", "问题", "报告")
# 2029年,全县建成了…, 2029年5月,省政府印发…: what was.
_WAS = lazy_plain_pattern(
    "了|已|以来|基础上|相比|取得|荣获|获得|被|同比|比上年|较上年|发生|累计"
    "|出台|印发|下发|颁布|发布|成立|召开|以前|现有|共有|达标率为|仅|曾"
)
# 上传时间:2036-07-10, 2036-07-10 发布于安江, 2036-07-10 来源:青禾范文网: somebody put a paper up, whoever's it is.
_UPLOADED = ("上传时间:", "上传日期:", "上传于", "上传:")
_PUT_UP = lazy_pattern(r"[ ]?(?:\d\d?:\d\d(?::\d\d)?[ ]?)?(?:发布于|上传|[^\n。]{0,12}?(?:范文|文库|文秘|文档|模板))")
# So many years behind the one that a plan says it is of, a page is too young to be its own.
_TOO_YOUNG = 2


class OpeningYear:
    """The one year that opening words name: None before any is named, and for good where they name several.

    What the words announce counts for more than a year that a clause only begins with. A later year that opens a
    clause further on makes an end of it: what follows may be about that one.
    """

    def __init__(self) -> None:
        self.year: int | None = None
        self.several = False
        self._announced = False

    def named(self, year: int, *, announced: bool) -> None:
        """Notes a year that the opening words are about."""
        if announced and not self._announced:
            self.year, self.several, self._announced = year, False, True
        elif announced == self._announced and not self.several and self.year in (None, year):
            self.year = year
        elif announced == self._announced:
            self.year, self.several = None, True
        else:
            self.passed(year)

    def passed(self, year: int) -> None:
        """Notes a year that opens a clause behind the opening words."""
        if self.year is not None and year > self.year:
            self.year, self.several = None, True


class OnlyYear:
    """The one year of which a plan without a year of its own has spoken so far; None before any, and where several are.

    The date of the page that shows the plan is `stale` where it is younger than what the plan sets out to do: that of
    an upload.
    """

    def __init__(self) -> None:
        self.year: int | None = None
        self.stale = False
        self._done = False
        self._several = False

    def named(self, year: int, how: Said, page_date: str | None) -> None:
        """Notes a year that the plan names."""
        if page_date is not None and how != "aside":
            # What was done may be told without a word of it: only three years behind it a page is too young.
            self.stale |= year + (2 if how == "done" else 0) < int(page_date[:4])
        self._several |= year != self.year if self.year is not None else how not in ("done", "end")
        self.year, self._done = (None if self._several else year), how == "done"

    def announced(self, text: str, start: int, end: int, year: int, page_date: str | None) -> None:
        """Notes that a year at `[start, end)` is the one which the plan says that it is of (现将2031年计划提请审议)."""
        if page_date is not None and not self.stale and year + _TOO_YOUNG < int(page_date[:4]):
            self.stale = announces_year(text, start, end)

    def of_document(self) -> int | None:
        """The year in which a document speaks that a page shows years later: one in which something is done."""
        return self.year if self.stale and self._done else None

    def of_year_end(self) -> int | None:
        """The year of 年内 and 年底: the one at whose end something is done (到2031年底,…), else the document's."""
        return self.of_document() if self._done else self.year


def announces_year(text: str, start: int, end: int) -> bool:
    """Whether the clause around a year at `[start, end)` says that the plan is of that year, or for it."""
    clause = _up_to(text, end, _CLAUSE, _CLAUSE_ENDS)
    if any(word in clause for word in _OF_ANOTHER):
        return False
    in_front = _LAST_BREAK.split(text[max(0, start - _IN_FRONT) : start])[-1]
    if _PUTS_FORWARD.search(in_front):
        return any(word in clause for word in _A_PLAN)
    if _IN_ORDER_TO.search(in_front):
        return any(word in _up_to(text, end, _SENTENCE, "。\n") for word in _MADE)
    return False


def is_upload(text: str, start: int, end: int) -> bool:
    """Whether the date at `[start, end)` is that of an upload to a collection of papers, which dates none of them."""
    return text.endswith(_UPLOADED, 0, start) or _PUT_UP.match(text, end) is not None


def tells_what_was(text: str, end: int) -> bool:
    """Whether the sentence that goes on behind a year tells what was."""
    stop = _SENTENCE_END.search(text, end, end + _SENTENCE)
    return _WAS.search(text, end, stop.start() if stop else end + _SENTENCE) is not None


def _up_to(text: str, start: int, longest: int, marks: str) -> str:
    """The text from `start` to the first of some marks."""
    words = text[start : start + longest]
    for mark in marks:
        words = words.partition(mark)[0]
    return words
