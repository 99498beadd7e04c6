"""Diagnostics: what the text says but no reading can make sense of, each with its plan and its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from planparse.audit.unread import unread_numbers
from planparse.cleaning.characters import has_any
from planparse.models import Diagnostic, Span
from planparse.patterns import lazy_pattern
from planparse.rules.families.units import UnitRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planparse.cleaning import CleanText
    from planparse.models import Number, Plan, Relation, Time
    from planparse.rules import RuleSet

    InName = Callable[[int, int], bool]

__all__ = ["diagnose"]

# 20**年: what stands for the last digits of a year.
_HIDDEN_YEAR = r"[12][09]?(?:[XxＸ×*＊○□■_]{1,3}|[XxＸ×*＊○□■]{2})(?=\s*+年)"
_PLACES = frozenset("省市县区旗州镇乡村路社组")
# XX亩, ××万元, □□人: what stands for a number, before a unit or a date word.
_HIDDEN = r"[XＸ×*＊○□■]{2,8}+"
# X个, x.xx万吨: one letter alone may be a name (X光, X项目), so only before what follows numbers and begins no word.
_HIDDEN_LETTERS = r"[XxＸ]{1,8}+(?:[.．][XxＸ]{1,4}+)?+"
_BEHIND_LETTERS = (
    r"\s*+(?:[万亿](?!向|能|一|用表|佛|达|科|豪)|[%％月日]|亩(?!产)|公顷|吨|公?斤|元(?!素|旦|件)|公里|[平立]方|米(?!袋|粉)"
    r"|个(?!体|人|性)|户(?!籍|外|主|口)|人(?!民|员|才|事|大|社|口|力|工|家|居|物|文)|家(?!庭|长|具|电|乡|园|族|居)"
    r"|名(?!称|单|额|录|字|牌)|头(?!部|条)|座(?!谈|位)|处(?!理|置|于|长|罚)|[只株](?!有))"
)
_PLACE_HOLDERS = "XxＸ×*＊○□■_"
# 5-10万: does the first number share the multiplier? 1000-3000万 hardly leaves a doubt but is written the same way.
_AMBIGUOUS = lazy_pattern(r"^[0-9]++(?:\.[0-9]++)?+\s*+[-—–－~～至到]{1,2}\s*+[0-9]++(?:\.[0-9]++)?+\s*+[万亿]")
_YEAR = lazy_pattern(r"[0-9]{4}|[〇○零一二三四五六七八九]{4}")
# 2031年初, 2031年春节前, 2031—2032年采暖季, 3月前后: these name no days, and are no mistakes.
_VAGUE = lazy_pattern(
    r"(?:初期?|前后|左右|中叶|[中后]期|年中|[季节期假])(?:学期|开学)?(?:之?[前后]|期间)?$|元旦|国庆|中秋|冬春|秋冬"
)

# As many digits have the numbers of names that stand without a letter or mark (110平台, 12345热线).
_DIGITS_OF_NAMES = range(3, 9)
_SAYINGS = {
    "sum": ("sum-does-not-add-up", "the parts make {computed}, the text says {stated}"),
    "share": ("shares-do-not-add-up", "the share computed is {computed} %, the text says {stated} %"),
    "shares": ("shares-do-not-add-up", "the shares make {computed} %, not {stated} %"),
    "product": ("product-does-not-agree", "rate times count makes {computed}, the text says {stated}"),
    "growth": ("growth-does-not-agree", "the two levels make {computed}, the text says {stated}"),
}


def diagnose(
    plan: Plan, naming: list[tuple[int, int]], text: CleanText, rules: RuleSet, in_name: InName
) -> list[Diagnostic]:
    """The diagnostics of a plan that has its relations, and of the text in front of it, in reading order.

    `naming` are the stretches of the clean text in which a number is part of a name, or numbers a row.
    """
    found = [*_of_times(plan, text), *_of_quantities(plan, text)]
    found += [
        _diagnostic(
            "unread-number",
            "info",
            f"{text.source[start:end]} is read as no amount and no time",
            plan,
            Span(start=start, end=end),
        )
        for start, end in unread_numbers(plan, text.source)
        # A page's number cleaning has dropped, and one of a name (12345热线) is no amount.
        if (first := text.offset_of(start)) < (stop := text.offset_of(end))
        and not (stop - first in _DIGITS_OF_NAMES and in_name(first, stop))
        and not _holds(naming, first)
    ]
    found += [_of_relation(plan, relation) for relation in plan.relations if not relation.holds]
    found += _of_redactions(plan, text, rules)
    return sorted(found, key=lambda d: (d.span.start, d.span.end) if d.span else (0, 0))


def _holds(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return at >= 0 and offset < spans[at][1]


def _of_times(plan: Plan, text: CleanText) -> Iterator[Diagnostic]:
    for time in plan.times:
        if time.kind not in {"date", "period", "deadline"} or time.start or time.end or time.alt_end:
            continue
        said = _said(text, time.span)
        if _VAGUE.search(said):
            continue
        if _YEAR.search(said):
            yield _diagnostic("impossible-date", "warning", f"{said} is no day of the calendar", plan, time.span)
        elif _lacks_year(time, said):
            yield _diagnostic(
                "missing-year", "info", f"{said}: no year in sight that it could belong to", plan, time.span
            )


def _lacks_year(time: Time, said: str) -> bool:
    # 20XX年 is a redacted number; 21世纪 lacks more than a year.
    hidden = has_any(said, _PLACE_HOLDERS) or "世纪" in said
    return not (_YEAR.search(said) or hidden) and any(char.isdigit() for char in said) and time.duration is None


def _of_quantities(plan: Plan, text: CleanText) -> Iterator[Diagnostic]:
    for figure in (*plan.targets, *plan.baselines, *plan.parameters):
        quantity = figure.quantity
        if quantity.min is None or quantity.max is None or not _AMBIGUOUS.match(quantity.text):
            continue
        said = _said(text, quantity.span)
        message = f"{said} is read as {quantity.min}–{quantity.max}; the first number may lack its multiplier"
        yield _diagnostic("ambiguous-range", "warning", message, plan, quantity.span)


def _of_relation(plan: Plan, relation: Relation) -> Diagnostic:
    code, saying = _SAYINGS[relation.kind if relation.total else "shares"]
    message = saying.format(computed=_plain(relation.computed), stated=_plain(relation.stated))
    return _diagnostic(code, "warning", message, plan, relation.span)


def _of_redactions(plan: Plan, text: CleanText, rules: RuleSet) -> Iterator[Diagnostic]:
    if not has_any(text.text, _PLACE_HOLDERS):
        return
    for match in _redacted(rules).finditer(text.text):
        start, end = text.span(match.start(), match.end())
        inside = plan if plan.span.start <= start < plan.span.end else None
        message = f"{text.source[start:end]} stands where a number should be"
        yield _diagnostic("redacted-number", "warning", message, inside, Span(start=start, end=end))


@cache
def _redacted(rules: RuleSet) -> regex.Pattern[str]:
    """Place-holders before any known unit but those that end a place's name: XX县 is no amount."""
    units = {unit for rule in rules.of(UnitRule) for unit in rule.units} - _PLACES
    words = "|".join(
        regex.escape(unit) for unit in sorted(units, key=lambda unit: (-len(unit), unit)) if not unit.isascii()
    )
    behind = rf"(?=\s*+(?:[万亿](?:{words})?|[%％年月日]|(?:{words})(?!\p{{Han}}?(?:民|政|府|员|局|办))))"
    return lazy_pattern(rf"(?<![A-Za-z0-9])(?:{_HIDDEN_YEAR}|{_HIDDEN}{behind}|{_HIDDEN_LETTERS}(?={_BEHIND_LETTERS}))")


def _said(text: CleanText, span: Span) -> str:
    return " ".join(text.source[span.start : span.end].split())


def _plain(number: Number | None) -> str:
    return f"{number:,}" if number is not None else "nothing"


def _diagnostic(code: str, severity: str, message: str, plan: Plan | None, span: Span) -> Diagnostic:
    return Diagnostic.model_validate(
        {"code": code, "severity": severity, "message": message, "plan": plan.id if plan else None, "span": span}
    )
