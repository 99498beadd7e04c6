"""The scanner of times: all patterns of the rule family `times` as one regular expression."""

from __future__ import annotations

from functools import cache
from itertools import count, groupby
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.openings import OTHER, WITHOUT_LOOKING_ON, Openings
from planparse.mentions.republic_years import BARE_REPUBLIC_YEAR
from planparse.mentions.time_openings import NUMBER, WORD, Fold, number_before, openings
from planparse.patterns import lazy_plain_pattern, lazy_quick_pattern
from planparse.rules.families.times import TimeRule

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from planparse.rules import RuleSet

__all__ = ["Scanner", "TimeMatch", "scanner"]

# Tried in this order; bounds stand behind the dated forms only.
_DATED = ("range", "calendar")
_FORMS = ("no-time", "rhythm", *_DATED, "duration")
_CHINESE_YEAR = "[一二][九〇零○Oo0一][〇零○Oo0一二三四五六七八九]{2}"
# 民国113年, the 中华 in front or not.
_DIGITS_OF_YEAR = 4
_REPUBLIC_YEAR = r"(?:中华)?民国(?:\d{1,3}(?!\d)|[元一二三四五六七八九十百]{1,6}(?=年))"
_CHINESE_COUNT = "[一二两三四五六七八九十百零]"
_DAY = r"\d{1,2}+(?!\d)|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
# 20XX年6月: a redacted year is no year to be taken from the context.
_NOT_REDACTED = "(?<![*xX×某]年)(?<![*xX×某]年第)"
_WEEKDAY = r"\((?:星期|周|礼拜)[一二三四五六日天]\)"
# 元月 is January, but 一元月饼 and 单元月考 hold a 元.
_FIRST_MONTH = r"(?:(?<=[年度在于至到从自和及])|(?<![一-龥\dA-Za-z]))元(?=月(?![饼考测]))"
_QUOTE = "[“”\"'‘’「」『』]"
# Bounded and without alternatives that could both go on: the scanner is linear. `(?<!\d)`: never inside a figure.
_PLACEHOLDERS = {
    "year": rf"(?:(?<!\d)(?:1[89]|2[01])\d\d(?!\d)|{_CHINESE_YEAR}|{_REPUBLIC_YEAR})",
    "month": (
        rf"(?:{_NOT_REDACTED}(?<!\d)\d{{1,2}}+(?!\d)"
        "|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])"
        f"|{_FIRST_MONTH})"
    ),
    "day": rf"(?:{_DAY})",
    "quarter": f"{_NOT_REDACTED}[一二三四1-4首]",
    "upto": "[一二两三1-3]",
    "months": r"(?:\d{1,2}|十[一]?|[一二两三四五六七八九])",
    "half": f"{_NOT_REDACTED}[上下前后]",
    "tenday": "[上中下]",
    "plan": "十[一二三四五六七八九]?",
    "plan_small": "[六七八九]",
    "decade": "(?:[5-9]0|[五六七八九]十)",
    "count": (
        # PM2.5年均值, CO2年排放量: the figure belongs to the letters; of 202_年 the year is still to be filled in.
        rf"(?:(?<![\dA-Za-z])(?<!\d[.,])(?<!PM )(?!20[1-9]年)\d{{1,3}}+(?:\.\d)?+(?!\d)"
        rf"|(?<![第统同唯单之某哪几数多百一二两三四五六七八九十]){_CHINESE_COUNT}{{1,4}}+)"
    ),
}
# No time begins behind more Chinese numerals than any figure of a time has.
_OUTSIDE_FIGURE = "(?<![〇零一二两三四五六七八九十百千]{7})"
# What stands between the two ends of a range, and how far behind the beginning of the first at most: most dates are no
# ranges, and a dozen patterns would read them up to there in vain.
_TO = lazy_plain_pattern("[-—–~至到]")
_NEAR_END = 24
_CLASS_OR_ESCAPE = lazy_plain_pattern(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]")
_INNERMOST_GROUP = lazy_plain_pattern(r"\([^()]*\)[?*]?")
_NAME_OF_GROUP = lazy_plain_pattern(r"(?<=\(\?P<)\w+")
# So many openings are remembered, at most.
_REMEMBERED = 50_000
_LITERALS = {
    "within": "(?:{month}月(?:份)?(?:{day}[日号]|{tenday}旬)?|(?:第|(?=首季|.季度)){quarter}季度?+(?!节)|{half}半年)?",
    "to": "(?:[-—–~]{1,2}|至|到)",
    "open": f"{_QUOTE}?+",
    "close": f"{_QUOTE}?+",
    # 5月1日(周四)至7日: a day of the week in brackets.
    "weekday": f"(?:{_WEEKDAY})?+",
    # 11月10日-次年2月8日: the year of a far end.
    "far": "(?:(?:{year2}|(?P<next>[次翌]|第二))年)?",
    # 6月30日17:30前: the hour by which, 6月9日(周一)前: the day of the week.
    "clock": (
        rf"(?:(?:{_WEEKDAY})?+(?:(?:[上下中]午|早上?|晚上?)?\d{{1,2}}(?::\d\d|[时点](?:\d{{1,2}}分|半)?)|下班)?(?=[以之]?前)"
        rf"|{_WEEKDAY}(?=起))?"
    ),
}
# What is written out for each placeholder, in this order: literals hold placeholders of words.
_FRAGMENTS = (
    *((f"{{{name}}}", fragment) for name, fragment in _LITERALS.items()),
    *(
        (f"{{{name}{end}}}", f"(?P<{name}{end}>{fragment})")
        for name, fragment in _PLACEHOLDERS.items()
        for end in ("", "2")
    ),
)


