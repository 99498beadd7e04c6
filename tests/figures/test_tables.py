"""Tables: what heads say of columns, what rows say of cells, in every way that plans lay them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.figures.tables.grid import GridCell
from planparse.figures.tables.values import value_of
from planparse.pipeline import extract, extract_source
from planparse.reading.assembly import Assembly
from planparse.reading.assembly import GridCell as SourceCell
from planparse.rules import load_rules

if TYPE_CHECKING:
    from planparse.models import Document, Figure, Plan

TITLE = "青河县2024年水利工作实施方案\n一、工作目标\n各项工作见下表。\n"
FIVE_YEARS = "青河县“十四五”水利发展规划\n一、主要指标\n各项指标见下表。\n"


def in_text(rows: str, title: str = TITLE) -> Plan:
    """The plan with a table whose cells are parted by bars here, by tabs in the document."""
    lines = ["\t".join(cell.strip() for cell in line.split("|")) for line in rows.strip().split("\n")]
    return extract(title + "\n".join(lines) + "\n").plans[0]


def merged(cells: list[SourceCell], title: str = TITLE, caption: str | None = None) -> Document:
    """The document with a table of cells that may be merged, as docx, html, xlsx and pdf give them."""
    assembly = Assembly()
    for line in title.strip().split("\n"):
        assembly.paragraph(line)
    if caption:
        assembly.paragraph(caption)
    assembly.table(cells)
    return extract_source(assembly.source("docx", wrapped=False), with_text=True)


def row_of(number: int, *words: str) -> list[SourceCell]:
    return [SourceCell(text, number, column) for column, text in enumerate(words)]


def said(figures: list[Figure]) -> list[tuple[str | None, object, str]]:
    """Indicator, value (a range as a pair) and unit."""
    return [
        (
            f.indicator,
            f.quantity.value if f.quantity.value is not None else (f.quantity.min, f.quantity.max),
            f.quantity.unit,
        )
        for f in figures
    ]


def test_a_unit_column_gives_its_unit_to_the_row() -> None:
    plan = in_text(
        """
        序号 | 指标 | 单位 | 目标值
        1 | 新增灌溉面积 | 万亩 | 1.5
        2 | 供水保证率 | % | ≥95
        3 | 巡查次数 | 次/年 | 12
        """
    )
    assert said(plan.targets) == [("新增灌溉面积", 15000, "亩"), ("供水保证率", 95, "%"), ("巡查次数", 12, "次")]
    assert [figure.quantity.op for figure in plan.targets] == ["=", ">=", "="]
    assert plan.targets[2].quantity.per == ["年"]
    assert {figure.rule for figure in plan.targets} == {"table/target"}


def test_a_unit_in_the_head_or_behind_the_name_holds_for_its_cells() -> None:
    plan = in_text(
        """
        乡镇 | 新增造林（亩） | 管护经费（万元）
        河东镇 | 1,200 | 35.5
        河西镇 | 800 | —
        合计 | 2000 | 35.5
        """
    )
    assert said(plan.targets) == [
        ("新增造林", 1200, "亩"),
        ("管护经费", 355000, "元"),
        ("新增造林", 800, "亩"),
        ("新增造林", 2000, "亩"),
        ("管护经费", 355000, "元"),
    ]
    assert [figure.responsible for figure in plan.targets] == [["河东镇"], ["河东镇"], ["河西镇"], [], []]
    named = in_text("指标 | 目标值\n1.森林覆盖率（%） | 46.8\n2.水库除险加固（座） | 3")
    assert said(named.targets) == [("森林覆盖率", 46.8, "%"), ("水库除险加固", 3, "座")]


def test_a_caption_states_the_unit_of_the_whole_table() -> None:
    cells = [*row_of(0, "项目", "投资额", "完成时限"), *row_of(1, "河堤加固", "120", "2024年9月底")]
    (target,) = merged(cells, caption="青河县水利投资表（单位：万元）").plans[0].targets
    assert (target.indicator, target.quantity.value, target.quantity.unit) == ("河堤加固:投资额", 1200000, "元")
    assert target.due is not None
    assert target.due.end == "2024-09-30"


@pytest.mark.parametrize("between", ["\t", " | "])
@pytest.mark.parametrize(
    ("unit", "heads", "expected"),
    [
        ("户", ("任务数", "其中：脱贫户"), [("任务数", 120, "户"), ("脱贫户", 30, "户")]),
        ("万亩", ("人工造林", "封山育林"), [("人工造林", 1200000, "亩"), ("封山育林", 300000, "亩")]),
        ("户、人", ("户数", "人数"), [("户数", 120, "户"), ("人数", 30, "人")]),
        ("万亩、元", ("面积", "补助资金"), [("面积", 1200000, "亩"), ("补助资金", 30, "元")]),
        ("户、人", ("甲类", "乙类"), []),  # which is which no head tells
    ],
)
def test_a_line_above_states_the_unit_of_bare_numbers(
    between: str, unit: str, heads: tuple[str, ...], expected: list[tuple[str, int, str]]
) -> None:
    rows = (("乡镇", *heads), ("河东镇", "120", "30"))
    table = "\n".join(between.join(row) for row in rows)
    plan = extract(f"{TITLE}2024年任务分配表\n单位：{unit}\n{table}\n").plans[0]
    assert [figure for figure in said(plan.targets) if figure[2]] == expected
    assert {figure.due.end for figure in plan.targets if figure.due} <= {"2024-12-31"}


def test_the_unit_above_holds_for_cells_on_lines_of_their_own() -> None:
    lines = ("单位：亩", "乡镇", "人工造林", "封山育林", "河东镇", "500", "1200", "河西镇", "300", "800")
    plan = extract(TITLE + "\n".join(lines)).plans[0]
    assert said(plan.targets) == [
        ("人工造林", 500, "亩"),
        ("封山育林", 1200, "亩"),
        ("人工造林", 300, "亩"),
        ("封山育林", 800, "亩"),
    ]


def test_year_columns_give_a_baseline_and_a_target_for_each_year() -> None:
    plan = in_text(
        """
        指标 | 单位 | 2020年（基期） | 2023年 | 2025年 | 年均增速〔累计〕 | 属性
        水土保持率 | % | 71.2 | 72 | 73.5 | — | 约束性
        供水能力 | 万立方米 | 300 | — | 360 | 3.7 | 预期性
        用水总量下降 | % | — | — | — | 〔13.5〕 | 指导性
        """,
        FIVE_YEARS,
    )
    assert said(plan.baselines) == [("水土保持率", 71.2, "%"), ("供水能力", 3000000, "立方米")]
    assert said(plan.targets) == [
        ("水土保持率", 72, "%"),
        ("水土保持率", 73.5, "%"),
        ("供水能力", 3600000, "立方米"),
        ("供水能力", 3.7, "%"),
        ("用水总量下降", 13.5, "%"),
    ]
    dues = [(figure.due.start, figure.due.end) for figure in plan.targets if figure.due]
    assert dues == [
        ("2023-01-01", "2023-12-31"),
        ("2025-01-01", "2025-12-31"),
        ("2025-01-01", "2025-12-31"),
        ("2021-01-01", "2025-12-31"),
        ("2021-01-01", "2025-12-31"),
    ]
    assert [figure.nature for figure in plan.targets] == ["binding", "binding", "expected", "expected", "guiding"]
    assert plan.targets[0].previous is not None
    assert plan.targets[0].previous.value == 71.2
    assert [figure.change for figure in plan.targets] == [None, None, None, "by", "by"]


def test_bare_years_are_times_of_their_own() -> None:
    cells = [*row_of(0, "指标", "2024", "2025"), *row_of(1, "培训人次（人次）", "300", "400")]
    plan = merged(cells, FIVE_YEARS).plans[0]
    assert [(t.text, t.kind, t.end, t.rule) for t in plan.times[-2:]] == [
        ("2024", "period", "2024-12-31", "table/year"),
        ("2025", "period", "2025-12-31", "table/year"),
    ]
    assert [figure.due.end for figure in plan.targets if figure.due] == ["2024-12-31", "2025-12-31"]


def test_targets_that_were_set_and_reached_earlier_are_baselines() -> None:
    plan = in_text("指标名称 | 规划目标 | 完成情况 | 属性\n节水灌溉率 | ≥60% | 63.1% | 约束性", FIVE_YEARS)
    assert not plan.targets
    assert said(plan.baselines) == [("节水灌溉率", 60, "%"), ("节水灌溉率", 63.1, "%")]


TASKS = """
序号 | 工作任务 | 目标 | 牵头单位 | 配合单位 | 完成时限 | 责任人 | 联系电话
1 | 河道整治 | 整治河段12公里，清淤3万立方米 | 县水利局 | 县财政局、县生态环境局 | 2024年10月底 | 周一鸣 | 0555-2345678
2 | 农村饮水 | 不少于860户 | 县乡村振兴局 | | 9月底前 | 郑成峰 | 0555-2345679
3 | 农村饮水水质合格率 | 提高到98.5%以上 | 县卫生健康局 | | 长期坚持 | 苏晓 |
4 | 排查隐患 | 5处 | 县应急局 | | 2024.6 | |
"""


def test_rows_of_a_task_table_have_dues_and_responsible_units() -> None:
    plan = in_text(TASKS)
    found = [
        (f.indicator, f.quantity.value, f.quantity.op, f.due.end if f.due else None, f.responsible)
        for f in plan.targets
    ]
    assert found == [
        ("整治河段", 12, "=", "2024-10-31", ["县水利局"]),
        ("清淤", 30000, "=", "2024-10-31", ["县水利局"]),
        ("农村饮水", 860, ">=", "2024-09-30", ["县乡村振兴局"]),
        ("农村饮水水质合格率", 98.5, ">=", None, ["县卫生健康局"]),
        ("排查隐患", 5, "=", "2024-06-30", ["县应急局"]),
    ]
    assert [figure.change for figure in plan.targets] == [None, None, None, "to", None]


def test_columns_of_units_and_persons_become_assignments_and_contacts() -> None:
    plan = in_text(TASKS)
    assert [(a.role, a.unit, a.rule) for a in plan.assignments] == [
        ("lead", "县水利局", "table/lead"),
        ("support", "县财政局", "table/support"),
        ("support", "县生态环境局", "table/support"),
        ("lead", "县乡村振兴局", "table/lead"),
        ("lead", "县卫生健康局", "table/lead"),
        ("lead", "县应急局", "table/lead"),
    ]
    assert [(c.role, c.value, c.person) for c in plan.contacts] == [
        ("person_in_charge", "周一鸣", None),
        ("phone", "0555-2345678", "周一鸣"),
        ("person_in_charge", "郑成峰", None),
        ("phone", "0555-2345679", "郑成峰"),
        ("person_in_charge", "苏晓", None),
    ]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("责任单位", "县水利局、县财政局", [("responsible", "县水利局"), ("responsible", "县财政局")]),
        ("责任单位", "县水利局\n县财政局", [("responsible", "县水利局"), ("responsible", "县财政局")]),
        ("责任单位", "牵头：县水利局；配合：县财政局", [("lead", "县水利局"), ("support", "县财政局")]),
        ("责任部门", "县行政审批局，各乡镇", [("responsible", "县行政审批局"), ("responsible", "各乡镇")]),
        ("配合单位", "县直有关部门", []),
        ("牵头部门", "长期", []),
    ],
)
def test_cells_of_units(head: str, cell: str, expected: list[tuple[str, str]]) -> None:
    plan = merged([*row_of(0, "工作任务", head), *row_of(1, "疏浚河道", cell)]).plans[0]
    assert [(assignment.role, assignment.unit) for assignment in plan.assignments] == expected


def test_a_column_of_persons_with_their_numbers() -> None:
    cells = [*row_of(0, "工作任务", "联系人及电话"), *row_of(1, "疏浚河道", "周一鸣 0555-2345678")]
    plan = merged(cells).plans[0]
    assert [(c.role, c.value, c.person) for c in plan.contacts] == [
        ("contact_person", "周一鸣", None),
        ("phone", "0555-2345678", "周一鸣"),
    ]


def test_a_list_of_contacts_needs_no_tasks() -> None:
    plan = in_text("责任人 | 职务 | 联系电话\n周一鸣 | 局长 | 0555-2345678\n郑成峰 | 副局长 | 13900001234")
    assert [(c.role, c.value, c.person) for c in plan.contacts] == [
        ("person_in_charge", "周一鸣", None),
        ("phone", "0555-2345678", "周一鸣"),
        ("person_in_charge", "郑成峰", None),
        ("phone", "13900001234", "郑成峰"),
    ]


def dated(plan: Plan) -> list[tuple[str, str | None, str, str | None]]:
    """Role, indicator, words and the last day of each figure, in the order of the text."""
    figures = [
        (figure.quantity.span.start, role, figure)
        for role, of_role in (("target", plan.targets), ("baseline", plan.baselines), ("parameter", plan.parameters))
        for figure in of_role
    ]
    return [
        (role, f.indicator, f.quantity.text, f.due.end if f.due else None)
        for _, role, f in sorted(figures, key=lambda found: found[0])
    ]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("进展情况", "已疏浚河道3公里", ("疏浚河道", "3公里")),
        ("完成情况", "疏浚河道3公里", ("疏浚河道", "3公里")),
        ("当前进度", "95%", ("河道", "95%")),
        ("实际完成", "3公里", ("河道", "3公里")),
        ("目前进展", "已建成3公里", ("河道", "3公里")),
        ("一季度进展情况", "完成3公里", ("河道", "3公里")),
        ("1-9月份工作完成情况", "新建护岸3公里", ("新建护岸", "3公里")),
        ("落实情况", "培训河长30人", ("培训河长", "30人")),
        ("工作成效", "惠及群众2万人", ("惠及群众", "2万人")),
        ("实施进度", "已疏浚河道3公里", ("疏浚河道", "3公里")),
    ],
)
def test_what_is_done_so_far_is_a_baseline_and_its_target_stands(
    head: str, cell: str, expected: tuple[str, str]
) -> None:
    plan = in_text(f"序号 | 工作事项 | 目标任务 | 责任单位 | {head}\n1 | 河道 | 疏浚河道12公里 | 县水利局 | {cell}")
    assert dated(plan) == [
        ("target", "疏浚河道", "12公里", "2024-12-31"),
        ("baseline", expected[0], expected[1], None),
    ]
    assert plan.targets[0].previous is None


def test_a_schedule_dates_its_own_figures() -> None:
    steps = "①3月底前,完成清表。②6月底前,开工5公里，清淤2万立方米;10月底前完工12公里。"
    plan = in_text(f"工作任务 | 进度安排\n疏浚河道12公里 | {steps}")
    assert dated(plan) == [
        ("target", "疏浚河道", "12公里", "2024-10-31"),
        ("target", "疏浚河道", "5公里", "2024-06-30"),
        ("target", "清淤", "2万立方米", "2024-06-30"),
        ("target", "疏浚河道", "12公里", "2024-10-31"),
    ]


@pytest.mark.parametrize(
    ("heads", "dues"),
    [
        ("一季度 | 二季度", ("2024-03-31", "2024-06-30")),
        ("3月底 | 年底", ("2024-03-31", "2024-12-31")),
        ("上半年 | 下半年", ("2024-06-30", "2024-12-31")),
        ("1—6月 | 7—12月", ("2024-06-30", "2024-12-31")),
        ("2024年 | 2025年", ("2024-12-31", "2025-12-31")),
        ("2024年目标 | 2025年目标", ("2024-12-31", "2025-12-31")),
        ("第一季度目标 | 第二季度目标", ("2024-03-31", "2024-06-30")),
    ],
)
def test_columns_of_stretches_of_time(heads: str, dues: tuple[str, str]) -> None:
    plan = in_text(f"工作任务 | {heads} | 责任单位\n水闸 | 开工6座 | 完工12座，培训30人 | 县水利局")
    assert dated(plan) == [
        ("target", "水闸", "6座", dues[0]),
        ("target", "水闸", "12座", dues[1]),
        ("target", "培训", "30人", dues[1]),
    ]


def test_a_row_behind_a_merged_cell_has_its_unit_and_its_telephone() -> None:
    plan = extract(
        f"{TITLE}类别 | 事项 | 年度目标 | 责任单位 | 分管领导 | 联系电话 |\n"
        "助残 | 康复 | 康复救助500人 | 区残联 | 周一鸣 | 0555-2345606 |\n"
        "适老化改造 | 改造300户 | 区住建局 | 郑成峰 | 0555-2345607 | |\n"
        "养老 | 床位 | 新增床位200张 | 区民政局 | 苏晓 | 0555-2345608 |\n"
    ).plans[0]
    assert [(f.indicator, f.responsible) for f in plan.targets] == [
        ("康复救助", ["区残联"]),
        ("适老化改造", ["区住建局"]),
        ("新增床位", ["区民政局"]),
    ]
    assert [a.unit for a in plan.assignments] == ["区残联", "区住建局", "区民政局"]
    assert [(c.value, c.person) for c in plan.contacts][2:4] == [("郑成峰", None), ("0555-2345607", "郑成峰")]


def test_a_column_of_targets_outweighs_the_title_of_a_report() -> None:
    title = "青河县2024年水利工作完成情况通报\n一、重点工作\n各项工作见下表。\n"
    plan = in_text("工作任务 | 年度目标 | 完成情况\n河道 | 疏浚河道12公里 | 疏浚河道3公里", title)
    assert [(role, words) for role, _, words, _ in dated(plan)] == [("target", "12公里"), ("baseline", "3公里")]


def test_the_line_above_a_table_dates_it_and_past_years_make_it_look_back() -> None:
    cells = [*row_of(0, "指标", "单位", "目标值"), *row_of(1, "绿化率", "%", "40")]
    (target,) = merged(cells, FIVE_YEARS, "2024年主要指标").plans[0].targets
    assert target.due is not None
    assert target.due.end == "2024-12-31"
    past = merged(cells, FIVE_YEARS, "“十三五”主要指标").plans[0]
    assert not past.targets
    assert said(past.baselines) == [("绿化率", 40, "%")]


def test_a_number_parts_the_group_from_the_name_and_scores_count_nothing() -> None:
    cells = [
        SourceCell("指标", 0, 0, columns=3),
        SourceCell("2025年", 0, 3),
        SourceCell("得分", 0, 4),
        *row_of(1, "水环境", "3", "河道保洁率（%）", "95", "10分"),
    ]
    plan = merged(cells, FIVE_YEARS).plans[0]
    assert said([*plan.targets, *plan.baselines, *plan.parameters]) == [("河道保洁率", 95, "%")]


def test_prose_in_a_cell_is_dated_by_its_own_next_clause() -> None:
    (target,) = in_text("序号 | 任务 | 责任单位\n1 | 新建泵站3座,2024年6月底前完工。 | 县水利局").targets
    assert target.due is not None
    assert target.due.end == "2024-06-30"


def test_cumulative_values_count_from_the_first_of_the_plans_years() -> None:
    plan = in_text("指标 | 2025年目标\n新增灌溉面积（万亩） | 〔1.2〕\n工程平均寿命（年） | 30", FIVE_YEARS)
    assert said(plan.targets) == [("新增灌溉面积", 12000, "亩"), ("工程平均寿命", 30, "年")]
    assert [(f.due.start, f.due.end) for f in plan.targets if f.due] == [
        ("2021-01-01", "2025-12-31"),
        ("2025-01-01", "2025-12-31"),
    ]


def test_heads_with_words_in_brackets_and_sums_in_round_ones() -> None:
    plan = in_text(
        """
        指标 | 2030年基期值(起算时点) | 2035年目标值 | 年均增(5年累计)
        森林覆盖率(%) | 30 | 33 | [3]
        粮食产量(万吨) | 5 | 7.4 | [2.4)
        高等学历比例(%) | 40 | 47 | (7)
        """,
        "青河县“十六五”农业发展规划\n一、主要指标\n",
    )
    assert said(plan.baselines) == [("森林覆盖率", 30, "%"), ("粮食产量", 50000, "吨"), ("高等学历比例", 40, "%")]
    assert said([figure for figure in plan.targets if figure.change == "by"]) == [
        ("森林覆盖率", 3, "%"),
        ("粮食产量", 24000, "吨"),
        ("高等学历比例", 7, "%"),
    ]
    assert not any(figure.quantity.per for figure in plan.targets)


def test_a_head_that_states_per_cent_outweighs_the_row_s_unit() -> None:
    plan = in_text(
        """
        指标 | 单位 | 2030年 | 2035年 | 年均增长(%)
        地区生产总值 | 亿元 | 120 | 160 | 6左右
        绿地面积 | 公顷 | 12 | 15 | 〔3〕
        """,
        "青河县“十六五”发展规划\n一、主要指标\n",
    )
    rates = [figure for figure in plan.targets if figure.change == "by"]
    assert said(rates) == [("地区生产总值", 6, "%"), ("绿地面积", 3, "公顷")]
    assert [figure.quantity.per for figure in rates] == [["年"], []]


def test_a_measure_dated_in_its_head() -> None:
    plan = in_text("地区 | 2020年装机（万千瓦） | 2025年装机（万千瓦）\n河东县 | 10 | 25", FIVE_YEARS)
    assert said(plan.baselines) == [("装机", 100000, "千瓦")]
    assert said(plan.targets) == [("装机", 250000, "千瓦")]
    assert plan.targets[0].responsible == ["河东县"]


def test_merged_cells_carry_down_and_across_and_heads_of_two_rows_are_joined() -> None:
    cells = [
        SourceCell("类别", 0, 0, rows=2),
        SourceCell("指标", 0, 1, rows=2, columns=2),
        SourceCell("目标值", 0, 3, columns=2),
        SourceCell("责任单位", 0, 5, rows=2),
        SourceCell("2024年", 1, 3),
        SourceCell("2025年", 1, 4),
        SourceCell("供水", 2, 0, rows=2),
        SourceCell("管网长度（公里）", 2, 1, rows=2),
        SourceCell("城区", 2, 2),
        SourceCell("12", 2, 3),
        SourceCell("15", 2, 4),
        SourceCell("县水利局、县住建局", 2, 5, rows=2),
        SourceCell("乡村", 3, 2),
        SourceCell("30", 3, 3, columns=2),
    ]
    document = merged(cells, FIVE_YEARS)
    plan = document.plans[0]
    assert said(plan.targets) == [
        ("管网长度:城区", 12, "公里"),
        ("管网长度:城区", 15, "公里"),
        ("管网长度:乡村", 30, "公里"),
    ]
    assert [figure.due.end for figure in plan.targets if figure.due][:2] == ["2024-12-31", "2025-12-31"]
    assert {tuple(figure.responsible) for figure in plan.targets} == {("县水利局", "县住建局")}
    assert [a.unit for a in plan.assignments] == ["县水利局", "县住建局"]
    text = document.source.text or ""
    for figure in plan.targets:
        span = figure.quantity.span
        assert text[span.start : span.end] == figure.quantity.text
        assert span.cell is not None
    assert [figure.quantity.span.cell for figure in plan.targets] == ["D3", "E3", "D4"]


def test_parts_are_named_after_their_whole() -> None:
    plan = in_text("指标 | 单位 | 目标值\n新建绿道 | 公里 | 100\n其中：城区 | 公里 | 40")
    assert said(plan.targets) == [("新建绿道", 100, "公里"), ("新建绿道:城区", 40, "公里")]


def test_the_numbers_of_rows_and_footnotes_are_not_named_as_unread() -> None:
    text = FIVE_YEARS + "类别\t序号\t指标\t单位\t2025年\n水\t1\t水质达标率2\t%\t97\n\t2\t管网长度\t公里\t40加3\n"
    said = [diagnostic.message for diagnostic in extract(text).diagnostics]
    assert said == ["40 is read as no amount and no time", "3 is read as no amount and no time"]


def test_a_table_without_a_telling_head_stays_prose_and_cells_are_boundaries() -> None:
    plan = in_text("甲项\t乙项\t丙项\n1\t新建泵站5座\t沿河\n2\t修复水闸3座\t城南\n")
    assert [figure.rule.partition("/")[0] for figure in plan.targets] == ["quantity", "quantity"]
    assert [figure.indicator for figure in plan.targets] == ["新建泵站", "修复水闸"]


def test_a_table_goes_on_without_its_head_behind_a_page_break() -> None:
    assembly = Assembly()
    for line in FIVE_YEARS.strip().split("\n"):
        assembly.paragraph(line)
    assembly.table([*row_of(0, "指标", "单位", "2025年"), *row_of(1, "绿化率", "%", "40")])
    assembly.table(row_of(0, "节水率", "%", "60"))
    plan = extract_source(assembly.source("docx", wrapped=False)).plans[0]
    assert said(plan.targets) == [("绿化率", 40, "%"), ("节水率", 60, "%")]


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("1~2", "个", ("1~2", None, 1, 2, "个", "range", None)),
        ("95以上", "%", ("95", 95, None, None, "%", ">=", None)),
        ("约3.5", "万亩", ("3.5", 35000, None, None, "亩", "~", None)),
        ("-18", "%", ("-18", -18, None, None, "%", "=", None)),
        ("60.6*", "%", ("60.6", 60.6, None, None, "%", "=", None)),
        ("39(2020)", "微克/立方米", ("39", 39, None, None, "微克", "=", None)),
        ("较2020年下降20%左右", None, ("20%", 20, None, None, "%", "~", "by")),
        ("2025年达到85%", None, ("85%", 85, None, None, "%", "=", None)),
        ("5", "起/每万枚", ("5", 5, None, None, "起", "=", None)),
        ("—", "%", None),
        ("稳中向好", "%", None),
        ("建成20个以上示范点", None, None),
        ("12.3年以上", "年", ("12.3年", 12.3, None, None, "年", ">=", None)),
        ("86.1(2020)74.2(2019)", "%", None),
        ("不低于2015年", "%", None),
        ("412(预估值)", "万吨", ("412", 4120000, None, None, "吨", "=", None)),
        ("87.5(以16个断面计)", "%", ("87.5", 87.5, None, None, "%", "=", None)),
        ("36(微克/立方米)", "%", ("36", 36, None, None, "微克", "=", None)),
        ("≥75(优)", None, ("75", 75, None, None, "", ">=", None)),
        ("44(-18%)", "微克/立方米", ("44", 44, None, None, "微克", "=", None)),
        ("58.3※", "%", ("58.3", 58.3, None, None, "%", "=", None)),
        ("90.2b", "%", ("90.2", 90.2, None, None, "%", "=", None)),
        ("6485[1]", "万吨", ("6485", 64850000, None, None, "吨", "=", None)),
        ("12m2", None, ("12m2", 12, None, None, "平方米", "=", None)),
        ("7.9(35)", "%", None),
        ("50(左右)", "%", None),
        ("A1(往年排放量)", "吨", None),
        ("第1位", None, None),
    ],
)
def test_values_of_cells(words: str, unit: str | None, expected: tuple[object, ...] | None) -> None:
    value = value_of(GridCell(3, 3 + len(words), words, 0, 0, 1, 1), unit, "table/target", load_rules())
    if expected is None:
        assert value is None
        return
    assert value is not None
    q = value.quantity
    numbers = [None if n is None else float(n) for n in (q.value, q.low, q.high)]
    assert (words[q.start - 3 : q.end - 3], *numbers, q.unit, q.op, value.change) == expected


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["指标", "单位", "2025年", "目标值", "责任单位", "%", "12", "", "县水利局", "≥3个", "—"]),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(1, 3),
    st.integers(1, 200),
)
def test_no_table_breaks_the_extraction_and_every_span_holds(rows: list[list[str]], down: int, across: int) -> None:
    cells = [
        SourceCell(
            words, number, column, rows=down if (number + column) % 3 == 0 else 1, columns=across if column == 3 else 1
        )
        for number, row in enumerate(rows)
        for column, words in enumerate(row)
    ]
    document = merged(cells, FIVE_YEARS)
    text = document.source.text or ""
    for plan in document.plans:
        for figure in (*plan.targets, *plan.baselines, *plan.parameters):
            assert text[figure.quantity.span.start : figure.quantity.span.end] == figure.quantity.text
        ids = [figure.id for figure in plan.targets]
        assert ids == [f"{plan.id}.t{number}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "年份 | 新建公路（公里） | 改造危房（户）\n2024年 | 20 | 300\n2025年 | | 200",
            [("新建公路", "20", "2024-12-31"), ("改造危房", "300", "2024-12-31"), ("改造危房", "200", "2025-12-31")],
        ),
        (
            "指标 | 综合供水能力 | 水质达标率\n2025年 | 6亿吨 | 61.5%",
            [("综合供水能力", "6亿吨", "2025-12-31"), ("水质达标率", "61.5%", "2025-12-31")],
        ),
        (
            "年度 | 新建泵站（座） | 治理河道（公里）\n2023年实际 | 3 | 5\n2024年目标 | 4 | 6\n属性 | 预期性 | 约束性",
            [("新建泵站", "4", "2024-12-31"), ("治理河道", "6", "2024-12-31")],
        ),
        ("时间 | 完成投资（万元）\n一季度 | 300", [("完成投资", "300", "2024-03-31")]),
        (
            "指标 | 供水量（万吨） | 达标率（%）\n目标值 | 32 | 45\n属性 | 预期性 | 约束性",
            [("供水量", "32", "2024-12-31"), ("达标率", "45", "2024-12-31")],
        ),
        (
            "指标年份 | 总氮（吨） | 总磷（吨）\n2024年 | 310 | 40\n“十四五”累计下降（%） | 9.8 | 22.9",
            [
                ("总氮", "310", "2024-12-31"),
                ("总磷", "40", "2024-12-31"),
                ("总氮", "9.8", "2025-12-31"),
                ("总磷", "22.9", "2025-12-31"),
            ],
        ),
        # Other columns beside the amounts: the year is when each row's work is to be done.
        (
            "年份 | 工作任务 | 投资（万元）\n2024年 | 水厂扩建 | 300\n2025年 | 泵站新建 | 400",
            [("水厂扩建:投资", "300", "2024-12-31"), ("泵站新建:投资", "400", "2025-12-31")],
        ),
        # Years across the table, as mostly.
        (
            "指标 | 2024年 | 2025年\n水质达标率（%） | 60 | 65",
            [("水质达标率", "60", "2024-12-31"), ("水质达标率", "65", "2025-12-31")],
        ),
    ],
)
def test_years_may_stand_in_rows_and_indicators_in_columns(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.indicator, f.quantity.text, f.due and f.due.end) for f in in_text(rows).targets] == expected
