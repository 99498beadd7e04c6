"""Traditional characters stand in simplified text, or the other way round.

Mostly a paragraph that was pasted from elsewhere; searches for its words fail. Said once per plan, at the first
character of the rarer script, and only where the other one clearly prevails. Characters that both use do not count.

Fix: convert the paragraph.

Fails:

    加强農村基础设施建设，改善群众生产生活条件。

Passes:

    加强农村基础设施建设，改善群众生产生活条件。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from planparse.checks.model import Check, Hit, Saying, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

# Pairs of the most frequent characters of plans that each belong to one script only: simplified, traditional.
PAIRS = (
    "农農国國发發业業产產设設项項资資会會实實现現动動务務区區县縣镇鎮乡鄉关關题題学學医醫疗療卫衛养養险險环環"
    "节節绿綠减減严嚴创創办辦义義气氣电電车車轮輪铁鐵钢鋼经經济濟统統计計划劃组組织織结結构構约約级級线線"
    "场場协協单單双雙变變边邊达達过過进進运運还還这這连連远遠选選时時间間门門问問难難预預领領导導层層贫貧"
    "买買卖賣费費贸貿赛賽质質货貨贯貫贵貴责責财財败敗员員园園图圖团團圆圓块塊坏壞声聲处處备備复復头頭夺奪"
    "专專东東丝絲两兩个個丰豐临臨为為丽麗举舉书書乐樂习習亩畝亿億从從仅僅价價众眾优優传傳伤傷体體余餘"
    "储儲儿兒党黨兰蘭兴興军軍冲衝决決况況净淨凤鳳击擊则則刚剛别別劳勞势勢励勵劲勁华華卢盧厂廠厅廳历歷压壓"
)
SIMPLIFIED = regex.compile("[" + PAIRS[::2] + "]")
TRADITIONAL = regex.compile("[" + PAIRS[1::2] + "]")
# One character in so many of the other script is a slip; more than that is a text that uses both.
RARER = 10


def find(subject: Subject) -> Iterator[Hit]:
    """The first character of the rarer script, and how many there are."""
    start, end = subject.stretch
    scripts = [list(pattern.finditer(subject.text, start, end)) for pattern in (SIMPLIFIED, TRADITIONAL)]
    rare, common = sorted(scripts, key=len)
    if rare and len(common) >= RARER * len(rare):
        first = rare[0]
        yield Hit(first.start(), first.end(), {"quoted": first.group(), "count": len(rare)})


CHECK = Check(
    code="PP903",
    name="mixed-scripts",
    severity="warning",
    message=Saying("繁简混用：“{quoted}”等{count}字", "traditional and simplified are mixed: {quoted}, {count} in all"),
    fix=Saying("统一为简体（或繁体）", "convert the text to one script"),
    find=find,
)
