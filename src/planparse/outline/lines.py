"""The lines of a clean text: where each begins and ends without its blanks and list marks."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from planparse.cleaning.characters import has_any
from planparse.outline.dates import read_date_line
from planparse.outline.navigation import navigation_end
from planparse.outline.numbering import Number, read_number
from planparse.outline.shapes import shape_as
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.cleaning.text import CleanText
    from planparse.reading.source import SourceText
    from planparse.rules import RuleSet

__all__ = ["Lines", "split_lines"]

# Blanks, and marks that editors put before a paragraph: `- 1、…`, `> …`, `◆ …`. Not `—`, which OCR reads for 一.
_MARGIN = lazy_plain_pattern(
    r"[ \t\u3000]*(?:[->*•·●■□▪◆◇★▲※]++[ \t\u3000]++|[>•●■□▪◆◇★▲※]++|#{1,6}+[ \t]++|[ \t\u3000])*"
)
_MARGIN_STARTS = frozenset(" \t\u3000->*•·●■□▪◆◇★▲※#")
# Such a mark in front of a line stands behind it too: ★清渠工作方案一★.
_AROUND = "★◆◇■●▲※"
_ORNAMENTS = frozenset(_AROUND)
_HASHES = lazy_plain_pattern(r"[ \t]*+(#{1,6})[ \t]")


# 标题:…, 名称:…: what the head of a web page has in front of the title of the paper below it.
_HEAD, _REACH = 40, 12
# 名称 labels a page's title among other such words alone; elsewhere it may be a project's.
_PAGE = lazy_plain_pattern(r"索引号|发布|公开|主题|文号|成文|发文|来源")
_NEIGHBOURS = 200
# 青水发〔2031〕12号青河县水利局关于…的通知: a number's letters, and what stands between it and the title.
_LONGEST_NUMBER = 32
_TITLE_REACH = 4000
_DASHES = " \t—–-"
# 6.26禁毒宣传工作方案: a day at the top of a document, and no number of a heading.
_DAY = lazy_plain_pattern(r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?![\d. \t])(?=.{6})")
_NAMING_ANOTHER = ("关于", "印发", "转发", "落实", "按照", "根据")
_OF_ANOTHER = ("文件", "精神", "规定", "要求", "通知", "等", "的", "和", "、", "与")


class Lines:
    """The lines of a text that say something in order, column by column.

    As objects the lines of a long text would take several times its own memory, and most are looked at once. `numbers`
    are the heading numbers that open them, `styles` the heading levels that the format gives some.
    `in_tables` has those that are rows of a table of several columns, and so no headings.
    """

    __slots__ = ("ends", "in_tables", "numbers", "starts", "styles", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("I"), array("I")
        self.numbers: list[Number | None] = []
        self.styles: dict[int, int] = {}
        self.in_tables: set[int] = set()

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, index: int) -> str:
        """The text of a line."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_bar(self, index: int) -> bool:
        """Whether a line holds nothing but the bars that part the cells of a table set cell by cell."""
        return 0 <= index < len(self) and self.text[self.starts[index]] == "|" and not self.words(index).strip("| \t")

    def size(self, index: int) -> int:
        """How many characters a line has."""
        return self.ends[index] - self.starts[index]


