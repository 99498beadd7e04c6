"""What a saved page has above its text: where one is on the site, and the buttons around it."""

from __future__ import annotations

from planparse.patterns import lazy_plain_pattern

__all__ = ["navigation_end"]

# 下载 打印 全屏, 【字号: 大 中 小】, 首页, 分享到: – on one line or each on its own.
_BUTTONS = lazy_plain_pattern(
    r"(?:(?:下载|打印|全屏|收藏|分享(?:[到至])?|关闭|返回|(?:网站)?首页|字[号体]|加大|还原|减小|放大|缩小|默认|[大中小]|无障碍|繁体|简体"
    r"|本[页文]|[【】\[\]>»:|]|(?:您|你)?(?:当前|现在|所在|的){0,2}位置:?)[ \t\u3000]*)+"
)
# 当前位置:首页 > 政务公开 > 规划计划
_PATH = lazy_plain_pattern(r"(?:(?:您|你)?(?:当前|现在|所在|的){0,2}位置[: ]|(?:网站)?首页[ \t]*[>»]).{0,100}")
_STEP = frozenset(">»")
# The last step of a path has none behind it: 首页 > 政务公开 > / 青河要闻.
_LAST_STEP = lazy_plain_pattern(
    r"[\u4e00-\u9fff]{0,6}(?:要闻|新闻|动态|信息|公开|公告|公示|资讯|专栏|专题|栏目|正文|详情|政务|文件|规划计划|政府工作报告|解读|发布)"
)
_OPENS = frozenset("下打全收分关返网首字加还减放缩默大中小无繁简本【[>»您你当现所位")
_MOST = 24


def navigation_end(text: str) -> int:
    """The offset behind the lines at a text's top that are a page's own, 0 where its first line says something.

    Only lines in a row, from the very top, are left out: 打印耗材采购方案 begins with such a word, and is none.
    """
    if text.lstrip()[:1] not in _OPENS:
        return 0
    end = offset = 0
    on_path = False
    for line in text.split("\n", _MOST)[:_MOST]:
        offset += len(line) + 1
        words = line.strip()
        if not words:
            continue
        is_step = words in _STEP
        if not (
            is_step
            or _BUTTONS.fullmatch(words)
            or _PATH.fullmatch(words)
            or (on_path and _is_step(text, offset, words))
        ):
            break
        on_path = is_step or (on_path and not _BUTTONS.fullmatch(words)) or "首页" in words or "位置" in words
        end = offset
    return end if text[end:].strip() else 0


def _is_step(text: str, behind: int, words: str) -> bool:
    """Whether a line on a path is a step of it: another follows (政务公开 / >), or it is called like a column."""
    return text[behind:].lstrip()[:1] in _STEP or _LAST_STEP.fullmatch(words) is not None
