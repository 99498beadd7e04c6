"""A date and its day of the week contradict each other.

Fix: find out which of the two is meant.

Fails:

    2024年5月20日（星期日）召开推进会。

Passes:

    2024年5月20日（星期一）召开推进会。
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = "一二三四五六日"
DATED = regex.compile(
    r"((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日\s*[（(，,]?\s*(?:星期|周|礼拜)([一二三四五六日天])"
)


def find(subject: Subject) -> Iterator[Hit]:
    """Full dates with a weekday behind them that falls on another day."""
    start, end = subject.stretch
    for match in DATED.finditer(subject.text, start, end):
        try:
            real = DAYS[date(int(match[1]), int(match[2]), int(match[3])).weekday()]
        except ValueError:
            continue
        if match[4].replace("天", "日") != real:
            yield Hit(match.start(), match.end(), {"quoted": subject.quote(*match.span()), "real": real})


CHECK = Check(
    code="PP402",
    name="weekday-mismatch",
    severity="warning",
    message=Saying("“{quoted}”：那天是星期{real}", "{quoted}: that day is 星期{real}"),
    fix=Saying("核对日期和星期", "find out which of the two is meant"),
    find=find,
)
