"""The names of units: where a name begins and ends, and how a list of them is cut."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import regex

from planparse.mentions.unit_compounds import within_compounds
from planparse.patterns import alternatives, lazy_pattern, lazy_plain_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.assignments import AssignmentRule, Form

if TYPE_CHECKING:
    from planparse.rules import RuleSet

__all__ = ["Name", "NameKind", "UnitNames", "named", "unit_names", "words_of"]

NameKind = Literal["unit", "place", "office", "level", "generic", "person", "unknown"]

_HAN = r"[\u4e00-\u9fff〇A-Za-z0-9·“”\"—]"
# A bracket within the bracket of a list may have another form: 各区〈新区、合作区〉.
_GROUP = r"(?:\([^()\n]{1,14}\)|[〈〔][^〈〉〔〕()\n]{1,14}[〉〕])"
# 和 and its like part two names only behind the ending of the first: 住房和城乡建设局 is one.
_AND = r"(?:以及|和|与|及)"
# So does a slash (县水利局/县财政局), but not in 各县/区政府.
_SLASH = r" ?/ ?"
_QUALIFIER = (
    r"(?:各级|各地|各|有关|相关|其他|其它|部分|所属|直属|涉及|省级|市级|县级|区级|本级|[省市县区州旗乡镇]直|两级|三级)"
)
_COUNT = r"[\d一二三四五六七八九十多几]+个?"
# Whom to ask there, or by when, is no part of a unit's name, nor is what it does, nor a mark: (责任人:王某某), (配合),
# 市台办*.
_REMARK = lazy_plain_pattern(
    r"\((?:[^()]*(?:第一|首位|下同|牵头|:|\d{7})[^()]*|(?:配合|协助|参与|协办|主办)(?:单位|部门)?)(?:\)|(?<=单位)$)$|[*★☆△▲]$"
)
# How to read the list is said in a sentence, whose commas part nothing: (除标注外,列第一位的为牵头单位,下同).
_HOW_TO_READ = r"\((?=[^()\n]{0,100}(?:第一|首位|下同|标注))[^()\n]{1,160}(?:\)|$)"
# 县财政局联合县教育局, but 县联合执法大队, 县文学艺术界联合会.
_JOINING = r"联合(?=[省市县区州旗镇乡各])"
# Behind a name it begins another, whatever that is (县农业局联合供电公司), but for a body of the first (联合执法大队).
_WITH_ANOTHER = r"联合(?!会|社|党|工|执法|办公|指挥|调查|检查|督查|整治)"
# 小学3所, 县城5处: what is counted is no unit.
_COUNTED = lazy_pattern(r"\d[十百千万亿余多]{0,3}[所处组队室站部园场厂校院馆台行会段社科区县市镇乡村]$")
# 各区、市财政局, 各镇、县水利局: the office is that of a higher level than those in front; only a government is of both
# (各区、市政府, 各市、县教育局).
_TOWNS = r"(?:乡镇|镇街|街镇|街道|社区|[乡镇村])"
_COUNTIES = rf"(?:{_TOWNS}|县市区|县区|区县|市区|开发区|园区|功能区|新区|[县区旗])"
_HIGHER = lazy_pattern(
    rf"(各(?:{_TOWNS}、)*{_TOWNS}(?=、[县区旗])|各(?:{_COUNTIES}、)*{_COUNTIES}(?=、[省市州]))、[^、,]{{2,24}}+(?<!政府|党委|管委会|[省市县区州旗]委)"
)
# 市[统筹]城乡发展办: what opens the name of an office, and what may stand behind the verb in it.
_OF_PLACE = lazy_plain_pattern(r"[\u4e00-\u9fff]{0,6}?[省市县区州旗镇乡]")
_OFFICE_BEHIND = lazy_pattern(
    r"(?:(?![各全省市县区州旗镇村的了]|(?<!城)乡)[\u4e00-\u9fff]){0,14}?(?:局|办|办公室|委员会|中心|科|处|领导小组|专班|指挥部)"
)
_NO_UNIT = frozenset({"unknown", "level", "place"})
_AND_SO_ON = r"等(?<![高中初平均同何]等)(?!级|额|次|值|奖)"

# 县商务局等部门按职责分工和各镇人民政府负责: a list that goes on behind what sums it up.
_GOES_ON = lazy_plain_pattern(rf"(?:有关|相关)?(?:部门|单位)?(?:按照?(?:各自)?职责(?:分工)?)?{_AND}")

# What has no end of its own: …等, 部分…
_SUMS_UP = lazy_plain_pattern("等|部分|一些|若干|多家|几家|其他|其它")


def words_of(rules: RuleSet, *forms: Form) -> str:
    """An alternation of all words of the given forms, longest first (never empty, so that it matches nothing if so)."""
    return alternatives(word for rule in rules.of(AssignmentRule) if rule.form in forms for word in rule.words)


class Name(Record):
    """One item of a list of units: clean offsets, and what its shape says of it."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, start: int, end: int, kind: NameKind) -> None:
        self.start = start
        self.end = end
        self.kind = kind


