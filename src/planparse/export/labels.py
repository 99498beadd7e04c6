"""What codes of the contract are called in Chinese, where people read them: workbook, terminal table, calendar."""

from __future__ import annotations

__all__ = ["LABELS", "OPERATORS", "label"]

OPERATORS = {"=": "", ">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "~": "约", "range": ""}
"""Comparators as they stand in front of a number."""

LABELS = {
    "role": {
        "target": "目标",
        "baseline": "基数",
        "parameter": "参数",
        "person_in_charge": "责任人",
        "unit_in_charge": "责任科室",
        "contact_person": "联系人",
        "phone": "电话",
        "lead": "牵头",
        "support": "配合",
        "responsible": "负责",
    },
    "kind": {
        "date": "日期",
        "period": "时段",
        "deadline": "期限",
        "recurring": "周期",
        "duration": "时长",
        "sum": "合计",
        "share": "占比",
        "product": "乘积",
        "growth": "增长",
    },
    "kinds": {
        "status": "现状",
        "goal": "目标",
        "schedule": "进度",
        "measures": "措施",
        "responsibility": "责任",
        "safeguards": "保障",
        "guidance": "总体要求",
        "funding": "资金",
        "attachment": "附件",
        "other": "其他",
    },
    "nature": {"binding": "约束性", "expected": "预期性", "guiding": "指导性"},
    "change": {"to": "到", "by": "增减", "times": "倍"},
    "severity": {"error": "错误", "warning": "警告", "info": "提示"},
    "every": {
        "year": "每年",
        "half-year": "每半年",
        "quarter": "每季度",
        "month": "每月",
        "half-month": "每半月",
        "week": "每周",
        "day": "每天",
    },
}


def label(column: str, code: str) -> str:
    """The Chinese word for a code of that column; a list (`goal、schedule`) word by word; anything else as it is."""
    words = LABELS.get(column)
    if words is None:
        return code
    return "、".join(words.get(part, part) for part in code.split("、"))
