"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

from functools import cache
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.clauses import spans_at
from planparse.mentions.openings import NUMBERS, OTHER, GoesOn, Openings, names_digits, one_of
from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.rules.families.set_phrases import SetPhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.rules import RuleSet

__all__ = ["SetPhrases", "named_stretches", "set_phrases"]

_TITLE = lazy_plain_pattern(r"《[^《》\n]{1,80}》")
# A short quotation that holds a count names something: “七项制度”, “千村示范”工程.
_QUOTE = lazy_plain_pattern(r"[“\"]([^“”\"\n。;:]{1,20})[”\"]")
# But an amount in figures with words of its own (“减贫3000人、退出12个村”) is no name, if what is set out stands behind
# the quotation (的目标, 任务), or if it begins with a verb or bounds the amount and names no 行动 or 工程.
_AMOUNT_IN_FIGURES = (
    r"\d[\d.,]{0,12}[百千万亿]{0,2}[余多]?(?:[%‰元亩户人名家座处所项条口台套头只株间吨米]|公[里顷斤]|[平立]方米|千米"
    r"|个(?=[贫省市县区乡镇村社街小行自示项企学医卫合基园站点以]))"
)
_AMOUNT = lazy_plain_pattern(_AMOUNT_IN_FIGURES)
_NO_WORDS = lazy_plain_pattern(rf"{_AMOUNT_IN_FIGURES}|[^一-龥]|[个一二三四五六七八九十两百千万和及与各均]|以[上下内]")
_SET_OUT_BEHIND = lazy_plain_pattern(
    r"的?(?:(?:脱贫|年度|工作|总体|减贫|建设|发展|奋斗|预期|补助|补贴|奖励|扶持|奖补|收入|考核){0,2})"
    r"(?:目标|任务|要求|标准|指标|补助|补贴|奖励|政策(?!体系))"
)
_SET_OUT = lazy_plain_pattern(
    r".(?:新建|改造|修建|新增|完成|建成|实现|达到|减贫|脱贫|退出|减少|发展|培训|帮扶)[^“”\"]{0,12}\d|.[^“”\"]{0,16}(?:超过|不低于|不少于|不超过|达到)\d"
)
# “办结率提升15%”等目标, 如“合格率达到95%”: a share with the words of its clause in front and nothing behind.
_CLAUSE = lazy_plain_pattern(
    r".[一-龥]{2,12}(?<!率先)(?:率|度|面|比例|比重|占比)(?:提[升高][到至]?|降低[到至]?|下降[到至]?|增长|达到?|保持在|稳定在|不低于|超过)了?"
    r"\d{1,3}(?:\.\d{1,2})?%(?:以[上下内])?.\Z"
)
_NAME_BEHIND = lazy_plain_pattern(
    r"[的等]?[^,。;、\n]{0,6}?(?:工程|行动|计划|活动|模式|机制|工作法|体系|热线|平台|项目|品牌|战略|制度|网络|格局|专项|试点|攻坚|经验|做法)"
)
_FEWEST_WORDS = 2
"""Characters that say what is meant beside an amount."""
_REACH = 12
# (?<=[…]) or (?<=以下|如下) in front of all else: what the pattern matches stands behind one of the last characters.
_BEHIND_ONE = lazy_pattern(r"\(\?<=(?:\[([^\[\]\\^\d.-]++)\]|([一-龥]++(?:\|[一-龥]++)*+))\)(?!.*\|)")
# So many pairs of characters are remembered, at most.
_REMEMBERED = 50_000


