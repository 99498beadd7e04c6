"""A calendar (RFC 5545) of all deadlines: one all-day entry per target, and per deadline that no target names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO

from icalendar import Calendar, Event, vCategory

from planparse import __version__
from planparse.export.amounts import amount
from planparse.export.files import opened
from planparse.export.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planparse.models import Document, Figure, Plan, Time

__all__ = ["write"]

# An entry's stamp is when it was last changed: the day of the plan, so that the same plan gives the same bytes.
UNDATED = date(1970, 1, 1)


def write(documents: Iterable[Document], target: Path | BinaryIO) -> None:
    """Writes the calendar. An entry takes no time of the day and does not show as busy."""
    calendar = Calendar()
    calendar.add("prodid", f"-//planparse//planparse {__version__}//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "方案期限")
    for document in documents:
        for plan in document.plans:
            for event in _events(document, plan):
                calendar.add_component(event)
    with opened(target) as stream:
        stream.write(calendar.to_ical())


def _events(document: Document, plan: Plan) -> Iterator[Event]:
    named = set()
    for figure in plan.targets:
        day = _day(figure.due.end) if figure.due else None
        if figure.due and day:
            named.add((figure.due.span.start, figure.due.span.end))
            about = f"{figure.indicator or figure.clause} {amount(figure.quantity)}"
            yield _event(document, plan, figure.id, day, about, _about_target(figure), figure.responsible)
    for time in plan.times:
        day = _day(time.end)
        if time.kind == "deadline" and day and (time.span.start, time.span.end) not in named:
            sentence = _sentence(document, time)
            yield _event(document, plan, time.id, day, sentence, [sentence], [])


def _event(
    document: Document, plan: Plan, item: str, day: date, about: str, lines: list[str], responsible: list[str]
) -> Event:
    """One entry: who must have done what by that day, whom to ask, and where it is written."""
    department = plan.department or plan.title or document.metadata.title or ""
    event = Event()
    event.add("uid", f"{document.source.sha256[:20]}.{item}@planparse")
    event.add("dtstamp", _stamp(document, plan))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", "：".join(filter(None, (department, about))))
    units = [f"责任单位：{'、'.join(responsible)}"] if responsible else []
    people = _contacts(plan)
    where = "：".join(filter(None, (document.source.path, plan.title)))
    event.add("description", "\n".join(filter(None, [*lines, *units, *people, where])))
    for person in people:
        event.add("contact", person)
    if department:
        event.add("categories", vCategory([department]))
    event.add("transp", "TRANSPARENT")
    return event


def _about_target(figure: Figure) -> list[str]:
    return [figure.clause, f"时限：{figure.due.text}"] if figure.due else [figure.clause]


def _contacts(plan: Plan) -> list[str]:
    """`联系人 白小溪 0999-6123456`: each person or unit with the telephone beside it; then the telephones of nobody."""
    phones = [contact for contact in plan.contacts if contact.role == "phone"]
    people = [contact for contact in plan.contacts if contact.role != "phone"]
    names = {person.value for person in people}
    lines = []
    for person in people:
        numbers = [phone.value for phone in phones if phone.person == person.value]
        lines.append(" ".join([label("role", person.role), person.value, *dict.fromkeys(numbers)]))
    lines += [f"{label('role', 'phone')} {phone.value}" for phone in phones if phone.person not in names]
    return lines


def _sentence(document: Document, time: Time) -> str:
    """The line of the text that the time stands in; its own words where the text was not kept."""
    text = document.source.text
    if text is None:
        return time.text
    start = max(text.rfind(mark, 0, time.span.start) for mark in "\n。；;") + 1
    ends = [place for mark in "\n。；;" if (place := text.find(mark, time.span.end)) >= 0]
    return " ".join(text[start : min(ends, default=len(text))].split())


def _stamp(document: Document, plan: Plan) -> datetime:
    day = _day(plan.date) or _day(document.metadata.date) or UNDATED
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:  # absent, or no whole day (`--09`)
        return None
