"""Which times of a plan can govern a task, and rows of times that are asked by offset."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from planparse.figures.verbs import verbs
from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planparse.mentions.clauses import Clauses
    from planparse.mentions.model import TimeMention
    from planparse.rules import RuleSet

__all__ = ["PLACE_HOLDERS", "TimeRow", "behind_origin", "can_govern", "is_of_object"]

# A time to which something is compared, from which it counts, or that names funds or data, governs no task.
# (占比2033年达到60%: a share is no comparison.)
_REFERENCE_BEFORE = lazy_quick_pattern(r"(?:(?<![占配])比|较|相比|根据|按照|依据|参照|以|同|与|对照|省定|国定|占)$")
_REFERENCE_AFTER = lazy_quick_pattern(
    r"^(?:[^,。;]{0,24}?(?:的?基础上|相比)|以来|(?:度|底|末)?(?:的?(?:项目资金|资金|基数|水平|现状|数据|同期|平均|存量|决算|评价结果))|为基"
    r"|(?:尚?无|未|没有|缺)[^,。;]{0,4}(?:数据|统计|记录))"
)
# 不低于当地上年度水平, 超过去年产量: the year before is a yardstick.
_YARDSTICK = lazy_plain_pattern(r"(?:[高低少多好优大小弱]于|超过|持平|达到)[一-龥]{0,4}[上去前]年度?\Z")
# 由2022年的68%提高到72%: the year of the old level.
_OLD_LEVEL = lazy_pattern(
    r"(?:底|末)?的?[^,;。\d]{0,8}\d[\d.]*[^,;。]{0,10}?"
    r"(?:提高|提升|增加|增长|上升|扩大|扩展|降低|下降|减少|压减|缩短|优化|调整|降|升|增)"
)
# Each begins or ends with one of these: to see that there is none takes a tenth of the time of the pattern. (`$` stands
# in front of a line's end, too.)
_REFERENCE_BEFORE_ENDS = frozenset("比较据照以同与定占\n")
_REFERENCE_AFTER_BEGINS = frozenset("以度底末的项资基水现数同平存决评为尚无未没缺")
# 改造2000年以前建成的小区: behind the work's verb, what the time tells is how its object came to be. A fact of the
# object only: 2033年新建的 says when the work itself is done.
_FACT = lazy_pattern(
    r"(?:[已未曾尚][^,;。、\d]{0,10}|[^,;。、\d]{0,8}?(?:发现|发生|查出|审计|督查|普查|登记|注册|遗留|拖欠|欠缴|出厂|毕业|退役))的"
    r"|[度底末]?(?:[^,;。、\d]{0,4}?(?:结转|遗留)|跨年)"
)
# What the work itself may come to: 完成2033年搬迁的200户, but 帮扶2033年搬迁的200户.
_FACT_OR_WORK = lazy_pattern(
    r"[^,;。、\d]{0,8}?(?:建成|修建|建造|建设|开工|竣工|完工|投用|使用|备案|批复|批准|立项|签约|签订|排查|摸排|排摸|检查|鉴定|"
    r"认定|评定|达标|违建|购置|购买|退出|搬迁|收储)(?:、[一-龥]{2,6}){0,2}的"
)
# 改造2000年底前建成的小区: from when the object of the work is, which belongs neither to its name nor to what is done.
_ORIGIN = lazy_plain_pattern(
    r"[^,。;、:\d\n]{0,4}?(?:建成|修建|建造|投用|竣工|交付|入住|注册登记|注册|登记|出厂)[^,。;、:\d\n]{0,6}?的"
)
# Words that open such an object and are no verb of the plan's (对2020年已达标的…进行), or none that opens a name.
_OF_OBJECT = ("对", "将", "把", "加固", "兑付", "兑现", "清欠", "偿还", "清偿", "结清", "消化", "盘活", "验收", "改建")
# 兑付2030年度奖补资金: what is paid out is owed from the year that it names.
_OWED = ("兑付", "兑现", "清欠", "偿还", "清偿", "结清")
# 核查300家企业2030年度排放报告: behind what is counted a past year tells which reports, accounts or tests are meant. Of
# an amount behind it (3个镇2030年收入5万元) it is the year.
_COUNTED = lazy_plain_pattern(r"\d[^,。;:\n]*[一-龥](?<![到至在于自从])$")
_OF_PAST = lazy_pattern(
    r"[度底末]?[^,。;:、\d\n]{0,16}?(?:报告|报表|年报|台账|数据|账目|收入|财务|决算|审计|考核|核查|检查|评价|绩效)"
    r"(?=[^,。;:\d\n]{0,40}(?:[,。;:\n]|$))"
)
_LONGEST_OBJECT = 60
# A time of which the text says no figure of the year (XX年) names none: it only keeps other years away.
PLACE_HOLDERS = frozenset("xX*×_○□■")
# Characters behind a time that can make it a reference.
_LONGEST_REFERENCE = 32


class TimeRow:
    """Times in order of their offsets."""

    def __init__(self, times: Iterable[TimeMention]) -> None:
        self.times = tuple(times)
        self._starts = [time.start for time in self.times]

    def between(self, start: int, end: int) -> Sequence[TimeMention]:
        """The times that begin in `[start, end)`, in order."""
        starts = self._starts
        if not starts or starts[-1] < start:
            return ()
        first = bisect_left(starts, start)
        if starts[first] >= end:
            return ()
        return self.times[first : bisect_left(starts, end, first)]


def can_govern(time: TimeMention, words: str, marks: Clauses) -> bool:
    """Whether a time can govern a task: a known end, or one that the text hides, and no year that something is only
    compared to or named after."""
    if time.kind not in ("date", "period", "deadline") or time.impossible:
        return False
    start, end = time.start, time.end
    if time.last is None and not time.hidden and words[end - 1] != "起" and words[end - 3] != "或":
        return False  # but 2033年起, 2033年或之后
    behind = words[end : end + _LONGEST_REFERENCE]
    may_refer = behind[:1] in _REFERENCE_AFTER_BEGINS or "基础上" in behind or "相比" in behind
    if may_refer and _REFERENCE_AFTER.match(behind[: max(0, marks.clause(start)[1] - end)]):
        return False
    in_front = words[start - 1] if start else ""
    if words[start + 1 : start + 2] == "年" and _YARDSTICK.search(words[max(0, start - 12) : end]):
        return False
    if in_front in ("由", "从"):
        return not _OLD_LEVEL.match(behind[: max(0, marks.clause(start)[1] - end)])
    if in_front not in _REFERENCE_BEFORE_ENDS:
        return True
    return not _REFERENCE_BEFORE.search(words[max(0, start - 3) : start])


def behind_origin(time: TimeMention, words: str, begin: str | None) -> int:
    """Where the words end that tell with a time before `begin`, the plan's first day, from when an object is, or 0."""
    if begin is None or time.last is None or time.last >= begin or "的" not in words[time.end : time.end + 16]:
        return 0
    found = _ORIGIN.match(words, time.end)
    return found.end() if found else 0