class SetPhrases:
    """The patterns of all set phrases, in file order.

    Few places open a phrase, and the patterns are dear: they are asked only where the next two characters open one, in
    a number only where what follows it does, and behind the characters that some patterns want in front.
    """

    def __init__(self, rules: tuple[SetPhraseRule, ...]) -> None:
        written = [([alternatives(rule.words)] if rule.words else []) + list(rule.patterns) for rule in rules]
        self.patterns = [
            (rule.id, lazy_quick_pattern("|".join(patterns))) for rule, patterns in zip(rules, written, strict=True)
        ]
        ahead = [[p for p in patterns if not _BEHIND_ONE.match(p)] for patterns in written]
        self._words = Openings(ahead)
        # With the character that they want in front as their first.
        self._behind = Openings([[one for p in patterns if (one := _with_front(p))] for patterns in written])
        self._fronts = self._behind.beginning().difference(digits)
        self._pairs = _Pairs(self._words, self._behind)
        self._numbers = Openings([[p for p in patterns if not names_digits(p)] for patterns in ahead])
        goes_on = one_of({char for char, can in GoesOn(self._numbers, NUMBERS).items() if can})
        places = one_of(self._words.beginning() | self._fronts | {*digits})
        few, on_few = _few_going_on(self._words, self._behind)
        # Of the numbers those that something follows with which a phrase goes on; the group tells them.
        self._places = lazy_plain_pattern(
            rf"{places}(?:(?<!{one_of(few | {*digits})})|(?<={one_of(few)})(?:(?={one_of(on_few)})|\Z)"
            rf"|(?<=[0-9])([0-9.]*+)(?:(?={goes_on})|\Z))"
        )
        self._naming_numbers = Openings([[p for p in patterns if names_digits(p)] for patterns in ahead])
        self._named = lazy_plain_pattern(_digits(self._naming_numbers))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a set phrase overlaps `[start, end)`."""
        low, high = 0, end + _REACH
        pairs = self._pairs
        if start > _REACH and text[(low := start - _REACH) - 1] in self._fronts:
            opened = pairs[text[low - 1 : low + 1]]
            if opened and self._matches(text, low, start, high, opened[1]):
                return True
        if self._named.search(text, low, end) and self._named_in(text, low, start, end, high):
            return True
        # One search after the other: for so few characters `finditer` takes longer to begin.
        stop, search = low, self._places.search
        while place := search(text, stop, end):
            at, stop = place.span()
            if place.lastindex:
                for offset, rules in self._numbers.within(text[at : min(stop + 2, high)], stop - at):
                    if self._matches(text, at + offset, start, high, rules):
                        return True
                continue
            opened = pairs[text[at : at + 2]]
            if opened and (
                self._matches(text, at, start, high, opened[0])
                or (at + 1 < end and self._matches(text, at + 1, start, high, opened[1]))
            ):
                return True
        return False

    def _named_in(self, text: str, low: int, start: int, end: int, high: int) -> bool:
        """Whether a phrase of numbers that a pattern names overlaps `[start, end)`, and begins at `low` or behind."""
        for place in self._named.finditer(text, low, end):
            at = place.start()
            if self._matches(text, at, start, high, self._naming_numbers.of(text[at : at + 3])):
                return True
        return False

    def _matches(self, text: str, at: int, start: int, high: int, rules: Iterable[int]) -> bool:
        """Whether one of the rules has a phrase at `at` that goes beyond `start`; none is sought beyond `high`."""
        for rule in rules:
            match = self.patterns[rule][1].match(text, at, high)
            if match and match.end() > start:
                return True
        return False


class _Pairs(dict[str, tuple[tuple[int, ...], tuple[int, ...]] | None]):
    """The rules of which a phrase may begin with two characters, or with one where the text ends, and those of which
    one may begin behind the first of them; None where there are none."""

    def __init__(self, words: Openings, behind: Openings) -> None:
        self._words = words
        self._behind = behind

    def __missing__(self, pair: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        if len(self) > _REMEMBERED:
            self.clear()
        ahead, behind = self._words.of(pair), self._behind.of(pair)
        self[pair] = opened = (ahead, behind) if ahead or behind else None
        return opened


def _digits(naming: Openings) -> str:
    """The digits with which one of some patterns begins, and what stands behind them."""
    return "|".join(f"{digit}(?={on})" for digit, on in naming.digits_going_on().items()) or "(?!)"


def _few_going_on(*openings: Openings) -> tuple[frozenset[str], frozenset[str]]:
    """The characters, but digits, behind which few go on in whatever they open (公式, 每一), and what goes on there."""
    going_on: dict[str, set[str]] = {}
    for some in openings:
        few = some.few_going_on()
        for char in some.beginning().difference(digits):
            going_on.setdefault(char, set()).update(few.get(char, OTHER))
    known = {char: on for char, on in going_on.items() if OTHER not in on}
    return frozenset(known), frozenset[str]().union(*known.values())


def _with_front(pattern: str) -> str | None:
    """A pattern with the last character of what it wants in front as its first; None of others."""
    match = _BEHIND_ONE.match(pattern)
    if match is None:
        return None
    in_front = match[1] or "".join(word[-1] for word in match[2].split("|"))
    return f"[{in_front}]{pattern[match.end() :]}"


@cache
def set_phrases(rules: RuleSet) -> SetPhrases:
    """The set phrases of a set of rules."""
    return SetPhrases(rules.of(SetPhraseRule))


def named_stretches(text: str) -> list[tuple[int, int]]:
    """Spans of titles in 《》 and of short quotations, in order."""
    quoted = [span for span in spans_at(_QUOTE, text, '“"') if not _sets_out(text, *span)]
    return sorted([match.span() for match in _TITLE.finditer(text)] + quoted)


def _sets_out(text: str, start: int, end: int) -> bool:
    """Whether a short quotation states an amount to be reached or given, and names nothing."""
    quoted = text[start:end]
    if not _AMOUNT.search(quoted) or "+" in quoted or "N" in quoted or len(_NO_WORDS.sub("", quoted)) < _FEWEST_WORDS:
        return False
    if _SET_OUT_BEHIND.match(text, end):
        return True
    if quoted[-2:-1] in "%上下内" and _CLAUSE.match(quoted) and not _NAME_BEHIND.match(text, end):
        return True
    return _SET_OUT.match(quoted) is not None and not _NAME_BEHIND.match(text, end)
