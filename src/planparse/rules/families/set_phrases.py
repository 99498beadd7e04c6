"""Set phrases: numerals and units that count nothing (四个意识, 一村一品, 一次性)."""

from planparse.rules.schema import Rule

__all__ = ["SetPhraseRule"]


class SetPhraseRule(Rule):
    """Phrases in which no quantity is read: literal `words`, or `patterns` (regex over clean text)."""

    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def expressions(self) -> tuple[str, ...]:
        return self.patterns