class UnitNames:
    """The patterns compiled from the rules of a set; see `unit_names`."""

    def __init__(self, rules: RuleSet) -> None:
        ending, tail = words_of(rules, "ending"), words_of(rules, "tail")
        office, level = words_of(rules, "office"), words_of(rules, "level")
        # 所有者权益处, 消费者协会: whoever does it is a noun. Where it is done (县水利局在乡镇) is no part of a name.
        barrier = rf"(?:{within_compounds(rules)}(?:{words_of(rules, 'barrier')})(?!者)|在(?![建线职校编岗外京]))"
        body = rf"(?:(?!{barrier}|{_JOINING}|{_AND_SO_ON}){_HAN})"
        inner = rf"(?:{body}|{_GROUP})"
        # A part of a unit may follow the name of the whole: 县政府办公室, 省委组织部, 人民银行湖州中心支行.
        part = rf"(?:(?!组织(?!部)|会|{_AND}|{_WITH_ANOTHER}){body}){{0,8}}?(?:{ending}|监管分局|分局|分公司)"
        levels = rf"(?:{level})(?:{_GROUP})?"
        several = rf"(?:各|有关|相关)*(?:{levels})+(?:级|两级|三级)?"
        self.bounded = lazy_plain_pattern(rf"{inner}{{0,30}}?(?:{ending}|{tail})(?:{_GROUP})?")
        self.opening = lazy_plain_pattern(
            rf"(?:(?:{levels}、)*{inner}{{0,20}}?(?:{ending})(?:{part})*(?![长员门])"
            rf"|(?:{several})(?:、{several})*(?:{office})(?!局)|(?:各|有关|相关)+(?:{levels})+|(?:{level})(?:{_GROUP})+"
            rf"|(?:{office})(?=[、和与及等]))"
        )
        self.place = lazy_pattern(rf"{_HAN}{{1,8}}(?:县|区|市|州|旗|镇|乡|街道|村|社区|开发区)")
        self.office = lazy_pattern(rf"(?:{_QUALIFIER}|{several})?(?:{office})")
        self.bare_office = lazy_pattern(office)
        self.level = lazy_pattern(several)
        self.level_chain = lazy_quick_pattern(rf"各?(?:{level})")
        self.generic = lazy_pattern(
            rf"(?:{_QUALIFIER}|{level}|本|该|全|行业|责任|{_COUNT})*(?:{words_of(rules, 'generic')})(?:{_GROUP})?"
            rf"|(?:本|该|我)?(?:{words_of(rules, 'bare')})|(?:部分|一些|若干|多家|几家|其他|其它).*"
        )
        self.person = lazy_pattern(rf"(?:{words_of(rules, 'person')})$")
        self.barrier = lazy_pattern(barrier)
        self.separator = lazy_pattern(
            rf"(?:{_GROUP}|{_HOW_TO_READ}|\([^()\n:]{{2,8}}:[^()\n]{{1,40}}\))(*SKIP)(*FAIL)|[、,]|"
            rf"(?=[以和与及 /])(?<=(?:{ending}|[局厅委办部科站所社]|单位))(?:{_AND}(?!其)|{_SLASH})"
        )
        self.joint = lazy_pattern(rf"、|以及|和|与|及(?!时)|(?=[ /])(?<=(?:{ending})){_SLASH}")
        self.and_so_on = lazy_plain_pattern(_AND_SO_ON)
        # The last place in an unbounded clause where a name can begin: behind what is being done (工作, 项目), or
        # behind 经 (试点方案经县水利局审核); of 财经委, 经开区 it is a part.
        self.open_left = lazy_pattern(
            rf".*(?:工作|任务|项目|资金|事项|经费|建设|管理|服务)(?=(?:{level}|各|国家){body}*+$)"
            rf"|(?:.*?[案法则件果后料书划])?经(?=(?:{level}|各|国家){body}|(?:{office})[局厅部委])"
        )
        named = ("ending", "tail", "office", "level", "generic", "bare")
        last = {word[-1] for rule in rules.of(AssignmentRule) if rule.form in named for word in rule.words}
        self.last = frozenset({*last, *")〉〕级、,和与及/ "})
        """What a list of units can end with, where nothing sums it up."""

    def kind(self, item: str) -> NameKind:
        """What an item is whose both ends are known."""
        return _kind(self, item)

    def is_bounded_name(self, item: str) -> bool:
        """Whether an item of a labelled list, whose ends are known, is a name with a barrier's word in it.

        市统筹城乡发展办, 县考核落实办: a place or level opens it, an office's ending closes it, and no unit stands
        in front of the word, who would do it (县财政局拨付专班).
        """
        found = self.barrier.search(item)
        if found is None or len(found[0]) == 1 or not _OFFICE_BEHIND.fullmatch(item, found.end()):
            return False
        return _OF_PLACE.match(item, 0, found.start()) is not None and self.kind(item[: found.start()]) in _NO_UNIT

    def may_end(self, text: str, start: int, end: int) -> bool:
        """Whether the last item of the list `text[start:end]` can be of a kind that is known."""
        return start < end and (text[end - 1] in self.last or _SUMS_UP.search(text, start, end) is not None)

    def items(self, text: str, start: int, end: int) -> list[Name]:
        """The items of the list `text[start:end]`; levels that belong to the name behind them are joined to it."""
        stop = self.and_so_on.search(text, start, end)
        names = self._cut(text, start, stop.start() if stop else end)
        closed = stop is not None or (bool(names) and names[-1].kind in ("unit", "generic"))
        if stop and stop.end() < end:
            # 省财政厅等省有关部门、国家开发银行: what 等 sums up is generic, what follows is listed again.
            rest = joint.end() if (joint := _GOES_ON.match(text, stop.end(), end)) else stop.end()
            names += [name for name in self._cut(text, rest, end) if name.kind != "unknown"]
        return [_settled(name, text, closed) for name in names]

    def _cut(self, text: str, start: int, end: int) -> list[Name]:
        names: list[Name] = []
        begin = start
        held: int | None = None
        cuts = [match.span() for match in self.separator.finditer(text, start, end)]
        for cut_start, cut_end in [*cuts, (end, end)]:
            if held is not None and text.startswith("各", begin):
                names.append(Name(held, held + len(text[held:begin].rstrip("、,")), "level"))
                held = None
            if begin < cut_start:
                cut_start = self._without_remark(text, begin, cut_start)
                if self.level_chain.fullmatch(text, begin, cut_start) and cut_start < end:
                    held = begin if held is None else held
                else:
                    names += self._joined(text, held, begin, cut_start)
                    held = None
            begin = cut_end
        return names

    def _without_remark(self, text: str, begin: int, end: int) -> int:
        """Where an item ends that carries a remark: 市能源局(列首位的牵头,下同)."""
        remark = _REMARK.search(text, begin, end)
        return remark.start() if remark else end

    def _joined(self, text: str, held: int | None, begin: int, end: int) -> list[Name]:
        kind = self.kind(text[begin:end])
        if held is None:
            return [Name(begin, end, kind)]
        if kind in ("level", "place") or self.level_chain.fullmatch(text, begin, end):
            return [Name(held, end, "level")]
        return _parted(Name(held, end, kind), text)

    def opening_at(self, text: str, start: int, limit: int) -> list[Name]:
        """The list of units that begins at `start` and ends where its own shape says so (由县财政局统一拨付)."""
        names: list[Name] = []
        position = start
        while match := self.opening.match(text, position, limit):
            names += _parted(Name(match.start(), match.end(), self.kind(match.group())), text)
            joint = self.joint.match(text, match.end(), limit)
            if joint is None:
                break
            position = joint.end()
        closed = bool(names) and (names[-1].kind == "unit" or text.startswith("等", names[-1].end))
        return [_settled(name, text, closed) for name in names]


