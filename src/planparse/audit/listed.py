"""Sums that a list states: a total and 其中 with its parts, or parts and 共 with their total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planparse.audit.alike import common_ending, covers_years, levels, make_of
from planparse.audit.amounts import brackets_open, same_noun
from planparse.audit.claims import Claim, addable, sum_of
from planparse.audit.rounding import agrees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.cues import Cue
    from planparse.audit.passage import Passage

__all__ = ["SHARE_REACH", "parts_after", "share_behind", "sums_of_parts", "sums_with_total"]

# A share stands no further behind its amount than this (300万元,占项目总投资的60%).
SHARE_REACH = 24
# A list after 其中 that reaches less than this of the total may name the main parts only; four districts or more with
# whole counts are mostly all districts that have a share in a task.
_NEARLY_ALL = Decimal("0.9")
_MOST = Decimal("0.6")
_MANY = 4
# 全县, 三个乡镇: where a total is of.
_LONGEST_PLACE = 4


def sums_of_parts(passage: Passage) -> Iterator[Claim]:
    """Totals followed by 其中 and their parts.

    Parts that add up exactly are claimed as they stand. 其中 alone does not say that the list is whole, so a sum that
    misses is claimed broken only where the parts are of one make and more than the total, or all of it by their
    years, their shares (which make 100 %), or their number and size.
    """
    for total, parts in passage.lists:
        yield from _sum_of_parts(passage, total, parts)


def _sum_of_parts(passage: Passage, total: Amount, parts: Sequence[Amount]) -> Iterator[Claim]:
    if len(parts) < 2:
        return
    if agrees(total, parts):
        yield sum_of(total, parts, holds=True)
        return
    # Where all are of one make none can be left out; else a list may end before the sentence does.
    make = make_of(parts)
    shortest = len(parts) if make else 2
    for count in range(len(parts) - 1, shortest - 1, -1):
        if agrees(total, parts[:count]) and _ends_list(passage, parts, count):
            yield sum_of(total, parts[:count], holds=True)
            break
    else:
        if _whole(passage, total, parts, make) and not passage.unread(total.start, parts[-1].end):
            yield sum_of(total, parts, holds=False)


def parts_after(passage: Passage, cue: Cue) -> Iterator[tuple[Amount, list[Amount]]]:
    """The totals before an 其中 and the amounts of their kind behind it, as far as its sentence and bracket reach."""
    number = passage.sentence_at(cue.start)
    start, end = passage.sentence(number)
    opens_sentence = not passage.text[start : cue.start].strip(" (（,，;；:：")
    first, _ = passage.sentence(max(number - opens_sentence, 0))
    before, behind = passage.in_front(first, cue.start), passage.behind(cue.end, end)
    if not before or not behind:
        return
    depth = brackets_open(passage.text, start, cue.start)
    if depth:
        behind = passage.behind(cue.end, _bracket_end(passage.text, cue.end, end))
    behind = [a for a in behind if a.depth == depth]
    before = [a for a in before if a.depth <= depth]
    seen: list[Amount] = []
    for part in behind:
        if any(addable(other, part) for other in seen):
            continue
        seen.append(part)
        totals = [a for a in before if addable(a, part) and passage.same_line(a.start, cue.start)]
        if totals:
            parts = [a for a in behind if addable(part, a) and a not in passage.totals]
            yield _total_of(part, parts, totals), parts


def _total_of(part: Amount, parts: Sequence[Amount], before: Sequence[Amount]) -> Amount:
    """Of the amounts before a list the last; the level before it, where that is a rise smaller than the first part:
    总户数12.4万户,比上年增加0.2万户,其中城镇5.1万户. An earlier one, where that is what the list comes to:
    装机80万千瓦,非水电装机50万千瓦。其中水电30万千瓦,风电20万千瓦,光伏30万千瓦."""
    last = before[-1]
    if len(parts) > 1 and not agrees(last, parts):
        last = next((a for a in reversed(before) if agrees(a, parts)), last)
    if last.figure.change == "by" and part.figure.change is None and part.value > last.value:
        return next((a for a in reversed(before) if a.figure.change is None), last)
    return last


def sums_with_total(passage: Passage) -> Iterator[Claim]:
    """Parts followed by 共, 合计 and their total, in one sentence.

    Broken only where everything of the total's kind before it is one list of one make that counts the same thing.
    """
    for total in passage.totals:
        if total.per:
            continue
        start, _ = passage.sentence(total.sentence)
        before = [
            a for a in passage.in_front(start, total.start) if addable(a, total) and a.depth <= max(total.depth, 0)
        ]
        for count in range(2, len(before) + 1):
            if agrees(total, before[-count:]):
                yield sum_of(total, before[-count:], holds=True)
                break
        else:
            one_list = len(before) > 1 and make_of(before) is not None and not any(a in passage.totals for a in before)
            end = passage.sentence(total.sentence)[1]
            more = passage.cues.between("among", total.end, end)
            if (
                one_list
                and _is_one_thing(total, before)
                and not more
                and not passage.unread(before[0].start, total.end)
                and _exact([total, *before])
            ):
                yield sum_of(total, before, holds=False)


def _is_one_thing(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a total counts what its parts count, by what is said of it behind it or in front."""
    if total.tail.strip():
        return all(same_noun(part.noun, total.noun) for part in parts)
    return not _names_another(total, parts)


