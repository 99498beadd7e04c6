"""Lines of a plain text that may be cells of a table, and what kind of thing each says."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from planparse.patterns import lazy_plain_pattern

__all__ = ["UNIT", "Line", "LineRun"]

_NUMBER = r"\d+(?:[.,，]\d+)*"
UNIT = (
    r"[十百千万亿]{0,3}(?:[%％‰元亩岁年头只羽株次场名位期条度床册篇户个家所座处项件台套辆张人吨斤米倍天分]|人次|公顷"
    r"|平方(?:公里|千米|米)|立方米|公里|千米|吨(?:标准煤|标煤)|公斤|千克|千瓦(?:时)?|千伏安|兆瓦|标箱|微克|毫克|分贝|小时"
    r"|分钟|(?:个)?百分点|TEU|MW|kW|kWh|㎡|m[²2³3])(?:/每?[一-龥A-Za-z²³]{1,8}){0,2}"
)
# What a cell says, by its form alone; the first kind that fits.
_KINDS = (
    ("blank", lazy_plain_pattern(r"[-—–―－/]{0,3}")),
    ("serial", lazy_plain_pattern(r"\d{1,3}")),
    ("numbered", lazy_plain_pattern(r"\d{1,3}[.、．]")),
    ("nature", lazy_plain_pattern(r"(?:约束|预期|指导)性?(?:指标)?")),
    ("phone", lazy_plain_pattern(r"(?:\d{3,4}[-—])?\d{7,11}")),
    (
        "time",
        lazy_plain_pattern(
            r"[^。；]{0,16}(?:\d{4}年|\d{1,2}月|[年月季]底|季度|全年|年内|每[年月季周天日]|长期|持续|即时|随时|\d{4}\.\d)[^。；]{0,16}"
        ),
    ),
    (
        "value",
        lazy_plain_pattern(
            rf"[〔\[【（(]?[≥≤＞＜><＝=约]{{0,2}}[-－−]?{_NUMBER}(?:[-~～至—]{_NUMBER})?(?:{UNIT})?(?:以上|以下|以内|左右|以外)?[)）〕\]】]?"
        ),
    ),
    ("unit", lazy_plain_pattern(UNIT)),
    (
        "owner",
        lazy_plain_pattern(
            r"[^\d。；%]{1,80}(?:[局委办厅部院所站处镇乡区县市]|[委员协学商工总]会|[残妇文科侨]联|[银支分]行|中心|集团|公司|政府"
            r"|街道|部门|单位)(?:等)?"
        ),
    ),
)
_LONGEST = 90


class Line(NamedTuple):
    """A line that is not blank, without the blanks around it: its offsets in the source, and its words."""

    start: int
    end: int
    words: str

    @property
    def kind(self) -> str:
        """What the line says by its form: blank, serial, nature, phone, time, value, unit, owner, else words."""
        return _kind(self.words)


@lru_cache(maxsize=1024)
def _kind(words: str) -> str:
    if len(words) > _LONGEST:
        return "words"
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), "words")


class LineRun:
    """The lines of a text from an offset on that are not blank, by their number; cut off as they are asked for."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._next = start
        self._lines: list[Line] = []

    def at(self, number: int) -> Line | None:
        """The line of a number; None behind the last."""
        while len(self._lines) <= number and self._next < len(self._text):
            self._cut()
        return self._lines[number] if number < len(self._lines) else None

    def _cut(self) -> None:
        start = self._next
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        raw = self._text[start:end]
        if words := raw.strip():
            begin = start + len(raw) - len(raw.lstrip())
            self._lines.append(Line(begin, begin + len(words), words))
        self._next = end + 1
