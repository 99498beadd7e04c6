"""Titles that stand on two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.cleaning.starts import ends_sentence, is_date_line, is_label, is_numbered
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.cleaning.lines import Line

__all__ = ["TITLE_ENDS", "is_long_heading", "is_title", "parts_titles", "title_continues"]

# What kinds of documents are called (GB/T 9704), at a title's end, with what may stand behind: 》 (2021-2023年) (试行)
_KIND = "通知|通报|公告|通告|方案|计划|规划|意见|办法|细则|要点|清单|规定|决定|纲要|预案|规程|指南|指引|批复|函"
_TITLE = lazy_plain_pattern(rf"[^,。;:]{{0,80}}?(?:{_KIND})[》”]?(?:\([^()]{{1,30}}\))?")
TITLE_ENDS = frozenset(kind[-1] for kind in _KIND.split("|")) | frozenset("》”)")
_BODY_END = lazy_plain_pattern("[局委办府会组部院厅室心司团行站社处科道镇乡村县市区省州旗所队联校]$|文件$")
# 关于开展检查的通知 05-01, …的函 [2031-05-01]: an entry in a list of news, done at its date.
LISTED_DATE = r"(?:20\d\d[-./年])?\d{1,2}[-./月]\d{1,2}日?[])]?\Z"
_LISTED = lazy_plain_pattern(LISTED_DATE)
_LONGEST_DATE = 13
_WIDEST_SECOND = 60
_NARROWEST_FIRST = 12
_NARROWEST_HALF = 20
_MOST_COMMAS = 2
_LETTER_ENDS = frozenset("知函")
# 根据县水利局关于防汛的通知 / 和县政府关于抗旱的意见: one sentence.
_OF_ANOTHER = frozenset("和与及以要精规的》、")


def is_title(compact: str) -> bool:
    """Whether a line (without blanks) ends like a document's title: …工作方案, …的通知, …计划(2021-2023年).

    One that breaks off within the name of another paper is none: 本规划依据《青河县第十四个五年规划 / 和…纲要》.
    """
    return compact[-1] in TITLE_ENDS and compact.rfind("《") <= compact.rfind("》") and _ends_like_title(compact)


def _ends_like_title(compact: str) -> bool:
    return compact[-1] in TITLE_ENDS and bool(_TITLE.fullmatch(compact[-80:]))


def parts_titles(before: str, after: str) -> bool:
    """Whether a line is a letter's title and the next its 发文字号 in brackets, or the title once more.

    Pages on the web head a letter with its title: …关于印发《某方案》的通知 / 青河县水利局关于印发《某方案》的通知.
    """
    if before[-1] not in _LETTER_ENDS or not is_title(before):
        return False
    if after[0] == "(":
        return after.endswith("号)")
    return "关于" in after and after[0] not in _OF_ANOTHER and not has_any(after, ",。;")


def is_long_heading(compact: str) -> bool:
    """Whether a numbered line reads as a heading that has a comma: 二、以创新为动力,建设示范区."""
    if not is_numbered(compact) or compact[-1] in ",、":
        return False
    return compact.count(",") <= _MOST_COMMAS and not has_any(compact, "。;:")


def title_continues(before: Line, after: Line, *, is_wrapped: bool) -> bool:
    """Whether two lines are one title: `…关于印发《某方案》` / `的通知`; `某市某某某某领域` / `三年行动计划`.

    The second, which is not numbered, names the kind of document and the first does not. Without 关于, 《 or a leading
    的 that is so only in texts that wrap lines, and not behind the name of a department: there the title is a line of
    its own.
    """
    first, second = before.compact, after.compact
    if after.width > _WIDEST_SECOND or before.width < _NARROWEST_FIRST or not _ends_like_title(second):
        return False
    if is_numbered(first) or is_date_line(first) or is_label(first) or ends_sentence(first):
        return False
    if _LISTED.search(first, max(0, len(first) - _LONGEST_DATE)):
        return False
    if second.startswith("的") or first.count("《") > first.count("》"):
        return True
    if is_title(first) or has_any(first, ",。;:"):
        return False
    if "关于" in first:
        return True
    return is_wrapped and before.width >= _NARROWEST_HALF and (second.startswith("关于") or not _BODY_END.search(first))
