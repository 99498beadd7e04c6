"""Which blocks of a web page are the article: its title and all from its first to its last sentence, no furniture.

Navigation is links; sentences and lines such as `联系人：…` are weight. The article is the smallest part of the page
that holds nearly all of the weight; inside it only what is links or a known piece of furniture goes, so that
headings, tables and the closing block stay whatever their markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.reading.html_blocks import HtmlBlock

__all__ = ["article_blocks"]

# The article's part of the weight of a page; what is left may be spam and notices.
SHARE = 0.96
MAX_LINKED = 0.6
MIN_UNNAMED = 0.5
SENTENCE = re.compile(r"[。；，：！？]")
MIN_SENTENCE = 12
# A labelled line of the closing block or a date belongs to the article although it is no sentence.
CLOSING = re.compile(r"(?:责任|负责|联系|牵头|配合|完成时限|电话)[^：:]{0,8}[：:]|\d{4}年\d{1,2}月\d{1,2}日")
ATTACHMENT = re.compile(r"附\s*[件表录][\s:：0-9一二三四五六七八九十]")
# Lines that a site sets above and below an article; each must be such a line as a whole, not only begin like one.
FURNITURE = re.compile(
    r"""
      (?:发布|发文|更新|添加|录入|生成)(?:时间|日期)\s*[：:].*
    | (?:信息|文章|稿件|内容)?来源\s*[：:].*
    | (?:作者|(?:责任)?编辑|责编|编审|审核|校对|录入员?|发布(?:人|者|机构)|撰稿)\s*[：:].{0,20}
    | (?:浏览|点击|访问|阅读)(?:次数|量|数)\s*[：:].*
    | [【\[(（]?\s*(?:字体|字号|文字大小)\s*[：:].*
    | 分享(?:到|至|本页)?\s*[：:]?\s*(?:(?:微信|微博|QQ|空间|朋友圈)\s*)*
    | (?:
        [【\[(（]?\s*(?:我要)?(?:打印|关闭|收藏|返回|纠错)(?:本页|本文|此页|窗口|页面|顶部|首页|列表)?\s*[】\])）]?[\s|｜]*
      )+
    | [上下]一[篇条页]\s*(?:[：:].*)?
    | (?:您?(?:现在|当前)?的?|当前|所在)位置\s*[：:].*
    | 扫一扫.{0,20}
    | 相关(?:阅读|链接|文章|文档|稿件|新闻|解读)\s*[：:]?
    | (?:网站)?首页\s*[>＞»|/-].*
    | 无障碍(?:浏览|阅读)?|长者(?:模式|专区)|繁體|简体版|语音播报|RSS|English|请(?:输入|登录).{0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What only the foot of a site says; beside it stand lines that a plan could say too (主办单位：…).
SITE = re.compile(r"ICP备|公网安备|网站标识码|版权所有|Copyright|©|建议使用.{0,20}(?:浏览器|分辨率)", re.IGNORECASE)
SITE_LINE = re.compile(
    r"(?:主办|承办|协办|建设|维护|运维|技术支持|地址|邮编|网站地图|联系我们|关于我们|政府网站)(?:单位)?\s*(?:[：:]|$)"
)
MAX_FURNITURE = 120
NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|share\w*|bdshare\w*|foot(?:er)?|sidebar|related|recommend\w*|"
    r"toolbar|copyright|comments?|banner|search\w*|login|qrcode|pagination|pager|advert\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)


def article_blocks(blocks: list[HtmlBlock], root: _Element, page_title: str) -> list[HtmlBlock]:
    """The blocks of the article. Where a page has no weight at all, all its blocks."""
    named = [_is_named(block.element, None) for block in blocks]
    weights = [_weight(block) for block in blocks]
    outside = [0 if is_named else weight for weight, is_named in zip(weights, named, strict=True)]
    # Some sites name the whole article `print` or `share`: names that would take most of the page mean nothing.
    by_name = sum(outside) >= MIN_UNNAMED * sum(weights)
    weights = outside if by_name else weights
    if not sum(weights):
        return blocks
    article = _article(blocks, weights, root)
    inside = [number for number, block in enumerate(blocks) if _is_under(block.element, article)]
    heavy = [number for number in inside if weights[number]]
    site_foot = any(SITE.search(blocks[number].text) for number in inside if number > heavy[-1])
    kept = [
        blocks[number]
        for number in inside
        if not _is_furniture(blocks[number], article, by_name)
        # Between two sentences of the article every line is its own.
        and (heavy[0] < number < heavy[-1] or not _is_page_line(blocks[number], site_foot))
    ]
    title = _title(blocks[: inside[0]], page_title)
    if title is not None and not any(_bare(title.text) == _bare(block.text) for block in kept[:6]):
        kept.insert(0, title)
    return kept + _closing(blocks[inside[-1] + 1 :])


def _weight(block: HtmlBlock) -> int:
    """How much a block speaks for an article: the characters of its sentences that are not links."""
    words = len(block.text) - block.linked
    if block.linked > MAX_LINKED * len(block.text) or _is_page_line(block, True):
        return 0
    if block.cells:
        return words
    return words if (words >= MIN_SENTENCE and SENTENCE.search(block.text)) or CLOSING.match(block.text) else 0


def _article(blocks: list[HtmlBlock], weights: list[int], root: _Element) -> _Element:
    """The smallest element that holds nearly all of the weight."""
    total = sum(weights)
    held: dict[_Element, int] = {}
    for block, weight in zip(blocks, weights, strict=True):
        element: _Element | None = block.element
        while weight and element is not None:
            held[element] = held.get(element, 0) + weight
            element = element.getparent()
    article = root
    while True:
        inner = [child for child in article if held.get(child, 0) >= SHARE * total]
        if not inner or inner[0].tag in ("p", "table", "tbody", "tr"):
            return article
        article = inner[0]


def _is_furniture(block: HtmlBlock, article: _Element, by_name: bool) -> bool:
    """Whether a block inside the article is links, or (`by_name`) stands in an element named as one of the site."""
    if ATTACHMENT.match(block.text):
        return False
    return block.linked > MAX_LINKED * len(block.text) or (by_name and _is_named(block.element, article))


def _is_page_line(block: HtmlBlock, site_foot: bool) -> bool:
    """Whether a line above or below the article's sentences is the site's; `site_foot`: whether its foot is near."""
    if block.cells or len(block.text) > MAX_FURNITURE:
        return False
    if FURNITURE.fullmatch(block.text) or SITE.search(block.text):
        return True
    return site_foot and SITE_LINE.match(block.text) is not None


def _is_named(element: _Element, article: _Element | None) -> bool:
    """Whether the element, or one around it below the article, is named as furniture (`class="share"`, `<footer>`)."""
    around: _Element | None = element
    for _ in range(4):
        if around is None or around is article or around.tag in ("body", "html"):
            return False
        if around.tag == "footer" or NAMES.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
        around = around.getparent()
    return False


def _is_under(element: _Element, article: _Element) -> bool:
    around: _Element | None = element
    while around is not None:
        if around is article:
            return True
        around = around.getparent()
    return False


def _closing(following: list[HtmlBlock]) -> list[HtmlBlock]:
    """Lines of a closing block that stand right behind the article in an element of their own."""
    closing = []
    for block in following:
        if _is_page_line(block, True) or block.linked > MAX_LINKED * len(block.text) or not CLOSING.match(block.text):
            break
        closing.append(block)
    return closing


def _title(before: list[HtmlBlock], page_title: str) -> HtmlBlock | None:
    """The article's title where it stands above it: a heading, or the words that the page calls its title."""
    wanted = _bare(page_title)
    candidates = [
        block
        for block in before
        if len(_bare(block.text)) >= 5 and (not block.linked or block.level == 1) and not _is_page_line(block, True)
    ]
    for block in reversed(candidates):
        if wanted and (wanted.startswith(_bare(block.text)) or _bare(block.text).startswith(wanted)):
            return block
    return next((block for block in reversed(candidates) if block.level in (1, 2)), None)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