@lru_cache(maxsize=4096)  # the same dozen units stand behind every task of a plan
def _kind(names: UnitNames, item: str) -> NameKind:
    if names.generic.fullmatch(item):
        return "generic"
    if names.office.fullmatch(item):
        return "office" if names.bare_office.fullmatch(item) else "unit"
    if names.level.fullmatch(item):
        return "level"
    if names.person.search(item):
        return "person"
    if names.bounded.fullmatch(item) and not _COUNTED.search(item):
        return "place" if names.place.fullmatch(item) else "unit"
    return "unknown"


def _parted(name: Name, text: str) -> list[Name]:
    """A unit with the levels in front of it, or these apart where they cannot share its name (各区、市财政局)."""
    higher = _HIGHER.fullmatch(text, name.start, name.end) if name.kind == "unit" and text[name.start] == "各" else None
    if higher is None:
        return [name]
    return [Name(name.start, higher.end(1), "level"), Name(higher.end(1) + 1, name.end, "unit")]


def _settled(name: Name, text: str, closed: bool) -> Name:
    """The name with its kind decided by the list around it.

    A level stands for its governments where it says which ones (各县, 县(区), 市、县): 县 alone names nobody. Short
    names of offices are units in a list that a unit, 部门 or 等 closes (财政、监察部门).
    """
    words = text[name.start : name.end]
    if name.kind == "office" and closed:
        return name.replaced(kind="unit")
    if name.kind == "level":
        named = words[0] == "各" or words[:2] in ("有关", "相关") or len(words) >= 3
        return name.replaced(kind="unit" if named else "unknown")
    return name


