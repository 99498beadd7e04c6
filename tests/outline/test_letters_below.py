"""What has the shape of a covering letter's title and stands behind a plan, or in a list of news above one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline

Read = Callable[..., tuple[CleanText, Outline]]

PLAN = "青河县2031年水利工作方案\n一、目标任务\n新建泵站12座,治理河道30公里。\n二、保障措施\n加强组织领导。\n"
UNTITLED = "全县新建泵站12座,治理河道30公里。\n各镇要按时完成,不留死角。\n"
LATE = [
    "附件:关于开展检查工作的通知",
    "2.关于报送材料的通知",
    "· 青河县水利局关于开展检查的通知",
    "原文链接:关于印发方案的通知",
    "来源:青河县水利局关于印发水利方案的通知(青水发〔2031〕5号)",
    "相关:关于堤防项目的批复",
    "下一篇:关于开展检查工作的决定",
    "按照青河县政府办公室\n关于开展检查工作的通知\n要求,抓好落实。",
]


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize(("plan", "headings"), [(PLAN, 2), (UNTITLED, 0)])
def test_a_letter_s_name_behind_a_plan_sends_nothing_out(read: Read, plan: str, headings: int, late: str) -> None:
    _, outline = read(plan + late)
    assert [(found.start, len(found.sections)) for found in outline.plans] == [(0, headings)]


@pytest.mark.parametrize("heading", ["(三)发展目标", "【发展目标】", "发展目标"])
def test_a_letter_s_name_within_a_plan_sends_nothing_out(read: Read, heading: str) -> None:
    _, outline = read(
        f"{heading}\n新建泵站12座。\n按照县政府办公室\n关于开展检查工作的通知\n要求落实。\n二、措施\n抓好巡查。"
    )
    assert [plan.start for plan in outline.plans] == [0]


def test_a_list_of_news_is_no_part_of_a_letter_s_title(read: Read) -> None:
    title = "青河县水利局关于印发《青河县防汛工作方案》的通知"
    letter = f"{title}\n各镇人民政府:\n现将方案印发给你们。\n青河县水利局\n2031年5月3日"
    letter += "\n青河县防汛工作方案\n一、目标\n储备沙袋500条。"
    for news in ("· 关于做好检查的通知 05-01\n\n", "· 关于做好检查的通知 05-01\n· 关于做好春耕的函 [2031-05-02]\n"):
        _, outline = read(news + letter)
        assert outline.title == title
        assert [plan.title for plan in outline.plans] == ["青河县防汛工作方案"]


def test_a_page_that_leads_in_a_letter_with_an_amount_keeps_it(read: Read) -> None:
    head = "导读:全县新建学校5所。\n青河县水利局关于印发防汛工作方案的通知\n各镇:\n现印发给你们。\n"
    _, outline = read(f"{head}青河县防汛工作方案\n一、目标任务\n新建泵站12座。")
    assert outline.title == "青河县水利局关于印发防汛工作方案的通知"


def test_a_letter_s_title_in_a_row_between_bars(read: Read) -> None:
    head = "索引号:|A1|\n名 称:|青河县水利局关于印发《青河县防汛工作方案》的通知|||\n各镇人民政府:\n现印发给你们。\n"
    _, outline = read(f"{head}青河县水利局\n2031年5月3日\n青河县防汛工作方案\n一、目标任务\n新建泵站12座。")
    assert outline.title == "青河县水利局关于印发《青河县防汛工作方案》的通知"
