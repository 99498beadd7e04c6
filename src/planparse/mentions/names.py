"""Names of persons and units in a stretch that a label announces, parted where the source has blanks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from planparse.patterns import lazy_pattern, lazy_quick_pattern
from planparse.records import Record
from planparse.rules.families.contacts import ContactRule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planparse.cleaning.text import CleanText
    from planparse.mentions.model import ContactMention
    from planparse.rules import RuleSet

__all__ = ["find_persons", "find_units", "is_posted", "may_be_person", "name_grammar", "name_words"]

_PIECE = lazy_pattern(r"[^\s,;:/|、。!?()\[\]【】\d~–—―-]+")
_NAME = lazy_quick_pattern(r"[\p{Han}]{2,4}|[\p{Han}]{1,8}·[\p{Han}]{1,8}(?:·[\p{Han}]{1,8})?")
_HAN = lazy_quick_pattern(r"[\p{Han}]")
# What may stand alone behind a name of two characters: 李晓 男, 王芳 等.
_NO_GIVEN = frozenset("男女等收转和与及或同兼无")
_JOINT = lazy_pattern(r"[和与及]")
_LONGEST_SHORT_NAME = 4
# 万千瓦 191 1210 1019 is a row of figures with its unit, and 万 a family name.
_NO_NAME = lazy_quick_pattern(
    r".*(?:某地|电话|手机|座机|分机|传真|邮箱|微信|待定|暂无|空缺|同上|无|千瓦|千米|公顷|公里|月底|年底|月末|年末|底前|全年|年级|长期|平方|平方米|立方|立方米|万元|亿元|万吨|标煤)"
)
# What a unit's part in the work is called, in brackets behind it: 规划科(牵头科室).
_PART = lazy_pattern("牵头|主办|协办|主责|责任|配合|承办")
# The commonest family names, without which a stretch of Chinese characters beside a number is not taken for a person.
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐"
    "沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜"
    "吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封"
    "竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水云昌凤酆皮卡元平咸嵇尚危阴鬱胡支咎昝经裘缪干宣贲邓钮惠曲家羿储於汲邴松段富乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫仝禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公"
)


class _Grammar(Record):
    """How a name stands: in front of a post, behind one, behind its unit; and what a unit's name ends in.

    `post` finds what makes the first two.
    """

    __slots__ = ("compound", "glued", "named", "post", "titled", "unit")

    def __init__(
        self,
        post: re.Pattern[str],
        named: regex.Pattern[str],
        titled: re.Pattern[str],
        unit: re.Pattern[str],
        compound: frozenset[str],
        glued: regex.Pattern[str],
    ) -> None:
        self.post = post
        self.named = named
        self.titled = titled
        self.unit = unit
        self.compound = compound
        self.glued = glued


@cache
def name_grammar(rules: RuleSet) -> _Grammar:
    """The grammar of a set of rules, compiled once."""
    words = {part: [w for r in rules.of(ContactRule) if r.part == part for w in r.words] for part in ("post", "unit")}
    post = "|".join(f"(?:{word})" for word in words["post"]) or "(?!)"
    unit = "|".join(sorted(words["unit"], key=len, reverse=True)) or "(?!)"
    compound = frozenset(word for rule in rules.of(ContactRule) if rule.part == "surname" for word in rule.words)
    called = "老师|先生|女士|同志|工"
    return _Grammar(
        lazy_quick_pattern(f"{post}|{called}"),
        # 周一鸣副局长, 周一鸣同志兼任办公室主任; of 周局长, where the given name is left out, the post stays.
        lazy_pattern(
            rf"([\p{{Han}}·]{{2,4}}?)(?:{post})+(?:(?<=同志)[兼担]?任\p{{Han}}{{0,12}}?(?:{post}))?|(?P<called>\p{{Han}}(?:{post}|{called}))"
        ),
        lazy_quick_pattern(rf"(?:[\p{{Han}}]*?(?:{post})+)([\p{{Han}}·]{{2,4}})?"),
        lazy_quick_pattern(rf".*(?:{unit})$"),
        compound,
        lazy_pattern(rf"\p{{Han}}{{1,20}}(?:{unit})(?P<name>[{''.join(sorted(_SURNAMES))}]\p{{Han}}{{1,2}})"),
    )


def is_posted(words: str, rules: RuleSet) -> bool:
    """Whether words name a post: 县水利局局长 王小满."""
    return name_grammar(rules).post.search(words) is not None


def may_be_person(words: str) -> bool:
    """Whether words look like a person's name: two or three characters that begin with a family name."""
    return len(words) <= 3 and words[0] in _SURNAMES and _NAME.fullmatch(words) is not None


