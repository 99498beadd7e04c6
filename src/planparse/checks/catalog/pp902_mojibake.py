"""Characters were lost or garbled when the text was saved in another encoding.

The replacement character (�), characters of the private use areas, 锟斤拷, and what UTF-8 punctuation becomes when read
as GBK (锛, 銆) or Latin-1 stand in no plan on purpose.

Fix: save the document anew from its source, as UTF-8.

Fails:

    工作目��任务

Passes:

    工作目标任务
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

GARBLED = regex.compile(
    r"\ufffd+|[\ue000-\uf8ff\U000f0000-\U000ffffd]+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+|(?:锛|銆|鈥)[\w?]{0,2}|[À-ÿ][\u0080-\u00bf]{1,2}(?:[À-ÿ][\u0080-\u00bf]{1,2})+"
)


def find(subject: Subject) -> Iterator[Hit]:
    """Runs of characters that only a wrong encoding makes."""
    start, end = subject.stretch
    for match in GARBLED.finditer(subject.text, start, end):
        shown = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in match.group())
        yield Hit(match.start(), match.end(), {"quoted": shown})


CHECK = Check(
    code="PP902",
    name="mojibake",
    severity="error",
    message=Saying("乱码“{quoted}”", "garbled characters {quoted}"),
    fix=Saying("用 UTF-8 编码重新保存原文", "save the document anew as UTF-8"),
    find=find,
)
