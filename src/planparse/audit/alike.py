"""Whether the members of a list are of one make: then they are parts of one whole, and not just neighbours."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["common_ending", "covers_years", "levels", "make_of"]

# 泗水县20个, 县城20个: the place opens the words before the numeral.
_PLACE = lazy_pattern(r"^(?:其中|和|及|以及|在|为|是)?[\p{Han}]{1,7}?(?:省|市|县|区|旗|盟|州|镇|乡|街道|村|片区|园区)")
# 山区, 重点村, 一类县 are sorts of places, which may overlap and need not be all there are.
_SORT = lazy_pattern(
    r"[类级种]|(?:山|库|老|社|景|园|灾|牧|城|郊|片|新|小)区|贫困|重点|示范|试点|中心|特色|薄弱|一般|先进|其他|全"
)
_SHORTEST_ENDING = 3


def make_of(parts: Sequence[Amount]) -> str | None:
    """What the members have in common: `time` (each at its own), `place`, `wording` (年固碳量达到 each), or None."""
    times = [part.time for part in parts]
    if all(times) and len({(t.start, t.end) for t in times if t}) == len(times):
        return "time"
    places = [_PLACE.match(_bare(part.lead)) for part in parts]
    names = {place.group() for place in places if place}
    if all(places) and len(names) == len(places) and not any(_SORT.search(name) for name in names):
        return "place"
    ending = common_ending([part.lead for part in parts])
    heads = {_bare(part.lead).removesuffix(ending) for part in parts}
    if len(ending) >= _SHORTEST_ENDING and "" not in heads and len(heads) == len(parts):
        return "wording"
    return None


def levels(passage: Passage, parts: Sequence[Amount]) -> bool:
    """Whether the members may be levels reached one after the other and not steps that add up.

    到2031年建成100个,到2032年建成200个, and whatever says 累计: each is what stands by then.
    """
    if any("累计" in part.lead for part in parts):
        return True
    rising = all(one.value <= other.value for one, other in pairwise(parts))
    return rising and all(part.time and _by_then(passage, part) for part in parts)


def _by_then(passage: Passage, part: Amount) -> bool:
    """Whether the part's time is a deadline or a day, or the words say that its value is a level (达到)."""
    return (
        bool(part.time and part.time.kind in {"deadline", "date"}) or "达" in passage.text[part.lead_start : part.start]
    )


def common_ending(words: Sequence[str]) -> str:
    """The longest ending that all words share, blanks left out."""
    shared = 0
    for column in zip(*(reversed(_bare(word)) for word in words), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return _bare(words[0])[len(_bare(words[0])) - shared :]


def covers_years(passage: Passage, parts: Sequence[Amount], near: Amount) -> bool:
    """Whether the parts' years are all those of a stretch of years named in the sentence of `near` (2019—2020年)."""
    years = {int(part.time.end[:4]) for part in parts if part.time and part.time.end}
    start, end = passage.sentence(near.sentence)
    for begin, _, time in passage.times:
        if start <= begin < end and time.start and time.end and time.start[:4] != time.end[:4]:
            return set(range(int(time.start[:4]), int(time.end[:4]) + 1)) == years
    return False


def _bare(words: str) -> str:
    return "".join(words.split())
