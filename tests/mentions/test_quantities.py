"""Quantities: text → what is counted, how much, compared how, per what."""

import pytest

from planparse.cleaning import CleanText
from planparse.mentions.quantities import find_quantities
from planparse.rules import load_rules

PLAIN = [
    ("新建水厂3座", [("3座", 3, "座", "=", [])]),
    ("投入1.5亿元", [("1.5亿元", 150_000_000, "元", "=", [])]),
    ("总投资1亿2,000万元", [("1亿2,000万元", 120_000_000, "元", "=", [])]),
    ("治理3,500亩", [("3,500亩", 3500, "亩", "=", [])]),
    ("覆盖１２个村".translate({0xFF11: "1", 0xFF12: "2"}), [("12个", 12, "个", "=", [])]),
    ("培训一百二十人", [("一百二十人", 120, "人", "=", [])]),
    ("投资一点五万元", [("一点五万元", 15000, "元", "=", [])]),
    ("改造两万亩", [("两万亩", 20000, "亩", "=", [])]),
    ("人均半亩", [("半亩", 0.5, "亩", "=", ["人"])]),
    ("完成百分之六十五", [("百分之六十五", 65, "%", "=", [])]),
    ("购置设备320台(套)", [("320台(套)", 320, "台(套)", "=", [])]),
    ("5个县(市、区)开展试点", [("5个", 5, "个", "=", [])]),
    ("建成3所以上", [("3所", 3, "所", ">=", [])]),
    ("扶持5家乡镇企业", [("5家", 5, "家", "=", [])]),
    ("惠及6镇、42村", [("6镇", 6, "镇", "=", []), ("42村", 42, "村", "=", [])]),
    ("搬迁1.3万库区群众", [("1.3万", 13000, "人", "=", [])]),
    ("维修泵站l处", [("l处", 1, "处", "=", [])]),
    ("产值翻一番", [("一番", 1, "番", "=", [])]),
    ("提高2.5个百分点", [("2.5个百分点", 2.5, "个百分点", "=", [])]),
    ("死亡率降至4.5‰", [("4.5‰", 4.5, "‰", "=", [])]),
    ("栽植12.5万株、三千株", [("12.5万株", 125_000, "株", "=", []), ("三千株", 3000, "株", "=", [])]),
    ("投入3万亿元、2.5.1元", [("3万亿元", 3_000_000_000_000, "元", "=", [])]),
    ("渠道长1200m,坝高32m", [("1200m", 1200, "米", "=", []), ("32m", 32, "米", "=", [])]),
    ("渠道86.5延长米", [("86.5延长米", 86.5, "延长米", "=", [])]),
    ("三大类15小项", [("三大类", 3, "大类", "=", []), ("15小项", 15, "小项", "=", [])]),
    ("围绕“减贫300人”目标", [("300人", 300, "人", "=", [])]),
    ("提出“新建公路8公里”,", [("8公里", 8, "公里", "=", [])]),
    ("落实“每户2000元”的补助", [("2000元", 2000, "元", "=", ["户"])]),
    ("压缩至3个环节", [("3个", 3, "个", "=", [])]),
    ("标准型以下30个", [("30个", 30, "个", "=", [])]),
    ("人口38.9万", [("38.9万", 389_000, "人", "=", [])]),
    ("平均住院日由8.5天缩短到7.8天", [("8.5天", 8.5, "天", "=", []), ("7.8天", 7.8, "天", "=", [])]),
    ("灌溉水利用系数达到0.62", [("0.62", 0.62, "", "=", [])]),
]

COMPARED = [
    ("至少完成70%", ">="),
    ("不少于20次", ">="),
    ("达到90%以上", ">="),
    ("超过300家", ">"),
    ("100余家", ">"),
    ("3万多户", ">"),
    ("不超过5万元", "<="),
    ("控制在4%以内", "<="),
    ("最多安排3个", "<="),
    ("近2万名", "<"),
    ("不应高于35毫克", "<="),
    ("不能低于5%", ">="),
    ("未超过核定人数的3%", "<="),
    ("住房面积人均不超过20平方米", "<="),
    ("没有超时办理3件", "="),
    ("授信500万元(含500万元)以下", "<="),
    ("投资300万元(不含)以上", ">"),
    ("增速高于10%(含10%)", ">="),
    ("参保率95%(含)", "="),
    ("不足40处", "<"),
    ("约50公里", "~"),
    ("30个左右", "~"),
    ("约3万余人", ">"),
    ("规模在300个机架以下", "<="),
    ("提升2个等级以上的单位", ">="),
    ("前进5个名次以上奖励", ">="),
    ("建成3个县级以上示范园", "="),
    ("附近3个村", "="),
    ("节约5万元", "="),
]

