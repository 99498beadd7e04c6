"""Persons, units and telephones that answer for a plan."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.mentions.contacts import find_contacts
from planparse.mentions.phones import written
from planparse.outline import find_outline
from planparse.reading.source import SourceText
from planparse.rules import load_rules

BODY = "青河县防汛工作方案\n一、工作措施\n各站备足物资,落实值守,按日上报水情。\n"

CHARGE, UNIT, CONTACT, PHONE = "person_in_charge", "unit_in_charge", "contact_person", "phone"

CLOSING_BLOCKS = [
    ("责 任 人:白子谦", [(CHARGE, "白子谦")]),
    ("责任人: 白子谦,", [(CHARGE, "白子谦")]),
    ("联 系 人:方 圆", [(CONTACT, "方圆")]),
    ("联系人:方  圆 郑成峰 李 一", [(CONTACT, "方圆"), (CONTACT, "郑成峰"), (CONTACT, "李一")]),
    ("联系人:田 一 明、方 圆、苗青", [(CONTACT, "田一明"), (CONTACT, "方圆"), (CONTACT, "苗青")]),
    ("联系人:P3Y", []),
    ("责任人:初一年级:白子谦", [(CHARGE, "白子谦")]),
    ("联系人:方小 圆、苗  青", [(CONTACT, "方小圆"), (CONTACT, "苗青")]),
    ("联系人:方小\n圆", [(CONTACT, "方小圆")]),
    ("联系人:方圆\n1.备足物资", [(CONTACT, "方圆")]),
    ("联系人:方小 明 苗青", [(CONTACT, "方小明"), (CONTACT, "苗青")]),
    ("联系人:方圆 苗 青", [(CONTACT, "方圆"), (CONTACT, "苗青")]),
    ("联系人:方圆 女", [(CONTACT, "方圆")]),
    ("联系人:方圆  苗 青", [(CONTACT, "方圆"), (CONTACT, "苗青")]),
    ("联系人:欧 阳 一 凡", [(CONTACT, "欧阳一凡")]),
    ("联系人:方 圆 苗 青", [(CONTACT, "方圆"), (CONTACT, "苗青")]),
    ("联系电话:0 5 5 5 — 2 3 4 5 6 7 8", [(PHONE, "0555-2345678")]),
    ("联系电话:1 3 9 0 0 0 0 1 2 3 4", [(PHONE, "13900001234")]),
    ("联系电话:0555—2345 678", [(PHONE, "0555-2345678")]),
    ("联系人:易水寒、苗青", [(CONTACT, "易水寒"), (CONTACT, "苗青")]),
    ("联系人:易水寒和苗青青", [(CONTACT, "易水寒"), (CONTACT, "苗青青")]),
    ("责任人:白子谦 副局长", [(CHARGE, "白子谦")]),
    ("责任人:白子谦副局长", [(CHARGE, "白子谦")]),
    ("责任人:党组书记、局长白子谦", [(CHARGE, "白子谦")]),
    ("责任人:白子谦 县水利局副局长", [(CHARGE, "白子谦")]),
    ("责任领导:白子谦(局党组成员、副局长)", [(CHARGE, "白子谦")]),
    ("负责人:欧阳一凡", [(CHARGE, "欧阳一凡")]),
    ("责任科室:水保科 防汛办公室", [(UNIT, "水保科"), (UNIT, "防汛办公室")]),
    ("责任科室:县水利局水保站、县防汛办", [(UNIT, "县水利局水保站"), (UNIT, "县防汛办")]),
    ("责任科室:水保科(牵头)、财务科(配合科室)", [(UNIT, "水保科"), (UNIT, "财务科")]),
    ("具体负责:县水利局局长 白子谦", [(CHARGE, "白子谦")]),
    ("全面负责:县长安排部署\n具体负责:方案制定", []),
    ("责任人:白子谦\n责任单位:青河县水利局", [(CHARGE, "白子谦"), (UNIT, "青河县水利局")]),
    ("责任人 田 野\n责任科室 水保科", [(CHARGE, "田野"), (UNIT, "水保科")]),
    ("联系电话:2345678", [(PHONE, "2345678")]),
    ("办公电话:0555—2345678", [(PHONE, "0555-2345678")]),
    ("联系电话:(0555)2345678、2345679", [(PHONE, "0555-2345678"), (PHONE, "2345679")]),
    ("联系电话:0555-1234567", [(PHONE, "0555-1234567")]),
    ("联系电话:2345678 传真:2345679", [(PHONE, "2345678")]),
    ("联系方式:139 0000 1234", [(PHONE, "13900001234")]),
    ("监督电话:12317", [(PHONE, "12317")]),
    ("办公电话:0555-2345678分机305", [(PHONE, "0555-2345678-305")]),
    ("联系人:方圆 电话:010-23456789 分机12", [(CONTACT, "方圆"), (PHONE, "010-23456789-12")]),
    ("联系电话:0555-2345678(分机12)", [(PHONE, "0555-2345678-12")]),
    ("联系电话:0555-2345678转分机12", [(PHONE, "0555-2345678-12")]),
    # Taiwan's area codes of two digits, and mobiles
    ("電話:03-5551234", [(PHONE, "03-5551234")]),
    ("聯絡電話:(02)2345-6789轉12", [(PHONE, "02-23456789-12")]),
    ("手機:0912-345-678", [(PHONE, "0912345678")]),
    ("联系人及电话:方圆 0555-2345678", [(CONTACT, "方圆"), (PHONE, "0555-2345678")]),
    ("(联系人:方圆;联系电话:2345678)", [(CONTACT, "方圆"), (PHONE, "2345678")]),
    ("责任人:白子谦 责任科室:水保科 联系人:方圆", [(CHARGE, "白子谦"), (UNIT, "水保科"), (CONTACT, "方圆")]),
]

RUNNING_TEXT = [
    ("请于月底前报送(联系人:方圆,电话:0555-2345678)。", [(CONTACT, "方圆"), (PHONE, "0555-2345678")]),
    ("值班由方圆负责,遇险即报。", []),
    ("各村党支部书记为第一责任人,每村确定一名联系人。", []),
    ("(责任单位:县水利局、县财政局)", []),
    ("总投资13900001234元,受益23456人。", []),
    ("咨询可找郑成峰0555-2345678。", []),
    ("咨询:郑成峰 0555-2345678。", [(PHONE, "0555-2345678")]),
]


def contacts(text: str) -> list[tuple[str, str, str | None, str]]:
    source = SourceText(text)
    cleaned = clean(source)
    return [
        (contact.role, contact.value, contact.person, cleaned.given(contact.start, contact.end))
        for plan in find_outline(cleaned, source, load_rules()).plans
        for contact in find_contacts(cleaned, plan, load_rules())
    ]


@pytest.mark.parametrize(("block", "expected"), CLOSING_BLOCKS)
def test_a_closing_block_names_its_contacts(block: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, value) for role, value, _, _ in contacts(f"{BODY}{block}\n青河县水利局\n2026年4月1日\n")] == expected


ASKED = [
    ("请联系县教育局苏某同志(电话0555-2345678)", [(CONTACT, "苏某"), (PHONE, "0555-2345678")]),
    ("请咨询青河大学苏晓明老师(手机:13900001234)", [(CONTACT, "苏晓明"), (PHONE, "13900001234")]),
    ("咨询方老师,电话0555-2345678", [(CONTACT, "方老师"), (PHONE, "0555-2345678")]),
    ("可与县文旅局欧阳一凡联系,电话:0555-2345678", [(CONTACT, "欧阳一凡"), (PHONE, "0555-2345678")]),
    ("请联系苏晓(13900001234)", [(CONTACT, "苏晓"), (PHONE, "13900001234")]),
    ("请联系县司法局局长(0555-2345678)", [(PHONE, "0555-2345678")]),
    ("请联系办公室主任(0555-2345678)", [(PHONE, "0555-2345678")]),
    ("县文旅局:0555-2345678", [(PHONE, "0555-2345678")]),
    ("县政务中心(0555-2345678)受理", [(PHONE, "0555-2345678")]),
    ("由县财政局方主任联系企业(13900001234)", []),
    ("县文旅局传真:0555-2345678", []),
    ("总产值达到13900001234元", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ASKED)
def test_whom_to_ask_is_a_contact_and_an_office_vouches_for_its_number(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(role, value) for role, value, _, _ in contacts(f"{BODY}{sentence}\n")] == expected


@pytest.mark.parametrize(("sentence", "expected"), RUNNING_TEXT)
def test_running_text_needs_a_label_or_a_number_beside_a_name(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(role, value) for role, value, _, _ in contacts(f"{BODY}{sentence}\n二、其他\n照此执行。\n")] == expected


def test_a_number_beside_a_person_carries_the_person() -> None:
    found = contacts(f"{BODY}联系人:方 圆(13900001234)\n联系电话:2345678\n")
    assert found == [
        (CONTACT, "方圆", None, "方 圆"),
        (PHONE, "13900001234", "方圆", "13900001234"),
        (PHONE, "2345678", None, "2345678"),
    ]


def test_lines_that_go_on_under_a_label_belong_to_the_block() -> None:
    found = contacts(f"{BODY}联系人:县水利局 方 圆 电话:0555-2345678\n县教育局 安志远 电话:0555-2345679\n")
    assert [(role, value, person) for role, value, person, _ in found if role == PHONE] == [
        (PHONE, "0555-2345678", "方圆"),
        (PHONE, "0555-2345679", "安志远"),
    ]


def test_under_a_heading_of_contacts_numbers_need_no_label() -> None:
    found = contacts(
        f"{BODY}三、申报时间和联系方式\n政策咨询:\n县水利局规划科 严如意 2345678\n系统申报:2345679,2345670\n"
        "邮编:2345673\n请各镇按时报送,总投资2345671元。\n四、其他\n另行通知2345672。\n"
    )
    assert [(role, value, person) for role, value, person, _ in found] == [
        (CONTACT, "严如意", None),
        (PHONE, "2345678", "严如意"),
        (PHONE, "2345679", None),
        (PHONE, "2345670", None),
    ]


def test_under_a_heading_of_contacts_a_label_may_stand_between_name_and_number() -> None:
    found = contacts(f"{BODY}三、联系方式\n县水利局规划科:方圆,电话:2345678,邮箱:2345679@qq.com\n")
    assert [(role, value, person) for role, value, person, _ in found] == [
        (CONTACT, "方圆", None),
        (PHONE, "2345678", "方圆"),
    ]


def test_a_long_post_may_stand_between_name_and_number() -> None:
    found = contacts(f"{BODY}三、联系人\n方圆 城乡规划建设部主任 13900001234\n苗村 新建堤防工程指挥部 13900001235\n")
    assert [(role, value, person) for role, value, person, _ in found] == [
        (CONTACT, "方圆", None),
        (PHONE, "13900001234", "方圆"),
        (PHONE, "13900001235", None),
    ]


def test_other_labels_may_stand_between_name_and_telephone() -> None:
    found = contacts(f"{BODY}信息报送:方 圆 QQ:28600012 手机:13900001234\n传真:2345679 电话:2345678\n")
    assert [(value, person) for _, value, person, _ in found] == [("13900001234", "方圆"), ("2345678", None)]


def test_a_heading_of_offices_puts_those_before_a_number_in_charge() -> None:
    found = contacts(f"{BODY}责任科室及联系方式:\n水保股(综合) 方 圆 2345678,2345679\n按月报送\n")
    assert [(role, value) for role, value, _, _ in found] == [
        (UNIT, "水保股"),
        (CONTACT, "方圆"),
        (PHONE, "2345678"),
        (PHONE, "2345679"),
    ]


def test_a_name_without_a_colon_may_have_posts_behind_it() -> None:
    found = contacts(f"{BODY}联系人:方圆\n责任人 周一鸣 局党组书记、局长\n电话:0555-2345678\n")
    assert [value for _, value, _, _ in found] == ["方圆", "周一鸣", "0555-2345678"]


def test_a_label_of_numbers_is_no_name() -> None:
    found = contacts(f"{BODY}联系人:方圆,手机139 0000 1234\n")
    assert [(value, person) for _, value, person, _ in found] == [("方圆", None), ("13900001234", "方圆")]


def test_a_row_of_figures_is_no_telephone() -> None:
    assert contacts(f"{BODY}光伏发电 万千瓦 191 1210 1019 预期性\n") == []


def test_a_letter_spaced_label_is_no_person() -> None:
    assert contacts(f"{BODY}联系人:柳如烟(办公室)\n电    话:0555-2345678\n")[1][1:3] == ("0555-2345678", None)


def test_the_span_holds_the_words_as_given() -> None:
    assert contacts(f"{BODY}办公电话:(0555) 2345678 转 801\n")[0][3] == "(0555) 2345678 转 801"


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("0555—2345678", "0555-2345678"),
        ("05552345678", "0555-2345678"),
        ("(010)62345678", "010-62345678"),
        ("021-62345678", "021-62345678"),
        ("2345678转801", "2345678-801"),
        ("2345678-801", "2345678-801"),
        ("400-800-1234", "400-800-1234"),
        ("139-0000-1234", "13900001234"),
    ],
)
def test_how_a_number_is_written(words: str, digits: str) -> None:
    assert written(words) == digits
