"""Full stops printed as points: some presses and OCR programs set `实施方案.` for `实施方案。`."""

from __future__ import annotations

from planparse.patterns import lazy_pattern

__all__ = ["mend_stops"]

# Behind a Chinese word and in front of another or a line's end a point stops the sentence. Behind 一 or 十 it may
# number a heading (一.总体要求), and is left alone; in 元/人.年 it joins what a rate is counted per.
_POINT = lazy_pattern(
    r"\.(?<=[\u4e00-\u9fff%”》]\.)(?<![一二三四五六七八九十零〇百]\.)"
    r"(?!(?<=/[户人名生亩头床车村岗]\.)[年月日天次](?![底初末前]))"
    r"(?=[ \t\u3000]*(?:[\u4e00-\u9fff“《(]|\n|\Z))"
)


def mend_stops(text: str) -> str:
    """The folded text with full stops for the points that end sentences; its length is unchanged."""
    return _POINT.sub("。", text) if "." in text else text
