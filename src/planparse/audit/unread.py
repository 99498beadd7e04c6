"""Numbers that no reading took up: neither amount nor time, contact, heading, list mark or name."""

from __future__ import annotations

from operator import attrgetter
from string import ascii_letters
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planparse.models import Plan

__all__ = ["unread_numbers"]

_start = attrgetter("start")
# Digits that stand alone: in no name (PM2.5, 1+N, “1531”, 〔2019〕3号, 第8期, 附件1), list mark, bracket,
# clock time (6时40分) or date of a hidden year (XX年8月11日).
# No list mark has thousands (39,685). Ranks (前10名, 500强), years in front of an event (2031首届) and the numbers of
# hotlines, types, editions and headings (12355服务台, 2型糖尿病, 2031年版, 3.1　预警) are no amounts.
_THOUSANDS = r"(?:[,，][0-9]{3}(?![0-9]))"
_DIGITS = lazy_plain_pattern(rf"[0-9０-９][0-9０-９]*{_THOUSANDS}*(?:[.．][0-9０-９]+)?")
# Pages name a leader's page (......- 20 -) and their own (— 48 —), tables by number (表 1), formulas (CO 2) and
# standards with blanks in them (GB/T 50378—2019).
# 《某市2031年节水方案》: a number within a title is the title's.
_LONGEST_TITLE = 120
# What stands behind the digits tells of most that they do not stand alone, or that an item holds the rest of them.
_NOT_BEHIND = frozenset('+＋:：︰时点/〕])）】”"》、号號版*＊×○□■.．0123456789０１２３４５６７８９').union(
    ascii_letters
)
_NUMBER = lazy_pattern(
    r"(?<![A-Za-z0-9０-９.．+＋:：/－—_-])(?<!(?:附[件表图]|专栏|篇|[(（见]表|如图)\s?)(?<![0-9][时点︰])"
    r"(?<!第[0-9]、)(?<!第[0-9]{2}、)(?<![〔\[［（(【第“”\"'《#*＊×XＸ○□■]\s?)"
    r"(?<![xX×*＊_○□■]年)(?<![xX×*＊_○□■]年[0-9]月)(?<![xX×*＊_○□■]年[0-9]{2}月)"
    r"(?<!\.{3}\s?[-—–]?\s?)(?<!(?:\n|^)[^\S\n]{0,4}[表图][^\S\n]{0,2})(?<!(?:CO|SO|NO|NH|CH|O|N|PM)\s)"
    r"(?!(?<=\n[^\S\n]{0,4}[-—–－]{1,2}\s?)[0-9]{1,4}\s?[-—–－]{1,2}\s*\n)"
    r"(?!(?<=[A-Z]\s)[0-9.]{2,8}\s?[-—–－]{1,2}\s?(?:19|20)[0-9]{2}(?![0-9]))"
    r"(?<!前(?=[0-9]{1,3}[名位]))(?!20[0-4][0-9](?:年版|·?(?![年余多来万亿千百亩人户家个])[一-龥]))(?!1[0-9]{4}[一-龥]{0,8}(?:热线|服务台|平台))"
    rf"(?:(?<!\n[\s>·•-]{{0,6}})|(?=[0-9]{{1,3}}{_THOUSANDS}))[0-9０-９]++{_THOUSANDS}*+"
    r"(?:[.．][0-9０-９]++)?+(?![A-Za-z0-9０-９.．+＋:：/〕\]）)】”\"》、号號版*＊×XＸ○□■]|\s*[)）、号號]|星期[一二三四五六日天]|\u3000|型|强)"
)


def unread_numbers(plan: Plan, source: str) -> Iterator[tuple[int, int]]:
    """Spans of the numbers of a plan's `source` text that belong to no item of the plan, in order."""
    figures = (*plan.targets, *plan.baselines, *plan.parameters)
    spans = [figure.quantity.span for figure in figures]
    spans += [time.span for time in plan.times] + [contact.span for contact in plan.contacts]
    spans += [section.heading_span for section in plan.sections]
    spans.sort(key=_start)
    # Most digits stand in an item: they are looked for between one and the next alone.
    searched, last, search = plan.span.start, plan.span.end, _DIGITS.search
    for item in (*spans, None):
        stop = item.start if item and item.start < last else last
        while searched < stop and (match := search(source, searched, stop)):
            start, searched = match.span()
            if searched < last and source[searched] in _NOT_BEHIND:
                continue
            if _NUMBER.match(source, start, last) and not _in_title(source, start):
                yield start, searched
        if item and item.end > searched:
            searched = item.end


def _in_title(source: str, at: int) -> bool:
    """Whether `at` lies between the marks of a title, which may go on in the next line."""
    first = max(0, at - _LONGEST_TITLE)
    is_open = source.rfind("《", first, at) > source.rfind("》", first, at)
    return is_open and source.find("》", at, at + _LONGEST_TITLE) >= 0
