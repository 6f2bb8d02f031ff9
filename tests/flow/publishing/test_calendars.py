from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import vobject

from tests.flow.deciding.builder import Clock, by, silent, sitting_at, tabled
from zakuro.flow.acting import acts
from zakuro.flow.deciding import closing
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.calendars import calendar
from zakuro.flow.publishing.subjects import Subject, subject_of
from zakuro.words.catalogue import LOCALES

ON = date(2026, 6, 30)
MOMENT = datetime(2026, 6, 30, 12, tzinfo=UTC)
ALL = Subject("all", "")


def events(written: bytes) -> list[Any]:
    found = vobject.readOne(written.decode("utf-8"))
    assert found.validate()
    return list(found.contents.get("vevent", []))


@pytest.mark.parametrize("language", LOCALES)
def test_what_falls_due_in_every_language(opened: Books, language: str) -> None:
    found = events(calendar(opened, ALL, ON, MOMENT, language, "https://x.test/en/"))
    assert [event.dtstart.value for event in found] == [
        date(2025, 12, 31),
        date(2027, 6, 16),
    ]
    assert "P-3" in found[0].summary.value
    assert "grants of 1.5 billion yuan" in found[0].description.value
    assert found[1].url.value == "https://x.test/en/pledges/P-4"


def test_a_year_back_and_no_further(opened: Books) -> None:
    assert len(events(calendar(opened, ALL, date(2026, 12, 31), MOMENT))) == 2
    assert len(events(calendar(opened, ALL, date(2027, 1, 1), MOMENT))) == 1
    assert len(events(calendar(opened, ALL, date(1, 1, 1), MOMENT))) == 2
    assert events(calendar(opened, ALL, date(9999, 12, 31), MOMENT)) == []


def test_of_one_pledge_and_of_one_party(opened: Books) -> None:
    word = acts.Word(party="CHN", filed_by="anna")
    acts.set_milestone(
        opened, "P-4", word, value=Decimal(1000), unit="{place}", on=date(2026, 12, 1)
    )
    found = events(calendar(opened, subject_of(opened, "P-4"), ON, MOMENT))
    assert [event.summary.value for event in found] == [
        "Milestone of P-4: 1,000 places",
        "P-4 falls due",
    ]
    assert len(events(calendar(opened, Subject("party", "KAZ"), ON, MOMENT))) == 3
    assert events(calendar(opened, Subject("party", "JPN"), ON, MOMENT)) == []
    assert events(calendar(opened, Subject("pledge", "P-1"), ON, MOMENT)) == []


def test_silences_are_in_the_calendar_of_every_member(
    new_place: Callable[[], str], clock: Clock
) -> None:
    with sitting_at(new_place(), clock) as books:
        name = tabled(books)
        until = silent(books, name)
        day = clock.time.date()
        for subject in (ALL, Subject("party", "TKM"), Subject("decision", name)):
            (event,) = events(calendar(books, subject, day, clock.time))
            assert (event.dtstart.value, event.dtend.value) == (clock.time, until)
            assert event.summary.value == "Silence on X-1: Programme 2027"
            assert event.status.value == "CONFIRMED"
        assert events(calendar(books, Subject("party", "JPN"), day, clock.time)) == []
        closing.objects(books, name, by("TKM"), reason="the term", version=1)
        (event,) = events(calendar(books, ALL, day, clock.time))
        assert event.status.value == "CANCELLED"
        assert "an objection" in event.description.value


@pytest.fixture
def clock() -> Clock:
    return Clock()
