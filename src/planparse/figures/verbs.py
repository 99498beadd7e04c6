"""The verbs of plans, compiled: which words open a task, join a value, change a level, or end a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import regex

from planparse.figures.word_sets import WordSet
from planparse.patterns import alternatives, lazy_plain_pattern, lazy_quick_pattern
from planparse.rules.families.actions import ActionRule

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["Verbs", "verbs"]

Pattern = re.Pattern[str]
# The whole territory or field that a plan speaks of says nothing of what is counted: 全市, 我局, 辖区内, 各县区. Of
# 本村级 and 全县域 only the first character does: what follows is a word of its own. A bracket tells how far it goes:
# 全县(含开发区).
_INSIDE = "内(?![容部外涝需河科设控陆销存参镜港审贸资地湖])"
_SCOPE = lazy_plain_pattern(
    rf"(?:(?:(?:全|我|本|该)(?:(?=[省市县区镇乡村]级|[市县区镇]域|[区县市镇乡村]{_INSIDE}|村[民庄]|校[园舍])"
    r"|(?:国|省|市|县|区|镇|乡|村|州|盟|旗|局|委|院|校|厅|系统|社会|行业)(?!性))"
    rf"|全?辖区内?|境内(?!外)|(?:[区县市镇乡村]|区域){_INSIDE}|规划区内?"
    r"|各(?:省|市|县|区|乡|镇|村|地|州|盟|旗)+)(?:\((?:(?:不?含|不?包[含括])[^()]{1,16}|[市县区旗、]{1,5})\))?"
    r"|上述|前(?:[一二两三四五六七八九十]|\d{1,2})(?:年|个?月|季度)(?![底末前内以之])|年度|年(?![终初底末前]))"
)
_SCOPE_BEGINS = frozenset("全我本该辖境区县市镇乡村规各上前年")
# 投资完成率, 改造资金, 收储能力: the verb is part of a noun.
_IN_NOUN = ("率", "额", "值", "量", "面", "资金", "能力", "规模", "总投资", "标准", "制村", "比例")
# 利用率, 完成额: so is the light verb.
_IN_NAME = ("率", "额", "值")
_BEHIND_CHANGE = frozenset("了约近")
_VERBS = ("light", "filler", "content", "level", "to", "by", "times")


class Verbs:
    """Words by kind; none begins inside a word of its rules' `not_in`."""

    def __init__(self, rules: RuleSet) -> None:
        by_kind: dict[str, list[str]] = {}
        not_in: dict[str, set[str]] = {}
        rule_of: dict[str, dict[str, str]] = {}
        change_of: dict[str, str] = {}
        for rule in rules.of(ActionRule):
            by_kind.setdefault(rule.kind, []).extend(rule.words)
            not_in.setdefault(rule.kind, set()).update(rule.not_in)
            for word in rule.words:
                rule_of.setdefault(rule.kind, {}).setdefault(word, rule.id)
                if rule.kind in ("to", "by", "times"):
                    change_of[word] = rule.kind

        def words(*kinds: str) -> set[str]:
            return {word for kind in kinds for word in by_kind.get(kind, ())}

        def pattern(*kinds: str, kept: str | None = None) -> Pattern:
            guard = alternatives(not_in.get(kept, set())) if kept else "(?!)"
            begins = "".join(sorted({word[0] for word in words(*kinds)}))
            first = rf"(?=[{regex.escape(begins)}])" if begins else ""  # most places are given up at one glance
            return lazy_quick_pattern(rf"{first}(?!{guard})(?:{alternatives(words(*kinds))})")

        no_verbs = not_in.get("filler", set())
        self.opening = WordSet(words("light", "filler"), no_verbs, _IN_NAME)
        """Light verbs and fillers, with which a phrase begins."""
        self.opens = self.opening.begins | _SCOPE_BEGINS
        """The characters with which that begins which opens a phrase and names nothing."""
        self.content = WordSet(words("content"), no_verbs)
        """Content verbs, with which a name begins."""
        self.done = WordSet(words("light", "content"))
        """Light and content verbs, with which a phrase ends."""
        self.joining = WordSet(words("level", "to", "by"), not_in.get("level", set()))
        """Level verbs and changing verbs, with which a phrase ends."""
        self.any_verb = WordSet(words("light", "content", "to", "by", "times"), no_verbs)
        """Verbs of any kind but level, with which a phrase begins."""
        self.changing = WordSet(words("to", "by", "times"))
        """Changing verbs, with which a phrase ends."""
        self.change_ends = self.changing.ends | _BEHIND_CHANGE
        """The characters with which a phrase ends whose verb makes a change."""
        self.word = pattern(*_VERBS)
        """Any of these words, to be searched."""
        self.closing = pattern("closing", kept="closing")
        """A word that ends the name of the thing counted, to be searched."""
        self.closers = frozenset(words("closing"))
        """These words."""
        self.becoming = WordSet(words("becoming"))
        """What becomes of the thing counted, with which the words behind a number end."""
        self.elsewhere = WordSet(words("elsewhere", "to"), not_in.get("elsewhere", set()))
        """Words with which no name begins."""
        self.head = WordSet(words("head"))
        """Words that say in general what a thing is, with which its name ends."""
        self.bearer = WordSet(words("bearer"), not_in.get("bearer", set()))
        """Things of which something is measured, with which the name of the thing counted ends in front of that."""
        self.how = WordSet(words("how"), not_in.get("how", set()))
        """Adverbs that stand between what is measured and the verb that joins it to its value."""
        self.eve = lazy_quick_pattern(rf"({alternatives(words('eve'))})(?:来临|到来)?之?前")
        """Before what season or feast something is to be done (雨季前): to be asked only where 前 stands."""
        self.change_of = change_of
        self.rule_of = rule_of
        """Kind → word → rule."""

    def rule(self, word: str, *kinds: str) -> str:
        """The rule behind a word, of the first of `kinds` that has it (all verbs where none is named)."""
        return next(self.rule_of[kind][word] for kind in kinds or _VERBS if word in self.rule_of.get(kind, {}))

    def opener(self, words: str) -> int:
        """How much of what opens a phrase is a light verb, a filler or the whole territory."""
        first = words[0]
        if first in self.opening.begins and (word := self.opening.at(words)):
            return len(word)
        scope = _SCOPE.match(words) if first in _SCOPE_BEGINS else None
        return scope.end() if scope else 0

    def verb(self, words: str) -> str:
        """The verb that opens a phrase, unless it is part of a noun; else nothing."""
        verb = self.any_verb.at(words)
        return verb if verb and not words.startswith(_IN_NOUN, len(verb)) else ""

    def ends_kind(self, name: str) -> bool:
        """Whether a name ends with a verb that says of what kind the thing behind it is (社区卫生|服务中心)."""
        head = self.head.ending(name)
        return bool(head) and bool(self.done.ending(name.removesuffix(head)))

    def are_all(self, words: str) -> bool:
        """Whether a phrase is verbs and fillers and names nothing: 已建成."""
        words = words.removeprefix("已")
        while words and (word := self.opening.at(words) or self.content.at(words)):
            words = words[len(word) :]
        return not words

    def change(self, words: str) -> str | None:
        """The change of level (to, by, times) that the verb at the end of a phrase makes."""
        last = words[-1:]
        verb = self.changing.ending(words) if last in self.changing.ends else ""
        if last in _BEHIND_CHANGE:
            earlier = self.changing.ending(words[:-1])
            verb = earlier if len(earlier) >= len(verb) else verb
        return self.change_of[verb] if verb else None


@cache
def verbs(rules: RuleSet) -> Verbs:
    """The verbs of a set of rules."""
    return Verbs(rules)
