"""Resolving: what a time means in days, held against the day on which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from zakuro.read.mentions.times.calendar import (
    CLOCK,
    DAY,
    EDGES,
    MONTHS_IN,
    Days,
    add,
    add_months,
    edge_of,
    nth_unit,
    nth_weekday,
    unit_around,
)
from zakuro.read.mentions.times.values import (
    Between,
    Distant,
    Length,
    Limited,
    Point,
    Rolling,
    Time,
)

_SAME_YEAR = 150
"""By how many days the year of the statement is preferred where a text names no year."""
_DUE = frozenset({"by", "until", "before", "deadline"})
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class Resolver:
    """Turns times into days; ``said`` is the day of the statement, ``named`` the last one named."""

    def __init__(self, said: date | None, fiscal_month: int) -> None:
        self.said = said
        self.named: date | None = None
        self._fiscal_month = fiscal_month

    def days(self, time: Time, near: date | None = None, direction: int = 0) -> Days | None:
        """The days of a time, or None where the words do not tell them.

        A time without a year is the nearest to ``near`` (the statement, when not given), or the
        first one from it on (``direction`` 1), or the last one before it (-1).
        """
        try:
            days = self._days(time, near, direction)
        except (ValueError, OverflowError):
            return None
        return (
            days if days is not None and (days.start or date.min) < (days.end or date.max) else None
        )

    def _days(self, time: Time, near: date | None, direction: int) -> Days | None:
        match time:
            case Point():
                return self._point(time, near, direction)
            case Rolling():
                return self._rolling(time)
            case Distant():
                return self._distant(time)
            case Limited():
                return self._limited(time, near, direction)
            case Between():
                return self._between(time, near, direction)

    def _rolling(self, time: Rolling) -> Days | None:
        said = self._origin(time.origin)
        if said is None:
            return None
        far = self._far(said, time.length, time.direction)
        if time.direction > 0:
            last = far if _is_long(time.origin) else far and far + DAY
            return Days(said, last)
        return Days(far, said + DAY)

    def _distant(self, time: Distant) -> Days | None:
        if time.anaphoric:
            return None
        said = self._origin(time.origin)
        day = self._far(said, time.length, time.direction) if said is not None else None
        return Days(day, day + DAY) if day is not None else None

    def _origin(self, origin: Time | None) -> date | None:
        if origin is None:
            return self.said
        days = self._days(origin, None, 0)
        return days.start if days is not None else None

    def _far(self, day: date, length: Length, direction: int) -> date | None:
        """The day at the far end of a length, or None where its count is vague or by the clock."""
        for count, unit in length.parts:
            if count is None or length.high is not None:
                return None
            if unit in MONTHS_IN:
                day = add_months(day, direction * int(count * MONTHS_IN[unit]))
            elif unit in CLOCK or count != count.to_integral_value():
                return None
            else:
                day = add(day, unit, direction * int(count))
        return day

    def _limited(self, time: Limited, near: date | None, direction: int) -> Days | None:
        days = self._days(time.time, near, direction)
        if days is None:
            return None
        if not direction and time.limit in _DUE and self._is_over(time.time, days.end):
            days = self._days(time.time, near, 1) or days  # by March, told in May, is of next year
        start, end = days
        match time.limit:
            case "by" | "until":
                return Days(None, end)
            case "before" | "deadline":
                ends = isinstance(time.time, Point) and time.time.edge == "end"
                due = time.limit == "deadline" and self._comes(start)
                return Days(None, end if ends or due else start)
            case "after":
                return Days(end, None)
            case "since":
                return Days(start, None)

    def _is_over(self, time: Time, end: date | None) -> bool:
        """Whether a time without a year has ended before the day of the statement."""
        over = end is not None and self.said is not None and end <= self.said
        return over and not self._anchored(time)

    def _comes(self, day: date | None) -> bool:
        """Whether a day is not known to lie before that of the statement: what is told is due."""
        return day is not None and (self.said is None or self.said < day)

    def _between(self, time: Between, near: date | None, direction: int) -> Days | None:
        if not self._anchored(time.first) and (
            self._anchored(time.last) or _bare_day(time.first, time.last)
        ):
            last = self._days(time.last, near, direction)
            if last is None or last.start is None:
                return None
            first = self._days(time.first, last.start, -1)
        else:
            first = self._days(time.first, near, direction)
            if first is None or first.start is None:
                return None
            named, self.named = self.named, first.start
            last = self._days(time.last, first.start, 1)
            self.named = named
        if first is None or last is None or first.start is None or last.end is None:
            return None
        return Days(first.start, last.end) if first.start < last.end else None

    def _anchored(self, time: Time) -> bool:
        """Whether a time stands on its own, or takes its year from another."""
        if not isinstance(time, Point):
            return True
        if time.within is not None:
            return self._anchored(time.within)
        return time.year is not None or time.shift is not None or time.turn is not None

    def _point(self, point: Point, near: date | None, direction: int) -> Days | None:
        base = self._base(point)
        if base is not None:
            return self._narrow(point, base)
        if self._anchored(point) and point.turn is None:
            return None
        near = near or self.said
        if near is None:
            return None
        if point.turn is not None:
            direction = point.turn or max(direction, 0)
            near = near + DAY if point.turn > 0 else near
        return _choose(self._candidates(point, near), near, direction)

    def _base(self, point: Point) -> Days | None:
        """The span that a point names by itself, before its parts are looked for in it."""
        if point.within is not None:
            if not point.around and not self._anchored(point.within):
                return None
            days = self._days(point.within, None, 0)
            if point.around is None or days is None or days.start is None:
                return days
            return unit_around(days.start, point.around)
        if point.year is not None:
            month = self._fiscal_month if point.fiscal else 1
            start = date(point.year, month, 1)
            return Days(start, add_months(start, 12 * point.years))
        origin = self.named if point.anaphoric else self.said
        if point.shift is None or origin is None:
            return None
        return self._shifted(origin, *point.shift, point.fiscal)

    def _shifted(self, day: date, unit: str, count: int, fiscal: bool) -> Days | None:
        """The unit that lies so many units from the one around a day."""
        fiscal = fiscal or unit == "fiscal-year"
        unit = "year" if fiscal else unit
        month = self._fiscal_month if fiscal else 1
        around = unit_around(day, unit, month)
        if around.start is None:
            return None
        return unit_around(
            add(around.start, "week" if unit == "weekend" else unit, count), unit, month
        )

    def _candidates(self, point: Point, near: date) -> Iterator[Days]:
        """What a point without a year may mean around a day."""
        bases: Iterator[Days]
        if isinstance(point.within, Point):
            bases = self._candidates(point.within, near)
        elif point.day is not None and point.month is None:
            reach = 2 if point.weekday is None else 14
            bases = (unit_around(add_months(near, n), "month") for n in range(-reach, reach + 1))
        elif point.weekday is not None and point.part is not None and point.month is None:
            bases = (unit_around(add_months(near, n), "month") for n in range(-2, 3))
        elif point.weekday is not None and point.part is None and point.month is None:
            bases = (unit_around(near + 7 * n * DAY, "week") for n in range(-1, 2))
        else:
            month = self._fiscal_month if point.fiscal else 1
            reach = 8 if point.month == 2 and point.day == 29 else 1
            bases = (
                unit_around(add_months(near, 12 * n), "year", month)
                for n in range(-reach, reach + 1)
            )
        for base in bases:
            found = self._narrow(point, base)
            if found is not None:
                yield found

    def _narrow(self, point: Point, base: Days) -> Days | None:
        """The part of a span that the month, day, weekday, part and edge of a point leave."""
        days: Days | None = base
        start = base.start
        if point.season is not None and start is not None:
            first = date(start.year, _SEASONS[point.season], 1)
            days = Days(first, add_months(first, 3))
        if point.month is not None and start is not None:
            first = date(start.year, point.month, 1)
            if first < start.replace(day=1):
                first = date(start.year + 1, point.month, 1)
            days = Days(first, add_months(first, 1))
        if point.part is not None and days is not None:
            unit, nth = point.part
            if unit == "weekday":
                return nth_weekday(days, point.weekday or 1, nth)
            found = nth_unit(days, unit, nth)
            if found and point.leading:
                days = Days(days.start, found.end) if nth > 0 else Days(found.start, days.end)
            else:
                days = found
        if days is not None and point.day is not None and days.start is not None:
            first = days.start + (point.day - days.start.day) * DAY
            days = Days(first, first + DAY) if first.month == days.start.month else None
            named = point.weekday if point.month is None else None
            return days if named in (None, first.isoweekday()) else None
        if days is not None and point.weekday is not None and point.part is None:
            days = nth_weekday(days, point.weekday, 1)
        if days is not None and point.edge is not None:
            days = self._edge(days, point.edge)
        return days

    def _edge(self, days: Days, edge: str) -> Days | None:
        """An edge of a span; its rest and its past are counted from the day of the statement."""
        if edge in EDGES or days.start is None or days.end is None:
            return edge_of(days, edge)
        if self.said is None or not days.start <= self.said < days.end:
            return days
        if edge == "rest":
            return Days(self.said, days.end)
        return Days(days.start, self.said + DAY)


def _bare_day(first: Time, last: Time) -> bool:
    """Whether the first of two times is only a day, and the last a day of some month."""
    return (
        isinstance(first, Point)
        and isinstance(last, Point)
        and first.day is not None
        and first.month is None
        and last.month is not None
    )


def _choose(candidates: Iterator[Days], near: date, direction: int) -> Days | None:
    """The candidate nearest to a day, or the first from it on, or the last before it."""
    best: Days | None = None
    best_gap = 0
    for days in candidates:
        if days.start is None or days.end is None:
            continue
        gap = max((days.start - near).days, (near - days.end).days + 1, 0)
        if (direction > 0 and days.start < near) or (direction < 0 and days.start >= near):
            continue
        if not direction and days.start.year == near.year:
            gap -= _SAME_YEAR
        if best is None or gap < best_gap:
            best, best_gap = days, gap
    return best


def _is_long(origin: Time | None) -> bool:
    """Whether a length begins with a month or a year, so that it ends with the one before."""
    named = isinstance(origin, Point) and (origin.year is not None or origin.month is not None)
    return named and isinstance(origin, Point) and origin.day is None


def duration(length: Length) -> str | None:
    """A length in ISO 8601 (``P1Y6M``), or None where its count is vague or a range.

    Decades and centuries are years, quarters and halves months, fortnights weeks; a part of a year
    is told in months, of an hour in minutes, where these are whole.
    """
    if length.high is not None:
        return None
    sums: dict[str, Decimal] = {}
    for count, unit in length.parts:
        if count is None:
            return None
        letter, times = _ISO[unit]
        amount = count * times
        smaller, times = _SMALLER.get(letter, (letter, 1))
        if amount != int(amount) and amount * times == int(amount * times):
            sums[letter] = sums.get(letter, Decimal(0)) + int(amount)
            letter, amount = smaller, (amount - int(amount)) * times
        sums[letter] = sums.get(letter, Decimal(0)) + amount
    dates = "".join(_amount(sums, letter) for letter in ("Y", "M", "W", "D"))
    clock = "".join(_amount(sums, letter, f"T{letter}") for letter in ("H", "M", "S"))
    return f"P{dates}{'T' if clock else ''}{clock}" if dates or clock else None


def _amount(sums: dict[str, Decimal], letter: str, key: str | None = None) -> str:
    amount = sums.get(key or letter)
    return f"{amount.normalize():f}{letter}" if amount else ""


_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60)}
_ISO = {
    "century": ("Y", 100),
    "decade": ("Y", 10),
    "year": ("Y", 1),
    "half": ("M", 6),
    "quarter": ("M", 3),
    "month": ("M", 1),
    "fortnight": ("W", 2),
    "week": ("W", 1),
    "weekend": ("D", 2),
    "workday": ("D", 1),
    "day": ("D", 1),
    "night": ("D", 1),
    "hour": ("TH", 1),
    "minute": ("TM", 1),
    "second": ("TS", 1),
}
