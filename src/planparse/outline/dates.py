"""Dates of issue (成文日期): a line that is nothing but a date, and the years that a title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record

if TYPE_CHECKING:
    import re

from datetime import date

__all__ = [
    "DATE_ENDS",
    "MONTH_ENDS",
    "DateLine",
    "is_papers_name",
    "names_year_of_funds",
    "read_date_line",
    "read_month_line",
    "title_years",
]

_HAN_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_YEAR = r"(?P<year>(?:19|20)\d\d|[一二][九〇零○O][〇零○O一二三四五六七八九]{2})"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十〇]{1,3})"
# 2021年4月15日, 二〇二一年四月十五日, 2021.4.15, (2021年4月15日), 日 misread or lost; the issuer may stand before it.
_LINE = lazy_quick_pattern(
    rf"(?:(?P<issuer>[\p{{Han}}()、]{{3,30}}?)[ \t]*+)?[(\[]?{_YEAR}[ ]?(?:年|[./-])[ ]?(?P<month>{_NUMBER})"
    rf"[ ]?(?:月|[./-])[ ]?(?P<day>{_NUMBER})[ ]?(?P<end>[日号月])?[ ]?(?:印发|发布|印)?[)\]]?"
)
# 2021年4月, 二〇二一年四月, (2021年4月), 青河县水利局 2021年4月: signed without a day.
_MONTH_LINE = lazy_quick_pattern(
    rf"(?:(?P<issuer>[\p{{Han}}()、]{{3,30}}?)[ \t]*+)?[(\[]?{_YEAR}[ ]?年[ ]?(?P<month>{_NUMBER})[ ]?月[)\]]?"
)
_LONGEST = 60
DATE_ENDS, MONTH_ENDS = frozenset("日号月)]发布印0123456789"), frozenset("月)]")
"""The last characters of lines that are a date, and of those that are a month."""
_YEAR_START = lazy_plain_pattern("19|20|[一二][九〇零○O]")
# 公开方式 主动公开 生成日期 2031-05-01: what a page says of itself signs nothing.
_OF_THE_PAGE = ("日期", "时间", "来源", "方式", "发布机构", "浏览")
_RANGE = lazy_plain_pattern(r"(20\d\d)年?[-—–―~至到]{1,2}(20\d\d)年?")
# 青河县2031年度财政扶贫资金茶园项目实施方案; a 资金使用计划 of a year is one of that year.
_FUNDS = lazy_plain_pattern(r"20\d\d年度?[^，。,0-9]{0,20}资金[^，。,0-9]{0,16}项目[^，。,0-9]{0,8}方案")
_FIVE_YEARS = lazy_plain_pattern(r"十([一二三四五六七])五")
# 2030年前消除黑臭水体方案: by when it is done, which is not the year that the plan is of.
_ONE_YEAR = lazy_plain_pattern(r"(20\d\d)(?!年[底末]?(?:之前|以前|前(?![期后身景沿列瞻述提端置])))年?度?")
# (一)动员部署(2031年1月10日), 动员部署(2031年1月10日): a stage of the work and its day. An issuer ends like an organ.
_STAGE = lazy_plain_pattern(r"\(?[一二三四五六七八九十\d]{1,3}[)、.]|.*(?<![局厅委会府办室处部院司组心])[(\[]$")
# What names a paper that speaks in the year that it names, and is no plan's title: 青河县2031年水利建设任务书. A report
# does where it is a government's (read as the year begins) or of what is ahead; stock is taken of a year in the next.
_PAPER = lazy_pattern(
    r".*20\d\d.*(?:讲话(?:稿|提纲)?|发言|致辞|任务书|责任书|责任状|(?P<may>报告|议案|说明))(?:\([^()]*\))?"
)
_OF_WHAT_IS_AHEAD = ("政府工作", "计划", "预算", "草案", "安排", "打算", "目标", "任务", "要点")
_TAKES_STOCK = (
    *("总结", "情况", "通报", "述职", "决算", "回顾", "考核", "结果", "自查", "自评", "执行", "督查", "评估"),
    *("审计", "调研", "调查", "检查", "整改"),
)
_FIRST_FIVE_YEARS = 2006  # “十一五” began in 2006, each later one five years on


class DateLine(Record):
    """A line that is a date: its ISO form (None where it cannot be, as in 2016年3月22月), and the issuer before it.

    Of a line that names no day, `month` is all there is (2031-07); `han` tells that its year is in Han digits.
    """

    __slots__ = ("han", "iso", "issuer", "month")

    def __init__(self, iso: str | None, issuer: str | None, month: str | None = None, han: bool = False) -> None:
        self.iso = iso
        self.issuer = issuer
        self.month = month
        self.han = han


def read_date_line(words: str) -> DateLine | None:
    """The date that fills a line, alone or behind its issuer; None where the line says more."""
    if len(words) > _LONGEST or words[-1] not in DATE_ENDS:
        return None
    match = _LINE.fullmatch(words) if _YEAR_START.search(words) else None
    if match is None or (words[-1] in "发印" and words[0] not in "(["):
        return None  # …办公室 2021年4月16日印发 at the foot of a letter is when it was printed
    if match["issuer"] and (has_any(match["issuer"], _OF_THE_PAGE) or _STAGE.match(words, 0, match.start("year"))):
        return None
    return DateLine(_iso(match), match["issuer"])


def read_month_line(words: str) -> DateLine | None:
    """The year and month that fill a line, alone or behind their issuer; None where the line says more or a day."""
    if words[-1] not in MONTH_ENDS or len(words) > _LONGEST:
        return None
    match = _MONTH_LINE.fullmatch(words)
    if match is None:
        return None
    month = _small(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["issuer"] and _STAGE.match(words, 0, match.start("year")):
        return None
    year = match["year"].translate(_HAN_DIGITS)
    return DateLine(None, match["issuer"], f"{year}-{month:02}", not match["year"].isdecimal())


def _iso(match: re.Match[str]) -> str | None:
    if match["end"] == "月":
        return None
    year, month, day = int(match["year"].translate(_HAN_DIGITS)), _small(match["month"]), _small(match["day"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _small(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.partition("十")
    digit = {c: i for i, c in enumerate("〇一二三四五六七八九")}
    if not ten:
        return digit.get(numeral, 0) if len(numeral) == 1 else 0
    return digit.get(tens or "一", 0) * 10 + (digit.get(ones, 0) if ones else 0)


def names_year_of_funds(title: str | None) -> bool:
    """Whether the year of a title is that of the funds out of which a project is paid, which may go on beyond it."""
    return title is not None and _FUNDS.search(title) is not None


def is_papers_name(words: str) -> bool:
    """Whether a line is the name of a report, speech or the like that speaks in the one year that it names."""
    if len(words) > _LONGEST or (match := _PAPER.fullmatch(words)) is None:
        return False
    if has_any(words, "。;:《") or has_any(words, _TAKES_STOCK):
        return False
    return match["may"] is None or has_any(words, _OF_WHAT_IS_AHEAD)


def title_years(title: str | None) -> tuple[int | None, tuple[int, int] | None]:
    """The one year that a title names, and the first and last year of the period that it names.

    `2022年行动计划` → (2022, None); `(2021—2023年)` → (None, (2021, 2023)); `“十四五”规划` → (None, (2021, 2025)).
    """
    if not title:
        return None, None
    if match := _RANGE.search(title):
        first, last = int(match[1]), int(match[2])
        return (None, (first, last)) if first <= last else (None, None)
    years = {int(found) for found in _ONE_YEAR.findall(title)}
    year = years.pop() if len(years) == 1 else None
    if match := _FIVE_YEARS.search(title):
        first = _FIRST_FIVE_YEARS + 5 * "一二三四五六七".index(match[1])
        return year, (first, first + 4)
    return year, None
