"""Assignments that stand apart from the sentence: labelled lists (牵头单位:…) and brackets at the end of a task."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planparse.mentions.assignment_words import Answer, answer_words
from planparse.mentions.clauses import spans_at
from planparse.mentions.names import may_be_person
from planparse.mentions.posts import holds_post
from planparse.mentions.unit_names import unit_names
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.mentions.assignment_words import AnswerWords
    from planparse.mentions.unit_names import Name, UnitNames
    from planparse.rules import RuleSet

__all__ = ["Region", "bracket_regions", "label_region", "listed_answers"]

_LONGEST = 600
_LONGEST_NAME = 16
_OPENERS = {")": "(", "】": "【", "〕": "〔", "]": "["}
_CLOSERS = {opener: closer for closer, opener in _OPENERS.items()}
_OTHER_LABELS = "责任人|责任领导|牵头领导|分管领导|联系人|联系电话|完成时限|完成时间|时间节点|时限|时间要求|进度安排"
# Where a line ends, or where one or a sentence begins, and no heading's number.
_TASK_BRACKET = lazy_plain_pattern(
    r"[)】〕\]](?=[。;,]?(?:\n|\Z))|[([【〔](?:(?<=[。;\n].)|(?<=^.))(?![一二三四五六七八九十]{1,3}\))"
)
_DIVIDED = lazy_plain_pattern("[,、。;:]")
_LIST_END = lazy_plain_pattern(r"[。\n】〕\]!?]")
# (区教育局、区卫健局,2026年底前完成), (市商务局、市税务局,列首位的牵头): by when, and how to read the list; not who.
_ASIDE = lazy_pattern(r"[^、\n(]{0,8}\d[^、\n]*|(?:长期|持续|常年)[^、\n]{0,4}|\(?[^、\n(]*(?:第一|首位|下同)[^、\n]*")
_UNNAMED = lazy_pattern(r"[0-9%()]|.{16,}")
# 责任分工:此项工作由县水利局牵头,… goes on as a sentence, which is read as one.
_SENTENCE = lazy_pattern(r"[^,、;。:\n]{0,16}(?<!自)由")
# A label alone on its line: the units stand on the next, which may be numbered.
_LINE_OF_UNITS = lazy_pattern(
    r"(?P<number>(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.]{1,2}|[①-⑳])[ ]?)?"
    r"[^\n。:】〕\]]{2,200}(?=[】〕\]]?(?:\n|\Z))"
)
# 活动地点:柳河公园(青山林场), 将队员分组(后勤组、检录组): where it is, and what something is parted into.
_NO_TASK = lazy_pattern(
    r"(?:地点|地址|场所|场地|会场)(?:设在|为)?[:][^,;。:\n]*$|(?:分组|分为|分成|个(?:小组|大组|机构))$"
)
# 示范县(乡、园), 管理办法(试行): what else it may be, and how it is in force, not who.
_NO_LIST = lazy_plain_pattern(r".(?:[一-龥](?:、[一-龥])*|试行|暂行)[)】〕\]]")
# 农产品博览会(东博会)
_SHORT_NAME = lazy_plain_pattern(r".(?![省市县区州旗镇乡村])[一-龥]{1,3}会[)】〕\]]")
_WITH = "会同"


class Region(Record):
    """A stretch that holds nothing but who answers: its clean offsets and the answers in it."""

    __slots__ = ("answers", "end", "start")

    def __init__(self, start: int, end: int, answers: tuple[Answer, ...]) -> None:
        self.start = start
        self.end = end
        self.answers = answers


@cache
def _patterns(rules: RuleSet) -> tuple[regex.Pattern[str], ...]:
    """A label with its colon; the verbs that close a piece; any other label; where a piece ends and the next begins."""
    words = answer_words(rules)
    label = lazy_pattern(rf"(?P<word>{words.labels})(?:\(.{{1,8}}\))?(?::|为:?(?!主))")
    closing = lazy_pattern(rf"(?:{words.adverbs}|、?(?:{words.closings}))+(?:工作)?$")
    other = lazy_pattern(r"[\u4e00-\u9fff]{2,8}:")
    # Blanks between Han characters are gone: 牵头单位:市发展改革委责任单位:市商务局.
    cut = lazy_pattern(
        rf"[,;。]|(?<!/)\s(?!/)|(?=(?P<label>(?:{words.labels}|{_OTHER_LABELS}):))|\([^()]*\)(*SKIP)(*FAIL)"
    )
    return label, closing, other, cut


def bracket_regions(text: str, rules: RuleSet) -> Iterator[Region]:
    """Brackets where a task ends: in front of a line's end or behind a full stop (…建设。(市教育局、市体育局负责))."""
    for at, _ in spans_at(_TASK_BRACKET, text, ")】〕]([【〔"):
        opening, closing = (_opening_of(text, at), at) if text[at] in _OPENERS else (at, _closing_of(text, at))
        if opening < 0 or closing < 0:
            continue
        answers = _in_bracket(text[opening:closing], rules)
        is_no_task = answers and (
            _is_second_name(text, opening)
            or _is_other_name(text, opening, answers, rules)
            or _NO_LIST.match(text, opening) is not None
            or holds_post(text, opening)
            or _NO_TASK.search(text, max(0, opening - _LONGEST_NAME), opening) is not None
        )
        if answers and not is_no_task:
            moved = (Answer(opening + one.start, opening + one.end, one.role, one.rule) for one in answers)
            yield Region(opening, closing + 1, tuple(moved))


