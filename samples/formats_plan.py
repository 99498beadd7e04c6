"""The invented plan that samples/build_formats.py saves in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A paragraph of the plan: `title`, a heading `h1`–`h3`, running text `p`, or the place of the `table`."""

    kind: str
    text: str = ""


@dataclass(frozen=True)
class TableCell:
    """A cell of the table and the rows and columns that it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


PLAN = (
    Part("title", "云溪镇2024年乡村环境整治提升工作方案"),
    Part(
        "p",
        "为改善全镇生产生活环境，让群众住得更舒心，根据县里的统一安排，结合云溪镇实际，制定本方案。"
        "本方案由镇人居环境整治办公室负责解释，自印发之日起施行。",
    ),
    Part("h1", "基本现状"),
    Part(
        "p",
        "云溪镇下辖18个行政村，共有农户6240户。截至2023年底，全镇累计改造卫生厕所4180座，"
        "生活垃圾收运覆盖12个村，生活污水得到有效处理的村占33%，尚有破损村道21.5公里。",
    ),
    Part("h1", "目标任务"),
    Part(
        "p",
        "到2024年底，全镇新改造卫生厕所不少于860座，生活垃圾收运覆盖全部18个村，生活污水有效处理率提高到60%以上，"
        "修复破损村道21.5公里，新增村庄绿地3.2万平方米。",
    ),
    Part("h1", "时间安排"),
    Part("h2", "动员部署阶段"),
    Part("p", "2024年3月底前，各村完成底数排查，建立问题台账，并召开村民代表会议确定年度任务。"),
    Part("h2", "集中整治阶段"),
    Part("p", "2024年4月至10月，逐村实施改厕、治污、修路、增绿四类工程，每月调度1次进度，每季度评比1次。"),
    Part("h2", "验收巩固阶段"),
    Part("p", "2024年11月至12月，由镇里组织验收，合格率达到95%以上；对验收不合格的项目，15日内整改到位。"),
    Part("h1", "重点工作"),
    Part("h2", "补齐设施短板"),
    Part("h3", "推进厕所改造。选用节水型设施，每座补助800元，当年完成860座。由镇建设办牵头，镇财政所、各村委会配合。"),
    Part(
        "h3",
        "治理生活污水。新建小型污水处理站7座，铺设管网16.8公里，日处理能力达到420吨，"
        "主要出水指标每季度检测1次。由镇生态环保站牵头，镇建设办配合。",
    ),
    Part("h3", "修复破损村道。投入资金430万元，对21.5公里村道分段修复，9月底前全部通车。由镇交通办负责。"),
    Part("h2", "提升村容村貌"),
    Part("h3", "清运生活垃圾。每村配备保洁员至少2名，购置收运车辆9辆，做到日产日清。由镇城管中队负责。"),
    Part("h3", "扩大村庄绿地。利用闲置地块栽植乡土树种1.2万株，建成小游园6个。由镇林业站负责。"),
    Part("p", "主要任务分解如下。"),
    Part("p", "云溪镇2024年环境整治任务分解表"),
    Part("table"),
    Part("h1", "保障措施"),
    Part("h2", "加强组织领导。成立由镇长任组长的领导小组，领导小组每月召开1次例会，研究解决突出问题。"),
    Part("h2", "落实资金投入。全年安排专项资金980万元，其中镇级财政配套245万元，专款专用，定期公示。"),
    Part("h2", "严格督查考核。整治成效纳入村级年度考核，分值不低于20分，连续2次排名末位的村由镇里约谈。"),
    Part("p", "责任人：沈知行"),
    Part("p", "责任科室：镇人居环境整治办公室"),
    Part("p", "联系人：陆听澜"),
    Part("p", "联系电话：0999-5550123"),
    Part("p", "2024年2月20日"),
)

TABLE = (
    TableCell(0, 0, "序号", rows=2),
    TableCell(0, 1, "任务", rows=2),
    TableCell(0, 2, "目标值", columns=2),
    TableCell(0, 4, "牵头单位", rows=2),
    TableCell(0, 5, "完成时限", rows=2),
    TableCell(1, 2, "数量"),
    TableCell(1, 3, "单位"),
    TableCell(2, 0, "1"),
    TableCell(2, 1, "改造卫生厕所"),
    TableCell(2, 2, "860"),
    TableCell(2, 3, "座"),
    TableCell(2, 4, "镇建设办", rows=2),
    TableCell(2, 5, "2024年10月底"),
    TableCell(3, 0, "2"),
    TableCell(3, 1, "铺设污水管网"),
    TableCell(3, 2, "16.8"),
    TableCell(3, 3, "公里"),
    TableCell(3, 5, "2024年9月底"),
    TableCell(4, 0, "3"),
    TableCell(4, 1, "修复破损村道"),
    TableCell(4, 2, "21.5"),
    TableCell(4, 3, "公里"),
    TableCell(4, 4, "镇交通办"),
    TableCell(4, 5, "2024年9月底"),
    TableCell(5, 0, "4"),
    TableCell(5, 1, "生活污水有效处理率"),
    TableCell(5, 2, "60%"),
    TableCell(5, 3, "%"),
    TableCell(5, 4, "镇生态环保站"),
    TableCell(5, 5, "2024年底"),
)

CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九")


def numbered() -> Iterator[tuple[Part, str]]:
    """Each part with the number that stands before it (GB/T 9704: 一、 （一） 1.)."""
    counts = [0, 0, 0]
    for part in PLAN:
        label = ""
        if part.kind in ("h1", "h2", "h3"):
            level = int(part.kind[1]) - 1
            counts[level] += 1
            counts[level + 1 :] = [0] * (2 - level)
            number = counts[level]
            label = (f"{CHINESE[number - 1]}、", f"（{CHINESE[number - 1]}）", f"{number}.")[level]
        yield part, label
