"""Comparator words around a number: at least, more than, at most, less than, about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.comparators import ComparatorRule
from planparse.rules.families.units import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planparse.rules import RuleSet

__all__ = ["Comparators", "Comparison", "comparators"]

# Between an adverb and its number: a verb and perhaps its object, no other number and no new clause.
_ADVERB_REACH = 14
# Between a comparator and its number with what the share is of.
_NOUN_REACH = 24
# The counted noun may stand before the bound: 300个机架以下, 2个等级以上; 县级以上 is a rank.
_NOUN = 4
# 每平方公里, 每人每天: per what, between comparator and number.
_EACH = lazy_plain_pattern(r"(?:每(?:(?!每)[一-龥]){1,5}){1,3}$")
_EACH_REACH = 8
# The longest name of a currency, in characters.
_CURRENCY = 6
# A joining verb may stand between comparator and number: 不低于 in 控制在不低于; 约 in 约为, 力争在.
# 500万元(含)以下, 95%以上(含95%), 300人(不含)以上: whether the bound itself is meant.
_INCLUDED = lazy_pattern(r"\((?P<not>不?)含(?P<said>本数|\d[^()\n]{0,10})?\)")
# 6200亩(早稻2000亩、晚稻4200亩)以上: the bound of what stands in front of the bracket, which has amounts of its own.
_BEHIND_BRACKET = lazy_pattern(r"\([^()\n]{1,60}\)(?=[以之左](?:上|下|内|右)(?:[,。;、)的\n]|$))")
_WITH = {">": ">=", "<": "<="}
_WITHOUT = {">=": ">", "<=": "<"}
# 严禁班额超过55人: where nothing follows that the number only tells which is meant (严禁新建超过30米的楼).
_FORBIDDEN_REACH = 18
_ENDS_CLAUSE = frozenset(",;。)、\n")
_JOINTS = frozenset("达为到至在于是有")


class Comparison(Record):
    """An `op`, the words that say so, what they span together with the quantity, and the rule."""

    __slots__ = ("end", "op", "rule", "start", "words")

    def __init__(self, op: str, words: str | None, start: int, end: int, rule: str | None) -> None:
        self.op = op
        self.words = words
        self.start = start
        self.end = end
        self.rule = rule


class Comparators:
    """The comparator words of a set of rules: word → (op, rule).

    `ending` has how long the words of `before` are by their last character (a hundred end in 于), `beginning` the words
    of `after` by their first, the longest first. `closing` has the characters with which ends what stands in front of a
    number behind a word of `before`. `far` finds the words that `adverb` and `over_noun` look for, and `near` has the
    first characters of what `distant` looks for: most stretches hold none of them. `turned` has the words that mean the
    opposite behind what `forbidding` finds. `not_of` has the units that a rule does not speak of, `currencies` what
    names the unit between comparator and number (约新台币3万元).
    """

    def __init__(self, rules: RuleSet) -> None:
        tables: tuple[dict[str, tuple[str, str]], ...] = ({}, {}, {}, {})
        self.before, self.after, self.inside, self.adverbs = tables
        not_in: set[str] = set()
        forbidding: set[str] = set()
        self.turned: dict[str, tuple[str, str]] = {}
        for rule in rules.of(ComparatorRule):
            for table, words in zip(tables, (rule.in_front, rule.after, rule.inside, rule.adverbs), strict=True):
                table.update(dict.fromkeys(words, (rule.op, rule.id)))
            not_in.update(rule.not_in)
            forbidding.update(rule.apart)
            self.turned.update(dict.fromkeys(rule.negated if rule.apart else (), (rule.op, rule.id)))
        self.forbidding = lazy_pattern(rf"({alternatives(forbidding)})[^,;。:()、\d\n]{{0,{_FORBIDDEN_REACH}}}$")
        said = "|".join(map(regex.escape, self.adverbs)) or r"(?!)"
        noun = alternatives(word for word in not_in if word.startswith(tuple(self.adverbs)))
        ranked = alternatives(
            word.removesuffix(end) for end in self.adverbs for word in not_in if word.endswith(end) and word != end
        )
        self.adverb = lazy_quick_pattern(
            rf"(?!{noun})(?<!{ranked})({said})[^,;。:()、的\d一二三四五六七八九十两\n]{{0,{_ADVERB_REACH}}}$"
        )
        bounding = [word for word in self.after if len(word) > 1]
        bounds = "|".join(map(regex.escape, bounding)) or r"(?!)"
        # Of 40个亿元以上项目 the bound is that of the sum.
        self.distant = lazy_pattern(
            rf"(?:[等层能]级|(?![十百千万亿]+[元亩吨斤人头只])[一-龥]{{1,{_NOUN}}}(?<![级及]))({bounds})(?=[,。;、)的奖给加再予补]|$)"
        )
        comparing = [word for rule in rules.of(ComparatorRule) for word in rule.comparing if len(word) > 2]
        compared = alternatives(comparing)
        self.over_noun = lazy_quick_pattern(
            rf"({compared})[^,;。:()、\d\n]{{1,18}}的$|({compared})[^,;。:()、的\d一二三四五六七八九十两\n]{{1,8}}$"
        )
        units = rules.of(UnitRule)
        self.currencies = tuple(sorted((word for rule in units for word in rule.in_front), key=len, reverse=True))
        ending: dict[str, set[int]] = {}
        for word in self.before:
            ending.setdefault(word[-1], set()).add(len(word))
        self.not_in = frozenset(not_in)
        self.ending = {char: tuple(sorted(lengths, reverse=True)) for char, lengths in ending.items()}
        self.beginning = _by_first(self.after)
        self.closing = frozenset({*ending, *_JOINTS, *(word[-1] for word in self.currencies)})
        self.far = lazy_plain_pattern(alternatives((*self.adverbs, *comparing)))
        self.near = frozenset(word[0] for word in bounding)
        self.not_of: dict[str | None, tuple[str, ...]] = {
            rule.id: rule.not_of for rule in rules.of(ComparatorRule) if rule.not_of
        }

    def inside_at(self, text: str, offset: int) -> int:
        """Where the word between numeral and unit that begins at `offset` ends (`余` in `100余家`), or `offset`."""
        for word in self.inside:
            if text.startswith(word, offset):
                return offset + len(word)
        return offset

    def around(self, text: str, start: int, end: int, inside: str) -> Comparison | None:
        """How the quantity `[start, end)` is compared, None where nothing is said; `inside` is the word between its
        numeral and its unit.

        A strict word in front (超过, 近) decides; then a bound behind the number (以上, 以内), since 至少…以上 and
        约…以上 both mean it; then the word in front, then 余/多 inside, then an approximation.
        """
        front = self._front(text, start) if text[start - 1 : start] in self.closing else None
        adverb, forbidding = None, ""
        if front is None:
            reach = start - _NOUN_REACH if start > _NOUN_REACH else 0
            if far := self.far.search(text, reach, start):
                adverb = self._adverb(text, far.start(), start) or self._over_noun(text, far.start(), start)
            if adverb is None and "每" in text[start - _EACH_REACH if start > _EACH_REACH else 0 : start]:
                front = self._over_each(text, start)
        follower = text[end : end + 1]
        if front and front[0] in "><" and (not follower or follower in _ENDS_CLAUSE):
            front, forbidding = self._forbidden(text, start, front)
        included = _included(text, start, end, end) if follower == "(" else None
        behind = None
        if included:
            behind = self._behind(text, included.end())
        elif follower == "(" and (bracket := _BEHIND_BRACKET.match(text, end)):
            bound = self._behind(text, bracket.end())
            behind = bound and (*bound[:2], end)
        elif "一" <= follower <= "龥" or follower in self.beginning:
            behind = self._behind(text, end)
        within = (self.inside.get(inside) or self.after.get(inside)) if inside else None
        if not (front or adverb or behind or within):
            return Comparison("=", None, start, included.end(), None) if included else None
        stop = behind[2] if behind else included.end() if included else end
        begin = front[2] if front else adverb[2] if adverb else start
        words = forbidding + text[begin:start] if front or adverb else ""
        words += ("…" if words and behind else "") + (text[end:stop] if behind else "")
        if front and front[0] in "><":
            op, rule, _ = front
        else:
            said = [x[:2] for x in (behind, front, adverb, within) if x]
            op, rule = next((x for x in said if x[0] != "~"), said[0]) if len(said) > 1 else said[0]
        if included is None and behind and text.startswith("(", stop):
            included = _included(text, start, end, stop)
            stop = included.end() if included else stop
        if included:
            op = (_WITHOUT if included["not"] else _WITH).get(op, op)
        return Comparison(op, words or inside or None, begin, stop, rule)

    def _front(self, text: str, start: int) -> tuple[str, str, int] | None:
        if self.currencies and text.endswith(self.currencies, max(0, start - _CURRENCY), start):
            start -= next(len(word) for word in self.currencies if text.endswith(word, 0, start))
        if start == 0:
            return None
        found = self._ending_at(text, start)
        if found is None and text[start - 1] in _JOINTS:
            found = self._ending_at(text, start - (2 if text.endswith("达到", 0, start) else 1))
        return found

    def _forbidden(self, text: str, start: int, front: tuple[str, str, int]) -> tuple[tuple[str, str, int], str]:
        """What `front` says of the number at `start`, turned round where a word far in front forbids it; that word."""
        said = self.turned.get(text[front[2] : start])
        low = max(0, front[2] - _FORBIDDEN_REACH)
        match = self.forbidding.search(text, low, front[2]) if said else None
        return ((*said, front[2]), f"{match[1]}…") if said and match else (front, "")

    def _ending_at(self, text: str, stop: int) -> tuple[str, str, int] | None:
        for length in self.ending.get(text[stop - 1 : stop], ()):
            begin = stop - length
            said = self.before.get(text[begin:stop]) if begin >= 0 else None
            if said and text[max(0, begin - 1) : stop] not in self.not_in:
                return (*said, begin)
        return None

    def _over_noun(self, text: str, first: int, start: int) -> tuple[str, str, int] | None:
        """`不少于教师总数的10%`: what the share is of may stand between comparator and number.

        No comparator stands in front of `first`.
        """
        match = self.over_noun.search(text, first, start)
        return (*self.before[match[1] or match[2]], match.start()) if match else None

    def _over_each(self, text: str, start: int) -> tuple[str, str, int] | None:
        """`超过每亩300万元`, `约每平方公里500人`: per what may stand between comparator and number."""
        match = _EACH.search(text, max(0, start - 2 * _EACH_REACH), start)
        return self._ending_at(text, match.start()) if match else None

    def _adverb(self, text: str, first: int, start: int) -> tuple[str, str, int] | None:
        match = self.adverb.search(text, max(first, start - _ADVERB_REACH), start)
        return (*self.adverbs[match[1]], match.start()) if match else None

    def _behind(self, text: str, end: int) -> tuple[str, str, int] | None:
        follower = text[end : end + 1]
        for word in self.beginning.get(follower, ()):
            # 内, 多, 余 alone may begin another word (内资, 多方): they end a phrase.
            if text.startswith(word, end) and (
                len(word) > 1 or not "一" <= text[end + 1 : end + 2] <= "龥" or text[end + 1] == "的"
            ):
                return (*self.after[word], end + len(word))
        if not "一" <= follower <= "龥" or self.near.isdisjoint(text[end + 1 : end + 1 + _NOUN]):
            return None
        distant = self.distant.match(text, end)
        return (*self.after[distant[1]], distant.end()) if distant else None


def _included(text: str, start: int, end: int, at: int) -> regex.Match[str] | None:
    """The bracket at `at` that says whether the quantity `[start, end)` is included, itself said again or not."""
    match = _INCLUDED.match(text, at)
    said = match and match["said"]
    return match if not said or said == "本数" or said in text[start:end] else None


@cache
def comparators(rules: RuleSet) -> Comparators:
    """The comparator words of a set of rules."""
    return Comparators(rules)


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found
