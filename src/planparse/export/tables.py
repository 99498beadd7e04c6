"""Which tidy tables there are, and the columns of each: names, types and Chinese headings.

`rows.py` makes the rows; csv, xlsx, parquet and the batch's dataset write them. Names and order are stable: scripts
rely on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.errors import UsageError

__all__ = ["SHEETS", "TABLES", "Column", "column_names", "one_table"]

ColumnType = Literal["text", "number", "integer", "date", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name in csv and parquet, its type, and its heading for readers of Chinese."""

    name: str
    type: ColumnType
    label: str


def _columns(*columns: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in columns)


_WHERE = _columns(("document", "text", "文件"), ("plan", "text", "方案编号"), ("department", "text", "部门"))
_SECTION = _columns(("section", "text", "章节编号"), ("heading", "text", "章节"))
_PLACE = _columns(
    ("span_start", "integer", "起始位置"),
    ("span_end", "integer", "结束位置"),
    ("page", "integer", "页"),
    ("block", "integer", "段落"),
    ("cell", "text", "单元格"),
)
_RULE = _columns(("rule", "text", "规则"))

TABLES: dict[str, tuple[Column, ...]] = {
    "plans": (
        *_WHERE,
        *_columns(
            ("title", "text", "标题"),
            ("date", "date", "成文日期"),
            ("document_title", "text", "文件标题"),
            ("issuer", "text", "发文机关"),
            ("doc_number", "text", "发文字号"),
            ("document_date", "date", "文件日期"),
            ("targets", "integer", "目标数"),
            ("baselines", "integer", "基数数"),
            ("parameters", "integer", "参数数"),
        ),
        *_PLACE,
    ),
    "sections": (
        *_WHERE,
        *_columns(
            ("id", "text", "编号"),
            ("heading", "text", "标题原文"),
            ("title", "text", "标题"),
            ("level", "integer", "层级"),
            ("parent", "text", "上级编号"),
            ("kinds", "text", "类别"),
            ("implicit", "flag", "无标题"),
        ),
        *_PLACE,
    ),
    "targets": (
        *_WHERE,
        *_columns(
            ("id", "text", "编号"),
            ("role", "text", "性质"),
            ("indicator", "text", "指标"),
            ("action", "text", "动作"),
            ("text", "text", "原文"),
            ("op", "text", "比较"),
            ("op_text", "text", "比较词"),
            ("value", "number", "数值"),
            ("min", "number", "下限"),
            ("max", "number", "上限"),
            ("unit", "text", "单位"),
            ("per", "text", "每"),
            ("base_value", "number", "基本单位数值"),
            ("base_unit", "text", "基本单位"),
            ("change", "text", "变化"),
            ("previous_value", "number", "原值"),
            ("previous_unit", "text", "原值单位"),
            ("due", "text", "时限原文"),
            ("due_start", "date", "时限起"),
            ("due_end", "date", "时限止"),
            ("due_alt_end", "date", "时限另解"),
            ("every", "text", "周期"),
            ("responsible", "text", "责任单位"),
            ("clause", "text", "所在语句"),
        ),
        *_SECTION,
        *_PLACE,
        *_RULE,
        *_columns(("role_rule", "text", "性质规则"), ("nature", "text", "属性")),
    ),
    "times": (
        *_WHERE,
        *_columns(
            ("id", "text", "编号"),
            ("kind", "text", "类型"),
            ("text", "text", "原文"),
            ("start", "date", "开始"),
            ("end", "date", "结束"),
            ("alt_end", "date", "结束另解"),
            ("duration", "text", "时长"),
            ("every", "text", "周期"),
        ),
        *_SECTION,
        *_PLACE,
        *_RULE,
    ),
    "contacts": (
        *_WHERE,
        *_columns(
            ("role", "text", "类型"),
            ("value", "text", "内容"),
            ("label", "text", "标签"),
            ("person", "text", "所属人"),
        ),
        *_SECTION,
        *_PLACE,
        *_RULE,
    ),
    "assignments": (
        *_WHERE,
        *_columns(("role", "text", "职责"), ("unit", "text", "单位名称")),
        *_SECTION,
        *_PLACE,
        *_RULE,
    ),
    "relations": (
        *_WHERE,
        *_columns(
            ("kind", "text", "关系"),
            ("total", "text", "合计编号"),
            ("parts", "text", "分项编号"),
            ("stated", "number", "文中数值"),
            ("computed", "number", "计算数值"),
            ("holds", "flag", "相符"),
        ),
        *_PLACE,
    ),
    "diagnostics": (
        *_WHERE,
        *_columns(("code", "text", "代码"), ("severity", "text", "级别"), ("message", "text", "说明")),
        *_PLACE,
    ),
}
"""The columns of every table, in order; the names of the tables, in the order in which they are written."""


SHEETS = {
    "plans": "方案",
    "sections": "章节",
    "targets": "指标",
    "times": "时间",
    "contacts": "联系人",
    "assignments": "责任分工",
    "relations": "数据关系",
    "diagnostics": "提示",
}
"""What the tables are called in a workbook."""


def one_table(name: str | None) -> str:
    """The table asked for, `targets` where none is named. Raises UsageError for one that does not exist."""
    if name is not None and name not in TABLES:
        raise UsageError(f"no table is called {name!r}", f"choose one of: {', '.join(TABLES)}")
    return name or "targets"


def column_names(table: str) -> tuple[str, ...]:
    """The names of a table's columns, in order."""
    return tuple(column.name for column in TABLES[table])
