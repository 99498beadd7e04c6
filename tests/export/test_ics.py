from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from planparse.export import FORMATS

if TYPE_CHECKING:
    from planparse.models import Document


def written(*documents: Document) -> bytes:
    stream = BytesIO()
    FORMATS["ics"].write(documents, stream)
    return stream.getvalue()


def events(*documents: Document) -> list[Any]:
    return list(icalendar.Calendar.from_ical(written(*documents)).walk("VEVENT"))


def test_every_dated_target_and_every_other_deadline_is_an_entry(yunling: Document) -> None:
    days = [(event["dtstart"].dt, str(event["summary"]).split("：")[1]) for event in events(yunling)]
    assert days == [
        (date(2024, 12, 31), "新造林 ≥15,000 亩"),
        (date(2022, 12, 31), "新造林 4,000 亩"),
        (date(2023, 12, 31), "新造林 5,000 亩"),
        (date(2024, 12, 31), "新造林 6,000 亩"),
        (date(2024, 12, 31), "森林覆盖率 35%"),
        (date(2023, 6, 30), "示范苗圃 3–5 个"),
        (date(2021, 12, 31), "截至2021年底，全县有林地面积12.5万亩，森林覆盖率31.2%，苗圃18个"),
        (date(2022, 6, 30), "管网改造 12 个"),
        (date(2022, 6, 30), "受益群众 约24,000 人"),
    ]


def test_an_entry_says_who_what_and_whom_to_ask(yunling: Document) -> None:
    first = events(yunling)[0]
    assert str(first["summary"]).startswith("云岭县林业局：")
    said = str(first["description"])
    for words in (
        "全县新造林至少1.5万亩",
        "时限：2024年底",
        "责任单位：县林业局",
        "联系人 白小溪 0999-6123456",
        "plans/yunling.txt",
    ):
        assert words in said
    assert [str(contact) for contact in first["contact"]] == [
        "责任人 方远山",
        "责任科室 造林绿化科",
        "联系人 白小溪 0999-6123456",
    ]
    assert first["categories"].to_ical().decode() == "云岭县林业局"


def test_entries_are_whole_days_that_keep_nobody_busy(yunling: Document) -> None:
    for event in events(yunling):
        assert not isinstance(event["dtstart"].dt, datetime)
        assert (event["dtend"].dt - event["dtstart"].dt).days == 1
        assert event["transp"] == "TRANSPARENT"


def test_the_same_plan_gives_the_same_bytes_with_its_own_date(yunling: Document) -> None:
    assert written(yunling) == written(yunling)
    stamps = {event["dtstamp"].dt for event in events(yunling)}
    assert stamps == {datetime(2022, 3, 15, tzinfo=UTC), datetime(2022, 3, 10, tzinfo=UTC)}


def test_names_of_entries_are_unique_and_stay(yunling: Document, hostile: Document) -> None:
    names = [str(event["uid"]) for event in events(yunling, hostile)]
    assert len(set(names)) == len(names)
    assert names[0] == f"{yunling.source.sha256[:20]}.p1.t1@planparse"


def test_lines_are_folded_by_octets(yunling: Document, hostile: Document) -> None:
    lines = written(yunling, hostile).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two


def test_a_hostile_plan_adds_no_line_of_its_own(hostile: Document) -> None:
    plan = hostile.plans[0]
    words = "局\r\nATTACH:http://evil.invalid\nEND:VEVENT"
    said = hostile.model_copy(update={"plans": [plan.model_copy(update={"department": words})]})
    (event,) = events(said)
    assert "attach" not in event


@pytest.mark.parametrize("end", [None, "--09", "2031-13-01"])
def test_a_target_without_a_whole_day_has_no_entry(end: str | None, hostile: Document) -> None:
    plan = hostile.plans[0]
    figure = plan.targets[0]
    assert figure.due
    undated = figure.model_copy(update={"due": figure.due.model_copy(update={"end": end})})
    document = hostile.model_copy(update={"plans": [plan.model_copy(update={"targets": [undated], "times": []})]})
    assert events(document) == []