RANGES = [
    ("选派1-3名", 1, 3, "名"),
    ("安排5-10万元", 50_000, 100_000, "元"),
    ("每亩300元至500元", 300, 500, "元"),
    ("下降20%~30%", 20, 30, "%"),
    ("建设三至五个", 3, 5, "个"),
    ("建设十二至二十个", 12, 20, "个"),
    ("补助500至1万元", 500, 10_000, "元"),
    ("人口在50-100万的城市", 500_000, 1_000_000, "人"),
    ("车价在10万元(含)至20万元", 100_000, 200_000, "元"),
]

PER = [
    ("每村每年补助3万元", ["村", "年"]),
    ("每个贫困村选派1名", ["村"]),
    ("每名干部联系一个乡镇、结对10户", ["名"]),
    ("人均可支配收入达到9000元", ["人"]),
    ("每个示范区建设3座", ["示范区"]),
    ("每个村卫生室配备2名", ["村卫生室"]),
    ("年产20万吨", ["年"]),
    ("2027年产20万吨", []),
    ("日处理能力200吨", ["日"]),
    ("处理能力200吨/日", ["日"]),
    ("补助300元/人·月", ["人", "月"]),
    ("每户贫困户明确1名", ["户"]),
    ("每季度至少开展一次", ["季度"]),
    ("按300元/户·月给予补助", ["户", "月"]),
    ("租金20元/平方米·月", ["平方米", "月"]),
    ("人才密度达到36人/万人", ["万人"]),
    ("路网密度达到8公里/平方公里", ["平方公里"]),
    ("每单位限报1队", ["单位"]),
    ("单个企业每年享受的补助不超过60万元", ["企业", "年"]),
    ("同一单位每年不超过2次", ["单位", "年"]),
    ("同一单位限报2个", []),
    ("单位投资60万元", []),
    ("单家企业最高补助60万元", ["家"]),
    ("每千人口拥有执业医师3.2人", ["千人口"]),
    ("每千名老年人拥有养老床位35张", ["千名老年人"]),
    ("每十万人拥有场地40块", ["十万人"]),
    ("每10万人口死亡9.8例", ["10万人口"]),
    ("千人均护士1.4人", ["千人"]),
    ("流量达到5.6立方米/秒", ["秒"]),
    ("流量达到120m³/s", ["秒"]),
    ("浓度0.3mg/L", ["升"]),
    ("给予每个最高5000元", ["个"]),
    ("亩产600公斤", ["亩"]),
    ("头均补贴300元", ["头"]),
    ("万亩产业园占地100亩", []),
    ("人均面积由30平方米提高到35平方米", ["人"]),
    ("每队配领队1名", ["队"]),
    ("龙头均价300元", []),
]

NOTHING = [
    "第三批试点",
    "围绕三个环节发力",
    "市十四届78次常务会议",
    "市人大五次会议",
    "启动5m后停机",
    "统一组织处理",
    "增强四个意识",
    "推进“七项制度”落实",
    "实施“100个美丽乡村”工程",
    "推行“5个100%”要求",
    "落实“3个全部”要求",
    "打造“30公里经济带”",
    "落实“每户帮扶100元”行动",
    "实施“千村示范、万村整治”工程",
    "打造一批品牌",
    "实行一次性告知",
    "分三个阶段实施",
    "实施以下3项",
    "在不一处",
    "完善12345热线",
    "《某市三年建设20个中心的方案》",
    "整理土地XX0亩",
    "20**个",
    "防止二次污染",
    "推进三期工程",
    "党的三十届全会",
    "三里村、二道沟至十里铺村道路",
    "三站二村渠道",
    "红旗一队至三队道路",
    "桥头村四队、五队通车",
    "硬化3组道路",
    "北山农场三队、四队通水",
    "十里画廊",
    "抓好五个到村到户到人",
    "四个不摘、七个不落下",
    "八个一帮扶机制",
    "三个全覆盖、六项清零",
    "做到六个必查,三个加快",
    "几十个村",
    "百企帮百村",
    "零部件加工",
    "电话0000-8123456",
]
# What a set phrase wants in front of it is not there.
COUNTED_ALL_THE_SAME = [
    "实施3项",
    "改造下3项",
    "建设万3处",
    "每村3组",
    "治理三里河道",
    "修筑三道坝",
    "三个不达标村",
    "三个全国文明村",
    "三个必修点",
]