@lru_cache(maxsize=4096)  # the same dozen units, and numbers of headings, stand in the brackets of a plan
def _in_bracket(words: str, rules: RuleSet) -> tuple[Answer, ...]:
    """The answers in a bracket that opens with the first of the words."""
    return tuple(_read(words, 1, len(words), rules, bracketed=True))


def _is_second_name(text: str, opening: int) -> bool:
    """Whether a bracket stands on a line of its own below a bare name: 清河电厂 / (清河发电有限公司)."""
    if opening < 2 or text[opening - 1] != "\n" or text[opening - 2] in "。;!?)】〕]":
        return False
    above = text[text.rfind("\n", 0, opening - 1) + 1 : opening - 1]
    return len(above) <= _LONGEST_NAME and not _DIVIDED.search(above)


def _is_other_name(text: str, opening: int, answers: tuple[Answer, ...], rules: RuleSet) -> bool:
    """Whether a bracket right behind a unit's name holds but what it is called besides: 报送市农委(农机局)."""
    bare = answer_words(rules).bracket
    if text[opening - 1] == "会" and _SHORT_NAME.match(text, opening):
        return True
    return text[opening - 1] in "局委厅办" and len(answers) == 1 and bare is not None and answers[0].rule == bare[1]


def label_region(text: str, start: int, rules: RuleSet) -> Region | None:
    """The list behind the label that begins at `start`; None where no label with a colon stands there, or no list."""
    match = _patterns(rules)[0].match(text, start)
    if match is None:
        return None
    if _SENTENCE.match(text, match.end()):
        return None
    stop = _LIST_END.search(text, match.end(), match.end() + _LONGEST)
    end = stop.start() if stop else min(len(text), match.end() + _LONGEST)
    if end == match.end() and (line := _LINE_OF_UNITS.match(text, end + 1)):
        answers = _on_next_line(text, match["word"], line, rules)
        return Region(start, line.end() if answers else end, answers)
    end = _unclosed(text, match.end(), end)
    if text[match.end() - 1] == "为" and not (end := _units_end(text, match.end(), end, rules)):
        return None
    answers = tuple(_read(text, start, end, rules, bracketed=False))
    return Region(start, end, answers)


def _units_end(text: str, start: int, end: int, rules: RuleSet) -> int:
    """Where the units behind 责任单位为 end, before a comma that the sentence goes on behind; 0 where none stand there.

    以落实主体责任为根本 and 县林业局为归口管理部门,监督实施主体 are sentences.
    """
    names, stop = unit_names(rules), 0
    for begin, piece_end in _pieces(text, start, end, _patterns(rules)[3]):
        listed = names.items(text, begin, piece_end)
        if not listed or any(name.kind == "unknown" for name in listed):
            break
        stop = piece_end
    return stop


def _on_next_line(text: str, label: str, line: regex.Match[str], rules: RuleSet) -> tuple[Answer, ...]:
    """The units that fill the line below a label; none where a heading or another text stands there.

    Its first name must be that of a unit by its own shape. Behind a number all must be, one of them by an ending that
    no other word has: 一、做优茶园 is a heading.
    """
    begin = line.start() + len(line["number"] or "")
    end = _unclosed(text, begin, line.end())
    names, role = unit_names(rules), answer_words(rules).label_role[label]
    if line["number"]:
        listed = names.items(text, begin, end)
        surely = any(names.opening.fullmatch(text, name.start, name.end) for name in listed)
        if not surely or any(name.kind == "unknown" for name in listed):
            return ()
    answers = tuple(_read(text, begin, end, rules, bracketed=False, role=role))
    return answers if answers and names.kind(text[answers[0].start : answers[0].end]) != "unknown" else ()