class TimeMatch:
    """A stretch of text that a rule claims: the words of its placeholders, and the bound behind it, if any."""

    def __init__(self, start: int, end: int, rule: TimeRule, words: dict[str, str]) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.words = words
        self.bound: TimeRule | None = None


class Scanner:
    """Finds the matches of all time rules in a text, from left to right and without overlap.

    The grammar has a hundred patterns, of which a place can begin one or two: the next few characters tell which, and
    only a grammar of these is tried there.
    """

    def __init__(self, rules: tuple[TimeRule, ...], fill: Callable[[str], str]) -> None:
        self.leads = tuple(rule for rule in rules if rule.form == "lead")
        self.lead_ends = frozenset(word[-1] for rule in self.leads for word in rule.words)
        forms = [(rule, one) for form in _FORMS for rule in rules if rule.form == form for one in rule.patterns]
        self._tried = [(rule, fill(one)) for rule, one in forms]
        self._of_one_end = [not _is_range(one) for _, one in forms]
        self._bounds = _bounds(rules, fill)
        written = [pattern for _, pattern in self._tried]
        self._patterns = Openings([one] for one in written)
        self._starts = openings(written, self._patterns)
        self._places = lazy_plain_pattern(self._starts.places + _OUTSIDE_FIGURE)
        self._fold = Fold((ord(char), char) for char in {*"".join(written), *digits})
        self._grammars: dict[str, _Grammar | None] = {}
        self._behind_numbers: dict[tuple[int, str], _Grammar | None] = {}
        self._by_patterns: dict[tuple[int, ...], _Grammar] = {}

    def scan(self, text: str) -> Iterator[TimeMatch]:
        """The matches in `text`, `no-time` ones included.

        The grammar is tried only where a match can begin: at two characters with which some pattern opens, at a number
        with which some pattern goes on, unless the few characters from there on are known to open none.
        """
        offset, grammars, behind_numbers, fold = 0, self._grammars, self._behind_numbers, self._fold
        for candidate in self._places.finditer(text):
            start = candidate.start()
            if start < offset:
                continue
            kind = candidate.lastindex or WORD
            end = candidate.end(kind)
            if kind != WORD and (number := number_before(text, end, kind - NUMBER, fold)):
                grammar = behind_numbers[number] if number in behind_numbers else self._behind_number(number)
            else:
                opening = text[start:end].translate(fold)
                grammar = grammars[opening] if opening in grammars else self._grammar(opening)
            if grammar is None:
                continue
            if grammar.of_one_end is not None and not _TO.search(text, start, start + _NEAR_END):
                grammar = self._of(grammar.of_one_end)
            if grammar is not None and (match := grammar.pattern.match(text, start)):
                told = grammar.told(match)
                if told.rule.form in _DATED:
                    self._bind(told, text)
                offset = told.end
                yield told

    def _bind(self, told: TimeMatch, text: str) -> None:
        """Adds the bound that stands behind a dated match, if any."""
        next_one = text[told.end : told.end + 1]
        for rule, pattern in self._bounds[next_one if next_one in self._bounds else OTHER]:
            if match := pattern.match(text, told.end):
                told.end, told.bound = match.end(), rule
                return

    def _grammar(self, opening: str) -> _Grammar | None:
        """The grammar of the patterns that can begin with some characters; None where none can."""
        if len(self._grammars) > _REMEMBERED:
            self._grammars.clear()
        grammar = self._grammars[opening] = self._of(self._patterns.of(opening))
        return grammar

    def _behind_number(self, number: tuple[int, str]) -> _Grammar | None:
        """The grammar of the patterns that can go on behind a number (`number_before`); None where none can."""
        if len(self._behind_numbers) > _REMEMBERED:
            self._behind_numbers.clear()
        grammar = self._behind_numbers[number] = self._of(self._starts.among(*number))
        return grammar

    def _of(self, which: tuple[int, ...]) -> _Grammar | None:
        """The grammar of some patterns; None of none."""
        grammar = self._by_patterns.get(which)
        if grammar is None and which:
            of_one_end = tuple([number for number in which if self._of_one_end[number]])
            grammar = self._by_patterns[which] = _Grammar(
                [self._tried[number] for number in which],
                of_one_end if len(of_one_end) < len(which) else None,
            )
        return grammar


