"""Letters one behind the other: each plan ends at the next letter's head, and is dated by its own letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline

Read = Callable[..., tuple[CleanText, Outline]]

PLAN = "青河市2031年水利规划\n一、目标任务\n到2035年,新建泵站12座。\n二、保障措施\n加强组织领导。\n"
OTHER = "清溪县节水方案\n一、目标任务\n新建水库3座。\n"
FIRST = (
    "青河市人民政府关于印发青河市2031年水利规划的通知\n青政发〔2031〕5号\n各县(市、区)人民政府,市政府各部门:\n"
    "现将规划印发给你们。\n2031年1月5日\n"
)
SECOND = "{}关于印发清溪县节水方案的通知\n{}各乡镇人民政府,县直有关单位:\n现印发给你们。\n清溪县水利局\n2031年3月20日\n"
ALONE = "清溪县人民政府关于做好造林工作的通知\n各乡镇:\n全县造林3000亩。\n清溪县人民政府\n2031年3月22日\n"
APPOINTMENT = "青河市人民政府关于任命某同志的通知\n各县人民政府:\n任命某同志为局长。\n2031年3月25日\n"


def dated(outline: Outline) -> list[tuple[str | None, str | None]]:
    return [(plan.title, plan.date) for plan in outline.plans]


@pytest.mark.parametrize("issuer", ["清溪县水利局", "清溪县水利局\n", "清水发〔2031〕7号\n清溪县水利局", ""])
@pytest.mark.parametrize("number", ["", "清水发〔2031〕7号\n"])
def test_a_letter_s_whole_head_ends_the_plan_before_it(read: Read, issuer: str, number: str) -> None:
    text, outline = read(FIRST + PLAN + SECOND.format(issuer, number) + OTHER)
    assert dated(outline) == [("青河市2031年水利规划", "2031-01-05"), ("清溪县节水方案", "2031-03-20")]
    assert [plan.department for plan in outline.plans] == ["青河市人民政府", "清溪县水利局"]
    assert text.text[: outline.plans[0].end].endswith("加强组织领导。\n")


def test_a_letter_that_lost_its_addressees_sends_its_plan(read: Read) -> None:
    second = SECOND.format("清溪县水利局", "清水发〔2031〕7号\n").replace("各乡镇人民政府,县直有关单位:\n", "")
    _, outline = read(FIRST + PLAN + second.replace("现印发", "现将方案印发") + OTHER)
    assert dated(outline) == [("青河市2031年水利规划", "2031-01-05"), ("清溪县节水方案", "2031-03-20")]


def test_the_first_plan_of_a_bulletin_keeps_its_own_date_or_none(read: Read) -> None:
    for signed, date in (("", None), ("青河市水利局\n2031年2月1日\n", "2031-02-01")):
        _, outline = read(PLAN + signed + SECOND.format("清溪县水利局", "") + OTHER)
        assert dated(outline) == [("青河市2031年水利规划", date), ("清溪县节水方案", "2031-03-20")]


def test_a_letter_that_sends_nothing_out_is_a_plan_where_it_sets_something_out(read: Read) -> None:
    first, alone = ("青河市2031年水利规划", "2031-01-05"), ("清溪县人民政府关于做好造林工作的通知", "2031-03-22")
    last = "清溪县节水方案", "2031-03-20"
    assert dated(read(FIRST + PLAN + ALONE)[1]) == [first, alone]
    assert dated(read(ALONE + FIRST + PLAN)[1]) == [alone, first]
    assert dated(read(FIRST + PLAN + ALONE + SECOND.format("清溪县水利局", "") + OTHER)[1]) == [first, alone, last]


def test_an_appointment_ends_the_plan_before_it_and_is_none(read: Read) -> None:
    text, outline = read(FIRST + PLAN + APPOINTMENT)
    assert dated(outline) == [("青河市2031年水利规划", "2031-01-05")]
    assert text.text[: outline.plans[0].end].endswith("加强组织领导。\n")
    assert dated(read(FIRST + PLAN + APPOINTMENT + ALONE)[1])[1] == (
        "清溪县人民政府关于做好造林工作的通知",
        "2031-03-22",
    )


def test_a_letter_that_is_passed_on_opens_no_plan_of_its_own(read: Read) -> None:
    passed = "青河市水利局转发省水利厅关于节水工作的通知\n各县水利局:\n现转发给你们。\n2031年4月1日\n"
    _, outline = read(passed + SECOND.format("省水利厅", "") + OTHER)
    assert [plan.title for plan in outline.plans] == ["清溪县节水方案"]


@pytest.mark.parametrize(
    "late",
    [
        "来源:关于印发水利方案的通知\n责任单位:\n县水利局\n",
        "按照县政府办公室\n关于开展检查工作的通知\n要求:\n抓好落实。\n",
        "县政府下发了关于开展检查工作的通知\n各镇要建立以下机构:\n领导小组1个。\n",
        "关于开展检查工作的通知\n责任单位:\n县水利局\n",
        "附件2\n关于报送材料的通知\n各镇:\n请报送。\n",
        "附件2\n清溪县水利局\n关于报送材料的通知\n各镇:\n新建泵站2座。\n",
        "相关文件\n关于开展检查的通知\n青政发〔2031〕5号\n关于报送的通知\n",
    ],
)
def test_the_name_of_a_letter_alone_ends_no_plan(read: Read, late: str) -> None:
    text, outline = read(FIRST + PLAN + late)
    assert [plan.end for plan in outline.plans] == [len(text.text)]


def test_a_page_that_names_its_letter_twice_has_one(read: Read) -> None:
    head = "关于印发青河市2031年水利规划的通知\n发布时间:2031-01-06\n全县新建学校5所。\n"
    assert dated(read(head + FIRST + PLAN)[1]) == [("青河市2031年水利规划", "2031-01-05")]
