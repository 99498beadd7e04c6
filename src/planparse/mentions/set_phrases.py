"""Stretches in which no quantity is read: set phrases, titles in 《》, slogans in quotes."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """The patterns of all set phrases, in file order."""

    patterns: tuple[tuple[str, regex.Pattern[str]], ...]

    def covering(self, text: str, start: int, end: int) -> tuple[str, int, int] | None:
        """The first set phrase that overlaps `[start, end)`: its rule and span."""
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        for rule, pattern in self.patterns:
            for match in pattern.finditer(text, low, high, overlapped=True):
                if match.start() < end and start < match.end():
                    return rule, match.start(), match.end()
                if match.start() >= end:
                    break
        return None


@cache
def set_phrases(rules: RuleSet) -> SetPhrases:
    """The set phrases of a set of rules."""
    patterns = []
    for rule in rules.of(SetPhraseRule):
        words = [alternatives(rule.words)] if rule.words else []
        patterns.append((rule.id, lazy_pattern("|".join([*words, *rule.patterns]))))
    return SetPhrases(tuple(patterns))


def named_stretches(text: str) -> list[tuple[int, int]]:
    """Spans of titles in 《》 and of short quotations, in order."""
    spans = [match.span() for match in _TITLE.finditer(text)]
    spans += [match.span() for match in _QUOTE.finditer(text)]
    return sorted(spans)