class _Grammar:
    """Some rules as one pattern, each closed by an empty group that says which one it was."""

    def __init__(self, tried: list[tuple[TimeRule, str]], of_one_end: tuple[int, ...] | None) -> None:
        self.of_one_end = of_one_end
        """The numbers of the patterns that are no ranges; None where none is one."""
        by_rule = [list(some) for _, some in groupby(tried, key=lambda one: one[0].id)]
        rules = [some[0][0] for some in by_rule]
        written: list[str] = []
        for rule, some in zip(rules, by_rule, strict=True):
            either = f"(?:{'|'.join(pattern for _, pattern in some)})"
            # What has to stand in front is dearer to look for.
            after = f"(?={either})(?<={rule.after})" if rule.after else ""
            written.append(f"{after}{either}(?P<rule>)")
        # `re` takes no name twice.
        numbers = count()
        named = _NAME_OF_GROUP.sub(lambda name: f"{name[0]}_{next(numbers)}", "|".join(written))
        self.pattern = lazy_quick_pattern(named + WITHOUT_LOOKING_ON)
        self._told: dict[int | None, tuple[TimeRule, list[tuple[int, str]]]] = {}
        """By the group that closes a rule: the rule, and the groups of its words."""
        words: list[tuple[int, str]] = []
        for name, number in sorted(self.pattern.groupindex.items(), key=lambda group: group[1]):
            bare = name.rpartition("_")[0]
            if bare == "rule":
                self._told[number] = rules[len(self._told)], words
                words = []
            else:
                words.append((number - 1, bare))

    def told(self, match: re.Match[str]) -> TimeMatch:
        """What a match of the pattern says."""
        rule, named = self._told[match.lastindex]
        words = {}
        if named:
            groups = match.groups()
            for number, name in named:
                if (word := groups[number]) is not None:
                    words[name] = word
        if rule.days and "feast" in words:
            words["month"], words["day"] = rule.days[words.pop("feast")].split("-")[-2:]
        return TimeMatch(match.start(), match.end(), rule, words)


def _bounds(
    rules: tuple[TimeRule, ...], fill: Callable[[str], str]
) -> dict[str, list[tuple[TimeRule, re.Pattern[str]]]]:
    """The rules of bounds and their patterns, by the characters with which they can begin."""
    named = [rule for rule in rules if rule.form == "bound"]
    written = ["|".join(map(fill, rule.patterns)) for rule in named]
    patterns = [lazy_quick_pattern(one) for one in written]
    begun = Openings([one] for one in written)
    return {char: [(named[which], patterns[which]) for which in begun.of(char)] for char in {*begun.beginning(), OTHER}}


def _is_range(pattern: str) -> bool:
    """Whether a rule's pattern, as it is written, matches nothing without what stands between two ends."""
    if "{to}" not in pattern:
        return False
    outside, before = "", _CLASS_OR_ESCAPE.sub("c", pattern)
    while outside != before:
        outside, before = before, _INNERMOST_GROUP.sub("", before)
    return "{to}" in outside and "{to}?" not in outside and "|" not in outside


def _filled(pattern: str) -> str:
    """A rule's pattern with its placeholders written out."""
    for placeholder, fragment in _FRAGMENTS:
        if placeholder in pattern:
            pattern = pattern.replace(placeholder, fragment)
    return pattern


class _RepublicScanner(Scanner):
    """Reads years without their 民国, too: 113年度."""

    def scan(self, text: str) -> Iterator[TimeMatch]:
        for match in super().scan(text):
            for name in ("year", "year2"):
                if len(match.words.get(name, "four")) < _DIGITS_OF_YEAR:
                    match.words[name] = f"民国{match.words[name]}"
            yield match


def _filled_with_bare_years(pattern: str) -> str:
    return _filled(pattern).replace(_PLACEHOLDERS["year"], f"(?:{BARE_REPUBLIC_YEAR}|{_PLACEHOLDERS['year']})")


@cache
def scanner(rules: RuleSet, *, of_republic: bool = False) -> Scanner:
    """The scanner of a rule set, compiled once; `of_republic` for texts that leave 民国 out of years."""
    if of_republic:
        return _RepublicScanner(rules.of(TimeRule), _filled_with_bare_years)
    return Scanner(rules.of(TimeRule), _filled)
