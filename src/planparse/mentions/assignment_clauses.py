"""Assignments in running sentences: 由X牵头, X负责, X会同Y, 成立X领导小组, X为责任单位, X要…"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.assignment_limits import BREAK, EDGE, LONGEST, SENTENCE_BREAK, clause_end, clause_start
from planparse.mentions.assignment_partners import joins_nobody
from planparse.mentions.assignment_words import BESIDE_LEAD, LEADS_TOO, Answer, answer_words, shares_out
from planparse.mentions.unit_names import unit_names, words_of
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planparse.mentions.unit_names import Name
    from planparse.rules import RuleSet
    from planparse.rules.families.assignments import Form

    _Way = Callable[["ClauseReader", str, str, int], Iterator[Answer]]

__all__ = ["ClauseReader", "clause_reader"]

_COST_REACH = 24
# 县林业局作为造林工作|牵头单位, 县水利局是|责任单位: what the title is of may stand between.
_LINK = lazy_plain_pattern(r"(?:作为|(?<=[局委厅办府])[为是])[^,;:。!?()、\n为是的]{0,12}的?$|[为是]$")
_LINK_REACH = 16
# Verbs that make their subject answerable only where nothing follows: 市教育局参与。 but not 参与编制规划.
_CLOSED_VERBS = frozenset({"支持", "参加", "参与", "协同", "具体实施", "具体落实"})
# 县住建局对扬尘治理工作负总责: the unit stands in front of the work.
_FOR_ALL = frozenset({"负总责", "总负责", "负主要责任", "负直接责任", "负全面责任"})
_WORK = lazy_pattern(r"(?<=[\u4e00-\u9fff)])对[^,;:。!?\n]{2,60}$")
# 区住建委、区城管委,各街道办事处负责: the list goes on, begun with a unit, not with a deed (通报县水利局,各镇负责整改).
_LIST_GOES_ON = ("各", "有关", "相关")
_LIST_BEGINS = lazy_plain_pattern(r"[省市县区州旗镇乡各][^、;。]{1,16}(?:、|$)")
_CLOSING = frozenset({*BREAK, ")", ""})
_LEADING = lazy_plain_pattern(
    r"(?:[-•·]|\([^():\n]{2,8}:[^()\n]{1,40}\)|\(?[一二三四五六七八九十\d]{1,3}[)、.:]|第[一二三四五六七八九十百\d]{1,4}条|[一二三四五六七八九十]是|其中|同时|并|原则上|以及|吸收|吸纳|邀请|动员|组织|(?:充分)?发挥|"
    r"第[一二三四五六七八九十\d]{1,3}[章节]|[^、]{0,8}(?:明确|确定|指定))+"
)
# 负责人, 负责制, 牵头单位, 负责的: no verb (but 负责制定).
_NO_VERB = lazy_quick_pattern(r"人(?!才|员)|制(?![定订作])|同志|单位|部门|[的下]")
# 请各镇通知本镇|负责统计的人员参会: the words tell which persons are asked for, and what they are to do follows.
_OF_PERSONS = lazy_quick_pattern(
    r"[^,;:。!?()\n的]{1,16}的(?:老师|教师|同志|人员|工作人员|干部|领导|专干|联络员)"
    r"(?=[,;。!?)(\n]|$|参[加会与]|[到与出]|报[名到送]|列席|做|要|须|应|将)"
)
_ASKED_FOR = lazy_plain_pattern(r"(?:请|通知|告知|转告|安排|选派)[^,;。!?\n]{0,30}$")
# 由X组成, 由X改为, 由县到村, 由X李明同志担任, 由市政府分管领导任组长, 请市政协委员…: the words behind 由 are no agent.
_NO_AGENT = lazy_pattern(
    r"(?:等)?[^,;。]{0,8}?(?:组成(?!员)|构成)|[^、,;。的]{0,4}(?:、[^、,;。\n]{2,24}){1,16}?(?:组成(?!员)|构成)|[^,;。\n]{0,10}?(?:同志|[担兼]任)|的|[改变转调到至向级型]|任(?!务)|担任|(?<=中心)城[市区]|(?:和|与|及|、)?"
    r"(?:分管|主要|有关|相关|主管|党政|一名|副|的|负责)*(?:领导|负责人|负责同志|医生|教师|工作人员|专家|书记|主任|[局厅县市区省镇乡州旗部院校所站处科队会]长|秘书长|同志|干部|主席)|(?:各位)?委员(?!会)|(?<=人大)(?:各位)?代表"
)
# 请县人大常委会予以审议, 请市政协提出意见: who is asked for a judgement is given no work.
_ASKED_TO_JUDGE = lazy_pattern(
    r"[^,;:。!?\n]{0,16}?(?:(?:审议|审查|审定|批准|批示|监督|指正)(?=[,;。!?)\n]|$)|(?<=(?:人大|政协)[^,;。\n]{0,12})提出[^,;。\n]{0,6}意见)"
)
# 自由, 理由, 由于, 可以, 申请: no preposition (but 管理由…负责).
_NOT_BEFORE = r"(?<![自缘经可所申提报邀聘敬]|(?<![管办处治审受代护监整清])理)"
_NOT_BEHIND = r"(?![于此及上下来])(?!(?<=请)(?:[与向同跟找到在按将于自登拨假]|联系|咨询|访问|及时|务必))"
# 重点用能单位要…, 各县要…: whoever is of the kind is told, no unit is named.
_A_CLASS = lazy_pattern(
    "(?:单位|企业|机构|院校|高校|学校|医院|公司|组织|实践区)[)]?$"
    # So are works and bodies that no place in front names: 污水处理厂, 行业协会, 国家级高新区.
    r"|(?<!(?:[省市县州旗镇乡村全]|区(?!域))[\u4e00-\u9fff]{0,10})(?:处理厂|焚烧厂|发电厂|热电厂|养殖场|填埋场|堆放场|屠宰场|协会|商会|灌区|景区|聚集区|集聚区)$"
    r"|(?:国家|省|市|县)级(?!以上)[\u4e00-\u9fff]{0,10}区$"
    # A stretch of country (平原地区, 沿海地区) is no administration, as 房山区 and 喀什地区 are.
    "|(?:山区|平原|丘陵|高原|坝上|沿海|沿江|沿黄|干旱|缺水|高寒|寒冷|贫困|偏远|边远|边境|民族|农村|牧区|林区|欠发达|条件|重点|[东西南北中]部|东北|西北|西南|东南|华[东南北中])地区(?:$|[和与及])|[东西中]{1,2}部$"
)
# 市、县分别承担60%和40%, 保费由农户承担20%: whoever bears a share or a cost is given no work.
_A_COST = lazy_pattern(
    r"[^,;:。!?\n\d]{0,8}?(?:\d|[一二三四五六七八九]成|百分之|(?:费用|经费|资金|成本|保费|利息|差额|风险|损失|责任)(?=[,;:。!?)\n]|$))"
)
# 所需经费由县财政局承担: whoever pays is given no work either.
_COST_IN_FRONT = lazy_plain_pattern(
    r"(?:经费|费用|成本|保费|差额|缺口|利息|支出|资金(?:缺口|差额)?|补[贴助])(?:[^,;。!?\n]{0,6}?(?:部分|差额|不足))?(?:来源)?[,]?(?:全部|一律|均|统一|原则上|分别|[概拟])?$"
)
_BORNE = lazy_pattern(
    r"[^,;。!?\n]{0,24}?(?:承担|负担|[列开匀]支|支应|自筹|兜底|解决|补足|予以保障|保障|[^,;。\n]{0,6}预算)(?=[,;。!?)\n]|$)"
)
# 由“制造”向“智造”转型: no agent either.
_SHIFT = lazy_quick_pattern(
    r"由[^,;。\n]{1,30}?(?:向|到)[^,;。\n]{1,30}?(?:转变|转型|转化|转移|延伸|拓展|迈进|升级|倾斜|发展)"
)
# What works run through is no unit, unless a label says so: 信息平台负责汇总.
_THROUGH = ("平台", "热线")
# 重要, 主要 hold the cue 要, 效应, 供应 应; 应为, 应有 say what a thing is; 通信基站:推进… lists works.
# Where a clause has just begun nobody stands who could be told.
_NO_DUTY_BEFORE = frozenset("重主摘纲概首紧提次险效反响供适,:" + SENTENCE_BREAK)
_NO_DUTY_BEHIND = lazy_quick_pattern("[求急用对素点件闻]|为|是|有|达|符合|城|[小大低高位]于|不[少低小]于")
_A_THING = lazy_pattern("(?:基站|电站|泵站|车站|[电油氢气水]站|中心城|城市|展会|论坛|园区|县城|片区|街区)$")


class ClauseReader:
    """Reads one cue word of a text in each of its `ways`; all offsets are clean ones."""

    def __init__(self, rules: RuleSet) -> None:
        self.names = unit_names(rules)
        self.words = words = answer_words(rules)
        adverbs = f"(?:{words.adverbs})*"
        # 成立由区长任组长、各部门参加的X领导小组,成员单位包括…,(具体)负责…: the name, and that it is to do something.
        self.founded = lazy_pattern(
            rf"(?:成立|组建|设立)了?(?:[^。;\n]{{0,80}}的|(?=[^的。;\n]*+))(?P<name>(?!由|以|[^,。]{{0,20}}为组长)[\u4e00-\u9fff“”\"]{{2,32}}?(?P<body>{words.bodies}))"
            rf"(?!的|成员|办公室)(?:\([^()\n]{{1,20}}\))?,(?:(?:下设|成员单位|办公室|由[^,。;]{{1,30}}任)[^,。;\n]{{0,80}},){{0,2}}"
            rf"{adverbs}(?:负责|牵头|统筹|承担|组织|协调|研究|领导|指导|加强(?:对|组织))"
        )
        self.hedge = lazy_plain_pattern(rf"(?:{words.adverbs})+$")
        self.agent = lazy_plain_pattern(rf"{_NOT_BEFORE}(?:{words_of(rules, 'agent')}){_NOT_BEHIND}")
        self.lead_next = lazy_quick_pattern(
            rf"(?:等[^,;。]{{0,8}}?)?{adverbs}(?:总?牵头|主办|主责|抓总|会同)|{LEADS_TOO}"
        )
        self.joint_next = lazy_quick_pattern(rf"{adverbs}(?:联合|协同)")
        # 县教育局牵头、县财政局配合: the clause of the second begins behind the verb of the first.
        self.verb_before = lazy_plain_pattern(rf".*(?:{words_of(rules, 'verb')})[、和]")
        self.support_next = lazy_quick_pattern(rf"{adverbs}(?:配合|协助|参与|协办)")
        self.ways = {
            word: tuple(way for form, way in _WAYS.items() if form in forms) for word, forms in words.forms.items()
        }
        """How each cue word is read, by its forms: what yields the answers that it gives at an offset."""

    def _listing(self, text: str, word: str, at: int) -> Iterator[Answer]:
        role = self._role_behind(text, at + 1, at + LONGEST)
        for answer in self._in_front(text, at, (role, self.words.rules["colon", word]), SENTENCE_BREAK):
            if not (_A_THING.search(text, answer.start, answer.end) or shares_out(text, word, answer)):
                yield answer

    def _acting(self, text: str, word: str, at: int) -> Iterator[Answer]:
        begin = at + len(word)
        if not self.agent.match(text, at) or (text[at] == "由" and _SHIFT.match(text, at)):
            return
        limit = clause_end(text, begin)
        verb = self.words.verb.search(text, begin, limit) if self.words.verb_word.search(text, begin, limit) else None
        while verb and text[verb.start() - 1] == "(" and text.startswith(")", verb.end()):
            verb = self.words.verb.search(text, verb.end(), limit)  # 由县教育局(牵头)、县财政局(配合)负责
        if verb and word == "请" and _OF_PERSONS.match(text, verb.end()):
            verb = None
        if verb and verb.start() > begin:
            role = self.words.verb_role[verb["word"]]
            listed = self.names.items(text, begin, verb.start())
            trusted = {"unit", "place", "office", "generic", "person"} | ({"unknown"} if role[0] == "lead" else set())
            if all(self._named(text, name, trusted) for name in listed):
                if (word != "以" or role[0] == "lead") and not _is_cost(text, at, begin):
                    yield from self._answers(text, listed, role)
                return
        if word == "以" or _is_cost(text, at, begin):
            return
        listed = self.names.opening_at(text, begin, limit)
        if not listed or _NO_AGENT.match(text, (end := listed[-1].end), limit):
            return
        if text[at] != "请" or not _ASKED_TO_JUDGE.match(text, end):
            role = (self._role_behind(text, end, limit), self.words.rules["agent", word])
            yield from self._answers(text, listed, role)

    def _role_behind(self, text: str, end: int, limit: int) -> str:
        if self.lead_next.match(text, end):
            return "lead"
        if (joint := self.joint_next.match(text, end, limit)) and self.names.opening_at(text, joint.end(), limit):
            return "lead"
        return "support" if self.support_next.match(text, end, limit) else "responsible"

    def _subject(self, text: str, word: str, at: int) -> Iterator[Answer]:
        """The units in front of a verb, where nothing but they stand in their clause."""
        behind = at + len(word)
        if word in _CLOSED_VERBS and text[behind : behind + 1] not in _CLOSING:
            return
        if _NO_VERB.match(text, behind) or (word == "承担" and _A_COST.match(text, behind)):
            return
        if _OF_PERSONS.match(text, behind) and _ASKED_FOR.search(text, max(0, at - LONGEST), at):
            return
        if word in _FOR_ALL and (work := _WORK.search(text, max(0, at - LONGEST), at)):
            at = work.start()
        yield from self._in_front(text, at, self.words.verb_role[word])
        if word == "牵头" and (joins := BESIDE_LEAD.match(text, behind)):
            yield from self._in_front(text, joins.start("verb"), self.words.verb_role["参加"])

    def _in_front(
        self, text: str, at: int, role: tuple[str, str], breaks: str = BREAK, *, behind_agent: bool = False
    ) -> Iterator[Answer]:
        """The units that fill the clause in front of `at`, hedges aside; none where anything else stands there."""
        if at == 0 or text[at - 1] in breaks:
            return
        begin, end = clause_start(text, at, breaks), at
        first = begin
        if hedge := self.hedge.search(text, begin, end):
            end = hedge.start()
        if not self.names.may_end(text, begin, end):
            return
        for opening in (_LEADING, self.verb_before):
            if match := opening.match(text, begin, end):
                begin = match.end()
        if agent := self.agent.search(text, begin, end):
            if not behind_agent:
                return  # the cue in front of the unit has read it
            begin = agent.end()
        if opened := self.names.open_left.match(text, begin, end):
            begin = opened.end()
        listed = self.names.items(text, begin, end)
        if listed and all(self._named(text, name, {"unit", "place", "generic"}) for name in listed):
            if text[first - 1] == "," and text.startswith(_LIST_GOES_ON, first):
                yield from self._list_above(text, first - 1, role)
            yield from self._answers(text, listed, role)

    def _list_above(self, text: str, at: int, role: tuple[str, str]) -> Iterator[Answer]:
        """The units that fill the clause in front of the comma at `at`: 区住建委、区城管委,|各街道办事处负责."""
        begin = clause_start(text, at, BREAK)
        if marked := _LEADING.match(text, begin, at):
            begin = marked.end()
        if _LIST_BEGINS.match(text, begin, at):
            listed = self.names.items(text, begin, at)
            if all(self._named(text, name, {"unit", "place"}) for name in listed):
                yield from self._answers(text, listed, role)

    def _answers(self, text: str, listed: list[Name], role: tuple[str, str]) -> Iterator[Answer]:
        for name in listed:
            if name.kind not in ("generic", "person"):
                yield Answer(name.start, name.end, *self.words.role_of(text, name.end, role))

    def _named(self, text: str, name: Name, trusted: set[str]) -> bool:
        words = text[name.start : name.end]
        if name.kind == "unknown" and (not 3 <= len(words) <= 12 or self.names.barrier.search(words)):
            return False
        return name.kind in trusted and len(words) > 1 and not words.endswith(_THROUGH)

    def _joined(self, text: str, word: str, at: int) -> Iterator[Answer]:
        begin = at + len(word)
        if joins_nobody(text, word, at):
            return
        listed = self.names.opening_at(text, begin, clause_end(text, begin))
        rule = self.words.rules["partner", word]
        if listed and not text.startswith("的", listed[-1].end):
            yield from self._answers(text, listed, ("support", rule))
        if listed or word == "会同":
            yield from self._in_front(text, at, ("lead", rule))

    def _told(self, text: str, word: str, at: int) -> Iterator[Answer]:
        if at == 0 or text[at - 1] in _NO_DUTY_BEFORE or _NO_DUTY_BEHIND.match(text, at + len(word)):
            return
        if (above := EDGE.search(text[max(0, at - LONGEST + 1) : at][::-1])) and above[0] in ",:":
            return
        begin = clause_start(text, at, SENTENCE_BREAK)
        if text.find(",", begin, at) >= 0 or text.find(":", begin, at) >= 0:
            return
        role = self._role_behind(text, at + len(word), clause_end(text, at))
        for answer in self._in_front(text, at, (role, self.words.rules["duty", word]), SENTENCE_BREAK):
            named = _A_CLASS.search(text, answer.start, answer.end) or _A_THING.search(text, answer.start, answer.end)
            if not named and not self.names.level.fullmatch(text, answer.start, answer.end):
                yield answer

    def _titled(self, text: str, word: str, at: int) -> Iterator[Answer]:
        if text.startswith("的", at + len(word)):
            return
        if link := _LINK.search(text, max(0, at - _LINK_REACH), at):
            yield from self._in_front(text, link.start(), self.words.title_role[word], behind_agent=True)

    def _seated(self, text: str, word: str, at: int) -> Iterator[Answer]:
        begin = at + len(word)
        listed = self.names.items(text, begin, clause_end(text, begin))
        if listed and all(self._named(text, name, {"unit"}) for name in listed):
            yield from self._answers(text, listed, ("responsible", self.words.rules["seat", word]))

    def _founded(self, text: str, _word: str, at: int) -> Iterator[Answer]:
        if match := self.founded.match(text, at, at + 300):
            yield Answer(match.start("name"), match.end("name"), "responsible", self.words.rules["body", match["body"]])


_WAYS: dict[Form, _Way] = {
    "body": ClauseReader._founded,
    "seat": ClauseReader._seated,
    "title": ClauseReader._titled,
    "duty": ClauseReader._told,
    "colon": ClauseReader._listing,
    "partner": ClauseReader._joined,
    "agent": ClauseReader._acting,
    "verb": ClauseReader._subject,
}


@cache
def clause_reader(rules: RuleSet) -> ClauseReader:
    """The reader for a rule set, compiled once."""
    return ClauseReader(rules)


def _is_cost(text: str, at: int, begin: int) -> bool:
    """Whether a cue, which ends at `begin`, tells who pays."""
    return bool(_COST_IN_FRONT.search(text, max(0, at - _COST_REACH), at) and _BORNE.match(text, begin))
