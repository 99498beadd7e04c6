"""What a line must begin with to be a paragraph of its own, and what it must end with to be finished."""

from __future__ import annotations

import re

from planparse.cleaning.lines import BLANKS
from planparse.patterns import lazy_plain_pattern

__all__ = [
    "ends_sentence",
    "is_bracketed",
    "is_date_line",
    "is_inside_brackets",
    "is_label",
    "is_list_start",
    "is_numbered",
    "may_be_numbered",
]

_CHINESE = "一二三四五六七八九十百〇零"
_FORMAL = "壹贰叁参肆伍陆柒捌玖拾"
_CLOSERS = "”’\"')]》】〕"
_BEHIND_END = _CLOSERS + BLANKS
_SENTENCE_ENDS = frozenset("。!?;:…")

# The numbers of GB/T 9704 and their everyday spellings. Excluded: 一、二、三产业; 1、2号; 1.5万亩.
_NUMBERED = lazy_plain_pattern(
    rf"""
    [{_CHINESE}]{{1,3}} [、.] (?! [{_CHINESE}]{{1,2}} [、类级次线产] )
    | [({{\[〔] (?: [{_CHINESE}]{{1,3}} | \d{{1,2}} ) [)}}\]〕]
    | \d{{1,2}} (?: 、 (?!\d{{1,3}}[、号]) | [.)] (?![\d%]) )
    | \d{{1,2}} (?: \.\d{{1,2}} ){{2,3}} (?![\d%])
    | 第 [{_CHINESE}\d]{{1,4}} (?: [章节编篇] | 部分 | 条 (?=.{{0,3}}[、:]) )
    | 附 (?: 件 | 表 | 录 | 图 ) [\d{_CHINESE}]{{0,2}} (?: [:.、] | $ )
    | [⑴-⒛㈠-㈩]
    | [{_FORMAL}]{{1,3}} [、.] (?! [海空]、 )
    """,
    re.VERBOSE,
)
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_NUMBERED_START = frozenset(f"{_CHINESE}{_FORMAL}({{[〔第附{_BRACKETED}")
_LIST = lazy_plain_pattern(
    rf"[①-⑳❶-❿●■◆▲★☆□○※►▪] | [{_CHINESE}]{{1,2}}是 | 第[{_CHINESE}\d]{{1,4}}条 | [·*] | --?(?!\d)", re.VERBOSE
)
_LIST_START = frozenset(f"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿●■◆▲★☆□○※►▪{_CHINESE}第·*-")
_LABEL = lazy_plain_pattern(r"[〇一-鿿]{2,8}(?:[(][^()]{1,10}[)])?:")
_NUMBER = rf"(?:\d{{1,2}}|[{_CHINESE}]{{1,3}})"
_DATE = lazy_plain_pattern(rf"(?:\d{{4}}|[{_CHINESE}]{{4}})年{_NUMBER}月{_NUMBER}[日号]")


def is_numbered(compact: str) -> bool:
    """Whether a line (without blanks) begins with a heading's or list's number: 一、 （一） 1. (1) 第一章 附件1."""
    return may_be_numbered(compact[0]) and _NUMBERED.match(compact) is not None


def may_be_numbered(first: str) -> bool:
    """Whether a line that begins with the character `first` can begin with such a number."""
    return first in _NUMBERED_START or first.isdecimal()


def is_bracketed(compact: str) -> bool:
    """Whether a line is nothing but words in thick brackets, as headings of web pages are: 【办理时限】"""
    return compact[0] == "【" and compact[-1] == "】" and compact.find("【", 1) < 0


def is_list_start(compact: str) -> bool:
    """Whether a line begins with what may begin a list's item, or go on in the midst of a sentence: ① 一是 第二条."""
    return compact[0] in _LIST_START and bool(_LIST.match(compact))


def is_label(compact: str) -> bool:
    """Whether a line begins with a short label and a colon: 责任人："""
    return bool(_LABEL.match(compact))


def is_date_line(compact: str) -> bool:
    """Whether a line is a day and nothing else, as below a signature or, in brackets, below a title."""
    if compact[-1] not in "日号)":
        return False
    if compact[0] == "(" and compact[-1] == ")":
        compact = compact[1:-1]
    return 0 < len(compact) <= 14 and bool(_DATE.fullmatch(compact))


def is_inside_brackets(compact: str) -> bool:
    """Whether a line breaks off between an opening bracket and its closing one."""
    return "(" in compact and compact.rfind("(") > compact.rfind(")")


def ends_sentence(words: str) -> bool:
    """Whether a line ends like a finished sentence, closing quotation marks and brackets set aside."""
    last = words[-1:]
    return (words.rstrip(_BEHIND_END)[-1:] if last in _BEHIND_END else last) in _SENTENCE_ENDS
