"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from planparse.patterns import alternatives, lazy_pattern
from planparse.rules.families.set_phrases import SetPhraseRule

if TYPE_CHECKING:
    import regex

    from planparse.rules import RuleSet

__all__ = ["SetPhrases", "named_stretches", "set_phrases"]

_TITLE = lazy_pattern(r"《[^《》\n]{1,80}》")
# A short quotation that holds a count names something: “七项制度”, “千村示范”工程.
_QUOTE = lazy_pattern(r"[“\"]([^“”\"\n。;:]{1,20})[”\"]")
_REACH = 12
# So many openings are remembered, at most.
_REMEMBERED = 50_000
# In a pattern: what demands something of the text in front, and what only looks so (an escape, a class).
_BEHIND = lazy_pattern(
    r"\\[bBmM]|\(\?<[=!](?:[^()\[\]\\]|\\.|(?&class)|(?&group))*+\)"
    r"|(?P<kept>\\.|(?P<class>\[\^?\]?(?:[^\]\\]|\\.)*+\]))"
    r"|(?!)(?P<group>\((?:[^()\[\]\\]|\\.|(?&class)|(?&group))*+\))"
)
# (?<=[…]) opens the pattern: what it matches stands behind one of these characters.
_BEHIND_ONE = lazy_pattern(r"\(\?<=\[([^\[\]\\^-]++)\]\)(?!.*\|)")


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """The patterns of all set phrases, in file order.

    Few places open a phrase, and the patterns are dear. So it is remembered which of them an opening of two characters
    can begin, and which openings of one or two begin none. `free` tells: it has the patterns without what they demand
    of the text in front, but for those that stand behind one of the characters in `behind`.
    """

    patterns: tuple[tuple[str, regex.Pattern[str]], ...]
    free: tuple[regex.Pattern[str], ...]
    behind: frozenset[str]
    _opened: dict[str, tuple[regex.Pattern[str], ...]] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether a set phrase overlaps `[start, end)`."""
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        closed = self._closed
        for at in range(low, end):
            if text[at] in closed or (opening := text[at : at + 2]) in closed:
                continue
            patterns = self._opened.get(opening)
            if patterns is None:
                patterns = self._opened_by(opening)
            for pattern in patterns:
                if (match := pattern.match(text, at, high)) and match.end() > start:
                    return True
        if self.behind.isdisjoint(text[max(0, low - 1) : end]):
            return False
        for at in range(max(1, low), end):
            if text[at - 1] in self.behind:
                for _, pattern in self.patterns:
                    if (match := pattern.match(text, at, high)) and match.end() > start:
                        return True
        return False

    def _opened_by(self, opening: str) -> tuple[regex.Pattern[str], ...]:
        """The patterns that an opening can begin: of two characters, or of one where the text ends."""
        if len(self._opened) + len(self._closed) > _REMEMBERED:
            self._opened.clear()
            self._closed.clear()
        for begin in (opening[0], opening):
            opened = tuple(
                pattern
                for (_, pattern), free in zip(self.patterns, self.free, strict=True)
                if free.match(begin, partial=True)
            )
            if not opened:
                self._closed.add(begin)
                return ()
        self._opened[opening] = opened
        return opened


@cache
def set_phrases(rules: RuleSet) -> SetPhrases:
    """The set phrases of a set of rules."""
    patterns, free = [], []
    behind: set[str] = set()
    for rule in rules.of(SetPhraseRule):
        written = [alternatives(rule.words)] if rule.words else []
        patterns.append((rule.id, lazy_pattern("|".join([*written, *rule.patterns]))))
        for pattern in rule.patterns:
            if demanded := _BEHIND_ONE.match(pattern):
                behind.update(demanded[1])
            else:
                written.append(_BEHIND.sub(lambda found: found["kept"] or "", pattern))
        free.append(lazy_pattern("|".join(written) or "(?!)"))
    return SetPhrases(tuple(patterns), tuple(free), frozenset(behind))


def named_stretches(text: str) -> list[tuple[int, int]]:
    """Spans of titles in 《》 and of short quotations, in order."""
    spans = [match.span() for match in _TITLE.finditer(text)]
    spans += [match.span() for match in _QUOTE.finditer(text)]
    return sorted(spans)