def _names_another(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether what a total is called in front of its cue is none of what the parts are of (…河道疏浚15公里;堤防加固共计
    20公里), or stands in an item of its own with other amounts (…河道疏浚15公里;白河植树30亩,岸坡整治共计20公里)."""
    name = total.lead.rpartition("共")[0]
    if len(name) <= _LONGEST_PLACE:
        return False
    _, mark, item = total.text[parts[-1].end : total.lead_start].rpartition(";")
    return bool(mark and "," in item) or all(name[-2:] not in part.lead + part.tail for part in parts)


def _ends_list(passage: Passage, parts: Sequence[Amount], count: int) -> bool:
    """Whether a list may end before part `count`: 、 goes on with it, a comma need not."""
    return any(mark in passage.text[parts[count - 1].end : parts[count].start] for mark in ",，;；")


def _whole(passage: Passage, total: Amount, parts: Sequence[Amount], make: str | None) -> bool:
    """Whether the words leave no doubt that `parts`, of one `make`, are all of `total`."""
    if len(parts) < 2 or not _exact([total, *parts]):
        return False
    if _shares_make_all(passage, parts):
        return True
    if any(part.value == total.value for part in parts):
        return False  # 共71个,其中省外61个、市外71个: the one is among the other
    computed = sum((part.value for part in parts), Decimal(0))
    if make == "time":
        stepwise = not levels(passage, parts)
        return stepwise and (computed > total.value or covers_years(passage, parts, total))
    if (
        make == "wording"
        and len(common_ending([total.lead, *(part.lead for part in parts)])) < 2
        and "总" not in total.lead
    ):
        return False
    if make is None:
        return False
    counted = make == "place" and len(parts) >= _MANY and all(part.step.size == 1 for part in parts)
    enough = total.value * (_MOST if counted else _NEARLY_ALL)
    return computed > total.value or (len(parts) > 2 and computed >= enough)


def _shares_make_all(passage: Passage, parts: Sequence[Amount]) -> bool:
    """Whether each part is followed by its share, and the shares make about 100 %."""
    shares = [share_behind(passage, part) for part in parts]
    found = [share for share in shares if share is not None]
    return len(found) == len(parts) and abs(sum((s.value for s in found), Decimal(0)) - 100) <= len(found)


def share_behind(passage: Passage, part: Amount) -> Amount | None:
    """The share of `part` behind it (占60%); another rate may stand between (增长25%,占50%)."""
    for share in passage.between(part.end, part.end + SHARE_REACH + 1):
        if share.kind != "%" or share.sentence != part.sentence:
            return None
        if passage.cues.between("share", max(part.end, share.lead_start), share.start):
            return share
    return None


def _exact(amounts: Sequence[Amount]) -> bool:
    return not any(amount.one_sided for amount in amounts)


def _bracket_end(text: str, start: int, end: int) -> int:
    depth = 1
    for at in range(start, end):
        depth += (text[at] in "(（") - (text[at] in ")）")
        if depth == 0:
            return at
    return end
