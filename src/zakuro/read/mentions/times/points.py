"""Points of the calendar from the slots of a shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from zakuro.read.mentions.times.calendar import CLOCK
from zakuro.read.mentions.times.shapes import Atom
from zakuro.read.mentions.times.values import Length, Point

Filled = list[tuple[str, Atom]]

TIMES = (
    "a-year",
    "a-span",
    "a-month",
    "a-week",
    "a-day",
    "a-time",
    "a-window",
    "a-slash",
    "a-slash!",
    "a-range",
)
CENTURY = 100
_PIVOT = 50
"""Years of two digits from here on are of the twentieth century."""


class Draft:
    """A point while its slots are read; ``unit`` and ``nth`` wait for what they belong to."""

    __slots__ = ("era", "fields", "nth", "unit")

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.unit: str | None = None
        self.nth: int | None = None
        self.era: str | None = None

    def read(self, slot: str, value: Any) -> None:
        """Take what one slot says; slots of no meaning (of, the) say nothing."""
        name = slot.rstrip("#!")
        if slot in TIMES:
            self.fields["within"] = value
        elif name in _FIELDS:
            self.fields[name] = value
        elif name in _READERS:
            _READERS[name](self, value)
        elif name.startswith("unit"):
            self.unit = value

    def point(self, eras: dict[str, date]) -> Point | None:
        """The point, or None where the slots together mean none."""
        fields = self.fields
        within = fields.get("within")
        if "day" in fields and "month" in fields:
            fields = self.fields = {k: v for k, v in fields.items() if k not in _IDLE}
        elif isinstance(within, Point) and within.day is not None and fields.keys() <= _BESIDE:
            return replace(within, year=fields.get("year", within.year))
        if self.era is not None:
            fields["year"] = eras[self.era].year + fields.get("year", 1) - 1
        if self.unit in CLOCK or not (self._span() or self._part()):
            return None
        if "turn" in fields and "weekday" in fields and "within" not in fields:
            fields["within"] = Point(shift=("week", fields.pop("turn")))
        if "toward" in fields:
            fields["turn"] = fields.pop("toward")
        return Point(**fields) if fields else None

    def _span(self) -> bool:
        """A decade or a century: a span of years that one of them names."""
        if self.unit == "decade-of":
            year = self.fields.get("year", 1)
            if self.nth is not None and year < CENTURY:
                year += (self.nth - 1) * CENTURY
            elif year < CENTURY and self.era is None:
                year += 1900 if year >= 30 else 2000
            if self.era is None and year % 10:
                return False
            self.fields.update(year=year, years=10)
            return True
        if self.unit == "century-nth" and self.nth is not None and 0 < self.nth < CENTURY:
            self.fields.update(year=self.nth * CENTURY - CENTURY + 1, years=CENTURY)
            return True
        return False

    def _part(self) -> bool:
        """The next week, the third quarter, the first Monday; whether unit and count make sense."""
        fields, unit, nth = self.fields, self.unit, self.nth
        if nth is not None and "leading" in fields:
            nth *= fields["leading"]
            fields["leading"] = True
        if unit in ("decade-of", "century-nth"):
            return False
        if nth is not None and (unit is not None or "weekday" in fields):
            fields["part"] = (unit or "weekday", nth)
        elif unit is not None and "turn" in fields:
            shift = (unit, fields.pop("turn"))
            fields.update(
                {"within": Point(shift=shift)} if "weekday" in fields else {"shift": shift}
            )
        elif unit is not None and "edge" in fields:
            fields["shift"] = (unit, 0)
        else:
            return unit is None and nth is None
        return True


def _year2(draft: Draft, value: int) -> None:
    draft.fields["year"] = value + (1900 if value >= _PIVOT else 2000)


def _years(draft: Draft, value: str) -> None:
    """A span of years with a name of its own: the years of a plan."""
    first, last = value.split("-")
    draft.fields.update(year=int(first), years=int(last) - int(first) + 1)


def _decade_word(draft: Draft, value: int) -> None:
    century = draft.fields.get("year")
    year = value if century is None else century * CENTURY + value % CENTURY
    draft.fields.update(year=year, years=10)


def _part_word(draft: Draft, value: tuple[str, int]) -> None:
    draft.unit, draft.nth = value


def _sets(name: str) -> Callable[[Draft, Any], None]:
    return lambda draft, value: setattr(draft, name, value)


def _field(name: str, fixed: Any = None) -> Callable[[Draft, Any], None]:
    def read(draft: Draft, value: Any) -> None:
        draft.fields[name] = value if fixed is None else fixed

    return read


def _anaphor(draft: Draft, value: tuple[str, int]) -> None:
    draft.fields.update(shift=value, anaphoric=True)


def _leading(draft: Draft, value: Any) -> None:
    """The first eight months, or with a value of -1 the last: all that lies on that side."""
    draft.fields["leading"] = value or 1


def _length(draft: Draft, value: Length) -> None:
    """The length of a part: the first two months."""
    count, draft.unit = value.parts[0]
    if count is not None and count == int(count) and len(value.parts) == 1 and not value.high:
        draft.nth = int(count)


def _last_day(draft: Draft, value: int) -> None:
    draft.unit, draft.nth = "day", value


def _nth(draft: Draft, value: Any) -> None:
    draft.nth = int(value)


def _now(draft: Draft, _value: Any) -> None:
    draft.fields["shift"] = ("day", 0)


def _rest(draft: Draft, value: int) -> None:
    """The second half of a year that is read as two numbers: nineteen | ninety-nine."""
    draft.fields["year"] = draft.fields["year"] * CENTURY + value


def _month_day(draft: Draft, value: str) -> None:
    month, day = value.split("-")
    draft.fields.update(month=int(month), day=int(day))


_IDLE = {"weekday", "turn", "toward"}
"""What says nothing more beside a month and day."""
_BESIDE = _IDLE | {"within", "year"}
_FIELDS = {"year", "month", "day", "weekday", "season", "turn", "toward", "edge", "shift", "around"}
_READERS: dict[str, Callable[[Draft, Any], None]] = {
    "year2": _year2,
    "year2-zero": _year2,
    "day-words": _field("day"),
    "month-from": _field("month"),
    "year-words": _field("year"),
    "year-nth": _field("year"),
    "year-glued": _field("year"),
    "century-words": _field("year"),
    "rest-words": _rest,
    "now": _now,
    "month-day": _month_day,
    "era": _sets("era"),
    "era-year": _field("year"),
    "first-year": _field("year"),
    "weekday-letter": _field("weekday"),
    "anaphor": _anaphor,
    "turn-far": _field("turn"),
    "nth": _nth,
    "count": _nth,
    "place": _nth,
    "part-unit": _sets("unit"),
    "part": _part_word,
    "edge-of": _field("edge"),
    "leading": _leading,
    "last-day": _last_day,
    "a-length": _length,
    "day-nth": _field("day"),
    "fiscal": _field("fiscal", fixed=True),
    "decade-word": _decade_word,
    "years": _years,
    "decade-of": lambda draft, _value: setattr(draft, "unit", "decade-of"),
    "decade-years": lambda draft, _value: setattr(draft, "unit", "decade-of"),
    "century-nth": lambda draft, _value: setattr(draft, "unit", "century-nth"),
}


def precision(point: Point) -> str:
    """The class in which a point can be used further, by how exact it is."""
    unit: str | None = None
    if point.part:
        unit = point.part[0]
    elif point.shift and not (point.month or point.day or point.weekday):
        unit = point.shift[0]
    if point.edge or point.season or point.years > 1:
        unit = "span"
    elif point.around:
        unit = point.around
    elif point.day or point.weekday:
        unit = "day"
    elif point.month:
        unit = "month"
    return _CLASS_OF.get(unit or "year", "a-span")


_CLASS_OF = {
    "day": "a-day",
    "weekday": "a-day",
    "week": "a-week",
    "weekend": "a-week",
    "fortnight": "a-week",
    "month": "a-month",
    "year": "a-year",
    "fiscal-year": "a-year",
}
