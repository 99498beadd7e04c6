"""What a plan's own paper says (《规划》提出,到2035年…): it leads in a time as the beginning of a sentence does."""

from __future__ import annotations

from planparse.cleaning.characters import has_any
from planparse.patterns import lazy_plain_pattern

__all__ = ["says"]

_PAPER = r"(?:规划|方案|计划|意见|纲要|通知|文件|要点|决定|》|”)"
_TO = r"(?:力争|确保|争取)?[到至]?$"
# 规划提出到; 印发《方案》,明确; 根据《方案》要求,. The State's aims govern nothing that follows them.
_SAYS = lazy_plain_pattern(
    rf"(?:(?:^|[,)、.])(?![《“]?(?:国家|中央|党|全国|我国))[^,。;:\n]{{0,24}}{_PAPER},?|(?:印发|出台|发布|制定|编制)了?《[^》\n]{{1,40}}》,|^)"
    rf"中?(?:还|也|同时|进一步)?(?:提出|明确|确定|要求|强调|规定)了?[,:]?{_TO}"
    rf"|(?:^|[,)、.])(?:根据|按照|依据)[^,。;:\n]{{0,24}}{_PAPER}(?:要求|部署|安排)?,{_TO}"
)
_SAYING = ("提出", "明确", "确定", "要求", "强调", "规定", "根据", "按照", "依据")
_LONGEST = 64
# Such words end with one of these: most times have another in front.
_ENDS = frozenset("到至,:出确定求调了争保取")


def says(words: str, start: int, end: int) -> bool:
    """Whether the words from a sentence's beginning to a time end with what a paper says."""
    if words[end - 1] not in _ENDS:
        return False
    front = words[max(start, end - _LONGEST) : end]
    return has_any(front, _SAYING) and _SAYS.search(front) is not None
