"""Times: every expression that names a point, a stretch or a rhythm of calendar time, with ISO 8601 values."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from planparse.mentions.model import TimeMention
from planparse.mentions.numerals import parse_numeral
from planparse.mentions.republic_years import counts_republic_years
from planparse.mentions.sentence_years import Governing
from planparse.mentions.time_context import GoverningYears
from planparse.mentions.time_grammar import scanner
from planparse.mentions.time_values import Dates, dates_of, integer
from planparse.outline.model import Outline, PlanOutline
from planparse.patterns import lazy_quick_pattern
from planparse.rules.examples import Reading

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planparse.cleaning.text import CleanText
    from planparse.mentions.time_grammar import Scanner, TimeMatch
    from planparse.rules import RuleSet
    from planparse.rules.families.times import TimeRule

__all__ = ["find_times", "readings"]

_LONGEST_TITLE = 120
# What an expression names that is finer than a year.
_FINE = frozenset({"month", "quarter", "half", "upto"})
_ENUMERATING = frozenset("、和及")
# A single one of these is the rhythm that has a name.
_NAMED_RHYTHMS = {"P1Y": "year", "P6M": "half-year", "P3M": "quarter", "P1M": "month", "P1W": "week", "P1D": "day"}


def find_times(text: CleanText, years: GoverningYears, rules: RuleSet) -> list[TimeMention]:
    """All times of the text in order; `years` follows them. Words inside 《》 are a title's and name no time."""
    grammar = scanner(rules, of_republic=counts_republic_years(text))
    return [mention for _, _, mention in _read(text.text, years, grammar) if mention is not None]


def readings(text: str, rules: RuleSet) -> list[Reading]:
    """What each rule has a part in: the expression's own, the bound's, the lead's, and what is said to be no time."""
    outline = Outline((PlanOutline(0, len(text), None, None, None),))
    found = []
    for match, lead, mention in _read(text, GoverningYears(text, outline), scanner(rules)):
        claimed = [match.rule] if mention is None else [match.rule, *filter(None, (match.bound, lead))]
        found += [Reading(rule.id, match.start, match.end, _values(mention)) for rule in claimed]
    return found


def _values(mention: TimeMention | None) -> dict[str, object]:
    if mention is None:
        return {}
    return {
        "kind": mention.kind,
        "start": mention.first,
        "end": mention.last,
        "alt_end": mention.alt_end,
        "duration": mention.duration,
        "every": mention.every,
    }


def _read(
    text: str, years: GoverningYears, grammar: Scanner
) -> Iterator[tuple[TimeMatch, TimeRule | None, TimeMention | None]]:
    """Each match of the grammar outside titles, the lead in front of it, and the time it comes to (None: no time)."""
    titles = _titles(text)
    title = next(titles, None)
    last, last_lead = 0, None
    for match in grammar.scan(text):
        start = match.start
        while title is not None and title[1] <= start:
            title = next(titles, None)
        if title is not None and title[0] < start:
            continue
        # 到2030年、2035年: the lead of the first is that of all.
        is_listed = start == last + 1 and text[last] in _ENUMERATING
        lead = last_lead if is_listed else _lead(text, match, grammar)
        last, last_lead = match.end, None if match.bound else lead
        if match.rule.form == "no-time":
            yield match, None, None
        elif (mention := _mention(match, years, lead)) is not None:
            yield match, lead, mention


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """The titles in 《》, the outer marks of nested ones."""
    return (found.span() for found in _title_pattern().finditer(text)) if "《" in text else iter(())


@cache
def _title_pattern() -> re.Pattern[str]:
    return lazy_quick_pattern(
        rf"《[^《》\n]{{0,{_LONGEST_TITLE}}}+(?:(?:《[^《》\n]{{0,{_LONGEST_TITLE}}}+》)[^《》\n]{{0,{_LONGEST_TITLE}}}+)?+》"
    )


def _lead(text: str, match: TimeMatch, grammar: Scanner) -> TimeRule | None:
    """The rule whose words stand right in front of a calendar stretch."""
    start = match.start
    if match.rule.form != "calendar" or text[start - 1 : start] not in grammar.lead_ends:
        return None
    for rule in grammar.leads:
        if text.endswith(rule.words, 0, start) and not text.endswith(rule.except_after, 0, start):
            return rule
    return None


def _mention(match: TimeMatch, years: GoverningYears, lead: TimeRule | None) -> TimeMention | None:
    if match.rule.form == "duration":
        return _duration(match)
    if match.rule.form == "rhythm":
        return _rhythm(match, years)
    return _dated(match, years, lead)


