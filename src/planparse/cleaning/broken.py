"""Lines that break off where no paragraph can: inside a number, a date, brackets, an enumeration, a clause of 由."""

from __future__ import annotations

from planparse.cleaning.characters import has_any
from planparse.cleaning.starts import (
    ends_sentence,
    is_date_line,
    is_inside_brackets,
    is_label,
    is_numbered,
    may_be_numbered,
)
from planparse.cleaning.titles import is_title
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.word_boundaries import begins_word

__all__ = ["breaks_inside", "breaks_number", "breaks_sentence", "goes_on_over_page", "may_break"]

_BY = frozenset("到至")
_ENDS = frozenset("0123456789万亿年月、") | _BY
# So many of a line's last characters are looked at.
_TAIL = 40
_LONGEST_BRACKET = 60
_NUMBERED = "第图表件附例注号"
# 造林 1490 | 亩、植树; 投资1.2亿 | 元. Many a unit begins words (个人, 户籍): it counts where its line or clause ends.
_NUMBER_END = lazy_pattern(rf"[一-鿿(,、](?<![{_NUMBERED}])\d[\d.,]{{0,11}}[万亿]?\Z")
_UNIT_START = lazy_pattern(
    r"[%‰℃]|[万亿](?:元|[亩人户吨株棵头只](?![一-鿿]))|公[里顷斤](?!路)|平方[米公]|立方米|[千兆]瓦"
    r"|个(?![人体别性案])|户(?![籍口均主型])|亩(?![产均])"
    r"|人次|公分|延长?米"
    r"|(?:[亩元户人个处座家所名村米吨株棵头只台辆套件项条次场间张床天斤眼口栋幢艘盏]|年底?|月[底末]?|日)"
    r"(?=[,。;、:)]|以[上下内前]|左右|前[,。;、完]|\Z)"
)
_DATE_END = lazy_pattern(r"[一-鿿(,][^年月]{0,2}(?:\d{4}年|(?:\d{4}年)?\d{1,2}月)\Z")
_BARE_YEAR = lazy_plain_pattern(r"(?:19|20)\d\d")
_DATE_START = lazy_plain_pattern(r"(\d{1,3})([年月日])(?!\d)")
_DATE = lazy_plain_pattern(r"(?:19|20)\d\d年|1[0-2]月|(?:[12]\d|3[01])日")
_ZERO_START = lazy_plain_pattern(r"0\d")
_PROSE_MARK = lazy_plain_pattern("[,。;]")
_DIGITS_START = lazy_pattern(r"\d[\d.,]{0,9}(?:[%‰℃]|[一-鿿])")
_AMOUNT_START = lazy_pattern(r"\d[\d.,]{0,11}(?:[%‰℃]|[一-鿿])(?<![年月日号时])")
_BRACKET_REST = lazy_pattern(r"[一-鿿][一-鿿、,;]{0,40}\)")
# 联系人:方小 | 圆
_NAME_END = lazy_pattern(r"人:(?:[一-鿿]{2,3}、){0,3}[一-鿿]{2}\Z")
# 由县林 | 业局牵头: what 由 begins ends with who does what.
_AGENT_END = lazy_pattern(r"由[一-鿿、]{1,16}\Z")
_LONGEST_AGENT = 17
_CLOSED_AGENT = lazy_plain_pattern(r"牵头|负责|组织|承担|配合|实施|落实|[局委办府]\Z")
# 1、定期会商,研究制定 | 防范措施: a numbered line of several clauses that stops at a verb which asks for its object, in
# the midst of a word (严 | 格), or before the one word that its last clause is about (推进灌区 | 改造).
_LEAST_ITEM = 16
_LONGEST_WORD = 4
_OPEN_VERB = lazy_plain_pattern(r"(?<!不断)(?<!一步)(?:研究制定|制定|建立|做好|抓好|加强|健全|确保)\Z")
_LAST_WORD = lazy_plain_pattern(
    r"(?:改造|建设|治理|工作|工程|发展|管理|服务|项目|任务|整治|保护|措施|体系|机制|能力|水平|活动|培训)[。;]?\Z"
)
_AGENT_START = lazy_pattern(r"[一-鿿、]{1,16}(?:牵头|负责|组织|承担|配合|实施)")


def may_break(text: str, start: int, end: int) -> bool:
    """Whether the line `text[start:end]` can break off so, by a first look."""
    words = text[start:end]
    last = words[-1]
    if last in _ENDS or ("(" in words and words.rfind("(") > words.rfind(")")):
        return True
    # What 由 begins ends with a Chinese character, and so does an item that stops in mid-clause.
    if not "一" <= last <= "鿿":
        return False
    if "由" in words[-_TAIL:]:
        return True
    return len(words) >= _LEAST_ITEM and "," in words and may_be_numbered(words[0])


