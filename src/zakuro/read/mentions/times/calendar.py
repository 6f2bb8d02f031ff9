"""The calendar: half-open spans of days, units counted through them, and their EDTF.

Only the Gregorian calendar of ``datetime.date`` is used; years run from 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "workday": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
CLOCK = {"hour": "H", "minute": "M", "second": "S"}


class Days(NamedTuple):
    """The days from ``start`` up to, not including, ``end``; None where a side is open."""

    start: date | None
    end: date | None


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that has no such day.

    Raises ValueError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, unit: str, count: int) -> date:
    """The day that lies ``count`` units on; hours and shorter units do not move it."""
    if unit in MONTHS_IN:
        return add_months(day, MONTHS_IN[unit] * count)
    if unit == "workday":
        return _add_workdays(day, count)
    return day + timedelta(days=DAYS_IN.get(unit, 0) * count)


def _add_workdays(day: date, count: int) -> date:
    weeks, rest = divmod(abs(count), 5)
    sign = 1 if count >= 0 else -1
    day += timedelta(days=7 * weeks * sign)
    while rest or day.weekday() >= 5:
        day += sign * DAY
        if day.weekday() < 5 and rest:
            rest -= 1
    return day


def unit_around(day: date, unit: str, first_month: int = 1) -> Days:
    """The day, week, month, quarter, half, year, decade or century in which a day lies.

    ``first_month`` is the month in which the year begins (of a fiscal year, say).
    """
    if unit in ("week", "weekend", "fortnight"):
        monday = day - timedelta(days=day.weekday())
        if unit == "weekend":
            return Days(monday + 5 * DAY, monday + 7 * DAY)
        return Days(monday, monday + timedelta(days=DAYS_IN[unit]))
    length = MONTHS_IN.get(unit)
    if length is None:
        return Days(day, day + DAY)
    origin = 0 if length > 12 else first_month - 1
    months = day.year * 12 + day.month - 1 - origin
    first = months - months % length + origin
    start = date(first // 12, first % 12 + 1, 1)
    return Days(start, add_months(start, length))


def nth_unit(within: Days, unit: str, nth: int) -> Days | None:
    """The nth unit inside a span, from its end when ``nth`` is negative; None where it has none.

    A week belongs to the span in which its Thursday lies (ISO 8601).
    """
    if within.start is None or within.end is None:
        return None
    if unit == "week":
        first = within.start + timedelta(days=(3 - within.start.weekday()) % 7 - 3)
        last_day = within.end - DAY
        last = last_day - timedelta(days=(last_day.weekday() - 3) % 7 + 3)
        start = first + timedelta(days=7 * (nth - 1)) if nth > 0 else last + 7 * DAY * (nth + 1)
        return Days(start, start + 7 * DAY)
    if unit == "weekend":
        ahead = within.start + timedelta(days=(5 - within.start.weekday()) % 7)
        back = within.end - DAY - timedelta(days=((within.end - DAY).weekday() - 5) % 7)
        start = ahead + 7 * DAY * (nth - 1) if nth > 0 else back + 7 * DAY * (nth + 1)
        return Days(start, start + 2 * DAY)
    start = add(within.start, unit, nth - 1) if nth > 0 else add(within.end, unit, nth)
    if not within.start <= start < within.end:
        return None
    return Days(start, add(start, unit, 1))


def nth_weekday(within: Days, weekday: int, nth: int) -> Days | None:
    """The nth Monday (1) to Sunday (7) inside a span, from its end when ``nth`` is negative."""
    if within.start is None or within.end is None:
        return None
    if nth > 0:
        day = within.start + timedelta(days=(weekday - 1 - within.start.weekday()) % 7)
        day += 7 * DAY * (nth - 1)
    else:
        last = within.end - DAY
        day = last - timedelta(days=(last.weekday() - weekday + 1) % 7) + 7 * DAY * (nth + 1)
    return Days(day, day + DAY) if within.start <= day < within.end else None


def edge_of(within: Days, edge: str) -> Days:
    """One edge of a span: its start, middle or end third, or its first or second half.

    Thirds and halves are whole years of decades and centuries, whole months of shorter spans of
    months, and tens of days of a month.
    """
    if within.start is None or within.end is None:
        return within
    part, parts = EDGES[edge]
    start, end = (_share(within.start, within.end, n, parts) for n in (part, part + 1))
    return Days(start, end)


EDGES = {
    "start": (0, 3),
    "middle": (1, 3),
    "end": (2, 3),
    "first-half": (0, 2),
    "second-half": (1, 2),
}


def _share(start: date, end: date, part: int, parts: int) -> date:
    """Where the given part of a span begins."""
    if part == parts:
        return end
    years = end.year - start.year
    if years >= 10 and (start.month, start.day) == (end.month, end.day):
        return start.replace(year=start.year + years * part // parts)
    if start.day == 1 and end.day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month
        if months > 1:
            return add_months(start, months * part // parts)
        return start + timedelta(days=(10 if parts == 3 else 15) * part)
    return start + timedelta(days=(end - start).days * part // parts)


def edtf(days: Days, named: str = "") -> str:
    """The EDTF of a span: a day, month, year, decade (``201X``) or century (``19XX``) as one word.

    Anything else is an interval, both ends included; an open end is ``..``.  Its ends are written
    in the unit in which they were ``named`` (day, month), else in the coarsest that says them.
    """
    start, end = days
    if not named and start is not None and end is not None:
        if start.month == start.day == end.month == end.day == 1:
            years = end.year - start.year
            if years == 1:
                return f"{start.year:04}"
            if years == 10 and start.year % 10 == 0:
                return f"{start.year // 10:03}X"
            if years == 100 and start.year % 100 == 0:
                return f"{start.year // 100:02}XX"
        if start.day == end.day == 1 and add_months(start, 1) == end:
            return start.isoformat()[:7]
        if start + DAY == end:
            return start.isoformat()
    last = end - DAY if end is not None else None
    return f"{_side(start, days, named)}/{_side(last, days, named)}"


def _side(day: date | None, days: Days, named: str) -> str:
    if day is None:
        return ".."
    ends = [d for d in days if d is not None]
    if not named and all(d.day == 1 and d.month == 1 for d in ends):
        return f"{day.year:04}"
    if named != "day" and all(d.day == 1 for d in ends):
        return day.isoformat()[:7]
    return day.isoformat()