def _duration(match: TimeMatch) -> TimeMention | None:
    """3年 → P3Y; None where the numeral is vague or the calendar's years are meant."""
    counts = _counts(match)
    if counts is None:
        return None
    value = match.rule.duration.format(**counts) if match.rule.duration else None
    return TimeMention(match.start, match.end, "duration", duration=value, rule=match.rule.id)


def _rhythm(match: TimeMatch, years: GoverningYears) -> TimeMention | None:
    """每年9月份 → every year, --09; 每月10日前 → every month, by ---10."""
    counts = _counts(match)
    if counts is None or match.rule.every is None:
        return None
    every = match.rule.every.format(**counts)
    every = _NAMED_RHYTHMS.get(every, every)
    if every == "year":
        years.every_year(match.start, match.end)
    near, far = _of_every(match.words, ""), _of_every(match.words, "2")
    is_limit = match.words.get("day") is not None and match.words.get("month") is None
    return TimeMention(
        match.start,
        match.end,
        "recurring",
        first=None if is_limit else near,
        last=far or near,
        every=every,
        rule=match.rule.id,
    )


def _of_every(words: dict[str, str], which: str) -> str | None:
    """`--09`, `--09-30`, `---10`: a month or day of every year or month, as ISO 8601 truncates it."""
    month, day = (integer(words.get(name + which)) for name in ("month", "day"))
    if month is None and day is not None:
        month = integer(words.get("month"))  # 3月1日至15日
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        return (f"---{day:02}" if month is None else f"--{month:02}-{day:02}") if 1 <= day <= 31 else None
    return None if month is None else f"--{month:02}"


def _counts(match: TimeMatch) -> dict[str, str] | None:
    """The values of the counts, as a pattern of ISO 8601 takes them; None where one is vague."""
    counts: dict[str, str] = {}
    for name in ("count", "count2"):
        if (word := match.words.get(name)) is not None:
            value = parse_numeral(word)
            if not isinstance(value, Decimal):
                return None
            counts[name] = f"{(value * match.rule.scale).normalize():f}"
    return counts


def _dated(match: TimeMatch, years: GoverningYears, lead: TimeRule | None) -> TimeMention | None:
    rule, words = match.rule, match.words
    bound = match.bound.bound if match.bound else None
    written = integer(words.get("year"))
    fine = not _FINE.isdisjoint(words)
    due = bound in ("end", "before", "within") and not (lead and lead.as_of)
    governing = Governing(written) if written is not None else _governing(match, years, fine, due)
    month = integer(words["month"]) if "month" in words else None
    if governing.year is None and month and rule.year_of == "context":
        governing = Governing(years.run.at(month, match.start))
    elif due and month and written is None and _turns(governing, month, match, years):
        governing = Governing((governing.year or 0) + 1)
    dates = dates_of(rule, words, governing.year, lead=lead is not None, bound=bound)
    if dates is None:
        return None
    if due and month and governing.year is not None:
        years.run.named(governing.year, month, match.end)
    overdue = governing.issued is not None and dates.last is not None and dates.last < governing.issued
    if overdue and dates.kind == "deadline" and not (lead and lead.as_of):
        # What is due before the day the document was issued is due in a later year, which nothing tells.
        dates = Dates(dates.kind)
    if written is not None and "year2" not in words and not dates.impossible:
        horizon = dates.kind == "deadline" and not fine
        day = dates.first if "day" in words else None
        as_of = bool(lead and lead.as_of)
        years.written(match.start, match.end, written, fine=fine, horizon=horizon, day=day, as_of=as_of)
    return TimeMention(
        match.start,
        match.end,
        dates.kind,
        first=dates.first,
        last=dates.last,
        alt_end=dates.alt_end,
        rule=rule.id,
        year_given=written is not None or "plan" in words,
        impossible=dates.impossible and written is not None,
        hidden=rule.year_of == "hidden",
    )


def _turns(governing: Governing, month: int, match: TimeMatch, years: GoverningYears) -> bool:
    """Whether a deadline in `month` is of the year behind the governing one, and the document's own year agrees."""
    if governing.year is None or not years.run.turns(governing.year, month, match.start, years.text):
        return False
    own = years.of_document(match.start)
    if own.issued is not None and own.year == governing.year:
        return own.issued[:7] > f"{own.year}-{month:02}"
    return own.year in (None, governing.year + 1)


def _governing(match: TimeMatch, years: GoverningYears, fine: bool, due: bool) -> Governing:
    """The year that an expression without one is about, its rule's offset added."""
    if match.rule.year_of in ("nothing", "hidden"):
        return Governing(None)
    if match.rule.year_of == "document":
        found = years.of_document(match.start)
    else:
        found = years.of_place(match.start, whole_year=not fine, due=due)
    moved = match.rule.offset
    return found if found.year is None or not moved else Governing(found.year + moved, found.issued)
