"""Who is made answerable: tables of sentence → units with their roles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import grows_no_faster

from planparse.cleaning import CleanText, clean
from planparse.mentions.assignments import find_assignments, find_in
from planparse.outline.model import Outline
from planparse.reading.source import SourceText
from planparse.rules import load_rules

L, S, R = "lead", "support", "responsible"

LABELLED = [
    (
        "新建充电桩。(牵头单位:市能源局,配合单位:市财政局、市住房和城乡建设局)",
        [(L, "市能源局"), (S, "市财政局"), (S, "市住房和城乡建设局")],
    ),
    ("责任单位:市教育局,各县区政府", [(R, "市教育局"), (R, "各县区政府")]),
    ("【责任单位:市水利局】", [(R, "市水利局")]),
    ("落实补偿。〔责任单位:省财政厅,各市(州)政府〕", [(R, "省财政厅"), (R, "各市(州)政府")]),
    ("(责任单位:市医保局;完成时限:2031年12月底)", [(R, "市医保局")]),
    ("牵头领导:李明;牵头单位:市气象局;责任人:王强。", [(L, "市气象局")]),
    ("(牵头单位:市发改委责任单位:市工信局、市商务局)", [(L, "市发改委"), (R, "市工信局"), (R, "市商务局")]),
    ("牵头部门为市商务局,配合部门为市税务局。", [(L, "市商务局"), (S, "市税务局")]),
    ("责任单位:\n市教育局、市财政局", [(R, "市教育局"), (R, "市财政局")]),
    ("责任单位:\n1.市教育局、市财政局", [(R, "市教育局"), (R, "市财政局")]),
    ("责任分工:\n二、做优茶园、调整布局", []),
    ("责任分工:\n(一)植树造林,由县林业局牵头。", [(L, "县林业局")]),
    ("(配合单位:省住建厅等省有关部门、国家青禾银行安江省分行)", [(S, "省住建厅"), (S, "国家青禾银行安江省分行")]),
    ("责任单位:市生态环境局牵头,各区人民政府配合。", [(L, "市生态环境局"), (S, "各区人民政府")]),
    # an office of a level above is one of its own; a government is shared
    ("责任单位:各区、市发展改革委,各区、市政府", [(R, "各区"), (R, "市发展改革委"), (R, "各区、市政府")]),
    ("责任单位:各镇、县水利局,各县、区教育局", [(R, "各镇"), (R, "县水利局"), (R, "各县、区教育局")]),
    ("责任单位:教育部、国家林草局等11部门。", [(R, "教育部"), (R, "国家林草局")]),
    ("(市工信局;配合单位:市科技局)", [(R, "市工信局"), (S, "市科技局")]),
    ("责任单位:市水务局、白水供电公司(排在第一的为牵头单位,下同)", [(R, "市水务局"), (R, "白水供电公司")]),
    ("责任单位:自然资源所有者权益处", [(R, "自然资源所有者权益处")]),
    ("责任处室:规划处\n责任处室:清查处\n责任处室:利用处", [(R, "规划处"), (R, "清查处"), (R, "利用处")]),
    ("责任科室:规划科\n联系人:严如意", []),
    ("[责任单位:\n市商务局、国网青禾供电公司]\n3.推广", [(R, "市商务局"), (R, "国网青禾供电公司")]),
    # what each of a list does may stand in a bracket behind it
    ("责任单位:市城管局(牵头)、市公安局(配合单位)、市水务局", [(L, "市城管局"), (S, "市公安局"), (R, "市水务局")]),
    ("各责任单位要加强调度。", []),
    ("清河电厂\n(清河发电有限公司)\n1260", []),
    ("2031年建成\n清河电厂技改项目,达到设计能力。\n(县经信局)", [(R, "县经信局")]),
]

BRACKETED = [
    ("(市农业农村局牵头,市财政局、市水利局配合)", [(L, "市农业农村局"), (S, "市财政局"), (S, "市水利局")]),
    ("推进建设。(省发展改革委、省科技厅等按职责分工负责)", [(R, "省发展改革委"), (R, "省科技厅")]),
    ("推进建设。(各级人民政府、省有关部门负责)", [(R, "各级人民政府")]),
    ("抓好封山育林。(镇林业站、镇国土所)", [(R, "镇林业站"), (R, "镇国土所")]),
    ("(区教育局、区卫健局,2031年6月底前完成)", [(R, "区教育局"), (R, "区卫健局")]),
    ("(市委组织部牵头,市委编办参与,各县区具体落实)", [(L, "市委组织部"), (S, "市委编办"), (R, "各县区")]),
    ("对各县(市、区)。", []),
    ("报送市教育局(以下简称市局)。", []),
    ("完成三处改造(青山县、白水县)。", []),
]

RUNNING = [
    # a labelled bracket in front of a unit or behind it is no part of its name
    ("(责任人:李明)环卫所:负责保洁。", [(R, "环卫所")]),
    ("(完成时限:6月底)市教育局负责校舍改造。", [(R, "市教育局")]),
    ("(责任单位:市教育局)市财政局:负责资金保障。", [(R, "市教育局"), (R, "市财政局")]),
    ("市水利局(责任人:李明)负责加固。", [(R, "市水利局")]),
    ("市水利局(联系人:李明,电话:13800000000)负责加固。", [(R, "市水利局")]),
    ("市粮食局(市储备局)负责储备。", [(R, "市粮食局(市储备局)")]),
    # nor is what it does
    ("市城管局(牵头)、市公安局(配合)负责整治。", [(L, "市城管局"), (S, "市公安局")]),
    ("由市城管局(牵头)、市公安局(配合)负责整治。", [(L, "市城管局"), (S, "市公安局")]),
    ("由市城管局(牵头)负责整治。", [(L, "市城管局")]),
    ("由各县、市教育局负责。", [(R, "各县"), (R, "市教育局")]),
    ("由区劳动局牵头,区农村工作部、区财政局配合", [(L, "区劳动局"), (S, "区农村工作部"), (S, "区财政局")]),
    ("此项工作由县民政局、县财政局负责。", [(R, "县民政局"), (R, "县财政局")]),
    ("此项工作县民政局负责,县财政局协助。", [(R, "县民政局"), (S, "县财政局")]),
    ("以青禾集团和白果村合作社牵头,建设示范园。", [(L, "青禾集团"), (L, "白果村合作社")]),
    ("综合科负责文件起草;规划科具体负责项目申报。", [(R, "综合科"), (R, "规划科")]),
    ("补助资金由县财政局统一拨付。", [(R, "县财政局")]),
    ("由有关县(市、区)组织验收。", [(R, "有关县(市、区)")]),
    ("由市、县两级政府筹措。", [(R, "市、县两级政府")]),
    ("由市城管局会同市公安局开展整治。", [(L, "市城管局"), (S, "市公安局")]),
    ("由市城管局联合市公安局开展整治。", [(L, "市城管局"), (S, "市公安局")]),
    ("由县文学艺术界联合会统一组织。", [(R, "县文学艺术界联合会")]),
    ("区教育局、区财政局协同配合。", [(S, "区教育局"), (S, "区财政局")]),
    ("责任分工:此项工作由镇应急办牵头,镇水利站配合。", [(L, "镇应急办"), (S, "镇水利站")]),
    ("实施阶段(4月初-10月中旬):做好巡查和抢险。", []),
    ("审计部门及时会同财政、住建部门开展检查。", [(L, "审计部门"), (S, "财政"), (S, "住建部门")]),
    ("市农业农村局联合市气象局发布预警。", [(L, "市农业农村局"), (S, "市气象局")]),
    ("水利部、农业农村部会同有关部门组织实施。", [(L, "水利部"), (L, "农业农村部")]),
    ("由卫健、医保、民政等部门按职责分工落实。", [(R, "卫健"), (R, "医保"), (R, "民政")]),
    ("成立由区长任组长的青山区垃圾分类工作领导小组,负责统筹协调。", [(R, "青山区垃圾分类工作领导小组")]),
    ("领导小组办公室设在市林业局,承担日常工作。", [(R, "市林业局")]),
    ("以市教育局为责任主体。明确市水利局为牵头单位。", [(R, "市教育局"), (L, "市水利局")]),
    ("市卫生健康委、市医保局要加强衔接。", [(R, "市卫生健康委"), (R, "市医保局")]),
    ("县人社局牵头、县教体局和县财政局配合。", [(L, "县人社局"), (S, "县教体局"), (S, "县财政局")]),
    ("教育局:负责食堂安全;公安局:牵头打击犯罪。", [(R, "教育局"), (L, "公安局")]),
    ("市环保局要牵头抓好整改。", [(L, "市环保局")]),
    ("国家卫生健康委负责制定标准。", [(R, "国家卫生健康委")]),
    ("由教育部门会同民政、财政等部门制定标准。", [(L, "教育部门"), (S, "民政"), (S, "财政")]),
    ("由县农业局、县财政局联合验收。", [(R, "县农业局"), (R, "县财政局")]),
    ("第四条市水利局负责组织申报。", [(R, "市水利局")]),
    ("由中国青禾银行白水市中心支行负责。", [(R, "中国青禾银行白水市中心支行")]),
]

SILENT = [
    "由分管副市长牵头,建立专班。",
    "由市财政局、市审计局组成检查组。",
    "请审议,并请县政协各位委员提出意见。",
    "请县人大代表、县政协委员监督。",
    "请县人大常委会予以审议。",
    "请县委、县政府审定。",
    "请县政协提出宝贵意见。",
    "由市政府分管领导任组长。",
    "由乡镇卫生院医生上门服务。",
    "各县区人民政府:\n请认真落实。",
    "价格由市场决定。由县到村逐级推进。",
    "推进花生联合收获。加强部门协同。",
    "会同有关部门汇总上报。",
    "形成政府引导、企业主体、社会参与的格局。",
    "实行主要领导负责制,由专人负责。",
    "积极配合省水利厅做好复核。",
    "各部门要高度重视。重点用能单位要节能。",
    "成立工作专班,明确人员。",
    "实现由“清河制造”向“清河智造”转型。",
    "省、市、县分别承担50%、30%、20%。",
    "建立健全机制,协同推进数据中心建设。减污降碳协同增效局面形成。",
    "对人工林(自然保护区、风景名胜区等重要保护地除外)进行采伐。",
    "通信基站:推进节能技术应用。",
    "建立以清河集团公司为实施主体的工作体系。",
    "对以市政府名义主办的论坛给予资助。",
    "支持高校联合地方建设一批创新中心。",
]


def roles(text: str) -> list[tuple[str, str]]:
    return [(mention.role, mention.unit) for mention in find_in(text, load_rules())]


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_labelled_lists(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), BRACKETED)
def test_brackets_at_the_end_of_a_task(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), RUNNING)
def test_running_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_named(text: str) -> None:
    assert roles(text) == []


def test_scope_is_the_task_or_the_sentence() -> None:
    text = "概述。\n修建步道三条。(市体育局负责)修建泳池一处。(市教育局负责)\n由市林业局牵头绿化;由市水利局负责清淤。"
    scopes = {m.unit: text[m.scope_start : m.scope_end] for m in find_in(text, load_rules())}
    assert scopes["市体育局"] == "修建步道三条。"
    assert scopes["市教育局"] == "修建泳池一处。"
    assert scopes["市林业局"] == "由市林业局牵头绿化"
    assert scopes["市水利局"] == "由市水利局负责清淤"


def test_spans_hold_in_the_source() -> None:
    source = "一、任務\n完成１２處公共廁所的升級改造。（牽頭單位：市發展改革委，配合單位：市教育局）\n"
    text: CleanText = clean(SourceText(source))
    found = find_assignments(text, Outline(()), load_rules())
    assert [text.given(m.start, m.end) for m in found] == ["市發展改革委", "市教育局"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="由市县局委政府负责牵头配合单位责任会同要、,。;:()【】\n和等各有关部门", max_size=80))
def test_any_text_gives_ordered_spans(text: str) -> None:
    found = find_in(text, load_rules())
    assert all(text[m.start : m.end] == m.unit and m.unit for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["由市", "(市局、", "责任单位:市", "各县、", "成立", "市局"])
def test_time_is_linear(piece: str) -> None:
    rules = load_rules()
    assert grows_no_faster(lambda times: find_in(piece * times, rules), 1000, 4000, 6)