def split_lines(text: CleanText, source: SourceText, rules: RuleSet) -> Lines:
    """The lines of `text` that are not blank, in order, without those of a page's navigation above them."""
    styles = {block.start: block.style_level for block in source.blocks if block.style_level}
    style_ends = {block.start: block.end for block in source.blocks if block.style_level}
    starts = sorted(styles)
    tables = [(table.start, table.end) for table in source.tables if any(cell.column for cell in table.cells)]
    table_starts = [start for start, _ in tables]
    lines = Lines(text.text)
    add_start, add_end, add_number = lines.starts.append, lines.ends.append, lines.numbers.append
    has_hashes = "#" in text.text
    has_number = "号" in text.text[:_TITLE_REACH]
    is_plain = not (starts or has_hashes or tables)
    head = navigation_end(text.text)
    offset = 0
    for raw in text.text.split("\n"):
        start = begin = offset
        offset += len(raw) + 1
        words = raw.rstrip(" \t\u3000\r\v\f")
        if not words or start < head:
            continue
        if words[0] in _MARGIN_STARTS and (margin := _MARGIN.match(words)):
            words = words[margin.end() :]
            if words[-1:] in _ORNAMENTS:
                words = words.rstrip(_AROUND)
            if not words:
                continue
            start += margin.end()
        if not is_plain:
            if starts:
                place = text.source_start(start)
                found = bisect_left(starts, place + 1) - 1
                if found >= 0 and place < style_ends[starts[found]]:
                    lines.styles[len(lines)] = styles[starts[found]] or 0
            elif has_hashes and "#" in raw[:8] and (hashes := _HASHES.match(raw)):
                lines.styles[len(lines)] = len(hashes[1])
            if tables:
                place = text.source_start(start)
                table = bisect_left(table_starts, place + 1) - 1
                if table >= 0 and place < tables[table][1]:
                    lines.in_tables.add(len(lines))
        if len(lines.starts) < _HEAD and (":" in words[:_REACH] or words[0] == "标"):
            title = _labelled(text.text, begin, words, rules)
            if title:
                start, words = start + words.index(title), title
        if has_number and "号" in words[:_LONGEST_NUMBER] and len(lines) < _HEAD:
            number, behind, end = _numbered(words, rules)
            if number:
                add_start(start)
                add_end(start + number)
                add_number(None)
                start, words = start + behind, words[behind:end]
        add_start(start)
        add_end(start + len(words))
        add_number(read_number(words, rules))
    if lines.numbers and lines.numbers[0] and _is_day(lines, rules):
        lines.numbers[0] = None
    return lines


def _is_day(lines: Lines, rules: RuleSet) -> bool:
    """Whether what looks like the first line's number is a day: no other line has such a one, and a title it is."""
    words, number = lines.words(0), lines.numbers[0]
    if not _DAY.match(words) or any(other and number and other.style == number.style for other in lines.numbers[1:]):
        return False
    return shape_as("title", words, rules) is not None


def _numbered(words: str, rules: RuleSet) -> tuple[int, int, int]:
    """Where the 发文字号 in front of a title or date on its line ends, and where these begin and end; else zeros.

    A number that the title names (关于转发青水发〔2031〕12号文件的通知) is another paper's.
    """
    end = words.index("号") + 1
    title = words[end:].lstrip(_DASHES)
    begin, stop = len(words) - len(title), len(words)
    if title[:1] == "《" and title[-1] == "》":
        title, begin, stop = title[1:-1], begin + 1, stop - 1
    is_own = not (has_any(words[:end], _NAMING_ANOTHER) or title.startswith(_OF_ANOTHER))
    is_own = is_own and shape_as("number", words[:end], rules) is not None
    if is_own and (shape_as("notice", title, rules) or shape_as("title", title, rules)):
        return end, begin, stop
    if is_own and title[:1].isdecimal() and read_date_line(title):
        return end, begin, stop
    return 0, 0, 0


def _labelled(text: str, begin: int, words: str, rules: RuleSet) -> str | None:
    """The title, of a plan or a covering letter, behind its label in the head of a page: 标题:…, | 标题:… | |."""
    shape = shape_as("label", words, rules)
    title = shape.value if shape else None
    if not title or not (shape_as("title", title, rules) or shape_as("notice", title, rules)):
        return None
    behind = begin + len(words)
    around = text[max(0, begin - _NEIGHBOURS) : begin], text[behind : behind + _NEIGHBOURS]
    is_page = not around[0].strip() or any(_PAGE.search(part) for part in around)
    return title if is_page or "标" in words[: words.index(title)] else None
