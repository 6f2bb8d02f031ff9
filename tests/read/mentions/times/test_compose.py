"""Composing: lengths, windows, limits and ranges from their slots."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from zakuro.read.mentions.times.compose import Composer
from zakuro.read.mentions.times.shapes import Atom
from zakuro.read.mentions.times.values import Between, Distant, Length, Limited, Point, Rolling

TWO_YEARS = Length(((Decimal(2), "year"),))


def compose(action: str, *slots: tuple[str, Any]) -> dict[str, Any] | None:
    return Composer({})(action, [(slot, Atom(0, 0, "", {slot: value})) for slot, value in slots])


def test_lengths() -> None:
    assert compose("length", ("count", Decimal(2)), ("unit", "year")) == {"a-length": TWO_YEARS}
    half = compose("length", ("one", 1), ("unit", "year"), ("half", ""))
    assert half == {"a-length": Length(((Decimal("1.5"), "year"),))}
    vague = compose("length", ("few", ""), ("unit", "month"))
    assert vague == {"a-length": Length(((None, "month"),))}
    both = compose("length", ("count", Decimal(3)), ("count", Decimal(5)), ("unit", "year"))
    assert both == {"a-length": Length(((Decimal(3), "year"),), Decimal(5))}
    assert compose("length", ("count", Decimal(2))) is None


def test_windows_and_distances() -> None:
    window = compose("window", ("window", -1), ("a-length", TWO_YEARS))
    assert window is not None and window["a-time"] == Rolling(-1, TWO_YEARS)
    distant = compose("distant", ("a-length", TWO_YEARS), ("distance", -1))
    assert distant is not None and distant["a-time"] == Distant(-1, TWO_YEARS)


def test_limits() -> None:
    limit = compose("limit", ("limit", "by"), ("a-year", Point(year=2030)))
    assert limit == {"a-limit": Limited("by", Point(year=2030))}


def test_a_year_written_once_belongs_to_both_ends() -> None:
    made = compose("between", ("month", 6), ("day", 3), ("dash", ""), ("day", 7), ("year", 2025))
    assert made is not None
    assert made["a-time"] == Between(Point(year=2025, month=6, day=3), Point(day=7))


def test_a_range_needs_two_ends() -> None:
    assert compose("between", ("a-year", Point(year=2025)), ("dash", "")) is None
    assert compose("between", ("a-year", Point(year=2025))) is None


def test_a_range_whose_words_for_from_and_to_stand_behind_its_times() -> None:
    april, march = Point(month=4), Point(month=3)
    ablative = compose("between", ("month-from", 4), ("month", 3), ("to", ""))
    apart = compose("between", ("month", 4), ("from", ""), ("month", 3), ("to", ""))
    assert ablative is not None
    assert ablative["a-time"] == Between(april, march)
    assert apart == ablative