def listed_answers(text: str, start: int, end: int, role: tuple[str, str], rules: RuleSet) -> tuple[Answer, ...]:
    """The answers in a list whose role, and the rule that gives it, is said elsewhere: at the head of its column."""
    return tuple(_read(text, start, end, rules, bracketed=False, role=role))


def _read(
    text: str, start: int, end: int, rules: RuleSet, *, bracketed: bool, role: tuple[str, str] | None = None
) -> Iterator[Answer]:
    """The answers in a region, piece by piece.

    A label holds until the next; a verb for its own piece and those before it that wait for one.
    """
    label, closing, other, cut = _patterns(rules)
    names, words = unit_names(rules), answer_words(rules)
    waiting: list[Name] = []
    skipping = False
    for begin, stop in _pieces(text, start, end, cut):
        if match := label.match(text, begin, stop):
            if words.bracket and not role and _plainly_units(text, waiting, names):
                yield from _answers(text, waiting, words.bracket, names, words)
                waiting = []
            role, skipping, begin = words.label_role[match["word"]], False, match.end()
        elif other.match(text, begin, stop):
            role, skipping = None, True
        if skipping or _ASIDE.fullmatch(text, begin, stop):
            continue
        verb = closing.search(text, begin, stop)
        said = words.closing_role(verb.group()) if verb else None
        last = verb.start() if verb and said else stop
        if (joined := words.rules.get(("partner", _WITH))) and (partner := text.find(_WITH, begin, last)) > begin:
            # (县水利局会同县财政局、县住建局负责): who stands in front leads, whatever the verb.
            yield from _answers(text, names.items(text, begin, partner), ("lead", joined), names, words)
            yield from _answers(text, names.items(text, partner + len(_WITH), last), ("support", joined), names, words)
            continue
        listed = names.items(text, begin, last)
        if answering := said or role:
            listed = [*waiting, *listed]
            if role or any(name.kind in ("unit", "place", "office") for name in listed):
                yield from _answers(text, listed, answering, names, words)
            waiting = []
        else:
            waiting += listed
    if bracketed and words.bracket and _plainly_units(text, waiting, names):
        yield from _answers(text, waiting, words.bracket, names, words)


def _answers(
    text: str, listed: list[Name], role: tuple[str, str], names: UnitNames, words: AnswerWords
) -> Iterator[Answer]:
    for name in listed:
        item = text[name.start : name.end]
        doubtful = name.kind == "unknown" and (
            len(item) < 3
            or may_be_person(item)
            or _UNNAMED.match(item)
            or (names.barrier.search(item) and not names.is_bounded_name(item))
        )
        if name.kind not in ("generic", "person") and not doubtful:
            yield Answer(name.start, name.end, *words.role_of(text, name.end, role))


def _plainly_units(text: str, listed: list[Name], names: UnitNames) -> bool:
    """A list without label or verb: units by their shape, all of them, and not only places (青山县)."""
    if not all(name.kind in ("unit", "place", "generic") for name in listed):
        return False
    return any(name.kind == "unit" and not names.level.match(text[name.end - 1 : name.end]) for name in listed)


def _pieces(text: str, start: int, end: int, cut: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The pieces between commas, semicolons, full stops and labels, outside of brackets."""
    begin = labelled = start
    for match in cut.finditer(text, start, end):
        if match.start() < labelled:
            continue  # within a label that holds another: 牵头责任单位
        labelled = match.end("label")
        if begin < match.start():
            yield begin, match.start()
        begin = max(begin, match.end())
    if begin < end:
        yield begin, end


def _opening_of(text: str, close: int) -> int:
    """Where the bracket that closes at `close` opens in its paragraph, or -1."""
    closer = text[close]
    opener = _OPENERS[closer]
    first = max(0, close - _LONGEST + 1)
    first = max(first, text.rfind("\n", first, close) + 1)
    depth, at = 1, close
    while depth:
        opening, closing = text.rfind(opener, first, at), text.rfind(closer, first, at)
        if opening < 0:
            return -1
        at = max(opening, closing)
        depth += 1 if at == closing else -1
    return at


def _closing_of(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes in its paragraph, or -1."""
    opener = text[start]
    closer = _CLOSERS[opener]
    last = text.find("\n", start, start + _LONGEST)
    last = min(len(text), start + _LONGEST) if last < 0 else last
    depth, at = 1, start
    while depth:
        closing, opening = text.find(closer, at + 1, last), text.find(opener, at + 1, last)
        if closing < 0:
            return -1
        at = min(closing, opening) if opening >= 0 else closing
        depth += 1 if at == opening else -1
    return at


def _unclosed(text: str, start: int, end: int) -> int:
    """Where the bracket that holds the label closes, or `end`."""
    depth = 0
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth < 0:
            return position
    return end
