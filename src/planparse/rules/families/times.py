"""Times: what names a stretch of the calendar, a rhythm or a duration, and what only looks like one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["TimeRule"]

Form = Literal["calendar", "range", "rhythm", "duration", "bound", "lead", "no-time"]
Bound = Literal["end", "before", "within", "since", "during", "vague"]


class TimeRule(Rule):
    """One way of writing a time, or a word that changes what the time beside it means.

    `patterns` are regular expressions with placeholders: `{year}`, `{month}`, `{day}`, `{quarter}`, `{upto}` (the 三
    of 前三季度), `{months}` (the 9 of 前9个月), `{half}`, `{tenday}`, `{plan}` (the 十四 of “十四五”), `{decade}`,
    `{count}` (a numeral), `{to}` (a dash, 至 or 到), `{open}`/`{close}` (quotation marks, absent or mismatched),
    `{within}` (a month, day, quarter or half behind a year's name, or nothing), `{clock}` (the hour in front of 前, or
    nothing), `{weekday}` (one in brackets behind a day, or nothing), `{far}` (2032年 or 次年 in front of a far end's
    month, or nothing), and `{year2}` … `{count2}` for the far end of a range.
    A group `feast` names a day by one of the words of `days`, which has its ISO form (`--10-01`).
    `after` is a pattern that must stand right in front, outside the time itself.

    `form` says what a pattern yields:
    - `calendar`: a stretch of the calendar. Without `{year}` the year comes from the context (`year_of: context`) or
      from the document's date (`year_of: document`), moved by `offset` years; `school` makes it a 学年. With
      `year_of: nothing` it stays without dates, as the words do not say which stretch it is; with `year_of: hidden`
      too, and no year from elsewhere governs what it governs.
    - `range`: from one stretch to another; what the far end leaves out it takes from the near end.
    - `rhythm`: `every` is the rhythm, with `{count}` filled in; a `{month}` or `{day}` is kept as `--09`.
    - `duration`: `duration` is the ISO 8601 form with `{count}` times `scale` filled in; null where two are meant.
    - `bound`: words behind a calendar stretch; `bound` says what they make of it: `end` and `within` a deadline,
      `before` a deadline with a second reading, `since` a stretch without end, `during` nothing new, `vague` a stretch
      without dates.
    - `lead`: `words` in front of a calendar stretch that make it a deadline, unless one of `except_after` is there;
      `as_of` for those that look back (截至6月底,累计).
    - `no-time`: what looks like a time and is none.
    """

    form: Form
    patterns: tuple[str, ...] = ()
    after: str | None = None
    days: Mapping[str, str] = MappingProxyType({})
    words: tuple[str, ...] = ()
    except_after: tuple[str, ...] = ()
    year_of: Literal["context", "document", "nothing", "hidden"] = "context"
    offset: int = 0
    offset2: int | None = None
    school: bool = False
    as_of: bool = False
    every: str | None = None
    duration: str | None = None
    scale: int = 1
    bound: Bound | None = None

    def check(self) -> None:
        needed = {"rhythm": "every", "bound": "bound", "lead": "words"}.get(self.form)
        if needed and not getattr(self, needed):
            raise ValueError(f"a rule of the form {self.form} needs {needed}")
        if self.form != "lead" and not self.patterns:
            raise ValueError(f"a rule of the form {self.form} needs patterns")
        filled = f"{self.every}{self.duration}"
        for name in ("{count}", "{count2}"):
            if name in filled and not all(name in pattern or f"<{name[1:-1]}>" in pattern for pattern in self.patterns):
                raise ValueError(f"every pattern needs {name}, which the value is made of")

    def expressions(self) -> tuple[str, ...]:
        return (*self.patterns, self.after or "")
