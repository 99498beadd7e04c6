"""Sums over time (2021年建设12个,2022年建设9个) and wholes with a rest (其余30户), against the total the plan names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.audit.alike import levels
from planparse.audit.amounts import same_noun
from planparse.audit.claims import Claim, addable, sum_of
from planparse.audit.cues import denies
from planparse.audit.rounding import agrees
from planparse.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.audit.amounts import Amount
    from planparse.audit.passage import Passage

__all__ = ["sums_over_time", "wholes_with_rest"]

_HAN = lazy_pattern(r"\p{Han}")
# Words in common that tie a completion (完成…危房改造) to the total it speaks of.
_TIE = 4
# Characters behind the unit among which the noun stands (30个建档立卡贫困村 has none of them in common with 村).
_NOUN = 4


def sums_over_time(passage: Passage) -> Iterator[Claim]:
    """Runs of amounts that each have a time of their own, against the amount they are the steps to.

    The total is the amount right before the run, or an earlier one of the plan that is tied to the run by its words.
    A miss is claimed only where the plan says that the run is complete (分两批, 全部完成, 其余) and one total alone
    comes into question; the years listed so far need not be all.
    """
    for run in _runs(passage):
        if any("累计" in part.lead for part in run):
            continue
        candidates = _candidates(passage, run)
        agreeing = next((total for total in candidates if agrees(total, run)), None)
        if agreeing:
            yield sum_of(agreeing, run, holds=True)
            continue
        if not candidates or any(a.one_sided or a.rough for a in run) or levels(passage, run):
            continue
        if passage.unread(run[0].lead_start, run[-1].end):
            continue
        named = [total for total in candidates if not denies(passage.clause(total), passage.rules)]
        if len(named) == 1 and not named[0].one_sided and _complete(passage, run, named[0]):
            yield sum_of(named[0], run, holds=False)


def wholes_with_rest(passage: Passage) -> Iterator[Claim]:
    """A whole, some of it, and 其他 or 其余 with the rest, all of the same noun: 60个村…,有20个村…,其他40个村."""
    for rest in passage.rests:
        if rest.time:
            continue
        line, _ = passage.line(rest.start)
        before = [
            a for a in passage.in_front(line, rest.start) if addable(a, rest) and a.time is None and _one_thing(a, rest)
        ]
        for first in range(len(before) - 2, -1, -1):
            if agrees(before[first], [*before[first + 1 :], rest]):
                yield sum_of(before[first], [*before[first + 1 :], rest], holds=True)
                break
        else:
            firm = not any(a.one_sided or a.rough for a in (*before, rest))
            if len(before) == 2 and firm and not passage.unread(before[0].start, rest.end):
                yield sum_of(before[0], [before[1], rest], holds=False)


def _one_thing(one: Amount, other: Amount) -> bool:
    """Whether 20个村已通水 and 30个贫困村 count the same: their nouns share a character near the beginning."""
    return bool(set(one.noun[:_NOUN]) & set(other.noun[:_NOUN])) or not (one.noun or other.noun)


def _runs(passage: Passage) -> Iterator[list[Amount]]:
    """Stretches of one paragraph in which amounts of one kind follow each other, each later than the last."""
    run: list[Amount] = []
    for amount in passage.amounts:
        if not run:
            if amount.time:
                run = [amount]
            continue
        is_like = addable(run[-1], amount)
        follows = is_like and passage.same_line(run[-1].start, amount.start)
        if follows and (_later(run[-1], amount) or (len(run) > 1 and amount in passage.rests)):
            run.append(amount)
            continue
        if not is_like and amount.kind in {"%", "批"}:
            continue
        if len(run) > 1:
            yield run
        run = [amount] if amount.time else []
    if len(run) > 1:
        yield run


def _later(one: Amount, other: Amount) -> bool:
    return bool(
        one.time
        and other.time
        and one.time.end
        and other.time.end
        and one.time.end < (other.time.start or other.time.end)
    )


def _candidates(passage: Passage, run: Sequence[Amount]) -> list[Amount]:
    """The amounts that the run may be the steps to, the nearest first."""
    earlier = [a for a in reversed(passage.before(run[0])) if addable(a, run[0])]
    if earlier and earlier[0].sentence == run[0].sentence and not _within(earlier[0], run):
        return earlier[:1]
    return [a for a in earlier if not _within(a, run) and _tied(passage, a, run)]


def _within(total: Amount, run: Sequence[Amount]) -> bool:
    """Whether `total` is itself a step of a run: it has a time that ends before the run does."""
    time, last = total.time, run[-1].time or run[-2].time
    return bool(time and time.end and last and last.end and time.end < last.end)


def _tied(passage: Passage, total: Amount, run: Sequence[Amount]) -> bool:
    """Whether total and run share the counted noun, or the verb and words of the run's own topic (卫生室建设：…)."""
    if any(part.tail.strip() and same_noun(part.tail.strip(), total.tail.strip()) for part in run):
        return True
    if run[-1] in passage.rests and run[0].sentence - total.sentence <= 1:
        return True
    line, _ = passage.line(run[0].start)
    topic = passage.text[max(line, run[0].start - 60) : run[0].start] + "".join(part.tail for part in run)
    words = passage.clause(total)
    # A rest can only be the rest of something: one word in common tells of what.
    enough = 1 if run[-1] in passage.rests else 2
    return (
        len(_pairs(topic) & _pairs(words)) >= enough and len(_pairs(run[-1].lead + run[-1].tail) & _pairs(words)) >= 1
    )


def _complete(passage: Passage, run: Sequence[Amount], total: Amount) -> bool:
    """Whether the run's paragraph says that the run is all there is."""
    start, end = passage.line(run[0].start)
    if passage.cues.between("complete", start, end) or run[-1] in passage.rests:
        return True
    behind = passage.text[run[-1].end : end]
    finish = behind.find("完成")
    if finish < 0:
        return False
    words = _bare(total.lead)
    said = _bare(behind[finish : finish + 60])
    return any(words[at : at + _TIE] in said for at in range(len(words) - _TIE + 1))


def _pairs(words: str) -> set[str]:
    han = "".join(_HAN.findall(words))
    return {han[at : at + 2] for at in range(len(han) - 1)}


def _bare(words: str) -> str:
    return "".join(words.split())