def breaks_inside(before: str, after: str) -> bool:
    """Whether two lines (without blanks) are one paragraph by their words alone, however wide they are.

    The first breaks off inside brackets that the next one closes, at 、, between a number and its unit, a date's year,
    month and day, between the two halves of whom 由 names, or in the last clause of a numbered item. Of a line that
    begins with a number or a list's mark nobody asks: it goes on from none.
    """
    if is_inside_brackets(before):
        return _closes_bracket(before, after)
    if len(after) == 1 and "一" <= after <= "鿿" and _NAME_END.search(before):
        return True
    last = before[-1]
    if after[0] == "年" and _BARE_YEAR.fullmatch(before):
        return True
    if last in _BY and _BARE_YEAR.fullmatch(after):
        return True  # 到 | 2031 | 年
    if last == "、":
        return not is_label(after) and not (is_numbered(before) and len(before) <= len("十一、"))
    if (last.isdecimal() or last in ".,万亿") and _NUMBER_END.search(before, max(0, len(before) - _TAIL)):
        # No number begins with two digits of which the first is 0; of prose no line ends in a number without its unit.
        is_rest = _ZERO_START.match(after) or _PROSE_MARK.search(before) or _PROSE_MARK.search(after)
        if _UNIT_START.match(after) or (is_rest and breaks_number(before, after)):
            return True
        return _is_parted_date(before, after)
    if last in "年月" and _DATE_END.search(before, max(0, len(before) - _TAIL)):
        day = _DATE_START.match(after)
        return day is not None and day[2] == ("月" if last == "年" else "日")
    if "," in before and len(before) >= _LEAST_ITEM and _breaks_item(before, after):
        return True
    agent = _AGENT_END.search(before, max(0, len(before) - _TAIL)) if "由" in before[-_LONGEST_AGENT:] else None
    return agent is not None and not _CLOSED_AGENT.search(agent[0]) and _AGENT_START.match(after) is not None


def breaks_number(before: str, after: str) -> bool:
    """Whether a line ends in the midst of a number's digits (`不低于 8` / `5%`), if it is prose."""
    if not after[0].isdecimal() or not before[-1].isdecimal():
        return False
    return bool(_NUMBER_END.search(before, max(0, len(before) - _TAIL)) and _DIGITS_START.match(after))


def breaks_sentence(before: str) -> bool:
    """Whether a line stops in mid-sentence behind another sentence's end (`…栽植。此项工作由`): no heading does."""
    return "。" in before[:-1] and "。" in before[-_LONGEST_BRACKET:] and not before.startswith("(")


def goes_on_over_page(before: str, after: str) -> bool:
    """Whether the lines on either side of a page mark are one sentence: `厕所改造` / `1200户`.

    The first ends no sentence and is no heading or label; the second, which is not numbered, begins with an amount, not
    with a year or month, or closes a bracket that it did not open: `…等部门按职` / `责分工负责)`.
    """
    if ends_sentence(before) or is_numbered(before) or is_label(before) or is_date_line(before) or is_title(before):
        return False
    if not "一" <= before[-1] <= "鿿":
        return False
    return _AMOUNT_START.match(after) is not None or _BRACKET_REST.match(after) is not None


def _breaks_item(before: str, after: str) -> bool:
    """Whether a numbered line of several clauses stops in the midst of the last, and the next line goes on."""
    if not "一" <= before[-1] <= "鿿" or not is_numbered(before) or is_label(after) or is_title(before):
        return False
    if ends_sentence(before) or has_any(before, "。;:") or not "一" <= after[0] <= "鿿":
        return False
    if _LAST_WORD.match(after) or (_OPEN_VERB.search(before) and _PROSE_MARK.search(after)):
        return True
    front = before[-_LONGEST_WORD:]
    return _PROSE_MARK.search(after) is not None and not begins_word(front + after[:_LONGEST_WORD], len(front))


def _is_parted_date(before: str, after: str) -> bool:
    """Whether the digits on either side of a line end are one year's, month's or day's: 到203 | 1年, 于1 | 2月底前."""
    rest = _DATE_START.match(after)
    first = before[len(before.rstrip("0123456789")) :]
    return bool(rest and first and _DATE.fullmatch(first + rest[0]))


def _closes_bracket(before: str, after: str) -> bool:
    opened = before[before.rfind("(") + 1 :]
    closing = after.find(")")
    if closing < 0 or "(" in after[:closing] or len(opened) + closing > _LONGEST_BRACKET:
        return False
    return not has_any(opened + after[:closing], "。;")
