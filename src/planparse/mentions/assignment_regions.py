"""Assignments that stand apart from the sentence: labelled lists (牵头单位:…) and brackets at the end of a task."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.assignment_words import Answer, answer_words
from planparse.mentions.unit_names import unit_names
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.mentions.unit_names import Name, UnitNames
    from planparse.rules import RuleSet

__all__ = ["Region", "bracket_regions", "label_region", "listed_answers"]

_LONGEST = 600
_LONGEST_NAME = 16
_CLOSERS = {")": "(", "】": "【", "〕": "〔", "]": "["}
_OTHER_LABELS = "责任人|责任领导|牵头领导|分管领导|联系人|联系电话|完成时限|完成时间|时间节点|时限|时间要求|进度安排"
_TASK_BRACKET = lazy_pattern(r"[)】〕\]](?=[。;,]?(?:\n|\Z))|(?<=[。;\n])[(【〔\[]|^[(【〔\[]")
# (区教育局、区卫健局,2026年底前完成), (市商务局、市税务局,列首位的牵头): by when, and how to read the list; not who.
_ASIDE = lazy_pattern(r"[^、\n]{0,8}\d[^、\n]*|(?:长期|持续|常年)[^、\n]{0,4}|[^、\n]*(?:第一|首位|下同)[^、\n]*")
_UNNAMED = lazy_pattern(r"[0-9%()]|.{16,}")
# 责任分工:此项工作由县水利局牵头,… goes on as a sentence, which is read as one.
_SENTENCE = lazy_pattern(r"[^,、;。:\n]{0,16}(?<!自)由")
_LINE_OF_UNITS = lazy_pattern(r"[^\n。:】〕\]]{2,200}(?=[】〕\]]?(?:\n|\Z))")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that holds nothing but who answers: its clean offsets and the answers in it."""

    start: int
    end: int
    answers: tuple[Answer, ...]


@cache
def _patterns(rules: RuleSet) -> tuple[regex.Pattern[str], ...]:
    """A label with its colon; the verbs that close a piece; any other label; where a piece ends and the next begins."""
    words = answer_words(rules)
    label = lazy_pattern(rf"(?P<word>{words.labels})(?:\(.{{1,8}}\))?(?::|为:?(?!主))")
    closing = lazy_pattern(rf"(?:{words.adverbs}|、?(?:{words.closings}))+(?:工作)?$")
    other = lazy_pattern(r"[\u4e00-\u9fff]{2,8}:")
    # Blanks between Han characters are gone: 牵头单位:市发展改革委责任单位:市商务局.
    cut = lazy_pattern(rf"[,;。\s]|(?=(?:{words.labels}|{_OTHER_LABELS}):)|\([^()]*\)(*SKIP)(*FAIL)")
    return label, closing, other, cut


def bracket_regions(text: str, rules: RuleSet) -> Iterator[Region]:
    """Brackets where a task ends: in front of a line's end or behind a full stop (…建设。(市教育局、市体育局负责))."""
    for match in _TASK_BRACKET.finditer(text):
        if match.group() in _CLOSERS:
            opening, closing = _opening_of(text, match.start()), match.start()
        else:
            opening, closing = match.start(), _closing_of(text, match.start())
        if opening < 0 or closing < 0 or _is_second_name(text, opening):
            continue
        answers = tuple(_read(text, opening + 1, closing, rules, bracketed=True))
        if answers:
            yield Region(opening, closing + 1, answers)


def _is_second_name(text: str, opening: int) -> bool:
    """Whether a bracket stands on a line of its own below a bare name: 清河电厂 / (清河发电有限公司)."""
    if opening < 2 or text[opening - 1] != "\n" or text[opening - 2] in "。;!?)】〕]":
        return False
    above = text[text.rfind("\n", 0, opening - 1) + 1 : opening - 1]
    return len(above) <= _LONGEST_NAME and not lazy_pattern("[,、。;:]").search(above)


def label_region(text: str, start: int, rules: RuleSet) -> Region | None:
    """The list behind the label that begins at `start`; None where no label with a colon stands there, or no list."""
    match = _patterns(rules)[0].match(text, start)
    if match is None:
        return None
    if _SENTENCE.match(text, match.end()):
        return None
    stop = lazy_pattern(r"[。\n】〕\]!?]").search(text, match.end(), match.end() + _LONGEST)
    end = stop.start() if stop else min(len(text), match.end() + _LONGEST)
    if end == match.end() and (line := _LINE_OF_UNITS.match(text, end + 1)):
        end = line.end()
    end = _unclosed(text, match.end(), end)
    answers = tuple(_read(text, start, end, rules, bracketed=False))
    return Region(start, end, answers)


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
                yield from _answers(text, waiting, words.bracket, names)
                waiting = []
            role, skipping, begin = words.label_role[match["word"]], False, match.end()
        elif other.match(text, begin, stop):
            role, skipping = None, True
        if skipping or _ASIDE.fullmatch(text, begin, stop):
            continue
        verb = closing.search(text, begin, stop)
        said = words.closing_role(verb.group()) if verb else None
        listed = names.items(text, begin, verb.start() if verb and said else stop)
        if answering := said or role:
            listed = [*waiting, *listed]
            if role or any(name.kind in ("unit", "place", "office") for name in listed):
                yield from _answers(text, listed, answering, names)
            waiting = []
        else:
            waiting += listed
    if bracketed and words.bracket and _plainly_units(text, waiting, names):
        yield from _answers(text, waiting, words.bracket, names)


def _answers(text: str, listed: list[Name], role: tuple[str, str], names: UnitNames) -> Iterator[Answer]:
    for name in listed:
        item = text[name.start : name.end]
        doubtful = name.kind == "unknown" and (len(item) < 3 or _UNNAMED.match(item) or names.barrier.search(item))
        if name.kind not in ("generic", "person") and not doubtful:
            yield Answer(name.start, name.end, role[0], role[1])


def _plainly_units(text: str, listed: list[Name], names: UnitNames) -> bool:
    """A list without label or verb: units by their shape, all of them, and not only places (青山县)."""
    if not all(name.kind in ("unit", "place", "generic") for name in listed):
        return False
    return any(name.kind == "unit" and not names.level.match(text[name.end - 1 : name.end]) for name in listed)


def _pieces(text: str, start: int, end: int, cut: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The pieces between commas, semicolons, full stops and labels, outside of brackets."""
    begin = start
    for match in cut.finditer(text, start, end):
        if begin < match.start():
            yield begin, match.start()
        begin = max(begin, match.end())
    if begin < end:
        yield begin, end


def _opening_of(text: str, close: int) -> int:
    """Where the bracket that closes at `close` opens in its paragraph, or -1."""
    opener = _CLOSERS[text[close]]
    depth = 0
    for position in range(close, max(-1, close - _LONGEST), -1):
        if text[position] == "\n":
            break
        if text[position] == text[close]:
            depth += 1
        elif text[position] == opener:
            depth -= 1
            if depth == 0:
                return position
    return -1


def _closing_of(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes in its paragraph, or -1."""
    closer = next(closer for closer, opener in _CLOSERS.items() if opener == text[start])
    depth = 0
    for position in range(start, min(len(text), start + _LONGEST)):
        if text[position] == "\n":
            break
        if text[position] == text[start]:
            depth += 1
        elif text[position] == closer:
            depth -= 1
            if depth == 0:
                return position
    return -1


def _unclosed(text: str, start: int, end: int) -> int:
    """Where the bracket that holds the label closes, or `end`."""
    depth = 0
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth < 0:
            return position
    return end