def pieces(text: CleanText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators and between the source's blanks, which cleaning has taken out."""
    for match in _PIECE.finditer(text.text, start, end):
        begin, stop = match.span()
        # Within a run of the alignment nothing was taken out.
        is_one_run = bisect_right(text.clean_starts, begin) == bisect_right(text.clean_starts, stop - 1)
        for offset in () if is_one_run else range(begin + 1, stop):
            between = text.source[text.source_start(offset - 1) + 1 : text.source_start(offset)]
            if between and any(char.isspace() for char in between):
                yield begin, offset
                begin = offset
        yield begin, stop


def find_persons(
    text: CleanText, start: int, end: int, rules: RuleSet, *, surnames: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Names between two offsets: start, end, and the name without blanks. Posts (副局长) are no part of them.

    `surnames` asks for a known family name, where no label vouches for it.
    """
    waiting: list[tuple[int, int]] = []  # single characters of a letter-spaced name: 田 勇
    compound = name_grammar(rules).compound
    found = [*pieces(text, start, end), (end, end)]
    done = start
    for index, (begin, stop) in enumerate(found):
        if begin < done:
            continue
        if not waiting and _is_torn(text, found[index : index + 3], compound):
            done = found[index + 1][1]
            yield begin, done, text.text[begin:stop] + text.text[done - 1]
            continue
        single = _HAN.fullmatch(text.text, begin, stop) is not None
        if name := _behind_surname(text, waiting, begin, stop, rules):
            yield name
            waiting = []
            continue
        if waiting and (not single or text.text[waiting[-1][1] : begin].strip()):
            yield from (name for name in _spaced(text, waiting, compound) if not surnames or name[2][0] in _SURNAMES)
            waiting = []
        if single:
            waiting.append((begin, stop))
            continue
        if text.text[begin:stop] in compound:
            waiting = [(begin, stop)]
            continue
        for first, last in _split(text, begin, stop, rules):
            words = text.text[first:last]
            if not surnames or words[0] in _SURNAMES or words[:2] in compound:
                yield first, last, words


def _is_torn(text: CleanText, parts: list[tuple[int, int]], compound: frozenset[str]) -> bool:
    """Whether a blank or a line end tore a name's last character off (李晓 明), and no second one behind it."""
    if len(parts) < 3 or parts[0][1] - parts[0][0] != 2 or parts[1][1] - parts[1][0] != 1:
        return False
    (begin, stop), (torn, torn_end), (after, after_end) = parts
    words = text.text[begin:torn_end]
    gap = text.source[text.source_end(stop) : text.source_start(torn)]
    if gap not in (" ", "\n") or words[-1] in _NO_GIVEN or words[0] not in _SURNAMES or words[:2] in compound:
        return False
    if not _HAN.fullmatch(words[-1]) or not _HAN.fullmatch(words[1]) or _NO_NAME.fullmatch(words):
        return False
    is_apart = after_end == after or text.text[torn_end:after].strip() != "" or "\t" in text.text[torn_end:after]
    # 李晓 王 芳 are two names; of 李晓 王 芳芳 the second begins with 王, of 李晓 明 王芳 with 王 as well.
    return is_apart or (after_end - after > 1 and (words[-1] not in _SURNAMES or text.text[after] in _SURNAMES))


def _behind_surname(
    text: CleanText, waiting: list[tuple[int, int]], begin: int, stop: int, rules: RuleSet
) -> tuple[int, int, str] | None:
    """A name whose family name alone stands apart, as justified lines print it: 张 一鸣."""
    if len(waiting) != 1 or stop - begin != 2 or text.text[waiting[0][1] : begin].strip():
        return None
    first, last = waiting[0]
    surname = text.text[first:last]
    is_given = list(_split(text, begin, stop, rules)) == [(begin, stop)]
    is_family = surname in _SURNAMES or surname in name_grammar(rules).compound
    return (first, stop, surname + text.text[begin:stop]) if is_given and is_family else None


def _spaced(text: CleanText, parts: list[tuple[int, int]], compound: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Names from single characters: two or three make one name, or four behind 欧阳; more make names of two."""
    is_compound = len(parts) == 4 and "".join(text.text[a:b] for a, b in parts[:2]) in compound
    step = len(parts) if len(parts) <= 3 or is_compound else 2
    for index in range(0, len(parts) - 1, step or 1):
        group = parts[index : index + step]
        yield group[0][0], group[-1][1], "".join(text.text[a:b] for a, b in group)


def _split(text: CleanText, begin: int, stop: int, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """The names in one stretch: 周一鸣副局长, 局长周一鸣, 周一鸣和郑成峰; nothing where it names a unit or a post."""
    grammar = name_grammar(rules)
    unit, compound = grammar.unit, grammar.compound
    words = text.text[begin:stop]
    has_post = grammar.post.search(words) is not None
    match: re.Match[str] | regex.Match[str] | None = grammar.named.fullmatch(words) if has_post else None
    if match and match["called"] and words[0] in _SURNAMES:
        yield begin, stop
    elif match and match[1] and not unit.fullmatch(match[1]):
        yield begin, begin + match.end(1)
    elif has_post and (match := grammar.titled.fullmatch(words)):
        if match[1]:
            yield begin + match.start(1), begin + match.end(1)
    elif len(words) >= 4 and (glued := grammar.glued.fullmatch(words)) and not unit.fullmatch(glued["name"]):
        yield begin + glued.start("name"), stop  # 省财政厅农业处杨春杰
    elif len(words) >= 5 and (joint := _JOINT.search(words, 2, len(words) - 2)):
        if len(words) - joint.end() > _LONGEST_SHORT_NAME and unit.fullmatch(words):
            return  # 林木和种苗管理处 is one office, not two names
        yield from _split(text, begin, begin + joint.start(), rules)
        yield from _split(text, begin + joint.end(), stop, rules)
    elif _NAME.fullmatch(words) and not unit.fullmatch(words) and not _NO_NAME.fullmatch(words):
        two = len(words) == 4 and words[:2] not in compound and words[0] in _SURNAMES and words[2] in _SURNAMES
        yield from [(begin, begin + 2), (begin + 2, stop)] if two else [(begin, stop)]


def find_units(
    text: CleanText, start: int, end: int, rules: RuleSet, *, endings: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Units between two offsets, parted at 、 and at a blank behind a word that such names end in (科 室 办公室).

    `endings` asks for such a word, where no label vouches for a unit; so does a bracket behind one, which else says
    what the unit does (规划科(牵头)).
    """
    titled, unit = name_grammar(rules).titled, name_grammar(rules).unit
    first: int | None = None
    # 规划科 科长 李强: the office ends at whoever heads it.
    found = [*takewhile(lambda piece: not titled.fullmatch(text.text, *piece), pieces(text, start, end))]
    for index, (begin, stop) in enumerate(found):
        first = begin if first is None else first
        behind = found[index + 1][0] if index + 1 < len(found) else None
        if behind == stop and not unit.fullmatch(text.text[first:stop]):
            continue
        words = text.text[first:stop].strip()
        is_note = index > 0 and text.text[first - 1] == "(" and (not unit.fullmatch(words) or _PART.match(words))
        if len(words) >= 2 and _HAN.search(words) and not is_note and (not endings or unit.fullmatch(words)):
            yield first, stop, words
        first = None


def name_words(text: CleanText, contact: ContactMention, rules: RuleSet) -> Iterator[tuple[str, int, int]]:
    """What the rules know in a contact: the posts in its line, its family name of two characters, its unit's ending."""
    line = text.text.rfind("\n", 0, contact.start) + 1
    stop = text.text.find("\n", contact.end)
    for rule in rules.of(ContactRule):
        either = "|".join(rule.words)
        if rule.part == "post" and contact.role in ("person_in_charge", "contact_person"):
            around = regex.finditer(either, text.text, pos=line, endpos=stop if stop >= 0 else len(text.text))
            yield from ((rule.id, match.start(), match.end()) for match in around)
            continue
        surname = rule.part == "surname" and contact.role != "unit_in_charge" and contact.value[:2] in rule.words
        unit = rule.part == "unit" and contact.role == "unit_in_charge" and contact.value.endswith(rule.words)
        if surname or unit:
            yield rule.id, contact.start, contact.end