def read(text: str) -> list[tuple[str, float | None, str, str, list[str]]]:
    return [
        (text[q.start : q.end], None if q.value is None else float(q.value), q.unit, q.op, list(q.per))
        for q in find_quantities(CleanText.as_is(text), (), load_rules())
    ]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_value_and_unit(text: str, expected: list[tuple[str, float, str, str, list[str]]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "op"), COMPARED)
def test_comparator(text: str, op: str) -> None:
    assert [quantity[3] for quantity in read(text)] == [op]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_range(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = find_quantities(CleanText.as_is(text), (), load_rules())
    assert (quantity.unit, quantity.op, quantity.value) == (unit, "range", None)
    assert [float(end or 0) for end in (quantity.low, quantity.high)] == [low, high]


@pytest.mark.parametrize(("text", "per"), PER)
def test_per(text: str, per: list[str]) -> None:
    assert {tuple(quantity[4]) for quantity in read(text)} == {tuple(per)}


@pytest.mark.parametrize("text", NOTHING)
def test_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", COUNTED_ALL_THE_SAME)
def test_a_set_phrase_stands_behind_what_it_wants(text: str) -> None:
    assert [value for _, value, *_ in read(text)] == [3]


SERIES = [
    ("面积分别为3、2.5、4万亩", [30_000, 25_000, 40_000]),
    ("产量分别达到60、5和30万吨", [600_000, 50_000, 300_000]),
    ("面积分别达到3万、2.5万亩", [30_000, 25_000]),
    ("两项浓度分别不高于53和32微克/立方米", [53, 32]),
    ("分别新建3和5个", [3, 5]),
    # Nothing tells whether these share the multiplier.
    ("户数分别达到5000、1万户", [10_000]),
    ("浓度为33和32微克", [32]),
]


@pytest.mark.parametrize(("text", "values"), SERIES)
def test_a_series_shares_unit_and_multiplier(text: str, values: list[float]) -> None:
    found = [quantity for quantity in read(text) if quantity[0] != "两项"]
    assert [value for _, value, *_ in found] == values
    assert len({tuple(quantity[2:4]) for quantity in found}) == 1


def test_coordinated_numbers_share_the_last_comparator() -> None:
    assert [q[3] for q in read("分别达到95%和90%以上")] == [">=", ">="]
    assert [q[3] for q in read("新建5个和改造9个以上")] == ["=", ">="]


def test_a_standard_closes_the_reach_of_its_rate() -> None:
    assert [q[4] for q in read("按每户2000元的标准扶持农户300户")] == [["户"], []]
    assert [q[4] for q in read("每村建设广场1000平方米、舞台1座")] == [["村"], ["村"]]


def test_one_case_is_what_its_amount_is_counted_per() -> None:
    assert [q[4] for q in read("每查实1起奖励500元")] == [[], ["起"]]
    assert [q[4] for q in read("每年培训1名学员")] == [["年"]]
    assert [q[4] for q in read("每新引进或培育1家企业,给予园区6万元")] == [[], ["家"]]
    assert [q[4] for q in read("每新增1名高级工,另安排6万元")] == [[], []]


@pytest.mark.parametrize("text", ["排名倒数一、二名的村", "倒数一、二、三名的村", "排名后一、二位的乡镇"])
def test_joint_ordinals_count_nothing(text: str) -> None:
    assert not read(text)


def test_coordinated_numbers_share_their_rate() -> None:
    assert [q[4] for q in read("人均收入分别达到2万元和1万元")] == [["人"], ["人"]]


def test_a_change_of_level_is_no_range() -> None:
    assert [q[1] for q in read("由225元到240元")] == [225, 240]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("分别提高8.1、1.4和2.7个百分点", [8.1, 1.4, 2.7]),
        ("浓度不高于10、35、50毫克/立方米", [10, 35, 50]),
        ("分别新建3、4、5所", [3, 4, 5]),
        ("第1、2、3产业", []),
        ("任务1、2、3万元", [30000]),
    ],
)
def test_a_series_shares_its_unit(text: str, values: list[float]) -> None:
    assert [quantity[1] for quantity in read(text)] == values


def test_times_take_their_numerals() -> None:
    text = "3个月内建设3个点"
    (quantity,) = find_quantities(CleanText.as_is(text), [(0, 4)], load_rules())
    assert text[quantity.start : quantity.end] == "3个"
