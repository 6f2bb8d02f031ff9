"""Composing: what the filled slots of a shape mean together.

Every action of a shape is one function here, named in the packs by its key in ``ACTIONS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from zakuro.read.mentions.times.calendar import CLOCK, DAYS_IN, MONTHS_IN
from zakuro.read.mentions.times.points import TIMES, Draft, Filled, precision
from zakuro.read.mentions.times.values import (
    Between,
    Distant,
    Length,
    Limited,
    Point,
    Rolling,
    Time,
)

_TEN = Decimal(10)
LINKS = ("to", "and", "dash")
COUNTS = (
    "count",
    "under-1000",
    "over-31",
    "one",
    "one-kanji",
    "another",
    "whole",
    "few",
)
WAYS = ("window", "rolling", "ahead", "lately")
OPENERS = ("from", "between")
FROM = "from"
"""How the names of slots end that say of themselves that a range begins with them."""
Values = dict[str, Any]


class Composer:
    """Makes times of filled slots by the actions below, with the eras and habits of one pack."""

    def __init__(self, eras: dict[str, date]) -> None:
        self._eras = eras
        self._actions: dict[str, Callable[[Filled], Values | None]] = {
            "point": self._point,
            "length": self._length,
            "window": self._window,
            "distant": self._distant,
            "limit": self._limit,
            "between": self._between,
            "silence": lambda _filled: {"a-silence": None},
        }
        self.known = set(self._actions)

    def __call__(self, action: str, filled: Filled) -> Values | None:
        """The classes and values of what an action makes of its slots, or None: nothing."""
        return self._actions[action](filled)

    def _point(self, filled: Filled) -> Values | None:
        draft = Draft()
        for slot, atom in filled:
            draft.read(slot, atom.values[slot])
        point = draft.point(self._eras)
        return {precision(point): point, "a-time": point} if point is not None else None

    def _length(self, filled: Filled) -> Values | None:
        return _length_of(filled)

    def _window(self, filled: Filled) -> Values | None:
        length = _value(filled, "a-length")
        origin = next((atom.values[slot] for slot, atom in filled if slot in TIMES), None)
        direction = next((atom.values[slot] for slot, atom in filled if slot in WAYS), 1)
        if _value(filled, "lately"):
            length = Length(((None, "year"),))
        elif not isinstance(length, Length):
            made = _length_of(filled)
            if made is None:
                return None
            length = made["a-length"]
        rolling = Rolling(direction, length, origin)
        return {"a-window": rolling, "a-time": rolling}

    def _distant(self, filled: Filled) -> Values | None:
        length = _value(filled, "a-length")
        origin = next((atom.values[slot] for slot, atom in filled if slot in TIMES), None)
        then = _value(filled, "then")
        direction = then or _value(filled, "distance") or _value(filled, "away")
        if not isinstance(length, Length) or not direction:
            return None
        if all(unit in CLOCK for _, unit in length.parts):
            return None
        distant = Distant(direction, length, origin, anaphoric=then is not None)
        return {"a-day": distant, "a-time": distant}

    def _limit(self, filled: Filled) -> Values | None:
        time = next((atom.values[slot] for slot, atom in filled if slot in TIMES), None)
        if time is None:
            return None
        limit = _value(filled, "limit") or _value(filled, "onward") or _value(filled, "upward")
        return {"a-limit": Limited(limit, time)} if limit else None

    def _between(self, filled: Filled) -> Values | None:
        names = [slot for slot, _ in filled]
        link = next((at for at, name in enumerate(names) if name in LINKS), None)
        if link is None:
            return None
        opened = next((at for at, name in enumerate(names) if name in OPENERS), 0)
        end = len(filled)
        if link == end - 1:  # the words for from and to stand behind their times
            froms = (at for at, name in enumerate(names) if name.endswith(FROM))
            opened, link, end = 0, next(froms, 0), link
        scope = self._side(filled[:opened]) if opened else None
        first, last = self._side(filled[opened : link + 1]), self._side(filled[link + 1 : end])
        if first is None or last is None:
            return None
        if names[link] == "and" and "between" not in names and not _follows(first, last):
            return None
        if isinstance(first, Point) and isinstance(last, Point):
            first, last = _shared(first, last)
            if scope is not None:
                first, last = replace(first, within=scope), replace(last, within=scope)
        between = Between(first, last)
        return {"a-span": between, "a-time": between, "a-range": between}

    def _side(self, filled: Filled) -> Time | None:
        """The time on one side of a range."""
        made = self._point(filled)
        time: Time | None = made["a-time"] if made is not None else None
        if (
            isinstance(time, Point)
            and time.within is not None
            and time == Point(within=time.within)
        ):
            return time.within
        return time


def _follows(first: Time, last: Time) -> bool:
    """Whether one day is the next after another: 4 and 5 April are one period, 4 and 9 are two."""
    days = [point.day for point in (first, last) if isinstance(point, Point)]
    return len(days) == 2 and None not in days and days[1] == (days[0] or 0) + 1


def _shared(first: Point, last: Point) -> tuple[Point, Point]:
    """The two ends of a range, with a year that is written once moved to where its month is."""
    if last.year is not None and last.month is None and last.day is not None:
        return replace(first, year=last.year), replace(last, year=None)
    if first.year is not None and first.day and not first.month and last.month:
        return replace(first, year=None), replace(last, year=first.year)
    if last.years == 1 and last.year is not None and last.year < 100 and first.year is not None:
        return first, replace(last, year=first.year - first.year % 100 + last.year)
    return first, last


def _same_place(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    """The lower end of a range whose place is said once: 二三十 is 20 to 30."""
    if low is None or high is None or not 0 < low < _TEN:
        return low
    place = high / (low + 1)
    return low * place if place >= _TEN and place == _TEN ** place.adjusted() else low


def _value(filled: Filled, name: str) -> Any:
    return next((atom.values[slot] for slot, atom in filled if slot == name), None)


def _length_of(filled: Filled) -> Values | None:
    """Counts and units in turn: one year and six months, three to five days, a year and a half."""
    parts: list[tuple[Decimal | None, str]] = []
    counts: list[Decimal | None] = []
    fraction: Decimal | None = None
    high: Decimal | None = None
    low: tuple[Decimal | None] | None = None
    for slot, atom in filled:
        value = atom.values[slot]
        name = slot.rstrip("!")
        if name in COUNTS:
            counts.append(None if name == "few" else Decimal(value))
        elif name == "above" and parts:
            low = (parts.pop()[0],)
        elif name in ("half", "fraction"):
            fraction = Decimal(value or "0.5")
        elif name.startswith("unit"):
            if value not in MONTHS_IN and value not in DAYS_IN and value not in CLOCK:
                return None
            if len(counts) > 1:
                high = counts.pop()
                counts[-1] = _same_place(counts[-1], high)
            elif low is not None and counts:
                high = counts.pop()
                counts.append(low[0])
            alone = None if name == "units" else Decimal(0 if fraction else 1)
            parts.append((counts.pop() if counts else alone, value))
    if not parts:
        return None
    if fraction is not None:
        count, unit = parts[-1]
        parts[-1] = (None if count is None else count + fraction, unit)
    return {"a-length": Length(tuple(parts), high)}
