"""Dues: which time governs a target, and which does not. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"

# lines → (quantity, due's end) of each target
DUES = [
    # a year whose figures are hidden is no other year
    (
        "2032年新建公路20公里,20XX年新建公路30公里,____年新建桥5座。",
        [("20公里", "2032-12-31"), ("30公里", None), ("5座", None)],
    ),
    ("2032年底前建桥3座;20**年6月30日前建桥4座。", [("3座", "2032-12-31"), ("4座", None)]),
    # how often those do it who are counted is no rhythm of the count
    ("到2033年,每周锻炼4次以上的人数达8万人。", [("8万人", "2033-12-31")]),
    ("××年,全县建桥3座。修渠4条。", [("3座", None), ("4条", None)]),
    # a bracket that says who answers for the task may say by when; the time of a measure is that of no other one
    (
        "1.减证30项。(责任单位:县司法局、县林业局,6月底前完成)\n2.建亭5座。(责任单位:县司法局)\n3.修渠6条。(县水利局,9月底完成)",
        [("30项", "2031-06-30"), ("5座", "2031-12-31"), ("6条", "2031-09-30")],
    ),
    (
        "减证30项。(责任单位:县司法局)\n建亭5座。(责任单位:县林业局,6月底前完成)",
        [("30项", "2031-12-31"), ("5座", "2031-06-30")],
    ),
    ("新建厕所12座(县林业局改造5座)。6月底完成绿化。", [("12座", "2031-12-31"), ("5座", "2031-12-31")]),
    ("事故起数下降6%,死亡率2033年低于全省平均。", [("6%", "2031-12-31")]),
    ("新建泵站3座,主体工程6月底前完工。", [("3座", "2031-06-30")]),
    # behind the end of a year the first months are those of the next, unless the plan is of that year
    ("2030年12月28日前上报名单,1月9日前慰问60户。", [("60户", "2031-01-09")]),
    ("2031年12月28日前上报名单,1月9日前慰问60户。", [("60户", "2031-01-09")]),
    # the end of a year reaches over the semicolon, whatever stands in front of it
    (
        "通过就业帮扶措施,确保到2032年末,减少贫困户50户;新建水厂5座。",
        [("50户", "2032-12-31"), ("5座", "2032-12-31")],
    ),
    # the day of an order is not that of what it orders; a line that says when leads in what is below
    (
        "2031年5月,县委印发了实施意见,明确以下任务:\n1、新建公路20公里。\n2、修渠3条。",
        [("20公里", "2031-12-31"), ("3条", "2031-12-31")],
    ),
    ("2032年,县召开推进会,作出部署:\n1、新建公路20公里。", [("20公里", "2031-12-31")]),
    (
        "到2032年12月,实现以下目标:\n1、新建公路20公里。\n2、修渠3条。",
        [("20公里", "2032-12-31"), ("3条", "2032-12-31")],
    ),
    # nor does a line above a heading lead in the items below it
    (
        "(一)全县情况\n2032年5月启动以下工作:\n二、工作措施\n一、新建公路20公里。\n二、新建桥3座。",
        [("20公里", "2031-12-31"), ("3座", "2031-12-31")],
    ),
    # a work begun in a year is done in it
    ("东桥工程2032年3月开工,8月底前完工,新建桥2座。", [("2座", "2032-08-31")]),
    # before a season that no calendar bounds: not when the rest is done
    ("雨季前完成造林60%,10月底前全部完成。", [("60%", "2031-12-31")]),
    ("春节前,发放补助50%,3月底前全部发放。", [("50%", "2031-12-31")]),
    ("2032年汛前完成60%,10月底前完成。", [("60%", "2032-12-31")]),
    ("检查产前门诊6家,10月底前完成。", [("6家", "2031-10-31")]),
    # steps of the work, and what is done in a month of its own
    ("新建冷库3座,3月选址、4月开工,9月底前建成。", [("3座", "2031-09-30")]),
    ("改厕800座,一季度摸底、二季度招标,10月底前全面完成。", [("800座", "2031-10-31")]),
    ("改厕800座,3月摸底、5月招标,10月底前完工率达100%。", [("800座", "2031-10-31"), ("100%", "2031-10-31")]),
    ("新建公路20公里,3月底前完成设计,10月底前建成通车。", [("20公里", "2031-10-31")]),
    ("改造危房50户,3月底前发放补助,6月底前完成验收。", [("50户", "2031-03-31")]),
    ("种植油菜5000亩,9月播种,10月完成化肥储备。", [("5000亩", "2031-09-30")]),
    ("排查隐患90处,3月底前完成排查,6月底前全部完成。", [("90处", "2031-03-31")]),
    ("一季度摸底1200户,9月底前完成改造。", [("1200户", "2031-03-31")]),
    # the title of a stage stands in front of its brackets; a quantity's brackets are its own
    ("第一阶段:宣传发动(3月10日—3月31日)。印发资料2万份。建桥3座。", [("2万份", "2031-03-31"), ("3座", "2031-03-31")]),
    ("(二)第二阶段:全面实施(4月—9月)。\n改造危房300户。", [("300户", "2031-09-30")]),
    ("第一阶段:印发资料2万份(4月)。培训骨干30人。", [("2万份", "2031-04-30"), ("30人", "2031-12-31")]),
    # a year or before it, a year or behind it
    ("2033年或之前建成泵站3座,2034年或之后建成泵站5座。", [("3座", "2033-12-31"), ("5座", None)]),
    # a time of which there is no record dates nothing
    ("覆盖率达到80%(“十四五”无数据)。", [("80%", "2031-12-31")]),
    # a time in brackets dates what follows them, unless a quantity stands in front
    ("北片(2032年)5个村,南片(2033年)修渠7条。", [("5个", "2032-12-31"), ("7条", "2033-12-31")]),
    ("修渠5条(2032年)、修桥7座。", [("5条", "2032-12-31"), ("7座", "2031-12-31")]),
    (
        "近期(2032—2033年)建桥5座,修渠3条;远期(2034—2036年),建桥9座。",
        [("5座", "2033-12-31"), ("3条", "2033-12-31"), ("9座", "2036-12-31")],
    ),
    ("第一批(2032年)8户,第二批(2033年)9户。", [("8户", "2032-12-31"), ("9户", "2033-12-31")]),
    # phases that a sentence lists have a number each of a row behind them, and govern nothing else there
    ("2032年为启动年,2033年为攻坚年,2034年为巩固年。共改造小区90个。", [("90个", None)]),
    ("第一阶段(2032年)延伸管网,第二阶段(2033年)更新管网。共建设公路20公里。", [("20公里", None)]),
    ("2032年为启动年。改造小区90个。", [("90个", "2032-12-31")]),
    (
        "2032年建桥5座;2033年建桥8座。其中山区3座。",
        [("5座", "2032-12-31"), ("8座", "2033-12-31"), ("3座", "2033-12-31")],
    ),
    (
        "近期(2032—2033年)、远期(2034—2035年)绿化率分别达到30%、35%。",
        [("30%", "2033-12-31"), ("35%", "2035-12-31")],
    ),
    ("2032年(近期)和2035年(远期)绿化率分别达到30%、35%。", [("30%", "2032-12-31"), ("35%", "2035-12-31")]),
    ("近期到2032年、远期到2035年绿化率分别达到30%、35%。", [("30%", "2032-12-31"), ("35%", "2035-12-31")]),
    (
        "2032年为启动年,2033年为攻坚年。目标分别是:年新增林地7公顷,绿化率达到30%、35%。",
        [("7公顷", None), ("30%", "2032-12-31"), ("35%", "2033-12-31")],
    ),
    (
        "2032年为启动年,2033年为攻坚年。城镇、农村居民收入分别达到3万元、2万元。",
        [("3万元", None), ("2万元", None)],
    ),
    # what the plan's own paper says by when goes on behind its sentence; the State's aims do not
    ("规划提出到2035年建成学校5所。新建桥梁3座。", [("5所", "2035-12-31"), ("3座", "2035-12-31")]),
    ("方案明确,2035年底前,建成学校5所。新建桥梁3座。", [("5所", "2035-12-31"), ("3座", "2035-12-31")]),
    (
        "县政府联合印发《东山县教育方案》,提出到2035年建成学校5所。新建桥梁3座。",
        [("5所", "2035-12-31"), ("3座", "2035-12-31")],
    ),
    ("根据《方案》要求,2032年6月底前建成学校5所。新建桥梁3座。", [("5所", "2032-06-30"), ("3座", "2031-12-31")]),
    ("国家规划提出,到2035年建成学校5所。新建桥梁3座。", [("5所", "2035-12-31"), ("3座", "2031-12-31")]),
    ("群众提出2032年拆除旧房5处。新建桥梁3座。", [("5处", "2032-12-31"), ("3座", "2031-12-31")]),
    # behind what is counted a past year tells which accounts are meant; a later one, or one with an amount, does not
    ("组织开展500家重点单位2029年度排放报告与核查。", [("500家", "2031-12-31")]),
    ("开展120户企业2029年财务报表检查,培训200人。", [("120户", "2031-12-31"), ("200人", "2031-12-31")]),
    ("完成40家企业2032年度检查。", [("40家", "2032-12-31")]),
    ("全县3家医院2030年收入5000万元。", [("3家", "2030-12-31")]),
    # nor is what is begun in a month done in it, where the season is said by which it is
    ("5月开工,汛前完成主坝40%。", [("40%", "2031-12-31")]),
    # what is to come by the middle of the century is no aim of the plan's year; hidden months are of no other year
    ("到本世纪中叶,达标率达到99%。", [("99%", None)]),
    ("20**年5—6月,建桥3座。", [("3座", None)]),
    ("请各村于12月5日(周五)前上报危房30户。", [("30户", "2031-12-05")]),
    # a part of which only the time is said is told of what follows; what follows a row of parts is not theirs
    (
        "从2032年至2038年,分两轮帮扶,其中首轮从2032至2034年,由9家企业帮扶12个村。",
        [("两轮", "2038-12-31"), ("9家", "2034-12-31"), ("12个", "2034-12-31")],
    ),
    (
        "到2035年投资3亿元,其中2032年1亿元、2033年2亿元,惠及9万人。",
        [("3亿元", "2035-12-31"), ("1亿元", "2032-12-31"), ("2亿元", "2033-12-31"), ("9万人", "2035-12-31")],
    ),
    # the parts that a sentence lists are due with the whole in front, not with another amount
    ("下达我乡2033年度造林任务7万亩。其中,乔木5万亩、灌木2万亩。", [(f"{n}万亩", "2033-12-31") for n in (7, 5, 2)]),
    ("下达2033年度造林任务7万亩。其中,新建公路20公里。", [("7万亩", "2033-12-31"), ("20公里", "2031-12-31")]),
    ("下达2033年度造林任务7万亩。新造乔木5万亩。", [("7万亩", "2033-12-31"), ("5万亩", "2031-12-31")]),
    # the years in brackets behind how many there are go on; those of a comparison do not
    ("三年内(2032至2034年)栽树4千株,新增绿地6公顷。", [("4千株", "2034-12-31"), ("6公顷", "2034-12-31")]),
    ("比前三年(2032至2034年)快,新增绿地6公顷。", [("6公顷", "2031-12-31")]),
    # a line that is but a year leads in the short lines below it, and no prose
    (
        "略。\n三、工作措施\n到2034年——\n9个山乡通车\n14个村脱困\n按时推进。全乡新建桥3座。",
        [("9个", "2034-12-31"), ("14个", "2034-12-31"), ("3座", "2031-12-31")],
    ),
    ("略。\n三、工作措施\n2034年还要看:\n新建桥3座", [("3座", "2031-12-31")]),
    # a year that opens what follows it, or is part of what another verb does, dates nothing in front
    ("建成绿美村40个,力争到2033年,全县80%村庄绿化。", [("40个", "2031-12-31"), ("80%", "2033-12-31")]),
    ("抓好7座水库收尾,加快2033年度渠道建设。", [("7座", "2031-12-31")]),
    ("国控断面达标率达到90%,出境水质不低于2030年现状值。", [("90%", "2031-12-31")]),
    ("征地60亩,计划投资900万元,到2033年8月完工。", [("60亩", "2033-08-31"), ("900万元", "2033-08-31")]),
    ("建成绿美村40个,力争到2033年,全部完成。", [("40个", "2033-12-31")]),
    ("新建渠道7条,主体工程2033年完工。", [("7条", "2033-12-31")]),
    # what has grown each year up to a past level is no target
    ("出口额由2025年的3亿元增长到2030年的5亿元,年均增长8%。", []),
]


@pytest.mark.parametrize(("lines", "expected"), DUES)
def test_dues(lines: str, expected: list[tuple[str, str | None]]) -> None:
    plan = planparse.extract(FRAME.format(lines)).plans[0]
    assert [(target.quantity.text, target.due and target.due.end) for target in plan.targets] == expected


def test_a_year_without_any_figure_names_no_time() -> None:
    plan = planparse.extract(FRAME.format("××年建桥3座,20××年建桥4座。")).plans[0]
    assert [time.text for time in plan.times] == ["2031年", "20××年"]


PAGES = [
    # the date of an upload, years later, is none of the plan's: 年底 is that of the only year it speaks of
    (
        "时间:2036-07-10 18:28:37\n到2031年底,建成大棚30座。\n年底前新建桥2座。",
        ["2036-07-10", "2031-12-31", "2031-12-31"],
    ),
    ("时间:2036-07-10\n2031年在全乡建设茶园300亩。今年新建桥2座。", ["2036-07-10", "2031-12-31", "2031-12-31"]),
    # nor that of a paper put up among others, nor one years behind what the plan says that it is of
    ("上传时间:2036-07-10\n年底前新建桥2座。", ["2036-07-10", None]),
    ("2036-07-10 发布于安江\n年底前新建桥2座。", ["2036-07-10", None]),
    ("时间:2036-07-10 来源:青禾范文网\n年底前新建桥2座。", ["2036-07-10", None]),
    ("时间:2036-07-10 来源:青河县政府网\n年底前新建桥2座。", ["2036-07-10", "2036-12-31"]),
    (
        "时间:2036-07-10\n现将2031年工作计划提请审议。\n全年新建桥2座。",
        ["2036-07-10", "2031-12-31", "2031-12-31"],
    ),
    # several years: none of them
    (
        "时间:2036-07-10\n2031年新建桥2座,到2033年新建5座。\n今年修渠3条。",
        ["2036-07-10", "2031-12-31", "2033-12-31", None],
    ),
    # a page's date in front of the goals is the plan's
    ("时间:2031-07-10\n到2033年底,建成大棚30座。\n今年新建桥2座。", ["2031-07-10", "2033-12-31", "2031-12-31"]),
    ("时间:2031-07-10\n2030年,建成大棚30座。今年新建桥2座。", ["2031-07-10", "2030-12-31", "2031-12-31"]),
    ("通过帮扶,到2031年末,新建桥3座。\n实现年内2400人脱贫。", ["2031-12-31", "2031-12-31"]),
    ("2030年5月摸底。到2031年末,新建桥3座。\n实现年内2400人脱贫。", ["2030-05-31", "2031-12-31", None]),
    ("截至2030年末,已建成30座。\n实现年内2400人脱贫。", ["2030-12-31", None]),
]


@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_the_year_of_a_plan_that_names_none_in_its_title(lines: str, expected: list[str | None]) -> None:
    plan = planparse.extract(f"某县扶贫工作计划\n{lines}\n").plans[0]
    assert [time.end for time in plan.times] == expected


BARE = [
    # the year whose work the sentence or the opening is about
    ("根据2031年度工作安排,上半年完成投资3亿元,下半年完成投资5亿元。", ["2031-12-31", "2031-06-30", "2031-12-31"]),
    ("做好2031年工作,意义重大。今年新增就业7万人。", ["2031-12-31", "2031-12-31"]),
    (
        "对确定的2031年水利工作上半年进展进行了督办。\n一、进展情况\n上半年建成桥梁3座。",
        ["2031-12-31"] + ["2031-06-30"] * 2,
    ),
    ("2031年是实施规划关键之年,做好今年工作十分重要。", ["2031-12-31", "2031-12-31"]),
    ("根据县政府2031年工作安排,我局今年建成学校3所。", ["2031-12-31", "2031-12-31"]),
    ("为确保完成2031年度重点任务,上半年建成学校3所。", ["2031-12-31", "2031-06-30"]),
    ("全县2031年重点项目,年底前建成3所。今年再建2所。", ["2031-12-31", "2031-12-31", None]),
    # work that is done, or only compared with
    ("完成了2030年目标任务,年底前建成学校3所。", ["2030-12-31", None]),
    ("圆满完成2030年工作任务,下半年将新建学校3所。", ["2030-12-31", None]),
    ("比2030年计划增加5所,年底前建成学校3所。", ["2030-12-31", None]),
    # one of which stock is taken, a meeting's, one that is over, several
    ("根据2030年度工作考核结果,上半年表彰企业5家。", ["2030-12-31", None]),
    ("根据2030年工作会议精神,上半年新建水厂5座。", ["2030-12-31", None]),
    ("2030年是极不平凡的一年。今年新增就业7万人。", ["2030-12-31", None]),
    ("2030年是开局之年,全县上下取得了好成绩。今年新增就业7万人。", ["2030-12-31", None]),
    ("按照2030年工作安排推进。\n按照2031年工作安排推进。\n今年新增就业7万人。", ["2030-12-31", "2031-12-31", None]),
    # a heading of what is ahead
    ("二、2031年工作打算\n今年新建水库3座。", ["2031-12-31", "2031-12-31"]),
    ("一、2030年工作总结\n今年新建水库3座。", ["2030-12-31", None]),
    # the name of a paper that speaks in its year, and of one that takes stock
    ("青河市2031年政府工作报告\n一、主要目标\n年底前建成学校3所。", ["2031-12-31", "2031-12-31"]),
    ("青河市2031年政府工作报告\n一、过去一年工作回顾\n全年建成学校3所。", ["2031-12-31", None, None]),
    ("在全县2031年水利工作会议上的讲话\n今年,全县要新建水库2座。", ["2031-12-31", "2031-12-31"]),
    ("青河县2031年度水利建设任务书\n年底前建成水库3座。", ["2031-12-31", "2031-12-31"]),
    ("关于2031年扶贫情况的通报\n上半年改造危房5户。年底前整改2户。", ["2031-12-31", "2031-06-30", None]),
    ("关于2030年扶贫情况的通报\n2031年1月5日\n今年,要改造危房2户。", ["2030-12-31", "2031-01-05", "2031-12-31"]),
]


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_the_year_of_a_text_without_a_plans_title(text: str, expected: list[str | None]) -> None:
    assert [time.end for time in planparse.extract(text).plans[0].times] == expected


def test_the_year_in_which_a_text_speaks_governs_behind_its_title_on_the_same_line() -> None:
    text = "关于2031年全县计划的报告 县发改局 2031年是规划实施关键之年,意义重大。预期指标是:粮食产量增长7%。"
    (target,) = planparse.extract(text).plans[0].targets
    assert target.due
    assert target.due.end == "2031-12-31"


def test_of_a_heading_that_looks_back_first_the_last_time_is_that_of_its_goals() -> None:
    plan = planparse.extract(
        "2031年清溪县政府工作报告\n一、“十五五”时期发展成就和“十六五”时期主要目标\n"
        "《纲要》设置了20项主要指标,包括:生产总值年均增长5%,研发投入强度达到3%。\n"
    ).plans[0]
    assert [target.due and target.due.end for target in plan.targets] == ["2035-12-31"] * 2


def test_of_a_heading_of_goals_and_work_the_first_time_is_that_of_its_goals() -> None:
    plan = planparse.extract(
        "2031年清溪县政府工作报告\n一、“十六五”时期主要目标和2031年重点工作\n主要目标如下。\n新建水厂5座。\n"
    ).plans[0]
    assert [target.due and target.due.end for target in plan.targets] == ["2035-12-31"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("到2035年,水质改善。\n到2045年,水质优良。\n整治河道30公里。", "2035-12-31"),
        ("到2035年,水质改善。\n到2045年,整治河道30公里。", "2045-12-31"),
        ("到2045年,水质优良。\n整治河道30公里。", "2045-12-31"),
        ("到2033年,水质改善。\n到2034年,水质优良。\n整治河道30公里。", "2034-12-31"),
    ],
)
def test_a_paragraph_that_looks_beyond_the_plan_leads_in_nothing_behind_one_that_does_not(
    lines: str, expected: str
) -> None:
    (plan,) = planparse.extract(f"某市“十六五”水利规划\n一、主要目标\n{lines}\n二、保障措施\n加强领导。\n").plans
    (target,) = plan.targets
    assert target.due is not None
    assert target.due.end == expected