def is_of_object(time: TimeMention, words: str, rules: RuleSet, begin: str | None) -> bool:
    """Whether a time says from when the object of the plan's work is (续建2030年开工的学校), not when the work is done.

    A day by which something has to be there (2033年底前建成的) is the work's own, unless it is before `begin`, the
    plan's first day (2000年底前建成的).
    """
    start, end = time.start, time.end
    is_past = begin is not None and time.last is not None and time.last < begin
    if is_past and _COUNTED.search(words[max(0, start - _LONGEST_OBJECT) : start]) and _OF_PAST.match(words, end):
        return True
    behind = words[end : end + _LONGEST_REFERENCE // 2]
    if "的" not in behind and "结转" not in behind and "遗留" not in behind and "度" not in words[end - 1 : end + 1]:
        return False
    if words[end - 2 : end] == "底前" and not is_past:
        return False
    front = words[max(0, start - 4) : start]
    if front.endswith(_OWED) and "度" in words[end - 1 : end + 1]:
        return True
    table = verbs(rules)
    verb = table.done.ending(front)
    if not (verb or front.endswith(_OF_OBJECT)):
        return False
    if _FACT.match(words, end):
        return True
    is_work = verb in table.rule_of.get("light", ()) and words[end - 1] != "前" and not is_past
    return not is_work and _FACT_OR_WORK.match(words, end) is not None