@cache
def unit_names(rules: RuleSet) -> UnitNames:
    """The patterns for names of units, compiled once per rule set."""
    return UnitNames(rules)


def named(text: str, rules: RuleSet) -> list[tuple[str, int, int]]:
    """Which rules of names read the items of a list: `(rule id, start, end)` for each rule whose words are in play."""
    names = unit_names(rules)
    found = []
    for rule in rules.of(AssignmentRule):
        if rule.form == "barrier":
            found += [(rule.id, m.start(), m.end()) for m in regex.finditer("|".join(rule.words), text)]
        for name in names.items(text, 0, len(text)):
            item = text[name.start : name.end]
            if rule.form in _KINDS_OF.get(name.kind, ()) and _in_play(rule, item):
                found.append((rule.id, name.start, name.end))
            for word in rule.words if rule.form == "compound" and name.kind == "unit" else ():
                at = text.find(word, name.start, name.end)
                found += [(rule.id, at, at + len(word))] if at >= 0 else []
    return found


_KINDS_OF: dict[str, tuple[Form, ...]] = {
    "unit": ("ending", "tail", "office", "level"),
    "place": ("tail",),
    "office": ("office",),
    "generic": ("generic", "bare"),
    "person": ("person",),
}


def _in_play(rule: AssignmentRule, item: str) -> bool:
    if rule.form == "level":
        return any(item.rstrip(")〉〕").endswith(word) for word in rule.words)
    return any(item.endswith(word) for word in rule.words)
