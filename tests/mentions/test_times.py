"""Times of all five kinds, and the year that governs those which name none."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster

from planparse.cleaning.text import CleanText
from planparse.mentions.time_context import GoverningYears
from planparse.mentions.time_grammar import _filled
from planparse.mentions.times import find_times, readings
from planparse.outline.model import Outline, PlanOutline, SectionOutline
from planparse.rulebook import check_examples
from planparse.rules import RuleSet, load_rules
from planparse.rules.families.times import TimeRule

if TYPE_CHECKING:
    from planparse.mentions.model import TimeMention


YEAR_2031 = ("period", "2031-01-01", "2031-12-31")


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    loaded = load_rules()
    return RuleSet({"times": loaded.of(TimeRule)}, loaded.fingerprint)


def times(text: str, rules: RuleSet, plan: PlanOutline | None = None, issued: str | None = None) -> list[TimeMention]:
    clean = CleanText(text, text, (0,), (0,), (len(text),))
    plan = plan or PlanOutline(0, len(text), None, None, None)
    return find_times(clean, GoverningYears(clean.text, Outline((plan,), date=issued)), rules)


def said(text: str, rules: RuleSet) -> list[tuple[str, ...]]:
    return [
        (text[t.start : t.end], t.kind, *filter(None, (t.first, t.last, t.alt_end, t.duration, t.every)))
        for t in times(text, rules)
    ]


def test_every_rule_does_what_its_examples_say(rules: RuleSet) -> None:
    run, failures = check_examples(rules, {"times": readings})
    assert run > 200
    assert failures == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the preposition stays out, what follows belongs to the span
        ("力争到2031年底,建成", [("2031年底", "deadline", "2031-12-31")]),
        # a feast by which something is due: the day where the year is known, unless it moves
        ("2031年国庆节前建成", [("2031年国庆节前", "deadline", "2031-10-01")]),
        (
            "2031年启动,“七一”前建成",
            [("2031年", "period", "2031-01-01", "2031-12-31"), ("“七一”前", "deadline", "2031-07-01")],
        ),
        ("每年“八一”前慰问", [("每年“八一”前", "recurring", "--08-01", "--08-01", "year")]),
        ("春节前慰问", [("春节前", "deadline")]),
        ("扩大到2028年以来建成的小区", [("2028年以来", "period", "2028-01-01")]),
        ("自2028年以来,", [("2028年以来", "period", "2028-01-01")]),
        (
            "由2030年的5%提高到2035年的7%",
            [("2030年", "period", "2030-01-01", "2030-12-31"), ("2035年", "deadline", "2035-12-31")],
        ),
        ("达到2030年水平", [("2030年", "period", "2030-01-01", "2030-12-31")]),
        ("于2031年8月31日前将总结报送", [("2031年8月31日前", "deadline", "2031-08-31")]),
        ("2031年12月底前", [("2031年12月底前", "deadline", "2031-12-31")]),
        ("2031年年内", [("2031年年内", "deadline", "2031-12-31")]),
        ("2031年末", [("2031年末", "deadline", "2031-12-31")]),
        # ranges
        ("2031年1月—2033年12月", [("2031年1月—2033年12月", "period", "2031-01-01", "2033-12-31")]),
        ("2031、至2033年", [("2031、至2033年", "period", "2031-01-01", "2033-12-31")]),
        ("2031~2033年底", [("2031~2033年底", "period", "2031-01-01", "2033-12-31")]),
        ("11月至2031年3月", [("11月至2031年3月", "period", "2030-11-01", "2031-03-31")]),
        ("2031.3-2031.12", [("2031.3-2031.12", "period", "2031-03-01", "2031-12-31")]),
        ("2031年第二、三季度", [("2031年第二、三季度", "period", "2031-04-01", "2031-09-30")]),
        # the far year by its last two figures
        ("2031-32年", [("2031-32年", "period", "2031-01-01", "2032-12-31")]),
        ("2098/01年度", [("2098/01年度", "period", "2098-01-01", "2101-12-31")]),
        ("2031-32至2041-42年度", [("2031-32至2041-42年度", "period", "2031-01-01", "2042-12-31")]),
        ("2031-20年", []),
        ("2031/32学年", [("2031/32学年", "period", "2031-09-01", "2032-08-31")]),
        # a year or before it
        ("2031年或之前建成", [("2031年或之前", "deadline", "2031-12-31")]),
        ("2031年6月30日或以前建成", [("2031年6月30日或以前", "deadline", "2031-06-30")]),
        ("2031年或之后建成", [("2031年或之后", "period", "2031-01-01")]),
        # one limit of several months
        ("2031年6、9、12月3日前", [("2031年6、9、12月3日前", "deadline", "2031-12-03")]),
        ("2031年报送,6、9、12月底前", [("2031年", *YEAR_2031), ("6、9、12月底前", "deadline", "2031-12-31")]),
        ("2031年排查;2、3月底前", [("2031年", *YEAR_2031), ("3月底前", "deadline", "2031-03-31")]),
        # the term of a work is one, the measured years of schooling are none
        ("建设年限:2年", [("2年", "duration", "P2Y")]),
        ("受教育年限达到12年", []),
        ("上一个五年", [("五年", "duration", "P5Y")]),
        # lists of years share the last 年
        (
            "2030、2031年",
            [("2030", "period", "2030-01-01", "2030-12-31"), ("2031年", "period", "2031-01-01", "2031-12-31")],
        ),
        # the lead of the first is that of all
        (
            "到2030年、2035年和2040年",
            [
                ("2030年", "deadline", "2030-12-31"),
                ("2035年", "deadline", "2035-12-31"),
                ("2040年", "deadline", "2040-12-31"),
            ],
        ),
        # ways of writing a year
        ("二0三一年三月", [("二0三一年三月", "period", "2031-03-01", "2031-03-31")]),
        ("二O三〇年底", [("二O三〇年底", "deadline", "2030-12-31")]),
        # mismatched quotation marks
        ('“十四五"期间', [('“十四五"期间', "period", "2021-01-01", "2025-12-31")]),
        ("第十五个五年规划期间", [("第十五个五年规划期间", "period", "2026-01-01", "2030-12-31")]),
        # rhythms and durations
        ("每村每年3万元", [("每年", "recurring", "year")]),
        ("每3年轮训一遍", [("每3年", "recurring", "P3Y")]),
        ("每年3月、9月各一次", [("每年3月、9月", "recurring", "--03", "--03", "year")]),
        ("15个工作日内反馈", [("15个工作日内", "duration", "P15D")]),
        ("两年半时间", [("两年半时间", "duration", "P2Y6M")]),
        ("3-5年", [("3-5年", "duration")]),
        # months and days that share their unit are one expression
        ("于2032年5、6、12月份召开", [("2032年5、6、12月份", "period", "2032-05-01", "2032-12-31")]),
        (
            "2032年,4月5、6日开展",
            [("2032年", "period", "2032-01-01", "2032-12-31"), ("4月5、6日", "period", "2032-04-05", "2032-04-06")],
        ),
        (
            "2032年\n1、3月底前完成",
            [("2032年", "period", "2032-01-01", "2032-12-31"), ("3月底前", "deadline", "2032-03-31")],
        ),
        # a hidden year leaves the dates open
        (
            "2032年,20XX年6月底前,202X年底前建成",
            [
                ("2032年", "period", "2032-01-01", "2032-12-31"),
                ("20XX年6月底前", "deadline"),
                ("202X年底前", "deadline"),
            ],
        ),
    ],
)
def test_spans_and_values(text: str, expected: list[tuple[str, ...]], rules: RuleSet) -> None:
    assert said(text, rules) == expected


@pytest.mark.parametrize(
    "text",
    [
        "青政发〔2031〕5号",
        "《2031年重点工作》",
        "《关于印发<2031年三年行动>的《通知》》",
        "健全年度考核,文明年代,青年内部,过去年均",
        "八一水库前池,八一前进农场,国庆前夕,春节前后,清明前采茶",
        "小学三年级,2031年版目录,2031年第4号公告",
        "统一年度,第三年,几十年,六十岁,60周岁",
        "联系电话0531-2031203,编号2031",
        "工龄××年,用XX年时间",
        "月均,年均,月薪,3月龄",
        "31年底,九年义务教育",
        "优良天数达到300天",
        "攻坚之年、关键一年,极不平凡的一年。新的一年里再接再厉",
    ],
)
def test_what_is_no_time(text: str, rules: RuleSet) -> None:
    assert said(text, rules) == []


@pytest.mark.parametrize("text", ["2031年2月30日", "2031年3月22月", "2031年13月5日", "2031年6月-3月"])
def test_impossible_dates_have_no_value_and_say_so(text: str, rules: RuleSet) -> None:
    (time,) = times(text, rules)
    assert (time.first, time.last, time.impossible) == (None, None, True)


class TestYearsOfTheRepublic:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "自民国120年8月1日至121年7月31日",
                [("民国120年8月1日至121年7月31日", "period", "2031-08-01", "2032-07-31")],
            ),
            ("民国120年至122年", [("民国120年至122年", "period", "2031-01-01", "2033-12-31")]),
            ("民国120年,到121年建成", [("民国120年", "period"), ("121年", "deadline")]),
            # in traditional writing a date tells; so many years are none even there
            ("臺東鄉120年度", [("120年度", "period", "2031-01-01", "2031-12-31")]),
            ("臺東鄉120年度完成,已有110年历史", [("120年度", "period")]),
            ("臺東鄉\n120年\n目標值", [("120年", "period", "2031-01-01", "2031-12-31")]),
            ("臺東鄉橋齡120年", [("120年", "duration", "P120Y")]),
            # elsewhere, and where the year named is of long ago, 120年 is how long something takes
            ("用120年", [("120年", "duration", "P120Y")]),
            ("民国25年始建,用120年", [("民国25年", "period"), ("120年", "duration")]),
        ],
    )
    def test_the_republic_is_named_once_or_the_writing_tells(
        self, text: str, expected: list[tuple[str, ...]], rules: RuleSet
    ) -> None:
        assert [one[: len(wanted)] for one, wanted in zip(said(text, rules), expected, strict=True)] == expected


class TestGoverningYear:
    def last(
        self, text: str, rules: RuleSet, plan: PlanOutline | None = None, issued: str | None = None
    ) -> TimeMention:
        return times(text, rules, plan, issued)[-1]

    @pytest.mark.parametrize(
        "text",
        [
            "2031年,完成5处,年底前验收",
            "在2030年完成任务的基础上,2031年,年底前验收",
            "2031年6月底前完成设计,年底前验收",
            "到2035年建成。2031年3月开工,年底前验收",
            "2031年,根据2029年数据改造,年底前验收",
        ],
    )
    def test_the_last_year_that_opens_a_clause_governs(self, text: str, rules: RuleSet) -> None:
        time = self.last(text, rules)
        assert (time.last, time.year_given) == ("2031-12-31", False)

    def test_it_ends_with_the_paragraph(self, rules: RuleSet) -> None:
        assert self.last("2031年,完成5处。\n2032年,改造5处。\n年底前验收", rules).last is None

    @pytest.mark.parametrize(
        "stamp", ["2031-02-24 来源:县政府办", "2031-02-24 17:46 浏览次数:3", "发布时间:2031年2月24日", "2031-02-24"]
    )
    def test_the_date_of_a_page_in_the_midst_of_its_words(self, stamp: str, rules: RuleSet) -> None:
        last = self.last(f"首页政务公开{'规划计划' * 20} {stamp}\n年底前验收", rules).last
        assert last == (None if stamp.endswith("24") else "2031-12-31")

    @pytest.mark.parametrize(
        "words",
        [
            "2031年全县改造12所。4月底前开工8所。",
            "为做好2031年敬老院改造,制定本方案。",
            "为进一步推进2031年清渠工作,根据2029年会议精神,特制定本方案。",
            "现将2031年防汛工作安排如下:",
            "经研究,提出2031年工作计划:到2035年建成水库3座;",
            "类别 | 2031年度任务目标 | 进展",
            "为做好2031年防汛,制定本方案。\n2030年,全县新建8座。",
        ],
    )
    def test_the_opening_words_of_a_plan(self, words: str, rules: RuleSet) -> None:
        assert self.last(f"{words}\n1.年底前验收", rules).last == "2031-12-31"

    @pytest.mark.parametrize(
        "words",
        [
            "2031年、2032年分别改造3所。",
            "2031年改造3所。\n2032年,改造5所。",
            "2029年,建成了水库3座。",
            "2029年以来,改造3所。",
            "2029年,省政府印发实施意见。",
            "到2035年,建成水库3座。",
            "根据2029年省委一号文件精神,制定本方案。",
            "为巩固2029年创建成果,制定本方案。",
            "为落实2029年全省会议要求,制定本方案。",
            "为做好2031—2033年清渠工作,制定本方案。",
        ],
    )
    def test_opening_words_that_name_no_year_of_the_plan(self, words: str, rules: RuleSet) -> None:
        assert self.last(f"{words}\n1.年底前验收", rules).last is None

    def test_the_first_words_of_a_section_govern_it_and_no_other(self, rules: RuleSet) -> None:
        text = "一、步骤\n2031年,分两步走。\n年底前验收\n二、保障\n年底前考核"
        middle = text.index("二、")
        sections = (
            SectionOutline(0, middle, 0, 4, "步骤", 1, ("schedule",)),
            SectionOutline(middle, len(text), middle, middle + 4, "保障", 1, ("safeguards",)),
        )
        plan = PlanOutline(0, len(text), None, None, None, sections)
        assert [time.last for time in times(text, rules, plan)[1:]] == ["2031-12-31", None]

    def test_a_section_that_tells_what_is_speaks_of_the_year_up_to_which_it_tells(self, rules: RuleSet) -> None:
        text = "一、现状\n截至2030年底,有水库3座。全年投入3万元,比上年增长3%。上半年完工。\n全年灌溉3次。年底前验收"

        def values(kind: str) -> list[str | None]:
            sections = (SectionOutline(0, len(text), 0, 4, "现状", 1, (kind,)),)
            plan = PlanOutline(0, len(text), None, "2031年方案", None, sections, year=2031)
            return [time.last for time in times(text, rules, plan)[1:]]

        assert values("status") == ["2030-12-31", "2029-12-31", "2031-06-30", "2030-12-31", "2031-12-31"]
        assert values("goal") == ["2031-12-31", "2030-12-31", "2031-06-30", "2031-12-31", "2031-12-31"]

    def test_the_heading_governs_its_section_and_no_other(self, rules: RuleSet) -> None:
        text = "一、2031年任务\n年底前验收\n二、保障\n年底前考核"
        first, second = text.index("年底"), text.rindex("年底")
        middle = text.index("二、")
        sections = (
            SectionOutline(0, middle, 0, 9, "2031年任务", 1, ("goal",)),
            SectionOutline(middle, len(text), middle, middle + 4, "保障", 1, ("safeguards",)),
        )
        plan = PlanOutline(0, len(text), None, None, None, sections)
        by_start = {time.start: time.last for time in times(text, rules, plan)}
        assert (by_start[first], by_start[second]) == ("2031-12-31", None)

    def test_a_stage_hands_its_year_to_the_next(self, rules: RuleSet) -> None:
        text = "三、步骤\n1.准备(2031年3月)\n2.实施(4月-10月)"
        plan = PlanOutline(
            0, len(text), None, None, None, (SectionOutline(0, len(text), 0, 4, "步骤", 1, ("schedule",)),)
        )
        time = self.last(text, rules, plan)
        assert (time.first, time.last) == ("2031-04-01", "2031-10-31")

    def test_the_time_of_the_whole_gives_its_year_to_the_rest(self, rules: RuleSet) -> None:
        def last(first_section: str) -> str | None:
            text = f"{first_section}\n二、安排\n4月10日前报名"
            middle = text.index("二、")
            sections = (
                SectionOutline(0, middle, 0, 4, "一", 1, ("other",)),
                SectionOutline(middle, len(text), middle, middle + 4, "安排", 1, ("other",)),
            )
            return self.last(text, rules, PlanOutline(0, len(text), None, None, None, sections)).last

        assert last("一、活动\n活动时间:2031年5月15日至19日") == "2031-04-10"
        assert last("一、活动\n定于2031年5月举行") == "2031-04-10"
        assert last("一、活动\n2029年5月15日成立") is None

    def test_the_year_of_the_title(self, rules: RuleSet) -> None:
        plan = PlanOutline(0, 99, None, "2031年行动计划", "2030-12-20", year=2031)
        assert self.last("全年新建5处", rules, plan).first == "2031-01-01"
        assert self.last("今年新建5处", rules, plan).first == "2031-01-01"

    def test_the_date_of_the_document(self, rules: RuleSet) -> None:
        assert self.last("6月底前印发", rules, issued="2031-02-01").last == "2031-06-30"
        assert self.last("去年建成", rules, issued="2031-02-01").last == "2030-12-31"

    def test_the_month_of_the_signature(self, rules: RuleSet) -> None:
        plan = PlanOutline(0, 99, None, None, None, month="2031-07")
        assert self.last("7月15日前摸底", rules, plan).last == "2031-07-15"
        assert self.last("10—11月检查", rules, plan).first == "2031-10-01"
        assert self.last("6月底前摸底", rules, plan).last is None

    def test_a_year_gone_by_governs_what_was_and_not_what_is_due(self, rules: RuleSet) -> None:
        plan = PlanOutline(0, 99, None, "2031年行动计划", None, year=2031)
        assert self.last("2030年,建成5处。3月底前再建2处", rules, plan).last == "2031-03-31"
        assert self.last("2030年,建成5处,上半年建成2处", rules, plan).last == "2030-06-30"

    @pytest.mark.parametrize(
        ("text", "last"),
        [
            ("东桥工程2032年6月底前开工,年底前建成", "2032-12-31"),
            ("东桥工程2032年3月开工,8月底前完工", "2032-08-31"),
            ("2030年6月底前开工,9月底前完工", "2030-09-30"),
            # what was, what is meant by it, what is only referred to, and what another sentence is about
            ("东桥工程2030年3月开工,8月底前完工", "2031-08-31"),
            ("2030年6月底前已建成5处,9月底前再建3处", "2031-09-30"),
            ("东桥工程已于2030年6月底前开工,9月底前完工", "2031-09-30"),
            ("对2030年6月底前报名的人员,9月底前培训", "2031-09-30"),
            ("根据2032年3月完成的设计,8月底前完工", "2031-08-31"),
            ("东桥工程2032年3月开工;8月底前建成西桥", "2031-08-31"),
            ("东桥工程2032年3月开工,全年完成投资3亿元", "2031-12-31"),
            ("东桥工程2032年3月开工,每年巡查,8月底前修缮", None),
        ],
    )
    def test_the_year_of_a_works_course_governs_its_sentence(self, text: str, last: str | None, rules: RuleSet) -> None:
        plan = PlanOutline(0, 99, None, "2031年行动计划", None, year=2031)
        assert self.last(text, rules, plan).last == last

    def test_what_would_be_due_before_the_document_is_due_in_a_year_unknown(self, rules: RuleSet) -> None:
        assert self.last("3月底前印发", rules, issued="2031-11-01").last is None
        assert self.last("截至9月底,已建成", rules, issued="2031-11-01").last == "2031-09-30"

    def test_a_plan_of_several_years_has_no_single_end_of_year(self, rules: RuleSet) -> None:
        plan = PlanOutline(0, 99, None, "三年行动计划", "2031-01-01", period=(2031, 2033))
        assert self.last("全年新建5处", rules, plan).last is None

    def test_every_year_is_no_single_year(self, rules: RuleSet) -> None:
        assert self.last("每年的安排是:第一季度摸底", rules, issued="2031-02-01").last is None
        assert self.last("每年4月上报上一年度总结", rules, issued="2031-02-01").last is None
        assert self.last("2031年建5处。每年第一季度摸底,第三季度验收", rules).last is None
        assert self.last("每年建5处。第三季度验收", rules, issued="2031-02-01").last == "2031-09-30"

    def test_a_run_of_deadlines_goes_on_in_its_year(self, rules: RuleSet) -> None:
        run = "2031年2月底前摸底。\n{}月底前批复。\n5月上旬开工"
        assert self.last(run.format(4), rules).last == "2031-05-10"
        assert self.last("2031年6月底前摸底。\n5月上旬开工", rules).last is None
        assert self.last(f"2031年2月底前摸底。\n{'统筹推进' * 80}。\n5月上旬开工", rules).last is None
        assert self.last("2031年2月底前摸底。\n每年报送一次,3月底前报送", rules).last is None

    def test_without_any_year_there_is_none(self, rules: RuleSet) -> None:
        time = self.last("年底前验收", rules)
        assert (time.kind, time.last, time.impossible) == ("deadline", None, False)


ALPHABET = (
    "0123456789.-/~年月日号季度上下半旬底末前内起至到每一二三四五十两个天小时周“”《》〔〕,。;:\n全今去明本〇O间期初X*"
)


@settings(max_examples=250, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=40))
def test_whatever_is_found_holds(text: str) -> None:
    found = times(text, load_rules())
    assert all(a.end <= b.start for a, b in pairwise(found))
    for time in found:
        assert 0 <= time.start < time.end <= len(text)
        if time.kind in ("date", "period", "deadline"):
            ends = [date.fromisoformat(value) for value in (time.first, time.last) if value]
            assert ends == sorted(ends)


@pytest.mark.parametrize(
    "unit",
    [
        "年",
        "1",
        "一",
        "2031",
        "2031年",
        "2031年3月22日",
        "十四五",
        "每",
        "每年3月、",
        "《",
        "2031、",
        "3月-",
        "底",
        "2031-03-",
    ],
)
def test_finding_is_linear(unit: str, rules: RuleSet) -> None:
    assert grows_no_faster(lambda length: times((unit * length)[:length], rules), 4_000, 16_000, 7)


@pytest.mark.parametrize(
    "rule", [rule for rule in load_rules().of(TimeRule) if rule.patterns], ids=lambda rule: rule.id
)
def test_every_pattern_of_a_rule_is_borne_out_by_an_example(rule: TimeRule) -> None:
    """A pattern that nothing shows may be one that the scanner never tries."""
    for pattern, written in zip(rule.patterns, map(_filled, rule.patterns), strict=True):
        behind = f"(?<={rule.after})" if rule.after else ""
        tried = regex.compile(f"{behind}(?:{written})")
        shown = any(
            found.start() == start or rule.form == "bound"
            for example in rule.examples
            for start, end in example.marks
            for found in tried.finditer(example.plain, overlapped=True)
            if start <= found.start() and found.end() <= end
        )
        assert shown, pattern


def test_a_rule_of_the_users_own_is_used(rules: RuleSet) -> None:
    rule = TimeRule(id="time/flood-season", form="rhythm", every="year", patterns=["汛期"])
    both = RuleSet({"times": (*rules.families["times"], rule)}, "with the flood season")
    assert [time.rule for time in times("汛期每周巡查", both)] == ["time/flood-season", "time/every-week"]
