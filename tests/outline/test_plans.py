"""Where plans begin, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline

Read = Callable[..., tuple[CleanText, Outline]]

COMPENDIUM = """青河县教育局
1+N教育帮扶专项工作方案
一、基本现状
全县有寄宿学校12所,设施老化。
二、目标任务
2026年改造寄宿学校8所。
责任人:白子谦
青河县教育局
2026年2月3日
青河县供电公司
1+N电力帮扶专项工作方案
一、基本现状
有23个村电压不稳。
二、目标任务
2026年改造台区40个。
青河县供电公司
2026年2月31日
"""

RUNNING_HEAD = """电力帮扶专项行动方案
国网青河县供电公司
一、基本现状
有23个村电压不稳。
"""

NUMBERED = """青河县行业帮扶专项方案汇编

1. 县教育局
教育帮扶专项工作方案
一、基本情况
全县现有学生3200人。
2. 团县委
志愿服务专项工作方案
一、基本情况
现有志愿者900人。
"""

ENUMERATED = """关于印发《青河区成员单位乡村振兴专项工作计划》的通知
青乡振组〔2025〕5号
各成员单位:
现将计划印发给你们,请认真贯彻执行。
青河区乡村振兴工作领导小组
2025年3月8日
一、区委组织部
(一)目标任务
选派第一书记45名。
(二)工作措施
1.抓派驻。选派工作队45支。
二、人民银行青河支行
(一)目标任务
发放贷款5亿元。
"""

LETTER = """青河市教育局等三部门关于印发
《青河市学前教育提升行动计划(2021-2025年)》的通知
青教基〔2021〕30号
各县区教育局:
现将《青河市学前教育提升行动计划(2021-2025年)》印发给你们,请结合实际,认真贯彻落实。
附件:1.任务分解表
2.指标说明
青河市教育局
青河市财政局
2021年12月30日
青河市学前教育提升行动计划
(2021-2025年)
为进一步推进学前教育普及普惠发展,制定本计划。
一、主要目标
到2025年,毛入园率达到95%以上。
附件1
任务分解表
一、扩容
新建幼儿园30所。
"""

ANNEXED = """青河市人民政府办公室
关于印发青河市大气污染防治专项行动方案的通知
各县区人民政府:
两个方案已经市政府同意,现印发给你们,请认真组织实施。
青河市人民政府办公室
2020年4月7日
附件1
青河市工业源治理专项行动方案
一、行动目标
排放量下降10%。
附件2
青河市扬尘治理专项行动方案
一、行动目标
机械化清扫率达到95%。
"""

DUTIES = """青河县改厕实施方案
一、目标任务
改厕3000户。
二、职责分工
(一)县农业农村局
1.负责统筹协调。
2.负责业务指导。
(二)县财政局
1.负责筹措资金。
2.负责资金监管。
"""


def departments(outline: Outline) -> list[str | None]:
    return [plan.department for plan in outline.plans]


def test_a_compendium_parts_at_its_departments(read: Read) -> None:
    text, outline = read(COMPENDIUM)
    assert departments(outline) == ["青河县教育局", "青河县供电公司"]
    assert [plan.title for plan in outline.plans] == ["1+N教育帮扶专项工作方案", "1+N电力帮扶专项工作方案"]
    assert [plan.date for plan in outline.plans] == ["2026-02-03", None]
    assert [text.text[plan.start : plan.start + 6] for plan in outline.plans] == ["青河县教育局", "青河县供电公"]


def test_what_a_department_does_for_others_is_its_own_plan(read: Read) -> None:
    _, outline = read(COMPENDIUM.replace("1+N教育帮扶", "农村学校办学条件改善"))
    assert departments(outline) == ["青河县教育局", "青河县供电公司"]


def test_a_title_may_begin_with_a_quoted_name(read: Read) -> None:
    _, outline = read(COMPENDIUM.replace("1+N电力帮扶", "“光明行动”"))
    assert [plan.title for plan in outline.plans][1:] == ["“光明行动”专项工作方案"]


def test_a_running_head_above_the_department_gives_the_title(read: Read) -> None:
    text, outline = read(RUNNING_HEAD * 2)
    assert departments(outline) == ["国网青河县供电公司"] * 2
    assert {plan.title for plan in outline.plans} == {"电力帮扶专项行动方案"}
    assert text.text[outline.plans[0].end :].startswith("电力帮扶专项行动方案")


@pytest.mark.parametrize(
    ("document", "names"),
    [(NUMBERED, ["县教育局", "团县委"]), (ENUMERATED, ["区委组织部", "人民银行青河支行"])],
)
def test_numbered_departments_are_plans(read: Read, document: str, names: list[str]) -> None:
    assert departments(read(document)[1]) == names


def test_departments_that_only_share_out_duties_are_no_plans(read: Read) -> None:
    text, outline = read(DUTIES)
    assert len(outline.plans) == 1
    titles = [section.title for section in outline.plans[0].sections]
    assert titles == ["目标任务", "职责分工", "县农业农村局", "县财政局"]
    assert text.text.startswith(outline.plans[0].title or "?")


@pytest.mark.parametrize("place", ["白水县清溪镇", "清溪镇", "白水县", "青山街道"])
def test_a_bare_place_above_the_title_is_the_department(read: Read, place: str) -> None:
    text, outline = read(f"{place}\n2031年清渠工作方案\n一、工作目标\n清渠3公里。\n")
    assert (departments(outline), outline.plans[0].title) == ([place], "2031年清渠工作方案")
    assert text.text[outline.plans[0].start :].startswith(place)


@pytest.mark.parametrize("line", ["各乡镇", "美丽乡村", "贫困村", "建设平安村"])
def test_what_only_ends_like_a_place_is_no_department(read: Read, line: str) -> None:
    assert departments(read(f"{line}\n2031年清渠工作方案\n一、工作目标\n清渠3公里。\n")[1]) == [None]


def test_below_a_place_others_are_departments_too(read: Read) -> None:
    first, second = (f"2031年{work}工作方案\n一、工作目标\n清渠3公里。\n" for work in ("防汛", "抗旱"))
    assert departments(read(f"清溪镇\n{first}白水镇\n{second}")[1]) == ["清溪镇", "白水镇"]


def test_a_covering_letter_belongs_to_no_plan_and_dates_it(read: Read) -> None:
    text, outline = read(LETTER)
    (plan,) = outline.plans
    assert text.text[plan.start :].startswith("青河市学前教育提升行动计划\n(2021")
    assert (plan.department, plan.date, plan.period) == ("青河市教育局", "2021-12-30", (2021, 2025))
    assert plan.title == "青河市学前教育提升行动计划(2021-2025年)"
    assert (outline.doc_number, outline.issuer, outline.date) == ("青教基〔2021〕30号", "青河市教育局", "2021-12-30")
    assert outline.title is not None
    assert outline.title.endswith("的通知")
    assert [section.title for section in plan.sections] == ["主要目标", "任务分解表", "扩容"]
    assert plan.sections[1].kinds == ("attachment",)


def test_a_title_in_title_marks_opens_a_document(read: Read) -> None:
    _, outline = read("《青河市节能降碳实施方案(2022-2025年)》\n为推动转型,制定本方案。\n一、总体要求\n有序推进。\n")
    (plan,) = outline.plans
    assert (plan.title, plan.period) == ("青河市节能降碳实施方案(2022-2025年)", (2022, 2025))


def test_a_title_may_have_the_words_of_a_heading_at_the_top(read: Read) -> None:
    _, outline = read("青河县2026年重点工作任务分工\n一、农业\n新建水渠。\n二、工业\n技术改造。\n")
    (plan,) = outline.plans
    assert (plan.title, plan.year) == ("青河县2026年重点工作任务分工", 2026)
    assert [section.title for section in plan.sections] == ["农业", "工业"]


def test_a_letter_names_the_title_of_what_it_sends_out(read: Read) -> None:
    text, outline = read(
        "关于印发《青河市防汛任务和责任清单》的通知\n各镇:\n现印发给你们,请认真执行。\n附件:青河市防汛任务和责任清单\n"
        "青河市水利局\n2026年4月1日\n青河市防汛任务\n和责任清单\n一、工作目标\n安全度汛。\n"
    )
    (plan,) = outline.plans
    assert (plan.title, plan.department, plan.date) == ("青河市防汛任务和责任清单", "青河市水利局", "2026-04-01")
    assert text.text[plan.start :].startswith("青河市防汛任务")


def test_a_letter_that_has_lost_its_title_still_says_what_it_sends_out(read: Read) -> None:
    text, outline = read(
        "各镇:\n现将《青河市2026年防汛重点工作任务》印发给你们,请认真执行。\n青河市水利局\n2026年4月1日\n"
        "青河市2026年防汛重点工作任务\n一、工作目标\n安全度汛。\n"
    )
    (plan,) = outline.plans
    assert (plan.title, plan.department, plan.date) == ("青河市2026年防汛重点工作任务", "青河市水利局", "2026-04-01")
    assert text.text[plan.start :].startswith("青河市2026年防汛")


def test_a_letter_begins_at_the_line_above_its_title_that_names_who_writes(read: Read) -> None:
    _, outline = read("青河市水利局\n关于做好防汛信息报送工作的通知\n各镇:\n请认真报送。\n一、工作要求\n按时报送。\n")
    (plan,) = outline.plans
    assert (plan.start, plan.department, plan.title) == (0, "青河市水利局", "关于做好防汛信息报送工作的通知")


def test_a_letter_without_a_signer_has_one_in_its_title(read: Read) -> None:
    _, outline = read(
        "青河市水利局关于印发防汛工作方案的通知\n各镇:\n现印发给你们,请认真执行。\n2026年4月1日\n"
        "防汛工作方案\n一、工作目标\n安全度汛。\n"
    )
    (plan,) = outline.plans
    assert (plan.department, plan.date) == ("青河市水利局", "2026-04-01")


def test_annexed_plans_are_plans_of_their_own(read: Read) -> None:
    _, outline = read(ANNEXED)
    assert [plan.title for plan in outline.plans] == ["青河市工业源治理专项行动方案", "青河市扬尘治理专项行动方案"]
    assert outline.date == "2020-04-07"


def test_a_collection_of_models_parts_at_its_numbers(read: Read) -> None:
    piece = "\n一、工作目标\n确保度汛安全。\n二、工作措施\n1、备足物资。编织袋2000条。\n"
    text, outline = read(f"防汛工作方案范文\n第1篇{piece}第2篇{piece}")
    assert [text.text[plan.start : plan.start + 3] for plan in outline.plans] == ["第1篇", "第2篇"]
    assert [len(plan.sections) for plan in outline.plans] == [3, 3]


@pytest.mark.parametrize(
    "titles",
    [
        ("防汛工作方案范文(精选篇1)", "防汛工作方案范文(精选篇2)"),
        ("防汛工作方案1", "防汛工作方案2"),
        ("乡镇防汛工作计划(一)", "乡镇防汛工作计划(二)"),
        ("乡镇防汛工作计划范文第1篇", "乡镇防汛工作计划范文第2篇"),
    ],
)
def test_a_collection_of_models_parts_at_its_numbered_titles(read: Read, titles: tuple[str, str]) -> None:
    piece = "\n一、工作目标\n确保度汛安全。\n二、工作措施\n1、备足物资。编织袋2000条。\n"
    text, outline = read(f"防汛工作方案范文2篇\n以下是整理的范文。\n{titles[0]}{piece}{titles[1]}{piece}")
    assert [text.text[plan.start : plan.start + len(titles[0])] for plan in outline.plans] == list(titles)


def test_an_odd_paper_of_a_collection_is_parted_too(read: Read) -> None:
    piece = "\n一、工作目标\n确保度汛安全。\n"
    _, outline = read(
        f"防汛工作方案范文\n第1篇:乡镇防汛工作方案{piece}第2篇:防汛宣传{piece}【第3篇】清渠方案副本{piece}"
    )
    assert [plan.title for plan in outline.plans] == ["乡镇防汛工作方案", "防汛宣传", "清渠方案副本"]
    _, outline = read(f"青河县防汛规划\n第一篇 开局{piece}第二篇 排涝规划{piece}")
    assert len(outline.plans) == 1


def test_one_numbered_title_is_a_title(read: Read) -> None:
    _, outline = read("青河市科技研发计划(二)\n一、工作目标\n立项20个。\n")
    assert [plan.title for plan in outline.plans] == ["青河市科技研发计划(二)"]


def test_divisions_above_chapters_are_one_plan(read: Read) -> None:
    _, outline = read(
        "青河市“十四五”规划纲要\n第一篇 开局\n第一章 基础\n有成就。\n第二篇 布局\n第二章 空间\n有格局。\n"
    )
    assert len(outline.plans) == 1


def test_a_title_over_two_lines(read: Read) -> None:
    _, outline = read("青石镇2026年人居环境整治\n工作方案\n\n为整治环境,制定本方案。\n一、工作目标\n建成示范村6个。\n")
    assert outline.plans[0].title == "青石镇2026年人居环境整治工作方案"
    assert outline.plans[0].year == 2026


def test_a_cover_and_its_date_come_before_the_plan(read: Read) -> None:
    title = "青河市“十四五”卫生健康规划"
    text, outline = read(f"{title}\n2021年12月\n{title}\n为推进健康青河建设,制定本规划。\n第一章 规划背景\n有基础。\n")
    assert text.text[outline.plans[0].start :].startswith(f"{title}\n为推进")


def test_a_letter_that_holds_the_plan_itself_is_the_plan(read: Read) -> None:
    _, outline = read(
        "青河县教育局关于做好汛期学校安全工作的通知\n各学校:\n一、工作目标\n零事故。\n青河县教育局\n2023年8月25日\n"
    )
    assert departments(outline) == ["青河县教育局"]
    assert outline.plans[0].date == "2023-08-25"


def test_issuer_and_date_under_the_title(read: Read) -> None:
    _, outline = read(
        "健康帮扶实施方案\n青河县卫生健康局\n(2018年6月12日)\n为做好帮扶,制定本方案。\n一、总体目标\n全覆盖。\n"
    )
    assert (outline.plans[0].department, outline.plans[0].date) == ("青河县卫生健康局", "2018-06-12")


def test_what_the_head_of_a_web_page_says(read: Read) -> None:
    _, outline = read(
        "首页>政策文件\n发文机关:青河县水利局\n发文字号:青水发〔2021〕17号\n成文日期:2021年4月15日\n发布时间:2021-04-18\n"
        "青河县农村改水工作方案\n一、工作目标\n改水3000户。\n"
    )
    assert (outline.issuer, outline.doc_number, outline.date) == ("青河县水利局", "青水发〔2021〕17号", "2021-04-15")
    assert (outline.plans[0].department, outline.plans[0].date) == ("青河县水利局", "2021-04-15")


def test_a_bulletin_is_one_plan(read: Read) -> None:
    _, outline = read(
        "青河教育工作简报第12期\n\n【工作动态】\n检查学校120所,整改问题56个。\n一、检查全覆盖。共检查120所。\n"
    )
    assert [plan.title for plan in outline.plans] == ["青河教育工作简报第12期"]


def test_a_text_without_a_title_is_one_plan(read: Read) -> None:
    assert len(read("到2026年,森林覆盖率达到42%。")[1].plans) == 1
    assert read("")[1].plans == ()


BODY = "一、工作目标\n完成清渠3处。\n二、保障措施\n加强领导。\n"


@pytest.mark.parametrize(
    "document",
    [
        f"青河市水利局2031年工作计划\n{BODY}青河市民政局2031年工作要点\n{BODY}",
        f"青河市水利局工作计划\n{BODY}青河市民政局工作要点\n{BODY}",
        f"青河县2031年防汛方案\n{BODY}青河县2031年清渠方案\n{BODY}",
        f"1.青河市水利局工作方案\n{BODY}2.青河市民政局工作方案\n{BODY}",
        f"青河市水利局工作方案\n{BODY}青河市水利局\n2031年3月\n青河市民政局工作方案\n{BODY}",
        f"青河市水利局工作方案\n{BODY}青河市水利局\n二○三一年七月\n清渠活动方案\n{BODY}",
        f"青河市水利局工作方案\n{BODY}青河市水利局\n青河市民政局清渠活动方案\n{BODY}",
        f"青河市水利局工作方案\n{'逐段清淤。' * 9}\n青河市民政局工作方案\n一、工作目标\n新建敬老院3所。\n",
    ],
)
def test_each_plan_of_a_compendium_may_begin_with_its_title_alone(read: Read, document: str) -> None:
    text, outline = read(document)
    assert len(outline.plans) == 2
    second = outline.plans[1]
    assert second.title is not None
    assert second.title.endswith(("工作方案", "工作要点", "活动方案", "清渠方案"))
    assert text.text[second.start : second.end].count("一、工作目标") == 1


def test_titles_and_departments_may_open_the_plans_of_one_compendium(read: Read) -> None:
    own = f"青河市水利局2031年工作计划\n{BODY}"
    with_department = f"青河市民政局\n2031年工作要点\n{BODY}"
    assert departments(read(own + with_department)[1]) == ["青河市水利局", "青河市民政局"]
    assert departments(read(with_department + own)[1]) == ["青河市民政局", "青河市水利局"]


def test_among_the_plans_of_several_organs_a_title_without_a_name_opens_one(read: Read) -> None:
    named = f"青河市水利局工作方案\n{BODY}青河市民政局工作方案\n{BODY}"
    assert len(read(f"{named}局机关清渠活动方案\n{BODY}")[1].plans) == 3
    assert len(read(f"清渠工作方案\n{BODY}机关清渠活动方案\n{BODY}")[1].plans) == 1


def test_a_list_that_an_organ_puts_forward_opens_its_plan(read: Read) -> None:
    _, outline = read(f"青河市水利局2031年目标任务\n{BODY}青河市民政局2031年目标任务\n{BODY}")
    assert [plan.title for plan in outline.plans] == ["青河市水利局2031年目标任务", "青河市民政局2031年目标任务"]


def test_the_block_of_contacts_in_front_of_a_title_closes_its_own_plan(read: Read) -> None:
    block = "责任人:田野\n联系电话:0555-2345678\n"
    _, outline = read(f"青河市水利局2031年工作方案\n{BODY}{block}青河市民政局2031年工作方案\n{BODY}{block}")
    assert [[section.implicit for section in plan.sections] for plan in outline.plans] == [[False, False, True]] * 2


def test_what_stands_above_the_plans_of_a_compendium_is_not_the_first_of_them(read: Read) -> None:
    intro = "各部门结合实际编制了工作计划,现予汇总,请对照执行," + "逐项抓好落实" * 4 + "。\n"
    _, outline = read(
        f"青河市2031年工作要点\n{intro}青河市水利局2031年工作计划\n{BODY}青河市民政局2031年工作计划\n{BODY}"
    )
    assert departments(outline) == [None, "青河市水利局", "青河市民政局"]


@pytest.mark.parametrize(
    "document",
    [
        # A list of papers, a running head, a heading without a name, a paper of the plan's own organ.
        f"青河县2031年防汛方案\n{BODY}三、预案\n各镇编制:\n青河县2031年应急方案\n一、监测预警\n加强监测。\n",
        f"青河县2031年防汛方案\n{BODY}青河县2031年防汛方案\n三、附则\n印发之日起施行。\n",
        "青河县2031年防汛方案\n一、目标\n安全度汛。\n二、任务\n清渠工作方案\n一、清渠\n逐段清淤。\n",
        f"青河县2031年防汛方案\n{BODY}附件:1.青河市水利局工作方案\n2.青河市民政局工作方案\n",
        "青河县水利局工作方案\n一、目标\n安全度汛。\n二、任务\n青河县气象局监测方案\n加密监测。\n三、保障\n落实经费。\n",
        "青河县发展规划\n第一章 目标\n一、清渠\n逐段清淤。\n青河县水利发展规划\n一、修闸\n第二章 任务\n",
    ],
)
def test_a_title_inside_a_plan_parts_nothing(read: Read, document: str) -> None:
    _, outline = read(document)
    assert len(outline.plans) == 1


@pytest.mark.parametrize(
    "document",
    [
        f"清渠活动方案\n{BODY}青河市水利局\n2031年7月\n",
        f"清渠活动方案\n{BODY}青河市水利局2031年7月\n",
        f"清渠活动方案\n{BODY}二○三一年七月\n",
        f"清渠活动方案\n(2031年7月)\n{BODY}",
        f"清渠活动方案\n青河市水利局\n2031年7月\n{BODY}",
        f"青河市水利局关于印发清渠活动方案的通知\n各镇:\n现予印发。\n青河市水利局\n2031年7月\n清渠活动方案\n{BODY}",
    ],
)
def test_a_plan_may_be_signed_without_a_day(read: Read, document: str) -> None:
    _, outline = read(document)
    (plan,) = outline.plans
    assert (plan.date, plan.month, outline.month) == (None, "2031-07", "2031-07")


def test_a_month_below_no_issuer_is_no_signature(read: Read) -> None:
    _, outline = read(f"清渠活动方案\n{BODY}三、完成时间\n清渠工程\n2031年7月\n")
    assert outline.plans[0].month is None


@pytest.mark.parametrize("paper", ["民生实事项目表", "重点工作清单", "工作台账", "目标任务", "工作思路", "进展情况表"])
def test_a_list_of_somebody_and_a_year_is_a_title(read: Read, paper: str) -> None:
    _, outline = read(f"青河县2031年{paper}\n一、水利\n年底前修复水渠3处。\n")
    (plan,) = outline.plans
    assert (plan.title, plan.year, len(plan.sections)) == (f"青河县2031年{paper}", 2031, 1)


def test_a_list_behind_an_outline_does_not_open_the_plan(read: Read) -> None:
    _, outline = read("一、水利\n年底前修复水渠3处。\n青河县2031年工作台账\n清渠进度。\n")
    assert [plan.start for plan in outline.plans] == [0]


BODY = """
一、目标任务
新建公路2公里。
二、保障措施
加强领导,强化督导,确保各项工作任务落到实处,按时完成全年的目标任务。
"""


@pytest.mark.parametrize(
    ("head", "title", "department"),
    [
        ("标题:清溪镇2031年工作计划\n发布日期:2031-01-05", "清溪镇2031年工作计划", None),
        ("索引号:7\n名 称:清溪镇2031年工作计划", "清溪镇2031年工作计划", None),
        (
            "| 发文字号: | 发文时间:2031-01-05 |\n| 标题:清溪镇人民政府2031年工作计划 | |\n| 主题分类:综合 | |",
            "清溪镇人民政府2031年工作计划",
            "清溪镇人民政府",
        ),
        # The title itself, further down, counts more.
        ("信息名称:青河县2031年工作要点\n青河县2031年工作要点", "青河县2031年工作要点", None),
        # A project's name is no title of the page.
        ("青河县茶园实施方案\n规模和\n名称:清溪镇茶园建设方案", "青河县茶园实施方案", None),
    ],
)
def test_a_title_may_stand_behind_its_label(read: Read, head: str, title: str, department: str | None) -> None:
    text, outline = read(head + BODY)
    (plan,) = outline.plans
    assert (plan.title, plan.department) == (title, department)
    assert text.text.startswith(title, plan.start)


def test_a_letter_s_title_loses_its_label(read: Read) -> None:
    letter = "青河县水利局关于印发《青河县防汛工作方案》的通知"
    _, outline = read(f"信息名称:{letter}\n索引号:7\n各镇:\n现印发给你们。\n青河县防汛工作方案" + BODY)
    assert (outline.title, [plan.title for plan in outline.plans]) == (letter, ["青河县防汛工作方案"])


@pytest.mark.parametrize(
    "title",
    ["2031年十大惠民实事项目出炉", "2031年为民办实事项目公布", "2031年十大民生实事", "青河县2031年的十大惠民实事"],
)
def test_what_a_year_does_for_people_needs_no_place(read: Read, title: str) -> None:
    text, outline = read(f"公开范围 面向全社会\n发布机构 县政府办公室 发文日期 2031-05-27\n\n{title}" + BODY)
    (plan,) = outline.plans
    assert (plan.title, plan.department, plan.date) == (title, "县政府办公室", "2031-05-27")
    assert text.text.startswith(title, plan.start)


@pytest.mark.parametrize(
    ("head", "issuer", "date"),
    [
        ("成文日期 2031-05-27\n发文机关 青河县水利局\n", "青河县水利局", "2031-05-27"),
        # When a page was posted is no date of issue, and its fields are nobody's name.
        ("解读方式 文字方式 发布日期 2031-05-27\n", None, None),
        ("发文机关 青河县水利局 文号 青水〔2031〕7号 成文日期 2031-05-27\n", "青河县水利局", "2031-05-27"),
        ("发布机构 办理结果 发布日期 2031-05-27\n", None, None),
    ],
)
def test_fields_of_a_page_without_colons(read: Read, head: str, issuer: str | None, date: str | None) -> None:
    _, outline = read(f"{head}青河县2031年防汛工作要点" + BODY)
    assert (outline.issuer, outline.date) == (issuer, date)


def test_a_table_s_name_below_the_title_is_not_that_of_the_plan(read: Read) -> None:
    _, outline = read("青河县防汛工作方案\n青河县防汛工作任务分工表" + BODY)
    assert [plan.title for plan in outline.plans] == ["青河县防汛工作方案"]


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("青政发〔2031〕7号 ", "青政发〔2031〕7号", "青河县人民政府关于印发防汛工作方案的通知"),
        ("青政发〔2031〕7 号—", "青政发〔2031〕7号", "青河县人民政府关于印发防汛工作方案的通知"),
        ("青水〔2031〕7号 ", "青水〔2031〕7号", "青河县2031年防汛工作要点"),
        ("文 号 青水〔2031〕7号\n", "青水〔2031〕7号", "青河县2031年防汛工作要点"),
        ("发布机构 青河县水利局 文    号 青水〔2031〕7号\n", "青水〔2031〕7号", "青河县2031年防汛工作要点"),
        # The number of a paper that the title names.
        ("", None, "关于转发青水〔2031〕7号文件的通知"),
        ("", None, "落实青水〔2031〕7号青河县防汛工作方案"),
        ("", None, "青水〔2031〕7号文件精神落实方案"),
    ],
)
def test_a_number_on_the_line_of_the_title(read: Read, head: str, number: str | None, title: str) -> None:
    text, outline = read(head + title + BODY)
    (plan,) = outline.plans
    assert (outline.doc_number, outline.title) == (number, title)
    assert text.text.startswith(title, plan.start)


@pytest.mark.parametrize(
    "lines",
    [
        ("云岭县2031年度产业发展资金", "项 目", "实施方案"),
        ("云岭县2031年度财政扶贫资金", "茶园项目", "实施方案"),
        ("云岭县2031年度", "农村危房改造", "工作方案"),
    ],
)
def test_a_title_over_three_lines(read: Read, lines: tuple[str, ...]) -> None:
    _, outline = read("\n".join(lines) + BODY)
    (plan,) = outline.plans
    assert (plan.title, plan.start) == ("".join(lines).replace(" ", ""), 0)


def test_what_stands_above_a_title_is_no_part_of_it(read: Read) -> None:
    _, outline = read("云岭县财政扶贫网\n茶园项目\n实施方案" + BODY)
    assert [plan.title for plan in outline.plans] == ["茶园项目实施方案"]


def test_a_letter_s_title_may_be_broken_within_a_name(read: Read) -> None:
    lines = ("云岭县农业局转发省农业", "农村厅 省财政厅关于做好油茶工作", "的通知")
    _, outline = read("\n".join(lines) + "\n各镇:\n现转发给你们。\n云岭县油茶工作方案" + BODY)
    assert outline.title == "".join(lines).replace(" ", "")
    assert [plan.title for plan in outline.plans] == ["云岭县油茶工作方案"]


@pytest.mark.parametrize(
    ("document", "number"),
    [
        ("云岭县科普协会文件\n(云协普字〔2031〕57号)\n云岭县2031年科普工作方案" + BODY, "云协普字〔2031〕57号"),
        (
            "关于印发科普工作要点的通知\n(云协普字[2031]57号)\n各镇:\n现印发。\n科普工作要点" + BODY,
            "云协普字[2031]57号",
        ),
        # Further down it is the number of what the plan cites.
        ("云岭县2031年科普工作方案\n按照有关文件\n(云协普字〔2031〕57号)" + BODY, None),
    ],
)
def test_a_number_in_brackets_beside_the_title(read: Read, document: str, number: str | None) -> None:
    assert read(document)[1].doc_number == number


WORK = "\n为办好实事,\n现就各项工作提出如下分工:\n一、修渠\n修渠2公里。(县水利局负责)\n二、植树\n植树3万亩。\n"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("《政府工作报告》重点任务责任分解", "《政府工作报告》重点任务责任分解"),
        ("2031年惠农工作任务分解表", "2031年惠农工作任务分解表"),
        ("2031年惠农工作责任清单", "2031年惠农工作责任清单"),
        ("2031年惠农工作\n任务分工", "2031年惠农工作任务分工"),
    ],
)
def test_a_division_of_work_under_a_signed_letter_is_the_plan(read: Read, title: str, named: str) -> None:
    letter = "青河县人民政府关于分解落实惠农工作的通知\n各镇:\n请认真执行。\n青河县人民政府\n2031年3月4日\n"
    text, outline = read(letter + title + WORK)
    (plan,) = outline.plans
    assert plan.title == named
    assert plan.date == "2031-03-04"
    assert text.text[plan.start :].startswith(title[:6])
    assert [section.title for section in plan.sections] == ["修渠", "植树"]


def test_a_letter_with_headings_of_its_own_is_the_plan(read: Read) -> None:
    letter = "青河县人民政府关于做好惠农工作的通知\n一、修渠\n修渠2公里。\n二、植树\n植树3亩。\n青河镇\n2031年3月4日\n"
    _, outline = read(letter + "2031年惠农工作责任清单\n修渠由县水利局负责,植树由县林业局负责,其他由各镇负责。\n")
    (plan,) = outline.plans
    assert plan.start == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("清渠工作方案学校篇一", "清渠工作方案学校篇二"),
        ("清渠工作计划社区 篇1", "清渠工作计划社区 篇2"),
        ("清渠应急预案范文第1篇", "清渠应急预案范文第2篇"),
        ("清渠工作安排篇一", "清渠工作安排篇二"),
        ("驻村帮扶措施篇一", "驻村帮扶措施篇二"),
        ("清渠应急预案(一)", "清渠应急预案(二)"),
        ("★清渠工作方案一★", "★清渠工作方案二★"),
        ("Part 1 清渠工作方案", "Part 2 抗旱工作方案"),
    ],
)
def test_a_collection_of_web_pages_is_parted_by_its_marks(read: Read, first: str, second: str) -> None:
    body = "一、目标\n清淤渠道12公里。\n二、要求\n各村制定应急预案。\n"
    text, outline = read(f"欢迎阅读。\n{first}\n{body}{second}\n{body}")
    assert [text.text.count("\n", 0, plan.start) for plan in outline.plans] == [1, 6]


@pytest.mark.parametrize("title", ["清渠工作方案1", "清溪镇清渠工作方案1", "清渠工作方案一"])
def test_the_first_of_a_collection_is_a_title_alone(read: Read, title: str) -> None:
    body = "一、目标\n清淤渠道12公里。\n"
    _, outline = read(f"欢迎阅读。\n{title}\n{body}")
    assert [plan.title for plan in outline.plans] == [title]
    _, outline = read(f"抗旱工作方案(通用2篇) 为做好工作,制定本方案。 一、目标 打井5口。\n{title}\n{body}")
    assert [plan.title for plan in outline.plans] == ["抗旱工作方案", title]


def test_a_second_phase_begins_no_plan(read: Read) -> None:
    _, outline = read("清渠工作方案\n一、目标\n清淤渠道12公里。\n清渠行动计划2\n二、要求\n各村落实。\n")
    assert [plan.title for plan in outline.plans] == ["清渠工作方案"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("社区工作计划怎么写一", "社区工作计划怎么写二"),
        ("工作计划范例1:", "工作计划范例2:"),
        ("【社区工作计划一】", "【社区工作计划二】"),
        ("社区工作计划书(一)", "社区工作计划书(二)"),
    ],
)
def test_a_collection_numbers_its_titles_in_marks_or_behind_a_question(read: Read, first: str, second: str) -> None:
    _, outline = read(f"社区工作计划怎么写\n{first}\n1、走访居民300户。\n{second}\n1、培训干部200人次。\n")
    assert [plan.title for plan in outline.plans] == [first.strip("【】:"), second.strip("【】:")]


@pytest.mark.parametrize("label", ["工作措施{}:", "【工作措施{}】"])
def test_numbered_labels_within_a_plan_part_none(read: Read, label: str) -> None:
    tasks = f"{label.format(1)}\n走访居民300户。\n{label.format(2)}\n培训干部200人次。\n"
    _, outline = read(f"社区2031年工作计划\n一、目标\n改造小区5个。\n{tasks}")
    assert [plan.title for plan in outline.plans] == ["社区2031年工作计划"]


def test_the_state_council_issues_what_it_signs_or_its_title_names(read: Read) -> None:
    title = "国务院关于加强水土保持的意见"
    for end in ("", "国务院\n2031年3月4日\n"):
        _, outline = read(title + BODY + end)
        assert (outline.title, outline.issuer) == (title, "国务院")


@pytest.mark.parametrize(
    "lines",
    [
        ("青河县“十四五”", "河道、湖泊和农村饮水", "安全保护规划"),
        ("青河县水环境保护", "“十四五”规划"),
        ("云岭自治州", "“十四五”农村供水发展规划"),
    ],
)
def test_a_title_broken_around_its_five_years(read: Read, lines: tuple[str, ...]) -> None:
    _, outline = read("附件\n" + "\n".join(lines) + "\n2031年3月\n" + BODY_OF_TWO)
    assert [plan.title for plan in outline.plans] == ["".join(lines)]


@pytest.mark.parametrize("line", ["县水利局", "主要目标", "为落实规划。"])
def test_what_stands_above_the_five_years_is_no_part_of_the_title(read: Read, line: str) -> None:
    _, outline = read(f"{line}\n“十四五”农村供水发展规划\n" + BODY_OF_TWO)
    assert outline.plans[-1].title == "“十四五”农村供水发展规划"


def test_a_department_in_a_table_within_the_plan_opens_none(read: Read) -> None:
    document = f"青河县绿色村庄创建方案\n{BODY_OF_TWO}附件1\n青河县绿色社区\n创建指标体系\n得分\n新建泵站5座，得3分。\n"
    _, outline = read(document)
    assert [(plan.department, plan.title) for plan in outline.plans] == [(None, "青河县绿色村庄创建方案")]


def test_a_plan_whose_attachments_are_plans_names_the_document(read: Read) -> None:
    annexed = f"附件1\n青河县堤防加固实施方案\n{BODY_OF_TWO}"
    _, outline = read(f"青河县防汛工作方案\n{BODY_OF_TWO}{annexed}{annexed.replace('堤防加固', '水库除险')}")
    assert (len(outline.plans), outline.title) == (3, "青河县防汛工作方案")


def test_a_letter_whose_title_stands_twice_has_its_number_below(read: Read) -> None:
    title = "青河县水利局关于印发《青河县防汛工作方案》的通知"
    _, outline = read(f"{title}\n{title}\n(青水发〔2031〕8号)\n各镇:\n请执行。\n青河县防汛工作方案\n" + BODY_OF_TWO)
    assert (outline.title, outline.doc_number) == (title, "青水发〔2031〕8号")


BODY_OF_TWO = (
    "一、工作目标\n新建泵站5座，改造闸门12处，完成清淤30公里。\n"
    "二、工作措施\n各镇要按月通报进度，确保汛前完成全部任务。\n"
)
