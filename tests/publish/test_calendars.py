from datetime import UTC, date, datetime

import vobject

from zakuro.publish.calendars import Occasion, as_calendar

THEN = datetime(2026, 1, 1, tzinfo=UTC)
DUE = Occasion(
    "urn:x:1", "P-1 falls due", "Words, with; signs\nand 期日" * 9, date(2026, 12, 31),
    date(2027, 1, 1), THEN, "https://x.test/P-1",
)  # fmt: skip
SILENCE = Occasion(
    "urn:x:2",
    "Silence on X-1",
    "",
    datetime(2026, 3, 1, 9, tzinfo=UTC),
    datetime(2026, 3, 4, 9, tzinfo=UTC),
    THEN,
    over=True,
)


def test_another_program_reads_the_calendar() -> None:
    written = as_calendar("What falls due: Six", [DUE, SILENCE])
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    found = vobject.readOne(written.decode("utf-8"))
    assert found.validate()
    due, silence = found.vevent_list
    assert due.dtstart.value == date(2026, 12, 31)
    assert due.dtend.value == date(2027, 1, 1)
    assert due.description.value == DUE.text
    assert due.url.value == "https://x.test/P-1"
    assert silence.dtstart.value == SILENCE.start
    assert silence.status.value == "CANCELLED"
    assert [event.uid.value for event in found.vevent_list] == ["urn:x:1", "urn:x:2"]


def test_the_same_occasions_are_the_same_bytes() -> None:
    assert as_calendar("x", [DUE]) == as_calendar("x", [DUE])
    assert b"BEGIN:VCALENDAR" in as_calendar("x", [])
