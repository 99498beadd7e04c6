"""The words that make a unit answerable, compiled from the rules, and what they say together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.unit_names import words_of
from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.assignments import AssignmentRule, Form

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["BESIDE_LEAD", "LEADS_TOO", "Answer", "AnswerWords", "answer_words", "shares_out"]

# What may stand between a unit and its verb (具体负责, 按照职责分工共同负责, 要积极配合).
_ADVERBS = (
    "具体|分别|共同|各自|自行|统一|全面|直接|主要|密切|积极|主动|全力|及时|日常|统筹|协同|通力|依责|按责|依法依规|依法|要|应当|应|须|也|均|都|总体|一并|认真|发挥好?|充分|做好|"
    "(?:按照?|根据|依据?)(?:各自)?(?:的)?(?:部门)?(?:职责|职能|任务|工作)?(?:任务)?(?:分工)?|分工"
)
# 由县商务局及参与商户负责: those who take part are no verb.
_WHOEVER = "(?:[商农]户|企业|学校|院校|单位|部门|机构|各方|者|人员|群众)"
# 县教育局(牵头)、县财政局(配合单位): what each of a list does.
_IN_BRACKET = lazy_pattern(r"\((?P<word>牵头|主办|配合|协助|参与|协办)(?:单位|部门)?\)")
LEADS_TOO = r"[^,;:。!?()\n由]{2,40}?(?:,(?:并|同时|且)?|并|且)牵头(?![单部人领])"
"""What a unit does besides, behind its name: …制定办法,牵头组织检查; …拟定计划并牵头实施."""
BESIDE_LEAD = lazy_plain_pattern(
    r"(?<!发挥牵头)(?:负责)?[,、][^;:。!?\n]{2,80}?(?P<verb>参[加与](?!者|[单各]|部门|企业|人员|商户|[率度])"
    r"(?![^,;。!?\n]{0,12}(?:会(?![计商审诊])|培训|学习|[大决比竞]赛|展|论坛|仪式|活动|保险|[社医]保|的))"
    r"|共同(?:组织)?(?:实施|落实|推进|开展|完成)(?=[,;。!?)\n]|$))"
)
"""Behind 牵头: 由A牵头、B参加逐村验收; 由A牵头,B共同实施. The work may follow, but not what one attends."""
_REPORTED = frozenset({":完成", ":安排", ":发放", ":整合", ":争取", ":筹集", ":拨付"})
_OF_SITES = lazy_pattern(
    "(?<!各.{0,4})(?:[县市区州旗镇乡村]|街道|院|校|[中小]学|幼儿园|中心|公司|集团|银行|合作社|[林农]场|园)$"
)
_FOUNDING = ("成立", "组建", "设立")
_CUES: frozenset[Form] = frozenset({"label", "verb", "agent", "partner", "seat", "title", "duty", "colon"})
_STRENGTH = {"lead": 0, "support": 1, "responsible": 2}


class Answer(Record):
    """A unit made answerable: clean offsets, role, and the id of the rule that says so."""

    __slots__ = ("end", "role", "rule", "start")

    def __init__(self, start: int, end: int, role: str, rule: str) -> None:
        self.start = start
        self.end = end
        self.role = role
        self.rule = rule


class AnswerWords:
    """Words and roles by form; a role is `(role, id of its rule)`, `bracket` that of a bare list in brackets.

    `rules` has the id of the rule by form and word; `offices` finds the labels that count where they recur, which begin
    with one of `office_first` and end in one of `office_ends`, colon included.
    `cue` finds every word that can make a unit answerable, `verb` verbs with their adverbs,
    `verb_word` at once whether there is any.
    """

    def __init__(self, rules: RuleSet) -> None:
        closings, verbs = words_of(rules, "verb", "closing"), words_of(rules, "verb")
        recurring = [word for rule in rules.of(AssignmentRule) if rule.recurring for word in rule.words]
        forms: dict[str, set[Form]] = {word: {"body"} for word in _FOUNDING}
        for rule in rules.of(AssignmentRule):
            for word in rule.words if rule.form in _CUES else ():
                forms.setdefault(word, set()).add(rule.form)
        self.labels = words_of(rules, "label")
        self.closings = closings
        self.adverbs = _ADVERBS
        self.cue = lazy_plain_pattern(alternatives(forms))
        self.verb = lazy_quick_pattern(
            rf"(?:{_ADVERBS})*(?P<word>{verbs})(?!人|制(?![定订作])|同志)(?!(?<=参[与加]){_WHOEVER})"
        )
        self.verb_word = lazy_plain_pattern(verbs)
        self.label_role = _roles(rules, "label")
        self.verb_role = _roles(rules, "verb")
        self.title_role = _roles(rules, "title")
        self.rules = {(rule.form, word): rule.id for rule in rules.of(AssignmentRule) for word in rule.words}
        self.bracket = next(
            (("responsible", rule.id) for rule in rules.of(AssignmentRule) if rule.form == "bracket"), None
        )
        self.offices = lazy_plain_pattern(f"(?:{alternatives(recurring)})(?=:)")
        self.office_first = frozenset(word[0] for word in recurring)
        self.office_ends = tuple(sorted({word[-1] + ":" for word in recurring}))
        self.bodies = words_of(rules, "body")
        self.forms = {word: frozenset(kinds) for word, kinds in forms.items()}
        self._closing = lazy_pattern(closings)
        self._closing_roles = _roles(rules, "verb", "closing")

    def closing_role(self, words: str) -> tuple[str, str] | None:
        """The role of a string of verbs (牵头负责 leads, 配合落实 supports); None where it holds none."""
        roles = [self._closing_roles[word] for word in self._closing.findall(words)]
        return min(roles, key=lambda role: _STRENGTH[role[0]], default=None)

    def role_of(self, text: str, end: int, listed: tuple[str, str]) -> tuple[str, str]:
        """The role of a unit that ends at `end`: that of its list, unless a bracket behind it says its own."""
        own = _IN_BRACKET.match(text, end) if text.startswith("(", end) else None
        return self.verb_role.get(own["word"], listed) if own else listed


def shares_out(text: str, word: str, answer: Answer) -> bool:
    """Whether a colon and a verb share out a quota or report: 青山镇:完成500亩; 县医院:完成主体工程."""
    return word in _REPORTED and _OF_SITES.search(text, answer.start, answer.end) is not None


@cache
def answer_words(rules: RuleSet) -> AnswerWords:
    """The words of a rule set, compiled once."""
    return AnswerWords(rules)


def _roles(rules: RuleSet, *forms: Form) -> dict[str, tuple[str, str]]:
    return {
        word: (rule.role or "responsible", rule.id)
        for rule in rules.of(AssignmentRule)
        if rule.form in forms
        for word in rule.words
    }
