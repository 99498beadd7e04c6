"""Figures: what a sentence under 目标任务 says of each number. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse
from planparse import models

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"

# sentence → (quantity, role, indicator, due's end)
FIGURES = [
    (
        "新建桥梁300延米/12座。",
        [("300延米", "target", "新建桥梁", "2031-12-31"), ("12座", "target", "新建桥梁", "2031-12-31")],
    ),
    ("到2033年,建成观测站45个。", [("45个", "target", "建成观测站", "2033-12-31")]),
    # a name alone in the cell in front, or on the line above, is the label of a value that fills its own
    ("粮食产量\t35万吨", [("35万吨", "target", "粮食产量", "2031-12-31")]),
    ("| 粮食产量 | 35万吨 |", [("35万吨", "target", "粮食产量", "2031-12-31")]),
    ("1\t粮食产量    35万吨", [("35万吨", "target", "粮食产量", "2031-12-31")]),
    ("森林覆盖率\n45%", [("45%", "target", "森林覆盖率", "2031-12-31")]),
    ("市水务局\t3座", [("3座", "target", None, "2031-12-31")]),
    ("目标值\n35万吨", [("35万吨", "target", None, "2031-12-31")]),
    # a comparator between verb and number says nothing of what is counted
    ("设置至少2个家长参与环节。", [("2个", "target", "家长参与环节", "2031-12-31")]),
    ("新建至少3座泵站。", [("3座", "target", "泵站", "2031-12-31")]),
    ("新建共计3座泵站。", [("3座", "target", "泵站", "2031-12-31")]),
    ("收回约500公顷私人土地。", [("500公顷", "target", "私人土地", "2031-12-31")]),
    ("为企业减免约2亿元税费。", [("2亿元", "target", "税费", "2031-12-31")]),
    ("各村至少制作条幅10条。", [("10条", "target", "制作条幅", "2031-12-31")]),
    # by when something is done with it is no part of its name
    (
        "新建泵站20座,其中12座6月底前完工。",
        [("20座", "target", "新建泵站", "2031-12-31"), ("12座", "target", "新建泵站", "2031-06-30")],
    ),
    (
        "新建厂房30栋,其中15栋2032年上半年开工。",
        [("30栋", "target", "新建厂房", "2031-12-31"), ("15栋", "target", "新建厂房", "2032-06-30")],
    ),
    ("60所学校于9月底前通电。", [("60所", "target", "学校", "2031-09-30")]),
    ("20所学校2031年完成改造。", [("20所", "target", "学校", "2031-12-31")]),
    ("建设20个2031年重点项目。", [("20个", "target", "2031年重点项目", "2031-12-31")]),
    ("白水水务公司2031年完成2万吨/日扩建。", [("2万吨", "target", "扩建", "2031-12-31")]),
    (
        "整理土地300公顷,当中不少于130公顷来自北区。",
        [("300公顷", "target", "整理土地", "2031-12-31"), ("130公顷", "target", "整理土地", "2031-12-31")],
    ),
    ("受访者中至少80%对服务表示满意。", [("80%", "target", "受访者", "2031-12-31")]),
    ("参加培训的学员中,不少于70%在技能方面取得进步。", [("70%", "target", "学员", "2031-12-31")]),
    (
        "提高清洁电消纳比例,2032年从18%提升至22%。",
        [("18%", "baseline", "清洁电消纳比例", None), ("22%", "target", "清洁电消纳比例", "2032-12-31")],
    ),
    ("完成60个村的污水治理。", [("60个", "target", "村的污水治理", "2031-12-31")]),
    (
        "新建10千伏线路30公里、低压线路45公里。",
        [
            ("10千伏", "parameter", "线路", None),
            ("30公里", "target", "线路", "2031-12-31"),
            ("45公里", "target", "低压线路", "2031-12-31"),
        ],
    ),
    (
        "补贴标准由每人每年260元提高到300元。",
        [("260元", "baseline", "补贴标准", None), ("300元", "target", "补贴标准", "2031-12-31")],
    ),
    (
        "育苗计划63亩,完成80亩,完成计划的120%。",
        [
            ("63亩", "baseline", "育苗计划", None),
            ("80亩", "baseline", "育苗计划", None),
            ("120%", "baseline", None, None),
        ],
    ),
    (
        "今年计划培训500人,实际培训620人,完成任务的124%。",
        [
            ("500人", "baseline", "培训", None),
            ("620人", "baseline", "实际培训", None),
            ("124%", "baseline", "任务", None),
        ],
    ),
    (
        "6月底前完成造林500亩,完成计划的60%。",
        [("500亩", "target", "造林", "2031-06-30"), ("60%", "target", None, "2031-06-30")],
    ),
    (
        "管护费每亩30元计120万元。",
        [("30元", "parameter", None, None), ("120万元", "target", "管护费", "2031-12-31")],
    ),
    ("补助按每人50元计20万元。", [("50元", "parameter", None, None), ("20万元", "target", None, "2031-12-31")]),
    ("育林基金每亩10元。", [("10元", "parameter", None, None)]),
    ("公用经费每生提高到800元。", [("800元", "target", None, "2031-12-31")]),
    (
        "经调查,低收入户320户860人。",
        [("320户", "baseline", "低收入户", None), ("860人", "baseline", "低收入户", None)],
    ),
    ("经排查,计划改造危房320户。", [("320户", "target", "改造危房", "2031-12-31")]),
    (
        "全市739个低收入村中,已通路的628个。",
        [("739个", "baseline", "低收入村中", None), ("628个", "baseline", "低收入村中", None)],
    ),
    ("窄路面加宽22公里。", [("22公里", "target", "窄路面加宽", "2031-12-31")]),
    ("路面加宽1.5米。", [("1.5米", "parameter", None, None)]),
    (
        "新建3.5米宽村道12公里。",
        [("3.5米", "parameter", None, None), ("12公里", "target", "村道", "2031-12-31")],
    ),
    ("对改厕农户按每户1200元补助。", [("1200元", "parameter", None, None)]),
    ("消除集体收入4万元以下的薄弱村。", [("4万元", "parameter", "消除集体收入", None)]),
    ("引进5亿元以上项目4个。", [("5亿元", "parameter", "项目", None), ("4个", "target", "项目", "2031-12-31")]),
    (
        "综合利用率、无害化处理率分别达到91%和98%以上。",
        [("91%", "target", "综合利用率", "2031-12-31"), ("98%", "target", "无害化处理率", "2031-12-31")],
    ),
    (
        "改建村小20所、6000平方米。",
        [("20所", "target", "改建村小", "2031-12-31"), ("6000平方米", "target", "改建村小", "2031-12-31")],
    ),
    (
        "新增床位50张,完成造林77亩。",
        [("50张", "target", "新增床位", "2031-12-31"), ("77亩", "target", "造林", "2031-12-31")],
    ),
    (
        "整治威胁100人以上500人以下中型隐患3处。",
        [
            ("100人", "parameter", "整治威胁", None),
            ("500人", "parameter", "中型隐患", None),
            ("3处", "target", "中型隐患", "2031-12-31"),
        ],
    ),
    (
        "年产值保持在100亿元以上、200亿元以下。",
        [("100亿元", "target", "产值", "2031-12-31"), ("200亿元", "target", "产值", "2031-12-31")],
    ),
    (
        "组建15人的专业队8支。",
        [("15人", "parameter", "专业队", None), ("8支", "target", "专业队", "2031-12-31")],
    ),
    ("消费满200元,可减免50元。", [("200元", "parameter", "消费满", None), ("50元", "parameter", "可减免", None)]),
    (
        "打造产值达到1亿元的企业5家。",
        [("1亿元", "parameter", "打造产值", None), ("5家", "target", "企业", "2031-12-31")],
    ),
    (
        "优良天数310天,同比增加5天。",
        [("310天", "target", "优良天数", "2031-12-31"), ("5天", "target", "优良天数", "2031-12-31")],
    ),
    (
        "人均预期寿命由78.2岁提高到79.5岁。",
        [("78.2岁", "baseline", "人均预期寿命", None), ("79.5岁", "target", "人均预期寿命", "2031-12-31")],
    ),
    (
        "2030年,人均收入由1.5万元提高到2万元。",
        [("1.5万元", "baseline", "人均收入", None), ("2万元", "baseline", "人均收入", None)],
    ),
    (
        "7个市属企业组织240人参加演练,选派12个工作队36名队员,使每8户农户有1名能手。",
        [
            ("7个", "target", "市属企业", "2031-12-31"),
            ("240人", "target", "参加演练", "2031-12-31"),
            ("12个", "target", "工作队", "2031-12-31"),
            ("36名", "target", "队员", "2031-12-31"),
            ("8户", "target", "农户", "2031-12-31"),
            ("1名", "target", "能手", "2031-12-31"),
        ],
    ),
    (
        "改造20所床位100张以上的养老院、6家总投资3亿元化工企业。",
        [
            ("20所", "target", "养老院", "2031-12-31"),
            ("100张", "parameter", "养老院", None),
            ("6家", "target", "化工企业", "2031-12-31"),
            ("3亿元", "target", None, "2031-12-31"),
        ],
    ),
    (
        "围绕“8个村出列、1300人减贫”目标,完成“新建公路10公里”的任务。",
        [
            ("8个", "target", "村出列", "2031-12-31"),
            ("1300人", "target", "减贫", "2031-12-31"),
            ("10公里", "target", "新建公路", "2031-12-31"),
        ],
    ),
    (
        "按每村20万元标准建设广场15座。",
        [("20万元", "parameter", None, None), ("15座", "target", "建设广场", "2031-12-31")],
    ),
    (
        "每流转100亩土地奖励1万元,每查实1起奖励500元,每发现1处隐患扣2分。",
        [
            ("100亩", "parameter", None, None),
            ("1万元", "parameter", None, None),
            ("1起", "parameter", None, None),
            ("500元", "parameter", None, None),
            ("1处", "parameter", None, None),
            ("2分", "parameter", None, None),
        ],
    ),
    (
        "1人户不超过20平方米,3人以上户人均不超过18平方米,带动3人户均增收2000元。",
        [
            ("1人", "parameter", None, None),
            ("20平方米", "parameter", None, None),
            ("3人", "parameter", None, None),
            ("18平方米", "parameter", None, None),
            ("3人", "target", None, "2031-12-31"),
            ("2000元", "target", None, "2031-12-31"),
        ],
    ),
    (
        "安排资金900万元,其中产业扶贫500万元,贷款贴息300万元,残疾人补助100万元。",
        [
            ("900万元", "target", "安排资金", "2031-12-31"),
            ("500万元", "target", "产业扶贫", "2031-12-31"),
            ("300万元", "target", "贷款贴息", "2031-12-31"),
            ("100万元", "target", "残疾人补助", "2031-12-31"),
        ],
    ),
    (
        "安排资金900万元,其中给予龙头企业补助30万元。",
        [("900万元", "target", "安排资金", "2031-12-31"), ("30万元", "parameter", None, None)],
    ),
    ("目前全县建成站点36个。", [("36个", "baseline", "建成站点", None)]),
    ("为此成立了5个专班。", [("5个", "baseline", "专班", None)]),
    ("单位能耗比2029年下降3%。", [("3%", "target", "单位能耗", "2031-12-31")]),
    (
        "2032年6月底前,建成8座。再建泵站6座。",
        [("8座", "target", None, "2032-06-30"), ("6座", "target", "建泵站", "2031-12-31")],
    ),
    (
        "到2034年底,建成8座。再建泵站6座。",
        [("8座", "target", None, "2034-12-31"), ("6座", "target", "建泵站", "2034-12-31")],
    ),
    (
        "普及率由2022年的68%提高到72%,合格率提高3个百分点。",
        [
            ("68%", "baseline", "普及率", None),
            ("72%", "target", "普及率", "2031-12-31"),
            ("3个百分点", "target", "合格率", "2031-12-31"),
        ],
    ),
    ("优良率在2030年基础上提高9%。", [("9%", "target", "优良率", "2031-12-31")]),
    (
        "总投资500余万元,惠及2万余户群众。",
        [("500余万元", "target", "总投资", "2031-12-31"), ("2万余户", "target", "群众", "2031-12-31")],
    ),
    ("参保率达到95%以上(含95%)。", [("95%", "target", "参保率", "2031-12-31")]),
    ("覆盖率由目前的40%提高到45%。", [("40%", "baseline", "覆盖率", None), ("45%", "target", "覆盖率", "2031-12-31")]),
    ("第一阶段(2032—2033年):建成公园10个。", [("10个", "target", "建成公园", "2033-12-31")]),
    ("启动阶段(2032年3月1日—31日)。培训干部100人。", [("100人", "target", "培训干部", "2032-03-31")]),
    ("力争用三年时间,新建学校10所。", [("10所", "target", "新建学校", None)]),
    (
        "1.培育企业3家。\n2.建设充电桩50个。(完成时限:2032年6月底前)",
        [("3家", "target", "培育企业", "2031-12-31"), ("50个", "target", "建设充电桩", "2032-06-30")],
    ),
    (
        "1.培训教师50人。\n责任单位:县教育局\n2.培训医生60人。\n责任单位:县卫健局\n完成时限:2032年6月底前",
        [("50人", "target", "培训教师", "2031-12-31"), ("60人", "target", "培训医生", "2032-06-30")],
    ),
    (
        "自来水普及率、污水处理率分别达到95%、60%。",
        [("95%", "target", "自来水普及率", "2031-12-31"), ("60%", "target", "污水处理率", "2031-12-31")],
    ),
    (
        "普及率2033年达到85%、2035年提高到90%。",
        [("85%", "target", "普及率", "2033-12-31"), ("90%", "target", "普及率", "2035-12-31")],
    ),
    (
        "风电、光伏装机容量分别达到10万千瓦、20万千瓦。",
        [
            ("10万千瓦", "target", "风电装机容量", "2031-12-31"),
            ("20万千瓦", "target", "光伏装机容量", "2031-12-31"),
        ],
    ),
    (
        "冷库项目:占地20亩,计划投资300万元。",
        [("20亩", "target", "占地", "2031-12-31"), ("300万元", "target", "投资", "2031-12-31")],
    ),
    (
        "到2033年,造林5万亩(其中:人工造林2万亩)。",
        [("5万亩", "target", "造林", "2033-12-31"), ("2万亩", "target", "人工造林", "2033-12-31")],
    ),
    (
        "(一)农业\n到2033年,建成大棚300座。\n(二)工业\n引进企业20家。",
        [("300座", "target", "建成大棚", "2033-12-31"), ("20家", "target", "引进企业", "2031-12-31")],
    ),
    ("县水利局负责新建泵站3座。", [("3座", "target", "新建泵站", "2031-12-31")]),
    ("组建3支执法队伍对集市开展巡查。", [("3支", "target", "执法队伍", "2031-12-31")]),
    ("新建厂房2万平方米,预计3月开工,9月底前完工。", [("2万平方米", "target", "新建厂房", "2031-09-30")]),
    ("村道硬化20公里,其余2032年完成。", [("20公里", "target", "村道硬化", "2031-12-31")]),
    (
        "青山县、白石县耕地面积分别达到3万亩、2万亩。",
        [("3万亩", "target", "耕地面积", "2031-12-31"), ("2万亩", "target", "耕地面积", "2031-12-31")],
    ),
    (
        "甲方承担资金的75%,乙方承担资金的25%。",
        [("75%", "target", "甲方承担资金", "2031-12-31"), ("25%", "target", "乙方承担资金", "2031-12-31")],
    ),
    (
        "新建泵站20座(1.2万平方米)。",
        [("20座", "target", "新建泵站", "2031-12-31"), ("1.2万平方米", "target", "新建泵站", "2031-12-31")],
    ),
    (
        "去年改造200户,今年改造300户。",
        [("200户", "baseline", "改造", None), ("300户", "target", "改造", "2031-12-31")],
    ),
    ("老旧锅炉35台全部淘汰。", [("35台", "target", "老旧锅炉", "2031-12-31")]),
    ("2.集中整治(4月至6月)。改造厕所120座。", [("120座", "target", "改造厕所", "2031-06-30")]),
    ("第二步,集中整治(4月至6月),改造厕所120座。", [("120座", "target", "改造厕所", "2031-06-30")]),
    (
        "步伐加快,到2033年新建公路20公里;推进更新,改造小区15个。",
        [("20公里", "target", "新建公路", "2033-12-31"), ("15个", "target", "改造小区", "2033-12-31")],
    ),
    (
        "网格划为120个。商贸中心现有152个。",
        [("120个", "target", "网格", "2031-12-31"), ("152个", "baseline", "商贸中心", None)],
    ),
    ("按时办结率100%。", [("100%", "target", "按时办结率", "2031-12-31")]),
    ("打造15分钟便民生活圈5个。", [("5个", "target", "打造15分钟便民生活圈", "2031-12-31")]),
    (
        "2031年、2032年分别改造12座、18座。",
        [("12座", "target", "改造", "2031-12-31"), ("18座", "target", "改造", "2032-12-31")],
    ),
    (
        "2031—2032年分别改造老旧小区100、200户。",
        [("100", "target", "改造老旧小区", "2031-12-31"), ("200户", "target", "改造老旧小区", "2032-12-31")],
    ),
    (
        "2031—2032年,东区和西区分别投资1亿元、2亿元。",
        [("1亿元", "target", "东区", "2032-12-31"), ("2亿元", "target", "西区", "2032-12-31")],
    ),
    (
        "2032年6月底前:计划搬迁40户(其中30户在东片,新建房屋50套。\n2033年6月底前:计划搬迁60户,20人),新建房屋70套。",
        [
            ("40户", "target", None, "2032-06-30"),
            ("30户", "target", None, "2032-06-30"),
            ("50套", "target", None, "2032-06-30"),
            ("60户", "target", None, "2033-06-30"),
            ("20人", "target", None, "2033-06-30"),
            ("70套", "target", None, "2033-06-30"),
        ],
    ),
    (
        "总体目标,到2034年,建成站点40座。其中,大型站点12座。",
        [("40座", "target", "建成站点", "2034-12-31"), ("12座", "target", "大型站点", "2034-12-31")],
    ),
    ("完成松林改造提升20万亩。", [("20万亩", "target", "松林改造提升", "2031-12-31")]),
    ("高标准农田改造提升5万亩。", [("5万亩", "target", "高标准农田改造提升", "2031-12-31")]),
    ("巩固提升3万亩蔬菜基地。", [("3万亩", "target", "蔬菜基地", "2031-12-31")]),
    ("森林抚育提升20万亩。", [("20万亩", "target", "森林抚育提升", "2031-12-31")]),
    ("耕地质量提升6万亩。", [("6万亩", "target", "耕地质量提升", "2031-12-31")]),
    ("耕地质量提升2个等级。", [("2个", "target", "耕地质量", "2031-12-31")]),
    (
        "50千瓦光伏电站扩容到80千瓦。",
        [("50千瓦", "baseline", "光伏电站", None), ("80千瓦", "target", "光伏电站", "2031-12-31")],
    ),
    (
        "卫生院由1500平方米扩建至2500平方米。",
        [("1500平方米", "baseline", "卫生院", None), ("2500平方米", "target", "卫生院", "2031-12-31")],
    ),
    (
        "3座变电站增容到90兆伏安。",
        [("3座", "target", "变电站", "2031-12-31"), ("90兆伏安", "target", "变电站", "2031-12-31")],
    ),
    (
        "改造危房60户,其中当年改造的20户。",
        [
            ("60户", "target", "改造危房", "2031-12-31"),
            ("20户", "target", "改造危房", "2031-12-31"),
        ],
    ),
    (
        "对30个村,2032年12月底完成30个村。",
        [("30个", "target", "村", "2032-12-31"), ("30个", "target", "村", "2032-12-31")],
    ),
    (
        "骨干企业由2030年的20家发展到2035年的50家,工人由3万人发展至4万人。",
        [
            ("20家", "baseline", "骨干企业", None),
            ("50家", "target", "骨干企业", "2035-12-31"),
            ("3万人", "baseline", "工人", None),
            ("4万人", "target", "工人", "2035-12-31"),
        ],
    ),
]


def figures_of(document: models.Document) -> list[tuple[str, models.Figure]]:
    plan = document.plans[0]
    found = [("target", figure) for figure in plan.targets]
    found += [("baseline", figure) for figure in plan.baselines]
    found += [("parameter", figure) for figure in plan.parameters]
    return sorted(found, key=lambda pair: pair[1].quantity.span.start)


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures(sentence: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = figures_of(planparse.extract(FRAME.format(sentence)))
    said = [
        (figure.quantity.text, role, figure.indicator, figure.due.end if figure.due else None) for role, figure in found
    ]
    wanted = [(text, role, indicator or said[at][2], due) for at, (text, role, indicator, due) in enumerate(expected)]
    assert said == wanted


def test_change_names_the_level_changed_from() -> None:
    (_, old), (_, new) = figures_of(planparse.extract(FRAME.format("普及率由71.5%提高到80%。")))
    assert (new.change, new.previous.text if new.previous else None) == ("to", "71.5%")
    assert old.change is None


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("产值增长8%。", "by"),
        ("降至4%。", "to"),
        ("达到4%。", None),
        ("收入翻一番。", "times"),
        ("公路改造提升9公里。", None),
        ("提升14个山区村供水水平。", None),
        ("巩固提升3万亩蔬菜基地。", None),
        ("全年提升3个等级。", "by"),
        ("油菜产能提升3万吨。", "by"),
    ],
)
def test_change(sentence: str, change: str | None) -> None:
    ((_, figure),) = figures_of(planparse.extract(FRAME.format(sentence)))
    assert figure.change == change


def test_times_between_subject_and_value() -> None:
    (_, old), (_, new), (_, rise) = figures_of(
        planparse.extract(FRAME.format("全县覆盖率由2030年的35.2%提高到2035年的38%，年均提高0.56个百分点。"))
    )
    assert [old.indicator, new.indicator, rise.indicator] == ["覆盖率"] * 3
    assert (new.change, new.previous.text if new.previous else None) == ("to", "35.2%")
    assert new.due
    assert new.due.end == "2035-12-31"


def test_every_is_the_rhythm_and_leaves_due_open() -> None:
    ((_, figure),) = figures_of(planparse.extract(FRAME.format("每年开展活动不少于5次。")))
    assert (figure.every, figure.due, figure.quantity.per) == ("year", None, ["年"])


def test_a_heading_of_the_status_makes_baselines_but_plans_in_it_are_targets() -> None:
    text = "某县某局\n2031年工作方案\n一、基本现状\n需修缮校舍60间。拟选取40个村开展试点。\n二、措施\n抓好落实。\n"
    assert [role for role, _ in figures_of(planparse.extract(text))] == ["baseline", "target"]


def test_a_plan_against_which_results_are_measured_makes_no_targets_of_them() -> None:
    told = "城镇化率比计划目标高2个百分点。完成年度计划的128%,超计划80人。计划再培训500人。"
    text = f"某县某局\n2031年工作方案\n一、2030年计划执行情况\n{told}\n二、措施\n抓好落实。\n"
    roles = [role for role, _ in figures_of(planparse.extract(text))]
    assert roles == ["baseline", "baseline", "baseline", "target"]


def test_the_parts_of_a_stock_have_names_of_their_own() -> None:
    told = "现有低收入户90户,其中因病致困的50户120人,缺劳动力的30户,需要搬迁的10户。"
    text = f"某县某局\n2031年工作方案\n一、基本现状\n{told}\n二、措施\n抓好落实。\n"
    figures = figures_of(planparse.extract(text))
    assert {role for role, _ in figures} == {"baseline"}
    assert [f.indicator for _, f in figures] == ["低收入户", "因病致困", "因病致困", "缺劳动力", "搬迁"]


def test_a_set_of_which_a_share_is_aimed_at_is_a_baseline() -> None:
    told = "全县12个省考断面中,水质优良比例达到85%。力争16个低收入村中14个达标。新建的20个项目中80%年底竣工。"
    figures = figures_of(planparse.extract(FRAME.format(told)))
    roles = {figure.quantity.text: role for role, figure in figures}
    assert [text for text, role in roles.items() if role == "baseline"] == ["12个", "16个"]
    assert roles["85%"] == roles["20个"] == roles["80%"] == "target"


def test_a_goal_named_as_one_is_a_target_among_results() -> None:
    told = "围绕900只羊、600亩人工种草的目标开展前期工作。按照全年新建20座水库的目标,已完成6座。"
    text = f"某县某局\n2031年工作方案\n一、基本现状\n{told}\n二、措施\n抓好落实。\n"
    figures = figures_of(planparse.extract(text))
    assert [role for role, _ in figures] == ["target", "target", "target", "baseline"]
    assert [f.indicator for _, f in figures] == ["羊", "人工种草", "水库", "水库"]


def test_the_units_in_a_task_s_bracket_answer_for_its_figures() -> None:
    text = FRAME.format("(一)扩大供水。新建水厂2座。(牵头单位:县水利局,配合单位:县财政局)")
    ((_, figure),) = figures_of(planparse.extract(text))
    assert figure.responsible == ["县水利局"]


def test_base_values_are_exact() -> None:
    document = planparse.extract(FRAME.format("治理3亩,修路2.5公里,达到70%,培训9人。"))
    said = [(f.quantity.base_value, f.quantity.base_unit) for _, f in figures_of(document)]
    assert said == [(2000, "m²"), (2500, "m"), (0.7, "1"), (None, None)]


def test_a_goal_s_opening_year_governs_its_paragraphs() -> None:
    text = "某县某局\n工作方案\n二、主要目标\n到2035年,基本建成。\n供水更稳。新建水厂2座。\n三、措施\n新建水厂5座。\n"
    assert [f.due.end if f.due else None for _, f in figures_of(planparse.extract(text))] == ["2035-12-31", None]


def test_the_year_of_funds_in_a_title_is_not_when_the_work_is_due() -> None:
    body = "\n二、目标任务\n新建茶园700亩,11月底前修路3公里。\n三、保障措施\n加强领导。\n"
    plan = planparse.extract("云岭县2031年度财政扶贫资金\n茶园项目\n实施方案" + body).plans[0]
    dues = {figure.quantity.text: figure.due and figure.due.end for figure in plan.targets}
    assert dues == {"700亩": None, "3公里": "2031-11-30"}
