"""Days and periods as a calendar (RFC 5545) that any calendar program reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from icalendar import Calendar, Event


class Occasion(NamedTuple):
    """Something in a calendar: a whole day, or from one moment to another.

    ``name`` is lasting, ``written`` the moment of the last entry that it rests on; ``over`` says
    that it was called off.
    """

    name: str
    title: str
    text: str
    start: date | datetime
    end: date | datetime
    written: datetime
    address: str = ""
    over: bool = False


def as_calendar(title: str, occasions: Sequence[Occasion]) -> bytes:
    """Give occasions as a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//zakuro//books//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for occasion in occasions:
        event = Event()
        event.add("uid", occasion.name)
        event.add("dtstamp", occasion.written)
        event.add("summary", occasion.title)
        event.add("dtstart", occasion.start)
        event.add("dtend", occasion.end)
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if occasion.over else "CONFIRMED")
        if occasion.text:
            event.add("description", occasion.text)
        if occasion.address:
            event.add("url", occasion.address)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
