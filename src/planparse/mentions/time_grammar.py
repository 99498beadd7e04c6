"""The scanner of times: all patterns of the rule family `times` as one regular expression."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from string import digits
from typing import TYPE_CHECKING

from planparse.mentions.time_openings import OTHER, openings
from planparse.patterns import compiled_pattern
from planparse.rules.families.times import TimeRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from planparse.rules import RuleSet

__all__ = ["Scanner", "TimeMatch", "scanner"]

# Tried in this order; bounds stand behind the dated forms only.
_BEFORE_DATED = ("no-time", "rhythm")
_DATED = ("range", "calendar")
_BEHIND_DATED = ("duration",)
_CHINESE_YEAR = "[一二][九〇零○Oo0一][〇零○Oo0一二三四五六七八九]{2}"
_CHINESE_COUNT = "[一二两三四五六七八九十百零]"
_DAY = r"\d{1,2}+(?!\d)|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
# 20XX年6月: a redacted year is no year to be taken from the context.
_NOT_REDACTED = "(?<![*xX×某]年第?)"
_QUOTE = "[“”\"'‘’「」『』]"
# Bounded and without alternatives that could both go on: the scanner is linear. `(?<!\d)`: never inside a figure.
_PLACEHOLDERS = {
    "year": rf"(?:(?<!\d)(?:1[89]|2[01])\d\d(?!\d)|{_CHINESE_YEAR})",
    "month": (
        rf"(?:{_NOT_REDACTED}(?<!\d)\d{{1,2}}+(?!\d)"
        "|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))"
    ),
    "day": rf"(?:{_DAY})",
    "quarter": f"{_NOT_REDACTED}[一二三四1-4]",
    "upto": "[一二两三1-3]",
    "months": r"(?:\d{1,2}|十[一]?|[一二两三四五六七八九])",
    "half": f"{_NOT_REDACTED}[上下前后]",
    "tenday": "[上中下]",
    "plan": "十[一二三四五六七八九]?",
    "plan_small": "[六七八九]",
    "decade": "(?:[5-9]0|[五六七八九]十)",
    "count": (
        rf"(?:(?<!\d)(?<!\d[.,])\d{{1,3}}+(?:\.\d)?+(?!\d)"
        rf"|(?<![第统同唯单之某哪几数多百一二两三四五六七八九十]){_CHINESE_COUNT}{{1,4}}+)"
    ),
}
# Openings of so many characters are remembered, and so many of them; the short ones, which are few, are asked about at
# the first miss, the long ones after so many.
_SHORT_OPENING = 2
_OPENING = 5
_ASKED_AFTER = 4
_REMEMBERED = 50_000
_LITERALS = {
    "within": "(?:{month}月(?:份)?(?:{day}[日号]|{tenday}旬)?|第?{quarter}季度|{half}半年)?",
    "to": "(?:[-—–~]{1,2}|至|到)",
    "open": f"{_QUOTE}?+",
    "close": f"{_QUOTE}?+",
}


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A stretch of text that a rule claims: the words of its placeholders, and the bound behind it, if any."""

    start: int
    end: int
    rule: TimeRule
    words: dict[str, str]
    bound: TimeRule | None = None


