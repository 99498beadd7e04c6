"""Labels that only the lines of a text set off: 粮食产量⇥35万吨, | 粮食产量 | 35万吨 |, 森林覆盖率 above 45%.

No head says what the columns are, so that nothing but a name may stand in front of the value, and nothing behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import is_place
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from planparse.figures.context import PlanContext
    from planparse.mentions.model import QuantityMention

__all__ = ["line_label"]

_REACH = 40
_NAME = r"(?:\d{1,3}[.、]?[ \t|]+)?(?P<name>[一-龥“][一-龥“”()A-Za-z0-9]{1,19})"
# A cell in front of the value's: its name alone, perhaps behind the row's number.
_CELL = lazy_pattern(rf"[ \t|]*{_NAME}[ \t]*[ \t|][ \t|]*")
# The line above, with a line of a bar between at most; of a whole line only what ends as measures do is one.
_ABOVE = lazy_pattern(
    rf"(?:^|\n)[ \t|]*{_NAME}(?<=[率量额数度]|值|面积|收入|规模|产能|里程)[ \t|]*\n(?:[ \t]*\|[ \t]*\n)?[ \t|]*$"
)
# Heads of columns, units and places say nothing of what is measured.
_NO_MEASURE = lazy_pattern(
    r"(?:目标|任务|指标|现状|基期|基数|完成|计划|规划|预期|实际|年度|累计|合计|总计|小计|数值|数量|序号|备注|权重|分值|单位|时限)(?:任务|目标)?[值数量额度]?"
    r"|.*(?:[局委办厅]|公司|集团|政府|部门|街道)"
)


def line_label(quantity: QuantityMention, context: PlanContext) -> str | None:
    """The label of a value that ends its line or cell: in the cell in front of it, or alone on the line above."""
    words, stop = context.words, quantity.op_end
    if words[stop : stop + 1] not in ("\n", "\t", "|", " ", ""):
        return None
    begin = max(0, quantity.op_start - _REACH)
    line = words.rfind("\n", begin, quantity.op_start) + 1
    front = words[line or begin : quantity.op_start]
    if front.strip(" \t|"):
        label = _CELL.fullmatch(front) if line or not begin else None
    elif words[stop : stop + _REACH].partition("\n")[0].strip(" \t|"):
        label = None
    else:
        label = _ABOVE.search(words, max(0, line - _REACH), quantity.op_start)
    if label is None or _NO_MEASURE.fullmatch(label["name"]) or is_place(label["name"]):
        return None
    return str(label["name"])
