"""What stands at the head of a page or letter, around the title: navigation, number and date, who writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline
from planparse.outline.navigation import navigation_end

Read = Callable[..., tuple[CleanText, Outline]]

BODY = "一、工作目标\n新建泵站5座。\n"


@pytest.mark.parametrize(
    "front",
    [
        "下载\n打印\n全屏\n收藏\n【字号:\n加大\n还原\n减小\n】\n",
        "当前位置:\n首页\n>\n政务信息\n>\n青河要闻\n",
        "您的位置:\n首页\n>\n青河要闻\n青河要闻\n",
        "当前位置:首页 > 政务公开 > 规划计划\n",
        "【字体:大 中 小】 打印 分享到:\n",
    ],
)
def test_the_navigation_of_a_page_stands_above_the_title(read: Read, front: str) -> None:
    text, outline = read(f"{front}2031年青河县政府工作报告\n各位代表:\n请予审议。\n{BODY}")
    (plan,) = outline.plans
    assert (plan.title, text.text[plan.start :][:9]) == ("2031年青河县政府工作报告", "2031年青河县政")


@pytest.mark.parametrize(
    "line",
    ["打印耗材采购方案", "下载中心建设工作方案", "首页改版方案", "中小学布局规划", "青河县防汛方案", "大中小", ""],
)
def test_a_line_that_says_something_is_no_navigation(line: str) -> None:
    assert navigation_end(line) == 0
    assert navigation_end(f"打印\n{line}\n收藏\n") in (0, 3) or line == "大中小"


def test_when_a_page_was_posted_is_no_heading_and_no_date_of_issue(read: Read) -> None:
    _, outline = read(f"青河县防汛工作方案\n发布时间:\n2031-05-01\n{BODY}")
    (plan,) = outline.plans
    assert (plan.date, [section.title for section in plan.sections]) == (None, ["工作目标"])


def test_who_writes_above_the_title_and_the_day_behind_the_number(read: Read) -> None:
    _, outline = read(
        "云岭县人民政府\n关于印发云岭县养老实施方案的通知\n云政发〔2031〕8号 2031年4月2日\n各镇:\n云岭县养老实施方案\n"
        + BODY
    )
    assert outline.title == "云岭县人民政府关于印发云岭县养老实施方案的通知"
    assert (outline.issuer, outline.doc_number, outline.date) == ("云岭县人民政府", "云政发〔2031〕8号", "2031-04-02")


def test_a_title_in_marks_behind_its_number(read: Read) -> None:
    _, outline = read(
        "青水发〔2031〕8号《青河县水利局关于印发青河县清渠方案的通知》\n各镇:\n请执行。\n青河县水利局\n2031年6月8日\n青河县清渠方案\n"
        + BODY
    )
    assert (outline.title, outline.doc_number) == ("青河县水利局关于印发青河县清渠方案的通知", "青水发〔2031〕8号")
    assert (outline.issuer, outline.date) == ("青河县水利局", "2031-06-08")


@pytest.mark.parametrize(
    ("first", "title"),
    [("6.26禁毒宣传工作方案", "6.26禁毒宣传工作方案"), ("1.1 工作方案", None)],
)
def test_a_day_opens_a_title(read: Read, first: str, title: str | None) -> None:
    assert read(f"{first}\n一、活动安排\n发放传单600份。\n")[1].title == title


def test_a_first_line_with_neighbours_is_a_heading(read: Read) -> None:
    assert read("3.1清渠工作方案\n清理河渠5条。\n3.2护林工作方案\n造林5亩。\n")[1].title is None


def test_a_list_of_attachments_names_no_title_but_what_follows_the_signature_is_one(read: Read) -> None:
    listed = "附件:1.2031年青河县任务清单\n2.2031年八件实事任务分解\n青河县水利局\n2031年4月8日\n"
    _, outline = read(f"{listed}{BODY}")
    assert (outline.title, outline.issuer, outline.date) == (None, "青河县水利局", "2031-04-08")
    for mark in ("附件1\n", "(此件公开发布)\n附件1\n"):
        _, outline = read(f"{listed}{mark}2031年青河县任务清单\n{BODY}")
        (plan,) = outline.plans
        assert (plan.title, plan.department, outline.date) == ("2031年青河县任务清单", "青河县水利局", "2031-04-08")


def test_the_mark_of_an_attachment_is_no_piece_of_the_title_below_it(read: Read) -> None:
    _, outline = read(
        "青河县水利局关于印发2031年任务清单的通知\n各镇:\n请执行。\n青河县水利局\n2031年4月8日\n附件1\n2031年青河县任务清单\n"
        + BODY
    )
    assert [plan.title for plan in outline.plans] == ["2031年青河县任务清单"]


def test_whose_paper_it_is_opens_no_plan(read: Read) -> None:
    _, outline = read(f"青河县抗旱应急预案\n管理单位:\n青河县防汛办\n{BODY}")
    assert [plan.title for plan in outline.plans] == ["青河县抗旱应急预案"]


def test_a_letter_below_the_name_of_what_it_sends_out(read: Read) -> None:
    title = "青河县安全治理三年行动方案(2031—2033年)"
    _, outline = read(f"{title}\n各镇:\n现将《{title}》印发你们,请执行。\n青河县安委会\n2031年3月9日\n{title}\n{BODY}")
    assert len(outline.plans) == 1
    assert outline.date == "2031-03-09"


def test_a_day_between_sentences_and_the_day_of_a_stage_sign_nothing(read: Read) -> None:
    for words in (
        f"{BODY}全县稳步推进。\n2031年3月12日\n全县整治自2031年3月开始,年底结束。\n",
        "(一)动员部署(2031年1月10日)\n召开会议。\n",
    ):
        _, outline = read(words)
        assert (outline.issuer, outline.date) == (None, None)
    signed = f"青河县防汛方案\n{BODY}全县稳步推进。\n2031年3月12日\n(此件公开发布。)\n"
    assert read(signed)[1].date == "2031-03-12"
