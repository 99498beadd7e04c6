"""Which lines are headings: numbered ones by the shape of what follows the number, others by their words or style."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from planparse.outline.cells import is_cell
from planparse.outline.kinds import kind_words, kinds_of
from planparse.outline.numbering import Number  # noqa: TC001 - the type of a field
from planparse.outline.shapes import shape_of
from planparse.patterns import lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.outline.lines import Lines
    from planparse.rules import RuleSet

__all__ = ["Heading", "find_headings", "read_heading"]

UNNUMBERED = "heading/unnumbered"
BRACKETED = "heading/bracketed"
STYLED = "heading/styled"
PLAIN = "heading/plain"

# First and second level stand for themselves; deeper numbers also count the items of lists.
_HIGH = 2
_SENTENCE_END = lazy_plain_pattern(r"[。!?;]")
# The most characters before a colon that text runs on from: 总体目标:到2025年…
_LEAD_IN = 14
_IN_BRACKETS = lazy_plain_pattern(r"\([^()]*\)")
# A figure other than a year makes a numbered sentence a task, not a heading: 2、新建水厂3座。 Not an ordinal (第9个读书
# 日), nor the year of an event (2031读书节).
_FIGURE = lazy_plain_pattern(
    r"\d(?<![第\d]\d)(?!(?<=2)0[0-4]\d(?![万亿千百元亩米吨个人户处家所条次名座公平立头只株辆台套件项余多])[一-龥“])"
    r"\d*+(?!\d|年(?!前)|-|~|—|–|五|\+)"
)
# 【工作目标】; not what a page adds: [来源:…], [打印本页].
_BRACKETED = lazy_plain_pattern(r"[【〔\[](?!打印|关闭|返回|收藏|分享|字体|字号)([^】〕\]\n:]{2,24})[】〕\]]$")
_BRACKETS = frozenset("【〔[")
_BARE = lazy_quick_pattern(r"[\p{Han}“”\"()·0-9A-Za-z -]{2,18}+:?$")
_LONGEST_BARE = 26
# 经济发展 alone between a sentence's end and a paragraph. Fewer characters are a person's name, who may have a post.
_PLAIN = lazy_quick_pattern(
    r"(?![\p{Han}]{0,5}(?:[省市县区州旗镇乡村局厅处科院校]长|书记|主任|主席|编辑|记者|作者|通讯员)|特此|此致|敬礼|以上|妥否|附[件表图])"
    r"[\p{Han}]{4,8}+$"
)
_PARAGRAPH = 30
# 表1 十五期间建设情况, 图2-1:项目分布情况: the caption of a table or a figure.
_CAPTION = lazy_plain_pattern(
    r"[表图][ ]?(?:\d{1,2}(?:[-—–.]\d{1,2})?|[一二三四五六七八九十]{1,3})(?![\d年月个张]|项(?!目))"
)
_CAPTIONED = frozenset("表图")
# 发表时间: / 2031-05-01 08:30, 时间: / 2031-05-01: when a page was posted.
_POSTED = lazy_plain_pattern(r"20\d\d[-/.]\d\d?[-/.]\d\d?(?:[ \t]*\d\d?:\d\d.*)?$")
# 现就各项工作提出如下分工: leads in what follows.
_LEADS_IN = ("现就", "现将", "现提出")
_ENUMERATION = lazy_plain_pattern(r"[一二三四五六七八九十]是|第[一二三四五六七八九十],")
_ENUMERATORS = frozenset("一二三四五六七八九十第")


class Heading(Record):
    """A heading of the document: `line` is its index, `start:end` number and words in the clean text."""

    __slots__ = ("end", "kinds", "line", "listed", "number", "rule", "run_in", "start", "title")

    def __init__(
        self,
        line: int,
        start: int,
        end: int,
        title: str,
        kinds: tuple[str, ...],
        rule: str,
        number: Number | None = None,
        run_in: bool = False,
        listed: bool = False,
    ) -> None:
        self.line = line
        self.start = start
        self.end = end
        self.title = title
        self.kinds = kinds
        self.rule = rule
        self.number = number
        self.run_in = run_in
        self.listed = listed  # its shape is also that of a list item; only what stands under it can tell


def find_headings(lines: Lines, rules: RuleSet) -> list[Heading]:
    """All headings of a document, in reading order."""
    found: list[Heading] = []
    text, styles, in_tables = lines.text, lines.styles, lines.in_tables
    for index, (number, start, end) in enumerate(zip(lines.numbers, lines.starts, lines.ends, strict=True)):
        if number is None and end - start > _LONGEST_BARE and index not in styles:
            continue  # a paragraph
        if index in in_tables:
            continue
        words = text[start:end]
        heading = read_heading(words, number, start, index, rules) if number else None
        if heading is None and (end - start <= _LONGEST_BARE or index in styles):
            heading = _unnumbered(lines, words, index, rules)
        if heading:
            found.append(heading)
    if any(heading.rule == PLAIN for heading in found):
        found = _with_plain(found)
    return _without_lists(found, lines, rules)


def _with_plain(found: list[Heading]) -> list[Heading]:
    """The headings with the plain ones only where these stand under numbered ones, or are all that there are: beside
    others without numbers it is open which of them they belong to."""
    others = [heading for heading in found if heading.rule != PLAIN]
    is_numbered = any(heading.number and heading.number.level == 1 for heading in others)
    return found if is_numbered or not others else others


def read_heading(words: str, number: Number, start: int, index: int, rules: RuleSet) -> Heading | None:
    """The heading that opens a line with its number, by the line alone: it fills the line, or text runs on from it.

    `words` are those of the line with the number `index`, which stand in the clean text from `start` on.
    """
    if "|" in words or ("\t" in words and words.count("\t") > 1):
        return None
    rest, longest = words[number.end :], number.longest
    if len(rest) < 2 or (rest[0] in _ENUMERATORS and _ENUMERATION.match(rest)):
        return None
    start += number.end
    high = number.level <= _HIGH
    stop = _SENTENCE_END.search(rest, 0, longest + 1)
    if ":" in rest and (colon := rest.find(":", 0, stop.start() if stop else longest)) >= 0:
        return _before_colon(start, index, number, rest, colon, rules)
    if stop is None:
        if rest[-1] in ",、\t" or (len(rest) > longest and not _is_long(rest, number, rules)):
            return None
        # An amount (新建水厂3座) makes the words of a lower number a list's item.
        if not high and (rest.count(",") > 2 or _FIGURE.search(rest)):
            return None
        return _heading(start, index, number, rest, len(rest), rules, listed=not high)
    sentence = rest[: stop.start()]
    if not number.sentences or stop[0] == ";" or len(sentence) < 2:
        return None
    if _FIGURE.search(sentence) and not _is_stage(sentence, number, rules):
        return None
    if stop.end() < len(rest):
        return _heading(start, index, number, rest, stop.start(), rules, run_in=True)
    if sentence.count(",") > (1 if high else 0) or len(sentence) > (32 if high else 30):
        return None
    return _heading(start, index, number, rest, stop.end(), rules, listed=True)


def _is_long(rest: str, number: Number, rules: RuleSet) -> bool:
    """Whether a first-level heading is as long as that only with what it explains in brackets: …资金(含…)使用情况."""
    if number.level > 1 or len(rest) > 2 * number.longest or rest[-1] == ")" or "(" not in rest:
        return False
    return len(_IN_BRACKETS.sub("", rest)) <= number.longest and bool(kind_words(rest, number.level, rules))


def _is_stage(sentence: str, number: Number, rules: RuleSet) -> bool:
    """Whether the words are a stage with its months, whose figures are no amount: 摸底阶段(2031年4月-6月)。"""
    words = kind_words(sentence, number.level, rules)
    return bool(words) and (words[0].start, words[0].end) == (0, len(sentence)) and words[0].kind == "schedule"


def _before_colon(start: int, index: int, number: Number, rest: str, colon: int, rules: RuleSet) -> Heading | None:
    """一、工作目标: or (一)总体目标:到2025年… – a colon behind kind words, or at the very end, closes a heading."""
    whole = kind_words(rest, number.level, rules) if len(rest) <= number.longest else ()
    if whole and (whole[0].start, whole[0].end) == (0, len(rest)):
        return _heading(start, index, number, rest, len(rest), rules)  # 第一阶段:宣传发动
    if colon + 1 >= len(rest) and (number.level <= _HIGH or kind_words(rest[:colon], number.level, rules)):
        return _heading(start, index, number, rest, colon, rules)
    words = rest[:colon]
    short = len(_IN_BRACKETS.sub("", words)) <= _LEAD_IN and "," not in words
    if short and kind_words(words, number.level, rules):
        return _heading(start, index, number, rest, colon, rules, run_in=True)
    return None


def _heading(
    start: int,
    index: int,
    number: Number,
    rest: str,
    length: int,
    rules: RuleSet,
    *,
    run_in: bool = False,
    listed: bool = False,
) -> Heading:
    """The heading of so many characters from the beginning of `rest`, which stands at `start` behind the number."""
    title = rest[:length].rstrip("。:!? \t")
    kinds = kinds_of(title, number.level, rules, numbered=True)
    return Heading(index, start - number.end, start + length, title, kinds, number.style, number, run_in, listed)


def _unnumbered(lines: Lines, words: str, index: int, rules: RuleSet) -> Heading | None:
    """A heading without a number: styled as one by the format, in 【】, or a short line of nothing but kind words.

    A table's or a figure's caption (表1 主要任务) is none, whatever its style.
    """
    if words[0] in _CAPTIONED and _CAPTION.match(words):
        return None
    if index in lines.styles and len(words) <= 60:
        title = words.rstrip("。:")
        return Heading(index, lines.starts[index], lines.ends[index], title, kinds_of(title, 1, rules), STYLED)
    if len(words) > _LONGEST_BARE or index + 1 >= len(lines.starts):
        return None
    start, end = lines.starts[index], lines.ends[index]
    if words[0] in _BRACKETS and (bracketed := _BRACKETED.match(words)):
        title = bracketed[1]
        return Heading(index, start, end, title, kinds_of(title, 1, rules), BRACKETED)
    if not _BARE.match(words):
        return None
    title = words.rstrip(":")
    known = kind_words(title, 1, rules)
    if not known:
        return Heading(index, start, end, title, ("other",), PLAIN) if _is_plain(lines, words, index, rules) else None
    if words.endswith("时间:") and _POSTED.match(lines.words(index + 1)):
        return None
    if title.startswith(_LEADS_IN) or is_cell(lines, index, rules):
        return None
    kinds = tuple(dict.fromkeys(word.kind for word in known))
    return Heading(index, start, end, title, kinds, UNNUMBERED)


def _is_plain(lines: Lines, words: str, index: int, rules: RuleSet) -> bool:
    """Whether a few characters without a number or a kind word head the paragraph below them, behind a full stop."""
    if index == 0 or lines.text[lines.ends[index - 1] - 1] != "。" or not _PLAIN.match(words):
        return False
    below = index + 1
    if lines.size(below) < _PARAGRAPH or lines.numbers[below] is not None or lines.text[lines.ends[below] - 1] == ":":
        return False
    return not lines.in_tables and shape_of(words, rules) is None


def _without_lists(found: list[Heading], lines: Lines, rules: RuleSet) -> list[Heading]:
    """Drops runs of numbered lines that have nothing under them: they are lists, not headings."""
    if not any(map(attrgetter("listed"), found)):
        return found
    at_line = {heading.line: heading for heading in found}
    sure = _among_run_ins(found)
    kept: list[Heading] = []
    group: dict[str, list[Heading]] = {}

    def close(level: int) -> None:
        for style in [style for style, members in group.items() if _level(members[0]) >= level]:
            members = group.pop(style)
            if 2 * sum(_has_body(member, lines, at_line, rules) for member in members) >= len(members):
                kept.extend(members)

    for heading in found:
        if group:
            close(_level(heading) + 1)
        if heading.listed and heading.line not in sure:
            group.setdefault(heading.rule, []).append(heading)
        else:
            kept.append(heading)
    close(0)
    return sorted(kept, key=attrgetter("line"))


def _among_run_ins(found: list[Heading]) -> set[int]:
    """The lines of stages that may have nothing under them: text runs on from the one before or behind.

    (一)摸底阶段(3月)。组织摸底。 / (二)验收阶段(4月)。
    """
    sure: set[int] = set()
    last: dict[str, Heading] = {}
    for heading in found:
        before = last.get(heading.rule)
        last[heading.rule] = heading
        if not (before and before.number and heading.number and before.number.value + 1 == heading.number.value):
            continue
        if heading.listed and "schedule" in heading.kinds and (before.run_in or before.line in sure):
            sure.add(heading.line)
        elif before.listed and "schedule" in before.kinds and heading.run_in:
            sure.add(before.line)
    return sure


def _level(heading: Heading) -> int:
    return heading.number.level if heading.number else 1


def _has_body(heading: Heading, lines: Lines, at_line: dict[int, Heading], rules: RuleSet) -> bool:
    if heading.line + 1 >= len(lines) or _follows_item(heading, lines, at_line):
        return False
    below = at_line.get(heading.line + 1)
    number = below.number if below else lines.numbers[heading.line + 1]
    if number is None:
        return below is None and shape_of(lines.words(heading.line + 1), rules) is None
    return number.level > _level(heading)


def _follows_item(heading: Heading, lines: Lines, at_line: dict[int, Heading]) -> bool:
    """Whether the line above is the item before this one and no heading: 1.健全制度; 2.落实经费; 3.强化督导。"""
    if heading.number is None or heading.line == 0 or heading.line - 1 in at_line:
        return False
    above = lines.numbers[heading.line - 1]
    return above is not None and (above.style, above.value + 1) == (heading.number.style, heading.number.value)
