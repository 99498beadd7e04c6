"""What the figures of a text say of each other: invented texts → relations, each as (kind, total, parts, holds)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planparse.pipeline import extract

if TYPE_CHECKING:
    from planparse.models import Document, Plan

Row = tuple[str, str | None, list[str], bool]


def rows(document: Document) -> list[Row]:
    """Every relation with its figures as the text writes them."""
    return [row for plan in document.plans for row in plan_rows(plan)]


def plan_rows(plan: Plan) -> list[Row]:
    words = {f.id: f.quantity.text for f in (*plan.targets, *plan.baselines, *plan.parameters)}
    return [
        (r.kind, words[r.total] if r.total else None, [words[part] for part in r.parts], r.holds)
        for r in plan.relations
    ]


PLAN = "云溪县水务局\n农村供水工作方案\n二、目标任务\n{}\n"

HOLDS: list[tuple[str, list[Row]]] = [
    (
        "争取上级资金1200万元，县级配套300万元，社会投入500万元，总投资2000万元。",
        [("sum", "2000万元", ["1200万元", "300万元", "500万元"], True)],
    ),
    (
        "安排资金2000万元（上级资金1200万元，县级配套800万元）。",
        [("sum", "2000万元", ["1200万元", "800万元"], True)],
    ),
    ("2032年培训5000人次，比2031年4000人次增长25%。", [("growth", "5000人次", ["25%"], True)]),
    ("投资1.5亿元，占总投资3亿元的50%。", [("share", "3亿元", ["1.5亿元", "50%"], True)]),
    (
        "发电装机80万千瓦，非水电装机50万千瓦。其中水电30万千瓦，风电20万千瓦，光伏30万千瓦。",
        [("sum", "80万千瓦", ["30万千瓦", "20万千瓦", "30万千瓦"], True)],
    ),
    (
        "按每人每月600元标准，全县保障1500人，全年共需资金1080万元。",
        [("product", "1080万元", ["600元", "1500人"], True)],
    ),
    ("建设卫生室300个，每个补助3万元，合计补助900万元。", [("product", "900万元", ["3万元", "300个"], True)]),
    (
        "改造管网60公里，其中2031年完成20公里，2032年完成40公里。",
        [("sum", "60公里", ["20公里", "40公里"], True)],
    ),
    (
        "建成示范村30个（其中青川县12个、云溪县10个、白石县8个）。",
        [("sum", "30个", ["12个", "10个", "8个"], True)],
    ),
    (
        "全县供水户8.6万户，比上年增加0.4万户，其中城镇5.2万户，农村3.4万户。",
        [("sum", "8.6万户", ["5.2万户", "3.4万户"], True)],
    ),
    (
        "全县供水户8.6万户，比上年增加2万户，其中城镇1.4万户，农村0.6万户。",
        [("sum", "2万户", ["1.4万户", "0.6万户"], True)],
    ),
    (
        "新建水厂3座，改建水厂2座，共5座。",
        [("sum", "5座", ["3座", "2座"], True)],
    ),
    (
        "全县有60个村没有水厂，有20个村具备建厂条件，其他40个村不具备条件。",
        [("sum", "60个", ["20个", "40个"], True)],
    ),
    (
        "现有危房300栋。2031年改造150户，2032年改造120户，其余30户2033年改造。",
        [("sum", "300栋", ["150户", "120户", "30户"], True)],
    ),
    (
        "选取50个村开展节水改造。分两批实施，2031年改造35个村，2032年改造15个村。",
        [("sum", "50个", ["35个", "15个"], True)],
    ),
    (
        "对30户危房每户补助2万元，共需60万元。",
        [("product", "60万元", ["2万元", "30户"], True)],
    ),
    (
        "补助标准由200元提高到250元，增长25%。",
        [("growth", "250元", ["25%"], True)],
    ),
    (
        "普及率由70%提高到75%，提高5个百分点。",
        [("growth", "75%", ["5个百分点"], True)],
    ),
    (
        "年均节水量约70万吨，其中工业约40万吨、农业约31万吨。",
        [("sum", "70万吨", ["40万吨", "31万吨"], True)],
    ),
    (
        "总投资500万元，其中：土建300万元，占60%；设备200万元，占40%。",
        [
            ("sum", "500万元", ["300万元", "200万元"], True),
            ("share", "500万元", ["300万元", "60%"], True),
            ("share", None, ["60%", "40%"], True),
            ("share", "500万元", ["200万元", "40%"], True),
        ],
    ),
]

BROKEN: list[tuple[str, Row]] = [
    ("2032年培训5000人次，比2031年4000人次增长20%。", ("growth", "5000人次", ["20%"], False)),
    ("投资1.5亿元，占总投资3亿元的60%。", ("share", "3亿元", ["1.5亿元", "60%"], False)),
    ("有50个贫困村，有20个村已通水，其余35个村明年通水。", ("sum", "50个", ["20个", "35个"], False)),
    ("改造管网60公里，其中2031年完成20公里，2032年完成45公里。", ("sum", "60公里", ["20公里", "45公里"], False)),
    (
        "2031年至2032年改造管网60公里，其中2031年完成20公里，2032年完成35公里。",
        ("sum", "60公里", ["20公里", "35公里"], False),
    ),
    ("建成示范村30个（其中青川县12个、云溪县10个、白石县7个）。", ("sum", "30个", ["12个", "10个", "7个"], False)),
    ("青川县新建水厂3座，云溪县新建水厂2座，城乡水厂共计6座。", ("sum", "6座", ["3座", "2座"], False)),
    ("青川县新建水厂3座，云溪县新建水厂2座，共6座。", ("sum", "6座", ["3座", "2座"], False)),
    (
        "选取50个村开展节水改造。分两批实施，2031年改造35个村，2032年改造16个村。",
        ("sum", "50个", ["35个", "16个"], False),
    ),
    (
        "现有危房300栋。2031年改造150户，2032年改造120户，其余31户2033年改造。",
        ("sum", "300栋", ["150户", "120户", "31户"], False),
    ),
    ("对30户危房每户补助2万元，共需70万元。", ("product", "70万元", ["2万元", "30户"], False)),
    ("补助标准由200元提高到250元，增长20%。", ("growth", "250元", ["20%"], False)),
    ("补助标准由200元提高到250元，增幅20%。", ("growth", "250元", ["20%"], False)),
    ("补助标准由200元提高到250元，比上年200元增长20%。", ("growth", "250元", ["20%"], False)),
    ("总投资500万元，其中：土建300万元，占65%；设备200万元，占40%。", ("share", "500万元", ["300万元", "65%"], False)),
]

# What looks like a list that misses its total, and is none.
SILENT = [
    "全年抽检12场。每场配检测员两名，记录员一名，共三名。",
    "改造道路100公里，其中山区35公里、库区30公里、老区25公里、景区5公里。",
    "建设示范项目100个，其中重点村50个、示范村30个、薄弱村15个。",
    "完成投资100亿元，其中青川县30亿元、云溪县20亿元、白石县15亿元。",
    "造林面积达到12万亩，较上年增加2万亩，增长20%。",
    "到2031年，建成示范村60个，其中2029年底达到20个，2030年底达到50个。",
    "全县贫困村120个。2029年底前完成50个村，2030年底前完成90个村，2031年底前全部完成。",
    "全县贫困村120个。2029年完成50个村，2030年累计完成90个村，2031年全部完成。",
    "安排市级资金3000万元，县级资金2000万元，共计投入8000万元，其中社会资本3000万元。",
    "改造厕所3万户，其中一类县2万户，二类县8000户，占比达到90%。",
    "总投资12.6亿元，其中中央预算内资金3亿元、省级配套2.5亿元、市县自筹4亿元。",
    "建成幼儿园1200所，其中2031年300所、2032年350所、2033年280所。",
    "设一类补助每户3万元，二类补助每户2万元，共改造500户，共需1200万元。",
    "新增就业5万人，其中城镇就业3万人，再就业1万人，困难人员就业0.5万人。",
    "培育龙头企业100家，其中国家级10家、省级60家、市级90家。",
    "城镇化率由60%提高到65%，年均提高1个百分点。",
    "市级补助50%，县级补助30%，其余20%由乡镇自筹。",
    "改造管网60公里，其中山区20公里。",
    "培训学员100人，其中女学员60人，党员55人。",
    "总投资100亿元，其中工业60亿元、农业20亿元。",
    "到2035年改造管网90公里，其中2031年完成20公里，2032年完成40公里。",
    "2031年脱贫30个村，2032年脱贫40个村。",
    "新建水厂3座，累计建成水厂12座。",
    "建设泵站3座、水塔2座，共涉及9个村。",
    "补助标准由200元提高到250元，年均增长7%。",
    "补助标准由200元提高到250元，比上年增长12%。",
    "全县60个村通水，20个社区通气，其他镇15个学校通路。",
    "每户补助2万元，每座补助3万元，共需70万元。",
    "三个强镇每镇拿出100万元，其他镇拿出50万元。",
    # what another thing comes to, or by how much it grows, is no growth of the one in front
    "公共厕所由8座增加到12座，达标率提高到40%。",
    "公共厕所由8座增加到12座，绿化面积增加20%。",
    "外贸依存度由32%提高到36%，工业比重从41%上升到44%。",
    "外贸依存度由32%提高到36%，占比41%上升到44%。",
    # what is counted together is not what stands in front of it
    "青河实施11公里河道疏浚，栽树50株；白河实施15公里河道疏浚，栽树80株；堤防护坡加固共计15.8公里。",
    "青河实施11公里河道修复，栽树50株；白河实施15公里河道修复；石河栽树80株，堤防护坡修复共计15.8公里。",
    # one part that is all of it has the other in it
    "共有项目80个，其中：省外项目50个、市外项目80个。",
]


@pytest.mark.parametrize(("text", "expected"), HOLDS)
def test_holds(text: str, expected: list[Row]) -> None:
    found = rows(extract(PLAN.format(text)))
    assert [row for row in expected if row not in found] == []
    assert all(holds for *_, holds in found)


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_broken(text: str, expected: Row) -> None:
    assert expected in rows(extract(PLAN.format(text)))


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [row for row in rows(extract(PLAN.format(text))) if not row[-1]] == []


def test_the_total_may_stand_in_another_section() -> None:
    text = (
        "云溪县水务局\n一、基本现状\n有21个村具备建设供水站条件，其他9个村不具备。\n三、时间安排\n"
        "供水站建设：2031年第一季度建设12个，第二季度建设{}个，2031年底前全部完成建设任务。\n"
    )
    assert rows(extract(text.format(9))) == [("sum", "21个", ["12个", "9个"], True)]
    assert ("sum", "21个", ["12个", "8个"], False) in rows(extract(text.format(8)))


def test_rates_find_their_counts_by_the_verb() -> None:
    text = "一、现状\n需新建泵站40座，需修缮泵站30座。\n二、措施\n县财政按每座新建3万元、修缮1万元补助（计{}万元）。\n"
    parts = ["3万元", "40座", "1万元", "30座"]
    assert rows(extract(text.format(150))) == [("product", "150万元", parts, True)]
    assert rows(extract(text.format(160))) == [("product", "160万元", parts, False)]


def test_spans_reach_from_the_first_figure_to_the_last() -> None:
    text = PLAN.format("新建水厂3座，改建水厂2座，共5座。")
    (relation,) = extract(text).plans[0].relations
    assert text[relation.span.start : relation.span.end] == "3座，改建水厂2座，共5座"
    assert (relation.stated, relation.computed) == (5, 5)