class Scanner:
    """Finds the matches of all time rules in a text, from left to right and without overlap."""

    def __init__(self, rules: tuple[TimeRule, ...]) -> None:
        self.leads = tuple(rule for rule in rules if rule.form == "lead")
        self._rules = {f"r{number}": rule for number, rule in enumerate(rules)}
        self._pattern = compiled_pattern(self._written())
        # Partial matching sees no text to the left: what demands some is asked without that demand.
        demanding = [rule for rule in rules if rule.after]
        self._demanding = compiled_pattern("|".join(map(_alternatives, demanding)) or "(?!)")
        groups = self._pattern.groupindex
        marked = sorted(
            ((rule.form == "bound", groups[name], rule) for name, rule in self._rules.items() if name in groups),
            key=lambda marker: marker[:2],
        )
        self._markers = tuple(group for _, group, _ in marked)
        self._by_marker = [rule for _, _, rule in marked]
        self._placeholders = {name: group for name, group in groups.items() if name not in self._rules}
        self._fold = _Fold((ord(char), ord(char)) for char in {*self._pattern.pattern, *digits})
        self._misses: Counter[str] = Counter()
        self._closed: set[str] = set()
        self._starts = compiled_pattern(self._openings())

    def _written(self) -> str:
        """The whole grammar."""
        before, dated, behind = (self._named(*forms) for forms in (_BEFORE_DATED, _DATED, _BEHIND_DATED))
        bounds = self._named("bound")
        return "|".join(filter(None, (before, f"(?:{dated})(?:{bounds})?+" if dated else "", behind))) or "(?!)"

    def _named(self, *forms: str) -> str:
        """All rules of some forms as alternatives, each closed by an empty group that says which one it was."""
        return "|".join(
            f"{f'(?<={rule.after})' if rule.after else ''}{_alternatives(rule)}(?P<{name}>)"
            for form in forms
            for name, rule in self._rules.items()
            if rule.form == form and rule.patterns
        )

    def scan(self, text: str) -> Iterator[TimeMatch]:
        """The matches in `text`, `no-time` ones included.

        The grammar is tried only where a match can begin: at a character with which some pattern opens, unless the few
        characters from there on are known to open none.
        """
        offset, fold, closed, match_at = 0, self._fold, self._closed, self._pattern.match
        for candidate in self._starts.finditer(text):
            start = candidate.start()
            if start < offset:
                continue
            opening = text[start : start + _OPENING].translate(fold)
            if opening[:_SHORT_OPENING] in closed or opening in closed:
                continue
            match = match_at(text, start)
            if match is None:
                self._missed(opening)
            else:
                offset = match.end()
                yield self._told(match)

    def _missed(self, opening: str) -> None:
        """Counts an opening without a match; the grammar is asked whether it can have one at all, when it keeps coming.

        It is asked by partial matching, which costs more than trying a few times.
        """
        if len(self._misses) > _REMEMBERED:
            self._misses.clear()
            self._closed.clear()
        for begin, asked_after in ((opening[:_SHORT_OPENING], 1), (opening, _ASKED_AFTER)):
            self._misses[begin] += 1
            if self._misses[begin] == asked_after and not self._opens(begin):
                self._closed.add(begin)
                break

    def _told(self, match: regex.Match[str]) -> TimeMatch:
        words = {name: word for name, group in self._placeholders.items() if (word := match[group]) is not None}
        # The empty group behind each rule is "" where the rule has matched, else None; a bound comes after all others.
        markers = match.group(*self._markers)
        rule = self._by_marker[markers.index("")]
        last = len(markers) - 1 - markers[::-1].index("")
        bound = self._by_marker[last] if self._by_marker[last].form == "bound" else None
        return TimeMatch(match.start(), match.end(), rule, words, bound)

    def _opens(self, prefix: str) -> bool:
        return any(pattern.match(prefix, partial=True) for pattern in (self._pattern, self._demanding))

    def _openings(self) -> str:
        """Where matches can begin."""
        forms = (*_BEFORE_DATED, *_DATED, *_BEHIND_DATED)
        return openings(_alternatives(rule) for rule in self._rules.values() if rule.form in forms and rule.patterns)


class _Fold(dict[int, int]):
    """For `str.translate`: all characters that no pattern names become one and the same."""

    def __missing__(self, char: int) -> int:
        return ord(OTHER)


def _alternatives(rule: TimeRule) -> str:
    return f"(?:{'|'.join(map(_filled, rule.patterns))})"


def _filled(pattern: str) -> str:
    """A rule's pattern with its placeholders written out."""
    for name, fragment in _LITERALS.items():
        pattern = pattern.replace(f"{{{name}}}", fragment)
    for name, fragment in _PLACEHOLDERS.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?P<{name}>{fragment})")
        pattern = pattern.replace(f"{{{name}2}}", f"(?P<{name}2>{fragment})")
    return pattern


@cache
def scanner(rules: RuleSet) -> Scanner:
    """The scanner of a rule set, compiled once."""
    return Scanner(rules.of(TimeRule))
