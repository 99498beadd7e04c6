"""What a section is about, told by the words of its heading."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record
from planparse.rules.families.headings import HeadingRule

if TYPE_CHECKING:
    import regex

    from planparse.rules import RuleSet

__all__ = ["KindWord", "activity_end", "kind_words", "kinds_of"]

# 目标及时间安排: the members of a heading. A bracket's content is a member too.
_JOINTS = lazy_plain_pattern(r"以及|及(?!时(?![间限段序]))|[和与、,;:。./ \t()〔〕\[\]【】]")

_OTHER = ("other",)


class KindWord(Record):
    """Words of a heading that tell a kind: offsets into the title, and the rule that knows them."""

    __slots__ = ("end", "kind", "rule", "start")

    def __init__(self, kind: str, rule: str, start: int, end: int) -> None:
        self.kind = kind
        self.rule = rule
        self.start = start
        self.end = end


@cache
def _grammar(
    rules: RuleSet,
) -> tuple[regex.Pattern[str], regex.Pattern[str], tuple[HeadingRule, ...], regex.Pattern[str]]:
    kinds = tuple(rule for rule in rules.of(HeadingRule) if rule.part == "kind" and not rule.whole)
    verbs = [word for rule in rules.of(HeadingRule) if rule.part == "activity" for word in rule.words]
    parts = (f"(?P<k{index}>{'|'.join(rule.words)})" for index, rule in enumerate(kinds))
    either = "|".join(f"(?:{word})" for rule in kinds for word in rule.words) or r"(?!)"
    return (
        # Matched backwards from the end, which most titles fail at once; the other finds the longest words, and whose.
        lazy_pattern(f"(?r)(?:{either})"),
        lazy_pattern(f"(?:{'|'.join(parts)})$"),
        kinds,
        lazy_pattern("|".join(f"(?:{verb})" for verb in verbs) or r"(?!)"),
    )


@cache
def _whole(rules: RuleSet) -> tuple[tuple[HeadingRule, regex.Pattern[str]], ...]:
    members = (rule for rule in rules.of(HeadingRule) if rule.part == "kind" and rule.whole)
    return tuple((rule, lazy_pattern("|".join(f"(?:{word})" for word in rule.words))) for rule in members)


def activity_end(title: str, rules: RuleSet) -> int:
    """Where the verbs end that open `title` (进一步完善…), 0 where none does."""
    verb, end = _grammar(rules)[3], 0
    while (match := verb.match(title, end)) and match.end() > end:
        end = match.end()
    return end


@lru_cache(maxsize=2048)
def kind_words(title: str, level: int, rules: RuleSet, *, numbered: bool = False) -> tuple[KindWord, ...]:
    """The words of a heading's title that tell what the section is about, in reading order.

    Kind words count where they end the title or one of its members (目标 + 时间安排), so that a word inside an
    activity (坚持目标导向) says nothing. Below the first level a title that opens with a verb is an activity as a
    whole; on the first level the verb may stand alone before its kind words (强化保障措施).
    What only a heading can be that is `numbered` is none without its number.
    """
    for rule, fits in _whole(rules):
        if (numbered or not rule.numbered) and fits.fullmatch(title):
            return (KindWord(rule.kind or "", rule.id, 0, len(title)),)
    ends, pattern, kinds, _ = _grammar(rules)
    verbs = activity_end(title, rules)
    found: list[KindWord] = []
    start = 0
    for joint in [*_JOINTS.finditer(title), None]:
        end = joint.start() if joint else len(title)
        own: list[KindWord] = []
        stop = end
        while stop - start >= 2 and ends.match(title, start, stop) and (match := pattern.search(title, start, stop)):
            index = next(i for i in range(len(kinds)) if match[f"k{i}"] is not None)
            if verbs and start == 0 < match.start() <= verbs and not kinds[index].after_verb:
                return ()
            own.insert(0, KindWord(kinds[index].kind or "", kinds[index].id, match.start(), match.end()))
            stop = match.start()
        if own and start == 0 and verbs > 0 and own[0].start > 0 and (level > 1 or own[0].start > verbs):
            return ()
        found += own
        start = joint.end() if joint else end
    if verbs and not any(word.start <= verbs for word in found):
        return ()
    return tuple(found)


def kinds_of(title: str, level: int, rules: RuleSet, *, numbered: bool = False) -> tuple[str, ...]:
    """The kinds of a section by its heading's words, `other` where they tell none."""
    words = kind_words(title, level, rules, numbered=numbered)
    if not words:
        return _OTHER
    return tuple(dict.fromkeys([word.kind for word in words])) if len(words) > 1 else (words[0].kind,)
